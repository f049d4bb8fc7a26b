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
        question: the words of the question: two answers that repeat it do not share a passage for that.
    """
    texts = _Texts([words.folded for words in answers], question.folded)
    found = {folded: texts.divide(place) for place, folded in enumerate(texts.distinct)}
    return tuple(_of_column(column, found[words.folded]) for column, words in enumerate(answers))


def _of_column(column: int, division: Division) -> Division:
    """The division of a text as one of the columns that have it sees it."""
    return Division(
        runs=tuple(replace(run, others=tuple(each for each in run.others if each != column)) for run in division.runs),
        sharing=division.sharing - {column},
    )


class _Texts:
    """The different texts among the answers, and where each stands in each other."""

    def __init__(self, columns: Sequence[_Folded], question: _Folded) -> None:
        self.distinct = list(dict.fromkeys(columns))
        self.columns = [[place for place, each in enumerate(columns) if each == folded] for folded in self.distinct]
        numbers: dict[_Folded, int] = {}
        self.grams = [_number_grams(folded, numbers) for folded in self.distinct]
        self.first = [_first_places(grams, len(numbers)) for grams in self.grams]
        self.is_echo = np.zeros(len(numbers), dtype=np.bool_)
        self.is_echo[[numbers[gram] for gram in _grams(question) if gram in numbers]] = True
        self.aligned = dict(_align(self.distinct))

    def divide(self, text: int) -> Division:
        """The division of a text, each column that has it among those that share with it."""
        told = self.grams[text][~self.is_echo[self.grams[text]]]
        sharers = (other for other, first in enumerate(self.first) if other == text or bool((first[told] >= 0).any()))
        n_words = len(self.distinct[text])
        pieces = cut(n_words, [self._stretches(text, other) for other in range(len(self.distinct))], RUN)
        return Division(
            runs=tuple(Run(start=piece.start, end=piece.end, others=self._columns_of(piece)) for piece in pieces),
            sharing=frozenset(column for other in sharers for column in self.columns[other]),
        )

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
        if are_nearly_equal(texts[one], texts[other]):
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
