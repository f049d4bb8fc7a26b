"""PDF → Text: printed lines in reading order, a form feed between pages.

A line ends with "\\n" and keeps the hyphen at its end; a page ends with a line that holds only "\\f". Running heads stand
before the text of their page, notes and running feet behind it. Paragraphs are found by white space, indents and type and are
the blocks, with an empty line where the page has one; but as a line end says nothing about paragraphs, `has_paragraphs` is
False. Not yet seen on a real file of the official publisher: made for the published form as text extractors show it.
"""

import re
import threading
from collections.abc import Collection
from dataclasses import replace
from typing import Final

import pypdfium2 as pdfium

from kamervragen.errors import ReadError
from kamervragen.model import Finding, Text
from kamervragen.read.builder import TextBuilder
from kamervragen.read.pdf_layout import Layout, Page, Piece, gaps, note_number
from kamervragen.read.pdf_page import Line, Word, read_page
from kamervragen.terms import BlockKind, MarkKind, MediaType

READER: Final = "pdf 1"

_LOCK = threading.Lock()  # PDFium keeps state of its own: one document at a time in a process
_BROKEN = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_MOST_BROKEN = 0.002  # of all characters
_FEWEST_BROKEN = 3


def read_pdf(data: bytes) -> Text:
    """The text of a PDF.

    Args:
        data: the bytes of the file.

    Raises:
        ReadError: `encrypted`, `malformed`, or `no_text` for a scan.
    """
    with _LOCK:
        pages = _read_pages(data)
    if not any(page.lines for page in pages):
        raise ReadError(
            "no_text", "De PDF bevat geen tekst (waarschijnlijk een scan); lever een PDF met tekst of laat OCR uitvoeren."
        )
    return _Writer(Layout(pages)).write()


def _read_pages(data: bytes) -> list[Page]:
    document = _open(data)
    try:
        return [_read(document, number) for number in range(len(document))]
    except pdfium.PdfiumError as error:
        raise _malformed() from error
    finally:
        document.close()


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == pdfium.raw.FPDF_ERR_PASSWORD:
            raise ReadError("encrypted", "De PDF is met een wachtwoord beveiligd; lever een versie zonder wachtwoord.") from error
        raise _malformed() from error


def _malformed() -> ReadError:
    return ReadError("malformed", "De PDF is beschadigd of onvolledig; haal het bestand opnieuw op.")


def _read(document: pdfium.PdfDocument, number: int) -> Page:
    page = document[number]
    try:
        return Page(height=page.get_height(), lines=read_page(page, number))
    finally:
        page.close()


class _Writer:
    """Writes the pieces of a layout to a builder, with their marks."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._builder = TextBuilder()
        self._open: dict[tuple[MarkKind, str], tuple[int, int]] = {}

    def write(self) -> Text:
        for number, page in enumerate(self._layout.pages):
            if number:
                self._builder.break_page()
            for piece in page.pieces:
                self._write_piece(piece)
            if not page.lines:
                detail = f"Bladzijde {number + 1} bevat geen tekst; misschien is het een afbeelding of scan."
                self._builder.find("page_without_text", detail)
        text = self._builder.build(MediaType.PDF, READER, has_paragraphs=False)
        return _with_glyph_finding(text)

    def _write_piece(self, piece: Piece) -> None:
        if piece.has_gap:
            self._builder.leave_blank()
        self._builder.open(piece.kind, note=piece.note)
        for at, line in enumerate(piece.lines):
            if at:
                self._builder.break_line()
            self._write_line(piece, line, is_first=not at)
        self._flush(())
        self._builder.close()

    def _write_line(self, piece: Piece, line: Line, *, is_first: bool) -> None:
        cells = gaps(line) if piece.kind is BlockKind.ROW else []
        for at, word in enumerate(line.words):
            if at in cells:
                self._builder.break_cell()
            elif at and not word.is_glued:
                self._builder.append_exact(" ")
            start = self._builder.position
            self._builder.append_exact(word.text)
            self._emphasize(word, start)
            if is_first and not at and piece.kind is BlockKind.NOTE:
                self._number(piece, line, start)
            elif piece.kind is not BlockKind.NOTE:
                self._refer(line, word, start)

    def _number(self, piece: Piece, line: Line, start: int) -> None:
        found = note_number(line)
        if found and piece.note.endswith(f"-{found[2]}"):
            self._builder.mark(start + found[0], start + found[1], MarkKind.NOTE_NUMBER, piece.note)

    def _refer(self, line: Line, word: Word, start: int) -> None:
        for first, last, identifier in self._layout.markers(line, word):
            self._builder.mark(start + first, start + last, MarkKind.NOTE_MARKER, identifier)

    def _emphasize(self, word: Word, start: int) -> None:
        wanted = [(MarkKind.BOLD, "")] * word.is_bold + [(MarkKind.ITALIC, "")] * word.is_italic
        if word.address:
            wanted.append((MarkKind.LINK, word.address))
        self._flush(wanted)
        for key in wanted:
            self._open[key] = (self._open.get(key, (start, 0))[0], self._builder.position)

    def _flush(self, kept: Collection[tuple[MarkKind, str]]) -> None:
        """Hand over the marks that end here."""
        for key in [key for key in self._open if key not in kept]:
            start, end = self._open.pop(key)
            self._builder.mark(start, end, *key)


def _with_glyph_finding(text: Text) -> Text:
    """The text, with a finding when its fonts do not say what their signs mean."""
    broken = len(_BROKEN.findall(text.body))
    if broken < _FEWEST_BROKEN or broken < _MOST_BROKEN * len(text.body):
        return text
    detail = f"Van {broken} tekens zegt de PDF niet welke letter het is; ze staan hier zoals ze zijn. Vergelijk met de bron."
    return replace(text, findings=(*text.findings, Finding(code="broken_glyphs", detail=detail)))
