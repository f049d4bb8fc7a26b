"""The home page, and the page that says what is in the record and what is missing."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from entries import NOON, handed_in, make, two_questions
from kamervragen.model import Addressee, Inference, Respondent, Submitter
from kamervragen.site.home import find_series, find_unanswered, make_examples
from kamervragen.site.lines import list_newest
from kamervragen.store.failures import FailedDocument
from kamervragen.store.models import Publication
from kamervragen.store.writing import write_batch
from kamervragen.terms import Certainty, Chamber, Kind, Role
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


def test_the_newest_answers_stand_first(filled: Path) -> None:
    page = main_of("/")
    section = page[page.index("Nieuw beantwoord") : page.index("In dit register staat nog geen antwoord")]
    assert re.findall(r'href="/documenten/([^"?]+)"', section) == ["ah-tk-20302031-5", "ah-tk-20302031-3", "ah-tk-20302031-2"]


def test_a_filing_is_shown_as_without_answer_only_when_the_record_holds_none_by_case_or_by_day_and_subject(filled: Path) -> None:
    assert [line.key for line in find_unanswered()] == ["kv-tk-2031Z00002"]
    said = read("/")
    assert "In dit register staat nog geen antwoord" in said
    assert "het kan zijn gegeven en hier nog niet zijn gelezen" in said
    assert "te laat" not in said.lower()


def test_a_withdrawn_filing_is_not_shown_as_without_answer(fresh: Path) -> None:
    _write(_filing("2031Z00007"), make("ingetrokken", kind=Kind.WITHDRAWAL, case_number="2031Z00007"))
    assert find_unanswered() == ()


def test_a_series_shows_how_many_were_asked_and_which_answers_were_read(filled: Path) -> None:
    (series,) = find_series()
    assert (series.subject, series.n_addressed, series.n_unread) == ("koffie op ministeries", 4, 1)
    assert [reply.key for reply in series.replies] == ["ah-tk-20302031-3", "ah-tk-20302031-2"]
    page = main_of("/")
    assert "aan 4 bewindspersonen · ingezonden 20 januari 2031 · 2 antwoorden gelezen · 1 verwijzing nog niet gelezen" in read(
        "/"
    )
    assert link_of(page, "Financiën") == "/documenten/ah-tk-20302031-3"


def test_a_reference_to_a_document_that_is_believed_to_have_that_number_counts_as_read(fresh: Path) -> None:
    believed = Inference(field="id", value="ah-tk-20302031-9", evidence=(), certainty=Certainty.LIKELY)
    series = {"subject": "koffie", "submitted_on": FILED, "addressees": FOUR}
    _write(make("zonder nummer", **series, inferred=(believed,)), _answer(2, **series, see_also=("ah-tk-20302031-9",)))
    assert [each.n_unread for each in find_series()] == [0]


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
