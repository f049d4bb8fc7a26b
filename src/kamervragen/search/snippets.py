"""The part of a text that shows best why it was found: str → Pieces. Pieces are plain text; whoever shows them escapes them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kamervragen.search.marking import Mark, Marker
from kamervragen.search.records import Piece

MAX_CHARACTERS: Final = 280  # of a snippet: two or three lines
MAX_READ: Final = 12_000  # of a text: what comes later is not looked at
_LEAD: Final = 70  # before the first mark, when no sentence begins there
_MAX_MARKS: Final = 300
_REPEATED: Final = 0.1  # what a word adds that was seen before in the same snippet

_UNEVEN: Final = re.compile(r"[^\S ]\s*|\ \s+")  # white space that is not one blank: most is, and stays as it is
_SENTENCE: Final = re.compile(r"(?<=[.?!:;])\s+|\n\s*")
_DOTS: Final = "…"


def make_snippet(text: str, marker: Marker) -> tuple[Piece, ...]:
    """The pieces of a snippet, in their order; their texts together are a part of the text with its white space made even.

    Args:
        text: of the item.
        marker: finds what was asked for.
    """
    text = text[:MAX_READ]
    marks = marker.find(text)[:_MAX_MARKS]
    start = _choose_start(text, marks) if len(text) > MAX_CHARACTERS else 0
    end = _choose_end(text, start)
    pieces = list(_cut(text, start, end, _merge(marks, start, end)))
    if start:
        pieces.insert(0, Piece(text=f"{_DOTS} ", is_match=False))
    if end < len(text.rstrip()):
        pieces.append(Piece(text=f" {_DOTS}", is_match=False))
    return tuple(pieces)


def mark_whole(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The pieces of a whole text, in their order; a mark that overlaps another is one with it."""
    return tuple(_cut(text, 0, len(text), _merge(marks, 0, len(text))))


def _choose_start(text: str, marks: Sequence[Mark]) -> int:
    """Where the snippet begins: at a sentence, or a little before the stretch that has most of what was asked for."""
    if not marks:
        return 0
    first = max(range(len(marks)), key=lambda number: (_worth(marks, number), -number))
    at = marks[first].start
    sentence = max((match.end() for match in _SENTENCE.finditer(text, 0, at)), default=0)
    if at - sentence <= 2 * _LEAD:
        return sentence
    blank = text.rfind(" ", 0, at - _LEAD)
    return blank + 1


def _worth(marks: Sequence[Mark], first: int) -> float:
    """How much of what was asked for a snippet shows that begins with a mark."""
    end = marks[first].start + MAX_CHARACTERS - 2 * _LEAD
    best: dict[int, float] = {}
    n_repeated = 0
    for mark in marks[first:]:
        if mark.end > end:
            break
        n_repeated += mark.leaf in best
        best[mark.leaf] = max(best.get(mark.leaf, 0.0), mark.weight)
    return sum(best.values()) + _REPEATED * min(n_repeated, 5)


def _choose_end(text: str, start: int) -> int:
    """Where a snippet ends that begins at a place: before a blank."""
    if len(text) - start <= MAX_CHARACTERS:
        return len(text.rstrip())
    blank = text.rfind(" ", start + MAX_CHARACTERS // 2, start + MAX_CHARACTERS)
    return blank if blank > 0 else start + MAX_CHARACTERS


def _merge(marks: Sequence[Mark], start: int, end: int) -> list[tuple[int, int]]:
    """The stretches within two places that any mark covers; each whole or not at all."""
    stretches: list[tuple[int, int]] = []
    for mark in marks:
        if mark.start < start or mark.end > end:
            continue
        if stretches and mark.start < stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], mark.end))
        else:
            stretches.append((mark.start, mark.end))
    return stretches


def _cut(text: str, start: int, end: int, stretches: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """A stretch of text in pieces: what is marked and what stands between."""
    at = start
    for first, last in stretches:
        yield from _piece(text[at:first], is_match=False)
        yield from _piece(text[first:last], is_match=True)
        at = last
    yield from _piece(text[at:end], is_match=False)


def _piece(text: str, *, is_match: bool) -> Iterator[Piece]:
    if text:
        yield Piece(text=_UNEVEN.sub(" ", text), is_match=is_match)
