"""Who is meant by a printed name, and when nobody may be named."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented_people import INGE, JAN_JACOB, JOS, KEMPHAAN, KLUUT, PEOPLE, WULP, people, period, tenure
from kamervragen.people.records import Identification, Person, PersonName
from kamervragen.terms import Certainty, Chamber, NameEvidence, Role

IN_2011 = date(2011, 5, 1)


def keys(found: Identification) -> list[str]:
    return [each.person.key for each in found.candidates]


@pytest.mark.parametrize(
    "printed",
    ["Jos van Raaf", "Jos van Raaf (J.J.)", "JOS VAN RAAF", "Jos Van Raáf", "J.J. (Jos) van Raaf"],
)
def test_spellings_of_one_member(printed: str) -> None:
    found = PEOPLE.identify_member(printed, "SP", IN_2011)

    assert found.person == JOS
    assert found.printed == printed
    assert found.candidates[0].certainty is Certainty.CERTAIN


@pytest.mark.parametrize(("party", "person"), [("SP", JOS), ("CDA", None)])
def test_the_party_on_the_day_decides_between_people_of_one_surname(party: str, person: Person | None) -> None:
    assert PEOPLE.identify_member("Van Raaf", party, IN_2011).person == person


def test_a_name_of_two_members_of_one_party_stays_ambiguous_and_both_are_named() -> None:
    found = PEOPLE.identify_member("Van Raaf", "CDA", IN_2011)

    assert found.is_ambiguous
    assert keys(found) == ["inge", "jan-jacob"]


def test_when_the_one_has_left_the_other_is_meant() -> None:
    assert PEOPLE.identify_member("Van Raaf", "CDA", date(2013, 1, 1)).person == INGE


def test_a_member_who_went_on_alone_is_the_same_person_in_another_party() -> None:
    in_2018 = PEOPLE.identify_member("Van Raaf", "Lid Van Raaf", date(2018, 1, 1))

    assert in_2018.person == JOS
    assert NameEvidence.PARTY in in_2018.candidates[0].evidence


def test_a_seat_whose_party_is_not_known_does_not_contradict_the_printed_one() -> None:
    unknown = people(replace(JOS, seats=(replace(JOS.seats[0], party=""),)))

    found = unknown.identify_member("Jos van Raaf", "VVD", IN_2011)

    assert (found.person is not None, found.candidates[0].evidence[-1]) == (True, NameEvidence.SEAT)


def test_without_a_day_a_party_proves_nothing_and_another_party_speaks_against() -> None:
    assert PEOPLE.identify_member("Kemphaan", "GroenLinks", None).person is None
    assert PEOPLE.identify_member("Joost Kemphaan", "GroenLinks", None).candidates[0].certainty is Certainty.LIKELY
    assert PEOPLE.identify_member("Joost Kemphaan", "VVD", None).person is None


def test_a_variant_of_the_party_is_that_party() -> None:
    assert PEOPLE.identify_member("Kemphaan", "GroenLinks", date(2015, 1, 1)).person == KEMPHAAN


def test_a_party_that_contradicts_the_table_gives_a_suggestion_and_nobody() -> None:
    found = PEOPLE.identify_member("Jos van Raaf", "VVD", IN_2011)

    assert found.person is None
    assert [(each.person, each.certainty) for each in found.candidates] == [(JOS, Certainty.GUESS)]
    assert NameEvidence.OTHER_PARTY in found.candidates[0].evidence


def test_a_seat_that_had_ended_speaks_against() -> None:
    found = PEOPLE.identify_member("Jan Jacob van Raaf", None, date(2020, 1, 1))

    assert (found.person, found.candidates[0].evidence[-1]) == (None, NameEvidence.NOT_THEN)


def test_a_source_is_not_asked_beyond_the_day_it_was_made() -> None:
    found = PEOPLE.identify_member("Inge van Raaf", "CDA", date(2023, 1, 1))

    assert (found.person, found.candidates[0].certainty) == (INGE, Certainty.LIKELY)
    assert found.candidates[0].evidence == (NameEvidence.SURNAME, NameEvidence.FIRST_NAME)


def test_after_the_day_of_a_list_an_ended_seat_does_not_speak_against_a_new_one() -> None:
    ended = replace(INGE, seats=(replace(INGE.seats[0], period=period("2010-06-17", "2017-03-22")),))

    assert people(ended).identify_member("Inge van Raaf", "CDA", date(2019, 1, 1)).person is None
    assert people(ended).identify_member("Inge van Raaf", "CDA", date(2023, 1, 1)).person == ended


def test_a_misprint_is_suggested_and_does_not_become_the_person() -> None:
    found = PEOPLE.identify_member("Kemphan", "GroenLinks", date(2015, 1, 1))

    assert found.printed == "Kemphan"
    assert found.person is None
    assert [(each.person, each.evidence, each.certainty) for each in found.candidates] == [
        (KEMPHAAN, (NameEvidence.MISPRINT, NameEvidence.PARTY), Certainty.LIKELY)
    ]


def test_long_words_before_a_short_surname_do_not_make_it_a_misprint() -> None:
    ham = people(Person(key="ham", names=(PersonName(family="Ham", prefix="van der"),)))

    assert ham.identify_member("Van der Wal", None, None).candidates == ()
    assert PEOPLE.identify_member("vn der Wulp", None, None).candidates[0].person == WULP


def test_a_misprint_in_another_party_is_a_guess() -> None:
    assert PEOPLE.identify_member("Kemphan", "VVD", date(2015, 1, 1)).candidates[0].certainty is Certainty.GUESS


@pytest.mark.parametrize("printed", ["Raaf", "de Raaf", "", "(J.J.)", "Os", "Inge", "van", "Wulp"])
def test_other_names_are_nobodys(printed: str) -> None:
    assert PEOPLE.identify_member(printed, None, IN_2011) == Identification(printed=printed, person=None, candidates=())


def test_another_first_name_or_other_initials_are_another_person() -> None:
    assert PEOPLE.identify_member("Piet van Raaf", "SP", IN_2011).candidates == ()
    assert PEOPLE.identify_member("P. van Raaf", "SP", IN_2011).candidates == ()


def test_the_letter_of_the_name_in_use_is_an_initial_too() -> None:
    uma = people(Person(key="uma", names=(PersonName(family="Raaf", first_name="Uma", initials="D."),)))

    assert uma.identify_holder("Raaf (U)", IN_2011).person is not None
    assert uma.identify_holder("Raaf (B)", IN_2011).person is None


def test_a_surname_alone_is_only_a_suggestion() -> None:
    one = people(replace(KEMPHAAN, seats=()))

    assert one.identify_member("Kemphaan", "GroenLinks", IN_2011).person is None
    assert one.identify_member("Joost Kemphaan", None, None).person is not None


def test_a_seat_on_the_day_without_a_printed_party_names_nobody_by_surname_alone() -> None:
    found = PEOPLE.identify_member("Kemphaan", None, date(2015, 1, 1))

    assert found.person is None
    assert found.candidates[0].evidence == (NameEvidence.SURNAME, NameEvidence.SEAT)
    assert PEOPLE.identify_member("Joost Kemphaan", None, date(2015, 1, 1)).candidates[0].certainty is Certainty.CERTAIN


def test_a_first_name_of_which_only_the_letter_is_known_counts_as_initials() -> None:
    lettered = people(Person(key="j", names=(PersonName(family="Raaf", prefix="van", initials="J.J."),)))

    assert lettered.identify_member("Jos van Raaf", None, None).candidates[0].evidence == (
        NameEvidence.SURNAME,
        NameEvidence.INITIALS,
    )


def test_seats_of_the_one_chamber_say_nothing_of_the_other() -> None:
    found = PEOPLE.identify_member("Joost Kemphaan", "VVD", date(2015, 1, 1), Chamber.EERSTE_KAMER)

    assert (found.person, found.candidates[0].certainty) == (KEMPHAAN, Certainty.LIKELY)


@pytest.mark.parametrize("printed", ["Van der Wulp-Specht", "Van der Wulp", "C. van der Wulp", "Van der Wulp – Specht"])
def test_a_double_name_may_be_halved(printed: str) -> None:
    found = PEOPLE.identify_holder(printed, date(2016, 1, 1), Role.MINISTER, "Veiligheid en Justitie")

    assert found.person == WULP


def test_an_alias_and_a_surname_of_two_words_are_found() -> None:
    for printed in ("Elmo Kluut", "Kluut Zwaan", "Kluut Zwaan (EMH)"):
        assert PEOPLE.identify_holder(printed, date(2018, 6, 1), Role.MINISTER, "Justitie en Veiligheid").person == KLUUT


def test_who_holds_another_office_on_the_day_is_only_a_suggestion() -> None:
    found = PEOPLE.identify_holder("Kluut Zwaan", date(2018, 6, 1), Role.MINISTER, "Defensie")

    assert (found.person, found.candidates[0].evidence[-1]) == (None, NameEvidence.NOT_THEN)


def test_a_successor_answers_for_who_held_the_office_on_the_day_of_asking_also_after_a_renaming() -> None:
    office = (Role.MINISTER, "Justitie en Veiligheid")

    assert PEOPLE.predecessors(KLUUT, *office, date(2018, 4, 20), date(2018, 5, 20)) == (WULP,)
    assert PEOPLE.predecessors(KLUUT, *office, date(2018, 5, 3), date(2018, 5, 20)) == ()
    assert PEOPLE.predecessors(KLUUT, *office, date(2018, 4, 20), date(2019, 5, 20)) == ()
    assert PEOPLE.predecessors(KEMPHAAN, *office, date(2018, 4, 20), date(2018, 5, 20)) == ()


def test_a_minister_of_a_portfolio_is_not_the_minister_of_its_ministry() -> None:
    assert PEOPLE.holders(Role.MINISTER, "Rechtsbescherming", date(2018, 6, 1)) == (WULP,)
    assert PEOPLE.holders(Role.MINISTER, "Justitie en Veiligheid", date(2018, 6, 1)) == (KLUUT,)


def test_a_minister_president_has_no_portfolio() -> None:
    premier = replace(KLUUT, tenures=(tenure(Role.MINISTER_PRESIDENT, None, "2010-10-14", None),))

    assert people(premier).holders(Role.MINISTER_PRESIDENT, None, date(2024, 1, 1)) == (premier,)
    assert people(premier).identify_holder("Kluut Zwaan", date(2024, 1, 1), Role.MINISTER_PRESIDENT, None).person == premier


@given(st.text(max_size=40), st.none() | st.sampled_from(["SP", "CDA", ""]), st.none() | st.dates())
def test_any_name_gives_an_answer_with_the_printed_form(printed: str, party: str | None, on: date | None) -> None:
    for found in (PEOPLE.identify_member(printed, party, on), PEOPLE.identify_holder(printed, on)):
        assert found.printed == printed
        assert found.person is None or keys(found) == [found.person.key]


@given(st.permutations([JOS, JAN_JACOB, INGE, WULP, KLUUT, KEMPHAAN]), st.sampled_from(["Van Raaf", "J.J. van Raaf", "Kemphan"]))
def test_the_order_of_the_table_plays_no_part(persons: list[Person], printed: str) -> None:
    assert people(*persons).identify_member(printed, "CDA", IN_2011) == PEOPLE.identify_member(printed, "CDA", IN_2011)
