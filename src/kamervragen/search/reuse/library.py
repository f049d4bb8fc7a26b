"""The answers and their keys, opened to read: what was kept when it was opened, however it changes meanwhile."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kamervragen.arrays import is_in
from kamervragen.compare.bands import MOST, Entries, find_ranges, texts_in
from kamervragen.compare.minhash import MIN_KEYS, make_units, weight_of
from kamervragen.compare.wording import Wording
from kamervragen.errors import InputError
from kamervragen.search.generations import Generations, Made
from kamervragen.search.reuse.common_keys import Common, find_common
from kamervragen.search.reuse.segments import ALL_BANDS, OpenSegment, join_band, without
from kamervragen.search.reuse.tables import Tables

_: Final = str  # marks a message for the catalog of translations

REUSE: Final = Made(
    versions=f"reuse 3, numpy {version('numpy').split('.')[0]}",
    missing=_("Er is nog niet gezocht naar overgenomen passages; doe dat met «kamervragen reuse»."),
    old=_("De overgenomen passages zijn van een andere versie van dit programma; zoek ze opnieuw met «kamervragen reuse»."),
    busy="Een ander proces zoekt al naar overgenomen passages; wacht tot dat klaar is.",
)
_ATTEMPTS = 3  # to open it while others replace its files


def reuse_folder(data: Path) -> Path:
    """Where passages of the record in a data folder are kept."""
    return data / "reuse"


def is_library(data: Path) -> bool:
    """Whether this version of the program keeps passages of the record in a data folder."""
    try:
        Generations(reuse_folder(data), REUSE).require_current()
    except InputError:
        return False
    return True


@dataclass(slots=True)
class Met:
    """What an answer meets: the answers that it has enough keys in common with, and how many; and what is common in it."""

    answers: Counter[int] = field(default_factory=Counter)
    common: list[Common] = field(default_factory=list)


class Library:
    """The answers and their keys, as `open_library` opens them.

    tables: what is known of each answer.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._segments: Sequence[OpenSegment] = [segment.open() for segment in tables.segments()]
        self._dead = tables.dead()

    def band(self, place: int) -> Entries:
        """The entries of a band in all segments, of the answers that there are."""
        return without(join_band(self._segments, place), self._dead)

    def meet(self, wordings: Sequence[Wording]) -> list[Met]:
        """What some answers meet, each by all of its units."""
        units = make_units(wordings)
        groups = _Groups(self._segments, self._dead, units.keys)
        met = [Met(common=common) for common in find_common(units, groups.sizes, len(wordings))]
        for owner, its in enumerate(met):
            keys = [each for unit in np.flatnonzero(units.owners == owner).tolist() for each in groups.members(unit)]
            bands = Counter(answer for band, answer in set(keys) for _ in range(weight_of(band)))
            its.answers = Counter(answer for _, answer in keys if bands[answer] >= MIN_KEYS)
        return met

    def common_in(self, wordings: Sequence[Wording]) -> list[list[Common]]:
        """What is common in some answers."""
        units = make_units(wordings)
        return find_common(units, _Groups(self._segments, self._dead, units.keys).sizes, len(wordings))


class _Groups:
    """The answers that have each of some keys.

    sizes: for units (rows) and bands (columns) how many.
    """

    def __init__(self, segments: Sequence[OpenSegment], dead: NDArray[np.uint32], keys: NDArray[np.uint32]) -> None:
        self._segments, self._dead = segments, dead
        self._ranges = np.array([_ranges(segment, keys) for segment in segments]).reshape(len(segments), 2, *keys.shape)
        self.sizes = (self._ranges[:, 1] - self._ranges[:, 0]).sum(axis=0)
        if len(dead):
            for unit, band in np.argwhere(self.sizes > 1).tolist():
                self.sizes[unit, band] = len(self._group(unit, band))

    def members(self, unit: int) -> Iterator[tuple[int, int]]:
        """Each band in which the key of a unit is not common, with each answer that has it."""
        for band in np.flatnonzero((self.sizes[unit] > 1) & (self.sizes[unit] <= MOST)).tolist():
            for answer in self._group(unit, band).tolist():
                yield band, answer

    def _group(self, unit: int, band: int) -> NDArray[np.uint32]:
        parts = [
            segment.band(band)[start:end]
            for segment, (start, end) in zip(self._segments, self._ranges[:, :, unit, band], strict=True)
        ]
        texts = texts_in(np.concatenate(parts))
        return texts[~is_in(texts, self._dead)] if len(self._dead) else texts


def _ranges(segment: OpenSegment, keys: NDArray[np.uint32]) -> NDArray[np.int64]:
    """For each unit and band the places of the first entry with its key and of the first after them."""
    found = np.empty((2, *keys.shape), dtype=np.int64)
    for band in range(ALL_BANDS):
        order = np.argsort(keys[:, band])  # in order they are found in half the time: each is looked for behind the last
        found[0, order, band], found[1, order, band] = find_ranges(segment.band(band), keys[order, band])
    return found


@contextmanager
def open_library(folder: Path) -> Iterator[Library]:
    """The answers and their keys, to be read for as long as the context lasts.

    Args:
        folder: `reuse` in the data folder.
    Raises:
        InputError: nobody looked for passages yet, or another version of the program did.
    """
    for attempt in range(_ATTEMPTS):
        tables = Tables(Generations(folder, REUSE).require_current(), is_read_only=True)
        with closing(tables), tables.transaction("DEFERRED"):
            try:
                library = Library(tables)
            except FileNotFoundError:  # segments became one between two lines
                if attempt + 1 == _ATTEMPTS:
                    raise
                continue
            yield library
            return
