"""All passages of the record: pairs of answers with keys in common, and what verifies them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kamervragen.arrays import distinct
from kamervragen.compare.bands import MOST, Entries, find_groups, find_pairs, keys_in, repeated, texts_in
from kamervragen.compare.copied import Numbered, find_copied
from kamervragen.compare.minhash import MIN_KEYS, make_units, weight_of
from kamervragen.compare.seeds import may_share
from kamervragen.compare.wording import Wording
from kamervragen.search.reuse.common_keys import Common, CommonKeys, common_keys, find_common, sizes_in
from kamervragen.search.reuse.find import Verified, without_common
from kamervragen.search.reuse.library import Library, open_library
from kamervragen.search.reuse.segments import ALL_BANDS

_TILE = 50_000  # numbers of answers on each side of a tile: of a few thousand pairs in it many have an answer in common
_HALF, _LOWER = np.uint64(32), np.uint64(2**32 - 1)

_Pairs = NDArray[np.uint64]  # the lower number in the upper half of each


class Pairs(NamedTuple):
    """Pairs of answers to verify, the lower number in the upper half of each; what worker processes get.

    Args:
        folder: `reuse` in the data folder.
        pairs: each once.
        common: of each band the keys that very many have.
        suspects: the answers with such a key.
    """

    folder: Path
    pairs: _Pairs
    common: tuple[CommonKeys, ...]
    suspects: NDArray[np.uint32]


def candidates(folder: Path, size: int) -> Iterator[Pairs]:
    """All pairs of answers with enough keys in common, some at a time.

    Args:
        folder: `reuse` in the data folder.
        size: pairs at a time.
    Raises:
        InputError: nobody looked for passages yet, or another version of the program did.
    """
    with open_library(folder) as library:
        found, suspects, common = list[_Pairs](), list[NDArray[np.uint32]](), list[CommonKeys]()
        for band in range(ALL_BANDS):
            entries = library.band(band)
            found += [find_pairs(entries)] * weight_of(band)
            suspects.append(_in_large_groups(entries))
            common.append(common_keys(entries))
    pairs, suspect = _tiled(repeated(np.concatenate(found), MIN_KEYS)), distinct(np.concatenate(suspects))
    for start in range(0, len(pairs), size):
        yield Pairs(folder, pairs[start : start + size], tuple(common), suspect)


def _tiled(pairs: _Pairs) -> _Pairs:
    """The pairs in an order in which those that follow each other are of few answers, each of which is read once for many."""
    tile = np.uint64(_TILE)
    return pairs[np.lexsort(((pairs & _LOWER) // tile, (pairs >> _HALF) // tile))]


def _in_large_groups(entries: Entries) -> NDArray[np.uint32]:
    """The answers with a key that is common."""
    _, sizes = find_groups(keys_in(entries))
    return texts_in(entries)[np.repeat(sizes > MOST, sizes)]


def verify(job: Pairs) -> list[Verified]:
    """The passages of some pairs of answers of different publications; each passage once."""
    with open_library(job.folder) as library:
        both = [(pair >> 32, pair & 0xFFFFFFFF) for pair in _promising(library, job.pairs).tolist()]
        answers = library.tables.answers({number for pair in both for number in pair})
    words = {number: Numbered(answer.numbers) for number, answer in answers.items()}
    found = [
        Verified(answers[one], answers[other], copied)
        for one, other in both
        if answers[one].key != answers[other].key
        for copied in find_copied(words[one], words[other])
    ]
    return list(_without_common(job, found))


def _promising(library: Library, pairs: _Pairs) -> _Pairs:
    """The pairs that may have a passage in common. Most have not; seeing that takes a tenth of verifying them."""
    numbers, places = np.unique(np.concatenate((pairs >> _HALF, pairs & _LOWER)), return_inverse=True)
    texts = library.tables.texts(numbers.tolist())
    ones, others = places.reshape(2, -1)
    return pairs[may_share([texts[number] for number in numbers.tolist()], ones, others)]


def _without_common(job: Pairs, found: Sequence[Verified]) -> Iterator[Verified]:
    """The passages that are more than what very many answers have."""

    def common_in(wordings: Sequence[Wording]) -> list[list[Common]]:
        units = make_units(wordings)
        return find_common(units, sizes_in(job.common, units.keys), len(wordings))

    suspects = set(job.suspects.tolist())
    first = {each.one.id: each.one for each in found if each.one.id in suspects and each.other.id in suspects}
    common = dict(zip(first, common_in([answer.wording for answer in first.values()]), strict=True))
    return without_common(found, common, common_in)
