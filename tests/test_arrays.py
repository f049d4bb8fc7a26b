"""What is done to arrays otherwise than NumPy does it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.arrays import distinct, is_in


@given(st.lists(st.integers(0, 2**64 - 1)), st.lists(st.integers(0, 5)))
def test_values_come_out_sorted_and_each_once(large: list[int], small: list[int]) -> None:
    values = np.array([*large, *small], dtype=np.uint64)
    found = distinct(values)

    assert found.tolist() == sorted({*large, *small})
    assert found.dtype == values.dtype
    assert values.tolist() == [*large, *small]


@given(st.lists(st.integers(0, 9)), st.lists(st.integers(0, 9)))
def test_values_are_found_among_sorted_ones(values: list[int], there: list[int]) -> None:
    found = is_in(np.array(values, dtype=np.uint32), np.array(sorted(there), dtype=np.uint32))

    assert found.tolist() == [each in there for each in values]
