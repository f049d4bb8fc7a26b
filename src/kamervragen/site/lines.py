"""Publications as lines of a list: who asked whom what, who answered, and when. In no language: lines are kept for all pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch, QuerySet

from kamervragen.site.naming import name_publication
from kamervragen.store.models import Office, Publication, Submitter
from kamervragen.terms import Kind, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A member who asks: name and party as printed; `party` is None when none is printed."""

    name: str
    party: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """An office that is asked or answers.

    Args:
        role: the office.
        name: who holds it, as printed; None when that is not said.
        portfolio: as printed; None for the minister-president.
        ministry: the TOOI code; None when the authority table does not know the portfolio.
    """

    role: Role
    name: str | None
    portfolio: str | None
    ministry: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A publication in a list.

    Args:
        key: its place in the record.
        kind: what it is.
        reference: how it is cited, or its key.
        subject: as printed; None when none is.
        file_name: what stands in for a subject that is not printed; "" otherwise.
        submitters: who asks, in printed order.
        asked: the offices that are asked.
        answering: the offices that answer.
        submitted_on: when the questions were filed.
        received_on: when the answers came.
        letter_date: of the letter that holds the answers.
        n_questions, n_answers, n_findings: how many.
    """

    key: str
    kind: Kind
    reference: str
    subject: str | None
    file_name: str
    submitters: tuple[Person, ...]
    asked: tuple[Holder, ...]
    answering: tuple[Holder, ...]
    submitted_on: date | None
    received_on: date | None
    letter_date: date | None
    n_questions: int
    n_answers: int
    n_findings: int


def newest_first(publications: QuerySet[Publication]) -> QuerySet[Publication]:
    """The publications in the order of lists."""
    return publications.order_by(F("dated_on").desc(nulls_last=True), F("number").desc(nulls_last=True), "key")


def list_newest(publications: QuerySet[Publication], n: int, first: int = 0) -> tuple[Line, ...]:
    """The lines of so many publications in the order of lists, from a place in it on."""
    # Which they are is asked first and all else of them afterwards, so that the database sorts and skips no whole rows.
    return make_lines(newest_first(publications).values_list("pk", flat=True)[first : first + n])


def make_lines(ids: Iterable[int]) -> tuple[Line, ...]:
    """The lines of publications, in the order of these primary keys, of which there are few."""
    wanted = list(ids)
    # All offices: asked for some parts only, SQLite would look through those of all publications.
    offices = Prefetch("office_set", queryset=Office.objects.order_by("position"))
    submitters = Prefetch("submitter_set", queryset=Submitter.objects.order_by("position"))
    found = Publication.objects.select_related("best").prefetch_related(submitters, offices).in_bulk(wanted)
    return tuple(_line(found[each]) for each in wanted if each in found)


def _line(publication: Publication) -> Line:
    offices = list(publication.office_set.all())
    return Line(
        key=publication.key,
        kind=Kind(publication.kind),
        reference=name_publication(publication.key),
        subject=publication.subject,
        file_name="" if publication.subject else publication.best.name,
        submitters=tuple(Person(name=each.name, party=each.party) for each in publication.submitter_set.all()),
        asked=tuple(_holder(each) for each in offices if each.part == "asked"),
        answering=tuple(_holder(each) for each in offices if each.part == "answering"),
        submitted_on=publication.submitted_on,
        received_on=publication.received_on,
        letter_date=publication.letter_date,
        n_questions=publication.n_questions,
        n_answers=publication.n_answers,
        n_findings=publication.n_findings,
    )


def _holder(office: Office) -> Holder:
    return Holder(role=Role(office.role), name=office.name, portfolio=office.portfolio, ministry=office.ministry)
