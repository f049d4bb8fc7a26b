"""What docs/twins.md must say of the JSON twins, made of the records that pages are. Run as a program it writes that page."""

import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

import records  # noqa: F401 - sets Django up

PAGE = Path(__file__).parent.parent / "docs/twins.md"
MARK = "<!-- What follows is made by tests/twin_docs.py of the records in the code. -->\n"
_PLAIN = {
    str: "string",
    int: "number",
    float: "number",
    bool: "true or false",
    date: "day",
    datetime: "moment",
    type(None): "null",
}


def page_records() -> dict[str, type]:
    """The record of each page that has a twin, by its address."""
    from kamervragen.site.about import AboutPage, HelpPage, MethodPage
    from kamervragen.site.coverage import CoveragePage
    from kamervragen.site.dossier_list import DossierListPage
    from kamervragen.site.dossier_twin import DossierTwin, QuestionTwin
    from kamervragen.site.home import HomePage
    from kamervragen.site.listing import DocumentsPage
    from kamervragen.site.ministries import MinistriesPage, MinistryPage
    from kamervragen.site.names import NamePage, NamesPage
    from kamervragen.site.open import OpenPage
    from kamervragen.site.results import RefusedPage, ResultsPage
    from kamervragen.site.reused import ReusedPage
    from kamervragen.site.similar import SimilarPage
    from kamervragen.site.statistics_records import StatisticsPage

    return {
        "/index.json": HomePage,
        "/zoeken.json": ResultsPage,
        "/zoeken.json, status 400": RefusedPage,
        "/vergelijkbaar.json": SimilarPage,
        "/documenten.json": DocumentsPage,
        "/documenten/<nummer>/overgenomen.json": ReusedPage,
        "/ministeries.json": MinistriesPage,
        "/ministeries/<code>.json": MinistryPage,
        "/kamerleden.json, /fracties.json": NamesPage,
        "/kamerleden/<naam>.json, /fracties/<naam>.json": NamePage,
        "/open.json": OpenPage,
        "/dossiers.json": DossierListPage,
        "/cijfers.json": StatisticsPage,
        "/dossiers/<kenmerk>.json": DossierTwin,
        "/dossiers/<kenmerk>/vraag/<nummer>.json": QuestionTwin,
        "/dekking.json": CoveragePage,
        "/over.json": AboutPage,
        "/methode.json": MethodPage,
        "/zoeken/hulp.json": HelpPage,
    }


def describe_twins() -> str:
    """The part of docs/twins.md that follows from the code."""
    pages = page_records()
    lines = ["| address | record |", "| --- | --- |"]
    lines += [f"| `{address}` | [{kind.__name__}](#{kind.__name__.lower()}) |" for address, kind in pages.items()]
    seen: dict[str, type] = {}
    for kind in pages.values():
        for each in _reachable(kind):
            assert seen.setdefault(each.__name__, each) is each, f"two records are called {each.__name__}"
    return "\n".join([*lines, *(line for each in seen.values() for line in _section(each))]) + "\n"


def _reachable(kind: type) -> Iterator[type]:
    """A record and those in its fields."""
    yield kind
    for hint in get_type_hints(kind).values():
        for each in _records_in(hint):
            yield from _reachable(each)


def _records_in(hint: object) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for each in get_args(hint):
        yield from _records_in(each)


def _section(kind: type) -> Iterator[str]:
    first, meanings = _read_docstring(kind)
    yield from ("", f"### {kind.__name__}", first.replace("None", "`null`"), "")
    hints = get_type_hints(kind)
    for field in fields(kind):
        meaning = f": {meanings[field.name]}" if field.name in meanings else ""
        yield f"- `{field.name}` ({_words(hints[field.name])}){meaning.replace('None', '`null`')}"


def _read_docstring(kind: type) -> tuple[str, Mapping[str, str]]:
    """The first paragraph of a record's docstring, and what it says of each field."""
    whole = inspect.cleandoc(kind.__doc__ or "")
    first, _, rest = whole.partition("\nArgs:\n")
    meanings: dict[str, str] = {}
    names: list[str] = []
    for line in rest.splitlines():
        start = re.match(r"    ([a-z_][\w, ]*): (.*)", line)
        if start:
            names = start[1].split(", ")
        for name in names:
            meanings[name] = start[2] if start else f"{meanings[name]} {line.strip()}"
    return " ".join(first.split()), meanings


def _words(hint: object) -> str:
    """A type as people who read JSON call it."""
    if get_origin(hint) in (Union, UnionType):
        return " or ".join(_words(each) for each in get_args(hint))
    if get_origin(hint) is tuple:
        inner = list(dict.fromkeys(_words(each) for each in get_args(hint) if each is not Ellipsis))
        return f"list of {' and '.join(inner)}"
    if isinstance(hint, type) and is_dataclass(hint):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    if isinstance(hint, type) and issubclass(hint, tuple):
        return f"`[{', '.join(hint._fields)}]`"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return f"a value of `{hint.__name__}` in [the glossary](glossary.md)"
    return _PLAIN[hint]


def main() -> None:
    """Bring the page up to date."""
    before = PAGE.read_text(encoding="utf-8").partition(MARK)[0]
    PAGE.write_text(before + MARK + "\n" + describe_twins(), encoding="utf-8")


if __name__ == "__main__":
    main()
