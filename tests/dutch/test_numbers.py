import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.dutch.numbers import parse_numbers

LISTS = [
    ("1", ("1",)),
    ("2, 3 en 4", ("2", "3", "4")),
    ("1,2,3,4 en 5", ("1", "2", "3", "4", "5")),
    ("7, 8, en 9", ("7", "8", "9")),
    ("2 t/m 6", ("2", "3", "4", "5", "6")),
    ("2 t / m 4", ("2", "3", "4")),
    ("10 tot en met 12", ("10", "11", "12")),
    ("4-7", ("4", "5", "6", "7")),
    ("4 – 7", ("4", "5", "6", "7")),
    ("3a", ("3a",)),
    ("2l / 3l", ("2l", "3l")),
    ("3 en vraag 8", ("3", "8")),
    ("4, 5, 7 en 8", ("4", "5", "7", "8")),
    ("2 & 3", ("2", "3")),
    ("5 en 5", ("5",)),
    ("7-4", ("7", "4")),
    ("1 t/m 400", ("1", "400")),
    ("", ()),
]


@pytest.mark.parametrize(("printed", "numbers"), LISTS)
def test_a_printed_list_names_these_numbers(printed: str, numbers: tuple[str, ...]) -> None:
    assert parse_numbers(printed) == numbers


@given(st.lists(st.integers(1, 120), min_size=1, max_size=8, unique=True))
def test_a_list_written_with_commas_and_en_reads_back(numbers: list[int]) -> None:
    words = [str(number) for number in numbers]
    printed = ", ".join(words[:-1]) + (" en " if len(words) > 1 else "") + words[-1]

    assert parse_numbers(printed) == tuple(words)
