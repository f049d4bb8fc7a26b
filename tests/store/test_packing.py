"""Texts as they lie in the database come out as they went in."""

from kamervragen.model import Block, Fact, Finding, Mark, Span, Text
from kamervragen.store.packing import differing_fields, pack, pack_text, unpack_text
from kamervragen.terms import BlockKind, MarkKind, MediaType, Part


def test_a_text_comes_out_as_it_went_in() -> None:
    text = Text(
        body="Vraag 1\nIs «dit» één vraag?",
        media_type=MediaType.XML,
        reader="xml 1",
        blocks=(
            Block(span=Span(0, 7), kind=BlockKind.LABEL, part=Part.QUESTION, group=0),
            Block(span=Span(8, 27), kind=BlockKind.NOTE, note="ID-1"),
        ),
        marks=(Mark(span=Span(8, 10), kind=MarkKind.LINK, target="https://example.org/"),),
        facts=(Fact(name="DC.identifier", value="ah-tk-20302031-8"),),
        has_paragraphs=False,
        findings=(Finding(code="odd", detail="Vreemd.", span=Span(0, 1)), Finding(code="odder", detail="Vreemder.")),
    )

    assert unpack_text(pack_text(text)) == text


def test_equal_values_are_packed_into_equal_bytes() -> None:
    assert pack({"a": [1, "é"]}) == pack({"a": [1, "é"]})


def test_fields_that_differ_are_named_in_their_order_also_when_one_side_lacks_them() -> None:
    assert differing_fields({"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 3, "d": 4}) == ("b", "c", "d")
