"""How alike a question and a given text are, word for word: two rows of words → Likeness.

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
class Likeness:
    """How alike they are.

    Args:
        likeness: the word for it.
        share: which part of the shorter stands in the longer, in that order, 0 to 1; 0 when less than `NEAR`.
        runs: stretches of the question's words that stand in the text: the first word and the one after the last.
    """

    likeness: QuestionLikeness
    share: float
    runs: tuple[tuple[int, int], ...]


def compare_words(asked: Sequence[str], given: Sequence[str]) -> Likeness:
    """How alike the words of a question and those of a given text are."""
    if list(asked) == list(given):
        return Likeness(likeness=QuestionLikeness.SAME, share=1.0, runs=((0, len(asked)),))
    share, start, end = _lay(asked, given)
    runs = _find_runs(asked, given[start:end])
    return Likeness(likeness=_name(asked, given, share, runs), share=share, runs=runs)


def _lay(asked: Sequence[str], given: Sequence[str]) -> tuple[float, int, int]:
    """How well the one fits in the other, and the stretch of the given words in which it does; all of them when it does not."""
    if min(len(asked), len(given)) < SHORTEST_NEAR:
        return 0.0, 0, len(given)
    found = fuzz.partial_ratio_alignment(asked, given, score_cutoff=100 * NEAR)
    if found is None:
        return 0.0, 0, len(given)
    slack = len(asked) // 4  # where the one has words that the other has not
    return found.score / 100, max(0, found.dest_start - slack), found.dest_end + slack


def _find_runs(asked: Sequence[str], given: Sequence[str]) -> tuple[tuple[int, int], ...]:
    blocks = LCSseq.opcodes(asked, given)
    same = ((block.src_start, block.src_end) for block in blocks if block.tag == "equal")
    return tuple((start, end) for start, end in same if end - start >= _MARKED)


def _name(asked: Sequence[str], given: Sequence[str], share: float, runs: Sequence[tuple[int, int]]) -> QuestionLikeness:
    if share == 1.0 and len(asked) <= len(given):
        return QuestionLikeness.SAME  # one of several questions that were pasted
    if share and len(given) >= len(asked) * _EQUAL_LENGTH:
        return QuestionLikeness.NEAR
    return QuestionLikeness.SHARING if any(_is_passage(asked[start:end]) for start, end in runs) else QuestionLikeness.RELATED


def _is_passage(words: Sequence[str]) -> bool:
    return len(words) >= _PASSAGE and sum(word not in FUNCTION_WORDS for word in words) >= _TELLING
