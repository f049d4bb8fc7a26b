"""The facets of what was found: for each field its commonest values with their counts."""

from collections import Counter
from collections.abc import Iterable, Mapping
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

_Counts = Mapping[Field, Mapping[str, int]]


def count_facets(snapshot: Snapshot, compiled: Compiled, choices: Choices) -> tuple[Facet, ...]:
    """The facets of all that has everything that was asked for. Choices in a field do not narrow that field's own facet.

    Args:
        snapshot: the index.
        compiled: the query.
        choices: the values that hits must have beside it.
    """
    free = {field: n_shown for field, n_shown in MAX_VALUES.items() if field not in compiled.chosen}
    counts = dict(_count(snapshot, [compiled.found_by, *compiled.chosen.values()], free))
    for field in (field for field in MAX_VALUES if field in compiled.chosen):
        others = [query for each, query in compiled.chosen.items() if each is not field]
        counts.update(_count(snapshot, [compiled.found_by, *others], {field: _COUNTED}))  # the chosen ones may be rare
    return _make_facets(counts, choices)


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
