"""Figures that cost more than a look-up, kept by each process until the record changes. A page says of what moment they are."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar, cast

from django.db import connection

from kamervragen.errors import StoreError
from kamervragen.site.counted import COUNTER, Count, Told
from kamervragen.store.counts import State, read_state

MAX_KEPT = 512
CHEAP_S = 0.05  # what costs less is made anew at each change
SHARE = 20  # of what costs more, at most this part of the time goes into making it anew while the record keeps changing

_T = TypeVar("_T")
_Of = TypeVar("_Of", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept(Generic[_Of]):
    """A value made of the record, and of which moment it is.

    Args:
        changed_at: the last change of the record that is counted in; None for a record to which nothing was ever added.
        is_current: whether nothing was written since.
    """

    value: _Of
    changed_at: datetime | None
    is_current: bool


@dataclass(slots=True)
class _Entry:
    state: State
    value: object
    cost_s: float
    made_at: float


_Renew = Callable[[Hashable, State, Callable[[], Told[Any]], _Entry | None], _Entry]


class Shelf:
    """Values by name; threads may share it.

    Args:
        read: which state the record is in now.
        clock: seconds that only go up.
        max_kept: so many values; of more, the one that nobody asked for longest is let go.
    """

    def __init__(
        self, read: Callable[[], State] = read_state, clock: Callable[[], float] = time.monotonic, max_kept: int = MAX_KEPT
    ) -> None:
        self._read, self._clock, self._max_kept = read, clock, max_kept
        self._entries: OrderedDict[Hashable, _Entry] = OrderedDict()
        self._busy: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, name: Hashable, make: Callable[[], _T]) -> Kept[_T]:
        """The value with this name, made when there is none yet or when the record changed.

        While the record keeps changing, or another thread is making the value, an earlier one comes out that says so.

        Args:
            name: what it is; the same for the same `make`.
            make: makes it of the record as it is now.
        """
        return self._get(name, lambda: _told(make, self._clock))

    def take(self, name: Hashable, count: Count[_T]) -> Kept[_T]:
        """The same of something that is counted of the whole record, by a process beside this one where the record is large.

        Raises:
            StoreError: it is still being counted, and was waited for long enough.
        """
        return self._get(name, lambda: COUNTER.take(count), self._renew_counted)

    def _get(self, name: Hashable, make: Callable[[], Told[_T]], renew: _Renew | None = None) -> Kept[_T]:
        place = (connection.settings_dict["NAME"], name)
        state = self._read()
        entry = self._find(place)
        if entry is None or entry.state != state:
            entry = (renew or self._renew)(place, state, make, entry)
        value = cast(_T, entry.value)
        return Kept(value=value, changed_at=entry.state.changed_at, is_current=entry.state == state)

    def _find(self, place: Hashable) -> _Entry | None:
        with self._lock:
            if place in self._entries:
                self._entries.move_to_end(place)
            return self._entries.get(place)

    def _renew_counted(self, place: Hashable, state: State, make: Callable[[], Told[Any]], earlier: _Entry | None) -> _Entry:
        """The same of what may be counted by another process: then no thread waits because another does."""
        if earlier and self._is_young(earlier):
            return earlier
        try:
            return self._make(place, state, make)
        except StoreError:
            if earlier is None:
                raise
            return earlier

    def _is_young(self, entry: _Entry) -> bool:
        """Whether it was made just now for what it costs."""
        return entry.cost_s > CHEAP_S and self._clock() - entry.made_at < SHARE * entry.cost_s

    def _renew(self, place: Hashable, state: State, make: Callable[[], Told[Any]], earlier: _Entry | None) -> _Entry:
        """A new value; the earlier one when it was made just now for what it costs, or when another thread is at it."""
        if earlier and self._is_young(earlier):
            return earlier
        with self._lock:
            busy = self._busy.setdefault(place, threading.Lock())
        if earlier is None:
            busy.acquire()
        elif not busy.acquire(blocking=False):
            return earlier
        try:
            return self._make(place, state, make)
        finally:
            busy.release()

    def _make(self, place: Hashable, state: State, make: Callable[[], Told[Any]]) -> _Entry:
        made = self._find(place)  # by another thread, while this one waited
        if made and made.state == state:
            return made
        value, cost_s = make()
        entry = _Entry(state=state, value=value, cost_s=cost_s, made_at=self._clock())
        with self._lock:
            self._entries[place] = entry
            while len(self._entries) > self._max_kept:
                gone, _ = self._entries.popitem(last=False)
                self._busy.pop(gone, None)
        return entry


def _told(make: Callable[[], _T], clock: Callable[[], float]) -> Told[_T]:
    began = clock()
    return Told(make(), clock() - began)


SHELF = Shelf()
"""The figures of the whole record."""

PAGES = Shelf()
"""Those of one ministry, member, party or choice: so many that they would push the others out."""
