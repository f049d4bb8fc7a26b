"""Which passages of the answers to one question stand in several of them, and which in one only.

Every run of `RUN` words has a number, equal for equal runs, so two answers are laid beside each other by looking up numbers.
Answers that are nearly equal are aligned word by word too, so that the words that differ stand out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from kamervragen.compare.pieces import Piece, Stretch, cut
from kamervragen.compare.words import Words, are_nearly_equal

RUN = 7  # words
# Of 1,000 pairs of a real answer and one to another question none shared seven words, 1 shared six and 3 five; of all 499,500
# pairs among 1,000 real answers 144 shared seven (440 six, 1,769 five), and those are set phrases that do stand in both.
_MOST_ALIGNED = 25_000_000  # pairs of words, of two texts of 5,000: the alignment of longer ones would fill memory

_Folded = tuple[str, ...]
_Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one answer, one after another.

    Args:
        start, end: the words, half-open.
        others: the columns in which all of them stand one after another too, ascending; () for own words.
    """

    start: int
    end: int
    others: tuple[int, ...]


def divide(answers: Sequence[Words]) -> tuple[tuple[Run, ...], ...]:
    """Each answer as runs, shared and own ones: all its words, in order.

    Args:
        answers: the words of each column; none where it has no answer.
    """
    texts = _Texts([words.folded for words in answers])
    found = {folded: texts.runs(place) for place, folded in enumerate(texts.distinct)}
    return tuple(
        tuple(replace(run, others=tuple(each for each in run.others if each != column)) for run in found[words.folded])
        for column, words in enumerate(answers)
    )


def find_sharing(answers: Sequence[Words], question: Words) -> tuple[frozenset[int], ...]:
    """For each answer the columns that share `RUN` words or more with it which do not stand in the question.

    Args:
        answers: the words of what each column means; none where it has no answer.
        question: the words of the question: two answers that repeat it do not share a passage for that.
    """
    echo = set(_grams(question.folded))
    holders: dict[_Folded, set[int]] = {}
    for column, words in enumerate(answers):
        for gram in _grams(words.folded):
            if gram not in echo:
                holders.setdefault(gram, set()).add(column)
    sharing: list[set[int]] = [set() for _ in answers]
    for columns in {frozenset(each) for each in holders.values() if len(each) > 1}:
        for column in columns:
            sharing[column] |= columns
    return tuple(frozenset(each - {column}) for column, each in enumerate(sharing))


class _Texts:
    """The different texts among the answers, and where each stands in each other."""

    def __init__(self, columns: Sequence[_Folded]) -> None:
        self.distinct = list(dict.fromkeys(columns))
        self.columns = [[place for place, each in enumerate(columns) if each == folded] for folded in self.distinct]
        numbers: dict[_Folded, int] = {}
        self.grams = [_number_grams(folded, numbers) for folded in self.distinct]
        self.first = [_first_places(grams, len(numbers)) for grams in self.grams]
        self.aligned = dict(_align(self.distinct))

    def runs(self, text: int) -> tuple[Run, ...]:
        """The runs of a text, each column that has it among those that share with it."""
        stretches = [self._stretches(text, other) for other in range(len(self.distinct))]
        pieces = cut(len(self.distinct[text]), stretches, RUN)
        return tuple(Run(start=piece.start, end=piece.end, others=self._columns_of(piece)) for piece in pieces)

    def _columns_of(self, piece: Piece) -> tuple[int, ...]:
        return tuple(sorted(c for text, columns in enumerate(self.columns) if piece.holders >> text & 1 for c in columns))

    def _stretches(self, text: int, other: int) -> list[Stretch]:
        """The words of a text that stand unbroken in another, without overlap."""
        if text == other:
            words = self.distinct[text]
            return [(0, len(words))] if words and len(self.columns[text]) > 1 else []
        aligned = self.aligned.get((text, other), [])
        shared = _shared(self.grams[text], self.first[other])
        return [*aligned, *_outside(aligned, shared)] if aligned else shared


def _grams(folded: _Folded) -> Iterator[_Folded]:
    return (folded[start : start + RUN] for start in range(len(folded) - RUN + 1))


def _number_grams(folded: _Folded, numbers: dict[_Folded, int]) -> _Numbers:
    """For each run of `RUN` words its number; a run not met before gets the next."""
    return np.array([numbers.setdefault(gram, len(numbers)) for gram in _grams(folded)], dtype=np.int64)


def _first_places(grams: _Numbers, n: int) -> _Numbers:
    """For each of `n` numbers the first place at which a text has that run; -1 where it has not."""
    places = np.full(n, -1, dtype=np.int64)
    places[grams[::-1]] = np.arange(len(grams))[::-1]
    return places


def _shared(grams: _Numbers, first: _Numbers) -> list[Stretch]:
    """The words of a text whose runs stand in another, cut where they do not go on there."""
    places = first[grams]
    found = np.flatnonzero(places >= 0)
    if not len(found):
        return []
    new = np.flatnonzero((np.diff(found) != 1) | (np.diff(places[found]) != 1)) + 1
    starts, ends = found[np.append(0, new)], found[np.append(new, len(found)) - 1] + RUN
    starts[1:] = np.maximum(starts[1:], ends[:-1])
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _align(texts: Sequence[_Folded]) -> Iterator[tuple[tuple[int, int], list[Stretch]]]:
    """For each pair of nearly equal texts the words that stand in both at the same place, as stretches of the first."""
    for one, other in combinations(range(len(texts)), 2):
        if len(texts[one]) * len(texts[other]) <= _MOST_ALIGNED and are_nearly_equal(texts[one], texts[other]):
            blocks = [each for each in Indel.opcodes(texts[one], texts[other]).as_matching_blocks() if each.size]
            yield (one, other), [(each.a, each.a + each.size) for each in blocks]
            yield (other, one), [(each.b, each.b + each.size) for each in blocks]


def _outside(taken: Sequence[Stretch], stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """What is left of some stretches outside others; both in order and without overlap."""
    ends = [0, *(end for _, end in taken)]
    starts = [*(start for start, _ in taken), stretches[-1][1] if stretches else 0]
    place = 0
    for start, end in stretches:
        while place < len(starts) and starts[place] <= start:
            place += 1
        for free_start, free_end in zip(ends[place:], starts[place:], strict=True):
            if free_start >= end:
                break
            if max(start, free_start) < min(end, free_end):
                yield max(start, free_start), min(end, free_end)
