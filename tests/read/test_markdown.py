import pytest

from kamervragen.read.plain import read_plain
from kamervragen.terms import BlockKind, MarkKind, MediaType
from text_checks import check_text

BODY = """## Antwoord 2

Deze pagina’s zijn **vet** en _schuin_ verdeeld, zie [het programma](https://voorbeeld.test/programma_2031):

| Soort | Aantal |
|---|---|
| tabel | 9 |

- De omslag niet.
- Twee keer_geteld.
"""


def test_markdown_becomes_headings_rows_items_and_paragraphs() -> None:
    text = read_plain(BODY.encode(), MediaType.MARKDOWN)

    assert [(block.kind, text.body[slice(*block.span)]) for block in text.blocks] == [
        (BlockKind.HEADING, "## Antwoord 2"),
        (
            BlockKind.PARAGRAPH,
            "Deze pagina’s zijn **vet** en _schuin_ verdeeld, zie [het programma](https://voorbeeld.test/programma_2031):",
        ),
        (BlockKind.ROW, "| Soort | Aantal |"),
        (BlockKind.ROW, "|---|---|"),
        (BlockKind.ROW, "| tabel | 9 |"),
        (BlockKind.LIST_ITEM, "- De omslag niet."),
        (BlockKind.LIST_ITEM, "- Twee keer_geteld."),
    ]


def test_markdown_signs_are_marked_with_what_they_say() -> None:
    text = read_plain(BODY.encode(), MediaType.MARKDOWN)

    said = [(mark.kind, text.body[slice(*mark.span)], mark.target) for mark in text.marks if mark.kind is not MarkKind.SIGN]
    assert said == [
        (MarkKind.BOLD, "vet", ""),
        (MarkKind.ITALIC, "schuin", ""),
        (MarkKind.LINK, "het programma", "https://voorbeeld.test/programma_2031"),
    ]
    signs = [text.body[slice(*mark.span)] for mark in text.marks if mark.kind is MarkKind.SIGN]
    assert signs == ["##", "**", "**", "_", "_", "[", "](https://voorbeeld.test/programma_2031)", "|", "|", "|---|---|", "|", "|"]


@pytest.mark.parametrize("body", [BODY, "", "|", "| |", "# ", "**", "[a](https://b", "- \n-", "een\ntwee\n\ndrie"])
@pytest.mark.parametrize("wrapped", [False, True])
def test_blocks_cover_all_of_a_markdown_text(body: str, wrapped: bool) -> None:
    line = "een regel die is afgebroken waar de bladzijde vol was en dus verder gaat op de\n"

    check_text(read_plain((body + "\n\n" + line * (8 if wrapped else 0)).encode(), MediaType.MARKDOWN))
