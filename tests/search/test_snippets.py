"""Snippets: which part of a text is shown, and what in it is marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.search.language import parse_query
from kamervragen.search.marking import Marker
from kamervragen.search.records import Piece
from kamervragen.search.snippets import MAX_CHARACTERS, make_snippet
from kamervragen.search.trimming import positive_leaves


def _snippet(query: str, text: str, *, with_parts: bool = False) -> tuple[Piece, ...]:
    return make_snippet(text, Marker(tuple(positive_leaves(parse_query(query))), with_parts=with_parts))


def _show(pieces: tuple[Piece, ...]) -> str:
    """The snippet with its marks between brackets."""
    return "".join(f"[{piece.text}]" if piece.is_match else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("query", "text", "shown"),
    [
        ("ambtenaar", "Elke ambtenaar weet het.", "Elke [ambtenaar] weet het."),
        ("ambtenaar", "Alle ambtenaren weten het.", "Alle [ambtenaren] weten het."),
        ("woning", "Het woningbouwbeleid.", "Het [woningbouwbeleid]."),
        ("coordinatie", "De coördinatie.", "De [coördinatie]."),
        ('"rode fiets"', "Een rode fiets, geen rode auto.", "Een [rode fiets], geen rode auto."),
        ('"ambtenaar"', "Geen ambtenaren maar een ambtenaar.", "Geen ambtenaren maar een [ambtenaar]."),
        ("rode fiets", "De rode fiets en de fiets, rode.", "De [rode] [fiets] en de [fiets], [rode]."),
        ("verkiez*", "Verkiezingen en gekozenen.", "[Verkiezingen] en gekozenen."),
        ("email", "Stuur een e-mail.", "Stuur een [e-mail]."),
        ("EU-richtlijn", "Een EU-richtlijn.", "Een [EU-richtlijn]."),
        ("regen -zon", "Zon en regen.", "Zon en [regen]."),
        ("regen OF zon", "Zon en regen.", "[Zon] en [regen]."),
        ("(regen) fractie:VVD", "Regen voor de VVD.", "[Regen] voor de VVD."),
        ("fractie:VVD", "Regen voor de VVD.", "Regen voor de VVD."),
        ("regende", "Het\n  regent\twat.", "Het [regent] wat."),
        ("zon", "Zo'n dag.", "Zo'n dag."),
        ("niets", "", ""),
    ],
)
def test_what_was_asked_for_is_marked(query: str, text: str, shown: str) -> None:
    assert _show(_snippet(query, text)) == shown


def test_parts_of_a_compound_are_marked_where_hits_have_a_part_of_what_was_asked_for() -> None:
    text = "De paling en de stand van het water."

    assert _show(_snippet("palingstand", text)) == text
    assert _show(_snippet("palingstand", text, with_parts=True)) == "De [paling] en de [stand] van het water."


def test_pieces_are_plain_text_whatever_the_text_holds() -> None:
    pieces = _snippet("script", '<script>alert("&amp;")</script>')

    assert pieces == (
        Piece(text="<", is_match=False),
        Piece(text="script", is_match=True),
        Piece(text='>alert("&amp;")</', is_match=False),
        Piece(text="script", is_match=True),
        Piece(text=">", is_match=False),
    )


def test_a_long_text_is_cut_to_the_sentence_that_has_most_of_what_was_asked_for() -> None:
    filler = "Dit gaat over iets anders en het duurt nog even voor het komt. " * 10
    text = f"{filler}Er viel regen. {filler}De regen en de wind maakten het koud. {filler}"

    shown = _show(_snippet("regen wind", text))

    assert shown.startswith("… De [regen] en de [wind] maakten het koud. Dit gaat")
    assert shown.endswith(" …")
    assert len(shown) < MAX_CHARACTERS + 10


def test_a_long_sentence_is_cut_a_little_before_what_was_asked_for() -> None:
    shown = _show(_snippet("regen", f"{'woord ' * 200}regen {'woord ' * 200}"))

    assert 60 < shown.index("[regen]") < 90


def test_a_text_that_has_nothing_of_it_is_shown_from_its_beginning() -> None:
    shown = _show(_snippet("regen", "woord " * 200))

    assert shown.startswith("woord woord")
    assert shown.endswith("woord …")


@given(
    st.text(alphabet=st.sampled_from("regen wind-.\n\t’é<&" + "\u00ad"), max_size=900),
    st.sampled_from(["regen", "wind", "re*", '"n wind"']),
)
def test_a_snippet_is_a_part_of_the_text_and_no_longer_than_it_may_be(text: str, query: str) -> None:
    pieces = _snippet(query, text)
    shown = "".join(piece.text for piece in pieces)

    plain = shown.removeprefix("… ").removesuffix(" …")
    assert " ".join(plain.split()) in " ".join(text.split())
    assert len(shown) <= MAX_CHARACTERS + 4
    assert all(piece.text for piece in pieces)
