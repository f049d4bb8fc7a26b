"""Spans become HTML in which every character of a document is text and every tag is ours."""

from collections.abc import Sequence

import pytest

from kamervragen.model import Block, Footnote, Mark, ParsedDocument, Segment, Span, Text
from kamervragen.site.notes import NoteMap
from kamervragen.site.rendering import Renderer, is_web_address
from kamervragen.terms import BlockKind, Kind, MarkKind, MediaType, SegmentKind


def _renderer(
    body: str,
    blocks: Sequence[Block] = (),
    marks: Sequence[Mark] = (),
    segments: Sequence[Segment] = (),
    footnotes: Sequence[Footnote] = (),
) -> Renderer:
    text = Text(body=body, media_type=MediaType.XML, reader="xml 1", blocks=tuple(blocks), marks=tuple(marks))
    parsed = ParsedDocument(source="x", kind=Kind.ANSWER, segments=tuple(segments), footnotes=tuple(footnotes))
    return Renderer(text, NoteMap(text, parsed))


def _block(body: str, printed: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    start = body.index(printed)
    return Block(span=Span(start, start + len(printed)), kind=kind)


def _mark(body: str, printed: str, kind: MarkKind, target: str = "") -> Mark:
    start = body.index(printed)
    return Mark(span=Span(start, start + len(printed)), kind=kind, target=target)


def _whole(body: str) -> tuple[Span, ...]:
    return (Span(0, len(body)),)


def test_what_a_document_holds_is_text_and_never_markup() -> None:
    body = "<script>alert('x')</script> & <b>"
    assert _renderer(body).render(_whole(body)) == "<p>&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; &lt;b&gt;</p>"


def test_signs_that_rendering_uses_itself_are_harmless_in_a_document() -> None:
    body = "a \ufdd00\ufdd1 b"
    assert _renderer(body).render(_whole(body)) == "<p>a \ufffd0\ufffd b</p>"


def test_lines_are_joined_and_hyphens_at_their_ends_closed() -> None:
    body = "Zijn er bijeen-\nkomsten geweest\nover dit bericht?"
    assert _renderer(body).render(_whole(body)) == "<p>Zijn er bijeenkomsten geweest over dit bericht?</p>"


def test_emphasis_and_links_are_kept() -> None:
    body = "Lees het nieuwe rapport op de site."
    marks = [_mark(body, "nieuwe", MarkKind.ITALIC), _mark(body, "rapport", MarkKind.LINK, "https://voorbeeld.test/a?b=1&c=2")]
    assert _renderer(body, marks=marks).render(_whole(body)) == (
        '<p>Lees het <em>nieuwe</em> <a href="https://voorbeeld.test/a?b=1&amp;c=2" rel="nofollow noopener">rapport</a>'
        " op de site.</p>"
    )


def test_marks_that_overlap_give_tags_that_nest() -> None:
    body = "een twee drie"
    marks = [Mark(span=Span(0, 8), kind=MarkKind.BOLD), Mark(span=Span(4, 13), kind=MarkKind.ITALIC)]
    assert _renderer(body, marks=marks).render(_whole(body)) == ("<p><strong>een <em>twee</em></strong><em> drie</em></p>")


def test_a_block_that_is_bold_from_end_to_end_is_not_emphasised() -> None:
    body = "Kent u dit bericht?"
    assert _renderer(body, marks=[_mark(body, body, MarkKind.BOLD)]).render(_whole(body)) == "<p>Kent u dit bericht?</p>"


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "JAVASCRIPT:alert(1)",
        "//elders.test/",
        "/documenten/",
        "",
        "https://",
        "java\nscript:x",
    ],
)
def test_a_link_that_is_no_web_address_stays_text(target: str) -> None:
    body = "klik hier"
    assert _renderer(body, marks=[_mark(body, "hier", MarkKind.LINK, target)]).render(_whole(body)) == "<p>klik hier</p>"


def test_an_address_cannot_break_out_of_its_attribute() -> None:
    body = "hier"
    html = _renderer(body, marks=[_mark(body, body, MarkKind.LINK, 'https://x.test/"onmouseover="alert(1)')]).render(_whole(body))
    assert html == '<p><a href="https://x.test/&quot;onmouseover=&quot;alert(1)" rel="nofollow noopener">hier</a></p>'


@pytest.mark.parametrize(("address", "is_web"), [("https://a.test/x", True), ("http://a.test", True), ("ftp://a.test", False)])
def test_only_http_and_https_are_web_addresses(address: str, is_web: bool) -> None:
    assert is_web_address(address) is is_web


def test_a_bare_address_becomes_a_link_without_the_sentence_around_it() -> None:
    body = "Zie (https://voorbeeld.test/a_(b))."
    assert _renderer(body).render(_whole(body)) == (
        '<p>Zie (<a class="bare" href="https://voorbeeld.test/a_(b)" rel="nofollow noopener">https://voorbeeld.test/a_(b)</a>).</p>'
    )


def test_a_bare_address_that_may_go_on_in_the_next_line_is_not_made_a_wrong_link() -> None:
    body = "Zie https://voorbeeld.test/artikel/\n12345 hierover."
    assert _renderer(body).render(_whole(body)) == "<p>Zie https://voorbeeld.test/artikel/12345 hierover.</p>"


def test_list_items_and_rows_share_one_list_and_one_table() -> None:
    body = "Dit zijn ze:\na. appels\nb. peren\nJaar\tAantal\n2030\t12"
    kinds = [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM, BlockKind.ROW, BlockKind.ROW]
    blocks = [_block(body, line, kind) for line, kind in zip(body.split("\n"), kinds, strict=True)]
    assert _renderer(body, blocks).render(_whole(body)) == (
        "<p>Dit zijn ze:</p>\n"
        '<ul class="printed-list"><li>a. appels</li>\n<li>b. peren</li></ul>\n'
        '<div class="table-scroll" role="region" aria-label="Tabel" tabindex="0"><table>'
        "<tr><td>Jaar</td><td>Aantal</td></tr>\n<tr><td>2030</td><td>12</td></tr></table></div>"
    )


def test_a_paragraph_goes_on_after_the_end_of_a_page() -> None:
    body = "Dat is niet\nTweede Kamer, Aanhangsel\nhet geval."
    blocks = [
        _block(body, "Dat is niet"),
        _block(body, "Tweede Kamer, Aanhangsel", BlockKind.FURNITURE),
        _block(body, "het geval."),
    ]
    assert _renderer(body, blocks).render((Span(0, 11), Span(37, 47))) == "<p>Dat is niet het geval.</p>"


def test_markers_stand_in_their_places_and_lead_to_their_notes() -> None:
    body = "Kent u «dit bericht»?1\n1Krant, 2 juli 2030"
    segments = [
        Segment(SegmentKind.QUESTION, 0, 21),
        Segment(SegmentKind.MARKER, 21, 22),
        Segment(SegmentKind.BLANK, 22, 23),
        Segment(SegmentKind.MARKER, 23, 24),
        Segment(SegmentKind.FOOTNOTE, 24, 42),
    ]
    note = Footnote(marker="1", text="Krant, 2 juli 2030", spans=(Span(24, 42),))
    renderer = _renderer(body, segments=segments, footnotes=[note])
    assert renderer.render((Span(0, 21),)) == (
        '<p>Kent u «dit bericht»?<sup class="note-marker"><a href="#noot-1" aria-label="noot 1">1</a></sup></p>'
    )
    assert renderer.notes_of((Span(0, 21),)) == [0]


def test_a_marker_without_note_is_shown_without_link() -> None:
    body = "Kent u dit?3"
    segments = [Segment(SegmentKind.QUESTION, 0, 11), Segment(SegmentKind.MARKER, 11, 12)]
    assert _renderer(body, segments=segments).render((Span(0, 11),)) == '<p>Kent u dit?<sup class="note-marker">3</sup></p>'


def test_two_notes_of_one_number_are_told_apart_by_what_the_source_says() -> None:
    body = "Eerste1 en tweede1.\nNoot A\nNoot B"
    blocks = [
        _block(body, "Eerste1 en tweede1."),
        Block(span=Span(20, 26), kind=BlockKind.NOTE, note="a"),
        Block(span=Span(27, 33), kind=BlockKind.NOTE, note="b"),
    ]
    marks = [
        Mark(span=Span(6, 7), kind=MarkKind.NOTE_MARKER, target="b"),
        Mark(span=Span(17, 18), kind=MarkKind.NOTE_MARKER, target="a"),
    ]
    segments = [
        Segment(SegmentKind.ANSWER, 0, 6),
        Segment(SegmentKind.MARKER, 6, 7),
        Segment(SegmentKind.ANSWER, 7, 17),
        Segment(SegmentKind.MARKER, 17, 18),
        Segment(SegmentKind.ANSWER, 18, 19),
    ]
    notes = [
        Footnote(marker="1", text="Noot A", spans=(Span(20, 26),)),
        Footnote(marker="1", text="Noot B", spans=(Span(27, 33),)),
    ]
    renderer = _renderer(body, blocks, marks, segments, notes)
    assert renderer.notes_of((Span(0, 6), Span(7, 17), Span(18, 19))) == [1, 0]
