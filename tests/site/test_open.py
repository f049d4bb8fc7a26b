"""The list of open questions over the bundled examples, whose last day is 15 April 2031, and over records of its own."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from entries import NOON, handed_in, make
from kamervragen.ingest.linking import link_changed
from kamervragen.model import Addressee, Submitter
from kamervragen.site.open_day import keep_day
from kamervragen.site.open_lines import standing_on
from kamervragen.store.writing import write_batch
from kamervragen.terms import AddresseeStatus, Kind, Role
from records import make_tables, record_in
from seen_pages import get, link_of, main_of, read, rows_of, words_of

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def _rows(address: str) -> list[list[str]]:
    return rows_of(main_of(address))[1:]


def test_the_page_begins_with_how_many_are_waited_for_how_many_are_late_and_what_that_rests_on(bundled: Path) -> None:
    said = read("/open")

    assert "Op 8 antwoorden wordt gewacht; bij 6 daarvan is de termijn voorbij." in said
    assert (
        "Dat is de stand op 15 april 2031, de laatste dag die het register kent; "
        "een antwoord dat er niet in staat, telt niet mee." in said
    )
    assert "Van 1 ander antwoord is niet te zeggen of het er is" in said


def test_what_was_asked_first_comes_first_with_days_term_subject_member_and_office(bundled: Path) -> None:
    assert _rows("/open")[:3] == [
        [
            "85 dagen",
            "64 dagen over de termijn termijn tot en met 10 februari 2031",
            "Koffieochtenden op ministeries naar aanleiding van de Nationale Windmolendag van 22 november 2030",
            "Rietvinck ( JA21 )",
            "minister-president",
        ],
        [
            "85 dagen",
            "43 dagen over de termijn termijn tot en met 3 maart 2031 uitstel gemeld op 10 februari 2031",
            "Koffieochtenden op ministeries naar aanleiding van de Nationale Windmolendag van 22 november 2030",
            "Rietvinck ( JA21 )",
            "minister ( Sociale Zaken en Werkgelegenheid )",
        ],
        [
            "62 dagen",
            "20 dagen over de termijn termijn tot en met 26 maart 2031 uitstel gemeld op 5 maart 2031",
            "FotoTMs van zeehonden op verpakkingen",
            "De Roerdomp ( PvdD )",
            "minister ( Economische Zaken en Klimaat )",
        ],
    ]


def test_who_waits_within_the_term_is_not_called_late(bundled: Path) -> None:
    assert [row[1] for row in _rows("/open")[-2:]] == [
        "nog niet beantwoord termijn tot en met 1 mei 2031",
        "nog niet beantwoord termijn tot en met 6 mei 2031",
    ]


def test_a_list_of_its_own_holds_what_is_late(bundled: Path) -> None:
    rows = _rows("/open?lijst=te-laat")

    assert len(rows) == 6
    assert all("over de termijn" in row[1] for row in rows)


def test_what_was_answered_last_comes_first_and_says_by_whom_when_that_is_another(bundled: Path) -> None:
    rows = _rows("/open?lijst=beantwoord")

    assert len(rows) == 31
    assert rows[0][:2] == ["49 dagen", "beantwoord op 25 maart 2031"]
    assert "door een ander beantwoord op 10 maart 2031" in [row[1] for row in rows]


def test_of_whom_it_cannot_be_said_stands_on_a_list_without_lateness(bundled: Path) -> None:
    (row,) = _rows("/open?lijst=niet-te-zeggen")

    assert row[1] == "niet te zeggen termijn tot en met 11 maart 2031"
    assert row[4] == "minister ( Rechtsbescherming )"


@pytest.mark.parametrize(
    ("query", "n_rows"),
    [
        ("ministerie=mnre1073", 2),
        ("fractie=ja21", 2),
        ("ministerie=mnre1073&fractie=ja21", 1),
        ("indiener=krulhaar", 0),
        ("indiener=de-roerdomp", 1),
        ("lijst=te-laat&fractie=d66", 2),
        ("lijst=uitgesteld", 4),
        ("lijst=alle&ministerie=mnre1018", 2),
    ],
)
def test_a_list_is_narrowed_by_ministry_party_and_member(bundled: Path, query: str, n_rows: int) -> None:
    assert len(_rows(f"/open?{query}")) == n_rows


def test_every_number_leads_to_a_list_of_as_many_answers(bundled: Path) -> None:
    page = main_of("/open?ministerie=mnre1045")

    for href, n in re.findall(r'<li><a href="([^"]*)"[^>]*>[^<]*</a> <span class="count">(\d+)</span>', page):
        found = main_of(href.replace("&amp;", "&"))
        assert len(rows_of(found)[1:]) == int(n)


def test_a_row_leads_to_its_dossier_its_member_its_party_and_its_ministry(bundled: Path) -> None:
    page = main_of("/open")

    assert link_of(page, "FotoTMs van zeehonden op verpakkingen") == "/dossiers/2031Z00144"
    assert link_of(page, "De Roerdomp") == "/kamerleden/de-roerdomp"
    assert link_of(page, "PvdD") == "/fracties/pvdd"
    assert link_of(page, "Economische Zaken en Klimaat") == "/ministeries/mnre1045"


@pytest.mark.parametrize("query", ["lijst=laat", "pagina=0", "ministerie=%3Cb%3E"])
def test_a_wrong_choice_gets_a_sentence_that_says_what_to_write(bundled: Path, query: str) -> None:
    response = get(f"/open?{query}")

    assert response.status_code == 400
    assert "Kies" in response.content.decode() or "Schrijf" in response.content.decode()


def test_a_page_that_is_not_there_is_not_found(bundled: Path) -> None:
    assert get("/open?pagina=2").status_code == 404


def test_a_choice_that_leaves_nothing_says_so(bundled: Path) -> None:
    assert "Niets op deze lijst bij deze keuze." in read("/open?lijst=tweede-termijn")
    assert "Niets op deze lijst bij deze keuze." in read("/open?fractie=niemand")


def test_the_twin_holds_what_the_page_shows(bundled: Path) -> None:
    twin = json.loads(get("/open.json?lijst=te-laat&ministerie=mnre1073").content)

    assert (twin["day"], twin["n_found"], twin["ministry"]) == ("2031-04-15", 2, "Sociale Zaken en Werkgelegenheid")
    assert twin["counts"]["n_waiting"] == 2
    assert {
        name: twin["lines"][0][name] for name in ("dossier", "status", "due_on", "postponed_on", "n_days", "n_days_late")
    } == {
        "dossier": "2031Z00042",
        "status": "overdue",
        "due_on": "2031-03-03",
        "postponed_on": "2031-02-10",
        "n_days": 85,
        "n_days_late": 43,
    }


def test_the_feed_has_what_came_onto_the_list_last_first(bundled: Path) -> None:
    feed = etree.fromstring(get("/open.atom?lijst=te-laat").content)
    entries = feed.findall("a:entry", ATOM)

    assert len(entries) == 6
    assert entries[0].findtext("a:title", namespaces=ATOM) == (
        "termijn voorbij: minister (Economische Zaken en Klimaat), FotoTMs van zeehonden op verpakkingen"
    )
    assert (entries[0].findtext("a:updated", namespaces=ATOM) or "").startswith("2031-03-26")
    assert len({each.findtext("a:id", namespaces=ATOM) for each in entries}) == 6


def test_the_english_page_says_the_same(bundled: Path) -> None:
    said = read("/en/open")

    assert "8 answers are awaited; the term is over for 6 of them." in said
    assert "64 days past the term" in said


def test_an_empty_record_says_how_to_fill_it(tmp_path: Path) -> None:
    with record_in(tmp_path):
        make_tables()
        assert "Er staat nog niets in het register." in read("/open")


def _filing(number: int, submitted_on: date, **fields: object):
    values = {
        "kind": Kind.QUESTION,
        "case_number": f"2019Z{number:05}",
        "subject": f"onderwerp {number}",
        "submitted_on": submitted_on,
        "submitters": (Submitter(name="Zandstra", party="CDA"),),
        "addressees": (Addressee(role=Role.MINISTER, portfolio="Defensie"),),
        **fields,
    }
    return make(f"vragen {number}", id=f"kv-tk-2019Z{number:05}", **values)


def _fill(data: Path, *entries: object) -> None:
    make_tables()
    write_batch(handed_in(*entries), [], at=NOON)
    link_changed(data)


def test_nobody_is_late_on_days_that_the_record_has_not_heard_of(tmp_path: Path) -> None:
    with record_in(tmp_path):
        _fill(tmp_path, _filing(1, date(2019, 3, 1)), _filing(2, date(2019, 3, 20)))

        assert keep_day() == date(2019, 3, 20)
        assert "bij geen daarvan is de termijn voorbij" in read("/open")
        assert [row[0] for row in _rows("/open")] == ["19 dagen", "0 dagen"]


def test_a_long_list_is_shown_in_pages(tmp_path: Path) -> None:
    with record_in(tmp_path):
        _fill(tmp_path, *(_filing(number, date(2019, 3, 1)) for number in range(1, 61)))

        assert len(_rows("/open")) == 50
        assert len(_rows("/open?pagina=2")) == 10
        assert "pagina 2 van 2" in words_of(main_of("/open?pagina=2"))


@pytest.mark.parametrize(
    ("due_on", "postponed_on", "day", "status"),
    [
        (date(2031, 2, 10), None, date(2031, 2, 10), AddresseeStatus.OPEN),
        (date(2031, 2, 10), None, date(2031, 2, 11), AddresseeStatus.OVERDUE),
        (date(2031, 3, 3), date(2031, 2, 9), date(2031, 3, 3), AddresseeStatus.POSTPONED),
        (date(2031, 3, 3), date(2031, 2, 9), date(2031, 3, 4), AddresseeStatus.OVERDUE),
        (None, None, date(2031, 3, 4), AddresseeStatus.OPEN),
    ],
)
def test_who_waits_stands_where_the_day_puts_him(
    due_on: date | None, postponed_on: date | None, day: date, status: AddresseeStatus
) -> None:
    assert standing_on(AddresseeStatus.OVERDUE, due_on, postponed_on, day) is status
    assert standing_on(AddresseeStatus.ANSWERED, due_on, postponed_on, day) is AddresseeStatus.ANSWERED
