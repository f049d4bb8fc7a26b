"""docs/search.md says what the query language does: its examples are understood, and its limits are those of the code."""

import re
from pathlib import Path

import pytest

from kamervragen.search.fields import FIELD_NAMES
from kamervragen.search.language import parse_query
from kamervragen.search.records import MAX_HITS
from kamervragen.search.refusals import MAX_CHARACTERS, MAX_DEPTH, MAX_WORDS

PAGE = (Path(__file__).parent.parent.parent / "docs" / "search.md").read_text()
DUTCH, ENGLISH = PAGE.split("\n# Searching\n")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ")]
EXAMPLES = [code for row in ROWS for code in re.findall(r"`([^`]+)`", row) if code[-1] != ":" and not code.isupper()]


@pytest.mark.parametrize("query", EXAMPLES)
def test_every_example_is_understood(query: str) -> None:
    assert parse_query(query)


def test_every_field_is_explained_in_both_languages() -> None:
    dutch, english = re.findall(r"`(\w+):`", DUTCH), re.findall(r"`(\w+):`", ENGLISH)

    assert {FIELD_NAMES[name] for name in dutch} == {FIELD_NAMES[name] for name in english} == set(FIELD_NAMES.values())
    assert set(FIELD_NAMES) <= {*dutch, *english}


def test_the_limits_are_those_of_the_code() -> None:
    assert f"Grenzen: {MAX_CHARACTERS} tekens, {MAX_WORDS} woorden, {MAX_DEPTH} haakjes in elkaar, {MAX_HITS} treffers" in DUTCH
    numbers = f"{MAX_CHARACTERS:,} characters, {MAX_WORDS} words, {MAX_DEPTH} nested parentheses, {MAX_HITS:,} hits"
    assert f"Limits: {numbers}" in ENGLISH
