"""The record in numbers, for lists: which state of it this is, and who asks and answers how often; one query for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import Case, CharField, Count, Sum, Value, When

from kamervragen.store.lookups import Lookup
from kamervragen.store.models import Office, Publication, Source, Stamp, Submitter

_STATE = Lookup[tuple[str, datetime]](lambda _: Stamp.objects.order_by("pk").values_list("token", "changed_at")[:1])


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Which state of the record this is.

    Args:
        token: equal only for the same state of the same record; "" for a record to which nothing was ever added.
        changed_at: when the last document or failure was written; None for such a record.
    """

    token: str
    changed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How much is in the record."""

    n_publications: int
    n_questions: int
    n_answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeCount:
    """The publications of one session year in which one ministry is asked, or answers or is answered on behalf of.

    Args:
        ministry: the TOOI code; None for offices that the authority table does not know.
        is_asked: whether it is asked; else it answers.
        session_year: None for documents that print none.
    """

    ministry: str | None
    is_asked: bool
    session_year: str | None
    n_publications: int


class Asked(NamedTuple):
    """That a member asks in a publication. `party` and `session_year` are None where none is printed."""

    publication: int
    name: str
    party: str | None
    session_year: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCount:
    """The sources of one form."""

    media_type: str
    n_sources: int


def read_state() -> State:
    """Which state the record is in now; costs one look-up."""
    token, changed_at = _STATE.first() or ("", None)
    return State(token=token, changed_at=changed_at)


def count_all() -> Totals:
    """How much is in the record."""
    sums = Publication.objects.aggregate(n=Count("pk"), questions=Sum("n_questions"), answers=Sum("n_answers"))
    return Totals(n_publications=sums["n"], n_questions=sums["questions"] or 0, n_answers=sums["answers"] or 0)


def count_offices() -> tuple[OfficeCount, ...]:
    """How often each ministry is asked and answers in each session year."""
    side = Case(When(part="asked", then=Value("asked")), default=Value("answering"), output_field=CharField())
    grouped = Office.objects.annotate(side=side).values_list("ministry", "side", "publication__session_year")
    rows = grouped.annotate(n=Count("publication", distinct=True)).order_by("ministry", "side", "publication__session_year")
    return tuple(
        OfficeCount(ministry=ministry, is_asked=side == "asked", session_year=year, n_publications=n)
        for ministry, side, year, n in rows
    )


def list_asked() -> Iterator[Asked]:
    """Every member who asks in every publication, publication by publication."""
    columns = ("publication_id", "name", "party", "publication__session_year")
    rows = Submitter.objects.order_by("publication_id", "position").values_list(*columns)
    return (Asked(*row) for row in rows.iterator(chunk_size=10_000))


def count_forms() -> tuple[FormCount, ...]:
    """How many sources there are of each form, most first."""
    rows = Source.objects.values_list("media_type").annotate(n=Count("pk")).order_by("-n", "media_type")
    return tuple(FormCount(media_type=media_type, n_sources=n) for media_type, n in rows)
