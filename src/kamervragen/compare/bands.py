"""Which texts may have a passage in common: those with an equal key in some bands.

A band is a sorted array of entries, a key in the upper and the number of a text in the lower 32 bits of each; so texts with equal
keys stand beside each other, and a key is found by halving. A key that more than `MOST` texts have is common: their pairs grow
with the square of their number, so they are not made; that there are so many is said instead.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from kamervragen.arrays import distinct

MOST: Final = 100
"""The texts that may have a key before it is common."""

Entries = NDArray[np.uint64]
_HALF = np.uint64(32)
_LOWER = np.uint64(2**32 - 1)


def make_entries(keys: NDArray[np.uint32], texts: NDArray[np.uint32]) -> Entries:
    """The entries of a band: each key with its text, sorted, each once."""
    return distinct((keys.astype(np.uint64) << _HALF) | texts)


def keys_in(entries: Entries) -> NDArray[np.uint32]:
    """The key of each entry."""
    return (entries >> _HALF).astype(np.uint32)


def texts_in(entries: Entries) -> NDArray[np.uint32]:
    """The text of each entry."""
    return (entries & _LOWER).astype(np.uint32)


def find_groups(keys: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each group of equal keys among sorted ones begins, and how many it has."""
    begins = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else np.zeros(0, dtype=np.int64)
    return begins, np.diff(np.append(begins, len(keys)))


def find_ranges(entries: Entries, keys: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each key the place of the first entry that has it, and of the first after those that have it."""
    lowest = keys.astype(np.uint64) << _HALF
    return np.searchsorted(entries, lowest), np.searchsorted(entries, lowest | _LOWER, side="right")


def repeated(values: NDArray[np.uint64], n: int) -> NDArray[np.uint64]:
    """The values that are there so many times or more, sorted, each once."""
    ordered = np.sort(values)
    first, last = ordered[: max(len(ordered) - n + 1, 0)], ordered[n - 1 :]
    return distinct(last[first == last])


def find_pairs(entries: Entries, most: int = MOST) -> NDArray[np.uint64]:
    """The pairs of texts with an equal key that is not common, the lower text in the upper half; sorted, each once.

    Args:
        entries: a band.
        most: the texts that may have a key before it is common.
    """
    keys = keys_in(entries)
    _, sizes = find_groups(keys)
    kept = np.repeat((sizes > 1) & (sizes <= most), sizes)
    keys, texts = keys[kept], (entries[kept] & _LOWER)
    pairs, distance = [np.zeros(0, dtype=np.uint64)], 1
    while (places := np.flatnonzero(keys[distance:] == keys[:-distance])).size:
        pairs.append((texts[places] << _HALF) | texts[places + distance])
        distance += 1
    return distinct(np.concatenate(pairs))
