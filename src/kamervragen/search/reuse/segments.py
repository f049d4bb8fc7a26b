"""The keys of many answers in one file: band after band, each sorted (`compare.bands`), read where they lie.

Segments are written once and never changed. A few small ones become one large one, so that there are never many.
"""

import mmap
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kamervragen.arrays import is_in
from kamervragen.compare.bands import Entries, make_entries, texts_in
from kamervragen.compare.minhash import N_BANDS

ALL_BANDS: Final = 1 + N_BANDS
_GROWTH = 4  # a segment stays by itself as long as it is so many times as large as the next smaller one


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment.

    Args:
        path: its file.
        bounds: where each band begins, and the last one ends, in entries.
    """

    path: Path
    bounds: tuple[int, ...]

    @property
    def n_entries(self) -> int:
        """The entries of all bands."""
        return self.bounds[-1]

    def open(self) -> "OpenSegment":
        """The segment, to be read."""
        if not self.n_entries:
            return OpenSegment(np.zeros(0, dtype=np.uint64), self.bounds, None)
        with self.path.open("rb") as file:
            memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return OpenSegment(np.frombuffer(memory, dtype=np.uint64), self.bounds, memory)


@dataclass(frozen=True, slots=True)
class OpenSegment:
    """A segment whose entries are at hand, mapped from its file."""

    entries: Entries
    bounds: tuple[int, ...]
    memory: mmap.mmap | None

    def band(self, place: int) -> Entries:
        """The entries of a band, where they lie."""
        return self.entries[self.bounds[place] : self.bounds[place + 1]]

    def let_go(self) -> None:
        """Let the machine use the memory for something else until entries are read again."""
        if self.memory:
            self.memory.madvise(mmap.MADV_DONTNEED)


def write_segment(path: Path, owners: NDArray[np.uint32], keys: NDArray[np.uint32]) -> Segment:
    """A new segment on the disk.

    Args:
        path: its file.
        owners: of each unit the number of its answer.
        keys: for each unit a row of keys.
    """
    return _write(path, (make_entries(np.ascontiguousarray(keys[:, band]), owners) for band in range(ALL_BANDS)))


def merge_segments(path: Path, segments: Sequence[Segment], dead: NDArray[np.uint32]) -> Segment:
    """One new segment with the entries of several, but for those of answers that are no more. One band is in memory at a time."""
    opened = [segment.open() for segment in segments]
    return _write(path, (without(join_band(opened, band), dead) for band in range(ALL_BANDS)))


def join_band(segments: Sequence[OpenSegment], place: int) -> Entries:
    """The entries of a band in all segments, sorted; of the segments nothing stays in memory."""
    joined = np.concatenate([np.zeros(0, dtype=np.uint64), *(segment.band(place) for segment in segments)])
    for segment in segments:
        segment.let_go()
    joined.sort(kind="stable")  # by merging, which is quick with a few parts that are sorted
    return joined


def without(entries: Entries, dead: NDArray[np.uint32]) -> Entries:
    """The entries of answers that are still there."""
    return entries[~is_in(texts_in(entries), dead)] if len(dead) else entries


def to_merge(segments: Sequence[Segment]) -> Sequence[Segment]:
    """The segments, smallest ones, that should become one; none where each is much larger than the next."""
    by_size = sorted(segments, key=lambda segment: segment.n_entries)
    n, size = 0, 0
    for place, segment in enumerate(by_size):
        if place and segment.n_entries < _GROWTH * size:
            n = place + 1
        size += segment.n_entries
    return by_size[:n]


def _write(path: Path, bands: Iterable[Entries]) -> Segment:
    bounds = [0]
    with path.open("wb") as file:
        for entries in bands:
            entries.tofile(file)
            bounds.append(bounds[-1] + len(entries))
        file.flush()
        os.fsync(file.fileno())
    return Segment(path, tuple(bounds))
