"""Figures that are kept until the record changes."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from entries import NOON
from kamervragen.site.kept import MAX_KEPT, Shelf
from kamervragen.store.counts import State


@dataclass
class World:
    """A record that changes and a clock that goes on when a test says so."""

    n_changes: int = 0
    now: float = 100.0
    made: list[str] = field(default_factory=list)

    def state(self) -> State:
        return State(token=str(self.n_changes), changed_at=NOON + timedelta(minutes=self.n_changes))

    def clock(self) -> float:
        return self.now

    def maker(self, name: str, cost_s: float = 0.0) -> Callable[[], str]:
        def make() -> str:
            self.now += cost_s
            self.made.append(name)
            return f"{name} {self.n_changes}"

        return make


@pytest.fixture
def world(record: Path) -> World:
    return World()


@pytest.fixture
def shelf(world: World) -> Shelf:
    return Shelf(world.state, world.clock)


def test_a_value_is_made_once_and_says_of_when_it_is(world: World, shelf: Shelf) -> None:
    first = shelf.get("a", world.maker("a"))
    again = shelf.get("a", world.maker("a"))
    assert world.made == ["a"]
    assert first == again
    assert (first.value, first.changed_at, first.is_current) == ("a 0", NOON, True)


def test_a_value_is_made_anew_when_the_record_changed(world: World, shelf: Shelf) -> None:
    shelf.get("a", world.maker("a", cost_s=0.01))
    world.n_changes += 1
    second = shelf.get("a", world.maker("a", cost_s=0.01))
    assert (second.value, second.changed_at, second.is_current) == ("a 1", NOON + timedelta(minutes=1), True)


def test_a_dear_value_is_not_made_anew_at_each_change_and_says_so(world: World, shelf: Shelf) -> None:
    shelf.get("a", world.maker("a", cost_s=2.0))
    world.n_changes += 1
    soon = shelf.get("a", world.maker("a", cost_s=2.0))
    assert (soon.value, soon.changed_at, soon.is_current) == ("a 0", NOON, False)
    world.now += 40.0
    later = shelf.get("a", world.maker("a", cost_s=2.0))
    assert (later.value, later.is_current) == ("a 1", True)


def test_while_one_thread_makes_a_value_anew_others_get_the_earlier_one(world: World, shelf: Shelf) -> None:
    shelf.get("a", world.maker("a"))
    world.n_changes += 1
    began, may_end = threading.Event(), threading.Event()

    def make_slowly() -> str:
        began.set()
        may_end.wait(10)
        return "slow"

    thread = threading.Thread(target=lambda: shelf.get("a", make_slowly))
    thread.start()
    assert began.wait(10)
    meanwhile = shelf.get("a", world.maker("a"))
    may_end.set()
    thread.join()
    assert (meanwhile.value, meanwhile.is_current) == ("a 0", False)
    assert shelf.get("a", world.maker("a")).value == "slow"


def test_a_value_that_cannot_be_made_is_tried_again(world: World, shelf: Shelf) -> None:
    def fail() -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        shelf.get("a", fail)
    assert shelf.get("a", world.maker("a")).value == "a 0"


def test_only_so_many_values_are_kept(world: World, shelf: Shelf) -> None:
    for n in range(MAX_KEPT + 1):
        shelf.get(n, world.maker(str(n)))
    shelf.get(MAX_KEPT, world.maker("last"))
    shelf.get(0, world.maker("first"))
    assert world.made[MAX_KEPT + 1 :] == ["first"]
