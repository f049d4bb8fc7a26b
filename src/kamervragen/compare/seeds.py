"""Rows of three words, of which two texts must have some in common to have a passage; for very many pairs of texts at once."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kamervragen.arrays import distinct, is_in

SEED: Final = 3
"""Equal words in a row that a passage is made of."""

MIN_SEEDS: Final = 8
"""So many of them a passage has: more than a stock phrase of nine words, fewer than nearly all with a fifth changed."""

GAP: Final = 10
"""Words of either text that may stand between two such rows of a passage."""

_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_HASH_BITS = np.uint64(44)  # of a row; above them the number of its text or pair: enough to tell them apart
_DROPPED = np.uint64(64) - _HASH_BITS
_AT_ONCE: Final = 50_000  # rows: what they are compared in stays in the cache of a core
_MOST: Final = 2**20 - 1  # texts, or pairs at once

_Texts = Sequence[NDArray[np.uint32]]
_Places = NDArray[np.int64]
_Rows = NDArray[np.uint64]


class _Ranges(NamedTuple):
    """Ranges of an array: where each begins, and how long it is."""

    begins: _Places
    sizes: _Places

    def of(self, which: _Places) -> "_Ranges":
        """Some of them."""
        return _Ranges(self.begins[which], self.sizes[which])

    def places(self) -> _Places:
        """All places in them, range after range."""
        before = np.cumsum(self.sizes) - self.sizes
        found: _Places = np.arange(int(self.sizes.sum())) + np.repeat(self.begins - before, self.sizes)
        return found

    def numbers(self) -> _Rows:
        """For each of these places which range it is in, above the bits of a hash."""
        return np.repeat(np.arange(len(self.sizes), dtype=np.uint64) << _HASH_BITS, self.sizes)


class _Book(NamedTuple):
    """The rows of all texts.

    Args:
        rows: a hash of each, text after text, in the order of the words.
        texts: where those of each text are.
        sorted_rows: the same, those of each text sorted and each once.
        sorted_texts: where those are.
    """

    rows: _Rows
    texts: _Ranges
    sorted_rows: _Rows
    sorted_texts: _Ranges


def hash_seeds(numbers: NDArray[np.uint32]) -> _Rows:
    """A hash of each row of words.

    Args:
        numbers: of each word its number.
    """
    wide = numbers.astype(np.uint64)
    n = max(len(wide) - SEED + 1, 0)
    seeds: _Rows = wide[:n] * _FACTORS[0]
    for place in range(1, SEED):
        seeds += wide[place : place + n] * _FACTORS[place]
    return seeds


def may_share(texts: _Texts, ones: _Places, others: _Places) -> NDArray[np.bool_]:
    """Of pairs of texts, whether they may have a passage: `MIN_SEEDS` rows in common that follow each other closely in both.

    Args:
        texts: of each text the numbers of its words; a million texts at most.
        ones: of each pair the place of the one text.
        others: of each pair the place of the other.
    Raises:
        ValueError: there are more texts than can be told apart.
    """
    if len(texts) > _MOST:
        raise ValueError(f"{len(texts)} texts are more than {_MOST}")
    book = _make_book(texts)
    found = [np.zeros(0, dtype=np.bool_)]
    for some in _portions(book.texts.sizes[ones] + book.texts.sizes[others]):
        found.append(_may_share(book, ones[some], others[some]))
    return np.concatenate(found)


def _make_book(texts: _Texts) -> _Book:
    lengths = np.array([len(each) for each in texts], dtype=np.int64)
    ranges = _Ranges(np.cumsum(lengths) - lengths, np.maximum(lengths - SEED + 1, 0))
    rows = hash_seeds(np.concatenate([np.zeros(0, dtype=np.uint32), *texts])) >> _DROPPED  # also of rows across two texts
    by_text = distinct(ranges.numbers() | rows[ranges.places()])
    sizes = np.bincount((by_text >> _HASH_BITS).astype(np.int64), minlength=len(texts))
    only_hash = (np.uint64(1) << _HASH_BITS) - np.uint64(1)
    return _Book(rows, ranges, by_text & only_hash, _Ranges(np.cumsum(sizes) - sizes, sizes))


def _portions(sizes: _Places) -> Iterator[slice]:
    """The pairs in portions with about `_AT_ONCE` rows each."""
    ends = np.cumsum(sizes)
    first = 0
    while first < len(sizes):
        done = ends[first - 1] if first else 0
        end = max(first + 1, int(np.searchsorted(ends, done + _AT_ONCE)))
        end = min(end, first + _MOST)
        yield slice(first, end)
        first = end


def _may_share(book: _Book, ones: _Places, others: _Places) -> NDArray[np.bool_]:
    found = _count_common(book, ones, others) >= MIN_SEEDS
    for one, other in ((ones, others), (others, ones)):
        left = np.flatnonzero(found)
        found[left] = _is_close(book, one[left], other[left])
    return found


def _count_common(book: _Book, ones: _Places, others: _Places) -> _Places:
    """For each pair the rows that both have."""
    both = [_marked(book.sorted_rows, book.sorted_texts.of(some)) for some in (ones, others)]
    marked = np.concatenate(both)
    marked.sort()
    common = marked[1:][marked[1:] == marked[:-1]]
    return np.bincount((common >> _HASH_BITS).astype(np.int64), minlength=len(ones))


def _is_close(book: _Book, ones: _Places, others: _Places) -> NDArray[np.bool_]:
    """Whether enough rows of the one that the other has as well stand in the one no further apart than in a passage."""
    here, there = _marked(book.rows, book.texts.of(ones)), _marked(book.sorted_rows, book.sorted_texts.of(others))
    places = np.flatnonzero(is_in(here, there))
    pairs = (here[places] >> _HASH_BITS).astype(np.int64)
    is_apart = (np.diff(places) > GAP + SEED) | (np.diff(pairs) > 0)
    runs = np.cumsum(np.append(np.zeros(min(len(places), 1), dtype=np.int64), is_apart))
    is_long = np.bincount(runs)[runs] >= MIN_SEEDS
    found = np.zeros(len(ones), dtype=np.bool_)
    found[pairs[is_long]] = True
    return found


def _marked(rows: _Rows, ranges: _Ranges) -> _Rows:
    """The rows of some texts, each with the number of its pair."""
    return ranges.numbers() | rows[ranges.places()]
