"""Lists of question numbers as labels print them: "2, 3 en 4", "2 t/m 6", "4-7", "3a", "7, 8, en 9"."""

import re

# One number: digits with at most one letter. "2l" in a label is question 2, letter l.
_NUMBER = r"\d{1,3}(?!\d)(?:[a-z](?![a-zA-Z]))?"
_UP_TO = r"t\s?/\s?m\b|tot\s+en\s+met\b"
_JOIN = rf"(?:\s*(?:,(?:\s*(?:en\b|&))?|;|/|en\b|&)\s*|[^\S\n]*(?:{_UP_TO}|[-–—])[^\S\n]*)"

# A whole list. No group in it, so that other patterns can hold it.
NUMBER_LIST = rf"(?:{_NUMBER}(?:{_JOIN}(?:vraag\s*|vragen\s*)?{_NUMBER})*)"

_TOKEN = re.compile(
    rf"""
    (?P<number>{_NUMBER})                               # 3, 3a
    | (?P<range>{_UP_TO}|[-–—])                         # up to and including
    """,
    re.X,
)
_MOST_IN_A_RANGE = 150  # the highest question number seen in 38,247 documents is 115; more is a misprint


def parse_numbers(printed: str) -> tuple[str, ...]:
    """All numbers that a list names, ranges expanded, in printed order, each once.

    Args:
        printed: such as "2, 3 en 4" or "2 t/m 4"; words between are ignored.
    Returns:
        Numbers as strings without spaces, lower-case: ("2", "3", "4"), ("3a", "3b"); () when there is none.
    """
    numbers: list[str] = []
    pending_range = False
    for token in _TOKEN.finditer(printed):
        if token["range"]:
            pending_range = bool(numbers)
            continue
        number = re.sub(r"\s", "", token["number"]).lower()
        numbers.extend(_between(numbers[-1], number) if pending_range else ())
        numbers.append(number)
        pending_range = False
    return tuple(dict.fromkeys(numbers))


def _between(first: str, last: str) -> list[str]:
    """The numbers strictly between two; none when either has a letter or the range runs backwards or too far."""
    if not (first.isdigit() and last.isdigit()) or int(last) - int(first) > _MOST_IN_A_RANGE:
        return []
    return [str(number) for number in range(int(first) + 1, int(last))]
