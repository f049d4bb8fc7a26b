"""How alike a question and a given text are, word for word: two rows of words → Fit → Likeness.

The shorter of both is laid where it fits best in the longer, so that a question is recognised among the others that were pasted
with it, and a sentence in the question that it was taken from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from kamervragen.search.function_words import FUNCTION_WORDS
from kamervragen.terms import QuestionLikeness

NEAR: Final = 0.7  # of the words stay when one in five is replaced by another: 0.8; texts on one subject share less than half
SHORTEST_NEAR: Final = 5  # words: what is shorter is equal or it is not
_EQUAL_LENGTH: Final = 0.7  # of the longer; a shorter text stands in a question, and is not the question
_PASSAGE: Final = 8  # words in a row
_TELLING: Final = 3  # of them, at least, say something: "bent u bekend met het bericht dat de" does not
_MARKED: Final = 4  # words in a row that are marked; fewer are chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How well a question and a text fit.

    Args:
        share: which part of the shorter stands in the longer, in that order, 0 to 1; 0 when less than `NEAR`.
        agreement: how much of both is the same, 0 to 1: the mean of the question beside the place where it fits, since the rest
            of the text may be other questions, and beside the whole text, since "Zo nee, waarom niet?" may be all that tells two
            questions apart.
        start: where the text begins that the question fits: the number of a word; 0 when it does not fit.
        end: the word after it; the last one when it does not fit.
        is_equal: whether the question is that text.
        is_taken: whether it was taken over: it is the text, or nearly so, or one of several questions that stand in it.
    """

    share: float
    agreement: float
    start: int
    end: int
    is_equal: bool
    is_taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike they are.

    Args:
        likeness: the word for it.
        runs: stretches of the question's words that stand in the text: the first word and the one after the last.
    """

    likeness: QuestionLikeness
    runs: tuple[tuple[int, int], ...]


def fit_words(asked: Sequence[str], given: Sequence[str]) -> Fit:
    """How well the words of a question and those of a given text fit."""
    if asked == given:
        return Fit(share=1.0, agreement=1.0, start=0, end=len(given), is_equal=True, is_taken=True)
    shortest = min(len(asked), len(given)) < SHORTEST_NEAR
    found = None if shortest else fuzz.partial_ratio_alignment(asked, given, score_cutoff=100 * NEAR)
    if found is None:
        return Fit(share=0.0, agreement=0.0, start=0, end=len(given), is_equal=False, is_taken=False)
    slack = len(asked) // 4  # where the one has words that the other has not
    return Fit(
        share=found.score / 100,
        agreement=(fuzz.ratio(asked, given[found.dest_start : found.dest_end]) + fuzz.ratio(asked, given)) / 200,
        start=max(0, found.dest_start - slack),
        end=found.dest_end + slack,
        is_equal=found.score == 100 and len(asked) <= len(given),
        is_taken=len(given) >= len(asked) * _EQUAL_LENGTH,
    )


def name_likeness(asked: Sequence[str], given: Sequence[str], fit: Fit) -> Likeness:
    """How alike they are in a word, and the stretches that they share."""
    blocks = LCSseq.opcodes(asked, given[fit.start : fit.end])
    same = ((block.src_start, block.src_end) for block in blocks if block.tag == "equal")
    runs = tuple((start, end) for start, end in same if end - start >= _MARKED)
    if fit.is_taken:
        return Likeness(likeness=QuestionLikeness.SAME if fit.is_equal else QuestionLikeness.NEAR, runs=runs)
    shares_passage = any(_is_passage(asked[start:end]) for start, end in runs)
    return Likeness(likeness=QuestionLikeness.SHARING if shares_passage else QuestionLikeness.RELATED, runs=runs)


def _is_passage(words: Sequence[str]) -> bool:
    return len(words) >= _PASSAGE and sum(word not in FUNCTION_WORDS for word in words) >= _TELLING
