"""Which passages of the answers to one question stand in several of them, and which in one only.

Every run of `RUN` words is looked up in one table over all answers, so the work grows with the number of words and not with the
number of pairs. Answers that are nearly equal are laid beside each other word by word too, so that those that differ stand out.
A set of columns is one integer with a bit for each.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import Indel

from kamervragen.compare.words import Words, are_nearly_equal

RUN = 7  # words
# Of 1,000 pairs of a real answer and one to another question none shared seven words, 1 shared six and 3 five; of all 499,500
# pairs among 1,000 real answers 144 shared seven (440 six, 1,769 five), and those are set phrases that do stand in both.


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one answer that stand in others, one after another.

    Args:
        start, end: the words, half-open.
        others: the columns in which they stand too, ascending; () for a run of own words.
    """

    start: int
    end: int
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """An answer divided into runs.

    Args:
        runs: all its words, in order: shared and own ones.
        sharing: the columns that share with it `RUN` words or more which do not stand in the question.
    """

    runs: tuple[Run, ...]
    sharing: frozenset[int]


def divide(answers: Sequence[Words], question: Words) -> tuple[Division, ...]:
    """Each answer as runs of shared and of own words.

    Args:
        answers: the words of each column; none where it has no answer.
        question: the words of the question: to repeat them is not to say the same.
    """
    columns: dict[tuple[str, ...], int] = {}
    for place, words in enumerate(answers):
        columns[words.folded] = columns.get(words.folded, 0) | 1 << place
    table = _Table(columns)
    echo = set(_grams(question.folded))
    masks = {folded: table.masks(folded) for folded in columns}
    for first, second in combinations(columns, 2):
        _align(first, second, columns, masks)
    return tuple(
        Division(
            runs=tuple(table.runs(words.folded, masks[words.folded], 1 << place)),
            sharing=frozenset(_places(table.sharing(words.folded, echo) & ~(1 << place))),
        )
        for place, words in enumerate(answers)
    )


def _grams(folded: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (folded[start : start + RUN] for start in range(len(folded) - RUN + 1))


def _places(mask: int) -> tuple[int, ...]:
    return tuple(place for place in range(mask.bit_length()) if mask >> place & 1)


class _Table:
    """Every run of `RUN` words with the columns in which it stands."""

    def __init__(self, columns: dict[tuple[str, ...], int]) -> None:
        self.columns = columns
        self.joined = {mask: _join(folded) for folded, mask in columns.items()}
        self.grams: dict[tuple[str, ...], int] = {}
        for folded, mask in columns.items():
            for gram in _grams(folded):
                self.grams[gram] = self.grams.get(gram, 0) | mask

    def masks(self, folded: tuple[str, ...]) -> list[int]:
        """For each word the columns that share a run with it, those with the same answer included."""
        masks = [self.columns[folded]] * len(folded)
        for start, gram in enumerate(_grams(folded)):
            mask = self.grams[gram]
            for place in range(start, start + RUN):
                masks[place] |= mask
        return masks

    def sharing(self, folded: tuple[str, ...], echo: set[tuple[str, ...]]) -> int:
        """The columns that share a run with an answer which does not stand in the question."""
        mask = 0
        for gram in _grams(folded):
            if gram not in echo:
                mask |= self.grams[gram]
        return mask

    def runs(self, folded: tuple[str, ...], masks: Sequence[int], own: int) -> Iterator[Run]:
        """The words of an answer as runs, each in all of its columns word by word and unbroken."""
        start = 0
        while start < len(folded):
            end = start + 1
            while end < len(folded) and masks[end] == masks[start]:
                end += 1
            end = self._unbroken(folded, start, end, masks[start])
            yield Run(start=start, end=end, others=_places(masks[start] & ~own))
            start = end

    def _unbroken(self, folded: tuple[str, ...], start: int, end: int, mask: int) -> int:
        """The end of the longest run from `start` that stands unbroken in these columns: two may stand there in another order."""
        texts = [text for columns, text in self.joined.items() if columns & mask]
        if all(_join(folded[start:end]) in text for text in texts):
            return end
        ends = range(start + 2, end)  # one word stands there in any case; what holds for a run holds for its beginning
        return start + 1 + bisect(ends, 0, key=lambda each: any(_join(folded[start:each]) not in text for text in texts))


def _join(folded: Sequence[str]) -> str:
    return f" {' '.join(folded)} "


def _align(
    first: tuple[str, ...], second: tuple[str, ...], columns: dict[tuple[str, ...], int], masks: dict[tuple[str, ...], list[int]]
) -> None:
    """Mark the words of two nearly equal answers that stand in both at the same place."""
    if not are_nearly_equal(first, second):
        return
    for block in Indel.opcodes(first, second).as_matching_blocks():
        for offset in range(block.size):
            masks[first][block.a + offset] |= columns[second]
            masks[second][block.b + offset] |= columns[first]
