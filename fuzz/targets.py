"""What is fuzzed: per target, a function of bytes that must end well or with a `ReadError`, and the seeds to begin with.

A reader's text must satisfy `tests/text_checks.py`, a parser's record `tests/record_checks.py`: what those assert for examples
is asserted here for any bytes. Anything else that is raised is a finding.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.invent import Case, invent_case
from benchmarks.markup import as_docx, as_html, as_markdown, as_plain, as_xml
from benchmarks.pdf import as_pdf

from kamervragen import authorities
from kamervragen.cite import find_citations
from kamervragen.errors import ReadError
from kamervragen.limits import DEFAULT
from kamervragen.model import RawDocument, Text
from kamervragen.parse import parse
from kamervragen.pipeline import process
from kamervragen.read.docx import read_docx
from kamervragen.read.html import read_html
from kamervragen.read.metadata import read_metadata
from kamervragen.read.pdf import read_pdf
from kamervragen.read.plain import read_plain
from kamervragen.read.xml import read_xml
from kamervragen.terms import MediaType
from record_checks import check_record
from text_checks import check_text

ROOT = Path(__file__).parent.parent
_CASES = 12  # invented ones a form
_WORD_PARTS = ("document", "numbering", "footnotes", "styles", "comments", "header1")
_PART_END = b"\xff"
_LONGEST = 6_000  # short seeds make many runs a second
_METADATA = (
    b'<?xml version="1.0"?>\n<metadata_gegevens>'
    b'<metadata name="DC.identifier" scheme="OVERHEIDop.AhTkID" content="ah-tk-20302031-5"/>'
    b'<metadata name="DC.title" content="Antwoord op vragen van het lid Zandgras"/>'
    b'<metadata name="OVERHEIDop.vergaderjaar" content="2030-2031"/>'
    b'<metadata name="OVERHEIDop.datumOntvangst" content="16-02-2031"/>'
    b'<metadata name="OVERHEIDop.indiener" content="A. Zandgras"/></metadata_gegevens>'
)
_OWMS = (
    b'<owms-metadata xmlns:dcterms="http://purl.org/dc/terms/"><owmskern><dcterms:identifier>ah-tk-20302031-5</dcterms:identifier>'
    b"<dcterms:title>Zand</dcterms:title></owmskern><owmsmantel><dcterms:issued>2031-02-16</dcterms:issued></owmsmantel>"
    b"</owms-metadata>"
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _check(text: Text) -> None:
    """A text is sound, and so is the record that is parsed from it."""
    check_text(text)
    check_record(text, parse(text, find_citations(text), authorities.load(), source="fuzz"))


def _reads(read: Callable[[bytes], Text]) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        with suppress(ReadError):
            _check(read(data))

    return run


def _read_word(data: bytes) -> Text:
    """Bytes are the XML of the parts of a Word document, so that mutation is not lost on a zip's checksums."""
    return read_docx(data if data.startswith(b"PK") else _word_file(data.split(_PART_END)), DEFAULT)


def _word_file(parts: list[bytes]) -> bytes:
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name.rstrip("1")}" Target="{name}.xml"/>' for name in _WORD_PARTS
    )
    main = f'<Relationship Id="m" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}">{main}</Relationships>')
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>')
        for name, content in zip(_WORD_PARTS, parts, strict=False):
            archive.writestr(f"word/{name}.xml", content)
    return made.getvalue()


def _read_any(data: bytes) -> None:
    """Detection and whatever reader it chooses."""
    with suppress(ReadError):
        record = process(RawDocument(name="fuzz", data=data))
        check_text(record.text)
        check_record(record.text, record.parsed)


def _parse(data: bytes) -> None:
    """Characters straight to the parser, as text whose paragraphs are kept, or as markdown."""
    kind = MediaType.MARKDOWN if data[:1] == b"#" else MediaType.PLAIN
    _check(read_plain(data.decode(errors="replace").encode(), kind))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "xml": _reads(read_xml),
    "html": _reads(read_html),
    "docx": _reads(_read_word),
    "pdf": _reads(read_pdf),
    "plain": _reads(read_plain),
    "metadata": _reads(read_metadata),
    "detect": _read_any,
    "parse": _parse,
}
_FORMS: dict[str, Callable[[Case], bytes]] = {
    ".xml": as_xml, ".html": as_html, ".docx": as_docx, ".pdf": as_pdf, ".md": as_markdown, ".txt": as_plain,
}  # fmt: skip
_SUFFIXES: dict[str, tuple[str, ...]] = {
    "xml": (".xml",),
    "html": (".html",),
    "docx": (".docx",),
    "pdf": (".pdf",),
    "plain": (".md", ".txt"),
    "parse": (".md", ".txt"),
    "metadata": (),
    "detect": tuple(_FORMS),
}


def make_seeds(target: str) -> Iterator[bytes]:
    """The bytes that mutation begins with: our examples, and invented documents of the target's forms."""
    if target == "metadata":
        yield from (_METADATA, _OWMS)
    for data in _documents(_SUFFIXES[target]):
        yield b"".join(_parts_of(data)) if target == "docx" else data


def _documents(suffixes: tuple[str, ...]) -> Iterator[bytes]:
    examples = (path for path in sorted((ROOT / "examples").rglob("*")) if path.suffix in suffixes)
    yield from (path.read_bytes() for path in examples if path.stat().st_size <= _LONGEST)
    for place in range(_CASES):
        case = invent_case(Random(place), place)  # noqa: S311 - nothing is secret here
        short = replace(case, exchanges=case.exchanges[:2])
        yield from (_FORMS[suffix](short) for suffix in suffixes)


def _parts_of(data: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        for part in _WORD_PARTS:
            name = f"word/{part}.xml"
            yield (archive.read(name) if name in names else b"") + _PART_END
