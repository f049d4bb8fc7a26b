"""What a search found, as its page shows it: Asking and Results → ResultsPage."""

import re
from dataclasses import dataclass, replace
from typing import Final

from kamervragen.search.records import MAX_HITS, PAGE_SIZE, Facet, FacetValue, Hit, Item, Piece, QueryError, Results, Widened
from kamervragen.site.asking import ORDERS, Asking
from kamervragen.site.naming import name_publication
from kamervragen.site.query_words import explain_refusal
from kamervragen.site.routes import address_of
from kamervragen.terms import Field, Order

LAST_PAGE: Final = MAX_HITS // PAGE_SIZE
_PLAIN_WORDS: Final = re.compile(r"[\w'’-]+(?:\s+[\w'’-]+)+")
_MAX_FEWER = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenValue:
    """A value that hits must have, and the address of the search without it."""

    field: Field
    value: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueView:
    """A value in a facet: how many hits have it, whether it is chosen, and the address that chooses it or leaves it."""

    value: str
    n_hits: int
    is_chosen: bool
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetView:
    """The commonest values of one field."""

    field: Field
    values: tuple[ValueView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderView:
    """An order of hits, whether it is the present one, and the address of the search in it."""

    order: Order
    is_chosen: bool
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HitView:
    """A question or an answer that was found.

    Args:
        href: its place on the page of its document.
        reference: how that document is cited, or its key.
        item: what was found, whole, with the other side of the exchange.
        snippet: the part of it that shows why, in pieces.
        n_days: from the filing of the questions to the answers; None unless both days are printed, in that order.
        score: comparable within one search only.
    """

    href: str
    reference: str
    item: Item
    snippet: tuple[Piece, ...]
    n_days: int | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A search that might find more: without a word (`left_out`), and its address."""

    left_out: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsPage:
    """A page of results.

    Args:
        query: as typed.
        choices: what is chosen beside it.
        order: how hits are sorted.
        orders: the orders there are.
        page: which page, from 1.
        n_pages: how many can be paged to.
        n_hits: how many questions and answers were found.
        n_complete: how many of them have everything that was asked for.
        widened: words for which other forms were searched for as well.
        left_out: words too common to find anything by.
        hits: those of this page.
        facets: of all hits.
        fewer_words: when nothing was found: the same with one word less.
        previous_href: the page before this one; "" where there is none.
        next_href: the page after it; "" where there is none.
        feed_href: the newest hits as a feed.
    """

    query: str
    choices: tuple[ChosenValue, ...]
    order: Order
    orders: tuple[OrderView, ...]
    page: int
    n_pages: int
    n_hits: int
    n_complete: int
    widened: tuple[Widened, ...]
    left_out: tuple[str, ...]
    hits: tuple[HitView, ...]
    facets: tuple[FacetView, ...]
    fewer_words: tuple[Suggestion, ...]
    previous_href: str
    next_href: str
    feed_href: str


def show_results(asking: Asking, results: Results) -> ResultsPage:
    """The page of what a search found."""
    n_pages = count_pages(results.n_hits)
    return ResultsPage(
        query=asking.query,
        choices=show_choices(asking),
        order=asking.order,
        orders=tuple(_order(asking, order) for order in ORDERS.values()),
        page=asking.page,
        n_pages=n_pages,
        n_hits=results.n_hits,
        n_complete=results.n_complete,
        widened=results.widened,
        left_out=results.left_out,
        hits=tuple(show_hit(hit) for hit in results.hits),
        facets=tuple(_facet(asking, facet) for facet in results.facets if facet.values),
        fewer_words=() if results.n_hits else _leave_out_words(asking),
        previous_href=_page_address(asking, asking.page - 1, n_pages),
        next_href=_page_address(asking, asking.page + 1, n_pages),
        feed_href=replace(asking, order=asking.usual_order, page=1).address("search-feed"),
    )


def count_pages(n_hits: int) -> int:
    """The number of pages on which so many hits are shown; at least one, and no more than one may page to."""
    return min(max(1, -(-n_hits // PAGE_SIZE)), LAST_PAGE)


def show_choices(asking: Asking) -> tuple[ChosenValue, ...]:
    """What is chosen, each with the address of the search without it."""
    return tuple(
        ChosenValue(field=field, value=value, href=asking.toggled(field, value).address()) for field, value in asking.values
    )


def show_hit(hit: Hit) -> HitView:
    """A hit with its place and its days."""
    item = hit.item
    return HitView(
        href=place_of(item),
        reference=name_publication(item.key),
        item=item,
        snippet=hit.snippet,
        n_days=_count_days(item),
        score=hit.score,
    )


def place_of(item: Item) -> str:
    """The place of a question or an answer on the page of its document."""
    return f"{address_of('document', item.key)}#{item.anchor}"


def _count_days(item: Item) -> int | None:
    if item.submitted_on is None or item.received_on is None or item.received_on < item.submitted_on:
        return None
    return (item.received_on - item.submitted_on).days


def _order(asking: Asking, order: Order) -> OrderView:
    return OrderView(order=order, is_chosen=order is asking.order, href=asking.ordered(order).address())


def _facet(asking: Asking, facet: Facet) -> FacetView:
    hrefs = asking.toggled_addresses(facet.field, [each.value for each in facet.values])
    return FacetView(field=facet.field, values=tuple(map(_value, facet.values, hrefs)))


def _value(value: FacetValue, href: str) -> ValueView:
    return ValueView(value=value.value, n_hits=value.n_hits, is_chosen=value.is_chosen, href=href)


def _page_address(asking: Asking, page: int, n_pages: int) -> str:
    return replace(asking, page=page).address() if 1 <= page <= n_pages else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedPage:
    """A search that is not understood.

    Args:
        query: as typed.
        choices: what is chosen beside it.
        code: what is wrong, a stable word.
        message: a sentence that says where, and what to do.
        place: the position of the first character that is not understood, from 0; None when it is about the whole.
        before, printed, after: the query in three pieces, of which the middle one is not understood.
    """

    query: str
    choices: tuple[ChosenValue, ...]
    code: str
    message: str
    place: int | None
    before: str
    printed: str
    after: str


def show_refusal(asking: Asking, error: QueryError) -> RefusedPage:
    """The page of a search that is not understood."""
    place = len(asking.query) if error.place is None else error.place
    end = place + max(1, len(error.printed.rstrip("…")))
    return RefusedPage(
        query=asking.query,
        choices=show_choices(asking),
        code=error.code,
        message=explain_refusal(error),
        place=error.place,
        before=asking.query[:place],
        printed=asking.query[place:end],
        after=asking.query[end:],
    )


def _leave_out_words(asking: Asking) -> tuple[Suggestion, ...]:
    """The same search with one word less, for each of a few plain words."""
    if not _PLAIN_WORDS.fullmatch(asking.query.strip()):
        return ()
    words = asking.query.split()[:_MAX_FEWER]
    rest = asking.query.split()[_MAX_FEWER:]
    return tuple(
        Suggestion(left_out=word, href=replace(asking, query=" ".join([*words[:n], *words[n + 1 :], *rest]), page=1).address())
        for n, word in enumerate(words)
    )
