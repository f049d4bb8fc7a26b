"""The body cut into segments and claims: all of it, in order, with an address for each claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.dossiers import Place
from kamervragen.model import Answer, Finding, ParsedDocument, Segment, Span
from kamervragen.site.tracing import address_of_place, read_place, shares, trace, write_trace
from kamervragen.terms import Kind, SegmentKind

BODY = "Vraag 1\nWaarom?"
PARSED = ParsedDocument(
    source="x",
    kind=Kind.QUESTION,
    segments=(
        Segment(SegmentKind.LABEL, 0, 7),
        Segment(SegmentKind.BLANK, 7, 8),
        Segment(SegmentKind.QUESTION, 8, 15),
    ),
)


def test_a_segment_carries_the_word_for_its_kind_and_blank_none() -> None:
    assert [(segment.word, segment.pieces[0].text) for segment in trace(BODY, PARSED)] == [
        ("opschrift", "Vraag 1"),
        ("", "\n"),
        ("vraag", "Waarom?"),
    ]


def test_the_shares_count_segments_and_characters_of_each_kind() -> None:
    assert [(share.word, share.n_segments, share.n_characters) for share in shares(PARSED.segments)] == [
        ("opschrift", 1, 7),
        ("vraag", 1, 7),
        ("wit", 1, 1),
    ]


def test_a_document_without_segments_is_shown_as_unknown() -> None:
    (segment,) = trace(BODY, ParsedDocument(source="x", kind=Kind.OTHER))
    assert (segment.word, segment.pieces[0].text) == ("onbekend", BODY)


_SPANS = st.tuples(st.integers(0, 15), st.integers(0, 15)).map(lambda ends: Span(min(ends), max(ends)))


@given(claims=st.lists(_SPANS, max_size=6), odd=st.lists(_SPANS, max_size=6))
def test_whatever_is_claimed_the_pieces_are_the_body_and_each_claim_has_its_place(claims: list[Span], odd: list[Span]) -> None:
    parsed = ParsedDocument(
        source="x",
        kind=Kind.QUESTION,
        segments=PARSED.segments,
        answers=tuple(Answer(numbers=("1",), text="", spans=(span,)) for span in claims),
        findings=tuple(Finding(code="odd", detail="Vreemd.", span=span) for span in odd),
    )
    pieces = [piece for segment in trace(BODY, parsed) for piece in segment.pieces]
    assert "".join(piece.text for piece in pieces) == BODY
    anchors = {piece.anchor for piece in pieces}
    assert {f"teken-{span.start}" for span in claims if span.start < len(BODY)} <= anchors
    shown_odd = {piece.start + offset for piece in pieces if piece.odd for offset in range(len(piece.text))}
    assert shown_odd == {position for span in odd for position in range(*span)}


def test_any_characters_have_an_address_and_get_an_anchor_there() -> None:
    assert address_of_place(Place("ah-tk-20302031-1", Span(3, 9))) == "/documenten/ah-tk-20302031-1/tekst?teken=3-9#teken-3"
    asked = read_place("3-9", "Vraag 1. Ja.")
    assert asked == Span(3, 9)
    html = write_trace(trace("Vraag 1. Ja.", ParsedDocument(source="a.txt", kind=Kind.ANSWER), asked))
    assert 'Vra<span id="teken-3">ag 1. </span>Ja.' in html


@pytest.mark.parametrize("query", ["", "3", "3-", "-9", "9-3", "3-3", "3-99", "a-b", "²-³", "1-2-3", "3-" + "9" * 5_000])
def test_what_names_no_characters_of_the_body_is_passed_over(query: str) -> None:
    assert read_place(query, "Vraag 1. Ja.") is None
