"""What the query of an address may say, checked: each wrong value gets one sentence that says what to write instead."""

import re
from collections.abc import Collection

from django.utils.translation import gettext

from kamervragen.errors import InputError
from kamervragen.identifiers import parse_session_year

NO_YEAR = "-"  # stands for documents that print no session year
_SLUG = re.compile(r"[A-Za-z0-9_-]{0,80}")
_SHOWN = 40  # so much of a wrong value is repeated


def read_page(printed: str) -> int:
    """The number of a page, from 1.

    Raises:
        InputError: it is none.
    """
    if not (printed.isascii() and printed.isdecimal() and 0 < len(printed) < 8 and int(printed)):
        raise _wrong(gettext("«%s» is geen paginanummer. Schrijf een heel getal vanaf 1."), printed)
    return int(printed)


def read_session_year(printed: str) -> str:
    """A session year in its usual form; "" and `-` as they are.

    Raises:
        InputError: it is none.
    """
    session_year = parse_session_year(printed)
    if session_year is None and printed not in ("", NO_YEAR):
        raise _wrong(gettext("«%s» is geen vergaderjaar. Schrijf het als 2023-2024."), printed)
    return str(session_year) if session_year else printed


def read_slug(printed: str) -> str:
    """A code or a name as it stands in addresses; "" as it is.

    Raises:
        InputError: it is none.
    """
    if not _SLUG.fullmatch(printed):
        raise _wrong(gettext("«%s» is geen naam of code uit de adressen van deze site. Kies uit een lijst."), printed)
    return printed


def read_one_of(printed: str, choices: Collection[str], message: str) -> str:
    """One of some values; "" as it is.

    Args:
        printed: what the query says.
        choices: the values that there are.
        message: the sentence for another one, with `%s` where that stands.
    Raises:
        InputError: it is none of them.
    """
    if printed and printed not in choices:
        raise _wrong(message, printed)
    return printed


def _wrong(message: str, printed: str) -> InputError:
    return InputError("bad_query", message % printed[:_SHOWN])
