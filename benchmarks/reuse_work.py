"""What processes do for the benchmark of text reuse: our own code, over answers of a file."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from kamervragen.search.reuse.pairs import Pairs, verify
from kamervragen.search.reuse.prepare import prepare
from kamervragen.search.reuse.records import Prepared, Told

_ANSWERS = 300  # that are prepared at a time

Lines = tuple[int, list[str]]


def read_lines(path: Path) -> Iterator[Lines]:
    """The lines of a file of answers some at a time, with the place of the first."""
    with path.open(encoding="utf-8") as file:
        place = 0
        while lines := list(islice(file, _ANSWERS)):
            yield place, lines
            place += len(lines)


def as_publications(place: int, texts: Iterable[str]) -> list[Told]:
    """Answers as publications of one answer each, whose keys are their places."""
    return [Told(str(number), "", [("antwoord-1", text)]) for number, text in enumerate(texts, place)]


def prepare_lines(lines: Lines) -> Prepared:
    """The answers of some lines, prepared."""
    place, texts = lines
    return prepare(as_publications(place, map(json.loads, texts)))


def verify_places(pairs: Pairs) -> list[tuple[int, int]]:
    """The places of the answers of those pairs that have a passage in common."""
    return [(int(each.one.key), int(each.other.key)) for each in verify(pairs)]
