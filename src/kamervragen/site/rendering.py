"""Spans of a body → safe HTML with its paragraphs, lists, tables, emphasis, links and note markers in place.

The text is escaped here and only here; every tag in the result is one of the few written in this module. Lines are joined as in
the record's own `text`. Signs that were put in the way of joining (`_OPEN`, `_CLOSE`) are noncharacters of Unicode.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from kamervragen.dutch.joining import join_lines
from kamervragen.model import Block, Mark, Span, Text
from kamervragen.site.notes import NoteMap, note_anchor
from kamervragen.terms import BlockKind, MarkKind

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_SIGN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_SHOWN = (MarkKind.BOLD, MarkKind.ITALIC, MarkKind.LINK, MarkKind.SIGN)
_BARE_ADDRESS = re.compile(
    r"""
    https?://(?>[^\s<>«»"”\ufdd0\ufdd1]+)  # all up to white space, a quotation mark or a mark of ours
    (?![^\n\S]*\n)                         # not at a line's end: the rest may stand on the next line
    """,
    re.X,
)
_SENTENCE_GOES_ON = re.compile(r"[^.?!:;»”\"')\]]\s*$")
_PLAIN = Block(span=Span(0, 0), kind=BlockKind.PARAGRAPH)


@dataclass(slots=True)
class _Chunk:
    """The pieces of one block, in order: text, and markers of notes."""

    block: Block
    pieces: list[tuple[Span, bool]] = field(default_factory=list)  # (characters, whether they are a marker)


class Renderer:
    """Makes HTML from spans of one document.

    Args:
        text: the document's text.
        notes: its notes and their markers.
    """

    def __init__(self, text: Text, notes: NoteMap) -> None:
        self._text = text
        self._notes = notes
        self._marks = tuple(mark for mark in text.marks if mark.kind in _SHOWN)
        self._blocks = text.blocks if text.has_paragraphs else ()

    def render(self, spans: Sequence[Span]) -> SafeString:
        """The HTML of a text that may stand in several pieces; markers behind and between the pieces belong to it."""
        chunks = self._chunks(self._pieces(spans))
        elements = [(chunk.block.kind, self._inline(chunk)) for chunk in chunks]
        return mark_safe("\n".join(_elements(elements)))  # noqa: S308 -- all text in it went through escape()

    def render_inline(self, spans: Sequence[Span]) -> SafeString:
        """The same on one line, without paragraphs: for notes."""
        chunks = self._chunks([(span, False) for span in sorted(spans)])
        lines = [self._inline(chunk).replace("\t", " ") for chunk in chunks]
        return mark_safe(" ".join(lines))  # noqa: S308 -- as above

    def render_plain(self, text: str) -> SafeString:
        """A text of which the record does not say where it stands, escaped."""
        return mark_safe(f"<p>{escape(text)}</p>")  # noqa: S308 -- escaped here

    def notes_of(self, spans: Sequence[Span]) -> list[int]:
        """The places in the record of the notes that a text points at, in the order in which it does."""
        if not self._notes.has_markers:
            return []
        markers = [span for span, is_marker in self._pieces(spans) if is_marker]
        found = [reference.note for marker in markers for reference in self._notes.references(marker)]
        return list(dict.fromkeys(note for note in found if note is not None))

    def _pieces(self, spans: Sequence[Span]) -> list[tuple[Span, bool]]:
        """Text and markers in reading order; a marker that directly follows the last character belongs to the text."""
        pieces: list[tuple[Span, bool]] = []
        ordered = sorted(spans)
        for span, following in zip(ordered, [*ordered[1:], None], strict=True):
            until = self._reach(span.end)
            until = min(until, following.start) if following else until
            position = span.start
            for marker in self._notes.markers_between(span.start, until):
                if marker.start < span.end and marker.start > position:
                    pieces.append((Span(position, marker.start), False))
                elif marker.start >= span.end and position < span.end:
                    pieces.append((Span(position, span.end), False))
                pieces.append((marker, True))
                position = max(position, marker.end)
            if position < span.end:
                pieces.append((Span(position, span.end), False))
        return pieces

    def _reach(self, end: int) -> int:
        """How far behind the last character a marker may begin: white space and other markers may stand between."""
        position, body = end, self._text.body
        while True:
            while position < len(body) and body[position].isspace():
                position += 1
            markers = self._notes.markers_between(position, position + 1)
            if not markers:
                return position
            position = markers[0].end

    def _chunks(self, pieces: Iterable[tuple[Span, bool]]) -> list[_Chunk]:
        chunks: list[_Chunk] = []
        for span, is_marker in pieces:
            for block, part in [(None, span)] if is_marker else self._by_block(span):
                if chunks and (block is None or block == chunks[-1].block or self._continues(chunks[-1], block, part)):
                    chunks[-1].pieces.append((part, is_marker))
                else:
                    chunks.append(_Chunk(block or _PLAIN, [(part, is_marker)]))
        return chunks

    def _by_block(self, span: Span) -> list[tuple[Block, Span]]:
        """A span cut at the edges of the blocks it runs through."""
        first = bisect_right(self._blocks, span.start, key=lambda block: block.span.end)
        parts = []
        for block in self._blocks[first:]:
            if block.span.start >= span.end:
                break
            parts.append((block, Span(max(block.span.start, span.start), min(block.span.end, span.end))))
        return parts or [(_PLAIN, span)]

    def _continues(self, chunk: _Chunk, block: Block, part: Span) -> bool:
        """Whether a block goes on with the sentence that the page's end cut off in the block before it."""
        if block.kind is not BlockKind.PARAGRAPH or chunk.block.kind is not BlockKind.PARAGRAPH:
            return False
        last = chunk.pieces[-1][0]
        before, gap = self._text.body[last.start : last.end], self._text.body[last.end : part.start]
        starts_small = self._text.body[part.start : part.start + 1].islower()
        return bool(gap.strip()) and starts_small and _SENTENCE_GOES_ON.search(before) is not None

    def _inline(self, chunk: _Chunk) -> str:
        """One block's HTML without its own tag; tabs between the cells of a row are kept."""
        plain = self._plain(chunk)
        if plain is not None:
            return escape(join_lines(plain))
        tags: list[str] = []
        ignored = {MarkKind.BOLD} if self._is_all_bold(chunk) else set()
        written = ""
        previous: Span | None = None
        for span, is_marker in chunk.pieces:
            gap = self._text.body[previous.end : span.start] if previous else ""
            if is_marker:
                written = written.rstrip() + _sign(tags, self._superscript(span))
            else:
                written += _gap(gap) + self._marked(span, self._marks_in(span, ignored), tags)
            previous = span
        is_row = chunk.block.kind is BlockKind.ROW
        cells = [join_lines(cell) for cell in _CELL_END.split(written)] if is_row else [join_lines(written)]
        return "\t".join(_with_tags(cell, tags) for cell in cells)

    def _plain(self, chunk: _Chunk) -> str | None:
        """The characters of a block in which there is nothing but text, as in most; None for any other."""
        (span, is_marker), *others = chunk.pieces
        if others or is_marker or chunk.block.kind is BlockKind.ROW or self._marks_in(span):
            return None
        printed = self._text.body[span.start : span.end]
        return None if "://" in printed or _OPEN in printed or _CLOSE in printed else printed

    def _marks_in(self, span: Span, ignored: Container[MarkKind] = ()) -> list[Mark]:
        until = bisect_left(self._marks, span.end, key=lambda mark: mark.span.start)
        return [mark for mark in self._marks[:until] if mark.span.end > span.start and mark.kind not in ignored]

    def _is_all_bold(self, chunk: _Chunk) -> bool:
        """Whether a block is bold from end to end: letters set their questions so, which is layout and no emphasis."""
        spans = [span for span, is_marker in chunk.pieces if not is_marker]
        bold = [_clipped(mark, span).span for span in spans for mark in self._marks_in(span) if mark.kind is MarkKind.BOLD]
        return bool(bold) and sum(end - start for start, end in bold) >= sum(end - start for start, end in spans) - len(bold)

    def _marked(self, span: Span, marks: Sequence[Mark], tags: list[str], *, in_link: bool = False) -> str:
        """The characters with signs where tags open and close; a mark that sticks out of another is cut at its edge."""
        written, position = "", span.start
        queue = sorted((_clipped(mark, span) for mark in marks), key=lambda mark: (mark.span.start, -mark.span.end))
        for index, mark in enumerate(queue):
            start, end = max(mark.span.start, position), mark.span.end
            if start >= end:
                continue
            written += self._characters(Span(position, start), tags, in_link)
            inner = [other for other in queue[index + 1 :] if other.span.start < end]
            is_link = mark.kind is MarkKind.LINK and not in_link
            content = self._marked(Span(start, end), inner, tags, in_link=in_link or is_link)
            opening, closing = _tag(mark, in_link=in_link)
            if mark.kind is not MarkKind.SIGN:
                written += _sign(tags, opening) + content + _sign(tags, closing) if opening else content
            position = end
        return written + self._characters(Span(position, span.end), tags, in_link)

    def _characters(self, span: Span, tags: list[str], in_link: bool) -> str:
        printed = self._text.body[span.start : span.end].replace(_OPEN, "\ufffd").replace(_CLOSE, "\ufffd")
        if in_link:
            return printed

        def link(match: re.Match[str]) -> str:
            address = _without_sentence_signs(match[0])
            opening = _link(address, ' class="bare"')
            rest = match[0][len(address) :]
            return _sign(tags, opening) + address + _sign(tags, "</a>") + rest if opening else match[0]

        return _BARE_ADDRESS.sub(link, printed)

    def _superscript(self, marker: Span) -> str:
        links = []
        for reference in self._notes.references(marker):
            printed = escape(reference.printed)
            if reference.note is not None:
                links.append(f'<a href="#{note_anchor(reference.note)}" aria-label="noot {printed}">{printed}</a>')
            else:
                links.append(printed)
        return f'<sup class="note-marker">{", ".join(links)}</sup>'


def _clipped(mark: Mark, span: Span) -> Mark:
    clipped = Span(max(mark.span.start, span.start), min(mark.span.end, span.end))
    return Mark(span=clipped, kind=mark.kind, target=mark.target)


def _gap(between: str) -> str:
    """What stands for the characters between two pieces: a line break, a space or nothing."""
    if "\n" in between:
        return "\n"
    return " " if between[:1].isspace() or between[-1:].isspace() else ""


def _sign(tags: list[str], tag: str) -> str:
    tags.append(tag)
    return f"{_OPEN}{len(tags) - 1}{_CLOSE}"


def _with_tags(joined: str, tags: Sequence[str]) -> str:
    """Escaped text with its tags in their places."""
    parts = _SIGN.split(joined)
    return "".join(tags[int(part)] if index % 2 else escape(part) for index, part in enumerate(parts))


def _tag(mark: Mark, *, in_link: bool) -> tuple[str, str]:
    if mark.kind is MarkKind.BOLD:
        return "<strong>", "</strong>"
    if mark.kind is MarkKind.ITALIC:
        return "<em>", "</em>"
    opening = _link(mark.target) if mark.kind is MarkKind.LINK and not in_link else ""
    return opening, "</a>" if opening else ""


def _without_sentence_signs(address: str) -> str:
    """An address without the full stop or closing parenthesis of the sentence around it."""
    while address and (address[-1] in ".,;:!?]’'" or (address[-1] == ")" and address.count(")") > address.count("("))):
        address = address[:-1]
    return address


def _link(address: str, attributes: str = "") -> str:
    """The opening tag for an address of the web; "" for any other, which stays text."""
    if not is_web_address(address):
        return ""
    return f'<a{attributes} href="{escape(address.strip())}" rel="nofollow noopener">'


def is_web_address(address: str) -> bool:
    """Whether an address is an absolute http or https address with a host and without control characters."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and address.strip().isprintable()


def _elements(blocks: Sequence[tuple[BlockKind, str]]) -> list[str]:
    """Blocks in their tags; list items and rows that follow each other share one list or table."""
    written: list[str] = []
    before: BlockKind | None = None
    for index, (kind, html) in enumerate(blocks):
        opening, closing = _WRAPPERS.get(kind, ("", ""))
        follows = kind is before
        ends = index + 1 == len(blocks) or blocks[index + 1][0] is not kind
        written.append(("" if follows else opening) + _element(kind, html) + (closing if ends else ""))
        before = kind
    return written


_CELL_END = re.compile(r"\t|[ ]\|[ ]")  # a tab, or the sign that markdown sets there
_WRAPPERS = {
    BlockKind.LIST_ITEM: ('<ul class="printed-list">', "</ul>"),
    BlockKind.ROW: ('<div class="table-scroll" role="region" aria-label="Tabel" tabindex="0"><table>', "</table></div>"),
}


def _element(kind: BlockKind, html: str) -> str:
    if kind is BlockKind.LIST_ITEM:
        return f"<li>{html}</li>"
    if kind is BlockKind.ROW:
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in html.split("\t")) + "</tr>"
    if kind in {BlockKind.LABEL, BlockKind.HEADING}:
        return f'<p class="subheading">{html}</p>'
    return f"<p>{html}</p>"
