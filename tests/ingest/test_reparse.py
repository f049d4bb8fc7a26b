"""Everything derived is made again from the raw bytes, and what changed is named."""

from pathlib import Path

import ingest_jobs
from invented import text_of, write_documents
from kamervragen.ingest.reparse import Change, Reparsed, reparse
from kamervragen.ingest.run import ingest
from kamervragen.ingest.worker import work
from kamervragen.limits import DEFAULT
from kamervragen.store.models import Alias, Failure, Publication, Question, Reading, Source
from kamervragen.store.packing import pack
from records import contents


def _ingest(data: Path, folder: Path) -> None:
    ingest([folder], data=data, limits=DEFAULT, n_workers=2, watch=lambda *_: None)


def _reparse(data: Path, work=work) -> Reparsed:
    return reparse(data=data, limits=DEFAULT, n_workers=2, watch=lambda *_: None, work=work)


def test_a_reparse_by_the_same_version_changes_nothing(record: Path, tmp_path: Path) -> None:
    _ingest(record, write_documents(tmp_path / "in", 250))
    before = contents()

    assert _reparse(record) == Reparsed(n_read=250, n_failed=0, changes=())
    assert contents() == before


def test_a_reparse_needs_the_raw_bytes_only(record: Path, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 3)
    _ingest(record, folder)
    before = contents()
    for path in folder.iterdir():
        path.unlink()
    Question.objects.all().delete()
    Reading.objects.update(packed_record=pack({"subject": "iets anders"}), body_sha256="")
    Publication.objects.update(subject="iets anders")

    done = _reparse(record)

    assert (done.n_read, len(done.changes)) == (3, 3)
    assert {"subject", "questions", "body"} <= set(done.changes[0].fields)
    assert contents() == before


def test_a_reparse_names_the_publications_and_the_fields_that_changed(record: Path, tmp_path: Path) -> None:
    _ingest(record, write_documents(tmp_path / "in", 2))

    done = _reparse(record, ingest_jobs.read_another_name)

    assert done.changes == (
        Change(key="ah-tk-20302031-1", fields=("source",)),
        Change(key="ah-tk-20302031-2", fields=("source",)),
    )


def test_an_official_identifier_that_is_found_later_takes_the_place_of_the_first_address(record: Path, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 0)
    (folder / "a.txt").write_text(text_of(1))
    _ingest(record, folder)
    (sha256,) = Source.objects.values_list("sha256", flat=True)
    Publication.objects.update(key=f"bron-{sha256[:12]}", is_official=False)

    _reparse(record)

    assert list(Publication.objects.values_list("key", "is_official")) == [("ah-tk-20302031-1", True)]
    assert list(Alias.objects.values_list("key", "publication__key")) == [(f"bron-{sha256[:12]}", "ah-tk-20302031-1")]


def test_a_source_that_can_no_longer_be_read_keeps_its_old_reading_and_is_registered(record: Path, tmp_path: Path) -> None:
    _ingest(record, write_documents(tmp_path / "in", 2))
    before = contents()

    done = _reparse(record, ingest_jobs.read_without_limits)

    assert (done.n_read, done.n_failed) == (0, 2)
    assert Failure.objects.filter(code="crashed").count() == 2
    assert {**contents(), "Failure": []} == before
