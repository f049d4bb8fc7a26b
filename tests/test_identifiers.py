"""Identifiers as they are really printed, read and printed again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.identifiers import (
    PublicationId,
    SessionYear,
    appendix_id,
    parse_case_number,
    parse_publication_id,
    parse_session_year,
)

# printed, series, chamber, first year of the session, number, reprint
PUBLICATIONS = [
    ("ah-tk-20232024-1067", "ah", "tk", 2023, "1067", ""),
    ("ah-tk-20022003-1391-h1", "ah", "tk", 2002, "1391", "h1"),
    ("ah-tk-20072008-1-n1", "ah", "tk", 2007, "1", "n1"),
    ("ah-ek-20192020-4", "ah", "ek", 2019, "4", ""),
    ("ah-tk-19992000-12", "ah", "tk", 1999, "12", ""),
    ("ah-1271549", "ah", None, None, "1271549", ""),
    ("AH-TK-20232024-1067", "ah", "tk", 2023, "1067", ""),
    (" ah-tk-20232024-1067\n", "ah", "tk", 2023, "1067", ""),
    ("ah-tk-20132014-1202a", "ah", "tk", 2013, "1202a", ""),
    ("kv-tk-2024Z01234", "kv", "tk", None, "2024Z01234", ""),
    ("kv-tk-2010Z00001-n1", "kv", "tk", None, "2010Z00001", "n1"),
    ("kv-2060721190", "kv", None, None, "2060721190", ""),
    ("kv-2000104840-h1", "kv", None, None, "2000104840", "h1"),
    ("kv-2070814730-h", "kv", None, None, "2070814730", "h"),
    ("kv-tk-20062007-KVR27039", "kv", "tk", None, "20062007-KVR27039", ""),
]

NO_PUBLICATIONS = [
    "",
    "ah",
    "ah-",
    "ah-tk",
    "ah-tk-20232024",
    "ah-tk-20232024-",
    "ah-tk-20232025-1067",  # no following years
    "ah-tk-2023-1067",
    "ah-xx-20232024-1067",
    "ah-tk-20232024-1067-x1",
    "ah tk 20232024 1067",
    "kv-",
    "kv-tk-",
    "kv-tk-KVR",
    "kst-32123-VI-1",
    "h-tk-20232024-55-3",
]

SESSION_YEARS = [
    ("2023–2024", 2023),
    ("2023-2024", 2023),
    ("2023—2024", 2023),
    ("2022/23", 2022),
    ("2000/01", 2000),
    ("1999-2000", 1999),
    ("1999/00", 1999),
    ("2023 – 2024", 2023),
    (" 2023-2024 ", 2023),
]

CASE_NUMBERS = [
    ("2024Z01294", "2024Z01294"),
    ("2024z01294", "2024Z01294"),
    ("2024 Z 01294", "2024Z01294"),
    ("2024Z 01294", "2024Z01294"),
    ("2009Z123456", "2009Z123456"),
]

session_years = st.integers(min_value=1900, max_value=2098).map(SessionYear)
numbers = st.integers(min_value=1, max_value=99999)
reprints = st.sampled_from(["", "h1", "h2", "n1"])


@pytest.mark.parametrize(("printed", "series", "chamber", "first", "number", "reprint"), PUBLICATIONS)
def test_a_publication_id_is_taken_apart(
    printed: str, series: str, chamber: str | None, first: int | None, number: str, reprint: str
) -> None:
    session_year = SessionYear(first) if first else None
    assert parse_publication_id(printed) == PublicationId(series, chamber, session_year, number, reprint)


@pytest.mark.parametrize("printed", [row[0] for row in PUBLICATIONS])
def test_a_publication_id_prints_in_its_usual_form(printed: str) -> None:
    expected = printed.strip().lower() if printed.strip().isupper() else printed.strip()
    assert str(parse_publication_id(printed)) == expected


@pytest.mark.parametrize("printed", NO_PUBLICATIONS)
def test_what_is_no_publication_id_is_not_made_into_one(printed: str) -> None:
    assert parse_publication_id(printed) is None


@given(session_years, numbers, st.sampled_from(["tk", "ek"]), reprints)
def test_an_appendix_id_reads_back(session_year: SessionYear, number: int, chamber: str, reprint: str) -> None:
    identifier = PublicationId("ah", chamber, session_year, str(number), reprint)
    assert parse_publication_id(str(identifier)) == identifier


@given(
    st.integers(min_value=2000, max_value=2099),
    numbers,
    st.sampled_from(["tk", "ek", None]),
    st.sampled_from(["", "n1", "h", "h1"]),
)
def test_a_question_id_reads_back(year: int, serial: int, chamber: str | None, reprint: str) -> None:
    identifier = PublicationId("kv", chamber, None, f"{year}Z{serial:05}", reprint)
    assert parse_publication_id(str(identifier)) == identifier


@given(st.text())
def test_any_text_is_an_id_or_is_not_and_what_is_read_reads_back(text: str) -> None:
    identifier = parse_publication_id(text)
    assert identifier is None or parse_publication_id(str(identifier)) == identifier


def test_an_appendix_id_is_made_from_year_and_number() -> None:
    assert appendix_id(SessionYear(2023), 1067) == "ah-tk-20232024-1067"
    assert appendix_id(SessionYear(1999), 4, "ek") == "ah-ek-19992000-4"


@pytest.mark.parametrize(("printed", "first"), SESSION_YEARS)
def test_a_session_year_is_read_in_every_printed_form(printed: str, first: int) -> None:
    assert parse_session_year(printed) == SessionYear(first)


@pytest.mark.parametrize("printed", ["", "2023", "2023-2025", "2023-2023", "2024-2023", "1023-1024", "2023-202", "20232024"])
def test_what_is_no_pair_of_following_years_is_no_session_year(printed: str) -> None:
    assert parse_session_year(printed) is None


@given(session_years)
def test_a_session_year_reads_back(session_year: SessionYear) -> None:
    assert parse_session_year(str(session_year)) == session_year


def test_session_years_stand_in_order_of_time() -> None:
    assert sorted([SessionYear(2023), SessionYear(1999)]) == [SessionYear(1999), SessionYear(2023)]
    assert SessionYear(1999).compact == "19992000"


@pytest.mark.parametrize(("printed", "expected"), CASE_NUMBERS)
def test_a_case_number_is_read_into_its_usual_form(printed: str, expected: str) -> None:
    assert parse_case_number(printed) == expected


@pytest.mark.parametrize("printed", ["", "2024", "2024Z", "2024Z12", "1824Z01294", "2024Y01294", "2024Z01294x", "Z01294"])
def test_what_is_no_case_number_is_not_made_into_one(printed: str) -> None:
    assert parse_case_number(printed) is None


@given(st.integers(min_value=1900, max_value=2099), st.integers(min_value=0, max_value=99999))
def test_a_case_number_reads_back(year: int, serial: int) -> None:
    printed = f"{year}Z{serial:05}"
    assert parse_case_number(printed) == printed
