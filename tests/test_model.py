"""The records are frozen and say what they hold."""

from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest

from kamervragen import model
from kamervragen.model import ParsedDocument, RawDocument, Segment, Span, Text
from kamervragen.terms import Form, Kind, MediaType, SegmentKind

RECORDS = [record for record in vars(model).values() if is_dataclass(record)]


def test_a_raw_document_is_known_by_the_sha256_of_its_bytes() -> None:
    raw = RawDocument(name="leeg.txt", data=b"")
    assert raw.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_text_is_known_by_the_sha256_of_its_body_in_utf_8() -> None:
    text = Text(body="één", media_type=MediaType.PLAIN, reader="plain 1")
    assert text.sha256 == "51c4a8ee9d588c3aeb9b5797b28ce35614241601b871e6d7549641cfac064e00"


def test_a_span_slices_a_body() -> None:
    start, end = Span(2, 5)
    assert "ab«c»de"[start:end] == "«c»"


def test_a_segment_is_a_kind_and_two_positions() -> None:
    assert tuple(Segment(SegmentKind.BLANK, 0, 1)) == ("blank", 0, 1)


def test_a_document_of_which_nothing_is_known_claims_nothing() -> None:
    parsed = ParsedDocument(source="x.txt", kind=Kind.OTHER)
    assert (parsed.id, parsed.form, parsed.questions, parsed.answers, parsed.findings) == (None, Form.WRITTEN, (), (), ())


def test_a_record_cannot_be_changed() -> None:
    raw = RawDocument(name="x.txt", data=b"x")
    with pytest.raises(FrozenInstanceError):
        raw.name = "y.txt"  # type: ignore[misc]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_records_hold_tuples_and_no_lists_or_dicts(record: type) -> None:
    kinds = [str(field.type) for field in fields(record)]
    assert [kind for kind in kinds if "list" in kind or "dict" in kind or "Any" in kind] == []
