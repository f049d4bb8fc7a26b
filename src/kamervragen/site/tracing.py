"""The whole body of a document cut where claims begin and end, so that every claim has an address among its characters."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from kamervragen.dossiers import Place
from kamervragen.model import ParsedDocument, Segment, Span
from kamervragen.site.phrases import segment_word
from kamervragen.site.routes import address_of
from kamervragen.terms import SegmentKind

_UNLABELLED = {SegmentKind.BLANK, SegmentKind.MARKER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Characters of one segment between two places where claims begin or end.

    Args:
        start: where in the body.
        text: the characters.
        anchor: its anchor where a claim begins here; "" elsewhere.
        odd: whether a finding is about these characters.
    """

    start: int
    text: str
    anchor: str
    odd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedSegment:
    """A segment with its word ("" where it would only be in the way) and its pieces."""

    kind: SegmentKind
    word: str
    start: int
    end: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How much of a body one kind of segment takes."""

    kind: SegmentKind
    word: str
    n_segments: int
    n_characters: int


def place_anchor(start: int | None) -> str:
    """The anchor on the text page of a claim that begins at a character of the body; "" when that is not known."""
    return "" if start is None else f"teken-{start}"


def address_of_place(place: Place) -> str:
    """The address of any characters of a publication, whether its own record rests on them or not."""
    start, end = place.span
    return f"{address_of('document-text', place.key)}?teken={start}-{end}#{place_anchor(start)}"


def read_place(query: str, body: str) -> Span | None:
    """The characters that `teken` in an address names; None for what names none of this body."""
    start, _, end = query.partition("-")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit() and len(query) < 24):
        return None
    span = Span(int(start), int(end))
    return span if span.start < span.end <= len(body) else None


def trace(body: str, parsed: ParsedDocument, asked: Span | None = None) -> Iterator[TracedSegment]:
    """The segments of a body in order, each cut into pieces; together the pieces are the body.

    Args:
        body: all characters.
        parsed: what was read in them.
        asked: characters that get an anchor though no claim of the record begins there.
    """
    claims = [*_claims(parsed), *([asked] if asked else [])]
    starts = {span.start for span in claims}
    odd = _merge(finding.span for finding in parsed.findings if finding.span)
    edges = sorted({edge for span in [*claims, *odd] for edge in span})
    before: SegmentKind | None = None
    for segment in parsed.segments or (Segment(SegmentKind.UNKNOWN, 0, len(body)),):
        inner = edges[bisect_right(edges, segment.start) : bisect_right(edges, segment.end - 1)]
        cuts = [segment.start, *inner, segment.end]
        pieces = tuple(_piece(body, Span(*cut), starts, odd) for cut in pairwise(cuts))
        silent = segment.kind in _UNLABELLED or segment.kind is before
        word = "" if silent else segment_word(segment.kind)
        yield TracedSegment(kind=segment.kind, word=word, start=segment.start, end=segment.end, pieces=pieces)
        before = before if segment.kind in _UNLABELLED else segment.kind


def write_trace(segments: Iterable[TracedSegment]) -> SafeString:
    """The HTML of traced segments: every character once, each place where a claim begins with its anchor.

    It is written here and not in a template because a long document has thousands of pieces.
    """
    written: list[str] = []
    for segment in segments:
        if segment.word:
            written.append(f'<span class="segment-word">[{escape(segment.word)}]</span>')
        written.append(f'<span class="segment segment-{segment.kind}">')
        written.extend(map(_write_piece, segment.pieces))
        written.append("</span>")
    return mark_safe("".join(written))  # noqa: S308 -- all text in it went through escape()


def _write_piece(piece: Piece) -> str:
    text = escape(piece.text)
    if not (piece.anchor or piece.odd):
        return text
    anchor = f' id="{piece.anchor}"' if piece.anchor else ""
    odd = ' class="odd"' if piece.odd else ""
    return f"<span{anchor}{odd}>{text}</span>"


def shares(segments: Sequence[Segment]) -> list[Share]:
    """How many characters each kind of segment takes, in the order of the kinds; kinds that do not occur are left out."""
    found = []
    for kind in SegmentKind:
        lengths = [segment.end - segment.start for segment in segments if segment.kind is kind]
        if lengths:
            found.append(Share(kind=kind, word=segment_word(kind), n_segments=len(lengths), n_characters=sum(lengths)))
    return found


def _merge(spans: Iterable[Span]) -> list[Span]:
    """The same characters as ascending spans that do not overlap."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _piece(body: str, span: Span, starts: set[int], odd: Sequence[Span]) -> Piece:
    index = bisect_right(odd, span.start, key=lambda each: each.start) - 1
    is_odd = index >= 0 and odd[index].end > span.start
    return Piece(
        start=span.start,
        text=body[span.start : span.end],
        anchor=place_anchor(span.start) if span.start in starts else "",
        odd=is_odd,
    )


def _claims(parsed: ParsedDocument) -> Iterator[Span]:
    """Every span that a claim of the record rests on."""
    groups = (parsed.questions, parsed.answers, parsed.footnotes, parsed.evidence)
    people = (parsed.submitters, parsed.addressees, parsed.respondents, parsed.on_behalf_of)
    for group in (*groups, *people):
        for item in group:
            yield from item.spans
    for inference in parsed.inferred:
        yield from inference.evidence
    for finding in parsed.findings:
        if finding.span:
            yield finding.span
    yield from parsed.remark_spans
    for kind, start, end in parsed.segments:
        if kind in {SegmentKind.HEADING, SegmentKind.UNKNOWN}:
            yield Span(start, end)
