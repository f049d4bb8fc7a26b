"""Candidates, and which are one question: of the same letters, or of one filing as several replies print it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

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


class _Filing(NamedTuple):
    """What a question of one filing has in every reply: the day of filing, and its numbers."""

    submitted_on: date
    numbers: tuple[str, ...]


def group_candidates(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """The candidates in groups of one question each; groups and what is in them keep their order."""
    by_letters: dict[str, list[Candidate]] = {}
    for each in candidates:
        by_letters.setdefault("".join(each.words), []).append(each)
    groups: dict[str, list[Candidate]] = {}
    by_filing: dict[_Filing, list[str]] = {}
    for letters, same in by_letters.items():
        filings = [_Filing(each.item.submitted_on, each.item.numbers) for each in same if each.item.submitted_on]
        beside = (other for filing in filings for other in by_filing.get(filing, ()))
        near = next((other for other in beside if fuzz.ratio(letters, other, score_cutoff=_ONE_FILING)), letters)
        groups.setdefault(near, []).extend(same)
        for filing in filings:
            by_filing.setdefault(filing, []).append(near)
    return list(groups.values())
