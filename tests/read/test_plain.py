"""Plain text and markdown: where paragraphs end, and which signs are not words."""

from kamervragen.read.plain import read_plain
from kamervragen.terms import MarkKind, MediaType

PARAGRAPHS = "Dit is een alinea die lang genoeg is om een regel te vullen, en die eindigt.\nDit is de volgende."
COLUMN = """\
Dit is een zin die over de regels van een gedrukte bladzijde heen
loopt, omdat een regel daar eindigt waar de bladzijde vol was, en
die daarna gewoon verder gaat tot aan het einde van de alinea met
nog een laatste regel die de bladzijde vult en dan ook nog even op
de volgende.
"""


def test_lines_are_paragraphs_unless_they_end_where_a_page_was_full() -> None:
    assert [(read_plain(printed.encode()).has_paragraphs) for printed in (PARAGRAPHS, COLUMN)] == [True, False]


def test_of_a_printed_column_only_an_empty_line_ends_a_block() -> None:
    text = read_plain(f"{COLUMN}\n{COLUMN}".encode())

    assert [text.body[slice(*block.span)] for block in text.blocks] == [COLUMN.rstrip()] * 2


def test_signs_of_markdown_are_marked_and_stay_in_the_body() -> None:
    printed = "# Kop\n\nEen **vet** en *schuin* woord.\n\n---\n"

    text = read_plain(printed.encode(), MediaType.MARKDOWN)

    assert text.body == printed
    marked = [(mark.kind, text.body[slice(*mark.span)]) for mark in text.marks]
    assert [words for kind, words in marked if kind is MarkKind.SIGN] == ["#", "**", "**", "*", "*", "---"]
    assert [words for kind, words in marked if kind is not MarkKind.SIGN] == ["vet", "schuin"]
    assert read_plain(printed.encode()).marks == ()
