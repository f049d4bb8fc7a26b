"""Bytes that the fuzzer found, cut down to what matters; each once raised something that is no error of the tree, or took too long."""

import struct
from pathlib import Path

import pytest

from kamervragen.errors import FetchError, ReadError
from kamervragen.fetch import count_documents, open_source
from kamervragen.limits import DEFAULT
from kamervragen.model import RawDocument
from kamervragen.read import read


def zip_without(name: bytes) -> bytes:
    """A zip whose directory names an entry that lies before the beginning of the file."""
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\1\2", 20, 3, 20, 0, 0, 0, 0, 33, 0, 5, 5, len(name), 0, 0, 0, 0, 0, 0) + name
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(entry), 1_000, 0)
    return b"PK\3\4" + entry + end


def test_a_word_document_with_an_entry_before_its_beginning_is_malformed():
    with pytest.raises(ReadError) as caught:
        read(RawDocument(name="a.docx", data=zip_without(b"word/document.xml")))

    assert caught.value.code == "malformed"


def test_a_zip_with_an_entry_before_its_beginning_costs_that_entry_only(tmp_path: Path):
    path = tmp_path / "a.zip"
    path.write_bytes(zip_without(b"a.txt"))

    (fetched,) = open_source(path, DEFAULT)

    assert isinstance(fetched, FetchError)
    assert fetched.code == "broken_entry"
    assert count_documents(path) == 1
