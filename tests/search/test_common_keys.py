"""Keys that more answers have than are named."""

import numpy as np
import pytest

from kamervragen.compare.bands import MOST, make_entries
from kamervragen.search.reuse.common_keys import CommonKeys, common_keys

N = MOST + 1


@pytest.fixture(scope="module")
def common() -> CommonKeys:
    """Of a band in which the keys 5 and 9 are common, and 7 is not."""
    keys = np.repeat(np.array([5, 7, 9], dtype=np.uint32), [N, MOST, N + 3])
    return common_keys(make_entries(keys, np.arange(len(keys), dtype=np.uint32)))


def test_a_key_that_is_common_has_its_answers_counted_and_another_none(common: CommonKeys) -> None:
    asked = np.array([9, 4, 7, 5, 12, 2**32 - 1, 0], dtype=np.uint32)
    assert common.sizes_of(asked).tolist() == [N + 3, 0, 0, N, 0, 0, 0]


def test_where_nothing_is_common_no_key_is() -> None:
    nothing = common_keys(make_entries(np.zeros(3, dtype=np.uint32), np.arange(3, dtype=np.uint32)))
    assert nothing.sizes_of(np.array([0, 1], dtype=np.uint32)).tolist() == [0, 0]
