"""Pages that workers hold together."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from django.http import HttpResponse

from kamervragen.site.page_store import PageStore

_KEEPS = """
import sys
from pathlib import Path
from django.conf import settings
from django.http import HttpResponse
settings.configure()
from kamervragen.site.page_store import PageStore
store = PageStore(Path(sys.argv[1]), "this site")
store.get("a state", "/")
store.keep("a state", "/", HttpResponse(b"made there"))
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PageStore]:
    store = PageStore(tmp_path / "pages", "this site", max_bytes=200_000)
    yield store
    store.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[PageStore]:
    """That of another worker."""
    other = PageStore(tmp_path / "pages", "this site")
    yield other
    other.close()


def _keep(store: PageStore, name: str, size: int = 5, state: str = "a state") -> None:
    store.get(state, name)
    store.keep(state, name, HttpResponse(name.encode() * size))


def _held(store: PageStore, *names: str) -> list[bool]:
    return [bool(store.get("a state", name)) for name in names]


def _file(folder: Path) -> Path:
    (path,) = (folder / "pages").glob("*.pages")
    return path


def test_a_page_comes_back_as_it_was_sent(store: PageStore) -> None:
    store.get("a state", "/zoeken")
    store.keep("a state", "/zoeken", HttpResponse("één\n".encode(), headers={"Content-Language": "nl", "ETag": '"a"'}))
    again = store.get("a state", "/zoeken")

    assert again is not None
    assert again.content == "één\n".encode()
    assert dict(again.headers) == {"Content-Type": "text/html; charset=utf-8", "Content-Language": "nl", "ETag": '"a"'}


def test_what_one_process_made_another_gives_again(store: PageStore, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", _KEEPS, str(tmp_path / "pages")], check=True)
    page = store.get("a state", "/")

    assert page is not None
    assert page.content == b"made there"


def test_pages_of_another_state_are_gone_from_the_disk_as_well(store: PageStore, other: PageStore, tmp_path: Path) -> None:
    _keep(store, "/")
    _keep(other, "/nieuw", state="another state")

    assert [bool(other.get(state, "/")) for state in ("another state", "a state")] == [False, False]
    assert not any(b"/////" in path.read_bytes() for path in (tmp_path / "pages").iterdir())


def test_who_still_reads_an_earlier_state_is_not_disturbed(store: PageStore, other: PageStore) -> None:
    _keep(store, "/")
    _keep(other, "/", state="another state")
    _keep(store, "/later")

    assert _held(store, "/", "/later") == [True, True]


def test_a_page_that_was_begun_in_an_earlier_state_throws_no_later_ones_away(store: PageStore, other: PageStore) -> None:
    store.get("an earlier state", "/slow")
    _keep(store, "/")
    store.keep("an earlier state", "/slow", HttpResponse(b"begun before"))

    assert (_held(store, "/"), _held(other, "/")) == ([True], [True])


def test_the_pages_that_were_made_first_make_room(store: PageStore) -> None:
    for n in range(60):
        _keep(store, f"/{n:04}", 2_000)

    assert _held(store, "/0000", "/0059") == [False, True]
    assert 10 < sum(_held(store, *(f"/{n:04}" for n in range(60)))) < 25


def test_nobody_else_may_read_what_was_searched_for(store: PageStore, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir(mode=0o755)  # somebody made it before
    _keep(store, "/")

    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "pages").iterdir()} == {0o600}


def test_where_nothing_can_be_kept_nothing_is_there_and_the_log_says_so_once(
    store: PageStore, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "pages").write_text("a file, no folder")
    _keep(store, "/")
    _keep(store, "/again")

    assert _held(store, "/") == [False]
    assert [each.message for each in caplog.records] == ["pages_not_kept"]


def test_a_damaged_file_costs_its_pages_and_no_visitor(
    store: PageStore, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _keep(store, "/")
    with sqlite3.connect(_file(tmp_path)) as damaging:
        damaging.execute("UPDATE page SET headers = '{'")
    damaging.close()

    assert _held(store, "/", "/") == [False, False]
    _keep(store, "/", state="another state")
    assert store.get("another state", "/")
    assert [each.message for each in caplog.records] == ["pages_not_kept"]


def test_a_file_that_another_worker_writes_is_not_waited_for(store: PageStore, tmp_path: Path) -> None:
    _keep(store, "/")
    busy = sqlite3.connect(_file(tmp_path))
    busy.execute("BEGIN IMMEDIATE")
    _keep(store, "/while")
    busy.rollback()
    busy.close()
    _keep(store, "/after")

    assert _held(store, "/", "/while", "/after") == [True, False, True]


def test_a_file_that_another_worker_is_beginning_is_shared_as_soon_as_it_is_there(
    store: PageStore, other: PageStore, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _keep(other, "/")
    name = _file(tmp_path).name
    other.close()
    for path in (tmp_path / "pages").iterdir():
        path.unlink()
    os.close(os.open(tmp_path / "pages" / name, os.O_CREAT | os.O_RDWR))
    beginning = sqlite3.connect(tmp_path / "pages" / name)
    beginning.execute("BEGIN EXCLUSIVE")
    _keep(store, "/")
    beginning.rollback()
    beginning.close()
    assert _held(store, "/") == [False]
    _keep(store, "/")

    assert _held(store, "/") == _held(other, "/") == [True]
    assert not caplog.records


def test_threads_may_share_it(store: PageStore) -> None:
    threads = [Thread(target=lambda part=part: [_keep(store, f"/{part}/{n}") for n in range(10)]) for part in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert all(_held(store, *(f"/{part}/{n}" for part in range(4) for n in range(10))))


def test_another_site_sends_its_own_pages(store: PageStore, tmp_path: Path) -> None:
    another = PageStore(tmp_path / "pages", "another site")
    _keep(another, "/")
    another.close()

    assert _held(store, "/") == [False]
