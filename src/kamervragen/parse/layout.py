"""What of a body is running text, and what stands between: furniture, notes and the markers of notes."""

import re
from dataclasses import dataclass

from kamervragen.dutch.joining import join_lines
from kamervragen.model import Block, Finding, Footnote, Span, Text
from kamervragen.parse.footnotes import Note, find_notes, find_table_notes
from kamervragen.parse.furniture import find_furniture
from kamervragen.parse.labels import number_places
from kamervragen.parse.markers import find_glued, find_marker, find_unnoted, joined
from kamervragen.parse.view import View
from kamervragen.terms import BlockKind, MarkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A body divided into running text and what stands between.

    Args:
        view: the running text, without furniture, notes and markers.
        furniture, markers: their characters, ascending.
        notes: the notes, in the order of their numbers.
        findings: notes without marker and markers without note.
    """

    view: View
    furniture: tuple[Span, ...]
    markers: tuple[Span, ...]
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]


def without_furniture(text: Text) -> tuple[View, tuple[Span, ...], tuple[int, ...]]:
    """The body without furniture, the furniture, and where pages end."""
    furniture, page_ends = find_furniture(text)
    return View(text.body, [Span(0, len(text.body))]).without(furniture), furniture, page_ends


def lay_out(text: Text, view: View, furniture: tuple[Span, ...], page_ends: tuple[int, ...], start: int) -> Layout:
    """The layout of a text whose items begin at `start` in the view without furniture."""
    notes = _marked_notes(text)
    markers = [mark.span for mark in text.marks if mark.kind is MarkKind.NOTE_MARKER]
    findings: list[Finding] = []
    if not text.is_marked:
        rest = view.without([*markers, *(span for note in notes for span in (*note.sign, *note.spans))])
        begin = rest.position_of(view.at(start))
        printed, regions = find_notes(rest, page_ends, begin)
        lone = _without_mark(text, notes)
        regions = [*(Span(begin, rest.position_of(note.spans[0].start)) for note in lone), *regions]
        found, findings = _place_markers(rest, [*lone, *printed], regions)
        markers = sorted([*markers, *found])
        notes = [*notes, *printed]
        rest = rest.without([span for note in printed for span in (*note.sign, *note.spans)])
        notes.extend(find_table_notes(rest, rest.position_of(view.at(start))))
    hidden = [span for note in notes for span in (*note.sign, *note.spans)]
    running = view.without([*hidden, *markers])
    unnoted = [] if text.is_marked else _unnoted(running, notes, running.position_of(view.at(start)))
    findings.extend(_without_note(span) for span in unnoted)
    return Layout(
        view=running.without(unnoted),
        furniture=furniture,
        markers=tuple(sorted([*markers, *unnoted])),
        notes=tuple(notes),
        findings=tuple(findings),
    )


def _marked_notes(text: Text) -> list[Note]:
    """The notes that the source itself marks, with the number printed at the note or at its marker."""
    numbers = {
        mark.target: text.body[mark.span.start : mark.span.end] for mark in text.marks if mark.kind is MarkKind.NOTE_MARKER
    }
    signs = [mark.span for mark in text.marks if mark.kind is MarkKind.NOTE_NUMBER]
    notes: dict[str, Note] = {}
    for block in text.blocks:
        if block.kind is BlockKind.NOTE:
            note = _note_of(text.body, block, signs, numbers)
            known = notes.get(block.note)
            notes[block.note] = note if known is None else Note(known.marker, known.sign + note.sign, known.spans + note.spans)
    return list(notes.values())


def _note_of(body: str, block: Block, signs: list[Span], numbers: dict[str, str]) -> Note:
    own = tuple(span for span in signs if block.span.start <= span.start and span.end <= block.span.end)
    printed = "".join(body[span.start : span.end] for span in own) or numbers.get(block.note, "")
    start = max([block.span.start, *(span.end for span in own)])
    while start < block.span.end and body[start].isspace():
        start += 1
    return Note(re.sub(r"\W", "", printed), own, (Span(start, block.span.end),))


def _without_mark(text: Text, notes: list[Note]) -> list[Note]:
    """The notes that a source marks though it marks no place for them, as where a PDF sets two markers close together."""
    marked = {mark.target for mark in text.marks if mark.kind is MarkKind.NOTE_MARKER}
    blocks = {block.span.end: block.note for block in text.blocks if block.kind is BlockKind.NOTE}
    return [note for note in notes if note.marker.isdigit() and blocks.get(note.spans[-1].end) not in marked]


def _place_markers(view: View, notes: list[Note], regions: list[Span]) -> tuple[list[Span], list[Finding]]:
    """The markers of some notes in the body, ascending, and a finding for each note that has none in its region."""
    labels = number_places(view.text)
    found: list[Span] = []
    findings: list[Finding] = []
    for index, (note, region) in enumerate(zip(notes, regions, strict=True)):
        following = [each.marker for each in notes[index + 1 : index + 4]]
        place = find_marker(view.text, note.marker, region, found, labels, bracketed=_is_bracketed(view.body, note))
        place = place or find_glued(view.text, [note.marker, *following], region, found)
        if place is None:
            findings.append(_without_marker(note))
        else:
            found.append(place)
    return [span for place in joined(view.text, found) for span in view.spans(*place)], findings


def _is_bracketed(body: str, note: Note) -> bool:
    return any(char in "()[]." for start, end in note.sign for char in body[start:end])


def _unnoted(view: View, notes: list[Note], start: int) -> list[Span]:
    """Markers whose notes are not in the document: small numbers glued to a closing sign that go on counting."""
    last = max((int(note.marker) for note in notes if note.marker.isdigit()), default=0)
    return [span for place in find_unnoted(view.text, start, last) for span in view.spans(*place)]


def _without_marker(note: Note) -> Finding:
    detail = f"Bij voetnoot {note.marker} is in de lopende tekst geen verwijsteken gevonden."
    return Finding(code="note_without_marker", detail=detail, span=note.spans[0] if note.spans else None)


def _without_note(span: Span) -> Finding:
    return Finding(code="marker_without_note", detail="Dit voetnootteken heeft in dit document geen voetnoot.", span=span)


def footnotes_of(body: str, notes: tuple[Note, ...]) -> tuple[Footnote, ...]:
    """The notes as a reader sees them."""
    return tuple(
        Footnote(marker=note.marker, text=join_lines("\n".join(body[start:end] for start, end in note.spans)), spans=note.spans)
        for note in notes
    )
