"""A page of a PDF → its printed lines: words with their places, sizes and looks, as PDFium reports them.

Asking PDFium about every character costs more than all else, so the place of a word is asked at its first and last character,
and of each character only in words with a figure in them: these may hold the marker of a note.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

# U+FFFE is PDFium's own sign for a hyphen at a line's end; older versions use U+0002.
_WORD = re.compile(r"[^\s\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
_FIGURE = re.compile(r"[0-9]")
_BOLD_NAME = re.compile(rb"(?i)bold|black|heavy|semibold|demi")
_ITALIC_NAME = re.compile(rb"(?i)ital|obli")
_BOLD_FLAG, _ITALIC_FLAG = 1 << 18, 1 << 6  # Source: PDF 32000-1, table 123
# What stands for a hyphen, for nothing and for two letters at once.
_PLAIN: Final = str.maketrans(
    {0xFFFE: "-", 0x02: "-", 0: "\ufffd"}
    | {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
)
# A figure in running text stands about .24 of the line's height above its bottom and is .6 high; a raised one .55 and .4.
_RAISED_BY = 0.42
_RAISED_SIZE = 0.55
_SAME_SIZE = 0.86  # of the tallest word: what is smaller is raised or lowered, and does not tell the size of the line
_WIDEST = 0.8  # of the line's height: few characters are wider; a word that seems to have wider ones ends before its gap
_GLUED_GAP = 0.12  # of the line's height: less space than this between two words is none


@dataclass(slots=True)
class Word:
    """Characters between spaces, and where they stand, in points from the page's lower left corner.

    Args:
        text: the characters, with "-" for a hyphen at a line's end.
        left, right, bottom, top: the box of its line of type, ascenders and descenders included.
        last: PDFium's number of its last character.
        figures: place in `text`, bottom and height of the ink of each figure.
        is_bold, is_italic: as its font's name or flags say.
        is_glued: whether no space stands before it.
        address: where an annotation over it leads; "" for nowhere.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    last: int = 0
    figures: tuple[tuple[int, float, float], ...] = ()
    is_bold: bool = False
    is_italic: bool = False
    is_glued: bool = False
    address: str = ""


@dataclass(slots=True)
class Line:
    """The words of one printed line, from left to right."""

    words: list[Word]
    page: int = 0
    size: float = field(init=False, default=0.0)
    bottom: float = field(init=False, default=0.0)

    def measure(self) -> None:
        """Fix the height of the type and the bottom of the line from the words that are not raised."""
        tallest = max(word.top - word.bottom for word in self.words)
        full = [word for word in self.words if word.top - word.bottom > _SAME_SIZE * tallest]
        self.size = median(word.top - word.bottom for word in full)
        self.bottom = median(word.bottom for word in full)

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.words[-1].right

    @property
    def top(self) -> float:
        """The top of its type."""
        return self.bottom + self.size

    @property
    def text(self) -> str:
        """Its characters, words divided by one space."""
        return "".join(("" if word.is_glued or not at else " ") + word.text for at, word in enumerate(self.words))

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.is_bold for word in self.words)

    def raised(self, word: Word) -> list[tuple[int, int]]:
        """The parts of a word, as offsets in its text, that are figures set small and high, such as the marker of a note."""
        parts: list[tuple[int, int]] = []
        for at, bottom, height in word.figures:
            if bottom - self.bottom > _RAISED_BY * self.size and height < _RAISED_SIZE * self.size:
                if parts and parts[-1][1] == at:
                    parts[-1] = (parts[-1][0], at + 1)
                else:
                    parts.append((at, at + 1))
        return parts


def read_page(page: pdfium.PdfPage, number: int) -> list[Line]:
    """The lines of a page in the order in which the file holds them; [] when it has no text."""
    text_page = page.get_textpage()
    try:
        words = list(_words(text_page))
    finally:
        text_page.close()
    for area, address in _links(page):
        _link(words_of(words), area, address)
    lines = [Line(words=part, page=number) for part in words]
    for line in lines:
        line.measure()
    return _joined(lines)


def words_of(lines: list[list[Word]]) -> Iterator[Word]:
    """All words of some lines."""
    for line in lines:
        yield from line


def _words(text_page: pdfium.PdfTextPage) -> Iterator[list[Word]]:
    """The words of each line as PDFium divides the text."""
    text = _characters(text_page)
    reader = _Reader(text_page)
    line: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        word = reader.word(match.group(), match.start())
        if word is None:
            continue
        if line and ("\n" in text[end : match.start()] or _is_below(word, line[-1])):
            yield reader.end_line(line)
            line = []
        line.append(word)
        end = match.end()
        if match.group()[-1] in "\ufffe\x02":
            yield reader.end_line(line)
            line = []
    if line:
        yield reader.end_line(line)


def _is_below(word: Word, before: Word) -> bool:
    return word.top <= before.bottom + 0.2 * (before.top - before.bottom) and word.left <= before.left


def _characters(text_page: pdfium.PdfTextPage) -> str:
    """One character for each of PDFium's, so that positions are the same; its short cut leaves some out."""
    count = text_page.count_chars()
    text = text_page.get_text_range() if count else ""
    if len(text) == count:
        return text
    codes = (pdfium_c.FPDFText_GetUnicode(text_page.raw, at) for at in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)


class _Reader:
    """Asks PDFium about characters of a page, with buffers that are made once."""

    def __init__(self, text_page: pdfium.PdfTextPage) -> None:
        self._raw = text_page.raw
        self._box = pdfium_c.FS_RECTF()
        self._box_at = ctypes.byref(self._box)
        self._sides = [ctypes.c_double() for _ in range(4)]  # left, right, bottom, top
        self._sides_at = [ctypes.byref(side) for side in self._sides]
        self._name = ctypes.create_string_buffer(96)
        self._looks: dict[tuple[bytes, int], tuple[bool, bool]] = {}
        self._flags = ctypes.c_int()
        self._flags_at = ctypes.byref(self._flags)

    def word(self, printed: str, start: int) -> Word | None:
        """The word of these characters; None when PDFium knows no place for it. Its right side may be left to `end_line`."""
        text = printed.translate(_PLAIN)
        left, bottom, right, top = self._at(start)
        figures = self._figures(text, start) if len(text) == len(printed) else ()
        if figures and len(printed) > 1:  # the first character may be a raised figure, of another height
            _, last_bottom, right, last_top = self._at(start + len(printed) - 1)
            if last_top - last_bottom > top - bottom:
                bottom, top = last_bottom, last_top
        if top <= bottom:
            return None
        is_bold, is_italic = self._look(start)
        known = right if figures or len(printed) == 1 else -1.0
        return Word(text, left, known, bottom, top, start + len(printed) - 1, figures, is_bold, is_italic)

    def end_line(self, words: list[Word]) -> list[Word]:
        """The same words, each with its right side: asked where the line or a gap may follow, else just before the next."""
        for word, following in zip(words, [*words[1:], None], strict=True):
            if word.right >= 0:
                continue
            height = word.top - word.bottom
            room = following.left - word.left if following else 0.0
            if 0 < room < _WIDEST * height * len(word.text):
                word.right = word.left + room - _GLUED_GAP * height
            else:
                word.right = self._at(word.last)[2]
        return words

    def _at(self, index: int) -> tuple[float, float, float, float]:
        box = self._box
        if not pdfium_c.FPDFText_GetLooseCharBox(self._raw, index, self._box_at):
            return 0.0, 0.0, 0.0, 0.0
        return box.left, box.bottom, box.right, box.top

    def _figures(self, text: str, start: int) -> tuple[tuple[int, float, float], ...]:
        """Place, bottom and height of the ink of each figure."""
        found = []
        for match in _FIGURE.finditer(text):
            if pdfium_c.FPDFText_GetCharBox(self._raw, start + match.start(), *self._sides_at):
                bottom, top = self._sides[2].value, self._sides[3].value
                found.append((match.start(), bottom, top - bottom))
        return tuple(found)

    def _look(self, index: int) -> tuple[bool, bool]:
        """Whether a character's font is bold and italic; a document has few fonts, so each is looked at once."""
        length = pdfium_c.FPDFText_GetFontInfo(self._raw, index, self._name, 96, self._flags_at)
        font = (self._name.value if 0 < length <= 96 else b"", self._flags.value)
        if font not in self._looks:
            name, flags = font
            bold = bool(flags & _BOLD_FLAG) or _BOLD_NAME.search(name) is not None
            self._looks[font] = bold, bool(flags & _ITALIC_FLAG) or _ITALIC_NAME.search(name) is not None
        return self._looks[font]


def _joined(parts: list[Line]) -> list[Line]:
    """Lines made whole where PDFium cut them, as it does at raised signs and wide gaps."""
    lines: list[Line] = []
    for part in parts:
        before = lines[-1] if lines else None
        if before is not None and _continues(before, part):
            part.words[0].is_glued = part.left - before.right < _GLUED_GAP * before.size
            before.words.extend(part.words)
            before.measure()
        else:
            lines.append(part)
    return lines


def _continues(line: Line, part: Line) -> bool:
    overlap = min(line.top, part.top) - max(line.bottom, part.bottom)
    return overlap > 0.5 * min(line.size, part.size) and part.left - line.right >= -1


def _links(page: pdfium.PdfPage) -> Iterator[tuple[tuple[float, float, float, float], str]]:
    """The area and the address of each annotation that leads out of the document."""
    position, link, area = ctypes.c_int(0), pdfium_c.FPDF_LINK(), pdfium_c.FS_RECTF()
    while pdfium_c.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
        action = pdfium_c.FPDFLink_GetAction(link)
        length = pdfium_c.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0) if action else 0
        if length > 1 and pdfium_c.FPDFLink_GetAnnotRect(link, ctypes.byref(area)):
            buffer = ctypes.create_string_buffer(length)
            pdfium_c.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, length)
            yield (area.left, area.bottom, area.right, area.top), buffer.value.decode("utf-8", errors="replace")


def _link(words: Iterator[Word], area: tuple[float, float, float, float], address: str) -> None:
    left, bottom, right, top = area
    for word in words:
        middle, height = (word.left + word.right) / 2, (word.bottom + word.top) / 2
        if left - 1 <= middle <= right + 1 and bottom - 1 <= height <= top + 1:
            word.address = address
