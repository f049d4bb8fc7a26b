"""What is done to arrays otherwise than NumPy does it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.arrays import distinct


@given(st.lists(st.integers(0, 2**64 - 1)), st.lists(st.integers(0, 5)))
def test_values_come_out_sorted_and_each_once(large: list[int], small: list[int]) -> None:
    values = np.array([*large, *small], dtype=np.uint64)
    found = distinct(values)

    assert found.tolist() == sorted({*large, *small})
    assert found.dtype == values.dtype
    assert values.tolist() == [*large, *small]
