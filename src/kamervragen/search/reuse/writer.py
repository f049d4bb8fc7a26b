"""The one process that changes what is kept of answers: publications taken in and out, and then committed together."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kamervragen.search.generations import Generations, sync_folder
from kamervragen.search.reuse.library import REUSE
from kamervragen.search.reuse.records import Prepared
from kamervragen.search.reuse.segments import Segment, merge_segments, to_merge, write_segment
from kamervragen.search.reuse.tables import Tables, make_tables

_MOST_UNITS = 300_000  # held in memory before they become a segment: 30 MB of keys, and twice that while they are sorted
_SHARE_DEAD = 0.1  # of the answers, before all segments are made anew without those that are no more


class ReuseWriter:
    """Changes to one generation; others see nothing of them before the context of `update` or `rebuild` ends."""

    def __init__(self, generation: Path, tables: Tables) -> None:
        self._folder, self._tables = generation, tables
        self._owners: list[NDArray[np.uint32]] = []
        self._keys: list[NDArray[np.uint32]] = []
        self._n_units = 0
        self.sweep()

    def states(self) -> dict[str, str]:
        """The keys of all publications that are kept, each with the state in which it was taken in."""
        return self._tables.states()

    def remove(self, keys: Iterable[str]) -> None:
        """Take out those of some publications that are kept."""
        self._tables.remove(keys)

    def add(self, prepared: Prepared) -> None:
        """Take in publications that are not kept."""
        numbers = self._tables.add(prepared.publications)
        self._owners.append(numbers[prepared.owners])
        self._keys.append(prepared.keys)
        self._n_units += len(prepared.owners)
        if self._n_units >= _MOST_UNITS:
            self._write_segment()

    def finish(self) -> None:
        """Put all keys on the disk, in few segments."""
        if self._n_units:
            self._write_segment()
        segments, dead = self._tables.segments(), self._tables.dead()
        n_answers = self._tables.count_answers()
        merged = segments if len(dead) > _SHARE_DEAD * n_answers else to_merge(segments)
        if merged:
            self._tables.replace_segments(merged, [merge_segments(self._next_path(), merged, dead)])
        if len(merged) == len(segments):
            self._tables.forget_dead()
        sync_folder(self._folder)

    def sweep(self) -> None:
        """Remove the files that do not count: of segments that became one, and of a process that died."""
        counted = {segment.path for segment in self._tables.segments()}
        for path in self._folder.glob("*.keys"):
            if path not in counted:
                path.unlink()

    def _write_segment(self) -> None:
        segment: Segment = write_segment(self._next_path(), np.concatenate(self._owners), np.concatenate(self._keys))
        self._tables.replace_segments((), [segment])
        self._owners, self._keys, self._n_units = [], [], 0

    def _next_path(self) -> Path:
        """A name that no file has, and that comes after all."""
        last = max((int(path.stem) for path in self._folder.glob("*.keys")), default=0)
        return self._folder / f"{last + 1:08}.keys"


@contextmanager
def update(folder: Path) -> Iterator[ReuseWriter]:
    """A writer on the current generation; what it changed counts when the context ends without error.

    Args:
        folder: `reuse` in the data folder.
    Raises:
        InputError: nobody looked for passages yet, or another version of the program did.
        StoreError: another process writes, or the disk is full.
    """
    generations = Generations(folder, REUSE)
    with generations.lock(), _writing(generations.require_current()) as writer:
        yield writer


@contextmanager
def rebuild(folder: Path) -> Iterator[ReuseWriter]:
    """A writer on a new, empty generation, which becomes current when the context ends without error.

    Args:
        folder: `reuse` in the data folder; made when it is not there.
    Raises:
        StoreError: another process writes, or the disk is full.
    """
    generations = Generations(folder, REUSE)
    with generations.lock():
        generations.sweep()
        generation = generations.begin()
        make_tables(generation)
        with _writing(generation) as writer:
            yield writer
        with closing(Tables(generation, is_read_only=False)) as tables:
            tables.let_read_while_writing()
        generations.make_current(generation)


@contextmanager
def _writing(generation: Path) -> Iterator[ReuseWriter]:
    with closing(Tables(generation, is_read_only=False)) as tables:
        with tables.transaction():
            writer = ReuseWriter(generation, tables)
            yield writer
            writer.finish()
        writer.sweep()
