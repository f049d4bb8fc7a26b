"""What a paragraph's or a run's style says: bold, italic, hidden, heading, and the list it belongs to."""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from kamervragen.read.word_package import W

_TOGGLES: Final = ("b", "i", "vanish")
_OFF: Final = frozenset({"0", "false", "off", "none"})
_BODY_LEVEL = 9  # Word's outline level of text that is no heading


@dataclass(frozen=True, slots=True)
class Style:
    """One style with what it takes over from those it is based on; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    is_heading: bool = False
    number: str | None = None
    level: int | None = None


_NOTHING = Style()


class Styles:
    """The styles of a document by identifier.

    Args:
        root: the root of `styles.xml`; None when the document has none.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        if root is not None:
            for element in root.iterfind(f"{W}style"):
                self._elements[element.get(f"{W}styleId", "")] = element
                if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true"):
                    self.default = element.get(f"{W}styleId", "")

    def of(self, identifier: str | None) -> Style:
        """The style; one that says nothing for an unknown or absent identifier."""
        return self._resolve(identifier or "", frozenset())

    def _resolve(self, identifier: str, seen: frozenset[str]) -> Style:
        if identifier in self._known:
            return self._known[identifier]
        element = self._elements.get(identifier)
        if element is None or identifier in seen:
            return _NOTHING
        base = self._resolve(value(element, "basedOn") or "", seen | {identifier})
        style = self._known[identifier] = _over(base, element)
        return style


def _over(base: Style, element: etree._Element) -> Style:
    bold, italic, hidden = toggles(element.find(f"{W}rPr"))
    properties = element.find(f"{W}pPr")
    number, level = list_of(properties)
    return Style(
        bold=base.bold if bold is None else bold,
        italic=base.italic if italic is None else italic,
        hidden=base.hidden if hidden is None else hidden,
        is_heading=is_heading(properties, (value(element, "name") or "").lower()) or base.is_heading,
        number=base.number if number is None else number,
        level=base.level if level is None else level,
    )


def toggles(properties: etree._Element | None) -> tuple[bool | None, bool | None, bool | None]:
    """Bold, italic and hidden as run properties say; None where they are silent."""
    bold, italic, hidden = (_toggle(properties, name) for name in _TOGGLES)
    return bold, italic, hidden


def list_of(properties: etree._Element | None) -> tuple[str | None, int | None]:
    """The list (`numId`, "0" for "no list") and level that paragraph properties name; None where they are silent."""
    if properties is None:
        return None, None
    level = value(properties, "numPr", "ilvl")
    return value(properties, "numPr", "numId"), int(level) if level and level.isdecimal() else None


def is_heading(properties: etree._Element | None, style_name: str = "") -> bool:
    """Whether paragraph properties, or the name of a style, make a heading."""
    level = value(properties, "outlineLvl") if properties is not None else None
    if level is not None and level.isdecimal():
        return int(level) < _BODY_LEVEL
    return style_name.startswith(("heading ", "title", "kop "))


def value(element: etree._Element, *names: str) -> str | None:
    """The `w:val` of a descendant named by its path; None when there is no such element."""
    child = element.find("/".join(W + name for name in names))
    return child.get(f"{W}val", "") if child is not None else None


def _toggle(properties: etree._Element | None, name: str) -> bool | None:
    element = properties.find(W + name) if properties is not None else None
    return None if element is None else element.get(f"{W}val", "1") not in _OFF
