"""The builder of texts: offsets, white space, NFC, NUL."""

from hypothesis import given
from hypothesis import strategies as st

from kamervragen.model import Span, Text
from kamervragen.read.builder import TextBuilder
from kamervragen.terms import BlockKind, MarkKind, MediaType
from text_checks import check_text, letters

COMMANDS = st.lists(
    st.one_of(
        st.tuples(st.just("append"), st.text(max_size=8)),
        st.tuples(
            st.just("append"), st.sampled_from([" ", "\n  ", "e", "\u0301", "\u0301\u0323", "ᄀ", "ᅡ", "\u00a0", "\0", "x "])
        ),
        st.tuples(st.just("append_exact"), st.text(max_size=8)),
        st.tuples(st.sampled_from(["open", "close", "break_line", "break_cell", "mark"]), st.just("")),
    ),
    max_size=40,
)


def build(commands: list[tuple[str, str]]) -> tuple[Text, str]:
    """The text that some commands make, and the characters they were given."""
    builder = TextBuilder()
    given_text = ""
    starts = [0]
    for name, value in commands:
        if name == "open":
            builder.open(BlockKind.LIST_ITEM)
        elif name == "mark":
            builder.mark(starts[-1], builder.position, MarkKind.BOLD)
            starts.append(builder.position)
        elif value:
            getattr(builder, name)(value)
            given_text += value
        elif name in ("close", "break_line", "break_cell"):
            getattr(builder, name)()
    return builder.build(MediaType.XML, "test 1"), given_text


@given(COMMANDS)
def test_blocks_cover_all_text_in_nfc_whatever_is_said(commands):
    text, given_text = build(commands)

    check_text(text)
    assert letters(text.body) == letters(given_text.replace("\0", "\ufffd"))


def test_an_accent_in_a_piece_of_its_own_is_composed_and_later_offsets_are_right():
    builder = TextBuilder()
    builder.open(BlockKind.PARAGRAPH)
    builder.append("cafe")
    builder.append("\u0301 ")
    start = builder.position
    builder.append("open")
    builder.mark(start, builder.position, MarkKind.BOLD)

    text = builder.build(MediaType.XML, "test 1")

    assert text.body == "café open\n"
    assert text.marks[0].span == Span(5, 9)


def test_layout_white_space_is_one_space_and_no_break_spaces_stay():
    builder = TextBuilder()
    builder.open(BlockKind.PARAGRAPH)
    builder.append("\n   31\u00a0066, ")
    builder.append("\n\t nr. 2  \n")

    assert builder.build(MediaType.XML, "test 1").body == "31\u00a0066, nr. 2\n"


def test_a_nul_is_a_replacement_character_with_a_finding():
    builder = TextBuilder()
    builder.append("a\0b")

    text = builder.build(MediaType.XML, "test 1")

    assert text.body == "a\ufffdb\n"
    assert [finding.code for finding in text.findings] == ["nul_character"]


def test_a_row_keeps_the_tabs_of_empty_cells_before_its_block():
    builder = TextBuilder()
    builder.open(BlockKind.ROW)
    builder.break_cell()
    builder.append("2023 ")
    builder.break_cell()
    builder.break_cell()
    builder.append("2024")

    text = builder.build(MediaType.XML, "test 1")

    assert text.body == "\t2023\t\t2024\n"
    assert text.blocks[0].span == Span(1, 11)


def test_an_empty_block_leaves_nothing():
    builder = TextBuilder()
    builder.open(BlockKind.LABEL)
    builder.append("  \n ")
    builder.close()

    text = builder.build(MediaType.XML, "test 1")

    assert (text.body, text.blocks) == ("", ())


def test_a_second_note_of_the_same_name_gets_another():
    builder = TextBuilder()

    assert [builder.name_note("n1") for _ in range(3)] == ["n1", "n1-2", "n1-3"]


def test_endless_accents_are_cut_into_rows_so_that_they_cost_no_time():
    builder = TextBuilder()
    for _ in range(1_000):
        builder.append("\u0301")

    text = builder.build(MediaType.XML, "test 1")

    check_text(text)
    assert text.body.count("\u0301") == 1_000
