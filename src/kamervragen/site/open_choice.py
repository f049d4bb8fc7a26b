"""Which answers a list is about: waited for, late, in the second term, given; of which ministry, party or member."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext

from kamervragen.site import members
from kamervragen.site.querying import read_one_of, read_page, read_slug
from kamervragen.store.dossier_models import AddresseeRow, AskerRow
from kamervragen.terms import AddresseeStatus, Form
from kamervragen.timings import ANSWERED, WAITING

LATE: Final = "te-laat"
SECOND_TERM: Final = "tweede-termijn"
GIVEN: Final = "beantwoord"
UNCERTAIN: Final = "niet-te-zeggen"
POSTPONED: Final = "uitgesteld"
ALL: Final = "alle"
LISTS: Final = ("", LATE, SECOND_TERM, GIVEN, UNCERTAIN, POSTPONED, ALL)
"""The lists as they stand in addresses; "" is what is waited for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenChoice:
    """Which answers; "" means no choice.

    Args:
        which: one of `LISTS`.
        ministry: the TOOI code of the ministry that is asked.
        party, member: of who asks, as in their addresses.
        page: from 1.
    """

    which: str = ""
    ministry: str = ""
    party: str = ""
    member: str = ""
    page: int = 1

    @property
    def is_narrowed(self) -> bool:
        """Whether a ministry, party or member was chosen."""
        return bool(self.ministry or self.party or self.member)

    @property
    def of_all_lists(self) -> "OpenChoice":
        """The same ministry, party and member, of no list in particular."""
        return replace(self, which="", page=1)

    @property
    def query(self) -> str:
        """The choice as a query without its page: "" or text that ends in `&`."""
        parts = {"lijst": self.which, "ministerie": self.ministry, "fractie": self.party, "indiener": self.member}
        query = urlencode({name: value for name, value in parts.items() if value})
        return f"{query}&" if query else ""

    def address(self, which: str | None = None, name: str = "open") -> str:
        """The address of a list of this choice.

        Args:
            which: another list than the chosen one.
            name: of the address: the page, its twin or its feed.
        """
        query = (self if which is None else replace(self, which=which)).query.rstrip("&")
        return f"{reverse(name)}?{query}" if query else reverse(name)


def read_open_choice(query: Mapping[str, str]) -> OpenChoice:
    """The choice that a query string makes.

    Raises:
        InputError: a value is none that the list knows.
    """
    no_list = gettext("«%s» is geen lijst. Kies een lijst op de pagina met open vragen.")
    return OpenChoice(
        which=read_one_of(query.get("lijst", ""), LISTS, no_list),
        ministry=read_slug(query.get("ministerie", "")),
        party=read_slug(query.get("fractie", "")),
        member=read_slug(query.get("indiener", "")),
        page=read_page(query.get("pagina", "1")),
    )


def is_of(which: str, day: date) -> Q:
    """What an addressee on a list must be on a day."""
    written = Q(dossier__form=Form.WRITTEN)  # oral questions are answered in the Chamber, and that is not in the record
    waiting = written & Q(status__in=WAITING, n_unread=0)
    lists = {
        "": waiting,
        LATE: waiting & Q(due_on__lt=day),
        SECOND_TERM: waiting & Q(postponed_on__isnull=False, due_on__gte=day),
        GIVEN: written & Q(status__in=ANSWERED),
        UNCERTAIN: written & (Q(status=AddresseeStatus.UNKNOWN) | Q(status__in=WAITING, n_unread__gt=0)),
        POSTPONED: written & Q(postponed_on__isnull=False),
        ALL: written,
    }
    return lists[which]


def order_of(which: str) -> tuple[OrderBy | str, ...]:
    """The order of a list: what was given last comes first; of all else, what was asked first."""
    first = F("answered_on").desc(nulls_last=True) if which == GIVEN else F("submitted_on").asc(nulls_last=True)
    return first, "dossier_id", "position"


def narrow_addressees(choice: OpenChoice) -> QuerySet[AddresseeRow]:
    """The addressees of the chosen ministry, asked by the chosen party and member; of all lists."""
    found = AddresseeRow.objects.all()
    if choice.ministry:
        found = found.filter(ministry=choice.ministry)
    if choice.party:
        party = members.find_party(choice.party)
        asked = AskerRow.objects.filter(party__in=party.printed_names if party else ())
        found = found.filter(dossier_id__in=asked.values("dossier_id"))
    if choice.member:
        member = members.find_member(choice.member)
        asked = AskerRow.objects.filter(name__in=member.printed_names if member else ())
        found = found.filter(dossier_id__in=asked.values("dossier_id"))
    return found
