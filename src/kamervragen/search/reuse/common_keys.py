"""What more answers have than are named one by one: which keys are common, and which words of an answer are for that reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kamervragen.compare.bands import MOST, Entries, find_groups, keys_in
from kamervragen.compare.minhash import EXACT, N_BANDS, Units

_COMMON_BANDS = 2 * N_BANDS // 5  # so many keys of a unit that very many others are like; of one with stock phrases half as many


@dataclass(frozen=True, slots=True)
class Common:
    """Words of an answer (`first` to `end`, exclusive) that more answers have than are named; see `CommonPassage`."""

    first: int
    end: int
    n_answers: int
    is_exact: bool


class CommonKeys(NamedTuple):
    """The common keys of a band, sorted, and how many answers have each."""

    keys: NDArray[np.uint32]
    sizes: NDArray[np.int64]

    def sizes_of(self, keys: NDArray[np.uint32]) -> NDArray[np.int64]:
        """How many answers have each of some keys; 0 for one that is not common."""
        places = np.searchsorted(self.keys, keys)
        is_there = np.append(self.keys, np.uint32(0))[places] == keys
        is_there &= places < len(self.keys)
        return np.where(is_there, np.append(self.sizes, 0)[places], 0)


def common_keys(entries: Entries) -> CommonKeys:
    """The common keys of a band."""
    keys = keys_in(entries)
    begins, sizes = find_groups(keys)
    is_common = sizes > MOST
    return CommonKeys(keys[begins[is_common]], sizes[is_common])


def sizes_in(bands: Sequence[CommonKeys], keys: NDArray[np.uint32]) -> NDArray[np.int64]:
    """For units (rows) and bands (columns) how many answers have the key; 0 for one that is not common."""
    return np.stack([band.sizes_of(keys[:, place]) for place, band in enumerate(bands)], axis=1)


def find_common(units: Units, sizes: NDArray[np.int64], n_answers: int) -> list[list[Common]]:
    """Of each answer the units that very many answers have, or are very like.

    Args:
        units: of the answers.
        sizes: for units (rows) and bands (columns) how many answers have the key; those that are not common may be 0.
        n_answers: how many answers there are.
    """
    is_exact = sizes[:, EXACT] > MOST
    is_like = np.count_nonzero(sizes[:, 1:] > MOST, axis=1) >= _COMMON_BANDS
    found: list[list[Common]] = [[] for _ in range(n_answers)]
    for unit in np.flatnonzero(is_exact | is_like).tolist():
        n = int(sizes[unit, EXACT] if is_exact[unit] else sizes[unit, 1:].max())
        found[units.owners[unit]].append(Common(int(units.firsts[unit]), int(units.ends[unit]), n, bool(is_exact[unit])))
    return found
