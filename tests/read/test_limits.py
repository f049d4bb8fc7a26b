"""What is too large is refused by its size, before anything is done with it."""

import pytest

from kamervragen.errors import ReadError
from kamervragen.limits import DEFAULT, Limits
from kamervragen.model import RawDocument
from kamervragen.read import read


def test_the_limits_when_nobody_sets_others():
    assert DEFAULT.max_document_bytes == 50_000_000
    assert DEFAULT.max_archive_bytes == 2_000_000_000
    assert DEFAULT.max_expansion == 200
    assert DEFAULT.timeout_s == 30.0


def test_a_document_of_200_mb_is_refused_by_its_size():
    with pytest.raises(ReadError, match=r"groot\.pdf: Het bestand is te groot \(200 MB; ten hoogste 50 MB\)") as caught:
        read(RawDocument(name="groot.pdf", data=b"%PDF-1.7" + bytes(200_000_000)))

    assert caught.value.code == "too_large"


def test_a_document_at_its_limit_is_read_and_one_byte_more_is_not():
    limits = Limits(max_document_bytes=8)

    assert read(RawDocument(name="x", data=b"Vraag 1\n"), limits).body == "Vraag 1\n"
    with pytest.raises(ReadError):
        read(RawDocument(name="x", data=b"Vraag 12\n"), limits)
