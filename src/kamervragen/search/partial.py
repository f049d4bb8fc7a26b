"""Hits where few items have everything that was asked for: those, and then what has a part of it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tantivy import DocAddress

from kamervragen.search.compile import Compiled
from kamervragen.search.index import Snapshot
from kamervragen.search.marking import Marker
from kamervragen.search.ordering import Found, sort_found
from kamervragen.search.records import Item
from kamervragen.terms import Order

MAX_PARTIAL: Final = 50
MIN_SHARE: Final = 0.15  # of the score of the best one; what has less has hardly anything in common with the query

Scored = tuple[float, Item]


class Candidates:
    """What may be shown, read from the index."""

    def __init__(self, snapshot: Snapshot, compiled: Compiled, order: Order) -> None:
        self._snapshot = snapshot
        self._compiled = compiled
        self._order = order
        self._addresses: set[tuple[int, int]] = set()  # of those that have everything

    def complete(self, found: Sequence[Found]) -> list[Scored]:
        """The items that have everything; to be called first.

        Args:
            found: all that have.
        """
        self._addresses = {(address.segment_ord, address.doc) for _, address in found}
        return list(self._read(found))

    def partial(self, complete: Sequence[Scored], marker: Marker) -> list[Scored]:
        """The items that have a part of it, at most `MAX_PARTIAL`.

        Args:
            complete: those that have everything.
            marker: finds what was asked for and parts of it.
        """
        limit = MAX_PARTIAL + len(complete)
        found = self._snapshot.searcher.search(self._compiled.partial, limit, count=False).hits if self._compiled.partial else []
        least = MIN_SHARE * max((score for score, _ in found), default=0.0)
        rest = [(score, address) for score, address in found if score >= least and not self._is_complete(address)]
        items = list(self._read(sort_found(self._snapshot, rest[:MAX_PARTIAL], self._order)))
        return list(_leave_echoes_out(items, [*complete, *items], marker))

    def _is_complete(self, address: DocAddress) -> bool:
        return (address.segment_ord, address.doc) in self._addresses

    def _read(self, found: Iterable[Found]) -> Iterator[Scored]:
        return ((score, self._snapshot.item(address)) for score, address in found)


def _leave_echoes_out(items: Iterable[Scored], all_found: Iterable[Scored], marker: Marker) -> Iterator[Scored]:
    """Items without those that have nothing of what was asked for and are judged by the other side, which is a hit itself."""
    texts: dict[str, list[str]] = {}
    for _, item in all_found:
        texts.setdefault(item.key, []).append(item.text)
    for score, item in items:
        beside = texts[item.key]
        is_other_found = len(beside) > 1 and any(text in item.other for text in beside)
        if not is_other_found or marker.is_in(item.text):
            yield score, item
