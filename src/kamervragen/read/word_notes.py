"""The footnotes and endnotes of a Word document: their numbers, which Word makes, and their text."""

from typing import Final

from lxml import etree

from kamervragen.read.word_numbering import format_number
from kamervragen.read.word_package import W
from kamervragen.read.word_styles import value

_TRUE: Final = frozenset({"1", "true", "on"})
_FORMATS: Final = {"footnote": "decimal", "endnote": "lowerRoman"}  # Word's own choice where the document makes none


class Notes:
    """The notes of a document, numbered in the order in which its text refers to them.

    Args:
        footnotes, endnotes, settings: the roots of these parts; None where a part is absent.
    """

    def __init__(
        self, footnotes: etree._Element | None, endnotes: etree._Element | None, settings: etree._Element | None
    ) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._numbers: dict[str, str] = {}
        self._next: dict[str, int] = {}
        self._formats: dict[str, str] = {}
        self.current = ""
        for kind, root in (("footnote", footnotes), ("endnote", endnotes)):
            self._formats[kind] = (_setting(settings, kind, "numFmt")) or _FORMATS[kind]
            start = _setting(settings, kind, "numStart") or "1"
            self._next[kind] = int(start) if start.isdecimal() else 1
            for element in root.iterfind(W + kind) if root is not None else ():
                self._elements[f"{kind}-{element.get(f'{W}id', '')}"] = element

    @property
    def number_of_current(self) -> str:
        """The number of the note that is being read; "" when its marker was typed."""
        return self._numbers.get(self.current, "")

    def refer(self, reference: etree._Element) -> tuple[str, str]:
        """The identifier of the note that a reference points at, and its number; "" for one whose marker is typed."""
        kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
        identifier = f"{kind}-{reference.get(f'{W}id', '')}"
        if reference.get(f"{W}customMarkFollows") in _TRUE:
            return identifier, ""
        if identifier not in self._numbers:
            self._numbers[identifier] = format_number(self._next[kind], self._formats[kind])
            self._next[kind] += 1
        return identifier, self._numbers[identifier]

    def take(self, identifier: str) -> etree._Element | None:
        """The element of a note, the first time it is asked for; it is the current note until `leave`."""
        element = self._elements.pop(identifier, None)
        if element is not None:
            self.current = identifier
        return element

    def leave(self) -> None:
        """No note is being read any more."""
        self.current = ""


def _setting(settings: etree._Element | None, kind: str, name: str) -> str | None:
    return value(settings, f"{kind}Pr", name) if settings is not None else None
