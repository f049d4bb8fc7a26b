"""Which elements of a page are notes, and how a marker finds its note: by the address it links to, or by number."""

from collections.abc import Callable

from lxml import etree

from kamervragen.read.tree import text_of

_NOTE_CLASSES = frozenset({"noot", "voetnoot", "eindnoot", "footnote"})
_NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote"})
_NOTE_TAGS = ("div", "p", "li", "section", "dd", "aside")
_NUMBER = "nootnum"


def classes_of(element: etree._Element) -> frozenset[str]:
    """The classes of an element."""
    return frozenset(element.get("class", "").split())


class NoteIndex:
    """The notes of a page: identifiers in its order, and the ways to find one.

    Args:
        root: the root of the page.
        name: gives an identifier that no other note has, from a wanted one.
    """

    def __init__(self, root: etree._Element, name: Callable[[str], str]) -> None:
        self._name = name
        self._identifiers: dict[etree._Element, str] = {}
        self._by_name: dict[str, str] = {}
        self._by_number: dict[str, str] = {}
        self._has_links = False
        inside: set[etree._Element] = set()  # of a note already found
        for element in root.iter(*_NOTE_TAGS):
            if element in inside:
                continue
            if classes_of(element) & _NOTE_CLASSES or element.get("role") in _NOTE_ROLES:
                self._add(element)
                inside.update(element.iter())
        if self._by_name:
            self._has_links = any(self.by_address(link.get("href", "")) for link in root.iter("a"))

    def _add(self, element: etree._Element) -> None:
        number = next((text_of(part).strip() for part in element.iter() if _NUMBER in classes_of(part)), "")
        identifier = element.get("id") or f"noot-{number or len(self._identifiers) + 1}"
        identifier = self._identifiers[element] = self._name(identifier)
        for part in element.iter():
            for name in (part.get("id"), part.get("name")):
                if name:
                    self._by_name.setdefault(name, identifier)
        if number:
            self._by_number.setdefault(number, identifier)

    def identifier_of(self, element: etree._Element) -> str:
        """The identifier of the note that an element is; "" when it is none."""
        return self._identifiers.get(element, "")

    def by_address(self, address: str) -> str:
        """The identifier of the note that a link inside the page leads to; "" when it leads elsewhere."""
        return self._by_name.get(address[1:], "") if address.startswith("#") else ""

    def by_number(self, number: str) -> str:
        """The identifier of the note with a number; "" when there is none, or when the page's markers are links."""
        return "" if self._has_links else self._by_number.get(number, "")
