"""Where the notes of a document stand and which characters are their markers: what a page needs to tie the two together."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kamervragen.model import Footnote, ParsedDocument, Segment, Span, Text
from kamervragen.terms import MarkKind, SegmentKind

_NUMBER = re.compile(r"[0-9A-Za-z*†]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A sign in running text that points at a note.

    Args:
        printed: the sign without brackets, such as `1`.
        note: the place of its note in the record, from 0; None when no note belongs to it.
    """

    printed: str
    note: int | None


class NoteMap:
    """The markers in running text, each with the notes it points at.

    Args:
        text: the document's text.
        parsed: what was read from it.
    """

    def __init__(self, text: Text, parsed: ParsedDocument) -> None:
        self.footnotes = parsed.footnotes
        self._body = text.body
        self._running = tuple(_running_markers(text, parsed.segments))
        self._starts = [span.start for span in self._running]
        self._stated = _stated_notes(text, parsed.footnotes)
        owned = set(self._stated.values())
        self._printed = [index for index in range(len(parsed.footnotes)) if index not in owned]

    @property
    def has_markers(self) -> bool:
        """Whether anything in running text points at a note."""
        return bool(self._running)

    def markers_between(self, start: int, end: int) -> tuple[Span, ...]:
        """The markers that begin in `body[start:end]`, ascending."""
        return self._running[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def references(self, marker: Span) -> list[Reference]:
        """The signs in a marker (`[1, 2]` holds two), each with its note: the one that the source says, else by its number."""
        signs = _NUMBER.findall(self._body[marker.start : marker.end])
        stated = self._stated.get(marker.start)
        if stated is not None:
            return [Reference(printed=" ".join(signs), note=stated)]
        return [Reference(printed=sign, note=self._find(sign, marker.start)) for sign in signs]

    def _find(self, sign: str, position: int) -> int | None:
        """The nearest note of this number behind the marker, else the last one before it."""
        matching = [index for index in self._printed if self.footnotes[index].marker == sign]
        behind = [index for index in matching if _begin(self.footnotes[index]) >= position]
        return behind[0] if behind else matching[-1] if matching else None


def _stated_notes(text: Text, footnotes: Sequence[Footnote]) -> dict[int, int]:
    """For the start of each marker that the source itself ties to a note, that note's place in the record."""
    identifiers = {block.note: block.span for block in reversed(text.blocks) if block.note}
    starts = {span.start: index for index, note in enumerate(footnotes) for span in note.spans}
    ordered = sorted(starts)
    places: dict[str, int] = {}
    for identifier, block in identifiers.items():
        at = bisect_left(ordered, block.start)
        if at < len(ordered) and ordered[at] < block.end:
            places[identifier] = starts[ordered[at]]
    markers = (mark for mark in text.marks if mark.kind is MarkKind.NOTE_MARKER)
    return {mark.span.start: places[mark.target] for mark in markers if mark.target in places}


def note_anchor(index: int) -> str:
    """The anchor on the page of a note, by its place in the record: `noot-1` is the first."""
    return f"noot-{index + 1}"


def _begin(note: Footnote) -> int:
    return note.spans[0].start if note.spans else 0


def _running_markers(text: Text, segments: Sequence[Segment]) -> Iterator[Span]:
    """Marker segments that stand in running text, not at the head of the note itself."""
    pointing = [mark.span for mark in text.marks if mark.kind is MarkKind.NOTE_MARKER]
    numbering = {mark.span.start for mark in text.marks if mark.kind is MarkKind.NOTE_NUMBER}
    pointed = {span.start for span in pointing}
    for index, segment in enumerate(segments):
        if segment.kind is not SegmentKind.MARKER:
            continue
        following = segments[index + 1].kind if index + 1 < len(segments) else None
        is_sign = segment.start in numbering or following is SegmentKind.FOOTNOTE
        if segment.start in pointed or not is_sign:
            yield Span(segment.start, segment.end)
