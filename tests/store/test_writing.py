"""Batches of entries in the database: publications with their best source, old addresses, failures, all or nothing."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from entries import NOON, handed_in, make, two_questions
from kamervragen.errors import StoreError
from kamervragen.model import Addressee, Span, Submitter
from kamervragen.store.failures import FailedDocument
from kamervragen.store.models import Alias, Failure, Publication, Reading
from kamervragen.store.writing import write_batch
from kamervragen.terms import MediaType, Role
from records import contents

KEY = "ah-tk-20302031-8"


def _write(*entries, minute: int = 0, failed=()) -> None:
    write_batch(handed_in(*entries, minute=minute), failed, at=NOON)


def _publications() -> list[tuple[object, ...]]:
    return list(Publication.objects.order_by("key").values_list("key", "subject", "best__media_type", "best__reading__reader"))


def test_a_document_becomes_a_publication_with_its_rows(record: Path) -> None:
    entry = make("tekst", MediaType.XML, id=KEY, session_year="2030-2031", number=8, chamber="tk", **two_questions())

    _write(entry)

    rows = contents()
    assert rows["Publication"] == [
        (
            KEY,
            True,
            entry.sha256,
            "answer",
            "written",
            "tk",
            "2030-2031",
            8,
            None,
            None,
            "het weer",
            True,
            None,
            None,
            None,
            2,
            1,
            0,
        )
    ]
    assert rows["Question"] == [(KEY, 0, "1", "paragraph"), (KEY, 1, "2", "paragraph")]
    assert rows["Answer"] == [(KEY, 0, "1, 2")]
    assert rows["Submitter"] == [(KEY, 0, "Jansen", "Partij A")]
    assert rows["Reference"] == [(KEY, 0, "ah-tk-20302031-7")]


def test_a_reading_gives_back_the_text_and_the_record(record: Path) -> None:
    entry = make("tekst", id=KEY, **two_questions())
    _write(entry)

    reading = Reading.objects.get()
    assert reading.text.body == "tekst"
    assert [each.text for each in reading.parsed.questions] == ["Regent het?", "En morgen?"]
    assert reading.parsed.submitters == (Submitter(name="Jansen", party="Partij A"),)
    assert reading.parsed.answers[0].spans == (Span(0, 1),)
    assert (reading.reader, reading.body_sha256) == ("plain 1", entry.sha256)


def test_writing_the_same_again_changes_nothing(record: Path) -> None:
    entries = [make("a", id=KEY, **two_questions()), make("b", **two_questions())]
    _write(*entries)
    before = contents()

    _write(*entries, minute=5)

    assert contents() == before


def test_a_document_without_official_identifier_is_named_after_its_bytes(record: Path) -> None:
    _write(make("tekst"))

    assert [key for key, *_ in _publications()] == ["bron-324d0315d575"]


def test_the_best_form_of_a_publication_is_shown_and_the_others_stay(record: Path) -> None:
    _write(make("pdf", MediaType.PDF, id=KEY, subject="uit PDF"))
    _write(make("xml", MediaType.XML, id=KEY, subject="uit XML"))
    _write(make("html", MediaType.HTML, id=KEY, subject="uit HTML"))

    assert _publications() == [(KEY, "uit XML", "xml", "xml 1")]
    assert [row[2] for row in contents()["Source"]] == ["vragen.txt"] * 3


def test_of_one_batch_too_the_best_form_is_shown(record: Path) -> None:
    forms = (MediaType.PDF, MediaType.XML, MediaType.HTML)
    _write(*(make(form, form, id=KEY, subject=f"uit {form}") for form in forms))

    assert _publications() == [(KEY, "uit xml", "xml", "xml 1")]


def test_of_two_versions_in_one_form_the_newest_is_shown_and_the_older_stays(record: Path) -> None:
    _write(make("oud", id=KEY, **two_questions("Jansen")))
    _write(make("nieuw", id=KEY, **two_questions("De Vries")), minute=1)

    assert contents()["Submitter"] == [(KEY, 0, "De Vries", "Partij A")]
    assert len(contents()["Question"]) == 2
    assert Publication.objects.get().sources.count() == 2


def test_an_old_address_redirects_when_the_official_identifier_becomes_known(record: Path) -> None:
    _write(make("tekst", **two_questions()))
    _write(make("tekst", id=KEY, **two_questions()), minute=1)

    assert [key for key, *_ in _publications()] == [KEY]
    assert list(Alias.objects.values_list("key", "publication__key")) == [("bron-324d0315d575", KEY)]
    assert contents()["Question"] == [(KEY, 0, "1", "paragraph"), (KEY, 1, "2", "paragraph")]


def test_an_old_address_follows_when_its_publication_moves_again(record: Path) -> None:
    for fields in ({}, {"id": "ah-tk-20302031-80"}, {"id": KEY}):
        _write(make("tekst", **fields))

    assert contents()["Alias"] == [("ah-tk-20302031-80", KEY), ("bron-324d0315d575", KEY)]


def test_an_address_that_is_taken_again_redirects_no_longer(record: Path) -> None:
    _write(make("tekst", id="ah-tk-20302031-80"))
    _write(make("tekst", id=KEY))
    _write(make("ander", id="ah-tk-20302031-80"))

    assert contents()["Alias"] == []
    assert [key for key, *_ in _publications()] == [KEY, "ah-tk-20302031-80"]


def test_a_publication_shows_its_next_source_when_its_best_one_turns_out_to_be_another(record: Path) -> None:
    _write(make("xml", MediaType.XML, id=KEY, subject="uit XML"), make("pdf", MediaType.PDF, id=KEY, **two_questions()))
    _write(make("xml", MediaType.XML, id="ah-tk-20302031-9", subject="uit XML"))

    assert _publications() == [(KEY, "het weer", "pdf", "pdf 1"), ("ah-tk-20302031-9", "uit XML", "xml", "xml 1")]
    assert [row[:2] for row in contents()["Question"]] == [(KEY, 0), (KEY, 1)]
    assert contents()["Alias"] == []


def test_the_latest_of_equal_bytes_in_a_batch_counts(record: Path) -> None:
    _write(make("tekst", id=KEY, subject="eerst"), make("tekst", id=KEY, subject="daarna"))

    assert [subject for _, subject, *_ in _publications()] == ["daarna"]


def _failed(where: str = "/in/a.pdf", sha256: str = "", code: str = "encrypted"):
    return FailedDocument(where=where, name="a.pdf", sha256=sha256, stage="read", code=code, message="Het lukt niet.")


def test_a_failure_that_happens_again_is_one_row_with_two_attempts(record: Path) -> None:
    write_batch([], [_failed(code="encrypted")], at=NOON)
    write_batch([], [_failed(code="timeout")], at=NOON + timedelta(days=1))

    row = Failure.objects.get()
    assert (row.code, row.n_attempts) == ("timeout", 2)
    assert (row.first_seen_at, row.last_seen_at) == (NOON, NOON + timedelta(days=1))


def test_a_failure_goes_when_the_document_succeeds_by_its_bytes_or_by_its_place(record: Path) -> None:
    entry = make("tekst")
    _write(failed=[_failed("/elsewhere", entry.sha256), _failed(entry.origin), _failed("/other")])

    _write(entry)

    assert [row[0] for row in contents()["Failure"]] == ["/other"]


def test_a_number_that_no_integer_column_holds_is_left_out_of_the_column(record: Path) -> None:
    _write(make("tekst", number=10**30))

    assert contents()["Publication"][0][7] is None


def test_after_an_error_nothing_of_a_batch_is_there(record: Path) -> None:
    _write(make("eerder"))
    before = contents()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE store_failure RENAME TO away")

    with pytest.raises(StoreError):
        _write(make("tekst", id=KEY, **two_questions()))

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE away RENAME TO store_failure")
    assert contents() == before


def test_the_minister_president_belongs_to_general_affairs_and_an_unknown_portfolio_to_no_ministry(record: Path) -> None:
    offices = (Addressee(role=Role.MINISTER_PRESIDENT, portfolio=None), Addressee(role=Role.MINISTER, portfolio="Tovenarij"))
    _write(make("tekst", addressees=offices))

    assert [(row[2], row[3], row[5], row[6]) for row in contents()["Office"]] == [
        ("asked", "minister-president", None, "mnre1010"),
        ("asked", "minister", "Tovenarij", None),
    ]
