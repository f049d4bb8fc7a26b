"""Words in the language of the page: the record's values, and numbers and enumerations as that language writes them."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from kamervragen.model import Inference
from kamervragen.site import words
from kamervragen.terms import Certainty, Kind, MediaType, QuestionLikeness, Role, SegmentKind


def kind_word(kind: Kind) -> str:
    """What a publication is: `antwoord`."""
    return gettext(words.KIND_WORDS[kind])


def certainty_word(certainty: Certainty) -> str:
    """How sure an inference is: `waarschijnlijk`."""
    return gettext(words.CERTAINTY_WORDS[certainty])


def segment_word(kind: SegmentKind) -> str:
    """What some characters of a body are: `vraag`."""
    return gettext(words.SEGMENT_WORDS[kind])


def media_word(media_type: MediaType) -> str:
    """The form of a source: `platte tekst`."""
    return gettext(words.MEDIA_WORDS[media_type])


def likeness_word(likeness: QuestionLikeness) -> str:
    """How an earlier question is like a text: `bijna woordelijk gelijk`."""
    return gettext(words.QUESTION_LIKENESS_WORDS[likeness])


def role_word(role: Role) -> str:
    """An office without its portfolio: `staatssecretaris`."""
    return gettext(words.ROLE_WORDS[role])


def field_word(field: str) -> str:
    """A field of the record, also for a part of one such as `submitters[0].name`; else the field itself."""
    return gettext(words.field_word(field))


def inference_words(inference: Inference) -> tuple[str, str]:
    """What was inferred and its value: `("antwoord 1", "staat zonder kopje onder de vraag")`."""
    if inference.value == "unlabelled":
        what = gettext("antwoord %(numbers)s") % {"numbers": join_words(words.numbers_of(inference))}
        return what, gettext(words.UNLABELLED)
    return field_word(inference.field), inference.value


_NAMED: Final = 3  # so many people or offices are named in a line; of more the rest is counted


def name_few(names: Sequence[str]) -> str:
    """Names as an enumeration; of many the first, and how many more: `minister-president en 11 anderen`."""
    if len(names) <= _NAMED:
        return join_words(names)
    n_others = len(names) - 1
    return join_words([names[0], count_words(n_others, ngettext("%(n)s ander", "%(n)s anderen", n_others))])


def join_words(parts: Sequence[str]) -> str:
    """Words as an enumeration: `a, b en c`."""
    if len(parts) < 2:
        return "".join(parts)
    return _enumeration(get_language()) % {"first": ", ".join(parts[:-1]), "last": parts[-1]}


@lru_cache(maxsize=8)
def _enumeration(language: str | None) -> str:
    return gettext("%(first)s en %(last)s")


def count_words(n: int, phrase: str) -> str:
    """A phrase with a number in it, such as `1.200 vragen`.

    Args:
        n: the number.
        phrase: what `ngettext("%(n)s vraag", "%(n)s vragen", n)` chose for it.
    """
    return phrase % {"n": group_digits(n)}


def group_digits(n: int) -> str:
    """A number as people read it: `1.200`."""
    return group_digits_in(get_language(), n)


def print_day(day: date) -> str:
    """A day as people read it: `7 november 2023`."""
    return print_day_in(get_language(), day)


# A page of results holds a hundred figures and days, and Django takes longer for them than for the rest of a line.
@lru_cache(maxsize=4096)
def group_digits_in(language: str | None, n: int) -> str:
    """As `group_digits`, where the language of the page is known: to ask for it takes longer than all the rest."""
    return number_format(n, use_l10n=True, force_grouping=True)


@lru_cache(maxsize=16_384)
def print_day_in(language: str | None, day: date) -> str:
    """As `print_day`, where the language of the page is known."""
    return date_format(day, "j F Y")


def in_dutch(text: str) -> SafeString:
    """Text of a document as HTML; on a page in another language it says that it is Dutch."""
    return format_html("{}" if get_language() == "nl" else '<span lang="nl">{}</span>', text)


def dutch_attribute() -> SafeString:
    """The attribute of an element that holds text of a document: nothing on a Dutch page, `lang="nl"` on any other."""
    return SafeString("" if get_language() == "nl" else ' lang="nl"')
