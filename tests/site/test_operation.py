"""A site at work: asked how it does, searched without pause while the record and the index change under it, and robbed of a worker."""

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event

from command_line import run
from invented import text_of, write_documents
from site_server import Site, serve

N_DOCUMENTS = 60


def _ready(site: Site) -> tuple[int, dict[str, str]]:
    answer = site.get("/gereed")
    return answer.status, json.loads(answer.body)


def test_a_site_with_record_and_index_is_ready(tmp_path: Path) -> None:
    run(tmp_path / "data", "ingest", write_documents(tmp_path / "in", 1))

    with serve(tmp_path, "--workers", 1) as site:
        assert _ready(site) == (200, {"status": "ready", "index": "ok"})
        assert site.get("/gereed").headers["cache-control"] == "no-store"


def test_a_site_without_index_is_ready_and_says_so_and_its_search_says_how_to_get_one(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1) as site:
        assert _ready(site) == (200, {"status": "ready", "index": "no_index"})
        page = site.get("/zoeken?q=weer")

    assert page.status == 503
    assert "kamervragen i" in page.body


def test_a_site_whose_database_is_broken_is_alive_and_not_ready_and_its_pages_say_so(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1) as site:
        for each in (tmp_path / "data").glob("kamervragen.sqlite3*"):
            each.write_bytes(b"geen database" * 1000)
        alive, (status, said), page = site.get("/gezond"), _ready(site), site.get("/documenten/ah-tk-20302031-1")
        english = site.get("/en/documenten/ah-tk-20302031-1")

    assert (alive.status, alive.body) == (200, '{"status": "ok"}')
    assert (status, said["status"]) == (503, "not_ready")
    assert said["message"].startswith("De database is niet te lezen (")
    assert (page.status, english.status) == (503, 503)
    assert "<h1>Het register is niet te lezen</h1>" in page.body
    assert "Traceback" not in page.body


def test_health_is_answered_under_any_host_name_and_to_get_and_head_only(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1) as site:
        statuses = [
            site.get("/gezond", headers={"Host": "10.0.0.1"}).status,
            site.get("/gereed", method="HEAD").status,
            site.get("/gezond", method="POST", body=b"").status,
        ]

    assert statuses == [200, 200, 405]


def _search_all_the_time(site: Site, work: Callable[[], object]) -> Counter[int]:
    """How often each status came back from searches by two askers without pause while some work was done."""
    done = Event()
    with ThreadPoolExecutor(2) as askers:
        asking: list[Future[Counter[int]]] = [askers.submit(_search_until, site, done) for _ in range(2)]
        try:
            work()
        finally:
            done.set()
        return sum((each.result() for each in asking), Counter())


def _search_until(site: Site, done: Event) -> Counter[int]:
    statuses: Counter[int] = Counter()
    while not done.is_set():
        for address in ("/zoeken?q=weer", "/en/zoeken?q=plein", "/documenten/ah-tk-20302031-1", "/zoeken.json?q=wind"):
            statuses[site.get(address).status] += 1
    return statuses


def test_the_site_answers_while_documents_are_added_and_the_index_is_rebuilt(tmp_path: Path) -> None:
    data, documents = tmp_path / "data", tmp_path / "in"
    run(data, "ingest", write_documents(documents, 1))
    with serve(tmp_path, "--workers", 2) as site:
        statuses = _search_all_the_time(
            site,
            lambda: [
                run(data, "ingest", write_documents(documents, N_DOCUMENTS)),
                run(data, "index", "--rebuild"),
                run(data, "reparse"),
                run(data, "index"),
            ],
        )
        found = json.loads(site.get("/zoeken.json?q=plein").body)

    assert set(statuses) == {200}
    assert found["n_hits"] == N_DOCUMENTS


def test_documents_are_found_by_every_worker_when_the_command_that_added_them_has_ended(tmp_path: Path) -> None:
    data = tmp_path / "data"
    run(data, "ingest", write_documents(tmp_path / "in", 1))
    with serve(tmp_path, "--workers", 2) as site:
        site.get("/zoeken?q=weer")
        added = tmp_path / "nieuw.txt"
        added.write_text(text_of(2).replace("Regent het", "Vliegen er ooievaars"))
        run(data, "ingest", added)
        pages = [site.get("/zoeken?q=ooievaars") for _ in range(10)]  # of whichever worker

    assert [each.status for each in pages] == [200] * 10
    assert all("ah-tk-20302031-2" in each.body for each in pages)


def test_searching_goes_on_when_a_worker_is_killed(tmp_path: Path) -> None:
    run(tmp_path / "data", "ingest", write_documents(tmp_path / "in", 1))
    with serve(tmp_path, "--workers", 2) as site:
        site.workers(2)
        statuses = Counter(site.get("/zoeken?q=weer").status for _ in range(20))
        site.workers(2)[0].kill()
        statuses += Counter(site.get("/zoeken?q=weer").status for _ in range(50))
        site.workers(2)

    assert statuses == {200: 70}


def test_a_record_that_is_taken_away_and_put_back_is_read_again(tmp_path: Path) -> None:
    data = tmp_path / "data"
    run(data, "ingest", write_documents(tmp_path / "in", 1))
    with serve(tmp_path, "--workers", 1) as site:
        assert site.get("/documenten/ah-tk-20302031-1").status == 200
        shutil.move(data, tmp_path / "weg")
        away = site.get("/documenten/ah-tk-20302031-1").status
        shutil.rmtree(data, ignore_errors=True)
        shutil.move(tmp_path / "weg", data)
        back = site.get("/documenten/ah-tk-20302031-1").status

    assert (away, back) == (503, 200)


def test_the_record_is_read_while_another_process_writes(tmp_path: Path) -> None:
    data = tmp_path / "data"
    run(data, "ingest", write_documents(tmp_path / "in", 1))
    with serve(tmp_path, "--workers", 1) as site, closing(sqlite3.connect(data / "kamervragen.sqlite3")) as writing:
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("UPDATE store_publication SET subject = 'iets anders'")
        page = site.get("/documenten/ah-tk-20302031-1")

    assert page.status == 200
    assert "iets anders" not in page.body
