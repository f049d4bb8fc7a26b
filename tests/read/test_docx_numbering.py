"""The labels that Word makes: lists at every level, shared and restarted counts, bullets, and lists of styles."""

import pytest

from kamervragen.read.docx import read_docx
from kamervragen.read.word_numbering import format_number
from kamervragen.terms import BlockKind, MarkKind
from word_files import level, lines, make_docx, marked, numbered, p


@pytest.mark.parametrize(
    ("number", "number_format", "printed"),
    [
        (4, "decimal", "4"), (4, "decimalZero", "04"), (26, "lowerLetter", "z"), (28, "lowerLetter", "bb"),
        (3, "upperLetter", "C"),        (49, "lowerRoman", "xlix"), (2024, "upperRoman", "MMXXIV"),
        (0, "lowerRoman", "0"), (3, "ordinal", "3e"),        (2, "chicago", "†"), (5, "japaneseCounting", "5"),
    ],
)  # fmt: skip
def test_a_number_is_printed_in_its_format(number: int, number_format: str, printed: str):
    assert format_number(number, number_format) == printed


def test_numbers_that_word_makes_are_labels_marked_as_generated():
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%2)")}'
        f'{level(2, "lowerRoman", "%1.%2.%3")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = (
        numbered("een")
        + numbered("eerste", 1)
        + numbered("tweede", 1)
        + numbered("diep", 2)
        + numbered("twee")
        + numbered("weer", 1)
    )

    text = read_docx(make_docx(body, numbering=numbering))

    assert lines(text) == ["1. een", "a) eerste", "b) tweede", "1.b.i diep", "2. twee", "a) weer"]
    assert [label for label, _ in marked(text, MarkKind.GENERATED)] == ["1.", "a)", "b)", "1.b.i", "2.", "a)"]
    assert {block.kind for block in text.blocks} == {BlockKind.LIST_ITEM}


def test_two_lists_go_on_counting_together_until_one_starts_anew():
    numbering = (
        f'<w:abstractNum w:abstractNumId="7">{level(0, "upperRoman", "%1")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>'
    )
    body = numbered("a", num=1) + numbered("b", num=2) + numbered("c", num=3) + numbered("d", num=3)

    assert lines(read_docx(make_docx(body, numbering=numbering))) == ["I a", "II b", "IV c", "V d"]


def test_bullets_of_a_symbol_font_become_readable_signs():
    font = '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="\uf0b7"/>{font}</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )

    assert lines(read_docx(make_docx(numbered("punt"), numbering=numbering))) == ["• punt"]


def test_a_label_that_word_numbers_is_a_label_block():
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "Vraag %1")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )

    text = read_docx(make_docx(numbered("Kent u dit?") + numbered("En dit?"), numbering=numbering))

    assert lines(text) == ["Vraag 1", "Kent u dit?", "Vraag 2", "En dit?"]
    assert [block.kind for block in text.blocks][:2] == [BlockKind.LABEL, BlockKind.PARAGRAPH]


def test_numbering_of_a_style_holds_for_its_paragraphs_and_zero_takes_it_away():
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="Basis"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Lijst"><w:basedOn w:val="Basis"/></w:style>'
    )
    style = '<w:pStyle w:val="Lijst"/>'
    body = p("een", style) + p("geen", style + '<w:numPr><w:numId w:val="0"/></w:numPr>') + p("twee", style)

    assert lines(read_docx(make_docx(body, numbering=numbering, styles=styles))) == ["1. een", "geen", "2. twee"]
