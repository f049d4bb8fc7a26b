"""The items of a document in printed order: questions, answers and remarks, with their labels and paragraphs.

From labels in running text, or from blocks whose source says what they are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby

from kamervragen.dutch.numbers import parse_numbers
from kamervragen.model import Block, Span, Text
from kamervragen.parse.labels import Label
from kamervragen.parse.view import View, stripped
from kamervragen.terms import BlockKind, MediaType, Part

_PARTS = (Part.QUESTION, Part.ANSWER, Part.REMARK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One label and what stands under it.

    Args:
        part: QUESTION, ANSWER or REMARK.
        numbers: those that the label names; () for an answer without number.
        label: the label's characters; () when the source has none.
        paragraphs: the text, one tuple of spans each; one for all when the source lost its paragraphs.
        is_listed: for each paragraph, whether it is a list item or a row.
        gaps: for each paragraph, whether a blank line stands before it.
    """

    part: Part
    numbers: tuple[str, ...]
    label: tuple[Span, ...]
    paragraphs: tuple[tuple[Span, ...], ...]
    is_listed: tuple[bool, ...] = ()
    gaps: tuple[bool, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """All characters of the text, without the label."""
        return tuple(span for paragraph in self.paragraphs for span in paragraph)


def items_from_labels(view: View, labels: Sequence[Label], text: Text) -> list[Item]:
    """One item a label, each with the text up to the next label."""
    ends = [label.start for label in labels[1:]] + [len(view.text)] * bool(labels)
    return [_labelled(view, label, end, text) for label, end in zip(labels, ends, strict=True)]


def _labelled(view: View, label: Label, end: int, text: Text) -> Item:
    by_blocks = text.media_type is MediaType.PDF
    pieces = list(
        _blocks_of(view, label.end, end, text) if by_blocks else paragraphs_of(view, label.end, end, text.has_paragraphs)
    )
    return Item(
        part=label.part,
        numbers=label.numbers,
        label=view.spans(label.start, label.end),
        paragraphs=tuple(spans for spans, _ in pieces),
        is_listed=tuple(is_listed(view.body, spans) for spans, _ in pieces),
        gaps=tuple(gap for _, gap in pieces),
    )


def _blocks_of(view: View, start: int, end: int, text: Text) -> Iterator[tuple[tuple[Span, ...], bool]]:
    """The paragraphs that a PDF's layout shows; one that goes on in the middle of a sentence, over a page's end, is one."""
    paragraph: tuple[Span, ...] = ()
    for block in text.blocks:
        place = max(start, view.position_of(block.span.start)), min(end, view.position_of(block.span.end))
        spans = trimmed(view, *place) if place[0] < place[1] else ()
        goes_on = paragraph and spans and block.kind is BlockKind.PARAGRAPH and _goes_on(view.body, paragraph[-1], spans[0])
        if paragraph and spans and not goes_on:
            yield paragraph, False
            paragraph = ()
        paragraph += spans
    if paragraph:
        yield paragraph, False


def _goes_on(body: str, before: Span, after: Span) -> bool:
    return body[before.end - 1] not in ".?!:;»" and (body[after.start].islower() or body[before.end - 1] == "-")


_LISTED = re.compile(r"(?:[•▪·–—*-]|\d{1,2}[.)]|[a-z][.)]|[ivx]+[.)])\s")


def is_listed(body: str, spans: tuple[Span, ...]) -> bool:
    """Whether a paragraph begins like an item of a list, or is a row of cells."""
    return _LISTED.match(body, spans[0].start) is not None or "\t" in body[spans[0].start : spans[-1].end]


_LINE = re.compile(r"[^\n]+")
_FULL_LINE = 60  # characters; shorter ones are items of a list without signs


def paragraphs_of(view: View, start: int, end: int, has_paragraphs: bool) -> Iterator[tuple[tuple[Span, ...], bool]]:
    """The paragraphs of a part of a view, each with whether a blank line stands before it."""
    if not has_paragraphs:
        spans = trimmed(view, start, end)
        if spans:
            yield spans, False
        return
    previous = start
    for line in _lines_of(view.text, start, end):
        spans = trimmed(view, *line)
        if spans:
            yield spans, "\n\n" in re.sub(r"[^\S\n]", "", view.text[previous : line[0]])
            previous = line[1]


def _lines_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines of a part of a text, each with those that go on in the middle of its sentence (as in drafts)."""
    lines: list[tuple[int, int]] = []
    for match in _LINE.finditer(text, start, end):
        if lines and lines[-1][1] + 1 == match.start() and _is_continued(text[slice(*lines[-1])], match.group()):
            lines[-1] = (lines[-1][0], match.end())
        else:
            lines.append(match.span())
    return lines


def _is_continued(line: str, following: str) -> bool:
    """Whether a line is broken off where a page would be full, and the next one goes on with a small letter."""
    last = line.rstrip().rsplit("\n", 1)[-1]
    return len(last) >= _FULL_LINE and (last[-1].isalnum() or last[-1] == ",") and re.match(r"[a-zà-ÿ]{2}", following) is not None


def trimmed(view: View, start: int, end: int) -> tuple[Span, ...]:
    """The spans of a part of a view, each without white space at its ends."""
    pieces = (stripped(view.body, *each) for each in view.spans(start, end))
    return tuple(span for span in pieces if span.start < span.end)


def items_from_blocks(text: Text, view: View) -> list[Item]:
    """One item for each element that the source marks as question, answer or remark."""
    marked = [block for block in text.blocks if block.part in _PARTS and block.kind is not BlockKind.NOTE]
    return [_grouped(text.body, view, list(blocks)) for _, blocks in groupby(marked, key=lambda block: (block.part, block.group))]


def counted(items: Sequence[Item]) -> list[Item]:
    """The items of a document that numbers none of its questions, each question with its number in order."""
    numbers = count(1)
    return [replace(item, numbers=(str(next(numbers)),)) if item.part is Part.QUESTION else item for item in items]


def _grouped(body: str, view: View, blocks: list[Block]) -> Item:
    labels = [block for block in blocks if block.kind in (BlockKind.LABEL, BlockKind.HEADING)]
    content = [block for block in blocks if block not in labels]
    paragraphs = [(block, clip(view, block.span)) for block in content]
    kept = [(block, spans) for block, spans in paragraphs if spans]
    numbers = [number for block in labels for number in parse_numbers(body[block.span.start : block.span.end])]
    return Item(
        part=blocks[0].part or Part.REMARK,
        numbers=tuple(dict.fromkeys(numbers)) if blocks[0].part is not Part.REMARK else (),
        label=tuple(block.span for block in labels),
        paragraphs=tuple(spans for _, spans in kept),
        is_listed=tuple(block.kind in (BlockKind.LIST_ITEM, BlockKind.ROW) for block, _ in kept),
        gaps=tuple(True for _ in kept),
    )


def clip(view: View, span: Span) -> tuple[Span, ...]:
    """What a view shows of a span of the body, without white space at the ends of its pieces."""
    return trimmed(view, view.position_of(span.start), view.position_of(span.end))
