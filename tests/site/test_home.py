"""The home page, and the page that says what is in the record and what is missing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from entries import NOON, handed_in, make, two_questions
from kamervragen.ingest.linking import link_changed
from kamervragen.model import Addressee, Respondent, Submitter
from kamervragen.site.home import find_answered, find_series, find_waiting, make_examples
from kamervragen.site.lines import list_newest
from kamervragen.store.failures import FailedDocument
from kamervragen.store.models import Publication
from kamervragen.store.writing import write_batch
from kamervragen.terms import Chamber, Kind, Role
from records import make_tables, record_in
from seen_pages import get, link_of, main_of, read, rows_of

FILED = date(2031, 1, 20)
FOUR = tuple(
    Addressee(role=Role.MINISTER, portfolio=portfolio)
    for portfolio in ("Defensie", "Financiën", "Justitie en Veiligheid", "Buitenlandse Zaken")
)


def _answer(number: int, **fields: object):
    key = f"ah-tk-20302031-{number}"
    values = {"submitted_on": FILED, "received_on": date(2031, 2, number), "chamber": Chamber.TWEEDE_KAMER, **fields}
    return make(key, id=key, number=number, session_year="2030-2031", **values)


def _filing(name: str, **fields: object):
    return make(name, id=f"kv-tk-{name}", **{"kind": Kind.QUESTION, "submitted_on": FILED, "case_number": name, **fields})


def _write(*entries, failed=()) -> None:
    write_batch(handed_in(*entries), failed, at=NOON)


def _by(portfolio: str, name: str = "De Wit") -> dict[str, object]:
    return {"respondents": (Respondent(role=Role.MINISTER, name=name, portfolio=portfolio),)}


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Path]:
    """An empty record of one test alone."""
    with record_in(tmp_path):
        make_tables()
        yield tmp_path


def test_a_record_with_nothing_in_it_says_how_to_fill_it(fresh: Path) -> None:
    for address in ("/", "/dekking"):
        assert "kamervragen ingest MAP" in read(address)
    assert "kamervragen index" not in read("/")


def test_a_record_without_an_index_says_how_to_make_one(fresh: Path) -> None:
    _write(_answer(1, **two_questions()))
    page = main_of("/")
    assert "Zoeken kan nog niet" in page
    assert "kamervragen index</code>" in page
    assert '<input class="utrecht-textbox' not in page


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A record of invented answers, filings and a failure."""
    data = tmp_path_factory.mktemp("filled")
    with record_in(data):
        make_tables()
        series = {"subject": "koffie op ministeries", "addressees": FOUR}
        _write(
            _answer(
                2,
                **series | {"subject": "koffie op minis teries"},
                **_by("Defensie"),
                see_also=("ah-tk-20302031-3", "ah-tk-20302031-4"),
            ),
            _answer(3, **series, **_by("Financiën")),
            _answer(5, subject="het weer op zee", addressees=FOUR[:1], **_by("Defensie"), submitters=(ASKER,)),
            _filing("2031Z00001", subject="koffie op ministeries"),
            _filing("2031Z00002", subject="de veerpont"),
            _filing("2031Z00003", subject="de kade"),
            make("antwoord op de kade", case_number="2031Z00003", subject="kade"),
            failed=[FailedDocument(where="/in/x", name="x", sha256="", stage="read", code="empty", message="Leeg.")],
        )
        yield data


ASKER = Submitter(name="Zandstra", party="Lijst Zandstra")


def test_the_dossiers_with_the_newest_answers_stand_first(bundled: Path) -> None:
    assert [each.key for each in find_answered(date(2031, 4, 15))][:3] == ["ah-ek-20302031-7", "2031Z00123", "2031Z00107"]
    assert [each.key for each in find_answered(date(2031, 2, 10))] == []
    page = main_of("/")
    assert link_of(page, "De leesbaarheid van stembiljetten") == "/dossiers/ah-ek-20302031-7"
    assert link_of(page, "alle nieuwe antwoorden") == "/open?lijst=beantwoord"


def test_what_became_late_last_stands_first_with_the_day_on_which_it_holds(bundled: Path) -> None:
    late = find_waiting(date(2031, 4, 15))
    assert [(each.dossier, each.n_days_late) for each in late] == [
        ("2031Z00144", 20),
        ("2031Z00171", 28),
        ("2031Z00171", 28),
        ("2031Z00166", 29),
        ("2031Z00042", 43),
    ]
    said = read("/")
    assert "62 dagen · 20 dagen over de termijn · De Roerdomp (PvdD) aan minister (Economische Zaken en Klimaat)" in said
    assert "Hierop staat geen antwoord in het register. Stand op 15 april 2031, de laatste dag die het kent." in said
    assert link_of(main_of("/"), "alle 6 waarvan de termijn voorbij is") == "/open?lijst=te-laat"


def test_where_nobody_is_late_what_was_asked_last_stands_there_and_nothing_is_called_late(fresh: Path) -> None:
    asked = {"addressees": FOUR[:1], "submitters": (Submitter(name="Zandstra", party="Lijst Zandstra"),)}
    _write(_filing("2031Z00001", subject="de veerpont", **asked), _filing("2031Z00002", subject="de kade", **asked))
    link_changed(fresh)
    assert {each.subject for each in find_waiting(FILED)} == {"de veerpont", "de kade"}
    said = read("/")
    assert "Wacht op antwoord" in said
    assert "termijn voorbij" not in said.lower()
    assert "te laat" not in said.lower()


def test_a_series_shows_how_many_of_those_who_were_asked_answered(bundled: Path) -> None:
    (series,) = find_series()
    assert (series.key, len(series.asked), series.n_answered) == ("2031Z00042", 12, 10)
    assert "10 van 12 beantwoord" in read("/")
    assert link_of(main_of("/"), "alle series") == "/dossiers?gevraagden=4-"


def test_the_numbers_say_what_there_is_and_what_is_missing_and_lead_on(filled: Path) -> None:
    page = main_of("/")
    assert "7 documenten , met 0 vragen en 0 antwoorden" in read("/")
    assert "Er ontbreken 2 nummers , en naar 1 publicaties wordt verwezen" in read("/")
    assert link_of(page, "7 documenten") == "/documenten/"
    assert link_of(page, "2 nummers") == "/dekking"
    assert "Stand van 2 maart 2031, 13:00:00." in read("/")


def test_examples_of_queries_are_made_of_the_newest_answer(filled: Path) -> None:
    lines = list_newest(Publication.objects.filter(key="ah-tk-20302031-5"), 1)
    assert make_examples(lines) == ()  # no word of its subject is long enough to be worth a query
    _write(_answer(6, subject="Regenbuien boven de veerpont", **_by("Justitie en Veiligheid"), submitters=(ASKER,)))
    lines = list_newest(Publication.objects.filter(key="ah-tk-20302031-6"), 1)
    assert make_examples(lines) == ("regenbuien", "regenb* ministerie:JenV", 'fractie:"Lijst Zandstra"')


def test_coverage_names_missing_numbers_unread_references_failures_and_forms(filled: Path) -> None:
    rows = rows_of(main_of("/dekking"))
    year = next(row for row in rows if row[0] == "2030-2031")
    assert year[1:3] == ["4", "antwoord 4"]
    assert year[3:] == ["2", "1, 4"]
    assert ["lezen", "empty", "1"] in rows
    assert ["platte tekst", "8"] in rows
    page = main_of("/dekking")
    assert link_of(page, "ah-tk-20302031-4") == "/documenten/ah-tk-20302031-4"


@pytest.mark.parametrize(
    "address", ["/en/", "/en/dekking", "/en/ministeries", "/en/kamerleden", "/en/fracties", "/en/documenten/"]
)
def test_each_page_is_there_in_english_too(filled: Path, address: str) -> None:
    response = get(address)
    assert response.status_code == 200
    assert '<html lang="en"' in response.content.decode()
