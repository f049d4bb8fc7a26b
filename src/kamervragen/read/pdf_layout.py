"""The lines of all pages → what each is: running heads and feet, notes at a page's foot, rows of tables, paragraphs."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from kamervragen.read.pdf_page import Line, Word
from kamervragen.terms import BlockKind

_EDGE = 0.14  # of the page's height, at the top and at the bottom: where running heads and feet stand
_NOTE_SIZE = 0.93  # of the body's type, at most
_BODY_SHARE = 0.25  # of the characters in the commonest size, at least
_DOWNWARD = 0.5  # of the steps from line to line, at least, in a page that is drawn from top to bottom
_PARAGRAPH_GAP = 1.4  # times the usual distance of lines
_CELL_GAP = 1.6  # times the height of the type
_FEWEST_ROWS = 3
_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")
_PAGE_OF = re.compile(r"(?i)(?:pagina|blad)\s\d{1,3}(?:\s(?:van|/)\s\d{1,3})?")
_NOTE_NUMBER = re.compile(r"[(\[]?(?P<number>\d{1,3})(?!\d)[)\].]?")
_LIST_SIGN = re.compile(r"(?:[•▪●■·–—*-]|\(?\d{1,2}[.)]|\(?[a-z][.)])$")
_SENTENCE_END = re.compile(r"[.?!:;…»”\"'’)\]]\d{0,3}$")
_UNIT = re.compile(r"(?:^|[^a-z])(?:k|c|m|d|h)?m$")  # "m" and "km": what is raised after these is a power

# What stands at the foot of pages of the published form and of letters. Source: the published form, 2009 to 2025.
_FOOT = re.compile(
    r"""
    (?: (?: ah-(?:(?:tk|ek)-)?\d[\w-]* | kv-(?:(?:tk|ek)-)?\w+                       # the publication's identifier
        | ISSN\s0921\s-\s7398
        | ['’‘]?\s?s-Gravenhage\s\d{4}
        | (?:Tweede|Eerste)\sKamer,\svergaderjaar\s\d{4}\s?[–-]\s?\d{4},\s(?:Aanhangsel|Vragen)
        | (?:Pagina\s)?\d{1,3}(?:\s(?:van|/)\s\d{1,3})?                             # a page number
        ) (?:\s|$)
    )+
    """,
    re.X | re.I,
)


@dataclass(slots=True)
class Piece:
    """Lines that form one block.

    Args:
        kind: what they are.
        lines: at least one.
        note: the identifier of the note, for NOTE.
        has_gap: whether white space stands above it, more than between lines.
    """

    kind: BlockKind
    lines: list[Line]
    note: str = ""
    has_gap: bool = False


@dataclass(slots=True)
class Page:
    """One page: its height in points, and its lines in the order of the file, later its pieces in reading order."""

    height: float
    lines: list[Line]
    pieces: list[Piece] = field(default_factory=list)


class Layout:
    """The pages of a document with their pieces found.

    Args:
        pages: at least one, in order; their `pieces` are filled.
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        lines = [line for page in pages for line in page.lines]
        self.size = _body_size(lines)
        self.pitch = _pitch(pages, self.size)
        self._right = max((line.right for line in lines if abs(line.size - self.size) < 0.05 * self.size), default=0.0)
        self._running = _running_texts(pages)
        self.notes: dict[str, str] = {}  # the identifier of each note by the number it was last given
        self._last_note = ""
        self._last_number = 0
        for page in pages:
            page.pieces = self._pieces(page)

    def markers(self, line: Line, word: Word) -> list[tuple[int, int, str]]:
        """The parts of a word that are markers of notes in this document, each with the note's identifier."""
        return [
            (start, end, self.notes[word.text[start:end]])
            for start, end in line.raised(word)
            if word.text[start:end] in self.notes and not _UNIT.search(word.text[:start])
        ]

    def _pieces(self, page: Page) -> list[Piece]:
        downward = sorted(page.lines, key=lambda line: -line.bottom)
        heads = list(takewhile(lambda line: self._is_running(page, line, at_top=True), downward))
        feet = list(takewhile(lambda line: self._is_running(page, line, at_top=False), reversed(downward[len(heads) :])))
        running = {id(line) for line in (*heads, *feet)}
        others = [line for line in page.lines if id(line) not in running]
        body, notes = self._divide(_ordered(others))
        return [
            *(Piece(BlockKind.FURNITURE, [line]) for line in heads),
            *self._paragraphs(body),
            *self._notes(notes),
            *(Piece(BlockKind.FURNITURE, [line]) for line in reversed(feet)),
        ]

    def _is_running(self, page: Page, line: Line, *, at_top: bool) -> bool:
        inside = line.bottom > (1 - _EDGE) * page.height if at_top else line.top < _EDGE * page.height
        if not inside or (line.raised(line.words[0]) and note_number(line)):
            return False
        if _template(line) in self._running:
            return True
        return not at_top and _FOOT.fullmatch(line.text.strip()) is not None

    def _divide(self, lines: list[Line]) -> tuple[list[Line], list[Line]]:
        """The lines of the body, and those of the notes below it."""
        at = len(lines)
        while at and lines[at - 1].size < _NOTE_SIZE * self.size and (at == len(lines) or lines[at].bottom < lines[at - 1].top):
            at -= 1
        raised = {word.text[start:end] for line in lines[:at] for word in line.words for start, end in line.raised(word)}
        while at < len(lines) and not self._begins_notes(lines[at], raised):
            at += 1
        return lines[:at], lines[at:]

    def _begins_notes(self, line: Line, raised: set[str]) -> bool:
        number = note_number(line)
        if number is None:
            return bool(self._last_note)
        return number[2] in raised or bool(line.raised(line.words[0])) or int(number[2]) == self._last_number + 1

    def _notes(self, lines: list[Line]) -> list[Piece]:
        pieces: list[Piece] = []
        for line in lines:
            number = note_number(line)
            if number is not None and self._is_next(line, number[2]):
                self._last_number = int(number[2])
                self._last_note = f"page-{line.page + 1}-note-{number[2]}"
                self.notes[number[2]] = self._last_note
                pieces.append(Piece(BlockKind.NOTE, [line], self._last_note))
            elif pieces:
                pieces[-1].lines.append(line)
            else:
                pieces.append(Piece(BlockKind.NOTE, [line], self._last_note))
        return pieces

    def _is_next(self, line: Line, number: str) -> bool:
        return bool(line.raised(line.words[0])) or int(number) == self._last_number + 1

    def _paragraphs(self, lines: list[Line]) -> list[Piece]:
        rows = _rows(lines)
        pieces: list[Piece] = []
        before: Line | None = None
        for at, line in enumerate(lines):
            has_gap = before is not None and before.bottom - line.bottom > _PARAGRAPH_GAP * self.pitch
            if at in rows:
                pieces.append(Piece(BlockKind.ROW, [line], has_gap=has_gap))
            elif before is None or at - 1 in rows or has_gap or self._is_new(before, line):
                pieces.append(Piece(BlockKind.PARAGRAPH, [line], has_gap=has_gap))
            else:
                pieces[-1].lines.append(line)
            before = line
        return pieces

    def _is_new(self, before: Line, line: Line) -> bool:
        """Whether a line begins a paragraph: by its look, an indent, or because its first word would have fitted before."""
        if line.bottom > before.bottom or abs(line.size - before.size) > 0.08 * self.size or line.is_bold != before.is_bold:
            return True
        if line.left - before.left > 0.7 * self.size and not _hangs(before, line):
            return True
        if _LIST_SIGN.match(line.words[0].text):
            return True
        room = self._right - before.right - 0.3 * self.size
        first = line.words[0]
        return room > first.right - first.left + 0.5 * self.size and _SENTENCE_END.search(before.text) is not None


def note_number(line: Line) -> tuple[int, int, str] | None:
    """Where in its first word a line's number stands (start, end), and the number; None when it does not begin with one."""
    word = line.words[0]
    raised = line.raised(word)
    if raised and raised[0][0] == 0:
        return (0, raised[0][1], word.text[: raised[0][1]])
    match = _NOTE_NUMBER.match(word.text)
    return (0, match.end(), match["number"]) if match else None


def gaps(line: Line) -> list[int]:
    """The words before which a cell's width of white space stands."""
    return [
        at
        for at in range(1, len(line.words))
        if line.words[at].left - line.words[at - 1].right > _CELL_GAP * line.size
        and not _LIST_SIGN.match(line.words[at - 1].text)
    ]


def _hangs(before: Line, line: Line) -> bool:
    """Whether a line goes on below the text of a list item, not below its sign."""
    is_item = len(before.words) > 1 and _LIST_SIGN.match(before.words[0].text)
    return bool(is_item) and abs(line.left - before.words[1].left) < 0.3 * line.size


def _rows(lines: Sequence[Line]) -> set[int]:
    """The lines that are rows of a table: some in a row, each with wide gaps."""
    found: set[int] = set()
    run: list[int] = []
    for at, line in enumerate(lines):
        if gaps(line):
            run.append(at)
        else:
            found.update(run if len(run) >= _FEWEST_ROWS else ())
            run = []
    return found | set(run if len(run) >= _FEWEST_ROWS else ())


def _ordered(lines: list[Line]) -> list[Line]:
    """The lines in the file's order, which is the reading order wherever pages are set from top to bottom; else by place."""
    downward = sum(1 for before, line in pairwise(lines) if line.bottom <= before.bottom + 1)
    if len(lines) < 3 or downward >= _DOWNWARD * (len(lines) - 1):
        return lines
    return sorted(lines, key=lambda line: (-round(line.bottom), line.left))


def _running_texts(pages: Sequence[Page]) -> set[str]:
    """Lines that stand at the top or bottom edge of at least two pages and of at least half of them."""
    counts: Counter[str] = Counter()
    for page in pages:
        edge = [line for line in page.lines if line.top < _EDGE * page.height or line.bottom > (1 - _EDGE) * page.height]
        counts.update({_template(line) for line in edge})
    return {text for text, count in counts.items() if count >= 2 and count >= len(pages) / 2}


def _template(line: Line) -> str:
    """What a running line has in common with itself on another page: its place, and its text without the page's number."""
    text = _PAGE_OF.sub("#", line.text)
    return _LAST_NUMBER.sub("#", text) + f" @{round(line.bottom / 4)}"


def _body_size(lines: Iterable[Line]) -> float:
    """The height of the body's type: the largest that much of the text has, for long notes may outweigh the body."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.size, 1)] += len(line.text)
    most = max(counts.values(), default=0)
    return max((size for size, count in counts.items() if count >= _BODY_SHARE * most), default=0.0)


def _pitch(pages: Sequence[Page], size: float) -> float:
    """The usual distance between two lines of the body."""
    counts: Counter[float] = Counter()
    for page in pages:
        body = [line for line in page.lines if abs(line.size - size) < 0.05 * size]
        for before, line in pairwise(body):
            if 0 < before.bottom - line.bottom < 3 * size:
                counts[round(before.bottom - line.bottom, 1)] += 1
    return counts.most_common(1)[0][0] if counts else 1.2 * size
