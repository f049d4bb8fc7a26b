"""How it stands with a ministry, a member and a party: open, late, answered, and how long that takes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from filed_rows import FINANCE, FiledRow, Office, date_record, write_filings
from kamervragen.site.open_choice import OpenChoice
from kamervragen.site.open_standing import find_standing
from kamervragen.terms import AddresseeStatus
from records import make_tables, record_in
from seen_pages import get, link_of, main_of, read, rows_of

LAST = date(2031, 4, 15)
FILED = date(2031, 1, 20)


@pytest.fixture
def dated(tmp_path: Path) -> Iterator[None]:
    """An empty record of which the last day is known."""
    with record_in(tmp_path):
        make_tables()
        date_record(LAST)
        yield


def _given(n: int, after: int) -> list[FiledRow]:
    return [FiledRow(on=FILED, offices=(Office(ministry=FINANCE, answered=after, status=AddresseeStatus.ANSWERED),))] * n


def _waiting(n: int) -> list[FiledRow]:
    return [FiledRow(on=FILED, offices=(Office(ministry=FINANCE),))] * n


def test_the_page_of_a_ministry_says_what_is_open_late_and_answered_and_each_number_leads_to_its_list(bundled: Path) -> None:
    page = main_of("/ministeries/mnre1073")
    said = read("/ministeries/mnre1073")

    assert "Op 2 antwoorden wordt gewacht; bij 2 daarvan is de termijn voorbij." in said
    assert "1 van de 3 gevraagde antwoorden is gelezen; bij 1 (33 %) is een uitstelbericht gelezen." in said
    assert "Dat is te weinig om een wachttijd te noemen: van 3 antwoorden is die bekend." in said
    assert link_of(page, "2 antwoorden") == "/open?ministerie=mnre1073"
    assert link_of(page, "3") == "/open?lijst=alle&ministerie=mnre1073"
    assert len(rows_of(main_of("/open?lijst=alle&ministerie=mnre1073"))[1:]) == 3
    assert link_of(page, "meer cijfers") == "/cijfers?ministerie=mnre1073"


def test_what_waits_longest_stands_first(bundled: Path) -> None:
    said = read("/ministeries/mnre1073")

    assert said.index("85 dagen · 43 dagen over de termijn · Rietvinck (JA21) aan minister") < said.index("50 dagen · 29 dagen")


@pytest.mark.parametrize(
    ("address", "query"), [("/kamerleden/rietvinck", "indiener=rietvinck"), ("/fracties/ja21", "fractie=ja21")]
)
def test_the_pages_of_a_member_and_a_party_say_the_same_of_what_they_ask(bundled: Path, address: str, query: str) -> None:
    assert "Op 2 antwoorden wordt gewacht; bij 2 daarvan is de termijn voorbij." in read(address)
    assert link_of(main_of(address), "2 antwoorden") == f"/open?{query}"


def test_the_last_day_that_the_record_knows_and_the_numbers_that_are_missing_stand_with_it(bundled: Path) -> None:
    said = read("/ministeries/mnre1073")

    assert "Dat is de stand op 15 april 2031, de laatste dag die het register kent" in said
    assert "daar kunnen antwoorden bij zijn." in said


def test_the_twin_has_the_figures(bundled: Path) -> None:
    standing = get("/ministeries/mnre1073.json").json()["standing"]

    assert (standing["counts"]["n_late"], standing["n_timed"], standing["median_days"]) == (2, 3, None)


def test_waits_are_given_in_quarters_and_those_who_wait_still_count(dated: None) -> None:
    write_filings(_given(10, 10) + _given(10, 30) + _waiting(10))
    standing = find_standing(OpenChoice(ministry=FINANCE))

    assert (standing.n_timed, standing.quarter_days, standing.median_days, standing.three_quarters_days) == (30, 10, 30, None)
    assert "Een kwart is binnen 10 dagen beantwoord, de helft binnen 30 dagen. Wat nog openstaat, telt daarin mee." in read(
        f"/ministeries/{FINANCE}"
    )


def test_where_not_half_is_answered_there_is_no_median(dated: None) -> None:
    write_filings(_given(9, 10) + _waiting(21))

    assert find_standing(OpenChoice(ministry=FINANCE)).median_days is None
    assert "Nog niet de helft is beantwoord" in read(f"/ministeries/{FINANCE}")


def test_what_is_not_known_is_not_late_and_waits_only_as_long_as_is_known(dated: None) -> None:
    unknown = FiledRow(on=FILED, offices=(Office(ministry=FINANCE, status=AddresseeStatus.UNKNOWN),), n_unread=1)
    write_filings(_given(20, 10) + [unknown] * 5)
    standing = find_standing(OpenChoice(ministry=FINANCE))

    assert (standing.counts.n_waiting, standing.counts.n_late, standing.counts.n_uncertain) == (0, 0, 5)
    assert standing.median_days == 10


def test_oral_questions_and_those_of_the_eerste_kamer_are_not_timed(dated: None) -> None:
    asked = (Office(ministry=FINANCE, answered=10, status=AddresseeStatus.ANSWERED),)
    write_filings([FiledRow(on=FILED, offices=asked, chamber="ek"), FiledRow(on=FILED, offices=asked, form="oral")])

    assert find_standing(OpenChoice(ministry=FINANCE)).n_timed == 0
