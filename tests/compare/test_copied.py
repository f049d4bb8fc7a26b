"""Passages that two texts have in common, word by word."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.compare.copied import MIN_COPIED, MIN_SHARE, Copied, Numbered, find_copied
from kamervragen.compare.wording import make_wording

PASSAGE = (
    "De gemeente Duinoord heeft in het voorjaar een vergunning verleend voor drie windmolens langs de vaart bij Ziltdorp, en de "
    "provincie ziet daarop toe."
)

few_words = st.lists(st.sampled_from("aap noot mies wim zus jet".split()), max_size=60)


def _words(text: str) -> Numbered:
    return Numbered(make_wording(text).numbers)


def _find(one: str, other: str) -> tuple[Copied, ...]:
    return find_copied(_words(one), _words(other))


def _other_words(n: int, name: str) -> str:
    return " ".join(f"{name}{place}" for place in range(n))


def test_a_passage_between_other_words_is_found_from_its_first_word_to_its_last() -> None:
    one = f"{_other_words(5, 'voor')} {PASSAGE}"
    other = f"{PASSAGE} {_other_words(40, 'na')}"

    assert _find(one, other) == (Copied(first=5, end=29, other_first=0, other_end=24, n_words=24),)


def test_capitals_accents_and_signs_make_no_difference() -> None:
    assert _find(PASSAGE, PASSAGE.upper().replace("E", "É").replace(",", " – "))[0].n_words == 24


def test_fewer_than_fifteen_equal_words_are_no_passage() -> None:
    fifteen = " ".join(PASSAGE.split()[:15])
    fourteen = " ".join(PASSAGE.split()[:14])

    assert len(_find(f"a b c {fifteen} d e f", f"g h {fifteen} i")) == 1
    assert _find(f"a b c {fourteen} d e f", f"g h {fourteen} i") == ()


def test_changed_words_inside_a_passage_do_not_end_it() -> None:
    words = PASSAGE.split()
    words[4] = "najaar"
    words[12:13] = ["hoge", "oude"]
    words.pop(17)

    (copied,) = _find(PASSAGE, " ".join(words))

    assert (copied.first, copied.end, copied.other_first, copied.other_end) == (0, 24, 0, 24)
    assert copied.n_words == 21


def test_the_same_words_in_another_order_are_no_passage() -> None:
    words = PASSAGE.split() * 3
    Random(3).shuffle(words)

    assert _find(PASSAGE, " ".join(words)) == ()


def test_stock_phrases_among_other_words_are_no_passage() -> None:
    phrase = "zoals ik in mijn brief van mei heb geschreven"
    one = " ".join(f"{phrase} {_other_words(12, f'een{n}x')}" for n in range(4))
    other = " ".join(f"{phrase} {_other_words(12, f'twee{n}x')}" for n in range(4))

    assert _find(one, other) == ()


def test_two_stock_phrases_with_a_few_words_between_them_are_no_passage() -> None:
    phrases = "zoals ik in mijn brief van mei heb geschreven", "wordt de Kamer voor het eind van dit jaar"
    one = f"een {phrases[0]} {_other_words(6, 'hier')} {phrases[1]} bericht"
    other = f"twee {phrases[0]} {_other_words(7, 'daar')} {phrases[1]} verteld"

    assert _find(one, other) == ()


@pytest.mark.parametrize(("n_equal", "n_passages"), [(18, 0), (19, 1)])
def test_each_other_word_in_a_passage_asks_for_one_equal_word_more(n_equal: int, n_passages: int) -> None:
    words = PASSAGE.split()[:n_equal]
    one = [*words[:9], "alle", "vier", "woorden", "hier", *words[9:]]
    other = [*words[:9], "dat", "zijn", "er", *words[9:]]

    assert len(_find(" ".join(one), " ".join(other))) == n_passages


def test_passages_are_found_though_they_stand_in_another_order() -> None:
    second = "Over de gevolgen voor de scheepvaart is op dit moment nog te weinig bekend om daar nu al iets over te zeggen."
    one = f"{PASSAGE} {_other_words(30, 'een')} {second}"
    other = f"{second} {_other_words(30, 'twee')} {PASSAGE}"

    assert _find(one, other) == (Copied(0, 24, 52, 76, 24), Copied(54, 76, 0, 22, 22))


def test_a_passage_that_stands_twice_in_one_text_is_told_once() -> None:
    assert len(_find(PASSAGE, f"{PASSAGE} {PASSAGE}")) == 1


@pytest.mark.parametrize("text", ["", "een", "een twee drie"])
def test_short_texts_have_nothing_in_common(text: str) -> None:
    assert _find(text, PASSAGE) == _find(PASSAGE, text) == _find(text, text) == ()


@given(few_words, few_words)
def test_passages_are_the_same_seen_from_either_text(one: list[str], other: list[str]) -> None:
    here = _find(" ".join(one), " ".join(other))
    there = _find(" ".join(other), " ".join(one))

    assert sorted((each.other_first, each.other_end, each.first, each.end, each.n_words) for each in here) == sorted(there)


@given(few_words, few_words)
def test_every_passage_lies_in_both_texts_has_enough_equal_words_and_overlaps_no_other(one: list[str], other: list[str]) -> None:
    found = _find(" ".join(one), " ".join(other))

    for each in found:
        assert 0 <= each.first < each.end <= len(one)
        assert 0 <= each.other_first < each.other_end <= len(other)
        longest = max(each.end - each.first, each.other_end - each.other_first)
        assert max(MIN_COPIED + longest - each.n_words, MIN_SHARE * longest) <= each.n_words <= longest
    for before, after in pairwise(found):
        assert before.end <= after.first


def test_texts_of_one_word_over_and_over_are_not_compared_for_ever() -> None:
    many = "aap " * 50_000

    assert _find(many, f"noot {many}") == ()
