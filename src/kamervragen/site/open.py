"""The page of open questions: which answers are waited for, which are late, and what that rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import Http404
from django.utils.translation import gettext

from kamervragen.folding import fold
from kamervragen.site import members, ministries
from kamervragen.site.coverage import keep_coverage
from kamervragen.site.kept import SHELF, Kept
from kamervragen.site.links import slug_of_party
from kamervragen.site.open_choice import GIVEN, LATE, SECOND_TERM, OpenChoice
from kamervragen.site.open_counts import OpenCounts, keep_open_counts
from kamervragen.site.open_day import keep_day
from kamervragen.site.open_lines import OpenLine, list_open
from kamervragen.store.dossier_models import AddresseeRow, AskerRow

PAGE_SIZE: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What a list may be narrowed to: how it stands in addresses, and its name."""

    value: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The ministries that are asked, and the parties that ask, in dossiers; by name."""

    ministries: tuple[Option, ...]
    parties: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPage:
    """A page of a list.

    Args:
        choice: what the reader chose.
        ministry, party, member: the names of the chosen ones; "" without such a choice.
        day: on which all this holds: the last day that the record knows of.
        counts: of all lists, of the chosen ministry, party and member.
        n_found: how many answers are on this list.
        n_pages: on how many pages.
        lines: those of this page.
        n_missing: numbers of the Aanhangsel that are not in the record; answers may be among them.
        options: what may be chosen.
    """

    choice: OpenChoice
    ministry: str
    party: str
    member: str
    day: date
    counts: OpenCounts
    n_found: int
    n_pages: int
    lines: tuple[OpenLine, ...]
    n_missing: int
    options: Options

    @property
    def previous_query(self) -> str:
        """The query of the page before this one; "" on the first."""
        return f"{self.choice.query}pagina={self.choice.page - 1}" if self.choice.page > 1 else ""

    @property
    def next_query(self) -> str:
        """The query of the page after this one; "" on the last."""
        return f"{self.choice.query}pagina={self.choice.page + 1}" if self.choice.page < self.n_pages else ""

    @property
    def feed(self) -> str:
        """The address of the list as a feed."""
        return self.choice.address(name="open-feed")

    @property
    def tabs(self) -> tuple["Tab", ...]:
        """The lists that every reader is shown, with how many answers they hold."""
        n = self.counts
        counted = {"": n.n_waiting, LATE: n.n_late, SECOND_TERM: n.n_second_term, GIVEN: n.n_given}
        return tuple(
            Tab(which=which, href=self.choice.address(which), n=n, is_current=which == self.choice.which)
            for which, n in counted.items()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """The way to a list, with how many answers it holds."""

    which: str
    href: str
    n: int
    is_current: bool


def find_open_page(choice: OpenChoice) -> tuple[OpenPage, Kept[OpenCounts]]:
    """The chosen page of a list, and the counts it was made with.

    Raises:
        Http404: there is no such page.
    """
    kept = keep_open_counts(choice)
    n_found = kept.value.of(choice.which)
    n_pages = max(1, -(-n_found // PAGE_SIZE))
    if choice.page > n_pages:
        raise Http404(gettext("De lijst heeft geen pagina %s.") % choice.page)
    day = keep_day()
    party, member = members.find_party(choice.party), members.find_member(choice.member)
    page = OpenPage(
        choice=choice,
        ministry=ministries.name_of(choice.ministry) if choice.ministry else "",
        party=party.name if party else choice.party,
        member=member.name if member else choice.member,
        day=day,
        counts=kept.value,
        n_found=n_found,
        n_pages=n_pages,
        lines=list_open(choice, day, PAGE_SIZE, (choice.page - 1) * PAGE_SIZE),
        n_missing=keep_coverage().value.n_missing,
        options=SHELF.get("open options", _list_options).value,
    )
    return page, kept


def _list_options() -> Options:
    codes = AddresseeRow.objects.filter(ministry__isnull=False).values_list("ministry", flat=True).distinct()
    printed = AskerRow.objects.values_list("party", flat=True).distinct()
    named = sorted((each for each in printed if each), reverse=True)
    parties = {slug: each for each in named if (slug := slug_of_party(each))}
    found = {slug: members.find_party(slug) for slug in parties}
    return Options(
        ministries=_sorted(Option(value=code, name=ministries.name_of(code)) for code in codes if code),
        parties=_sorted(Option(value=slug, name=(each.name if (each := found[slug]) else parties[slug])) for slug in parties),
    )


def _sorted(options: Iterable[Option]) -> tuple[Option, ...]:
    return tuple(sorted(options, key=lambda each: (fold(each.name), each.value)))
