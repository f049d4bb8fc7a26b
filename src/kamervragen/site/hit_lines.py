"""What stands on a page of results many times over, as HTML. A template would take several times as long for it.

Whatever comes from a document or a query goes through `escape`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import escape
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_noop, ngettext

from kamervragen.search.records import Piece
from kamervragen.site import ministries, phrases
from kamervragen.site.results import FacetView, HitView, ValueView
from kamervragen.terms import Field, Kind, Side

_SIDE_WORDS: Final = {Side.QUESTION: gettext_noop("vragen"), Side.ANSWER: gettext_noop("antwoorden")}


def mark_matches(pieces: Iterable[Piece]) -> SafeString:
    """A snippet in which what the query asked for is marked."""
    return SafeString("".join(f"<mark>{escape(each.text)}</mark>" if each.is_match else escape(each.text) for each in pieces))


def tell_context(hit: HitView) -> SafeString:
    """Who asked whom, when, and who answered after how many days; with how the document is cited."""
    words = _find_words(get_language())
    parts = [_tell_asking(hit, words), *_tell_filing(hit, words), *_tell_answer(hit, words), escape(hit.reference)]
    return SafeString(" · ".join(part for part in parts if part))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Words of the line of a hit in one language: a page says each twenty times over."""

    language: str | None
    to: str
    filed: str
    answered: str
    postponed: str


@lru_cache(maxsize=8)
def _find_words(language: str | None) -> _Words:
    return _Words(
        language=language,
        to=gettext("aan"),
        filed=escape(gettext("ingezonden")),
        answered=gettext("beantwoord door"),
        postponed=gettext("uitstel gemeld door"),
    )


def _tell_asking(hit: HitView, words: _Words) -> str:
    item = hit.item
    parties = f" ({', '.join(item.parties)})" if item.parties else ""
    asked_by = f"{phrases.name_few(item.submitters)}{parties}" if item.submitters else ""
    asked = f"{words.to} {phrases.name_few(item.addressees)}" if item.addressees else ""
    return escape(f"{asked_by} {asked}".strip())


def _tell_filing(hit: HitView, words: _Words) -> Iterator[str]:
    if hit.item.submitted_on:
        yield f"{words.filed} {_time(hit.item.submitted_on, words)}"


def _tell_answer(hit: HitView, words: _Words) -> Iterator[str]:
    item = hit.item
    verb = words.postponed if item.kind == Kind.POSTPONEMENT else words.answered
    told = escape(f"{verb} {phrases.name_few(item.respondents)}") if item.respondents else ""
    if item.received_on:
        days = "" if hit.n_days is None else _tell_days(hit.n_days, words.language)
        yield f"{told}{days} ({_time(item.received_on, words)})"
    elif told:
        yield told


@lru_cache(maxsize=512)
def _tell_days(n_days: int, language: str | None) -> str:
    words = ngettext("na %(figure)s dag", "na %(figure)s dagen", n_days) % {"figure": phrases.group_digits(n_days)}
    return f", {words}"


def _time(day: date, words: _Words) -> str:
    return f'<time datetime="{day.isoformat()}">{phrases.print_day_in(words.language, day)}</time>'


def list_values(facet: FacetView) -> SafeString:
    """The items of a list of a facet's values, each with how many hits have it and a link that chooses it or leaves it."""
    leave = escape(gettext("(weghalen)"))
    leaving = f'<span class="visually-hidden"> {leave}</span>'
    language = get_language()
    return SafeString(
        "".join(_list_value(each, _print_value(each.value, facet.field, language), leaving) for each in facet.values)
    )


def _list_value(value: ValueView, word: str, leaving: str) -> str:
    current, leave = (' aria-current="true"', leaving) if value.is_chosen else ("", "")
    n_hits = phrases.group_digits(value.n_hits)
    return f'<li><a href="{escape(value.href)}"{current}>{word}{leave}</a> <span class="count">{n_hits}</span></li>\n'


@lru_cache(maxsize=512)  # the same few ministries, parties and years stand on every page
def _print_value(value: str, field: str, language: str | None) -> str:
    return escape(value_word(value, field))


def value_word(value: str, field: str) -> str:
    """A value of a facet as people read it: names for codes, words for kinds."""
    if field == Field.MINISTRY:
        return ministries.name_of(value)
    if field == Field.KIND and value in set(Kind):
        return phrases.kind_word(Kind(value))
    if field == Field.SIDE and value in set(Side):
        return gettext(_SIDE_WORDS[Side(value)])
    return value
