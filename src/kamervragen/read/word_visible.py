"""A Word tree cut down to what a reader of the document sees: no deleted or hidden text, no field codes, nothing twice."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from kamervragen.model import Finding
from kamervragen.read.word_package import MC, W
from kamervragen.read.word_styles import Styles, toggles, value

LINK: Final = "link"  # an attribute of our own on runs that show the result of a HYPERLINK field

_GONE: Final = (f"{W}del", f"{W}moveFrom")
_STAYS_IN_RUN: Final = frozenset({f"{W}rPr", f"{W}fldChar"})
_LONGEST_QUOTE = 200
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"(?P<address>[^"]+)"')


def keep_visible(root: etree._Element, styles: Styles) -> list[Finding]:
    """Cut a tree in place; what comes out are findings about text that a person once wrote and no reader sees.

    Args:
        root: the root of a part: the main document, notes, a header or a footer.
        styles: the document's styles, which may hide text.
    """
    _choose_alternatives(root)
    findings = _drop_deleted(root)
    _drop_field_codes(root)
    return findings + _drop_hidden(root, styles)


def text_of(element: etree._Element) -> str:
    """The characters of an element, deleted ones included, without structure."""
    return "".join(child.text or "" for child in element.iter(f"{W}t", f"{W}delText"))


def _choose_alternatives(root: etree._Element) -> None:
    """Of the same drawing in a new and an old form, keep the first: both hold the same text box."""
    for alternative in list(root.iter(f"{MC}AlternateContent")):
        chosen = alternative.find(f"{MC}Choice")
        if chosen is None:
            chosen = alternative.find(f"{MC}Fallback")
        _replace(alternative, list(chosen) if chosen is not None else [])


def _drop_deleted(root: etree._Element) -> list[Finding]:
    deleted = [element for element in root.iter(*_GONE) if len(element)]
    rows = [row for row in root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}del") is not None]
    texts = [text for element in deleted if (text := text_of(element)) and not _is_inside(element, _GONE)]
    for element in [*deleted, *rows]:
        _remove(element)
    for paragraph in list(root.iter(f"{W}p")):
        if any(paragraph.find(f"{W}pPr/{W}rPr/{name}") is not None for name in _GONE):
            _join_next(paragraph)
    return [_finding("deleted_text", "verwijderde", texts)] if texts else []


def _join_next(paragraph: etree._Element) -> None:
    """A paragraph whose end was deleted goes on in the next."""
    following = paragraph.getnext()
    if following is None or following.tag != f"{W}p":
        return
    at = 1 if following.find(f"{W}pPr") is not None else 0
    for child in [child for child in paragraph if child.tag != f"{W}pPr"]:
        following.insert(at, child)
        at += 1
    _remove(paragraph)


def _drop_field_codes(root: etree._Element) -> None:
    """Of `{ code | result }` keep the result; fields nest, and a code may hold fields of its own."""
    elements = list(_in_runs(root))
    whole = set(_whole_fields(elements))
    open_fields: list[_Field] = []
    for element in elements:
        if element.tag == f"{W}fldChar":
            _turn(open_fields, element, whole)
        elif any(not field.has_result for field in open_fields):
            open_fields[-1].code += (element.text or "") if element.tag == f"{W}instrText" else ""
            _remove(element)
        else:
            _link(element.getparent(), next((field.address for field in open_fields if field.address), ""))
    for simple in root.iter(f"{W}fldSimple"):
        match = _HYPERLINK.match(simple.get(f"{W}instr", ""))
        for run in simple.iter(f"{W}r"):
            _link(run, match["address"] if match else "")


def _link(run: etree._Element | None, address: str) -> None:
    if run is not None and address:
        run.set(LINK, address)


class _Field:
    """A field that is open while the runs of a tree are walked."""

    def __init__(self) -> None:
        self.code = ""
        self.has_result = False

    @property
    def address(self) -> str:
        match = _HYPERLINK.match(self.code)
        return match["address"] if match else ""


def _turn(open_fields: list[_Field], sign: etree._Element, whole: set[etree._Element]) -> None:
    if sign not in whole:
        return
    kind = sign.get(f"{W}fldCharType")
    if kind == "begin":
        open_fields.append(_Field())
    elif kind == "separate":
        open_fields[-1].has_result = True
    elif kind == "end":
        open_fields.pop()


def _whole_fields(elements: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """The signs of fields that begin and end; half a field hides nothing."""
    waiting: list[list[etree._Element]] = []
    for sign in (element for element in elements if element.tag == f"{W}fldChar"):
        kind = sign.get(f"{W}fldCharType")
        if kind == "begin":
            waiting.append([sign])
        elif waiting:
            waiting[-1].append(sign)
            if kind == "end":
                yield from waiting.pop()


def _in_runs(root: etree._Element) -> Iterator[etree._Element]:
    for run in root.iter(f"{W}r"):
        yield from (child for child in run if child.tag == f"{W}fldChar" or child.tag not in _STAYS_IN_RUN)


def _drop_hidden(root: etree._Element, styles: Styles) -> list[Finding]:
    hidden = [run for run in root.iter(f"{W}r") if _is_hidden(run, styles)]
    texts = [text for run in hidden if (text := text_of(run)).strip()]
    for run in hidden:
        _remove(run)
    return [_finding("hidden_text", "verborgen", ["".join(texts)])] if texts else []


def _is_hidden(run: etree._Element, styles: Styles) -> bool:
    properties = run.find(f"{W}rPr")
    own = toggles(properties)[2]
    if own is not None:
        return own
    style = value(properties, "rStyle") if properties is not None else None
    paragraph = run.getparent()
    of_paragraph = value(paragraph, "pPr", "pStyle") if paragraph is not None else None
    return bool(styles.of(style).hidden or styles.of(of_paragraph).hidden)


def _finding(code: str, kind: str, texts: list[str]) -> Finding:
    quoted = " … ".join(texts)
    shown = quoted if len(quoted) <= _LONGEST_QUOTE else f"{quoted[:_LONGEST_QUOTE]}…"
    return Finding(code=code, detail=f"Het Word-bestand bevat {kind} tekst, die hier is weggelaten: «{shown}».")


def _is_inside(element: etree._Element, tags: tuple[str, ...]) -> bool:
    return any(True for _ in element.iterancestors(*tags))


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _replace(element: etree._Element, by: list[etree._Element]) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent.remove(element)
        parent[at:at] = by
