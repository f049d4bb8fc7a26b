"""All passages of the record: pairs of answers with a key in common, and what verifies them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kamervragen.compare.bands import MOST, find_groups, find_pairs, keys_in, texts_in
from kamervragen.compare.copied import Numbered, find_copied
from kamervragen.search.reuse.find import Verified, without_common
from kamervragen.search.reuse.library import open_library
from kamervragen.search.reuse.segments import ALL_BANDS


class Pairs(NamedTuple):
    """Pairs of answers to verify, the lower number in the upper half of each; what worker processes get.

    Args:
        folder: `reuse` in the data folder.
        pairs: in ascending order.
        suspects: the answers with a key that very many have.
    """

    folder: Path
    pairs: NDArray[np.uint64]
    suspects: NDArray[np.uint32]


def candidates(folder: Path, size: int) -> Iterator[Pairs]:
    """All pairs of answers with a key in common, some at a time.

    Args:
        folder: `reuse` in the data folder.
        size: pairs at a time.
    Raises:
        InputError: nobody looked for passages yet, or another version of the program did.
    """
    with open_library(folder) as library:
        pairs, suspects = np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.uint32)
        for band in range(ALL_BANDS):
            entries = library.band(band)
            pairs = np.union1d(pairs, find_pairs(entries))
            suspects = np.union1d(suspects, _in_large_groups(keys_in(entries), texts_in(entries)))
    for start in range(0, len(pairs), size):
        yield Pairs(folder, pairs[start : start + size], suspects)


def _in_large_groups(keys: NDArray[np.uint32], texts: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The answers with a key that is common."""
    _, sizes = find_groups(keys)
    return texts[np.repeat(sizes > MOST, sizes)]


def verify(job: Pairs) -> list[Verified]:
    """The passages of some pairs of answers of different publications; each passage once."""
    with open_library(job.folder) as library:
        both = [(pair >> 32, pair & 0xFFFFFFFF) for pair in job.pairs.tolist()]
        answers = library.tables.answers({number for pair in both for number in pair})
        words = {number: Numbered(answer.numbers) for number, answer in answers.items()}
        found = [
            Verified(answers[one], answers[other], copied)
            for one, other in both
            if answers[one].key != answers[other].key
            for copied in find_copied(words[one], words[other])
        ]
        suspects = set(job.suspects.tolist())
        first = {each.one.id: each.one for each in found if each.one.id in suspects and each.other.id in suspects}
        common = dict(zip(first, library.common_in([answer.wording for answer in first.values()]), strict=True))
        return list(without_common(library, found, common))
