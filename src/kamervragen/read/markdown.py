"""What the signs of markdown say: headings, lists, tables, links and emphasis. The signs stay in the body, as marks."""

import re
from collections.abc import Iterator

from kamervragen.model import Block, Mark, Span
from kamervragen.terms import BlockKind, MarkKind

# One alternative a line. Underscores inside words and addresses are not signs.
_SIGN = re.compile(
    r"""
    ^[^\S\n]*(?P<heading>\#{1,6})(?=[ ])                        # "## Tweede Kamer"
    | ^[^\S\n]*(?P<rule>-{3,}|\*{3,}|_{3,})[^\S\n]*$            # a line between pages
    | ^[^\S\n]*(?P<border>\|(?:[^\S\n]*:?-{2,}:?[^\S\n]*\|)+)[^\S\n]*$   # "|---|---|", under the head of a table
    | ^[^\S\n]*(?P<left>\|)(?=[^\n]*\|[^\S\n]*$)                # the edges of a row; the signs between its cells stay
    | (?<=[^\n])(?P<right>\|)[^\S\n]*$
    | (?P<link>\[)(?P<link_text>[^\[\]\n]{1,500})\]\((?P<address>https?://[^\s()]{1,2000})\)
    | (?P<bold>\*\*|__)(?=\S) (?P<bold_text>[^\n*]{1,2000}?) (?<=\S)(?P=bold)
    | (?<![\w*_])(?P<italic>[*_])(?=[^\s*_]) (?P<italic_text>[^\n]{1,2000}?) (?<=[^\s*_])(?P=italic)(?![\w*_])
    """,
    re.X | re.M,
)
_ALONE = ("heading", "rule", "border", "left", "right")
_AROUND = {"link": MarkKind.LINK, "bold": MarkKind.BOLD, "italic": MarkKind.ITALIC}

_LINE = re.compile(r"[^\n]+")
_KINDS = (
    (BlockKind.HEADING, re.compile(r"[^\S\n]*#{1,6} ")),
    (BlockKind.ROW, re.compile(r"[^\S\n]*\|[^\n]*\|[^\S\n]*$")),
    (BlockKind.LIST_ITEM, re.compile(r"[^\S\n]*(?:[-*+•] |\d{1,2}[.)] )\S")),
)


def markdown_marks(body: str) -> tuple[Mark, ...]:
    """The signs of a body, and what they say about the characters between them, in ascending order of start."""
    return tuple(sorted((mark for match in _SIGN.finditer(body) for mark in _marks(match)), key=lambda mark: mark.span))


def _marks(match: re.Match[str]) -> Iterator[Mark]:
    for name in _ALONE:
        if match[name]:
            yield Mark(span=Span(*match.span(name)), kind=MarkKind.SIGN)
    for name, kind in _AROUND.items():
        if match[name]:
            inner = Span(*match.span(f"{name}_text"))
            yield Mark(span=Span(match.start(name), inner.start), kind=MarkKind.SIGN)
            yield Mark(span=inner, kind=kind, target=(match["address"] or "") if name == "link" else "")
            yield Mark(span=Span(inner.end, match.end()), kind=MarkKind.SIGN)


def markdown_blocks(body: str, *, has_paragraphs: bool) -> tuple[Block, ...]:
    """Headings, rows, list items and paragraphs.

    Args:
        body: the text.
        has_paragraphs: whether each line is a paragraph; otherwise lines up to an empty one are.
    """
    blocks: list[Block] = []
    end = -2
    for match in _LINE.finditer(body):
        line = match.group()
        if line.strip():
            kind = _kind(line)
            start = match.start() + len(line) - len(line.lstrip())
            goes_on = not has_paragraphs and kind is BlockKind.PARAGRAPH and match.start() == end + 1
            goes_on = goes_on and blocks[-1].kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
            first, kind = (blocks[-1].span.start, blocks.pop().kind) if goes_on else (start, kind)
            blocks.append(Block(span=Span(first, match.start() + len(line.rstrip())), kind=kind))
            end = match.end()
    return tuple(blocks)


def _kind(line: str) -> BlockKind:
    return next((kind for kind, pattern in _KINDS if pattern.match(line)), BlockKind.PARAGRAPH)
