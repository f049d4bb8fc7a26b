"""Questions to the record: what is in it, and what is known to be missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Max, QuerySet, Window
from django.db.models.functions import Lag

from kamervragen.store.lookups import Finder
from kamervragen.store.models import Alias, Failure, Office, Publication, Question, Reference, Source
from kamervragen.terms import Chamber


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    """The publications of one kind in one session year; None when the documents do not print one."""

    session_year: str | None
    kind: str
    n_publications: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MinistryCount:
    """The publications in which one ministry answers (TOOI code; None for offices that the authority table does not know)."""

    ministry: str | None
    n_publications: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Numbers of the Aanhangsel that are not in the record though a higher one of the same year is: `first` to `last`."""

    chamber: str
    session_year: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureCount:
    """The failures of one kind."""

    stage: str
    code: str
    n_documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What is in the record, and what is known to be missing.

    Args:
        unseen: the publications that headings refer to and that are not in the record.
    """

    n_sources: int
    n_publications: int
    n_questions: int
    years: tuple[YearCount, ...]
    ministries: tuple[MinistryCount, ...]
    gaps: tuple[Gap, ...]
    unseen: tuple[str, ...]
    failures: tuple[FailureCount, ...]


# Without a word on their part: for many publications SQLite would go through all offices of that part instead.
_OFFICES = Finder[Office](lambda asked: Office.objects.filter(publication__in=asked).order_by("publication", "position"))


def find_answering(publications: Sequence[int]) -> Mapping[int, Sequence[Office]]:
    """The offices that answer in publications, of each in printed order; none for one in which nobody does.

    Args:
        publications: their primary keys, a few hundred at most.
    """
    found: dict[int, list[Office]] = {}
    for office in _OFFICES.among(publications):
        if office.part == "answering":
            found.setdefault(office.publication_id, []).append(office)
    return found


def take_status() -> Status:
    """What is in the record now."""
    return Status(
        n_sources=Source.objects.count(),
        n_publications=Publication.objects.count(),
        n_questions=Question.objects.count(),
        years=tuple(_years()),
        ministries=tuple(_ministries()),
        gaps=tuple(find_gaps()),
        unseen=tuple(unseen_references()),
        failures=tuple(_failures()),
    )


def _years() -> Iterable[YearCount]:
    rows = Publication.objects.values_list("session_year", "kind").annotate(n=Count("pk")).order_by("session_year", "kind")
    return (YearCount(session_year=year, kind=kind, n_publications=n) for year, kind, n in rows)


def _ministries() -> Iterable[MinistryCount]:
    answering = Office.objects.filter(part="answering").values_list("ministry")
    rows = answering.annotate(n=Count("publication", distinct=True)).order_by("-n", "ministry")
    return (MinistryCount(ministry=ministry, n_publications=n) for ministry, n in rows)


def _failures() -> Iterable[FailureCount]:
    rows = Failure.objects.values_list("stage", "code").annotate(n=Count("pk")).order_by("-n", "code")
    return (FailureCount(stage=stage, code=code, n_documents=n) for stage, code, n in rows)


def find_gaps() -> Iterable[Gap]:
    """The numbers that no publication of the Aanhangsel has, below the highest of their chamber and session year.

    Source: the numbers of a session year begin at 1 and go up by one; a few were never used.
    """
    before = Window(Lag("number", default=0), partition_by=["chamber", "session_year"], order_by="number")
    after_a_gap = _numbered().annotate(before=before).filter(number__gt=F("before") + 1)
    rows = after_a_gap.order_by("chamber", "session_year", "number").values_list("chamber", "session_year", "before", "number")
    for chamber, session_year, before_gap, number in rows:
        yield Gap(chamber=chamber or "", session_year=session_year or "", first=before_gap + 1, last=(number or 0) - 1)


def count_missing_numbers(chamber: Chamber) -> Mapping[str, int]:
    """How many numbers of a chamber `find_gaps` finds, by session year: 0 for one without gaps, none for one without numbers."""
    years = _numbered().filter(chamber=chamber, number__gt=0).values_list("session_year")
    return {year or "": n for year, n in years.annotate(n=Max("number") - Count("number", distinct=True))}


def _numbered() -> QuerySet[Publication]:
    return Publication.objects.filter(
        key__startswith="ah-", number__isnull=False, session_year__isnull=False, chamber__isnull=False
    )


def unseen_references() -> QuerySet[Reference, str]:
    """The identifiers of publications that headings refer to and that are not in the record, each once, in order.

    A document that does not print its identifier, but is believed to have it, counts as being there.
    """
    believed = Publication.objects.exclude(inferred_id=None).values("inferred_id")
    seen = Reference.objects.exclude(target__in=Publication.objects.values("key")).exclude(target__in=Alias.objects.values("key"))
    return seen.exclude(target__in=believed).order_by("target").values_list("target", flat=True).distinct()
