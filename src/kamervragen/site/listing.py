"""The list of what is in the record: filters from a query, and publications as rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import Count, F, Prefetch, QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404

from kamervragen.errors import InputError
from kamervragen.identifiers import parse_session_year
from kamervragen.site.document import UNTITLED
from kamervragen.site.heading import name_publication
from kamervragen.site.words import KIND_WORDS, ROLE_WORDS, count_words, join_words, office_words
from kamervragen.store.models import Office, Publication
from kamervragen.terms import Kind, Role

PAGE_SIZE = 50
_NAMED = 3  # so many people or offices are named in a row; of more the rest is counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a reader chose to see. "" means no choice."""

    kind: str = ""
    session_year: str = ""
    page: int = 1

    @property
    def query(self) -> str:
        """The choice without its page, for the addresses of other pages: "" or text that ends in `&`."""
        parts = {"soort": self.kind, "jaar": self.session_year}
        return "".join(f"{name}={value}&" for name, value in parts.items() if value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A publication as a row of the list. `file_name` stands in for a subject that is not printed."""

    key: str
    title: str
    file_name: str
    kind_word: str
    reference: str
    asked_by: str
    addressed_to: str
    answered_by: str
    submitted_on: date | None
    received_on: date | None
    letter_date: date | None
    counts: str


def read_choice(query: Mapping[str, str]) -> Choice:
    """The choice that a query string makes.

    Raises:
        InputError: a value is none that the list knows.
    """
    kind, year, page = query.get("soort", ""), query.get("jaar", ""), query.get("pagina", "1")
    if kind and kind not in set(Kind):
        raise InputError("bad_query", f"«{kind[:40]}» is geen soort document. Kies een soort uit de lijst.")
    session_year = parse_session_year(year) if year else None
    if year and session_year is None:
        raise InputError("bad_query", f"«{year[:40]}» is geen vergaderjaar. Schrijf het als 2023-2024.")
    if not (page.isascii() and page.isdecimal() and 0 < len(page) < 8 and int(page)):
        raise InputError("bad_query", f"«{page[:40]}» is geen paginanummer. Schrijf een heel getal vanaf 1.")
    return Choice(kind=kind, session_year=str(session_year or ""), page=int(page))


def find_page(choice: Choice) -> Page[Publication]:
    """The publications of the chosen page, newest first.

    Raises:
        Http404: there is no such page.
    """
    offices = Office.objects.filter(part__in=("asked", "answering")).order_by("position")
    found: QuerySet[Publication] = Publication.objects.all()
    if choice.kind:
        found = found.filter(kind=choice.kind)
    if choice.session_year:
        found = found.filter(session_year=choice.session_year)
    newest = Coalesce("received_on", "letter_date", "submitted_on")
    found = found.order_by(newest.desc(nulls_last=True), F("number").desc(nulls_last=True), "key")
    found = found.select_related("best").prefetch_related("submitter_set", Prefetch("office_set", queryset=offices))
    try:
        return Paginator(found, PAGE_SIZE).page(choice.page)
    except EmptyPage as error:
        raise Http404(f"De lijst heeft geen pagina {choice.page}.") from error


def make_items(publications: Iterable[Publication]) -> list[Item]:
    """The rows of some publications that `find_page` found."""
    return [_item(publication) for publication in publications]


def count_kinds() -> list[tuple[str, str, int]]:
    """Each kind that occurs, with its Dutch word and how many publications are of it."""
    counts = dict(Publication.objects.values_list("kind").annotate(n=Count("pk")).order_by())
    return [(str(kind), KIND_WORDS[kind], counts[kind]) for kind in Kind if kind in counts]


def count_years() -> list[tuple[str, int]]:
    """Each session year that occurs, the last one first, and how many publications are of it."""
    counts = Publication.objects.exclude(session_year=None).values_list("session_year").annotate(n=Count("pk"))
    return [(str(year), n) for year, n in counts.order_by("-session_year")]


def _item(publication: Publication) -> Item:
    people = [f"{each.name} ({each.party})" if each.party else each.name for each in publication.submitter_set.all()]
    offices = publication.office_set.all()
    asked = [office_words(Role(office.role), office.portfolio) for office in offices if office.part == "asked"]
    answering = [_office_holder(office) for office in offices if office.part == "answering"]
    subject = publication.subject or ""
    return Item(
        key=publication.key,
        title=subject[:1].upper() + subject[1:] or UNTITLED,
        file_name="" if subject else publication.best.name,
        kind_word=KIND_WORDS[Kind(publication.kind)],
        reference=name_publication(publication.key),
        asked_by=_named(people),
        addressed_to=_named(asked),
        answered_by=_named(answering) if publication.n_answers else "",
        submitted_on=publication.submitted_on,
        received_on=publication.received_on,
        letter_date=publication.letter_date,
        counts=_counts(publication),
    )


def _office_holder(office: Office) -> str:
    name = f" {office.name}" if office.name else ""
    return f"{ROLE_WORDS[Role(office.role)]}{name}{f' ({office.portfolio})' if office.portfolio else ''}"


def _named(words: list[str]) -> str:
    if len(words) <= _NAMED:
        return join_words(words)
    return f"{words[0]} en {len(words) - 1} anderen"


def _counts(publication: Publication) -> str:
    parts = [count_words(publication.n_questions, "vraag", "vragen")]
    if publication.n_answers or publication.kind == Kind.ANSWER:
        parts.append(count_words(publication.n_answers, "antwoord", "antwoorden"))
    if publication.n_findings:
        parts.append(count_words(publication.n_findings, "bevinding", "bevindingen"))
    return " · ".join(parts)
