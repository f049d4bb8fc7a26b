"""The passages that two texts have in common, word by word: what verifies that a pair of texts is one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from kamervragen.compare.seeds import GAP, MIN_SEEDS, SEED, hash_seeds

MIN_COPIED: Final = 15
"""The words, equal and in the same order, that a passage has at least, and one more for each other word between them.

Two stock phrases with some words between them are eighteen equal words and six others: nothing that anyone copied.
"""

MIN_SHARE: Final = 0.7
"""The share of the words of a passage that are equal, at least, in the text that has more of its own between them."""

_MOST_PLACES = 4  # a row of words that stands in a text more often says nothing of where a passage is
_MOST_SEEDS = 20_000  # of two texts as long as books; the rest is left out


class Copied(NamedTuple):
    """A passage: the words `first` to `end` (exclusive) of the one text and of the other, and how many of them are equal."""

    first: int
    end: int
    other_first: int
    other_end: int
    n_words: int


@dataclass(slots=True)
class _Chain:
    """Rows of equal words that follow each other in both texts: where the first begins and the last begins."""

    first: int
    other_first: int
    last: int
    other_last: int
    n_seeds: int = 1


class Numbered:
    """The words of a text, by their numbers, with what is needed to find those that it has in common with another.

    Most pairs of texts have nothing in common: what is needed only when they have is made then.
    """

    def __init__(self, numbers: NDArray[np.uint32]) -> None:
        self._numbers = numbers
        self.rows: list[int] = hash_seeds(numbers).tolist()
        self.all_rows = frozenset(self.rows)

    @cached_property
    def numbers(self) -> list[int]:
        """The number of each word."""
        numbers: list[int] = self._numbers.tolist()
        return numbers


def find_copied(one: Numbered, other: Numbered) -> tuple[Copied, ...]:
    """The passages with `MIN_COPIED` equal words or more that two texts have in common, in the order of the first text.

    No word is in two passages. The same passages are found, turned round, when the texts are given the other way round.

    Args:
        one: a text.
        other: another one.
    """
    in_both = one.all_rows & other.all_rows
    if len(in_both) < MIN_SEEDS:
        return ()
    if other.numbers < one.numbers:
        return tuple(sorted(_turn(each) for each in find_copied(other, one)))
    seeds = list(_find_seeds(one, other, in_both))
    chains = [each for each in _link(seeds) if each.n_seeds >= MIN_SEEDS]
    found = [copied for each in chains if (copied := _measure(one, other, each))]
    return tuple(sorted(_without_overlap(found)))


def _turn(copied: Copied) -> Copied:
    return Copied(copied.other_first, copied.other_end, copied.first, copied.end, copied.n_words)


def _find_seeds(one: Numbered, other: Numbered, in_both: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The places of equal rows of words in the one text and the other."""
    places: dict[int, list[int]] = {row: [] for row in in_both}
    for place, row in enumerate(other.rows):
        if row in in_both:
            places[row].append(place)
    here = ((place, places[row]) for place, row in enumerate(one.rows) if row in in_both)
    seeds = ((place, each) for place, others in here if len(others) <= _MOST_PLACES for each in others)
    return islice(seeds, _MOST_SEEDS)


def _link(seeds: list[tuple[int, int]]) -> list[_Chain]:
    """Rows of equal words joined into chains, each row to the chain that ends nearest before it in both texts."""
    done: list[_Chain] = []
    open_chains: list[_Chain] = []
    for place, other_place in seeds:
        near = None
        still_open = []
        for chain in open_chains:
            if place - chain.last > GAP + SEED:
                done.append(chain)
                continue
            still_open.append(chain)
            if _follows(chain, place, other_place) and (near is None or chain.n_seeds > near.n_seeds):
                near = chain
        open_chains = still_open
        if near is None:
            open_chains.append(_Chain(place, other_place, place, other_place))
        else:
            near.last, near.other_last, near.n_seeds = place, other_place, near.n_seeds + 1
    return done + open_chains


def _follows(chain: _Chain, place: int, other_place: int) -> bool:
    return place > chain.last and 0 < other_place - chain.other_last <= GAP + SEED


def _measure(one: Numbered, other: Numbered, chain: _Chain) -> Copied | None:
    """The passage that a chain is, if it has enough equal words."""
    first, end, other_first, other_end = chain.first, chain.last + SEED, chain.other_first, chain.other_last + SEED
    mine, theirs = one.numbers[first:end], other.numbers[other_first:other_end]
    n_words = LCSseq.similarity(mine, theirs)
    longest = max(len(mine), len(theirs))
    if n_words < max(MIN_COPIED + longest - n_words, MIN_SHARE * longest):
        return None
    return Copied(first, end, other_first, other_end, n_words)


def _without_overlap(found: list[Copied]) -> Iterator[Copied]:
    """The passages with the most words, none of which is in another."""
    kept: list[Copied] = []
    for each in sorted(found, key=lambda copied: (-copied.n_words, copied)):
        if all(_apart(each, other) for other in kept):
            kept.append(each)
            yield each


def _apart(one: Copied, other: Copied) -> bool:
    mine = one.end <= other.first or other.end <= one.first
    return mine and (one.other_end <= other.other_first or other.other_end <= one.other_first)
