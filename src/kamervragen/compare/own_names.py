"""How an office names its own ministry, so that ten ministries that each name themselves are seen to say the same."""

import re
from collections.abc import Iterable
from functools import lru_cache

from kamervragen.authorities import Authorities
from kamervragen.compare.words import words_of
from kamervragen.dossiers import Document, Office
from kamervragen.terms import Role

_MASK = "§"


def own_names_of(document: Document, authorities: Authorities) -> tuple[str, ...]:
    """The names and short forms of the ministries and portfolios that answer in a publication, as folded words, longest first."""
    offices = (*document.answering, *document.on_behalf)
    names = {" ".join(words_of(name).folded) for office in offices for name in _names(office, authorities)}
    return tuple(sorted(names - {""}, key=lambda name: (-len(name), name)))


def _names(office: Office, authorities: Authorities) -> Iterable[str]:
    yield from (name for name in (office.portfolio, office.usual) if name)
    if office.role is Role.MINISTER_PRESIDENT:
        yield "Algemene Zaken"
    for ministry in authorities.ministries:
        if office.ministry and ministry.code == office.ministry:
            yield from (ministry.name, ministry.abbreviation)
    known = authorities.find_portfolio(office.usual or office.portfolio or "")
    if known:
        yield from (known.name, *known.variants, *known.abbreviations)


def mask(folded: tuple[str, ...], own_names: tuple[str, ...]) -> tuple[str, ...]:
    """The words with one sign for each place where an office speaks of its own ministry.

    "Mijn ministerie", "het ministerie", "het ministerie van Defensie" and "Defensie" become the same sign in an answer of
    Defensie; "het ministerie van Financiën" stays there what it is.
    """
    return tuple(_pattern(own_names).sub(_MASK, " ".join(folded)).split())


@lru_cache(maxsize=512)
def _pattern(own_names: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(own_names).replace(" ", "[ ]") or r"(?!)"  # folded: letters and digits only
    return re.compile(
        rf"""
        \b(?: (?:mijn|ons|onze|dit|het)[ ] (?:eigen[ ])? (?:ministerie|departement)  # my ministry …
              (?: [ ](?:van|voor)[ ](?:{names})\b                # … by its name
                | (?![ ](?:van|voor)\b) )                                            # … not another
            | (?:{names}) )\b                                    # its name alone
        """,
        re.X,
    )
