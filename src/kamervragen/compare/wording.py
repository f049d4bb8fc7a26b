"""Texts as arrays of numbers, one for each word: what passages are looked for and verified in, by the million.

Two words have the same number when they are the same once folded; 32 bits tell them apart so well that a run of fifteen equal
numbers is a run of fifteen equal words.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kamervragen.arrays import distinct
from kamervragen.compare.words import WORD
from kamervragen.folding import fold
from kamervragen.model import Span

_SENTENCE_END = re.compile(r"[.?!;:…](?=\s)|\n")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wording:
    """The words of a text.

    Args:
        numbers: of each word its number.
        starts: of each word its first character in the text.
        ends: of each word the character after its last.
        sentences: the places among the words at which sentences begin; the first is 0 where there are any words.
    """

    numbers: NDArray[np.uint32]
    starts: NDArray[np.uint32]
    ends: NDArray[np.uint32]
    sentences: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.numbers)

    def span_of(self, first: int, end: int) -> Span:
        """The characters of the words `first` to `end` (exclusive), with what stands between them."""
        return Span(int(self.starts[first]), int(self.ends[end - 1]))


class _Numbers(dict[str, int]):
    """The number of each word that was met, as it is printed; it forgets all when it grows beyond bounds."""

    _MOST = 500_000

    def __missing__(self, word: str) -> int:
        if len(self) >= self._MOST:
            self.clear()
        number = self[word] = zlib.crc32((fold(word) or word).encode())
        return number


_NUMBERS = _Numbers()


def number_of(word: str) -> int:
    """The number of a word, the same in every process and version: the CRC-32 of its folded form."""
    return _NUMBERS[word]


def make_wording(text: str) -> Wording:
    """The words of a text as numbers, with their places."""
    words = WORD.findall(text)
    starts = np.array([match.start() for match in WORD.finditer(text)], dtype=np.uint32)
    marks = np.array([match.start() for match in _SENTENCE_END.finditer(text)], dtype=np.uint32)
    return Wording(
        numbers=np.array([_NUMBERS[word] for word in words], dtype=np.uint32),
        starts=starts,
        ends=starts + np.array([len(word) for word in words], dtype=np.uint32),
        sentences=_sentences(starts, marks),
    )


def _sentences(starts: NDArray[np.uint32], marks: NDArray[np.uint32]) -> NDArray[np.int64]:
    """The first word of the text and the first one after each mark, each once."""
    first_after = distinct(np.searchsorted(starts, marks))
    inside = first_after[(first_after > 0) & (first_after < len(starts))]
    return np.concatenate((np.zeros(min(1, len(starts)), dtype=np.int64), inside.astype(np.int64)))


def join_numbers(wordings: Sequence[Wording]) -> NDArray[np.uint32]:
    """The numbers of the words of several texts, one after the other."""
    return np.concatenate([each.numbers for each in wordings]) if wordings else np.zeros(0, dtype=np.uint32)
