"""The address of a search: what it asks for, and the addresses of searches beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import quote_plus

from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext

from kamervragen.errors import InputError
from kamervragen.search.records import PAGE_SIZE, Request
from kamervragen.site.querying import read_one_of, read_page
from kamervragen.site.routes import address_of
from kamervragen.terms import Field, Order

FIELDS: Final[Mapping[str, Field]] = {
    "soort": Field.KIND,
    "jaar": Field.YEAR,
    "ministerie": Field.MINISTRY,
    "fractie": Field.PARTY,
    "indiener": Field.SUBMITTER,
    "in": Field.SIDE,
}
"""The names in an address of what a search is narrowed by, in the order of the facets."""

FIELD_NAMES: Final = {each: name for name, each in FIELDS.items()}
ORDERS: Final[Mapping[str, Order]] = {"relevantie": Order.RELEVANCE, "nieuwste": Order.NEWEST, "oudste": Order.OLDEST}
MAX_CHOICES: Final = 50
MAX_CHARACTERS: Final = 200  # of one chosen value

_ORDER_NAMES: Final = {order: name for name, order in ORDERS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What an address asks for: the same as a `Request`, and as an address again."""

    query: str = ""
    choices: Mapping[Field, tuple[str, ...]] = field(default_factory=dict)
    order: Order = Order.RELEVANCE
    page: int = 1

    @property
    def is_blank(self) -> bool:
        """Whether nothing is asked for at all."""
        return not self.query.strip() and not self.choices

    @property
    def values(self) -> tuple[tuple[Field, str], ...]:
        """The chosen values, each with its field, in the order of the facets."""
        return tuple((each, value) for each in FIELDS.values() for value in self.choices.get(each, ()))

    @property
    def usual_order(self) -> Order:
        """The order that goes without saying: what answers no words is no more relevant than the rest."""
        return Order.RELEVANCE if self.query.strip() else Order.NEWEST

    def request(self, size: int = PAGE_SIZE, with_facets: bool = True) -> Request:
        """What the search is asked."""
        return Request(
            query=self.query, choices=self.choices, order=self.order, page=self.page, size=size, with_facets=with_facets
        )

    def toggled(self, which: Field, value: str) -> "Asking":
        """The same search with this value chosen, or no longer chosen, on its first page."""
        chosen = self.choices.get(which, ())
        values = tuple(each for each in chosen if each != value) if value in chosen else (*chosen, value)
        choices = {each: kept for each, kept in {**self.choices, which: values}.items() if kept}
        return replace(self, choices=choices, page=1)

    def toggled_addresses(self, which: Field, values: Sequence[str]) -> list[str]:
        """The address of `toggled` for each of some values: what most of them have in common is made once."""
        chosen = self.choices.get(which, ())
        before, after = self._around(which)
        return [
            self.toggled(which, value).address() if value in chosen else before + quote_plus(value) + after for value in values
        ]

    def _around(self, which: Field) -> tuple[str, str]:
        """What stands in an address of the first page before and after a value that is chosen beside the others of its field."""
        pairs = replace(self, page=1).parameters
        up_to = list(FIELDS.values()).index(which) + 1
        n_before = bool(self.query) + sum(len(self.choices.get(each, ())) for each in list(FIELDS.values())[:up_to])
        before, after = urlencode((*pairs[:n_before], (FIELD_NAMES[which], ""))), urlencode(pairs[n_before:])
        return f"{address_of('search')}?{before}", f"&{after}" if after else ""

    def ordered(self, order: Order) -> "Asking":
        """The same search in another order, on its first page."""
        return replace(self, order=order, page=1)

    @property
    def parameters(self) -> tuple[tuple[str, str], ...]:
        """Name and value of all that its address says; what goes without saying is left out."""
        order = [("volgorde", _ORDER_NAMES[self.order])] if self.order is not self.usual_order else []
        page = [("pagina", str(self.page))] if self.page > 1 else []
        query = [("q", self.query)] if self.query else []
        return (*query, *((FIELD_NAMES[each], value) for each, value in self.values), *order, *page)

    def address(self, name: str = "search") -> str:
        """Its address.

        Args:
            name: of the page, or of what else has the same query, such as the feed.
        """
        query, path = urlencode(self.parameters), address_of(name)
        return f"{path}?{query}" if query else path


def read_asking(given: QueryDict) -> Asking:
    """What the query of an address asks for.

    Raises:
        InputError: an order, page or chosen value is none.
    """
    no_order = gettext("«%s» is geen volgorde. Schrijf relevantie, nieuwste of oudste.")
    order = read_one_of(given.get("volgorde", ""), ORDERS, no_order)
    asking = Asking(query=given.get("q", ""), choices=_read_choices(given), page=read_page(given.get("pagina", "1")))
    return replace(asking, order=ORDERS[order] if order else asking.usual_order)


def _read_choices(given: QueryDict) -> Mapping[Field, tuple[str, ...]]:
    """The chosen values of each field, each once; those of no text are no choice."""
    values = {each: tuple(dict.fromkeys(filter(None, given.getlist(name)))) for name, each in FIELDS.items()}
    if sum(map(len, values.values())) > MAX_CHOICES:
        message = gettext("Er zijn meer dan %s keuzen tegelijk gemaakt. Begin opnieuw met minder.") % MAX_CHOICES
        raise InputError("too_many_choices", message)
    if any(len(value) > MAX_CHARACTERS for each in values.values() for value in each):
        message = gettext("Een gekozen waarde is langer dan %s tekens. Kies uit de waarden op de pagina.") % MAX_CHARACTERS
        raise InputError("choice_too_long", message)
    return {each: chosen for each, chosen in values.items() if chosen}
