"""Pieces of text in reading order → Text: keeps offsets, opens and closes blocks, collects marks, facts and findings.

A reader that walks a tree says `open`, `append`, `mark`, `close`; white space, NFC and NUL are seen to here, so that every
offset the reader is told stays right.
"""

import re
import unicodedata
from dataclasses import replace

from kamervragen.model import Block, Fact, Finding, Mark, Span, Text
from kamervragen.terms import BlockKind, MarkKind, MediaType, Part

# White space of a source that only lays out the file. No-break spaces are text and stay.
_LAYOUT = re.compile(r"[ \t\r\n\f\v]+")
_JOINER = "\u034f"  # invisible, ends a row of accents
_MOST_ACCENTS = 30
_FIRST_COMBINING = "\u0300"  # nothing below composes with the character before it


class TextBuilder:
    """A `Text` in the making.

    A block begins at its first character that is no white space, so that an empty element makes no block, and ends before
    trailing white space. Blocks are divided by one line end. Text that comes while no block is open opens a PARAGRAPH.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._marks: list[tuple[int, int, MarkKind, str]] = []
        self._facts: list[Fact] = []
        self._findings: list[Finding] = []
        self._context: tuple[BlockKind, Part | None, int, str] = (BlockKind.PARAGRAPH, None, -1, "")
        self._is_open = False
        self._start = -1  # of the open block; -1 until it has text
        self._is_blank = False  # whether the body ends with an empty line
        self._pending_tabs = 0  # of empty cells before the first text of a row
        self._n_nul = 0
        self._note_names: dict[str, int] = {}

    @property
    def position(self) -> int:
        """Where the next character will stand (a space that is dropped aside)."""
        return self._length

    @property
    def is_open(self) -> bool:
        """Whether a block is open, with or without text."""
        return self._is_open

    @property
    def has_text(self) -> bool:
        """Whether a block is open that has text."""
        return self._start >= 0

    @property
    def is_at_line_start(self) -> bool:
        """Whether a block is open whose last character is a line end."""
        return self._start >= 0 and self._pieces[-1].endswith("\n")

    def open(self, kind: BlockKind, part: Part | None = None, group: int = -1, note: str = "") -> None:
        """Close the open block, if any, and open one."""
        self.close()
        self._context = (kind, part, group, note)
        self._is_open = True

    def close(self) -> None:
        """End the open block, if any; without text it leaves nothing."""
        if self._start >= 0:
            self._trim()
            kind, part, group, note = self._context
            span = Span(self._start, self._length)
            self._blocks.append(Block(span=span, kind=kind, part=part, group=group, note=note))
            self._pieces.append("\n")
            self._length += 1
            self._start = -1
        self._context = (BlockKind.PARAGRAPH, None, -1, "")
        self._is_open = False
        self._pending_tabs = 0

    def leave_blank(self) -> None:
        """Close the open block, if any, and leave one empty line behind it; a second one in a row, or a first, is dropped."""
        self.close()
        if self._pieces and not self._is_blank:
            self._pieces.append("\n")
            self._length += 1
            self._is_blank = True

    def break_page(self) -> None:
        """Close the open block, if any, and end the page: a form feed on a line of its own."""
        self.close()
        self._pieces.append("\f\n")
        self._length += 2
        self._is_blank = False

    def append(self, text: str) -> None:
        """Add running text: each run of layout white space becomes one space, none at the beginning of a block or line."""
        if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text or "\v" in text:
            text = _LAYOUT.sub(" ", text)
        if self._start < 0:
            text = text.lstrip()
        elif text.startswith(" ") and self._ends_white():
            text = text[1:]
        if text:
            self._put(text)

    def append_exact(self, text: str) -> None:
        """Add text whose white space is text too; only that at the beginning and the end of a block is dropped."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if self._start < 0:
            text = text.lstrip()
        if text:
            self._put(text)

    def break_line(self) -> None:
        """Begin a new line in the open block; nothing where one has just begun."""
        if self._start >= 0 and not self.is_at_line_start:
            self._trim(" ")
            self._put("\n")

    def break_cell(self) -> None:
        """Begin the next cell of a ROW block: a tab. Tabs of empty first cells stand before the block."""
        if self._start >= 0:
            self._trim(" ")
            self._put("\t")
        else:
            self._pending_tabs += 1

    def mark(self, start: int, end: int, kind: MarkKind, target: str = "") -> None:
        """Say something about `body[start:end]`; white space at its ends is left out when the text is built."""
        self._marks.append((start, end, kind, target))

    def name_note(self, wanted: str) -> str:
        """An identifier for a note that no other note of this text has: the wanted one where it is free."""
        count = self._note_names[wanted] = self._note_names.get(wanted, 0) + 1
        return wanted if count == 1 else self.name_note(f"{wanted}-{count}")

    def state(self, name: str, value: str) -> None:
        """Add a fact."""
        self._facts.append(Fact(name=name, value=value))

    def find(self, code: str, detail: str, span: Span | None = None) -> None:
        """Add a finding."""
        self._findings.append(Finding(code=code, detail=detail, span=span))

    def build(self, media_type: MediaType, reader: str, *, has_paragraphs: bool = True) -> Text:
        """The finished text; the builder must not be used afterwards."""
        self.close()
        if self._n_nul:
            detail = f"De bron bevat {self._n_nul} NUL-tekens; elk staat hier als vervangteken."
            self.find("nul_character", detail)
        body = "".join(self._pieces)
        marks = [mark for item in self._marks if (mark := _trimmed(body, item))]
        marks.sort(key=lambda mark: mark.span.start)
        return Text(
            body=body,
            media_type=media_type,
            reader=reader,
            blocks=tuple(self._blocks),
            marks=tuple(marks),
            facts=tuple(self._facts),
            has_paragraphs=has_paragraphs,
            findings=tuple(_within(finding, len(body)) for finding in self._findings),
        )

    def _put(self, text: str) -> None:
        if "\0" in text:
            self._n_nul += text.count("\0")
            text = text.replace("\0", "\ufffd")
        if not text.isascii():
            text = self._composed(text)
        if self._start < 0:
            self._begin()
        self._pieces.append(text)
        self._length += len(text)

    def _begin(self) -> None:
        """Fix the beginning of the open block, or of one that nobody opened."""
        self._is_open = True
        self._is_blank = False
        self._pieces.append("\t" * self._pending_tabs)
        self._length += self._pending_tabs
        self._pending_tabs = 0
        self._start = self._length

    def _composed(self, text: str) -> str:
        """NFC of the text, together with the end of what stands before it where an accent begins the text."""
        text = unicodedata.normalize("NFC", text)
        if self._start < 0 or text[0] < _FIRST_COMBINING:
            return text
        before, last = "", -1
        while self._pieces and len(before) < _MOST_ACCENTS and last < 0:
            before = self._pieces.pop() + before
            last = _last_starter(before)
        if last < 0 and len(before) >= _MOST_ACCENTS:  # as the Stream-Safe Text Format of Unicode does with endless accents
            self._pieces.append(before)
            return _JOINER + text
        kept = max(last, 0)
        self._pieces.append(before[:kept])
        self._length -= len(before) - kept
        return unicodedata.normalize("NFC", before[kept:] + text)

    def _ends_white(self) -> bool:
        return self._pieces[-1][-1:].isspace()

    def _trim(self, chars: str | None = None) -> None:
        """Take white space off the end of the open block."""
        while self._pieces:
            piece = self._pieces[-1].rstrip(chars)
            self._length -= len(self._pieces[-1]) - len(piece)
            self._pieces[-1] = piece
            if piece:
                return
            self._pieces.pop()


def _last_starter(text: str) -> int:
    """The place of the last character that is no accent; -1 when there is none near the end."""
    first = max(-1, len(text) - 1 - _MOST_ACCENTS)
    return next((at for at in range(len(text) - 1, first, -1) if unicodedata.combining(text[at]) == 0), -1)


def _within(finding: Finding, length: int) -> Finding:
    """The finding with a span inside a body from whose end white space was taken."""
    if finding.span is None or finding.span.end <= length:
        return finding
    return replace(finding, span=Span(min(finding.span.start, length), length))


def _trimmed(body: str, item: tuple[int, int, MarkKind, str]) -> Mark | None:
    """The mark without white space at its ends; None when nothing is left of one that had characters."""
    start, end, kind, target = item
    is_place = start == end
    end = min(end, len(body))
    start = min(start, end)
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    if start == end and not is_place:
        return None
    return Mark(span=Span(start, end), kind=kind, target=target)
