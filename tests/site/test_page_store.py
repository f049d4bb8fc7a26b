"""Pages that workers hold together."""

import sqlite3
from multiprocessing import get_context
from pathlib import Path
from threading import Thread

import pytest
from django.http import HttpResponse

from kamervragen.site.page_store import PageStore


def _keep(store: PageStore, name: str, size: int = 5) -> None:
    store.keep("a state", name, HttpResponse(name.encode() * size))


def _held(store: PageStore, *names: str) -> list[bool]:
    return [bool(store.get("a state", name)) for name in names]


def _store(folder: Path) -> PageStore:
    return PageStore(folder, "this site")


def _make(folder: Path, name: str) -> None:
    _keep(_store(folder), name)


def test_a_page_comes_back_as_it_was_sent(tmp_path: Path) -> None:
    store = _store(tmp_path / "pages")
    store.keep("a state", "/zoeken", HttpResponse("één\n".encode(), headers={"Content-Language": "nl", "ETag": '"a"'}))
    again = store.get("a state", "/zoeken")

    assert again is not None
    assert again.content == "één\n".encode()
    assert dict(again.headers) == {"Content-Type": "text/html; charset=utf-8", "Content-Language": "nl", "ETag": '"a"'}


def test_what_one_process_made_another_gives_again(tmp_path: Path) -> None:
    """Processes that began as copies of one, as the workers of the site do."""
    worker = get_context("fork").Process(target=_make, args=(tmp_path, "/"))
    worker.start()
    worker.join()

    assert worker.exitcode == 0
    assert _held(_store(tmp_path), "/") == [True]


def test_pages_of_another_state_are_gone_from_the_disk_as_well(tmp_path: Path) -> None:
    store, other = _store(tmp_path), _store(tmp_path)
    _keep(store, "/")
    other.keep("another state", "/nieuw", HttpResponse(b"new"))

    assert [bool(other.get(state, "/")) for state in ("another state", "a state")] == [False, False]
    assert not any(b"/////" in path.read_bytes() for path in tmp_path.iterdir())


def test_who_still_reads_an_earlier_state_is_not_disturbed(tmp_path: Path) -> None:
    store, other = _store(tmp_path), _store(tmp_path)
    _keep(store, "/")
    other.keep("another state", "/", HttpResponse(b"new"))
    _keep(store, "/later")

    assert _held(store, "/", "/later") == [True, True]


def test_the_pages_that_were_made_first_make_room(tmp_path: Path) -> None:
    store = PageStore(tmp_path, "this site", max_bytes=200_000)
    for n in range(60):
        _keep(store, f"/{n:04}", 2_000)

    assert _held(store, "/0000", "/0059") == [False, True]
    assert 10 < sum(_held(store, *(f"/{n:04}" for n in range(60)))) < 25


def test_where_nothing_can_be_kept_nothing_is_there(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "pages").write_text("a file, no folder")
    store = _store(tmp_path / "pages")
    _keep(store, "/")

    assert _held(store, "/") == [False]
    assert [each.message for each in caplog.records] == ["pages_not_kept"]


def test_a_file_that_another_worker_writes_is_not_waited_for(tmp_path: Path) -> None:
    store = _store(tmp_path)
    _keep(store, "/")
    (path,) = tmp_path.glob("*.sqlite3")
    with sqlite3.connect(path) as busy:
        busy.execute("BEGIN IMMEDIATE")
        _keep(store, "/while")
        busy.rollback()
    _keep(store, "/after")

    assert _held(store, "/", "/while", "/after") == [True, False, True]


def test_threads_may_share_it(tmp_path: Path) -> None:
    store = _store(tmp_path)
    threads = [Thread(target=lambda part=part: [_keep(store, f"/{part}/{n}") for n in range(50)]) for part in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert all(_held(store, *(f"/{part}/{n}" for part in range(4) for n in range(50))))


def test_another_site_sends_its_own_pages(tmp_path: Path) -> None:
    _keep(PageStore(tmp_path, "another site"), "/")

    assert _held(_store(tmp_path), "/") == [False]
