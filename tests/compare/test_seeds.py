"""Which of many pairs of texts have rows of words in common."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from kamervragen.compare import seeds
from kamervragen.compare.copied import Numbered, find_copied
from kamervragen.compare.seeds import GAP, MIN_SEEDS, may_share

LONG = list(range(100, 100 + MIN_SEEDS + 2))  # has as many rows as are asked for

few_texts = st.lists(st.lists(st.integers(0, 5), max_size=40), min_size=1, max_size=6)
passages = st.lists(st.integers(0, 30), min_size=15, max_size=40)


def _numbers(words: list[int]) -> NDArray[np.uint32]:
    return np.array(words, dtype=np.uint32)


def _may_share(texts: list[list[int]], pairs: list[tuple[int, int]]) -> list[bool]:
    ones, others = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    found: list[bool] = may_share([_numbers(each) for each in texts], ones, others).tolist()
    return found


def test_texts_with_enough_rows_in_common_may_share_a_passage_wherever_these_stand() -> None:
    texts = [[1, 2, *LONG], [*LONG, 3, 4, 5], LONG[:-1], [6, 7, 8]]

    assert _may_share(texts, [(0, 1), (1, 0), (0, 2), (1, 3), (3, 3)]) == [True, True, False, False, False]


def test_rows_across_two_texts_are_of_neither() -> None:
    texts = [LONG[:-1], LONG[-1:], LONG]  # a row more across the first two would be enough

    assert _may_share(texts, [(0, 2), (1, 2)]) == [False, False]


def test_more_texts_than_can_be_told_apart_are_refused() -> None:
    with pytest.raises(ValueError, match="1048576 texts are more than 1048575"):
        may_share([_numbers([])] * 2**20, np.zeros(1, dtype=np.int64), np.ones(1, dtype=np.int64))


def test_no_pairs_of_no_texts() -> None:
    assert _may_share([], []) == []


def test_rows_in_common_must_stand_near_each_other_in_both_texts() -> None:
    half = MIN_SEEDS // 2 + 2
    first, last = LONG[:half], LONG[half - 2 :]
    near, also_near = ([*first, *range(begin, begin + GAP), *last] for begin in (200, 300))
    far = [*first, *range(400, 401 + GAP), *last]

    assert _may_share([near, also_near, far], [(0, 1), (0, 2), (2, 1)]) == [True, False, False]


def test_a_row_that_a_text_has_again_and_again_counts_once() -> None:
    again = [7, 8, 9] * 10

    assert _may_share([again, [*again, 1]], [(0, 1), (0, 0)]) == [False, False]


@given(few_texts, passages, st.sampled_from([1, 7, 1_000_000]))
def test_no_pair_that_has_a_passage_is_left_out(texts: list[list[int]], passage: list[int], at_once: int) -> None:
    texts = [[*each, *passage, *each[::-1]] if place % 2 else each for place, each in enumerate(texts)]
    words = [Numbered(_numbers(each)) for each in texts]
    pairs = [(one, other) for one in range(len(texts)) for other in range(len(texts))]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seeds, "_AT_ONCE", at_once)
        found = _may_share(texts, pairs)

    assert len(found) == len(pairs)
    for (one, other), may in zip(pairs, found, strict=True):
        assert may or not find_copied(words[one], words[other])
