"""Every form of document is told by its content, and what is no document is refused with a sentence that says what to do."""

import io
import random
import zipfile
from pathlib import Path

import pytest

from kamervragen.errors import ReadError
from kamervragen.model import RawDocument
from kamervragen.read import read
from kamervragen.read.detect import add_byte_order_mark, detect, root_name
from kamervragen.terms import MediaType
from word_files import make_docx, p

XML, HTML, MARKDOWN, PLAIN = MediaType.XML, MediaType.HTML, MediaType.MARKDOWN, MediaType.PLAIN


def make_zip(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "inhoud")
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'<?xml version="1.0"?><officiele-publicatie/>', XML),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<kamervragen/>", XML),
        (b"\n\n  <?xml version='1.0'?><kamervragen/>", XML),
        (b"<!-- gemaakt door ons --><kamervragen><vraag/></kamervragen>", XML),
        (b"<!DOCTYPE kamerwrk SYSTEM 'x.dtd' [<!ENTITY a 'b'>]><kamerwrk></kamerwrk>", XML),
        (b"<vragen><omschr>Vragen", XML),
        ('<?xml version="1.0" encoding="UTF-16"?><kamervragen/>'.encode("utf-16"), XML),
        ('<?xml version="1.0" encoding="UTF-16"?><kamervragen/>'.encode("utf-16-be"), XML),
        (b"<o:publicatie xmlns:o='x'></o:publicatie>", XML),
        (b"<!DOCTYPE html><html><body><p>Vraag 1</p></body></html>", HTML),
        (b"<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'><title>x</title>", HTML),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x' 'y'><html xmlns='http://www.w3.org/1999/xhtml'/>", HTML),
        (b"\n<div class='vraag'><h2>Vraag 1</h2>", HTML),
        (b"Vraag 1 <p>Kent u dit?</P><p>Antwoord 1 <td>Ja.", HTML),
        (b"## Tweede Kamer\n\nVraag 1\n", MARKDOWN),
        (b"Vragen van het lid **Verzonnen** (XYZ) over _bruggen_.\n", MARKDOWN),
        (b"Kent u het bericht?[1 ]\n\nEn het rapport?[2 ]\n", MARKDOWN),
        ("Vraag 1\nKent u het bericht «Bruggen»?1\n".encode(), PLAIN),
        ("Vraag 1\nKent u de caf\xe9s?\n".encode("cp1252"), PLAIN),
        (b"Vraag 1\nWaarom is 3 < 5 en 7 > 5?\n", PLAIN),
        (b"Het adres <https://example.org/a_b_c> is # 1.\n", PLAIN),
        ("Vraag 1\n".encode("utf-16"), PLAIN),
        ("Vraag 1\n".encode("utf-16-le"), PLAIN),
        (b"Vraag 1\nKent\0u dit bericht over de brug?\n", PLAIN),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", MediaType.PDF),
        (b"\0" * 300 + b"junk\r\n%PDF-1.4\n", MediaType.PDF),
        (make_docx(p("Vraag 1")), MediaType.DOCX),
        (make_zip("[Content_Types].xml", "word/document2.xml"), MediaType.DOCX),
    ],
)  # fmt: skip
def test_the_form_of_a_document_is_told_by_its_content(data: bytes, expected: MediaType):
    assert detect(data) is expected


@pytest.mark.parametrize(
    ("data", "code", "sentence"),
    [
        (random.Random(1).randbytes(5_000), "not_text", "geen tekst"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "not_text", "geen tekst"),
        (b"\xff\xfe" + bytes([0, 0xDC]) * 200, "not_text", "geen tekst"),
        (b"\0" * 400 + b"rest", "not_text", "geen tekst"),
        (make_docx(p("Vraag 1"))[:200], "malformed", "haal het opnieuw op"),
        (make_zip("brief.txt"), "wrong_format", "pak het uit"),
        (make_zip("mimetype", "content.xml"), "wrong_format", "pak het uit"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "wrong_format", "sla het op als DOCX of PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted", "zonder wachtwoord"),
        (b"{\\rtf1\\ansi Vraag 1}", "wrong_format", "sla het op als DOCX of PDF"),
    ],
)
def test_what_no_reader_exists_for_is_refused(data: bytes, code: str, sentence: str):
    with pytest.raises(ReadError, match=sentence) as caught:
        detect(data)

    assert caught.value.code == code


def test_the_name_of_a_file_plays_no_part():
    junk = RawDocument(name="ah-tk-20232024-9001.xml", data=random.Random(2).randbytes(3_000))
    letter = RawDocument(name="brief.pdf", data=make_docx(p("Geachte voorzitter,")))

    with pytest.raises(ReadError) as caught:
        read(junk)

    assert (caught.value.code, caught.value.where) == ("not_text", "ah-tk-20232024-9001.xml")
    assert read(letter).media_type is MediaType.DOCX


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\0\0\0\0"])
def test_an_empty_file_is_refused(data: bytes):
    with pytest.raises(ReadError, match=r"leeg\.txt: Het bestand is leeg") as caught:
        read(RawDocument(name="leeg.txt", data=data))

    assert caught.value.code == "empty"


def test_metadata_goes_to_its_own_reader():
    field = b'<metadata name="DC.identifier" content="ah-tk-20232024-9001"/>'
    metadata = b"<?xml version='1.0'?><metadata_gegevens>" + field + b"</metadata_gegevens>"

    text = read(RawDocument(name="x", data=metadata))

    assert [(fact.name, fact.value) for fact in text.facts] == [("DC.identifier", "ah-tk-20232024-9001")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_in_every_usual_encoding_is_read(encoding: str):
    text = read(RawDocument(name="x", data="Vraag 1\nKent u de cafés in Verzinstad?\n".encode(encoding)))

    assert text.body == "Vraag 1\nKent u de cafés in Verzinstad?\n"


def test_nul_characters_are_shown_and_reported():
    text = read(RawDocument(name="x", data=b"Vraag 1\nKent u\0dit bericht over de nieuwe brug?\n"))

    assert "Kent u\ufffddit" in text.body
    assert [finding.code for finding in text.findings] == ["nul_character"]


def test_the_root_of_xml_is_found_behind_what_may_stand_before_it():
    assert (
        root_name(b"<?xml version='1.0'?><!-- a --><!DOCTYPE x [<!ENTITY a 'b'>]>\n<m:metadata_gegevens a='b'>")
        == "metadata_gegevens"
    )
    assert root_name(b"Vraag 1") == ""


def test_a_byte_order_mark_is_added_only_where_it_is_missing():
    assert add_byte_order_mark("Vraag".encode("utf-16-le")) == b"\xff\xfe" + "Vraag".encode("utf-16-le")
    assert add_byte_order_mark(b"Vraag") == b"Vraag"


@pytest.mark.parametrize(
    "data", [b"<?a?>" * 12_000 + b"x", b"<!---->" * 9_000, b"[" * 60_000, b"|" + b"-" * 60_000, b"<" * 60_000, b"**a" * 20_000]
)  # fmt: skip
def test_no_text_makes_detection_slow(data: bytes):
    assert detect(data) in (PLAIN, MARKDOWN)


@pytest.mark.real
def test_real_documents_are_told_apart(corpus: Path):
    expected = {".docx": MediaType.DOCX, ".xml": XML}
    for path in sorted((corpus / "dev").iterdir()):
        kind = MARKDOWN if path.name.endswith(".md.txt") else expected.get(path.suffix, PLAIN)
        assert detect(path.read_bytes()) is kind, path.name
