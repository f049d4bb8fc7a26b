"""Bytes that the fuzzer found, cut down to what matters; each once raised something that is no error of the tree, or took too long."""

import struct
from pathlib import Path

import pytest

from kamervragen.errors import FetchError, ReadError
from kamervragen.fetch import count_documents, open_source
from kamervragen.limits import DEFAULT
from kamervragen.model import RawDocument
from kamervragen.pipeline import Record, process
from kamervragen.read import read
from record_checks import check_record
from text_checks import check_text


def process_soundly(data: bytes) -> Record:
    """The record of a document, when text and record are sound."""
    record = process(RawDocument(name="found", data=data))
    check_text(record.text)
    check_record(record.text, record.parsed)
    return record


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


def test_a_citation_behind_the_heading_is_not_the_headings_own():
    page = """<div class="stuk"><h1 class="kamervraagomschrijving_kop">Vragen van het lid Zandgras (SP) aan de Minister van Defensie over
zand (ingezonden 1 mei 2024).</h1><h1 class="kamervraagomschrijving_kop">Antwoord van Minister Helm (Defensie) (ontvangen 2 juni 2024).
Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 7</h1><div class="vraag"><h2>Vraag 1</h2>
<p>Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 8?</p></div></div>"""

    assert process_soundly(page.encode()).parsed.see_also == ("ah-tk-20232024-7",)


def test_a_number_of_a_note_that_is_never_closed_is_no_number():
    page = """<!DOCTYPE html><div class="stuk"><h1 class="kamervraagomschrijving_kop">Vragen van het lid Zandgras (SP)</h1>
<div class="vraag"><h2>Vraag 1</h2><p>Waarom?</p></div><div class="voet noot"><span class="nootnum">2<p>Zandbode</p>
<p>Helmkrant</p></span></div></div>"""

    process_soundly(page.encode())


HEADING = (
    "Vragen van het lid Zandgras (SP) aan de Minister van Defensie over zand (ingezonden 1 mei 2024).\n\nVraag 1\nWaarom?1\n"
    "Antwoord 1\nDaarom »?"
)
NOTES = "\n\n1 NOS, 5 mei 2024, «Aap»\n2 NOS, 6 mei 2024, «Noot»\n"
NOTICE = "Geachte voorzitter,\n\nOp uw brief van 5 juli 2024 deel ik u mede dat de vragen niet binnen de "


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HEADING}{'1 ' * 2_000}{NOTES}", id="numbers behind a closing sign"),
        pytest.param(f"{HEADING}{'1  ' * 2_000}{NOTES}", id="numbers with wide gaps"),
        pytest.param(f"{HEADING}{'7' * 3_000}{NOTES}", id="one long number"),
        pytest.param(f"{HEADING}[{'1   ' * 2_000}x{NOTES}", id="a bracket that is never closed"),
        pytest.param(f"{HEADING}\na {'1 ' * 60}x\n1 Aap noot\n", id="a row of numbers that ends in a word"),
        pytest.param(f"{NOTICE}{'a' * 4_000}", id="one long word in a notice"),
        pytest.param(f"Vragen van het lid A (B) aan{' ' * 20_000}x", id="a page of blanks"),
        pytest.param(f"Antwoord van Minister{' ' * 20_000}x", id="a minister and a page of blanks"),
        pytest.param(f"{HEADING}\nVraag 2,{' ' * 20_000}x", id="a label and a page of blanks"),
        pytest.param(f"{NOTICE}{chr(12) * 20_000}x", id="pages without text"),
        pytest.param("1 NOS\n" * 8_000, id="the first note over and over"),
        pytest.param("Antwoord van Minister " * 3_000, id="ministers without end"),
    ],
)
def test_text_that_once_took_for_ever_is_read(text: str):
    assert process_soundly(text.encode()).text.body == text
