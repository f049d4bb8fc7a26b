"""The partition of a body: every character is in exactly one segment."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter

from kamervragen.model import Finding, Segment, Span
from kamervragen.parse.view import subtract
from kamervragen.terms import SegmentKind


def partition(body: str, painted: Iterable[tuple[SegmentKind, Span]]) -> tuple[tuple[Segment, ...], list[Finding]]:
    """The segments of a body, and a finding for each that nobody claimed.

    Args:
        body: the whole text.
        painted: kinds with their spans; where two overlap, the one given first keeps the characters.
    """
    segments: list[Segment] = []
    position = 0
    for kind, span in _without_overlap(painted):
        segments.extend(_gap(body, position, span.start))
        segments.append(Segment(kind, span.start, span.end))
        position = span.end
    segments.extend(_gap(body, position, len(body)))
    unknown = [Span(segment.start, segment.end) for segment in segments if segment.kind is SegmentKind.UNKNOWN]
    return tuple(segments), [_not_understood(body, span) for span in unknown]


def _without_overlap(painted: Iterable[tuple[SegmentKind, Span]]) -> list[tuple[SegmentKind, Span]]:
    """The same in ascending order, later ones cut where an earlier one has the characters."""
    ranked = [(span.start, rank, kind, span) for rank, (kind, span) in enumerate(painted) if span.end > span.start]
    ordered = sorted(ranked)
    if all(first[3].end <= second[3].start for first, second in pairwise(ordered)):
        return [(kind, span) for _, _, kind, span in ordered]
    return _cut(sorted(ranked, key=lambda each: each[1]))


def _cut(ranked: Sequence[tuple[int, int, SegmentKind, Span]]) -> list[tuple[SegmentKind, Span]]:
    taken: list[Span] = []
    kept: list[tuple[SegmentKind, Span]] = []
    for _, _, kind, span in ranked:
        first = max(0, bisect_right(taken, span.start, key=itemgetter(0)) - 1)
        last = bisect_left(taken, span.end, key=itemgetter(0))
        free = subtract([span], taken[first:last])
        kept.extend((kind, piece) for piece in free)
        taken[first:last] = sorted([*taken[first:last], *free])
    return sorted(kept, key=lambda each: each[1])


def _gap(body: str, start: int, end: int) -> list[Segment]:
    """Blank and unknown segments for what nobody claimed; white space around the unknown is blank."""
    if start >= end:
        return []
    inner = body[start:end]
    if inner.isspace():
        return [Segment(SegmentKind.BLANK, start, end)]
    first = start + len(inner) - len(inner.lstrip())
    last = end - (len(inner) - len(inner.rstrip()))
    pieces = [(SegmentKind.BLANK, start, first), (SegmentKind.UNKNOWN, first, last), (SegmentKind.BLANK, last, end)]
    return [Segment(*piece) for piece in pieces if piece[2] > piece[1]]


def _not_understood(body: str, span: Span) -> Finding:
    sample = " ".join(body[span.start : span.end].split())
    sample = sample if len(sample) <= 60 else f"{sample[:57]}…"
    return Finding(code="not_understood", detail=f"Niet begrepen en daarom nergens ingedeeld: «{sample}».", span=span)
