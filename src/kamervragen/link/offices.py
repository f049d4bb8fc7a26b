"""How alike two lists of addressees are."""

from collections.abc import Sequence

from kamervragen.dossiers import Office, is_same_office
from kamervragen.link.likeness import Likeness


def compare_offices(first: Sequence[Office], second: Sequence[Office]) -> Likeness:
    """How alike two lists of offices are; NEAR when they have one in common, DIFFERENT when they have none."""
    if not first or not second:
        return Likeness.UNKNOWN
    if {each.identity for each in first} == {each.identity for each in second}:
        return Likeness.SAME
    is_overlapping = any(is_same_office(one, other) for one in first for other in second)
    return Likeness.NEAR if is_overlapping else Likeness.DIFFERENT
