"""What the home page shows: how much there is, what is new, what is late, series, and queries to try."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import F

from kamervragen.errors import InputError
from kamervragen.site.counted import Count
from kamervragen.site.coverage import keep_coverage
from kamervragen.site.dossier_list import DossierLine, make_dossier_lines
from kamervragen.site.finding import open_index
from kamervragen.site.kept import SHELF, Kept
from kamervragen.site.lines import Line, list_newest
from kamervragen.site.ministries import names_of
from kamervragen.site.open_choice import LATE, OpenChoice, is_of
from kamervragen.site.open_counts import OpenCounts, keep_open_counts
from kamervragen.site.open_day import keep_day
from kamervragen.site.open_lines import OpenLine, make_open_lines
from kamervragen.site.packed import unpacker
from kamervragen.store.counts import Totals, count_all
from kamervragen.store.dossier_models import AddresseeRow, DossierRow
from kamervragen.store.models import Publication
from kamervragen.terms import Kind

N_LINES: Final = 5
N_SERIES: Final = 3
MIN_ADDRESSED: Final = 4  # so many offices are asked the same before it is shown as a series
_ANSWERING: Final = (Kind.ANSWER, Kind.SUPPLEMENT)
_WORD: Final = re.compile(r"[^\W\d_]{6,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is new in the record.

    Args:
        day: the last day that the record knows of.
        answered: the dossiers with the newest answers.
        counts: how many answers are waited for, late, given.
        waiting: answers of which the term ended last; where none is late, those that were asked for last.
        series: the newest dossiers in which many were asked.
        examples: queries that find something.
    """

    totals: Totals
    day: date
    answered: tuple[DossierLine, ...]
    counts: OpenCounts
    waiting: tuple[OpenLine, ...]
    series: tuple[DossierLine, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The home page.

    Args:
        totals: how much is in the record.
        n_items: the questions and answers that can be searched; None when there is no index.
        n_missing: numbers of the Aanhangsel that are not there though a higher one of their year is.
        n_unseen: publications that are referred to and not there.
        day: the last day that the record knows of, on which answers are late or not.
        answered: the dossiers with the newest answers.
        counts: how many answers are waited for, late, given.
        waiting: answers of which the term ended last; where none is late, those that were asked for last.
        series: the newest dossiers in which many were asked.
        examples: queries that find something.
    """

    totals: Totals
    n_items: int | None
    n_missing: int
    n_unseen: int
    day: date
    answered: tuple[DossierLine, ...]
    counts: OpenCounts
    waiting: tuple[OpenLine, ...]
    series: tuple[DossierLine, ...]
    examples: tuple[str, ...]


def make_home() -> tuple[HomePage, Kept[News]]:
    """The home page, and the news of which it is made."""
    news, coverage = SHELF.take("home", NEWS), keep_coverage().value
    page = HomePage(
        totals=news.value.totals,
        n_items=_count_items(),
        n_missing=coverage.n_missing,
        n_unseen=coverage.n_unseen,
        day=news.value.day,
        answered=news.value.answered,
        counts=news.value.counts,
        waiting=news.value.waiting,
        series=news.value.series,
        examples=news.value.examples,
    )
    return page, news


def _count_items() -> int | None:
    try:
        return open_index().snapshot().searcher.num_docs
    except InputError:
        return None


def gather_news() -> News:
    """What is new in the record."""
    newest = list_newest(Publication.objects.filter(kind__in=_ANSWERING, received_on__isnull=False), N_LINES)
    day = keep_day()
    return News(
        totals=count_all(),
        day=day,
        answered=find_answered(day),
        counts=keep_open_counts(OpenChoice()).value,
        waiting=find_waiting(day),
        series=find_series(),
        examples=make_examples(newest),
    )


def find_answered(day: date) -> tuple[DossierLine, ...]:
    """The dossiers with the newest answers up to a day."""
    found = DossierRow.objects.filter(last_answered_on__lte=day).order_by("-last_answered_on", "key")
    return make_dossier_lines(list(found[:N_LINES]))


def find_waiting(day: date) -> tuple[OpenLine, ...]:
    """The answers of which the term ended last; where none is late, those that were asked for last."""
    late = AddresseeRow.objects.filter(is_of(LATE, day)).order_by("-due_on", "dossier_id", "position")
    waited_for = AddresseeRow.objects.filter(is_of("", day)).order_by(F("submitted_on").desc(nulls_last=True), "pk")
    found = list(late.values_list("pk", flat=True)[:N_LINES]) or list(waited_for.values_list("pk", flat=True)[:N_LINES])
    return make_open_lines(found, day)


def find_series() -> tuple[DossierLine, ...]:
    """The newest dossiers in which many were asked."""
    found = DossierRow.objects.filter(n_addressees__gte=MIN_ADDRESSED, submitted_on__isnull=False)
    return make_dossier_lines(list(found.order_by("-submitted_on", "key")[:N_SERIES]))


def make_examples(lines: Iterable[Line]) -> tuple[str, ...]:
    """Queries that find the newest answer about which enough is printed: a word, the same at a ministry, and a party."""
    for line in lines:
        words = _WORD.findall(line.subject or "")
        if words:
            word = max(words, key=len).lower()
            return (
                word,
                *_at_ministry(word, line),
                *(f"fractie:{_quoted(each.party)}" for each in line.submitters[:1] if each.party),
            )
    return ()


def _at_ministry(word: str, line: Line) -> list[str]:
    names = [names_of(each.ministry)[0] for each in line.answering if each.ministry and names_of(each.ministry)]
    return [f"{word[:6]}* ministerie:{_quoted(each.abbreviation or each.name)}" for each in names[:1]]


def _quoted(value: str) -> str:
    return value if value.isalnum() else f'"{value}"'


NEWS: Final = Count(name="home", make=gather_news, unpack=unpacker(News), is_light=True)
