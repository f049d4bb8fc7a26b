"""Whatever is done to the bytes of a DOCX or PDF, what comes out is a whole text or a ReadError with a Dutch sentence."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kamervragen.errors import ReadError
from kamervragen.model import RawDocument, Text
from kamervragen.read import read
from kamervragen.read.docx import read_docx
from pdf_files import make_published
from text_checks import check_text, letters
from word_files import cell, make_docx, numbered, p

PARTS = [
    p("Vraag 1"),
    p("Kent u e\u0301e\u0301n brug?"),
    "<w:p/>",
    numbered("Punt"),
    f"<w:tbl><w:tr>{cell('Jaar', 'twee')}{cell('')}{cell('12')}</w:tr></w:tbl>",
    f"<w:sdt><w:sdtContent>{p('Blok')}</w:sdtContent></w:sdt>",
    '<w:p><w:r><w:t xml:space="preserve">  Zin </w:t><w:br/><w:tab/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
    "<w:p><w:r><w:t>\u0301los accent</w:t></w:r></w:p>",
    f"<w:p><w:r><w:pict><w:txbxContent>{p('Kader')}<w:p/></w:txbxContent></w:pict></w:r></w:p>",
]
NOTES = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> Bron.</w:t></w:r></w:p></w:footnote>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
DOCX = make_docx("".join(PARTS), footnotes=NOTES, numbering=NUMBERING)
PDF = make_published("#label[Vraag 1]\nKent u dit?#footnote[Bron.]\n#label[Antwoord 1]\nJa.")


def read_or_refuse(reading: Callable[[], Text]) -> str | None:
    """Check the text that is read, or give the message of the error."""
    try:
        check_text(reading())
    except ReadError as error:
        return error.message
    return None


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=12))
def test_blocks_cover_every_letter_of_any_document(parts: list[str]):
    data = make_docx(p("Begin") + "".join(parts), footnotes=NOTES, numbering=NUMBERING)

    text = read_docx(data)

    check_text(text)
    assert letters(text.body).count(letters("Kent u één brug?")) == parts.count(PARTS[1])
    assert text.body.count("Kader") == parts.count(PARTS[8])


@pytest.mark.parametrize("data", [DOCX, PDF], ids=["docx", "pdf"])
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=6)), min_size=1, max_size=8),
    cut=st.floats(0, 1),
)
def test_changed_and_cut_bytes_never_crash_a_reader(data: bytes, changes: list[tuple[float, bytes]], cut: float):
    broken = bytearray(data)
    for place, new in changes:
        at = int(place * len(broken))
        broken[at : at + len(new)] = new
    raw = RawDocument(name="x", data=bytes(broken[: int(len(broken) * (0.5 + cut))]))

    result = read_or_refuse(lambda: read(raw))

    assert result is None or result.endswith((".", "?"))


@pytest.mark.parametrize("part", ["document", "footnotes", "numbering", "styles", "settings"])
@settings(max_examples=60)
@given(st.text(alphabet='<>/="w: ptblrna0123456789&;', max_size=40))
def test_any_xml_inside_a_docx_is_read_or_refused(part: str, content: str):
    body = p("Tekst") + (content if part == "document" else "")
    parts = {} if part == "document" else {part: content}

    result = read_or_refuse(lambda: read_docx(make_docx(body, **parts)))

    assert result is None or "beschadigd of onvolledig" in result
