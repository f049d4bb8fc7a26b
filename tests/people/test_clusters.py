"""Which spellings are one person's when no authority file says so."""

import string

from hypothesis import given
from hypothesis import strategies as st

from kamervragen.people.clusters import Cluster, cluster_spellings

FIRST_NAMES = ("Anna", "Bram", "Carel Jan", "Dirk-Jan", "Eva", "Frits")
SURNAMES = ("Raaf", "van der Wulp", "Specht-Roerdomp", "van Raaf", "Wulp", "Kluut van Zwaan")


def grouped(*names: str) -> set[frozenset[str]]:
    return {frozenset(each.spellings) for each in cluster_spellings(names)}


def test_a_first_name_before_the_same_initials_is_the_same_person() -> None:
    assert grouped("Bo Specht (B.A.)", "B.A. Specht") == {frozenset({"Bo Specht (B.A.)", "B.A. Specht"})}


def test_the_second_half_of_a_double_surname_may_be_left_out() -> None:
    assert grouped("Ch. van der Wulp-Specht", "C. van der Wulp") == {frozenset({"Ch. van der Wulp-Specht", "C. van der Wulp"})}
    assert len(grouped("C. van der Wulp-Specht", "C. van der Wulp-Raaf")) == 2


def test_a_hyphen_may_be_printed_as_a_space() -> None:
    assert grouped("Cor Wulp-Specht (C.)", "Cor Wulp Specht (C.)") == {
        frozenset({"Cor Wulp-Specht (C.)", "Cor Wulp Specht (C.)"})
    }


def test_a_first_name_may_stand_between_initials_and_surname_and_initials_without_points() -> None:
    assert grouped("R.A. (Rik) Raaf", "Rik Raaf (RA)") == {frozenset({"R.A. (Rik) Raaf", "Rik Raaf (RA)"})}


def test_other_initials_are_another_person() -> None:
    assert len(grouped("Bo Specht (B.)", "E.E.W. Specht", "B.J. Specht")) == 2
    assert len(grouped("A. Specht", "E. Specht")) == 2


def test_equal_initials_and_other_first_names_are_two_people() -> None:
    assert len(grouped("Jan Jacob van Raaf (J.J.)", "Jos van Raaf (J.J.)")) == 2


def test_a_spelling_that_two_people_may_have_stays_by_itself_and_both_are_named() -> None:
    clusters = cluster_spellings(["Jan Jacob van Raaf (J.J.)", "Jos van Raaf (J.J.)", "Jos van Raaf", "J.J. van Raaf"])

    assert clusters == (
        Cluster(spellings=("J.J. van Raaf",), may_be=("Jan Jacob van Raaf (J.J.)", "Jos van Raaf (J.J.)")),
        Cluster(spellings=("Jan Jacob van Raaf (J.J.)",)),
        Cluster(spellings=("Jos van Raaf (J.J.)", "Jos van Raaf")),
    )


def test_a_surname_alone_is_nobodys() -> None:
    assert len(grouped("Raaf", "Bo Raaf (B.)")) == 2


def test_van_raaf_and_raaf_are_two_names() -> None:
    assert len(grouped("B. van Raaf", "B. Raaf", "Bo van Raaf (B.)")) == 2


def test_a_nickname_and_the_initial_of_another_name_meet_in_the_form_that_has_both() -> None:
    assert len(grouped("Bo Specht", "Bo Specht (M.)", "M. Specht")) == 1


names = st.builds(
    "{} {} {}".format,
    st.sampled_from(["", "J.", "J.J.", "B.", "C.J.", "D.J."]),
    st.sampled_from(["", *FIRST_NAMES]),
    st.sampled_from(SURNAMES),
).map(str.strip) | st.builds(
    "{} {} ({})".format, st.sampled_from(FIRST_NAMES), st.sampled_from(SURNAMES), st.sampled_from(["J.", "JJ", "B.", "C.J."])
)


@given(st.lists(names, unique=True, max_size=12), st.randoms())
def test_the_order_of_names_plays_no_part(printed: list[str], random: "object") -> None:
    shuffled = list(printed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert cluster_spellings(shuffled) == cluster_spellings(printed)


@given(st.lists(names | st.text(max_size=20), unique=True, max_size=15))
def test_each_name_is_in_one_cluster(printed: list[str]) -> None:
    spellings = [name for cluster in cluster_spellings(printed) for name in cluster.spellings]

    assert sorted(spellings) == sorted(printed)


@given(
    st.lists(st.text(string.ascii_uppercase, min_size=1, max_size=3), unique=True, min_size=2, max_size=6),
    st.lists(names, max_size=8),
)
def test_two_people_of_one_surname_with_other_first_letters_never_meet(initials: list[str], others: list[str]) -> None:
    people = {each[0]: f"{'.'.join(each)}. van der Wulp" for each in initials}

    for cluster in cluster_spellings([*people.values(), *others]):
        assert len(set(people.values()) & set(cluster.spellings)) <= 1


people_of_one_surname = st.lists(
    st.tuples(st.sampled_from(FIRST_NAMES), st.lists(st.sampled_from("ABJT"), min_size=1, max_size=3).map(tuple)),
    min_size=2,
    max_size=5,
    unique_by=lambda each: each[0],
)


def spellings_of(first_name: str, initials: tuple[str, ...], surname: str) -> list[str]:
    dotted = "".join(f"{letter}." for letter in initials)
    return [
        f"{first_name} {surname} ({dotted})",
        f"{first_name.upper()} {surname} ({''.join(initials)})",
        f"{dotted} ({first_name}) {surname}",
        f"{first_name} {surname}",
        f"{dotted} {surname}",
    ]


def planted_spellings(planted: list[tuple[str, tuple[str, ...]]], surname: str) -> dict[str, str]:
    return {spelling: name for name, initials in planted for spelling in spellings_of(name, initials, surname)}


@given(people_of_one_surname, st.sampled_from(SURNAMES))
def test_people_of_one_surname_are_never_mixed(planted: list[tuple[str, tuple[str, ...]]], surname: str) -> None:
    spellings = planted_spellings(planted, surname)

    for cluster in cluster_spellings(spellings):
        assert len({spellings[each] for each in cluster.spellings if spellings[each].upper() in each.upper()}) <= 1


@given(people_of_one_surname, st.sampled_from(SURNAMES))
def test_whose_initials_begin_as_the_name_does_is_found_in_every_spelling(
    planted: list[tuple[str, tuple[str, ...]]], surname: str
) -> None:
    own = [(name, (name[0], *others)) for name, others in planted]

    assert {frozenset(each.spellings) for each in cluster_spellings(planted_spellings(own, surname))} == {
        frozenset(spellings_of(name, initials, surname)) for name, initials in own
    }
