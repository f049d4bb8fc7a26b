"""The log lines of a running site, and what never stands in them."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from command_line import run
from invented import write_documents
from site_server import Site, serve

DOCUMENT = "/documenten/ah-tk-20302031-1"


def _requests(site: Site) -> list[dict[str, object]]:
    return [line for line in site.lines() if line["event"] in {"request", "slow_request"}]


def test_a_request_is_one_line_with_what_one_needs_to_find_it_again(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1) as site:
        answer = site.get("/en/methode")

    (line,) = _requests(site)
    assert list(line) == ["at", "level", "event", "request_id", "method", "path", "status", "duration_ms", "bytes", "language"]
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", str(line["at"]))
    assert line["request_id"] == answer.headers["x-request-id"]
    assert (line["method"], line["path"], line["status"], line["language"]) == ("GET", "/en/methode", 200, "en")
    assert line["bytes"] == len(answer.raw)
    assert isinstance(line["duration_ms"], float)


def test_what_people_search_for_is_not_logged_nor_who_they_are(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1) as site:
        site.get(
            "/zoeken?q=geheim-woord",
            headers={"User-Agent": "herkenbaar", "Referer": "https://a.example/herkomst", "Cookie": "a=b"},
        )
        site.get("/zoeken?q=%22geheim-woord")
        site.get("/documenten/?soort=geheim-woord")
        said = site.stderr.read_text()

    assert len(_requests(site)) == 3
    assert not re.search("geheim|herkenbaar|herkomst|127.0.0.1(?!:)", said.partition("\n")[2])


def test_with_the_setting_the_query_is_logged(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1, KAMERVRAGEN_LOG_QUERIES="1") as site:
        site.get("/methode?q=een%20woord")

    assert [line["query"] for line in _requests(site)] == ["q=een%20woord"]


def test_questions_after_the_health_of_the_site_are_not_logged(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1) as site:
        site.get("/gezond")
        site.get("/gereed")

    assert [line["event"] for line in site.lines()] == ["started", "stopped"]


def test_a_path_cannot_break_a_line_or_fill_the_log(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1) as site:
        site.get('/a%0A{"level":%20"info"}' + "x" * 5000)

    (line,) = _requests(site)
    assert len(str(line["path"])) == 300
    assert str(line["path"]).startswith('/a\n{"level": "info"}xxx')


def test_a_mistake_of_ours_gives_a_page_with_the_number_under_which_its_traceback_is_logged(tmp_path: Path) -> None:
    run(tmp_path / "data", "ingest", write_documents(tmp_path / "in", 1))
    with closing(sqlite3.connect(tmp_path / "data/kamervragen.sqlite3")) as record, record:
        record.execute("UPDATE store_reading SET packed_record = x'00'")

    with serve(tmp_path, "--workers", 1) as site:
        dutch, english, twin = (site.get(path) for path in (DOCUMENT, "/en" + DOCUMENT, DOCUMENT + ".json"))
        lines = site.lines()

    assert [each.status for each in (dutch, english, twin)] == [500, 500, 500]
    assert "<h1>Hier ging iets mis</h1>" in dutch.body
    assert f"nummer {dutch.headers['x-request-id']}" in dutch.body
    assert '<html lang="en"' in english.body
    assert english.headers["x-request-id"] in english.body
    assert twin.headers["x-request-id"] in twin.body
    broken = [line for line in lines if line.get("request_id") == dutch.headers["x-request-id"]]
    assert [line["level"] for line in broken] == ["error", "error"]
    assert str(broken[0]["traceback"]).startswith("Traceback (most recent call last):")
    for each in (dutch, english, twin):
        assert "Traceback" not in each.body
        assert each.headers["content-security-policy"].startswith("default-src 'self'")
