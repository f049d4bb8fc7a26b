"""Enumerations and small numbers in sentences."""

import pytest

from kamervragen.dutch.counting import join_words, number_word


@pytest.mark.parametrize(("words", "joined"), [((), ""), (("a",), "a"), (("a", "b"), "a en b"), (("a", "b", "c"), "a, b en c")])
def test_words_are_joined_as_an_enumeration(words: tuple[str, ...], joined: str) -> None:
    assert join_words(words) == joined


@pytest.mark.parametrize(
    ("n", "word"), [(0, "nul"), (1, "één"), (10, "tien"), (12, "twaalf"), (13, "13"), (29, "29"), (-1, "-1")]
)
def test_numbers_up_to_twelve_are_words(n: int, word: str) -> None:
    assert number_word(n) == word
