"""The same question put to two libraries, rensa and datasketch: which answers may have a passage in common.

They are given our own units as sets of words, and look for one equal key. They are asked for our bands, and for bands of which
one equal key finds as much as two of ours do. What they find is verified by our own code, as what we find is.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from datasketch import MinHash, MinHashLSH
from rensa import RMinHash, RMinHashLSH

from kamervragen.compare.copied import Numbered, find_copied
from kamervragen.compare.minhash import FUNCTION_WORDS, N_BANDS, N_ROWS, make_units
from kamervragen.compare.seeds import may_share
from kamervragen.compare.wording import make_wording
from kamervragen.compare.words import words_of

_CHUNK = 1_000

Units = list[frozenset[str]]
Groups = Iterator[Sequence[int]]


class Bands(NamedTuple):
    """So many keys of so many smallest values."""

    n_bands: int
    n_rows: int

    @property
    def n_values(self) -> int:
        """The smallest values in all."""
        return self.n_bands * self.n_rows


AS_OURS, AS_MUCH = Bands(N_BANDS, N_ROWS), Bands(40, 6)


class Cut(NamedTuple):
    """Answers cut into units: of each unit its words, and the place of its answer."""

    units: Units
    owners: list[int]


def cut(texts: Sequence[str]) -> Cut:
    """The units of answers, as sets of words without function words."""
    units: Units = []
    owners: list[int] = []
    for place, text in enumerate(texts):
        made = make_units([make_wording(text)])
        words = words_of(text).folded
        for first, end in zip(made.firsts.tolist(), made.ends.tolist(), strict=True):
            units.append(frozenset(words[first:end]) - FUNCTION_WORDS)
            owners.append(place)
    return Cut(units, owners)


def ask_rensa(units: Units, bands: Bands) -> Groups:
    """For each unit those that rensa finds to be like it."""
    index = RMinHashLSH(0.5, bands.n_values, bands.n_bands)
    sketches = RMinHash.from_token_sets([list(unit) for unit in units], bands.n_values, 1)
    index.insert_many(sketches)
    for start in range(0, len(sketches), _CHUNK):
        yield from index.query_all(sketches[start : start + _CHUNK])


def ask_datasketch(units: Units, bands: Bands) -> Groups:
    """For each unit those that datasketch finds to be like it."""
    index = MinHashLSH(num_perm=bands.n_values, params=tuple(bands))
    sketches = MinHash.bulk([[word.encode() for word in unit] for unit in units], num_perm=bands.n_values, seed=1)
    for place, sketch in enumerate(sketches):
        index.insert(place, sketch)
    for sketch in sketches:
        yield index.query(sketch)


def find_pairs(groups: Groups, owners: Sequence[int]) -> set[tuple[int, int]]:
    """The pairs of answers that have units which are alike by what a library says."""
    pairs = set[tuple[int, int]]()
    for owner, group in zip(owners, groups, strict=True):
        pairs.update((owner, owners[other]) for other in group if owners[other] > owner)
    return pairs


def verify_pairs(texts: Sequence[str], pairs: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those pairs that have a passage in common."""
    numbers = {place: make_wording(texts[place]).numbers for pair in pairs for place in pair}
    places = {each: place for place, each in enumerate(numbers)}
    both = sorted(pairs)
    ones, others = (np.array([places[pair[side]] for pair in both], dtype=np.int64) for side in (0, 1))
    promising = [pair for pair, may in zip(both, may_share(list(numbers.values()), ones, others), strict=True) if may]
    words = {place: Numbered(numbers[place]) for pair in promising for place in pair}
    return {(one, other) for one, other in promising if find_copied(words[one], words[other])}
