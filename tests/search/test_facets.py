"""Which facets are kept, and for how long."""

from collections.abc import Callable
from pathlib import Path

import pytest

from items import make_index, make_item
from kamervragen.search.facets import Kept
from kamervragen.search.index import Snapshot
from kamervragen.search.records import Facet
from kamervragen.terms import Field


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    return make_index(tmp_path, [make_item()]).snapshot()


def _counting(counted: list[str], name: str) -> Callable[[], tuple[Facet, ...]]:
    def count() -> tuple[Facet, ...]:
        counted.append(name)
        return (Facet(field=Field.PARTY, values=()),)

    return count


def test_what_was_counted_is_kept_and_of_more_what_nobody_asked_for_longest_is_let_go(snapshot: Snapshot) -> None:
    kept, counted = Kept(max_kept=2), list[str]()

    for name in ("a", "b", "a", "c", "a", "b"):
        assert kept.get(snapshot, name, _counting(counted, name)) == (Facet(field=Field.PARTY, values=()),)

    assert counted == ["a", "b", "c", "b"]


def test_of_another_moment_of_the_index_nothing_is_kept(snapshot: Snapshot) -> None:
    kept, counted = Kept(), list[str]()
    later = Snapshot(searcher=snapshot.searcher, schema=snapshot.schema)

    for moment in (snapshot, later, snapshot):
        kept.get(moment, "a", _counting(counted, "a"))

    assert counted == ["a", "a", "a"]


def test_what_was_counted_while_the_index_changed_is_not_kept(snapshot: Snapshot) -> None:
    kept, counted = Kept(), list[str]()
    later = Snapshot(searcher=snapshot.searcher, schema=snapshot.schema)

    def count_meanwhile() -> tuple[Facet, ...]:
        kept.get(later, "b", _counting(counted, "b"))
        return _counting(counted, "a")()

    kept.get(snapshot, "a", count_meanwhile)
    kept.get(later, "a", _counting(counted, "a, later"))

    assert counted == ["b", "a", "a, later"]
