"""Offices compared: which printed ones are the same, and how alike two lists of addressees are."""

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from kamervragen.dossiers import Office
from kamervragen.folding import fold
from kamervragen.link.likeness import Likeness

_SHORTEST_MISPRINT = 8
_MOST_SLIPS = 2


def compare_offices(first: Sequence[Office], second: Sequence[Office]) -> Likeness:
    """How alike two lists of offices are; NEAR when they have one in common, DIFFERENT when they have none."""
    if not first or not second:
        return Likeness.UNKNOWN
    if {each.identity for each in first} == {each.identity for each in second}:
        return Likeness.SAME
    is_overlapping = any(is_same_office(one, other) for one in first for other in second)
    return Likeness.NEAR if is_overlapping else Likeness.DIFFERENT


def is_same_office(one: Office, other: Office) -> bool:
    """Whether two printed offices are one: the same by the tables, or one that no table knows is a misprint of the other."""
    if one.identity == other.identity:
        return True
    if one.role is not other.role or (one.usual and other.usual):
        return False
    folded = fold(one.portfolio or ""), fold(other.portfolio or "")
    return min(map(len, folded)) >= _SHORTEST_MISPRINT and Levenshtein.distance(*folded) <= _MOST_SLIPS
