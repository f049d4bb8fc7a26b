"""Who is meant by a printed name, on the page of a member."""

from datetime import date
from pathlib import Path

import pytest

from entries import NOON, handed_in, make
from kamervragen.model import Addressee, Respondent, Submitter
from kamervragen.people.claims import Claim
from kamervragen.people.table import COLUMNS, read_table
from kamervragen.store.people import write_claims
from kamervragen.store.writing import write_batch
from kamervragen.terms import Kind, Role
from seen_pages import get, main_of, read, rows_of

ROWS = (
    "kemphaan,Kemphaan,,Joost,B.J.,,GroenLinks,2030-06-17,2031-03-01,,,,,lijst A",
    "kemphaan,,,,,,Lid Kemphaan,2031-03-02,,,,,,lijst A",
    "kemphaan,,,,,,,,,staatssecretaris,Defensie,2025-01-01,2026-01-01,stcrt-2025-1",
    "klaproos,Klaproos,,,,,CDA,2030-06-17,,,,,,lijst A",
    "wit,Wit,de,Piet,P.,,,,,minister,Veiligheid en Justitie,2015-01-01,2017-12-01,stcrt-2015-1",
    "wulp,Wulp-Specht,van der,Ada,A.,,,,,minister,Justitie en Veiligheid,2017-12-02,,stcrt-2017-9",
    "jos,Raaf,van,Jos,J.J.,,SP,2030-06-17,,,,,,lijst A",
    "jan,Raaf,van,Jan Jacob,J.J.,,SP,2030-06-17,,,,,,lijst A",
)


def claims() -> tuple[Claim, ...]:
    return read_table("\n".join([",".join(COLUMNS), *ROWS])).claims


def _document(number: int, on: date, *submitters: tuple[str, str | None]):
    return make(
        f"document {number}",
        id=f"ah-tk-20302031-{number}",
        session_year="2030-2031",
        number=number,
        kind=Kind.ANSWER,
        submitted_on=on,
        subject=f"onderwerp {number}",
        submitters=tuple(Submitter(name=name, party=party) for name, party in submitters),
    )


def _answer(number: int, asked_on: date, answered_on: date, name: str, portfolio: str):
    return make(
        f"document {number}",
        id=f"ah-tk-20172018-{number}",
        session_year="2017-2018",
        number=number,
        kind=Kind.ANSWER,
        submitted_on=asked_on,
        received_on=answered_on,
        subject=f"onderwerp {number}",
        addressees=(Addressee(role=Role.MINISTER, portfolio=portfolio),),
        respondents=(Respondent(role=Role.MINISTER, name=name, portfolio=portfolio),),
    )


def _fill() -> None:
    entries = [
        _document(1, date(2031, 1, 5), ("Kemphaan", "GroenLinks"), ("Van Raaf", "SP")),
        _document(2, date(2031, 4, 5), ("Kemphaan", "Lid Kemphaan")),
        _document(3, date(2031, 1, 6), ("Joost Kemphaan", "GL")),
        _document(4, date(2031, 1, 7), ("Kemphan", "GroenLinks"), ("Wulp", None)),
        _document(8, date(2031, 4, 8), ("Joost Kemphaan", None)),
        _document(10, date(2031, 1, 7), ("Klaproos", "VVD")),
        _document(9, date(2031, 1, 7), ("Kemphane", "VVD")),
        _answer(5, date(2017, 11, 20), date(2018, 1, 10), "Van der Wulp", "Justitie en Veiligheid"),
        _answer(6, date(2018, 1, 3), date(2018, 1, 10), "Van der Wulp", "Justitie en Veiligheid"),
        _answer(7, date(2018, 1, 3), date(2018, 1, 10), "Van der Wulp", "Defensie"),
    ]
    write_batch(handed_in(*entries), [], at=NOON)


@pytest.fixture(scope="module")
def site(record: Path) -> Path:
    """A record with a member under three spellings, one a misprint, a name of two members, and one that nobody knows."""
    _fill()
    write_claims(claims(), (), at=NOON)
    return record


def test_a_member_is_shown_as_a_person_with_parties_over_time_and_offices_with_their_sources(site: Path) -> None:
    said, rows = read("/kamerleden/kemphaan"), rows_of(main_of("/kamerleden/kemphaan"))

    assert "Joost Kemphaan (B.J.)" in said
    assert "In 2 documenten onder deze naam: zeker, op grond van achternaam en fractie op die dag." in said
    assert ["GroenLinks", "17 juni 2030 – 1 maart 2031", "lijst A"] in rows
    assert ["Lid Kemphaan", "sinds 2 maart 2031", "lijst A"] in rows
    assert ["staatssecretaris (Defensie)", "1 januari 2025 – 1 januari 2026", "stcrt-2025-1"] in rows


def test_other_spellings_of_the_person_are_linked_and_a_misprint_is_not(site: Path) -> None:
    said = main_of("/kamerleden/kemphaan")

    assert '<a href="/kamerleden/joost-kemphaan">Joost Kemphaan</a> (2)' in said
    assert "/kamerleden/kemphan" not in said
    assert '<a href="/kamerleden/kemphaan">Kemphaan</a> (2)' in main_of("/kamerleden/joost-kemphaan")


def test_printed_forms_stay_what_they_are(site: Path) -> None:
    page = main_of("/kamerleden/kemphan")

    assert "<h1" in page
    assert ["Kemphan", "GroenLinks", "2030-2031", "1"] in rows_of(page)


def test_a_misprint_is_a_suggestion_with_its_evidence(site: Path) -> None:
    said = read("/kamerleden/kemphan")

    assert '<a href="/kamerleden/kemphaan">Joost Kemphaan (B.J.)</a>' in main_of("/kamerleden/kemphan")
    assert (
        "In 1 document is het misschien Joost Kemphaan (B.J.) "
        "(fractie op die dag en een letter of twee verschil: misschien een drukfout)." in said
    )


def test_a_name_of_two_members_names_both_and_chooses_none(site: Path) -> None:
    said = read("/kamerleden/van-raaf")

    assert "In 1 document past de naam bij Jan Jacob van Raaf (J.J.) en Jos van Raaf (J.J.); wie van hen, is niet bekend." in said


def test_a_name_that_no_list_knows_is_said_to_be_unknown(site: Path) -> None:
    assert "In 1 document is niet bekend wie dit is." in read("/kamerleden/wulp")


def test_who_has_only_the_surname_in_common_is_not_named(site: Path) -> None:
    for name in ("kemphane", "klaproos"):
        said = read(f"/kamerleden/{name}")
        assert "In 1 document is niet bekend wie dit is." in said
        assert "misschien" not in said


def test_the_twin_has_the_same(site: Path) -> None:
    who = get("/kamerleden/kemphaan.json").json()["who"]

    (person,) = who["persons"]
    assert (person["key"], person["certainty"], person["evidence"]) == ("kemphaan", "certain", ["surname", "party"])
    assert person["seats"][0] == {
        "what": "GroenLinks", "first": "2030-06-17", "last": "2031-03-01", "known_until": None, "source": "lijst A",
    }  # fmt: skip
    assert who["doubts"] == []
    assert get("/fracties/sp.json").json()["who"] is None


def test_a_page_in_english_says_it_in_english(site: Path) -> None:
    assert "Who this is" in read("/en/kamerleden/kemphaan")


def test_a_document_names_who_held_the_office_on_the_day_and_for_whom_a_successor_answers(site: Path) -> None:
    said = read("/documenten/ah-tk-20172018-5")

    assert "minister Van der Wulp (Justitie en Veiligheid)" in said
    assert (
        "Van der Wulp: Ada van der Wulp-Specht (A.), minister (Justitie en Veiligheid) sinds 2 december 2017 (bron: stcrt-2017-9)"
        in said
    )
    assert "op de dag van de vragen, 20 november 2017, had Piet de Wit (P.) dit ambt (bron: stcrt-2015-1)" in said


def test_who_held_the_office_already_answers_for_nobody_else(site: Path) -> None:
    said = read("/documenten/ah-tk-20172018-6")

    assert "minister (Justitie en Veiligheid) sinds 2 december 2017" in said
    assert "op de dag van de vragen" not in said


def test_of_an_office_that_no_row_gives_nothing_is_said(site: Path) -> None:
    assert "wie dat is" not in read("/documenten/ah-tk-20172018-7")


def test_a_misprinted_member_is_suggested_beside_the_printed_form(site: Path) -> None:
    said = read("/documenten/ah-tk-20302031-4")

    assert "Kemphan (GroenLinks)" in said
    suggestion = "«Kemphan» is misschien Joost Kemphaan (B.J.) (een letter of twee verschil, en de fractie op die dag)"
    assert suggestion in said


def test_the_party_on_the_day_of_asking_is_told_where_the_document_prints_none(site: Path) -> None:
    said = read("/documenten/ah-tk-20302031-8")

    assert "Joost Kemphaan: Joost Kemphaan (B.J.), op 8 april 2031 lid voor Lid Kemphaan (bron: lijst A)" in said
    assert "wie dat is" not in read("/documenten/ah-tk-20302031-2")
