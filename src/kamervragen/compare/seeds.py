"""Rows of three words, of which two texts must have some in common to have a passage; for very many pairs of texts at once."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

SEED: Final = 3
"""Equal words in a row that a passage is made of."""

MIN_SEEDS: Final = 8
"""So many of them a passage has: more than a stock phrase of nine words, fewer than nearly all with a fifth changed."""

_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_PAIR_BITS = np.uint64(44)  # above them the place of a pair, below them of the hash of a row: enough to tell them apart
_AT_ONCE: Final = 2_000_000  # rows: 16 MB, a few times
_MOST_PAIRS: Final = 2**20 - 1

_Texts = Sequence[NDArray[np.uint32]]


def hash_seeds(numbers: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """A hash of each row of words.

    Args:
        numbers: of each word its number.
    """
    wide = numbers.astype(np.uint64)
    n = max(len(wide) - SEED + 1, 0)
    seeds: NDArray[np.uint64] = wide[:n] * _FACTORS[0]
    for place in range(1, SEED):
        seeds += wide[place : place + n] * _FACTORS[place]
    return seeds


def may_share(texts: _Texts, ones: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Of pairs of texts, whether they have `MIN_SEEDS` rows of words in common; one that a text has twice may count twice.

    Args:
        texts: of each text the numbers of its words.
        ones: of each pair the place of the one text.
        others: of each pair the place of the other.
    """
    lengths = np.array([len(each) for each in texts], dtype=np.int64)
    begins = np.cumsum(lengths) - lengths
    sizes = np.maximum(lengths - SEED + 1, 0)
    seeds = hash_seeds(np.concatenate([np.zeros(0, dtype=np.uint32), *texts]))  # also of rows across two texts, which none has
    found = [np.zeros(0, dtype=np.bool_)]
    for some in _portions(sizes[ones] + sizes[others]):
        both = np.concatenate((ones[some], others[some]))
        found.append(_count_common(seeds, begins[both], sizes[both]) >= MIN_SEEDS)
    return np.concatenate(found)


def _portions(sizes: NDArray[np.int64]) -> Iterator[slice]:
    """The pairs in portions with about `_AT_ONCE` rows each."""
    ends = np.cumsum(sizes)
    first = 0
    while first < len(sizes):
        done = ends[first - 1] if first else 0
        end = max(first + 1, int(np.searchsorted(ends, done + _AT_ONCE)))
        end = min(end, first + _MOST_PAIRS)
        yield slice(first, end)
        first = end


def _count_common(seeds: NDArray[np.uint64], begins: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each pair the rows that both have.

    Args:
        seeds: the rows of all texts.
        begins: where among them those of each text begin: of the ones of all pairs, then of the others.
        sizes: how many each has.
    """
    n = len(begins) // 2
    before = np.cumsum(sizes) - sizes
    places = np.arange(int(sizes.sum())) + np.repeat(begins - before, sizes)
    pairs = np.repeat(np.tile(np.arange(n, dtype=np.uint64), 2), sizes)
    marked = (pairs << _PAIR_BITS) | (seeds[places] >> (np.uint64(64) - _PAIR_BITS))
    marked.sort()
    common = marked[1:][marked[1:] == marked[:-1]]
    return np.bincount((common >> _PAIR_BITS).astype(np.int64), minlength=n)
