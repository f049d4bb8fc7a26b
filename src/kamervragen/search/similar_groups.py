"""Questions that are one question: of the same letters, or of one filing as the replies of several ministers print it."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final, TypeVar

from rapidfuzz import fuzz

from kamervragen.folding import fold
from kamervragen.search.records import Item

_ONE_FILING: Final = 90.0  # of 100: replies to one filing print its questions with a slip here and there

Found = TypeVar("Found")


def group_places(found: Iterable[Found], item_of: Callable[[Found], Item]) -> list[list[Found]]:
    """What was found, in groups of one question each; groups and what is in them keep their order.

    Args:
        found: what holds a question.
        item_of: gives its question.
    """
    groups: list[list[Found]] = []
    by_letters: dict[str, list[Found]] = {}
    by_filing: dict[tuple[date, tuple[str, ...]], list[str]] = {}
    for each in found:
        item = item_of(each)
        letters = fold(item.text)
        beside = by_filing.setdefault((item.submitted_on, item.numbers), []) if item.submitted_on else []
        if letters not in by_letters:
            near = next((other for other in beside if fuzz.ratio(letters, other, score_cutoff=_ONE_FILING)), None)
            by_letters[letters] = by_letters[near] if near is not None else []
            if near is None:
                groups.append(by_letters[letters])
            beside.append(letters)
        by_letters[letters].append(each)
    return groups
