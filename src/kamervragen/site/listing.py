"""The list of what is in the record: a choice from a query, and publications as lines."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db.models import Count, QuerySet
from django.http import Http404
from django.utils.http import urlencode
from django.utils.translation import gettext

from kamervragen.site import members
from kamervragen.site.kept import PAGES, SHELF, Kept
from kamervragen.site.lines import Line, list_newest
from kamervragen.site.querying import NO_YEAR, read_one_of, read_page, read_session_year, read_slug
from kamervragen.store.models import Office, Publication, Submitter
from kamervragen.terms import Kind

PAGE_SIZE = 50
_PARTS = {"gevraagd": ("asked",), "antwoordt": ("answering", "on_behalf")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a reader chose to see. "" means no choice.

    Args:
        kind: a value of `terms.Kind`.
        session_year: such as `2023-2024`; `-` for documents that print none.
        ministry: the TOOI code of a ministry that is asked or answers.
        role: `gevraagd` or `antwoordt`: which of the two.
        member, party: as in their addresses.
        page: from 1.
    """

    kind: str = ""
    session_year: str = ""
    ministry: str = ""
    role: str = ""
    member: str = ""
    party: str = ""
    page: int = 1

    @property
    def is_made(self) -> bool:
        """Whether anything was chosen."""
        return replace(self, page=1) != Choice()

    @property
    def query(self) -> str:
        """The choice as a query without its page: "" or text that ends in `&`."""
        parts = {
            "soort": self.kind,
            "jaar": self.session_year,
            "ministerie": self.ministry,
            "rol": self.role,
            "indiener": self.member,
            "fractie": self.party,
        }
        query = urlencode({name: value for name, value in parts.items() if value})
        return f"{query}&" if query else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCount:
    """How many publications are of one kind."""

    kind: str
    n_publications: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many publications there are, of each kind and in each session year, the last year first."""

    n_publications: int
    kinds: tuple[KindCount, ...]
    years: tuple[members.YearCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsPage:
    """A page of the list.

    Args:
        choice: what the reader chose.
        member, party: the names of the chosen ones, as printed; "" without such a choice.
        n_found: how many publications the choice leaves.
        n_pages: on how many pages.
        lines: those of this page, newest first.
        counts: of the whole record.
    """

    choice: Choice
    member: str
    party: str
    n_found: int
    n_pages: int
    lines: tuple[Line, ...]
    counts: Counts

    @property
    def previous_query(self) -> str:
        """The query of the page before this one; "" on the first."""
        return f"{self.choice.query}pagina={self.choice.page - 1}" if self.choice.page > 1 else ""

    @property
    def next_query(self) -> str:
        """The query of the page after this one; "" on the last."""
        return f"{self.choice.query}pagina={self.choice.page + 1}" if self.choice.page < self.n_pages else ""


def read_choice(query: Mapping[str, str]) -> Choice:
    """The choice that a query string makes.

    Raises:
        InputError: a value is none that the list knows.
    """
    no_kind = gettext("«%s» is geen soort document. Kies een soort uit de lijst.")
    no_role = gettext("«%s» is geen rol van een ministerie. Schrijf gevraagd of antwoordt, of laat rol weg.")
    return Choice(
        kind=read_one_of(query.get("soort", ""), [*Kind], no_kind),
        session_year=read_session_year(query.get("jaar", "")),
        ministry=read_slug(query.get("ministerie", "")),
        role=read_one_of(query.get("rol", ""), _PARTS, no_role),
        member=read_slug(query.get("indiener", "")),
        party=read_slug(query.get("fractie", "")),
        page=read_page(query.get("pagina", "1")),
    )


def keep_counts() -> Kept[Counts]:
    """The publications of the whole record, counted."""
    return SHELF.get("listing", _count)


def _count() -> Counts:
    kinds = Publication.objects.values_list("kind").annotate(n=Count("pk")).order_by("-n", "kind")
    years = Publication.objects.values_list("session_year").annotate(n=Count("pk"))
    lines = [members.YearCount(session_year=year, n_publications=n) for year, n in years]
    return Counts(
        n_publications=sum(each.n_publications for each in lines),
        kinds=tuple(KindCount(kind=kind, n_publications=n) for kind, n in kinds),
        years=tuple(sorted(lines, key=lambda each: each.session_year or "", reverse=True)),
    )


def find_page(choice: Choice) -> tuple[DocumentsPage, Kept[Counts]]:
    """The publications of the chosen page, newest first, and the counts that it was made with.

    Raises:
        Http404: there is no such page.
    """
    member, party = members.find_member(choice.member), members.find_party(choice.party)
    found = _narrow(choice, member, party)
    kept = keep_counts()
    n_found = PAGES.get(replace(choice, page=1), found.count).value if choice.is_made else kept.value.n_publications
    n_pages = max(1, -(-n_found // PAGE_SIZE))
    if choice.page > n_pages:
        raise Http404(gettext("De lijst heeft geen pagina %s.") % choice.page)
    page = DocumentsPage(
        choice=choice,
        member=member.name if member else choice.member,
        party=party.name if party else choice.party,
        n_found=n_found,
        n_pages=n_pages,
        lines=list_newest(found, PAGE_SIZE, (choice.page - 1) * PAGE_SIZE),
        counts=kept.value,
    )
    return page, kept


def _narrow(choice: Choice, member: members.Named | None, party: members.Named | None) -> QuerySet[Publication]:
    """The publications that a choice leaves."""
    found: QuerySet[Publication] = Publication.objects.all()
    if choice.kind:
        found = found.filter(kind=choice.kind)
    if choice.session_year:
        found = found.filter(session_year=None if choice.session_year == NO_YEAR else choice.session_year)
    if choice.ministry:
        found = found.filter(pk__in=_of_ministry(choice).values("publication_id"))
    if choice.member:
        names = member.printed_names if member else ()
        found = found.filter(pk__in=Submitter.objects.filter(name__in=names).values("publication_id"))
    if choice.party:
        names = party.printed_names if party else ()
        found = found.filter(pk__in=Submitter.objects.filter(party__in=names).values("publication_id"))
    return found


def _of_ministry(choice: Choice) -> QuerySet[Office]:
    offices = Office.objects.filter(ministry=choice.ministry)
    return offices.filter(part__in=_PARTS[choice.role]) if choice.role else offices
