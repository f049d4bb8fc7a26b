"""What stands around a publication: the numbers beside it, the same case, and what refers to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from entries import NOON, handed_in, make
from kamervragen.store.surroundings import Relation, find_surroundings
from kamervragen.store.writing import write_batch
from kamervragen.terms import Chamber, Kind
from records import make_tables, record_in


def _numbered(number: int, suffix: str = "", **fields: object) -> dict[str, object]:
    return {
        "id": f"ah-tk-20302031-{number}{suffix}",
        "session_year": "2030-2031",
        "chamber": Chamber.TWEEDE_KAMER,
        "number": number,
        **fields,
    }


DOCUMENTS = (
    _numbered(7, case_number="2031Z00007", received_on=date(2031, 3, 1)),
    _numbered(9, case_number="2031Z00009", received_on=date(2031, 3, 5)),
    _numbered(9, "-n1", received_on=date(2031, 3, 9), see_also=("ah-tk-20302031-9",)),
    _numbered(15, case_number="2031Z00009", see_also=("ah-tk-20302031-9",)),
    _numbered(16, case_number="2031Z00016", see_also=("ah-tk-20302031-9", "ah-tk-20302031-12")),
    {**_numbered(10), "id": "ah-ek-20302031-10", "chamber": Chamber.EERSTE_KAMER},
    {"id": "kv-tk-2031Z00009", "case_number": "2031Z00009", "kind": Kind.QUESTION, "submitted_on": date(2031, 2, 1)},
    {"case_number": "2031Z00009", "number": 11, "session_year": "2030-2031", "chamber": Chamber.TWEEDE_KAMER},
)


@contextmanager
def _record(data: Path, url: str = "") -> Iterator[None]:
    with record_in(data, url):
        make_tables()
        entries = [make(f"document {place}", **fields) for place, fields in enumerate(DOCUMENTS)]
        write_batch(handed_in(*entries), [], at=NOON)
        yield


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with _record(tmp_path_factory.mktemp("record")):
        yield


def _find(key: str, case_number: str | None = None, most: int = 9) -> dict[str, list[str]]:
    rows = find_surroundings(key, key, case_number, most=most)
    return {relation: [row.key for row in rows if row.relation is relation] for relation in Relation}


def _check_the_ninth() -> None:
    found = _find("ah-tk-20302031-9", "2031Z00009")
    unnumbered = found["same_case"][1:2]
    assert found["previous"] == ["ah-tk-20302031-7"]
    assert found["following"] == ["ah-tk-20302031-15"]
    assert found["same_number"] == ["ah-tk-20302031-9-n1"]
    assert sorted(found["same_case"]) == sorted(["kv-tk-2031Z00009", "ah-tk-20302031-15", *unnumbered])
    assert unnumbered[0].startswith("bron-")
    assert found["cited_by"] == ["ah-tk-20302031-9-n1", "ah-tk-20302031-16"]


def test_the_nearest_numbers_are_of_the_same_year_and_chamber_and_what_is_of_one_case_is_named_once(record: None) -> None:
    _check_the_ninth()


@pytest.mark.postgres
def test_a_postgresql_server_says_the_same(tmp_path: Path, postgres_url: str) -> None:
    with _record(tmp_path, postgres_url):
        _check_the_ninth()


def test_the_oldest_of_a_case_comes_first_and_what_has_no_date_last(record: None) -> None:
    assert _find("ah-tk-20302031-15", "2031Z00009")["same_case"][:2] == ["kv-tk-2031Z00009", "ah-tk-20302031-9"]


def test_a_publication_that_is_not_in_the_record_has_surroundings_too(record: None) -> None:
    found = _find("ah-tk-20302031-12")
    assert found["previous"] == ["ah-tk-20302031-9"]
    assert found["following"] == ["ah-tk-20302031-15"]
    assert found["cited_by"] == ["ah-tk-20302031-16"]
    assert found["same_case"] == []


@pytest.mark.parametrize("key", ["bron-0123456789ab", "kv-tk-2031Z99999", "ah-1271549", "ah-tk-20302031-" + "9" * 40, "iets"])
def test_what_has_no_number_in_a_year_has_nothing_beside_it(record: None, key: str) -> None:
    found = _find(key)
    assert found == {relation: [] for relation in Relation}


def test_no_more_are_found_than_asked_for(record: None) -> None:
    assert len(_find("ah-tk-20302031-9", "2031Z00009", most=1)["same_case"]) == 1


def test_a_document_that_is_believed_to_have_an_identifier_stands_at_its_place(record: None) -> None:
    rows = find_surroundings("bron-0123456789ab", "ah-tk-20302031-12", None, most=9)
    assert [(row.relation, row.key) for row in rows] == [
        (Relation.PREVIOUS, "ah-tk-20302031-9"),
        (Relation.FOLLOWING, "ah-tk-20302031-15"),
        (Relation.CITED_BY, "ah-tk-20302031-16"),
    ]
