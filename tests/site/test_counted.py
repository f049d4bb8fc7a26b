"""Counting beside the workers: once for each state of the record, and a clear answer whatever happens to who counts."""

import fcntl
import json
import os
import re
import sys
import threading
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from django.conf import settings

from kamervragen.errors import StoreError
from kamervragen.site.counted import COUNTER, Count, Counter, path_of
from kamervragen.site.counting import list_counts
from kamervragen.site.members import REGISTER
from kamervragen.site.packed import unpacker
from kamervragen.site.statistics import PAGES, Drawing
from kamervragen.site.statistics_records import FigureChart
from kamervragen.store.counts import read_state

_WRITES_ELEVEN = """
import os, sys
path, token, database = sys.argv[1:]
folder = os.path.join(os.environ["KAMERVRAGEN_DATA"], "counted")
with open(os.path.join(folder, "runs"), "a") as runs:
    runs.write(f"{os.getpid()}\\n")
with open(os.path.join(folder, "draft"), "w") as draft:
    draft.write("[2.5, 11]")
os.replace(draft.name, path)
"""


def count_here() -> int:
    """What a worker counts itself, to be told from what another process wrote."""
    return 7


BERRIES = Count(name="berries", make=count_here, unpack=unpacker(int))


def counter_of(program: str) -> Counter:
    """A counter of whatever size of record, with this program as the process that counts."""
    return Counter(least=0, command=(sys.executable, "-c", program, str(path_of("berries", read_state().token))))


@pytest.fixture
def folder(bundled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own, for the record of the bundled examples."""
    monkeypatch.setattr(settings, "DATA", tmp_path)
    return tmp_path


def test_a_small_record_is_counted_by_the_worker_and_nothing_is_written(folder: Path) -> None:
    assert COUNTER.take(BERRIES).value == 7
    assert not (folder / "counted").exists()


def test_all_is_counted_outside_as_the_worker_counts_it_and_counts_of_earlier_states_go(bundled: Path) -> None:
    counted = bundled / "counted"
    counted.mkdir()
    (counted / "coverage.0123456789abcdef-0123456789ab.json").write_text("[1, 2]")
    counter = Counter(least=0)

    for count in list_counts():
        assert as_json(count, counter.take(count).value) == as_json(count, count.make())

    wait_for_the_process(counted)
    state = read_state().token
    assert {path.name for path in counted.iterdir()} == {"lock", *(path_of(count.name, state).name for count in list_counts())}


def test_counting_begins_before_anybody_asks_and_nobody_waits_for_it(folder: Path) -> None:
    counter = counter_of(_WRITES_ELEVEN)

    counter.begin()
    wait_for_the_process(folder / "counted")

    assert (folder / "counted/runs").read_text().count("\n") == 1
    assert counter.take(BERRIES).value == 11


def test_counting_does_not_begin_for_a_small_record_or_while_another_counts(folder: Path) -> None:
    Counter(command=(sys.executable, "-c", "raise SystemExit(1)")).begin()
    assert not (folder / "counted").exists()
    (folder / "counted").mkdir()
    with (folder / "counted/lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        counter_of(_WRITES_ELEVEN).begin()
        assert {each.name for each in (folder / "counted").iterdir()} == {"lock"}


def as_json(count: Count[object], value: object) -> object:
    """A count as it comes out of a file."""
    return json.loads(json.dumps(count.pack(value)))


def wait_for_the_process(counted: Path) -> None:
    """Wait until the process that counts has let go of its lock, which is when it ends."""
    with (counted / "lock").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)


def test_the_register_from_a_file_is_the_one_that_was_counted(bundled: Path) -> None:
    counted = REGISTER.make()

    read = REGISTER.unpack(json.loads(json.dumps(REGISTER.pack(counted))))

    assert dict(read.members) == counted.members
    assert dict(read.party_members) == counted.party_members
    assert (read.parties, read.party_slugs) == (counted.parties, counted.party_slugs)
    assert (read.member_names, read.n_without_party) == (counted.member_names, counted.n_without_party)


def test_many_workers_at_once_let_one_process_count_and_nothing_of_it_stays(folder: Path) -> None:
    counters = [counter_of(_WRITES_ELEVEN) for _ in range(4)]
    told: list[tuple[int, float]] = []
    threads = [threading.Thread(target=lambda each=each: told.append(each.take(BERRIES))) for each in counters]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert told == [(11, 2.5)] * 4
    [pid] = (folder / "counted" / "runs").read_text().splitlines()
    for thread in threading.enumerate():
        if thread.name == "counting":
            thread.join(10)
    assert not psutil.pid_exists(int(pid))


@pytest.mark.parametrize(
    "program",
    ["", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "raise ValueError('pit')"],
    ids=["ends", "is killed", "breaks"],
)
def test_a_worker_counts_itself_when_the_process_dies(folder: Path, program: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert counter_of(program).take(BERRIES).value == 7


def test_another_database_than_that_of_the_worker_is_never_counted(folder: Path) -> None:
    assert Counter(least=0).take(BERRIES).value == 7
    assert {path.name for path in (folder / "counted").iterdir()} == {"lock"}


def test_what_cannot_be_read_is_counted_by_the_worker(folder: Path) -> None:
    path = path_of("berries", read_state().token)
    path.parent.mkdir()
    path.write_text('[1, "half')

    assert counter_of("").take(BERRIES).value == 7


def test_where_the_folder_cannot_be_written_the_worker_counts(folder: Path) -> None:
    (folder / "counted").write_text("a file where the folder should be")

    assert counter_of(_WRITES_ELEVEN).take(BERRIES).value == 7


def test_a_request_waits_so_long_and_no_longer(folder: Path) -> None:
    (folder / "counted").mkdir()
    counter = Counter(least=0, patience_s=0.3)

    with (folder / "counted" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # another worker's process is at it, and stays so
        with pytest.raises(StoreError, match="De cijfers worden nog geteld"):
            counter.take(BERRIES)


def test_one_thread_of_a_worker_waits_and_the_next_is_told_so_at_once(folder: Path) -> None:
    began, go = folder / "began", folder / "go"
    os.mkfifo(began)
    os.mkfifo(go)
    counter = counter_of(f"open({str(began)!r}, 'w').close(); open({str(go)!r}).close(){_WRITES_ELEVEN}")
    told: list[int] = []
    waiting = threading.Thread(target=lambda: told.append(counter.take(BERRIES).value))

    waiting.start()
    began.open().close()  # which waits until the process has begun
    with pytest.raises(StoreError, match="De cijfers worden nog geteld"):
        counter.take(BERRIES)
    assert counter.take(replace(BERRIES, is_light=True)).value == 7  # which is as soon counted
    go.open("w").close()
    waiting.join()

    assert told == [11]
    assert counter.take(BERRIES).value == 11


def test_a_page_of_figures_that_lacks_a_drawing_is_not_whole(bundled: Path) -> None:
    page = PAGES["nl"].make()
    drawn = FigureChart(name="aantal", question="", answer="", caption="", basis=(), is_drawn=True, columns=(), rows=())
    lacking = replace(page, page=replace(page.page, charts=(drawn,)), drawings={})

    assert not PAGES["nl"].is_whole(lacking)
    assert PAGES["nl"].is_whole(replace(lacking, drawings={"aantal": Drawing(wide="<svg/>", narrow="<svg/>")}))


def test_another_version_of_the_program_counts_anew(folder: Path) -> None:
    assert re.fullmatch(r"berries\.0a1b-[0-9a-f]{12}\.json", path_of("berries", "0a1b").name)
