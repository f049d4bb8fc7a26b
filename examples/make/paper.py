"""A paper: what an example says, before it has a form. Read from a file in `papers/`, written by one of the `as_*` modules.

Signs inside a line: {n:name} {o:party} {s:subject} {d:2031-01-13} {^1} (a note's marker) {c:italic} {v:bold}
{x:identifier|printed} (a reference to a publication) {u:address}.
A line that begins with "- " or "1. " is an item of a list, one with " | " a row of a table.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()

_SIGN = re.compile(r"\{(?P<kind>[nosdcvxu]):(?P<value>[^{}]*)\}|\{\^(?P<marker>\d+)\}")
_HEAD = re.compile(r"(?P<key>[a-z_]+): (?P<value>.+)")
_NOTE = re.compile(r"(?P<marker>\d+)\) (?P<text>.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a line: `kind` is "" for plain text, "^" for a note's marker, else the letter of its sign."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A labelled part: `part` is "vraag", "antwoord" or "opmerking"; each paragraph, list item or row is one line."""

    part: str
    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """All that an example says. `notes` maps a marker to its text; `facts` holds what else its head gives."""

    id: str
    asked: str
    answered: str
    items: tuple[Item, ...]
    notes: Mapping[str, str]
    facts: Mapping[str, str]

    @property
    def number(self) -> str:
        """What stands in the masthead: the number in the Aanhangsel, or the case number."""
        return self.facts.get("printed_number", self.id.rsplit("-", 1)[-1] if "-h" not in self.id else self.id.split("-")[-2])

    @property
    def is_question(self) -> bool:
        """Whether it is a filing without answers."""
        return self.id.startswith("kv-")


def read_paper(path: Path) -> Paper:
    """The paper that a file in `papers/` describes."""
    return parse_paper(path.stem, path.read_text(encoding="utf-8"))


def parse_paper(identifier: str, text: str) -> Paper:
    """A paper from its notation: `key: value` lines, then "# label" parts, notes ("1) text") after "# Noten"."""
    head, *parts = re.split(r"^# ", text, flags=re.M)
    facts = {match["key"]: match["value"] for line in head.splitlines() if (match := _HEAD.fullmatch(line))}
    items, notes = [], {}
    for part in parts:
        label, *rest = part.splitlines()
        lines = tuple(line for line in rest if line.strip())
        if label == "Noten":
            notes = {match["marker"]: match["text"] for line in lines if (match := _NOTE.fullmatch(line))}
        else:
            items.append(Item(part=_part_of(label), label=label, lines=lines))
    asked, answered = facts.pop("asked", ""), facts.pop("answered", "")
    return Paper(id=identifier, asked=asked, answered=answered, items=tuple(items), notes=notes, facts=facts)


def _part_of(label: str) -> str:
    first = re.split(r"[ :\d]", label)[0].lower()
    return {"vraag": "vraag", "vragen": "vraag", "antwoord": "antwoord", "antwoorden": "antwoord"}.get(first, "opmerking")


def pieces_of(line: str) -> list[Piece]:
    """The parts of a line."""
    pieces, end = [], 0
    for match in _SIGN.finditer(line):
        pieces.append(Piece(kind="", value=line[end : match.start()]))
        pieces.append(Piece(kind=match["kind"] or "^", value=match["value"] or match["marker"] or ""))
        end = match.end()
    return [piece for piece in [*pieces, Piece(kind="", value=line[end:])] if piece.value]


def render(line: str, writers: Mapping[str, Callable[[str], str]], escape: Callable[[str], str] = str) -> str:
    """A line with each sign written by its writer; signs without one give their plain text."""
    return "".join(writers[p.kind](p.value) if p.kind in writers else escape(printed(p)) for p in pieces_of(line))


def printed(piece: Piece) -> str:
    """What a reader sees of a piece."""
    if piece.kind == "d":
        return in_words(piece.value)
    return piece.value.split("|", 1)[-1] if piece.kind == "x" else piece.value


def in_words(iso: str) -> str:
    """A date in Dutch words: `13 januari 2031`."""
    day = date.fromisoformat(iso)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def cells_of(line: str) -> list[str]:
    """The cells of a row; [] when the line is none."""
    return [cell.strip() for cell in line.split(" | ")] if " | " in line else []


def list_item(line: str) -> tuple[str, str] | None:
    """The sign and the text of an item of a list; None when the line is none."""
    match = re.match(r"(-|\d{1,2}\.|[a-z]\.) (.+)", line)
    return (match[1].replace("-", "–"), match[2]) if match else None
