"""The labels that Word itself puts before paragraphs: they stand nowhere in the file's text and are counted here."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from kamervragen.read.word_package import W

_LEVELS: Final = range(9)

# What the pictures in Word's symbol fonts are, for the few that Dutch letters use; the same codes with and without 0xF000.
_SYMBOLS: Final = {
    "symbol": {
        0xB7: "•",
        0xAE: "→",
        0xB0: "°",
        0xB1: "±",
        0xB3: "≥",
        0xA3: "≤",
        0xB4: "×",
        0xB9: "≠",
        0xBB: "≈",
        0x6D: "µ",
        0x2D: "−",
    },
    "wingdings": {
        0xA7: "▪",
        0x6C: "●",
        0x6E: "■",
        0xD8: "➢",
        0xFC: "✓",
        0xE0: "→",
        0xE8: "➔",
        0xA8: "☐",
        0x6F: "☐",
        0xFE: "☑",
        0x76: "❖",
    },
}


def symbol(code: int, font: str) -> str:
    """The character that a code of a symbol font shows; its private-use character when no table knows it."""
    return _SYMBOLS.get(font.lower(), {}).get(code & 0xFF, chr(code) if 0 < code < 0x110000 else "\ufffd")


@dataclass(slots=True)
class _Level:
    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    suffix: str = " "
    restart_after: int | None = None  # the level whose step restarts this one; None: any higher level
    is_decimal: bool = False  # "legal" numbering shows all numbers as 1, 2, 3


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    abstract: str
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The numbered and bulleted lists of a document, counted as it is walked from beginning to end.

    Args:
        root: the root of `numbering.xml`; None when the document has none.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._style_levels: dict[tuple[str, str], int] = {}
        if root is not None:
            self._load(root)

    def level_of_style(self, number: str, style: str) -> int:
        """The level of a list that a paragraph style is tied to; 0 when none is."""
        known = self._lists.get(number)
        return self._style_levels.get((known.abstract, style), 0) if known else 0

    def label(self, number: str, level: int) -> str:
        """The label of the next paragraph of a list, with its suffix; "" for an unknown list and for lists without signs.

        Args:
            number: the list's `numId`.
            level: 0 to 8.
        """
        known = self._lists.get(number)
        own = known.levels.get(level) if known else None
        if known is None or own is None:
            return ""
        self._count(number, known, level)
        if own.number_format == "none":
            return own.text.strip() + own.suffix if own.text.strip() and "%" not in own.text else ""
        text = self._fill(known, own)
        return text + own.suffix if text else ""

    def _count(self, number: str, known: _List, level: int) -> None:
        counters = self._counters.setdefault(known.abstract, {})
        if (number, level) not in self._begun:
            self._begun.add((number, level))
            if level in known.restarts:
                counters.pop(level, None)
        start = known.restarts.get(level, known.levels[level].start)
        counters[level] = counters[level] + 1 if level in counters else start
        for lower in [other for other in counters if other > level]:
            after = known.levels[lower].restart_after if lower in known.levels else None
            if after is None or level < after:
                del counters[lower]

    def _fill(self, known: _List, own: _Level) -> str:
        counters, text = self._counters[known.abstract], own.text
        for level in _LEVELS:
            mark = f"%{level + 1}"
            if mark in text and level in known.levels:
                number_format = "decimal" if own.is_decimal else known.levels[level].number_format
                text = text.replace(mark, format_number(counters.get(level, known.levels[level].start), number_format))
        return text

    def _load(self, root: etree._Element) -> None:
        abstracts = {element.get(f"{W}abstractNumId", ""): element for element in root.iterfind(f"{W}abstractNum")}
        by_style = {style: element for element in abstracts.values() if (style := _value(element, "styleLink"))}
        for element in root.iterfind(f"{W}num"):
            name = _value(element, "abstractNumId")
            abstract = abstracts.get(name)
            linked = by_style.get(_value(abstract, "numStyleLink")) if abstract is not None else None
            source = abstract if linked is None else linked
            if source is not None:
                self._add(element, source)

    def _add(self, element: etree._Element, source: etree._Element) -> None:
        name = source.get(f"{W}abstractNumId", "")
        levels = {_level_number(level): _read_level(level) for level in source.iterfind(f"{W}lvl")}
        for level in source.iterfind(f"{W}lvl"):
            if style := _value(level, "pStyle"):
                self._style_levels[name, style] = _level_number(level)
        made = _List(levels, name)
        for override in element.iterfind(f"{W}lvlOverride"):
            number = _level_number(override)
            own = override.find(f"{W}lvl")
            if own is not None:
                made.levels[number] = _read_level(own)
            if start := _value(override, "startOverride"):
                made.restarts[number] = _integer(start, 1)
        self._lists[element.get(f"{W}numId", "")] = made


def format_number(number: int, number_format: str) -> str:
    """A number as Word prints it in one of its formats; unknown formats are printed in digits."""
    return _FORMATS.get(number_format, str)(number)


def _letters(number: int) -> str:
    """a … z, aa, bb, …: Word repeats the letter."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else str(number)


_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    printed = ""
    for value, sign in _ROMAN:
        printed += sign * (number // value)
        number %= value
    return printed + _ROMAN_ONES[number]


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
    "ordinal": lambda number: f"{number}e",
    "numberInDash": lambda number: f"- {number} -",
    "chicago": lambda number: "*†‡§"[(number - 1) % 4] * ((number - 1) // 4 + 1),
}


def _read_level(element: etree._Element) -> _Level:
    restart = _value(element, "lvlRestart")
    number_format = _value(element, "numFmt") or "decimal"
    text = _value(element, "lvlText")
    if number_format == "bullet":
        text = _bullet(element, text)
    return _Level(
        start=_integer(_value(element, "start"), 0),
        number_format=number_format,
        text=text,
        suffix="" if _value(element, "suff") == "nothing" else " ",
        restart_after=_integer(restart, 0) if restart else None,
        is_decimal=element.find(f"{W}isLgl") is not None,
    )


def _bullet(element: etree._Element, text: str) -> str:
    fonts = element.find(f"{W}rPr/{W}rFonts")
    font = fonts.get(f"{W}ascii", "") if fonts is not None else ""
    shown = "".join(symbol(ord(char), font) for char in text)
    return "".join("•" if "\ue000" <= char <= "\uf8ff" else char for char in shown)


def _level_number(element: etree._Element) -> int:
    return _integer(element.get(f"{W}ilvl", ""), 0)


def _value(element: etree._Element | None, name: str) -> str:
    child = element.find(W + name) if element is not None else None
    return child.get(f"{W}val", "") if child is not None else ""


def _integer(printed: str, otherwise: int) -> int:
    return int(printed) if printed.lstrip("-").isdecimal() and len(printed) < 10 else otherwise
