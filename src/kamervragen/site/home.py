"""What the home page shows: how much there is, what is new, filings without answer, series, and queries to try."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Q

from kamervragen.errors import InputError
from kamervragen.folding import fold
from kamervragen.site.coverage import keep_coverage
from kamervragen.site.finding import open_index
from kamervragen.site.kept import SHELF, Kept
from kamervragen.site.lines import Holder, Line, list_newest, make_lines, newest_first
from kamervragen.site.ministries import names_of
from kamervragen.store.counts import Totals, count_all
from kamervragen.store.models import Office, Publication, Reference
from kamervragen.terms import Kind

N_LINES: Final = 5
N_SERIES: Final = 3
MIN_ADDRESSED: Final = 4  # so many offices are asked the same before it is shown as a series
_ANSWERING: Final = (Kind.ANSWER, Kind.SUPPLEMENT)
_CLOSING: Final = (*_ANSWERING, Kind.WITHDRAWAL)
_LOOKED_AT: Final = 200  # so many of the newest are looked through for filings without answer and for series
_WORD: Final = re.compile(r"[^\W\d_]{6,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesReply:
    """One answer of a series: its key and who answers."""

    key: str
    answering: tuple[Holder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The same questions to many offices, as far as their answers were read.

    Args:
        subject: as printed.
        submitted_on: when they were filed.
        n_addressed: how many offices were asked.
        replies: the answers in the record, newest first.
        n_unread: publications that these refer to and that are not in the record.
    """

    subject: str
    submitted_on: date
    n_addressed: int
    replies: tuple[SeriesReply, ...]
    n_unread: int


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is new in the record.

    Args:
        answered: the newest answers.
        unanswered: the newest filings to which no answer, and of which no withdrawal, is in the record.
        series: the newest.
        examples: queries that find something.
    """

    totals: Totals
    answered: tuple[Line, ...]
    unanswered: tuple[Line, ...]
    series: tuple[Series, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The home page.

    Args:
        totals: how much is in the record.
        n_items: the questions and answers that can be searched; None when there is no index.
        n_missing: numbers of the Aanhangsel that are not there though a higher one of their year is.
        n_unseen: publications that are referred to and not there.
        answered: the newest answers.
        unanswered: the newest filings to which no answer, and of which no withdrawal, is in the record.
        series: the newest.
        examples: queries that find something.
    """

    totals: Totals
    n_items: int | None
    n_missing: int
    n_unseen: int
    answered: tuple[Line, ...]
    unanswered: tuple[Line, ...]
    series: tuple[Series, ...]
    examples: tuple[str, ...]


def make_home() -> tuple[HomePage, Kept[News]]:
    """The home page, and the news of which it is made."""
    news, coverage = SHELF.get("home", gather_news), keep_coverage().value
    page = HomePage(
        totals=news.value.totals,
        n_items=_count_items(),
        n_missing=coverage.n_missing,
        n_unseen=coverage.n_unseen,
        answered=news.value.answered,
        unanswered=news.value.unanswered,
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
    return News(
        totals=count_all(),
        answered=newest,
        unanswered=find_unanswered(),
        series=find_series(),
        examples=make_examples(newest),
    )


def find_unanswered() -> tuple[Line, ...]:
    """The newest filings that the record holds no answer to, and no withdrawal of.

    An answer belongs to a filing when it prints its case number, or its subject and the day on which it was filed.
    """
    filings = list(newest_first(Publication.objects.filter(kind=Kind.QUESTION))[:_LOOKED_AT])
    closed = _closed_by(filings)
    open_ones = [each.pk for each in filings if not closed & _signs(each.case_number, each.submitted_on, each.subject)]
    return make_lines(open_ones[:N_LINES])


def _closed_by(filings: Sequence[Publication]) -> set[object]:
    """By what the answers and withdrawals that may belong to some filings are known."""
    cases = {each.case_number for each in filings if each.case_number}
    days = {each.submitted_on for each in filings if each.submitted_on}
    closing = Publication.objects.filter(Q(case_number__in=cases) | Q(submitted_on__in=days), kind__in=_CLOSING)
    return {sign for row in closing.values_list("case_number", "submitted_on", "subject") for sign in _signs(*row)}


def _signs(case_number: str | None, submitted_on: date | None, subject: str | None) -> set[object]:
    """By what a publication and its filing are known to belong together."""
    signs: set[object] = {case_number} if case_number else set()
    return signs | {(submitted_on, fold(subject))} if submitted_on and subject else signs


def find_series() -> tuple[Series, ...]:
    """The newest questions that were put to many offices at once, with the answers in the record."""
    newest = newest_first(Publication.objects.filter(kind__in=_ANSWERING, submitted_on__isnull=False, subject__isnull=False))
    keys = list(newest[:_LOOKED_AT].values_list("pk", flat=True))
    addressed = Office.objects.filter(part="asked", publication_id__in=keys).values_list("publication_id")
    n_addressed = dict(addressed.annotate(n=Count("pk")).filter(n__gte=MIN_ADDRESSED).order_by())
    groups: dict[tuple[date, str], int] = {}
    for pk, day, subject in newest.filter(pk__in=n_addressed).values_list("pk", "submitted_on", "subject"):
        if day and subject:
            group = (day, fold(subject))
            groups[group] = max(groups.get(group, 0), n_addressed[pk])
    return tuple(_series(day, subject, n) for (day, subject), n in list(groups.items())[:N_SERIES])


def _series(day: date, folded: str, n_addressed: int) -> Series:
    """The answers to what was asked that day about that subject."""
    that_day = newest_first(Publication.objects.filter(kind__in=_ANSWERING, submitted_on=day)).values_list("pk", "subject")
    replies = {pk: subject or "" for pk, subject in that_day if fold(subject or "") == folded}
    return Series(
        subject=_commonest(list(replies.values())),
        submitted_on=day,
        n_addressed=n_addressed,
        replies=tuple(SeriesReply(key=each.key, answering=each.answering) for each in make_lines(replies)),
        n_unread=_count_unread(replies),
    )


def _commonest(subjects: Sequence[str]) -> str:
    """The form in which most print it: a source that lost a space has another one."""
    return Counter(subjects).most_common(1)[0][0]


def _count_unread(replies: Iterable[int]) -> int:
    """How many publications these refer to that are not in the record, under their own or a believed identifier."""
    targets = set(Reference.objects.filter(publication_id__in=list(replies)).values_list("target", flat=True))
    read = Publication.objects.filter(Q(key__in=targets) | Q(inferred_id__in=targets)).values_list("key", "inferred_id")
    return len(targets - {key for both in read for key in both if key})


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
