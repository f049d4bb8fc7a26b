"""The glossary explains every value that the record may hold, and no other."""

import re
from enum import StrEnum
from pathlib import Path

from kamervragen import terms

GLOSSARY = (Path(__file__).parent.parent / "docs/glossary.md").read_text()
SECTION = re.compile(r"^## .*?: `(?P<name>\w+)`$(?P<body>.*?)(?=^## |\Z)", re.M | re.S)
ROW = re.compile(r"^\| (?P<dutch>[^|]+) \| `(?P<member>\w+)` \| `(?P<value>[^`|]+)` \| (?P<meaning>[^|]+) \|$", re.M)


def _values_in_code() -> set[tuple[str, str, str]]:
    enums = [
        kind for kind in vars(terms).values() if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    ]
    return {(kind.__name__, member.name, member.value) for kind in enums for member in kind}


def _values_on_the_page() -> list[tuple[str, str, str]]:
    sections = [(section["name"], section["body"]) for section in SECTION.finditer(GLOSSARY)]
    return [(name, row["member"], row["value"]) for name, body in sections for row in ROW.finditer(body)]


def test_every_value_in_the_code_is_explained() -> None:
    assert _values_in_code() - set(_values_on_the_page()) == set()


def test_every_explained_value_is_in_the_code() -> None:
    assert set(_values_on_the_page()) - _values_in_code() == set()


def test_no_value_is_explained_twice() -> None:
    page = _values_on_the_page()
    assert len(page) == len(set(page))


def test_every_row_under_an_enum_is_read() -> None:
    rows = [line for section in SECTION.finditer(GLOSSARY) for line in section["body"].splitlines() if line.startswith("| ")]
    headings = [row for row in rows if row.startswith(("| Dutch", "| ---"))]
    assert len(rows) - len(headings) == len(_values_on_the_page())
