"""What queries of the index find, in the order that was asked for."""

from collections.abc import Sequence
from typing import Final

import tantivy
from tantivy import DocAddress, Occur, Query, Searcher

from kamervragen.search.index import Snapshot
from kamervragen.search.leaves import Leaves
from kamervragen.search.schema import PLACE, PLACES_OF_A_DAY
from kamervragen.terms import Order

Found = tuple[float, DocAddress]
"""A score, or a place among all items by their day, and where the item is in the index."""

_WAYS: Final = {Order.NEWEST: tantivy.Order.Desc, Order.OLDEST: tantivy.Order.Asc}


def find_page(snapshot: Snapshot, query: Query, order: Order, *, limit: int, first: int) -> tuple[int, list[Found]]:
    """How many items a query finds, and those from one on.

    Args:
        snapshot: the index.
        query: finds them.
        order: in which they come; what is of no known day comes last in orders by day.
        limit: how many are wanted, at least 1.
        first: the first of them, from 0.
    """
    if order is Order.OLDEST:
        return _find_oldest(snapshot, query, limit, first)
    by = PLACE if order is Order.NEWEST else None
    return _find(snapshot.searcher, query, by, order, limit, first)


def sort_found(snapshot: Snapshot, found: Sequence[Found], order: Order) -> list[Found]:
    """What was found by relevance in another order."""
    if order is Order.RELEVANCE:
        return list(found)
    places = snapshot.searcher.fast_field_values(PLACE, [address for _, address in found])
    by_place = [(int(place or 0), each) for place, each in zip(places, found, strict=True)]
    if order is Order.NEWEST:
        return [each for _, each in sorted(by_place, key=lambda pair: -pair[0])]
    return [each for _, each in sorted(by_place, key=lambda pair: (pair[0] < PLACES_OF_A_DAY, pair[0]))]


def _find_oldest(snapshot: Snapshot, query: Query, limit: int, first: int) -> tuple[int, list[Found]]:
    """Those with a day, and after them those without."""
    undated = Leaves(snapshot).undated()
    n_found = 0
    hits: list[Found] = []
    for occur in (Occur.MustNot, Occur.Must):
        some = Query.boolean_query([(Occur.Must, query), (occur, undated)])
        n_some, found = _find(snapshot.searcher, some, PLACE, Order.OLDEST, limit, max(0, first - n_found))
        n_found += n_some
        hits += found
    return n_found, hits[:limit]


def _find(searcher: Searcher, query: Query, by: str | None, order: Order, limit: int, first: int) -> tuple[int, list[Found]]:
    way = _WAYS.get(order, tantivy.Order.Desc)
    result = searcher.search(query, limit, offset=first, order_by_field=by, order=way)
    return int(result.count), result.hits  # type: ignore[attr-defined]  # the package's stub forgets the count
