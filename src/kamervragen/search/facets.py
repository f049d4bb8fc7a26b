"""The facets of what was found: for each field its commonest values with their counts."""

import threading
from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import chain
from typing import Final

from tantivy import Query

from kamervragen.search.compile import Choices, Compiled
from kamervragen.search.index import Snapshot
from kamervragen.search.leaves import all_of
from kamervragen.search.records import Facet, FacetValue, Item
from kamervragen.search.schema import FACET_FIELDS
from kamervragen.terms import Field

MAX_VALUES: Final = {
    Field.KIND: 10,
    Field.YEAR: 100,
    Field.MINISTRY: 30,
    Field.PARTY: 20,
    Field.SUBMITTER: 20,
    Field.SIDE: 2,
}
"""The fields that have facets, in their order, and how many values of each are shown."""

_COUNTED: Final = 10_000  # values of one field that are counted in each part of the index: more than there are members

MAX_KEPT: Final = 64  # searches of which the facets are kept: who turns a page or changes the order has the same

_Counts = Mapping[Field, Mapping[str, int]]


class Kept:
    """The facets of the last searches in one moment of the index; threads may share it.

    Args:
        max_kept: of so many searches; of more, the one that nobody asked for longest is let go.
    """

    def __init__(self, max_kept: int = MAX_KEPT) -> None:
        self._max_kept = max_kept
        self._snapshot: Snapshot | None = None
        self._facets: OrderedDict[Hashable, tuple[Facet, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, snapshot: Snapshot, name: Hashable, count: Callable[[], tuple[Facet, ...]]) -> tuple[Facet, ...]:
        """The facets of a search, counted now when they are not kept.

        Args:
            snapshot: the index; of an earlier moment nothing is kept on.
            name: what is asked for; the same for the same `count`.
            count: counts them.
        """
        with self._lock:
            if snapshot is not self._snapshot:
                self._snapshot = snapshot
                self._facets.clear()
            if name in self._facets:
                self._facets.move_to_end(name)
                return self._facets[name]
        facets = count()
        with self._lock:
            if snapshot is self._snapshot:
                self._facets[name] = facets
                if len(self._facets) > self._max_kept:
                    self._facets.popitem(last=False)
        return facets


_KEPT: Final = Kept()


def count_facets(snapshot: Snapshot, compiled: Compiled, choices: Choices) -> tuple[Facet, ...]:
    """The facets of all that has everything that was asked for. Choices in a field do not narrow that field's own facet.

    Args:
        snapshot: the index.
        compiled: the query.
        choices: the values that hits must have beside it.
    """
    name = (compiled.tree, tuple((field, tuple(values)) for field, values in choices.items()))
    return _KEPT.get(snapshot, name, lambda: _make_facets(_count_all(snapshot, compiled), choices))


def _count_all(snapshot: Snapshot, compiled: Compiled) -> _Counts:
    free = {field: n_shown for field, n_shown in MAX_VALUES.items() if field not in compiled.chosen}
    counts = dict(_count(snapshot, [compiled.found_by, *compiled.chosen.values()], free))
    for field in (field for field in MAX_VALUES if field in compiled.chosen):
        others = [query for each, query in compiled.chosen.items() if each is not field]
        counts.update(_count(snapshot, [compiled.found_by, *others], {field: _COUNTED}))  # the chosen ones may be rare
    return counts


def count_items(items: Iterable[Item], choices: Choices) -> tuple[Facet, ...]:
    """The facets of some items."""
    some = list(items)
    counts = {
        Field.KIND: Counter(item.kind for item in some),
        Field.YEAR: Counter(str(item.dated_on.year) for item in some if item.dated_on),
        Field.MINISTRY: Counter(chain.from_iterable(item.ministries for item in some)),
        Field.PARTY: Counter(chain.from_iterable(item.parties for item in some)),
        Field.SUBMITTER: Counter(chain.from_iterable(item.submitters for item in some)),
        Field.SIDE: Counter(str(item.side) for item in some),
    }
    return _make_facets(counts, choices)


def _count(snapshot: Snapshot, required: list[Query], fields: Mapping[Field, int]) -> _Counts:
    """The commonest values of some fields with their counts, so many of each, among what all of some queries find."""
    wanted = {
        str(field): {"terms": {"field": FACET_FIELDS[field], "size": n_values, "segment_size": _COUNTED}}
        for field, n_values in fields.items()
    }
    found = snapshot.searcher.aggregate(all_of(required), wanted) if fields else {}
    return {field: {each["key"]: each["doc_count"] for each in found[str(field)]["buckets"]} for field in fields}


def _make_facets(counts: _Counts, choices: Choices) -> tuple[Facet, ...]:
    return tuple(Facet(field=field, values=_make_values(field, counts[field], choices.get(field, ()))) for field in MAX_VALUES)


def _make_values(field: Field, counts: Mapping[str, int], chosen: tuple[str, ...]) -> tuple[FacetValue, ...]:
    """The values that are shown, with those that were chosen, whether or not anything has them."""
    commonest = sorted(counts, key=lambda value: (-counts[value], value))[: MAX_VALUES[field]]
    shown = dict.fromkeys([*commonest, *chosen])
    values = [FacetValue(value=value, n_hits=counts.get(value, 0), is_chosen=value in chosen) for value in shown]
    if field is Field.YEAR:
        return tuple(sorted(values, key=lambda each: each.value, reverse=True))
    return tuple(sorted(values, key=lambda each: (-each.n_hits, each.value)))
