"""Which printed names may be one member, and which may not."""

import pytest

from kamervragen.link.likeness import Likeness
from kamervragen.link.names import compare_members, fold_name
from kamervragen.model import Submitter

SAME = [
    ("Rietvinck", "Joost Rietvinck"),
    ("Jansen", "DaniëlleJansen"),
    ("Van Dijk", "Jasper van Dijk"),
    ("Van Dijk", "van dijk"),
    ("Faber-Van de Klaproos", "Faber – van de Klaproos"),
    ("Yıldızhan", "Yildizhan"),
    ("J.P.H. Rietvinck", "Rietvinck"),
    ("J. Rietvinck", "Joost Rietvinck"),
]
NEAR = [
    ("Rietvinck", "Rietvink"),
    ("Joost Rietvinck", "Rietvink"),
    ("Faber-Van de Klaproos", "Faber - Van"),
    ("Ronald van Raaf", "vn Raaf"),
    ("Magda Berkendsen-Jansen", "Berkensen-Jansen"),
    ("Meeuwissen-Kraai", "Meewissen-Kraay"),
]
DIFFERENT = [
    ("Inge van Dijk", "Jasper van Dijk"),
    ("Inge van Dijk", "Dijk"),
    ("Vandijk", "Dijk"),
    ("Wulp", "Wolp"),
    ("Kemphaan", "Kokmeeuw"),
    ("Van der Zwaluw", "Zwaluw"),
]


def likeness(one: str, other: str) -> Likeness:
    first, second = [fold_name(Submitter(name=one, party=None))], [fold_name(Submitter(name=other, party=None))]
    assert compare_members(first, second) is compare_members(second, first)
    return compare_members(first, second)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_these_are_one_name(one: str, other: str) -> None:
    assert likeness(one, other) is Likeness.SAME


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_these_may_be_misprints_of_one_name(one: str, other: str) -> None:
    assert likeness(one, other) is Likeness.NEAR


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_these_are_two_names(one: str, other: str) -> None:
    assert likeness(one, other) is Likeness.DIFFERENT


def test_one_name_in_two_parties_is_two_members_unless_it_is_the_whole_name() -> None:
    van_dijk = [fold_name(Submitter(name="Van Dijk", party="CDA"))]
    inge = [fold_name(Submitter(name="Inge van Dijk", party="SP"))]
    switched = [fold_name(Submitter(name="Van Dijk", party="Groep Van Dijk"))]

    assert compare_members(van_dijk, inge) is Likeness.DIFFERENT
    assert compare_members(van_dijk, switched) is Likeness.SAME


def test_a_list_that_leaves_out_a_member_is_the_same_and_one_with_another_member_is_near() -> None:
    both = [fold_name(Submitter(name=name, party=None)) for name in ("Kemphaan", "Goudplevier")]
    one = both[:1]
    other = [both[0], fold_name(Submitter(name="Scholekster", party=None))]

    assert compare_members(both, one) is Likeness.SAME
    assert compare_members(both, other) is Likeness.NEAR
    assert compare_members(both, []) is Likeness.UNKNOWN
