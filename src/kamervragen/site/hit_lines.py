"""What stands on a page of results many times over, as HTML. A template would take several times as long for it.

Whatever comes from a document or a query goes through `escape`.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_noop, ngettext

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
    parts = [_tell_asking(hit), *_tell_filing(hit), *_tell_answer(hit), escape(hit.reference)]
    return SafeString(" · ".join(part for part in parts if part))


def _tell_asking(hit: HitView) -> str:
    item = hit.item
    parties = f" ({', '.join(item.parties)})" if item.parties else ""
    asked_by = f"{phrases.name_few(item.submitters)}{parties}" if item.submitters else ""
    to = gettext("aan")
    asked = f"{to} {phrases.name_few(item.addressees)}" if item.addressees else ""
    return escape(f"{asked_by} {asked}".strip())


def _tell_filing(hit: HitView) -> Iterator[str]:
    if hit.item.submitted_on:
        yield " ".join((escape(gettext("ingezonden")), _time(hit.item.submitted_on)))


def _tell_answer(hit: HitView) -> Iterator[str]:
    item = hit.item
    verb = gettext("uitstel gemeld door") if item.kind == Kind.POSTPONEMENT else gettext("beantwoord door")
    told = escape(f"{verb} {phrases.name_few(item.respondents)}") if item.respondents else ""
    if item.received_on:
        yield f"{told}{_tell_days(hit.n_days)} ({_time(item.received_on)})"
    elif told:
        yield told


def _tell_days(n_days: int | None) -> str:
    if n_days is None:
        return ""
    words = ngettext("na %(figure)s dag", "na %(figure)s dagen", n_days) % {"figure": phrases.group_digits(n_days)}
    return f", {words}"


def _time(day: date) -> str:
    return f'<time datetime="{day.isoformat()}">{phrases.print_day(day)}</time>'


def list_values(facet: FacetView) -> SafeString:
    """The items of a list of a facet's values, each with how many hits have it and a link that chooses it or leaves it."""
    leave = escape(gettext("(weghalen)"))
    leaving = f'<span class="visually-hidden"> {leave}</span>'
    return SafeString("".join(_list_value(each, facet.field, leaving) for each in facet.values))


def _list_value(value: ValueView, field: Field, leaving: str) -> str:
    current, leave = (' aria-current="true"', leaving) if value.is_chosen else ("", "")
    word, n_hits = escape(value_word(value.value, field)), phrases.group_digits(value.n_hits)
    return f'<li><a href="{escape(value.href)}"{current}>{word}{leave}</a> <span class="count">{n_hits}</span></li>\n'


def value_word(value: str, field: str) -> str:
    """A value of a facet as people read it: names for codes, words for kinds."""
    if field == Field.MINISTRY:
        return ministries.name_of(value)
    if field == Field.KIND and value in set(Kind):
        return phrases.kind_word(Kind(value))
    if field == Field.SIDE and value in set(Side):
        return gettext(_SIDE_WORDS[Side(value)])
    return value
