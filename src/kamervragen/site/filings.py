"""The filings that a choice leaves, as queries that follow the rules of `track.figures`.

A number on the page of figures leads to the list of the dossiers behind it, which asks here: both say the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Final

from django.db.models import Case, DateField, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.http import urlencode

from kamervragen import authorities
from kamervragen.site.kept import SHELF
from kamervragen.site.links import slug_of_party
from kamervragen.site.querying import NO_YEAR
from kamervragen.store.day_arithmetic import DaysAfter
from kamervragen.store.dossier_models import AddresseeRow, AskerRow, DossierRow
from kamervragen.store.last_day import find_last_day
from kamervragen.terms import Chamber, Form, TermKind
from kamervragen.timings import WAITING, Rule
from kamervragen.track.rules import RULES

STATUSES: Final = (
    "beantwoord",
    "open",
    "ingetrokken",
    "onbekend",
    "dag-klopt-niet",
    "termijn-voorbij",
    "op-tijd",
    "niet-op-tijd",
    "uitgesteld",
    "misschien-uitgesteld",
)
"""What may be asked of an addressee, as it stands in addresses."""

ALL_KNOWN: Final = "alles-bekend"
"""What may be asked of a filing instead: of each addressee it is known whether he answered, and when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingChoice:
    """Which filings; "" and None mean no choice.

    Args:
        year: the calendar year of filing, such as `2023`; `-` for those without day.
        ministry: the TOOI code of a ministry that is asked.
        party: of a member who asks, as in its address.
        status: of an addressee (of that ministry, where one is chosen) or of the filing, as docs/statistics.md lists them.
        size: how many are asked: `3`; from and to, `5-9`; or from, `10-`.
        waited: so many days at least an addressee is known to have waited.
        page: from 1.
    """

    year: str = ""
    ministry: str = ""
    party: str = ""
    status: str = ""
    size: str = ""
    waited: int | None = None
    page: int = 1

    @property
    def is_made(self) -> bool:
        """Whether anything was chosen."""
        return replace(self, page=1) != FilingChoice()

    @property
    def parameters(self) -> Mapping[str, str]:
        """The choice as names and values of an address, without its page."""
        parts = {
            "jaar": self.year,
            "ministerie": self.ministry,
            "fractie": self.party,
            "status": self.status,
            "gevraagden": self.size,
            "gewacht": "" if self.waited is None else str(self.waited),
        }
        return {name: value for name, value in parts.items() if value}

    def address(self, name: str = "dossier-list") -> str:
        """The address of a page about these filings."""
        return reverse(name) + self.query

    @property
    def query(self) -> str:
        """The same as the query of an address: "" or text that begins with `?`."""
        return f"?{urlencode(self.parameters)}" if self.parameters else ""


def keep_last_day() -> date | None:
    """The last day that the record knows of; None when nothing in it is dated."""
    return SHELF.get("last day", find_last_day).value


def all_filings() -> QuerySet[DossierRow]:
    """The filings that are counted: written ones, none of the Eerste Kamer, and what a day or a question shows to be one."""
    written = DossierRow.objects.filter(form=Form.WRITTEN).exclude(chamber=Chamber.EERSTE_KAMER)
    return written.filter(Q(submitted_on__isnull=False) | Q(n_questions__gt=0))


def keep_party_names() -> Mapping[str, tuple[str, ...]]:
    """The printed names of each party whose members ask, by its name in addresses."""
    return SHELF.get("asking parties", _gather_party_names).value


def _gather_party_names() -> Mapping[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for printed in AskerRow.objects.filter(party__isnull=False).order_by("party").values_list("party", flat=True).distinct():
        if printed:
            names[slug_of_party(printed)] = (*names.get(slug_of_party(printed), ()), printed)
    return names


def name_party(slug: str) -> str:
    """The name of a party by its name in addresses: the table's, else as it is printed."""
    printed = keep_party_names().get(slug)
    known = authorities.load().find_party(printed[0]) if printed else None
    return known.name if known else (printed or (slug,))[0]


def narrow_filings(choice: FilingChoice, until: date | None) -> QuerySet[DossierRow]:
    """The filings that a choice leaves.

    Args:
        choice: it.
        until: the last day that the record knows of.
    """
    found = all_filings()
    if choice.year:
        found = found.filter(_in_year(choice.year))
    if choice.party:
        names = keep_party_names().get(choice.party, ())
        found = found.filter(pk__in=AskerRow.objects.filter(party__in=names).values("dossier_id"))
    if choice.size:
        found = found.filter(_sized(choice.size))
    if choice.status == ALL_KNOWN:
        found = _all_known(found, until)
    if choice.ministry or choice.status in STATUSES or choice.waited is not None:
        found = found.filter(pk__in=_narrow_addressees(choice, until).values("dossier_id"))
    return found


def _all_known(found: QuerySet[DossierRow], until: date | None) -> QuerySet[DossierRow]:
    """Those with an addressee who answered or waits, and none of whom that cannot be said."""
    rows = AddresseeRow.objects.annotate(ended_on=_ended_on(until))
    unclear = rows.filter((_UNKNOWN | ~_is_sound(until)) & ~_WITHDRAWN)
    told = rows.filter(_ANSWERED | _OPEN)
    return found.filter(submitted_on__isnull=False, pk__in=told.values("dossier_id")).exclude(pk__in=unclear.values("dossier_id"))


def chosen_addressees(choice: FilingChoice, until: date | None) -> QuerySet[AddresseeRow]:
    """The addressees of these filings that the choice is about."""
    return _narrow_addressees(choice, until).filter(dossier__in=narrow_filings(choice, until))


def _in_year(year: str) -> Q:
    if year == NO_YEAR:
        return Q(submitted_on__isnull=True)
    return Q(submitted_on__gte=date(int(year), 1, 1), submitted_on__lte=date(int(year), 12, 31))


def _sized(size: str) -> Q:
    first, is_range, last = size.partition("-")
    at_least = Q(n_addressees__gte=int(first))
    if not is_range:
        return Q(n_addressees=int(first))
    return at_least & Q(n_addressees__lte=int(last)) if last else at_least


def _narrow_addressees(choice: FilingChoice, until: date | None) -> QuerySet[AddresseeRow]:
    found = AddresseeRow.objects.all()
    if choice.ministry:
        found = found.filter(ministry=choice.ministry)
    if choice.year:
        found = found.filter(_in_year(choice.year))
    if choice.status not in STATUSES and choice.waited is None:
        return found
    found = found.annotate(ended_on=_ended_on(until))
    if choice.waited is not None:
        found = found.filter(_is_sound(until), ended_on__gte=DaysAfter("submitted_on", choice.waited))
    return found.filter(_has_status(choice.status, until)) if choice.status in STATUSES else found


_ANSWERED: Final = Q(answered_on__isnull=False)
_WITHDRAWN: Final = Q(answered_on__isnull=True, withdrawn_on__isnull=False)
_SILENT: Final = Q(answered_on__isnull=True, withdrawn_on__isnull=True)
_OPEN: Final = _SILENT & Q(n_unread=0, status__in=WAITING)
_UNKNOWN: Final = _SILENT & ~Q(n_unread=0, status__in=WAITING)


def _ended_on(until: date | None) -> Case:
    """The day until which an addressee is known to have waited, as `track.figures` has it."""
    return Case(
        When(_ANSWERED, then=F("answered_on")),
        When(_WITHDRAWN, then=F("withdrawn_on")),
        When(_UNKNOWN, then=Coalesce("postponed_on", "submitted_on")),
        default=Value(until),
        output_field=DateField(),
    )


def _is_sound(until: date | None) -> Q:
    return Q(ended_on__gte=F("submitted_on"), ended_on__lte=until)


def _has_status(status: str, until: date | None) -> Q:
    """What an addressee with a status must be; `ended_on` is annotated."""
    simple = {
        "beantwoord": _ANSWERED,
        "open": _OPEN,
        "ingetrokken": _WITHDRAWN,
        "onbekend": _UNKNOWN,
        "dag-klopt-niet": Q(submitted_on__isnull=False) & ~_is_sound(until),
    }
    if status in simple:
        return simple[status]
    terms = [_of_term(rule, status, until) for rule in _first_terms()]
    return reduce(or_, terms)


def _first_terms() -> list[Rule]:
    return [each for each in RULES if each.kind is TermKind.FIRST and each.n_days is not None]


def _of_term(rule: Rule, status: str, until: date | None) -> Q:
    """The same for those under one rule, of a status that depends on the first term."""
    n_days = rule.n_days or 0
    due_on = DaysAfter("submitted_on", n_days)
    holds = Q(dossier__chamber=rule.chamber, due_on__isnull=False) & _is_sound(until) & ~_UNKNOWN
    holds &= Q(submitted_on__lt=until - timedelta(days=n_days)) if until else Q(pk__in=())
    holds &= Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=due_on)
    holds &= Q(submitted_on__gte=rule.from_on) if rule.from_on else Q()
    holds &= Q(submitted_on__lte=rule.until_on) if rule.until_on else Q()
    of_status = {
        "termijn-voorbij": Q(),
        "op-tijd": Q(answered_on__lte=due_on),
        "niet-op-tijd": Q(answered_on__isnull=True) | Q(answered_on__gt=due_on),
        "uitgesteld": Q(postponed_on__isnull=False),
        "misschien-uitgesteld": Q(postponed_on__isnull=True, n_unread__gt=0),
    }
    return holds & of_status[status]
