"""The authority file in the database: what is written, what is known already, and who comes out."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from entries import handed_in, make
from kamervragen.model import Respondent, Submitter
from kamervragen.people.claims import HoldingClaim, NameClaim, PartyClaim, SeatClaim
from kamervragen.store.counts import read_state
from kamervragen.store.people import (
    AnsweredOn,
    AskedOn,
    ImportTally,
    list_answered_on,
    list_asked_on,
    load_assembly,
    load_people,
    write_claims,
)
from kamervragen.store.writing import write_batch
from kamervragen.terms import Chamber, Kind, Role
from records import contents, make_tables, record_in

NOON, ONE = datetime(2031, 1, 1, 12, tzinfo=UTC), datetime(2031, 1, 1, 13, tzinfo=UTC)
SEEN = date(2030, 6, 1)
RAAF = NameClaim(key="tk:a", source="lijst", reach="tk:Persoon", seen_on=SEEN, person="a", family="Raaf", initials="B.")
PARTY = PartyClaim(key="tk:f", source="lijst", seen_on=SEEN, party="f", name="SP")
SEAT = SeatClaim(key="tk:c", source="lijst", seen_on=SEEN, seat="c", party="f")
HOLDING = HoldingClaim(key="tk:d", source="lijst", reach="tk:zetels", seen_on=SEEN, person="a", seat="c", first=date(2029, 1, 1))
ALL = (RAAF, PARTY, SEAT, HOLDING)


ASKED = AskedOn("Raaf", "SP", date(2029, 5, 1), "tk", 1)
ANSWERED = AnsweredOn("Wulp", "minister", "Defensie", date(2029, 5, 20), 1)


def _answer():
    return make(
        "een antwoord",
        kind=Kind.ANSWER,
        id="ah-tk-20282029-1",
        chamber=Chamber.TWEEDE_KAMER,
        submitters=(Submitter(name="Raaf", party="SP"),),
        respondents=(Respondent(role=Role.MINISTER, name="Wulp", portfolio="Defensie"),),
        submitted_on=date(2029, 5, 1),
        received_on=date(2029, 5, 20),
    )


def test_claims_make_a_person_who_is_found_by_name(record: Path) -> None:
    assert write_claims(ALL, (), at=NOON) == ImportTally(n_added=4, n_changed=0, n_known=0, n_removed=0)

    found = load_people().identify_member("Raaf", "SP", date(2029, 5, 1))

    assert found.person is not None
    assert found.person.name == "B. Raaf"


def test_the_same_file_again_changes_nothing(record: Path) -> None:
    write_claims(ALL, (), at=NOON)
    before, state = contents(), read_state()

    assert write_claims(ALL, (), at=ONE) == ImportTally(n_added=0, n_changed=0, n_known=4, n_removed=0)
    assert (contents(), read_state()) == (before, state)


def test_rows_that_come_in_parts_give_the_same_persons(record: Path) -> None:
    for claim in reversed(ALL):
        write_claims([claim], (), at=NOON)

    in_parts = load_assembly()
    write_claims(ALL, (), at=ONE)

    assert load_assembly() == in_parts
    assert [seat.party for seat in in_parts.persons[0].seats] == ["SP"]


def test_a_newer_page_counts_and_an_older_one_does_not(record: Path) -> None:
    ended = replace(HOLDING, last=date(2030, 7, 1), seen_on=date(2030, 8, 1))
    write_claims(ALL, (), at=NOON)

    assert write_claims([ended], (), at=ONE).n_changed == 1
    assert write_claims([HOLDING], (), at=ONE) == ImportTally(n_added=0, n_changed=0, n_known=1, n_removed=0)
    assert load_assembly().persons[0].seats[0].period.last == date(2030, 7, 1)


def test_a_page_that_only_was_made_later_lets_open_rows_reach_further(record: Path) -> None:
    write_claims(ALL, (), at=NOON)
    assert load_people().persons[0].seats[0].is_on(date(2030, 12, 1)) is None

    tally = write_claims([replace(HOLDING, seen_on=date(2031, 1, 1))], (), at=ONE)

    assert tally == ImportTally(n_added=0, n_changed=0, n_known=1, n_removed=0)
    assert load_people().persons[0].seats[0].is_on(date(2030, 12, 1)) is True


def test_a_row_that_its_source_withdrew_goes(record: Path) -> None:
    write_claims(ALL, (), at=NOON)

    assert write_claims((), ["tk:a", "tk:unknown"], at=ONE).n_removed == 1
    assert load_people().persons == ()
    assert load_assembly().n_nameless == 1


def test_another_state_of_the_file_is_another_state_of_the_record(record: Path) -> None:
    write_claims(ALL, (), at=NOON)
    before = read_state()

    write_claims([replace(RAAF, initials="C.")], (), at=ONE)

    assert read_state() != before
    assert load_people().persons[0].name == "C. Raaf"


def test_how_members_and_office_holders_are_printed_is_listed_by_day(record: Path) -> None:
    write_batch(handed_in(_answer()), [], at=NOON)
    write_claims(ALL, (), at=NOON)

    assert (list(list_asked_on()), list(list_asked_on(["Raaf"])), list(list_asked_on(["Wulp"]))) == ([ASKED], [ASKED], [])
    assert list(list_answered_on()) == [ANSWERED]
    person = ASKED.identify(load_people()).person
    assert person is not None
    assert (person.key, ANSWERED.identify(load_people()).person) == ("a", None)


@pytest.mark.postgres
def test_postgresql_keeps_the_file_as_well(tmp_path: Path, postgres_url: str) -> None:
    with record_in(tmp_path, postgres_url):
        make_tables()
        write_claims(ALL, (), at=NOON)
        assert write_claims(ALL, (), at=ONE).n_known == 4
        assert [each.name for each in load_people().persons] == ["B. Raaf"]
        write_batch(handed_in(_answer()), [], at=NOON)
        assert list(list_asked_on(["Raaf"])) == [ASKED]
        assert list(list_answered_on()) == [ANSWERED]
