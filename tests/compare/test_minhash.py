"""Texts as units with keys: what is alike has, almost always, two equal keys; what is not, hardly ever."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.compare.bands import find_pairs, find_ranges, make_entries, repeated, texts_in
from kamervragen.compare.minhash import EXACT, MIN_KEYS, MIN_WORDS, N_BANDS, Units, make_units
from kamervragen.compare.wording import make_wording, number_of
from kamervragen.compare.words import words_of
from kamervragen.model import Span

SENTENCE = (
    "De gemeente Duinoord heeft in het voorjaar een vergunning verleend voor drie windmolens langs de vaart bij Ziltdorp, en de "
    "provincie ziet daarop toe."
)
NEXT = (
    "Tegen dat besluit zijn vier bezwaren ingediend, waarvan er twee zijn ingetrokken nadat de omwonenden waren gehoord door een "
    "commissie van drie wethouders."
)

words = st.lists(st.sampled_from("aap noot mies wim zus jet teun vuur gijs lam kees bok".split()), max_size=90)
texts = st.builds(lambda each, ends: _as_text(each, ends), words, st.randoms(use_true_random=False))


def _as_text(each: list[str], random: Random) -> str:
    return " ".join(word + random.choice(("", "", "", ".", ".\n")) for word in each)


def _units(*given_texts: str) -> Units:
    return make_units([make_wording(text) for text in given_texts])


def _n_equal(units: Units, one: int, other: int) -> int:
    return int((units.keys[one] == units.keys[other]).sum())


def _change(text: str, share: float, random: Random) -> str:
    changed = text.split()
    for place in random.sample(range(len(changed)), round(len(changed) * share)):
        changed[place] = f"anders{random.randrange(10**6)}"
    return " ".join(changed)


def test_a_text_becomes_the_numbers_of_its_folded_words_with_their_places() -> None:
    wording = make_wording("Één besluit! Nee: twee.")

    assert wording.numbers.tolist() == [number_of(word) for word in ("een", "besluit", "nee", "twee")]
    assert wording.sentences.tolist() == [0, 2, 3]
    assert wording.span_of(1, 3) == Span(4, 16)


def test_the_number_of_a_word_is_the_same_in_every_process() -> None:
    assert number_of("windmolen") == 69_848_710


@given(st.text())
def test_words_are_those_by_which_answers_are_compared(text: str) -> None:
    wording, words = make_wording(text), words_of(text)

    assert wording.numbers.tolist() == [number_of(word) for word in words.folded]
    assert [wording.span_of(place, place + 1) for place in range(len(wording))] == list(words.spans)


def test_a_text_without_words_has_no_units() -> None:
    assert len(_units("", "  \n", "…").owners) == 0
    assert len(make_units([]).owners) == 0


def test_a_text_of_fewer_than_twenty_words_is_too_short_to_have_units() -> None:
    nineteen = " ".join(f"woord{n}" for n in range(19))

    assert len(_units(nineteen).owners) == 0
    assert len(_units(f"{nineteen} twintig").owners) == 1


def test_a_unit_begins_with_each_sentence_and_takes_in_the_next_until_it_has_twenty_words() -> None:
    ten = " ".join(f"woord{n}" for n in range(10))
    units = _units("Kort.", f"{ten}. {ten}. {ten}.")

    assert units.owners.tolist() == [1, 1]
    assert list(zip(units.firsts.tolist(), units.ends.tolist(), strict=True)) == [(0, 20), (10, 30)]


@given(st.lists(texts, max_size=6))
def test_every_unit_lies_in_its_text_and_has_enough_words(given_texts: list[str]) -> None:
    wordings = [make_wording(text) for text in given_texts]
    units = make_units(wordings)

    for owner, first, end in zip(units.owners, units.firsts, units.ends, strict=True):
        assert 0 <= first < end <= len(wordings[owner])
        assert end - first >= MIN_WORDS


@given(texts, texts)
def test_the_keys_of_a_text_do_not_depend_on_the_texts_beside_it(one: str, other: str) -> None:
    together, alone = _units(other, one), _units(one)

    assert np.array_equal(together.keys[together.owners == 1], alone.keys)


def test_a_passage_has_the_same_keys_wherever_it_stands() -> None:
    units = _units(f"{SENTENCE} {NEXT}", f"{NEXT}\n{SENTENCE}\nDaar blijft het niet bij.")

    assert [_n_equal(units, 0, 3), _n_equal(units, 1, 2), _n_equal(units, 0, 2)] == [1 + N_BANDS, 1 + N_BANDS, 0]


def test_equal_words_in_another_order_have_the_same_keys_but_the_exact_one() -> None:
    units = _units(SENTENCE, " ".join(reversed(SENTENCE.rstrip(".").split())))

    assert (units.keys[0] == units.keys[1]).tolist() == [False] + [True] * N_BANDS
    assert EXACT == 0


def test_units_of_function_words_only_are_alike_only_when_they_are_equal() -> None:
    units = _units("de het van en in op is een dat voor " * 2, "te met om zijn aan die niet deze dit ik " * 2)

    assert _n_equal(units, 0, 1) == 0


@pytest.mark.parametrize(("share", "least"), [(0.05, 0.998), (0.1, 0.99), (0.15, 0.95)])
def test_changed_texts_nearly_always_have_enough_equal_keys(share: float, least: float) -> None:
    random = Random(7)
    originals = [" ".join(f"woord{random.randrange(50_000)}" for _ in range(40)) for _ in range(1_000)]
    units = _units(*originals, *(_change(text, share, random) for text in originals))

    n_met = sum(_n_equal(units, place, place + 1_000) >= MIN_KEYS for place in range(1_000))

    assert n_met >= least * 1_000


def test_unrelated_texts_hardly_ever_have_enough_equal_keys() -> None:
    random = Random(8)
    units = _units(*(" ".join(f"woord{int(50_000 ** random.random())}" for _ in range(40)) for _ in range(1_000)))
    owners = units.owners.astype(np.uint32)

    pairs = [find_pairs(make_entries(units.keys[:, band].copy(), owners)) for band in range(1 + N_BANDS)]

    assert len(repeated(np.concatenate(pairs), MIN_KEYS)) < 100  # of half a million


@given(st.lists(st.integers(0, 6)), st.integers(1, 7))
def test_what_is_there_often_enough_is_told_once(values: list[int], n: int) -> None:
    found = repeated(np.array(values, dtype=np.uint64), n).tolist()

    assert found == sorted(each for each in set(values) if values.count(each) >= n)


def test_texts_with_an_equal_key_are_pairs_each_once() -> None:
    entries = make_entries(np.array([7, 7, 7, 9, 7], dtype=np.uint32), np.array([3, 1, 2, 1, 3], dtype=np.uint32))

    assert [(pair >> 32, pair & 0xFFFFFFFF) for pair in find_pairs(entries).tolist()] == [(1, 2), (1, 3), (2, 3)]


def test_a_key_that_more_texts_have_than_allowed_makes_no_pairs() -> None:
    keys, texts_of_keys = np.array([7, 7, 7, 9, 9], dtype=np.uint32), np.array([1, 2, 3, 1, 2], dtype=np.uint32)

    pairs = find_pairs(make_entries(keys, texts_of_keys), most=2)

    assert pairs.tolist() == [(1 << 32) | 2]


def test_a_band_without_entries_has_no_pairs() -> None:
    assert find_pairs(np.zeros(0, dtype=np.uint64)).tolist() == []


@given(st.lists(st.tuples(st.sampled_from([0, 5, 2**32 - 1]), st.sampled_from([0, 6, 2**32 - 1])), max_size=20))
def test_the_group_of_a_key_has_all_its_texts(given_entries: list[tuple[int, int]]) -> None:
    keys, owners = (
        (np.array(values, dtype=np.uint32) for values in zip(*given_entries, strict=True)) if given_entries else ([], [])
    )
    entries = make_entries(np.array(keys, dtype=np.uint32), np.array(owners, dtype=np.uint32))

    for key in (0, 5, 2**32 - 1):
        (first,), (end,) = find_ranges(entries, np.array([key], dtype=np.uint32))
        assert texts_in(entries[first:end]).tolist() == sorted({text for each, text in given_entries if each == key})
    assert sorted(set(texts_in(entries).tolist())) == sorted({text for _, text in given_entries})
