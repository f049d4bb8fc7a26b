"""The list of dossiers: those that a choice leaves, the newest first, and how many of their addressees the choice is about."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeVar

from django.db.models import F
from django.http import Http404
from django.utils.http import urlencode
from django.utils.translation import gettext

from kamervragen.errors import InputError
from kamervragen.site import ministries
from kamervragen.site.filings import (
    ALL_KNOWN,
    STATUSES,
    FilingChoice,
    chosen_addressees,
    keep_last_day,
    name_party,
    narrow_filings,
)
from kamervragen.site.kept import PAGES, Kept
from kamervragen.site.lines import Holder, Person
from kamervragen.site.querying import read_one_of, read_page, read_slug
from kamervragen.site.statistics import read_year
from kamervragen.store.dossier_models import AddresseeRow, AskerRow, DossierRow
from kamervragen.terms import Role

PAGE_SIZE: Final = 50
_SIZE: Final = re.compile(r"[0-9]{1,4}(-[0-9]{0,4})?")
_MAX_DAYS: Final = 9_999


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierLine:
    """A dossier in a list.

    Args:
        key: its name in addresses.
        subject: as printed; None when none is.
        submitted_on: the day of filing; None when none is printed.
        submitters: who asks.
        asked: the offices that are asked.
        n_answered: how many of them have an answer in the record.
        n_unread: publications that its headings cite and that are not in the record.
    """

    key: str
    subject: str | None
    submitted_on: date | None
    submitters: tuple[Person, ...]
    asked: tuple[Holder, ...]
    n_answered: int
    n_unread: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierListPage:
    """A page of the list of dossiers.

    Args:
        choice: what the reader chose.
        ministry: the name of the chosen ministry; "" without such a choice.
        party: the name of the chosen party.
        until: the last day that the record knows of, to which waiting is counted; None for an empty record.
        n_found: how many dossiers the choice leaves.
        n_addressees: how many of their addressees it is about.
        n_pages: on how many pages.
        lines: those of this page, newest first.
    """

    choice: FilingChoice
    ministry: str
    party: str
    until: date | None
    n_found: int
    n_addressees: int
    n_pages: int
    lines: tuple[DossierLine, ...]

    @property
    def previous_query(self) -> str:
        """The query of the page before this one; "" on the first."""
        return self._query(self.choice.page - 1) if self.choice.page > 1 else ""

    @property
    def next_query(self) -> str:
        """The query of the page after this one; "" on the last."""
        return self._query(self.choice.page + 1) if self.choice.page < self.n_pages else ""

    def _query(self, page: int) -> str:
        return urlencode({**self.choice.parameters, "pagina": str(page)})


def read_filing_choice(query: Mapping[str, str]) -> FilingChoice:
    """The choice that a query string makes.

    Raises:
        InputError: a value is none that the list knows.
    """
    no_status = gettext("«%s» is geen status uit de adressen van deze site. Kies uit de lijst.")
    return FilingChoice(
        year=read_year(query.get("jaar", "")),
        ministry=read_slug(query.get("ministerie", "")),
        party=read_slug(query.get("fractie", "")),
        status=read_one_of(query.get("status", ""), [*STATUSES, ALL_KNOWN], no_status),
        size=_read_size(query.get("gevraagden", "")),
        waited=_read_days(query.get("gewacht", "")),
        page=read_page(query.get("pagina", "1")),
    )


def _read_size(printed: str) -> str:
    if printed and not _SIZE.fullmatch(printed):
        message = gettext("«%s» is geen aantal gevraagden. Schrijf een getal, of van en tot: 3, 5-9 of 10-.")
        raise InputError("bad_query", message % printed[:40])
    return printed


def _read_days(printed: str) -> int | None:
    if not printed:
        return None
    if not (printed.isascii() and printed.isdecimal() and len(printed) < 5):
        message = gettext("«%s» is geen aantal dagen. Schrijf een heel getal tot en met %d.")
        raise InputError("bad_query", message % (printed[:40], _MAX_DAYS))
    return int(printed)


def find_dossiers(choice: FilingChoice) -> tuple[DossierListPage, Kept[tuple[int, int]]]:
    """The dossiers of the chosen page, newest first, and the counts that it was made with.

    Raises:
        Http404: there is no such page.
    """
    until = keep_last_day()
    found = narrow_filings(choice, until)
    of_choice = replace(choice, page=1)
    kept = PAGES.get(("dossiers", of_choice), lambda: (found.count(), chosen_addressees(of_choice, until).count()))
    n_found, n_addressees = kept.value
    n_pages = max(1, -(-n_found // PAGE_SIZE))
    if choice.page > n_pages:
        raise Http404(gettext("De lijst heeft geen pagina %s.") % choice.page)
    first = (choice.page - 1) * PAGE_SIZE
    rows = found.order_by(F("submitted_on").desc(nulls_last=True), "key")[first : first + PAGE_SIZE]
    page = DossierListPage(
        choice=choice,
        ministry=ministries.name_of(choice.ministry) if choice.ministry else "",
        party=name_party(choice.party) if choice.party else "",
        until=until,
        n_found=n_found,
        n_addressees=n_addressees,
        n_pages=n_pages,
        lines=make_dossier_lines(list(rows)),
    )
    return page, kept


def make_dossier_lines(rows: Sequence[DossierRow]) -> tuple[DossierLine, ...]:
    """The lines of dossiers, of which there are few, in their order."""
    keys = [row.pk for row in rows]
    asking = _gather(AskerRow.objects.filter(dossier__in=keys).order_by("dossier_id", "position"))
    asked = _gather(AddresseeRow.objects.filter(dossier__in=keys).order_by("dossier_id", "position"))
    return tuple(
        DossierLine(
            key=row.key,
            subject=row.subject,
            submitted_on=row.submitted_on,
            submitters=tuple(Person(name=each.name, party=each.party) for each in asking[row.pk]),
            asked=tuple(
                Holder(role=Role(each.role), name=None, portfolio=each.portfolio, ministry=each.ministry)
                for each in asked[row.pk]
            ),
            n_answered=row.n_answered,
            n_unread=row.n_unread,
        )
        for row in rows
    )


_Piece = TypeVar("_Piece", AskerRow, AddresseeRow)


def _gather(rows: Iterable[_Piece]) -> Mapping[int, list[_Piece]]:
    """The rows of each dossier."""
    gathered = defaultdict[int, list[_Piece]](list)
    for row in rows:
        gathered[row.dossier_id].append(row)
    return gathered
