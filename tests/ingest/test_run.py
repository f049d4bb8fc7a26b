"""Many documents into the record: what is known is passed over, what fails is registered, and an interruption costs nothing."""

import os
import signal
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ingest_jobs
from invented import text_of, write_documents
from kamervragen.errors import InputError
from kamervragen.ingest.run import ingest, retry
from kamervragen.ingest.versions import read_already
from kamervragen.ingest.worker import work
from kamervragen.limits import DEFAULT, Limits
from kamervragen.store.models import Failure, Publication, Reading, Source
from records import contents, make_tables, raw_files, record_in


def _ingest(
    data: Path, *paths: Path, limits: Limits = DEFAULT, n_workers: int = 2, watch=lambda *_: None, work=work
) -> Counter[str]:
    return ingest(paths, data=data, limits=limits, n_workers=n_workers, watch=watch, work=work)


def _failures() -> list[tuple[str, str, str]]:
    return [(Path(row.where).name, row.stage, row.code) for row in Failure.objects.order_by("where")]


def test_documents_come_into_the_record_with_their_bytes(record: Path, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 3)

    assert _ingest(record, folder) == {"added": 3}

    keys = Publication.objects.order_by("number").values_list("key", "n_questions", "n_answers")
    assert list(keys) == [("ah-tk-20302031-1", 2, 2), ("ah-tk-20302031-2", 2, 2), ("ah-tk-20302031-3", 2, 2)]
    assert Reading.objects.get(source__name="0002.txt").text.body.strip() == text_of(2).strip()
    assert raw_files(record) == {f"sources/{each.sha256[:2]}/{each.sha256}": each.sha256 for each in Source.objects.all()}


def test_a_second_ingest_changes_no_row_and_no_file(record: Path, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 30)
    _ingest(record, folder)
    before, files = contents(), raw_files(record)

    assert _ingest(record, folder) == {"known": 30}

    assert contents() == before
    assert raw_files(record) == files


@given(st.lists(st.integers(1, 40), min_size=1, max_size=8))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_ingesting_any_documents_twice_changes_no_row(record: Path, tmp_path_factory, numbers: list[int]) -> None:
    folder = tmp_path_factory.mktemp("in")
    for place, number in enumerate(numbers):
        (folder / f"{place}.txt").write_text(text_of(number))
    _ingest(record, folder, n_workers=1)
    before = contents()

    assert _ingest(record, folder, n_workers=1) == {"known": len(numbers)}
    assert contents() == before


def test_what_was_read_is_asked_by_key_and_never_by_walking_through_all_readings(record: Path, tmp_path: Path) -> None:
    _ingest(record, write_documents(tmp_path / "in", 3))

    sha256s = [*Source.objects.values_list("sha256", flat=True)[:2], "0" * 64]

    with CaptureQueriesContext(connection) as asked:
        assert read_already(sha256s) == set(sha256s[:2])

    with connection.cursor() as cursor:
        plan = cursor.execute(f"EXPLAIN QUERY PLAN {asked.captured_queries[0]['sql']}").fetchall()
    assert ["sqlite_autoindex_store_reading_1 (source_id=?)" in step[3] for step in plan] == [True]


def test_the_number_of_workers_makes_no_difference(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 60)
    results = []
    for n_workers in (1, 3):
        data = tmp_path / f"data{n_workers}"
        data.mkdir()
        with record_in(data):
            make_tables()
            _ingest(data, folder, n_workers=n_workers)
            results.append((contents(), list(Publication.objects.order_by("pk").values_list("key"))))

    assert results[0] == results[1]


def test_the_same_bytes_under_two_names_are_one_source(record: Path, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 1)
    (folder / "kopie.txt").write_text(text_of(1), encoding="utf-8")

    assert _ingest(record, folder) == {"added": 1, "known": 1}
    assert list(Source.objects.values_list("name")) == [("0001.txt",)]


def test_other_bytes_of_the_same_publication_are_another_source(record: Path, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 1)
    _ingest(record, folder)
    (folder / "0001.txt").write_text(text_of(1).replace("Ja.", "Nee."), encoding="utf-8")

    assert _ingest(record, folder) == {"added": 1}

    publication = Publication.objects.get()
    assert publication.sources.count() == 2
    assert [answer.text for answer in publication.best.reading.parsed.answers] == ["Nee.", "Dat hangt van de wind af."]


@pytest.mark.parametrize("version", [{"parser": "0"}, {"reader": "plain 0"}])
def test_what_an_older_version_read_is_read_again(record: Path, tmp_path: Path, version: dict[str, str]) -> None:
    folder = write_documents(tmp_path / "in", 3)
    _ingest(record, folder)
    before = contents()
    Reading.objects.filter(source__name="0002.txt").update(**version, packed_record=b"")

    assert _ingest(record, folder) == {"added": 1, "known": 2}
    assert contents() == before


def test_a_zip_and_the_folder_it_was_made_of_give_the_same_sources(record: Path, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 5)
    with zipfile.ZipFile(tmp_path / "in.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, path.name)

    assert _ingest(record, tmp_path / "in.zip") == {"added": 5}
    assert _ingest(record, folder) == {"known": 5}


def test_nothing_is_written_when_one_of_the_paths_is_wrong(record: Path, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 1)

    with pytest.raises(InputError):
        _ingest(record, folder, tmp_path / "nothing")

    assert raw_files(record) == {}
    assert Publication.objects.count() == 0


def test_each_kind_of_bad_document_is_registered_and_the_rest_goes_on(record: Path, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 2)
    (folder / "bomb.zip").write_bytes(_zip({"a.txt": bytes(5_000_000)}))
    (folder / "empty.xml").write_bytes(b"")
    (folder / "junk.xml").write_bytes(bytes(range(256)) * 10)
    with (folder / "large.xml").open("wb") as file:
        file.truncate(200_000_000)
    (folder / "truncated.zip").write_bytes(_zip({"a.txt": b"tekst" * 50})[:-30])

    tally = _ingest(record, folder)

    assert tally == {"added": 2, "failed": 5}
    assert [(name, stage) for name, stage, _ in _failures()] == [
        ("bomb.zip", "fetch"),
        ("empty.xml", "read"),
        ("junk.xml", "read"),
        ("large.xml", "fetch"),
        ("truncated.zip", "fetch"),
    ]
    assert all(len(row.message) > 20 and row.message.endswith(".") for row in Failure.objects.all())
    assert Publication.objects.count() == 2


def _zip(entries: dict[str, bytes]) -> bytes:
    from io import BytesIO

    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return target.getvalue()


def test_a_document_that_hangs_or_kills_its_worker_costs_itself_only(record: Path, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 40)
    (folder / "0007.txt").write_text("HANG")
    (folder / "0013.txt").write_text("STERF")

    tally = _ingest(record, folder, limits=Limits(timeout_s=2), work=ingest_jobs.hang_or_die)

    assert tally == {"added": 38, "failed": 2}
    assert _failures() == [("0007.txt", "work", "timeout"), ("0013.txt", "work", "crashed")]
    assert Failure.objects.get(code="timeout").message == "Het lezen duurde langer dan 2 seconden en is afgebroken."


def test_a_document_that_wants_all_memory_costs_itself_only(record: Path, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 3)

    assert _ingest(record, folder, work=ingest_jobs.take_all_memory) == {"added": 2, "failed": 1}
    assert _failures() == [("0002.txt", "work", "crashed")]


def test_a_mistake_of_ours_ends_its_worker_is_registered_and_the_rest_goes_on(record: Path, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 2)

    assert _ingest(record, folder, work=ingest_jobs.read_without_limits) == {"failed": 2}

    assert _failures() == [("0001.txt", "work", "crashed"), ("0002.txt", "work", "crashed")]
    assert Failure.objects.first().message == (
        "Het lezen brak af door een fout van het programma of te weinig geheugen; meld het met dit document erbij."
    )


def test_a_retry_reads_the_kept_bytes_and_takes_what_succeeds_out_of_the_register(record: Path, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 2)
    _ingest(record, folder, work=ingest_jobs.read_without_limits)
    for path in folder.iterdir():
        path.unlink()

    assert retry(data=record, limits=DEFAULT, n_workers=1, watch=lambda *_: None) == {"added": 2}

    assert _failures() == []
    assert list(Source.objects.order_by("name").values_list("name", "origin")) == [
        ("0001.txt", f"{folder}/0001.txt"),
        ("0002.txt", f"{folder}/0002.txt"),
    ]


def test_a_retry_looks_again_where_bytes_could_not_be_had(record: Path, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 1)
    broken, gone = folder / "a.zip", folder / "b.zip"
    for path in (broken, gone):
        path.write_bytes(b"PK\x03\x04")
    assert _ingest(record, folder) == {"added": 1, "failed": 2}
    broken.write_bytes(_zip({"x/2.txt": text_of(2).encode()}))
    gone.unlink()

    assert retry(data=record, limits=DEFAULT, n_workers=1, watch=lambda *_: None) == {"added": 1, "failed": 1}

    assert list(Failure.objects.values_list("where", "code", "n_attempts")) == [(str(gone), "missing", 2)]
    assert Source.objects.filter(origin=f"{broken}!x/2.txt").exists()


@pytest.mark.parametrize("n_done", [1, 250])
def test_ctrl_c_keeps_what_was_done_and_the_same_call_goes_on(record: Path, tmp_path: Path, n_done: int) -> None:
    folder = write_documents(tmp_path / "in", 300)
    seen = Counter[str]()

    def interrupt(outcome: str, where: str) -> None:
        seen[outcome] += 1
        if seen[outcome] == n_done:
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        _ingest(record, folder, watch=interrupt)
    assert n_done - 1 <= Publication.objects.count() < 300

    assert sum(_ingest(record, folder).values()) == 300
    assert contents() == _uninterrupted(tmp_path, folder)


def _uninterrupted(tmp_path: Path, folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """What is in a record that the documents of a folder came into without interruption."""
    data = tmp_path / "uninterrupted"
    data.mkdir()
    with record_in(data):
        make_tables()
        _ingest(data, folder)
        return contents()


def _kamervragen(data: Path, *arguments: object, url: str = "") -> subprocess.Popen[str]:
    """The command line at work on a data folder, in a process of its own."""
    environment = {**os.environ, "KAMERVRAGEN_DATA": str(data), "DATABASE_URL": url}
    command = [sys.executable, "-m", "kamervragen", *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


_KILLED = """
import os, signal, sys
from pathlib import Path
from kamervragen.store.opening import open_record
data = open_record()
from django.db import connection
from kamervragen.ingest.run import ingest
from kamervragen.limits import DEFAULT
left = int(sys.argv[2])
def die_at_statement(execute, sql, params, many, context):
    global left
    left -= not sql.startswith("SELECT")
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(sql, params, many, context)
with connection.execute_wrapper(die_at_statement):
    ingest([Path(sys.argv[1])], data=data, limits=DEFAULT, n_workers=2, watch=lambda *_: None)
"""


def test_after_sigkill_anywhere_in_a_transaction_the_same_call_gives_the_same_record(tmp_path: Path) -> None:
    folder, data = write_documents(tmp_path / "in", 300), tmp_path / "data"
    environment = {**os.environ, "KAMERVRAGEN_DATA": str(data)}

    for n_statements in (2, 9, 16):
        command = [sys.executable, "-c", _KILLED, str(folder), str(n_statements)]
        killed = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        with record_in(data):
            assert Publication.objects.count() in (0, 200)
            assert Source.objects.count() == Reading.objects.count() == Publication.objects.count()
    with record_in(data):
        _ingest(data, folder)
        assert contents() == _uninterrupted(tmp_path, folder)
    assert raw_files(data) == raw_files(tmp_path / "uninterrupted")


def test_two_ingests_at_once_give_the_same_record_as_one(tmp_path: Path) -> None:
    folder, data = write_documents(tmp_path / "in", 300), tmp_path / "data"

    both = [_kamervragen(data, "ingest", folder, "--workers", 1) for _ in range(2)]

    for process in both:
        output, errors = process.communicate(timeout=120)
        assert process.returncode == 0, output + errors
    with record_in(data):
        assert contents() == _uninterrupted(tmp_path, folder)
    assert raw_files(data) == raw_files(tmp_path / "uninterrupted")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    mount = tmp_path / "disk"
    mount.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(mount)], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"needs the right to mount a small disk: {done.stderr.strip()}")
    yield mount
    subprocess.run(["umount", str(mount)], check=True)


def test_a_full_disk_is_one_sentence_and_with_more_room_the_same_command_goes_on(small_disk: Path, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 300)

    full = _kamervragen(small_disk, "ingest", folder)
    _, errors = full.communicate(timeout=120)
    assert full.returncode == 1
    assert "De schijf is vol: maak ruimte en geef dezelfde opdracht nog eens; wat al was opgeslagen, blijft." in errors
    assert "Traceback" not in errors

    subprocess.run(["mount", "-o", "remount,size=50m", str(small_disk)], check=True)
    again = _kamervragen(small_disk, "ingest", folder)
    output, errors = again.communicate(timeout=120)
    assert again.returncode == 0, output + errors
    with record_in(small_disk):
        assert contents() == _uninterrupted(tmp_path, folder)


@pytest.mark.postgres
def test_the_same_ingest_on_postgresql_gives_the_same_record(postgres_url: str, tmp_path: Path) -> None:
    folder, data = write_documents(tmp_path / "in", 250), tmp_path / "data"

    both = [_kamervragen(data, "ingest", folder, url=postgres_url) for _ in range(2)]

    for process in both:
        output, errors = process.communicate(timeout=120)
        assert process.returncode == 0, output + errors
    with record_in(data, postgres_url):
        assert contents() == _uninterrupted(tmp_path, folder)
