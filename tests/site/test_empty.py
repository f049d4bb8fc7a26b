"""The site before there is anything to show."""

from pathlib import Path

from django.test import Client

from records import record_in


def test_an_empty_record_says_how_to_fill_it(record: Path) -> None:
    page = Client(SERVER_NAME="localhost").get("/documenten/")
    assert page.status_code == 200
    assert "kamervragen ingest MAP" in page.content.decode()


def test_an_english_page_tells_in_english_that_there_is_no_index(record: Path) -> None:
    page = Client(SERVER_NAME="localhost").get("/en/zoeken?q=water")
    assert page.status_code == 503
    assert "There is no search index yet" in page.content.decode()


def test_a_record_without_tables_says_how_to_make_them(tmp_path: Path) -> None:
    with record_in(tmp_path):
        page = Client(SERVER_NAME="localhost").get("/documenten/")
    assert page.status_code == 503
    assert "kamervragen ingest MAP" in page.content.decode()
