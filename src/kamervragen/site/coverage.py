"""What is in the record and what is known to be missing: Status → CoveragePage."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kamervragen.identifiers import parse_publication_id
from kamervragen.site.counted import Count
from kamervragen.site.kept import SHELF, Kept
from kamervragen.site.listing import KindCount
from kamervragen.site.packed import unpacker
from kamervragen.store.counts import FormCount, count_forms
from kamervragen.store.queries import FailureCount, Gap, Status, count_missing_numbers, take_status
from kamervragen.terms import Chamber

MAX_GAPS: Final = 30  # so many ranges of one session year are named
MAX_UNSEEN: Final = 30  # and so many identifiers


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredYear:
    """A session year.

    Args:
        session_year: None for documents that print none.
        n_publications: how many are in the record.
        kinds: how many of each kind.
        n_missing: how many numbers of the Aanhangsel below the highest are not in the record.
        n_gaps: in how many ranges.
        gaps: the first of these ranges.
    """

    session_year: str | None
    n_publications: int
    kinds: tuple[KindCount, ...]
    n_missing: int
    n_gaps: int
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnseenYear:
    """Publications that headings refer to and that are not in the record.

    Args:
        session_year: that their identifiers name; None where they name none.
        n_publications: how many.
        keys: the first of their identifiers.
    """

    session_year: str | None
    n_publications: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePage:
    """What is in the record, and what is known to be missing.

    Args:
        n_publications, n_questions: how much there is.
        n_sources: the files that it was read from.
        years: the last first.
        n_missing: numbers of the Aanhangsel that are not there though a higher one of their year is.
        n_unseen: publications that are referred to and not there.
        unseen: these by session year, the last first.
        n_failed: documents that could not be read.
        failures: why, and how many.
        forms: the sources by form.
    """

    n_publications: int
    n_questions: int
    n_sources: int
    years: tuple[CoveredYear, ...]
    n_missing: int
    n_unseen: int
    unseen: tuple[UnseenYear, ...]
    n_failed: int
    failures: tuple[FailureCount, ...]
    forms: tuple[FormCount, ...]


def keep_coverage() -> Kept[CoveragePage]:
    """What is in the record, and what is known to be missing."""
    return SHELF.take("coverage", COVERAGE)


def keep_missing_numbers() -> Mapping[str, int]:
    """How many numbers of the Tweede Kamer are not in the record, by session year; nothing for a year without numbers.

    Only answers to that chamber have a term.
    """
    return SHELF.take("missing numbers", MISSING_NUMBERS).value


def describe_coverage(status: Status, forms: tuple[FormCount, ...]) -> CoveragePage:
    """The page of a state of the record."""
    return CoveragePage(
        n_publications=status.n_publications,
        n_questions=status.n_questions,
        n_sources=status.n_sources,
        years=_years(status),
        n_missing=_count_missing(status.gaps),
        n_unseen=len(status.unseen),
        unseen=_unseen(status.unseen),
        n_failed=sum(each.n_documents for each in status.failures),
        failures=status.failures,
        forms=forms,
    )


def _years(status: Status) -> tuple[CoveredYear, ...]:
    years = {each.session_year for each in status.years}
    return tuple(_year(year, status) for year in sorted(years, key=lambda year: year or "", reverse=True))


def _year(session_year: str | None, status: Status) -> CoveredYear:
    counts = [each for each in status.years if each.session_year == session_year]
    gaps = [each for each in status.gaps if each.session_year == session_year]
    kinds = (KindCount(kind=each.kind, n_publications=each.n_publications) for each in counts)
    return CoveredYear(
        session_year=session_year,
        n_publications=sum(each.n_publications for each in counts),
        kinds=tuple(sorted(kinds, key=lambda each: -each.n_publications)),
        n_missing=_count_missing(gaps),
        n_gaps=len(gaps),
        gaps=tuple(gaps[:MAX_GAPS]),
    )


def _count_missing(gaps: Iterable[Gap]) -> int:
    return sum(gap.last - gap.first + 1 for gap in gaps)


def _unseen(keys: Sequence[str]) -> tuple[UnseenYear, ...]:
    years: dict[str | None, list[str]] = {}
    for key in keys:
        years.setdefault(_session_year(key), []).append(key)
    return tuple(
        UnseenYear(session_year=year, n_publications=len(found), keys=tuple(found[:MAX_UNSEEN]))
        for year, found in sorted(years.items(), key=lambda each: each[0] or "", reverse=True)
    )


def _session_year(key: str) -> str | None:
    identifier = parse_publication_id(key)
    return str(identifier.session_year) if identifier and identifier.session_year else None


COVERAGE: Final[Count[CoveragePage]] = Count(
    name="coverage", make=lambda: describe_coverage(take_status(), count_forms()), unpack=unpacker(CoveragePage), is_light=True
)
MISSING_NUMBERS: Final[Count[Mapping[str, int]]] = Count(
    name="missing-numbers",
    make=lambda: count_missing_numbers(Chamber.TWEEDE_KAMER),
    unpack=unpacker(Mapping[str, int]),
    is_light=True,
)
