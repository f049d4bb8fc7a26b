"""Candidates, and which are one question: of the same letters, or of one filing as several replies print it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rapidfuzz import fuzz

from kamervragen.search.records import Item
from kamervragen.search.similar_likeness import Fit

_ONE_FILING: Final = 90.0  # of 100: replies to one filing print its questions with a slip here and there


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A question that may be shown.

    Args:
        item: the question.
        words: of its text, as the index has them.
        score: how well its words fit, 0 to 1.
        fit: how well they stand in the text, word for word.
    """

    item: Item
    words: Sequence[str]
    score: float
    fit: Fit


def group_candidates(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """The candidates in groups of one question each; groups and what is in them keep their order."""
    groups: list[list[Candidate]] = []
    by_letters: dict[str, list[Candidate]] = {}
    by_filing: dict[tuple[date, tuple[str, ...]], list[str]] = {}
    for each in candidates:
        item, letters = each.item, "".join(each.words)
        beside = by_filing.setdefault((item.submitted_on, item.numbers), []) if item.submitted_on else []
        if letters not in by_letters:
            near = next((other for other in beside if fuzz.ratio(letters, other, score_cutoff=_ONE_FILING)), None)
            by_letters[letters] = by_letters[near] if near is not None else []
            if near is None:
                groups.append(by_letters[letters])
            beside.append(letters)
        by_letters[letters].append(each)
    return groups
