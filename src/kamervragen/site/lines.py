"""Publications as lines of a list: who asked whom what, who answered, and when. In no language: lines are kept for all pages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import F, QuerySet

from kamervragen.site.naming import name_publication
from kamervragen.store.lookups import Finder, Lookup
from kamervragen.store.models import Office, Publication, Source, Submitter
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


# All offices: asked for some parts only, SQLite would look through those of all publications.
_OFFICES = Finder[Office](lambda asked: Office.objects.filter(publication__in=asked).order_by("position"))
_SUBMITTERS = Finder[Submitter](lambda asked: Submitter.objects.filter(publication__in=asked).order_by("position"))
_PUBLICATIONS = Finder[Publication](lambda asked: Publication.objects.filter(pk__in=asked))
_NAMES = Lookup[tuple[str, str]](lambda asked: Source.objects.filter(pk__in=asked).values_list("pk", "name"))
_Part = TypeVar("_Part", Office, Submitter)


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
    found = {each.pk: each for each in _PUBLICATIONS.among(wanted)}
    offices, submitters = _by_publication(_OFFICES.among(wanted)), _by_publication(_SUBMITTERS.among(wanted))
    names = dict(_NAMES.among([each.best_id for each in found.values() if not each.subject]))
    return tuple(
        _line(found[each], submitters.get(each, ()), offices.get(each, ()), names.get(found[each].best_id, ""))
        for each in wanted
        if each in found
    )


def _by_publication(rows: Iterable[_Part]) -> Mapping[int, Sequence[_Part]]:
    """Rows of publications, those of each together."""
    found: dict[int, list[_Part]] = {}
    for row in rows:
        found.setdefault(row.publication_id, []).append(row)
    return found


def _line(publication: Publication, submitters: Sequence[Submitter], offices: Sequence[Office], file_name: str) -> Line:
    return Line(
        key=publication.key,
        kind=Kind(publication.kind),
        reference=name_publication(publication.key),
        subject=publication.subject,
        file_name=file_name,
        submitters=tuple(Person(name=each.name, party=each.party) for each in submitters),
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
