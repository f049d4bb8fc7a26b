"""What stands on a page of results many times over, as HTML. A template would take several times as long for it.

Whatever comes from a document or a query goes through `escape`.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from kamervragen.search.records import Piece
from kamervragen.site import phrases
from kamervragen.site.results import HitView
from kamervragen.terms import Kind


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
