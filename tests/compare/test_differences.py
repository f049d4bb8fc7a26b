"""Shared and own passages: spans of the answer, exact to the word."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from comparing import all_answer
from kamervragen.compare.words import divide_alike, words_of
from kamervragen.comparisons import Cell

COMMON = "daarover is op elk ministerie in november een bericht rondgestuurd aan alle medewerkers"
WORDS = st.sampled_from("ja nee het de ministerie koffie thee van in op voor molens Defensie hetministerie N.v.t. é ß".split())
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)


def pieces(cell: Cell) -> list[tuple[str, tuple[str, ...]]]:
    """The passages in order, each with the replies that share it; () for own ones."""
    found = [*((each.span, each.also_in) for each in cell.shared), *((span, ()) for span in cell.own)]
    return [(cell.text[slice(*span)], also_in) for span, also_in in sorted(found)]


def test_a_shared_run_stands_between_own_words() -> None:
    first, second = all_answer([f"Ik meld dat {COMMON}. Meer niet.", f"Voor zover bekend: {COMMON}!"]).questions[0].cells

    assert pieces(first) == [("Ik meld dat", ()), (COMMON, ("ah-1",)), ("Meer niet", ())]
    assert pieces(second) == [("Voor zover bekend", ()), (COMMON, ("ah-0",))]


def test_a_passage_names_every_reply_that_has_it_and_no_other() -> None:
    long = "zoals vorig jaar in de brief aan de Kamer over de windmolens is gezegd"
    cells = (
        all_answer([f"{COMMON} {long}", f"{COMMON} maar dat is alles wat er is", f"Wel {long} en niet anders"]).questions[0].cells
    )

    assert pieces(cells[0]) == [(COMMON, ("ah-1",)), (long, ("ah-2",))]


def test_six_words_in_common_are_no_passage_and_seven_are() -> None:
    six, seven = "een twee drie vier vijf zes", "een twee drie vier vijf zes zeven"
    start, end = "Hier staat heel iets anders", "daar ook wel het een en ander over"

    assert pieces(all_answer([f"{start} {six}", f"{six} {end}"]).questions[0].cells[0]) == [(f"{start} {six}", ())]
    assert pieces(all_answer([f"{start} {seven}", f"{seven} {end}"]).questions[0].cells[0]) == [(start, ()), (seven, ("ah-1",))]


def test_paragraphs_in_another_order_are_two_passages() -> None:
    other = "verder blijft alles zoals het was met ingang van morgenochtend vroeg"

    first, _ = all_answer([f"{COMMON} {other}", f"{other} {COMMON}"]).questions[0].cells

    assert pieces(first) == [(COMMON, ("ah-1",)), (other, ("ah-1",))]


def test_nearly_equal_answers_show_the_words_that_differ() -> None:
    first, _ = all_answer([COMMON, COMMON.replace("november", "december")]).questions[0].cells

    assert [piece for piece, also_in in pieces(first) if not also_in] == ["november"]


def test_equal_answers_are_one_shared_passage_however_short() -> None:
    first, second, third = all_answer(["Nee.", "Nee.", "Ja."]).questions[0].cells

    assert [pieces(each) for each in (first, second, third)] == [[("Nee", ("ah-1",))], [("Nee", ("ah-0",))], [("Ja", ())]]


def test_a_space_lost_at_the_end_of_a_line_is_no_difference() -> None:
    first, second = all_answer([f"Wij zeggen: {COMMON}.", f"{COMMON.replace('op elk', 'opelk')} en dus niet."]).questions[0].cells

    assert pieces(first) == [("Wij zeggen", ()), (COMMON, ("ah-1",))]
    assert pieces(second) == [(COMMON.replace("op elk", "opelk"), ("ah-0",)), ("en dus niet", ())]


def test_a_word_printed_as_two_elsewhere_is_two_words() -> None:
    first, second = divide_alike(["Étatisme hetkabinet", "het kabinet en de é tatisme"])

    assert [first.text[slice(*span)] for span in first.spans] == ["É", "tatisme", "het", "kabinet"]
    assert first.folded == ("e", "tatisme", "het", "kabinet")
    assert second.folded == ("het", "kabinet", "en", "de", "e", "tatisme")


@given(st.lists(TEXTS, max_size=5))
def test_shared_and_own_passages_partition_the_words_of_every_answer(texts: list[str]) -> None:
    for cell in all_answer(texts).questions[0].cells:
        assert "".join("".join(words_of(piece).folded) for piece, _ in pieces(cell)) == "".join(words_of(cell.text).folded)
        spans = sorted([*(each.span for each in cell.shared), *cell.own])
        assert all(0 <= span.start < span.end <= len(cell.text) for span in spans)
        assert all(before.end <= after.start for before, after in pairwise(spans))


@given(st.lists(TEXTS, max_size=5))
def test_every_shared_passage_stands_unbroken_in_every_reply_that_it_names(texts: list[str]) -> None:
    cells = all_answer(texts).questions[0].cells
    letters = {cell.reply: "".join(words_of(cell.text).folded) for cell in cells}

    for cell in cells:
        for passage in cell.shared:
            assert cell.reply not in passage.also_in
            assert passage.also_in
            assert all("".join(words_of(cell.text[slice(*passage.span)]).folded) in letters[each] for each in passage.also_in)
