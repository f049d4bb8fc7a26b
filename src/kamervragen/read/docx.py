"""DOCX → Text: what a reader sees in Word, in reading order.

Headers come first and footers last, as furniture; the header of a first page is the letterhead, and text. A paragraph is a
block, and so is a row of a table, with tabs between its cells; a table that only lays out a page is read cell by cell. A note
stands in NOTE blocks behind the block that refers to it, a text box behind the paragraph it hangs on. Numbers that Word makes
(of lists and of notes) are in the body, marked GENERATED. An empty paragraph is an empty line.
"""

from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from kamervragen.errors import ReadError
from kamervragen.limits import DEFAULT, Limits
from kamervragen.model import Text
from kamervragen.read.builder import TextBuilder
from kamervragen.read.word_notes import Notes
from kamervragen.read.word_numbering import Numbering
from kamervragen.read.word_numbering import symbol as symbol_of
from kamervragen.read.word_package import M, Package, R, Relation, W
from kamervragen.read.word_runs import Emphasis
from kamervragen.read.word_styles import Styles, is_heading, list_of, value
from kamervragen.read.word_visible import LINK, keep_visible, text_of
from kamervragen.terms import BlockKind, MarkKind, MediaType

READER: Final = "docx 1"

_LAYOUT_PARAGRAPHS = 4  # a cell with so many paragraphs holds a page's column, not a table's value
_LABEL_WORDS: Final = ("vraag", "vragen", "antwoord", "antwoorden")
_CHARACTERS: Final = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "\u2011"}
_BREAKS: Final = frozenset({f"{W}br", f"{W}cr"})
_TRANSPARENT: Final = frozenset(
    W + name
    for name in (
        "hyperlink",
        "ins",
        "moveTo",
        "smartTag",
        "sdt",
        "sdtContent",
        "fldSimple",
        "customXml",
        "bdo",
        "dir",
        "ruby",
        "rubyBase",
    )
)


def read_docx(data: bytes, limits: Limits = DEFAULT) -> Text:
    """The text of a Word document.

    Args:
        data: the bytes of a DOCX file.
        limits: what it may measure when unpacked.

    Raises:
        ReadError: `malformed`, `encrypted`, `archive_bomb`, `too_large`, or `no_text` when nothing is written in it.
    """
    return _Walk(Package(data, limits)).read()


class _Walk:
    """One walk through a document's trees, writing to a builder."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._relations = package.relations(package.main)
        self._styles = Styles(package.related(package.main, "styles"))
        self._numbering = Numbering(package.related(package.main, "numbering"))
        self._builder = TextBuilder()
        self._emphasis = Emphasis(self._builder, self._styles)
        self._edges_read: set[str] = set()
        self._boxes: list[etree._Element] = []
        self._notes_due: list[str] = []
        self._notes = Notes(*(self._part(kind) for kind in ("footnotes", "endnotes", "settings")))
        self._in_row = False
        self._n_held = 0  # rows, notes and text boxes that are being written: what they refer to waits
        self._writers: dict[str, Callable[[etree._Element], None]] = {
            f"{W}t": self._write_text,
            f"{W}sym": self._write_symbol,
            f"{W}footnoteReference": self._write_marker,
            f"{W}endnoteReference": self._write_marker,
            f"{W}footnoteRef": self._write_note_number,
            f"{W}endnoteRef": self._write_note_number,
        }

    def read(self) -> Text:
        root = self._package.tree(self._package.main)
        body = root.find(f"{W}body") if root is not None else None
        if root is None or body is None:
            raise ReadError("malformed", "Het Word-bestand heeft geen tekstdeel; open het in Word en sla het opnieuw op.")
        self._prune(root)
        self._write_edges(root, "headerReference")
        self._write_blocks(body)
        self._write_edges(root, "footerReference")
        self._report()
        text = self._builder.build(MediaType.DOCX, READER)
        if not text.body.strip():
            raise ReadError(
                "no_text", "In het Word-bestand staat geen tekst (misschien alleen een afbeelding); lever een versie met tekst."
            )
        return text

    def _part(self, kind: str) -> etree._Element | None:
        root = self._package.related(self._package.main, kind)
        if root is not None:
            self._prune(root)
        return root

    def _prune(self, root: etree._Element) -> None:
        for finding in keep_visible(root, self._styles):
            self._builder.find(finding.code, finding.detail)

    def _report(self) -> None:
        comments = self._package.related(self._package.main, "comments")
        n_comments = len(comments) if comments is not None else 0
        if n_comments:
            detail = f"Het Word-bestand bevat {n_comments} opmerking(en) in de kantlijn, die hier zijn weggelaten."
            self._builder.find("comments_left_out", detail)
        if any(relation.kind == "aFChunk" for relation in self._relations.values()):
            self._builder.find(
                "part_not_read", "Het Word-bestand bevat een ingevoegd document dat niet gelezen is; vergelijk met de bron."
            )

    def _write_edges(self, root: etree._Element, reference: str) -> None:
        """The headers or the footers of all sections, each part once.

        They run over the pages and are furniture, but for the header of a first page: that is the letterhead, printed once,
        which may hold the date and the subject of the letter in text boxes.
        """
        for element in root.iter(W + reference):
            relation = self._relations.get(element.get(f"{R}id", ""))
            if relation is None or relation.target in self._edges_read:
                continue
            self._edges_read.add(relation.target)
            is_letterhead = reference == "headerReference" and element.get(f"{W}type") == "first"
            self._write_part(relation.target, None if is_letterhead else BlockKind.FURNITURE)

    def _write_part(self, name: str, kind: BlockKind | None) -> None:
        part = self._package.tree(name)
        if part is not None:
            self._prune(part)
            if kind is None and text_of(part).strip().isdecimal():  # a letterhead that is only a page's number
                kind = BlockKind.FURNITURE
            self._relations, kept = self._package.relations(name), self._relations
            self._write_blocks(part, kind)
            self._relations = kept

    def _write_blocks(self, container: etree._Element, kind: BlockKind | None = None, note: str = "") -> None:
        for element in _blocks(container):
            if element.tag == f"{W}tbl":
                self._write_table(element, kind, note)
            elif element.tag == f"{W}p":
                self._write_paragraph(element, kind, note)
                self._write_due(kind)
            elif element.tag == f"{M}oMathPara":
                self._builder.append_exact(_math(element))

    def _write_paragraph(self, paragraph: etree._Element, kind: BlockKind | None, note: str) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = self._styles.of((value(paragraph, "pPr", "pStyle")) or self._styles.default)
        label = self._label(paragraph, properties)
        if kind is None:
            heading = is_heading(properties) or style.is_heading
            kind = BlockKind.LIST_ITEM if label else BlockKind.HEADING if heading else BlockKind.PARAGRAPH
        if label.lower().startswith(_LABEL_WORDS):
            self._builder.open(BlockKind.LABEL)
            self._write_generated(label)
            label = ""
            kind = BlockKind.PARAGRAPH
        self._builder.open(kind, note=note)
        self._write_generated(label)
        self._write_inline(paragraph, "")
        self._emphasis.close()
        if not self._builder.has_text and not note:
            self._builder.leave_blank()
        self._builder.close()

    def _label(self, paragraph: etree._Element, properties: etree._Element | None) -> str:
        """The number or bullet that Word puts before this paragraph; "" for none. Word counts empty paragraphs too."""
        identifier = value(paragraph, "pPr", "pStyle") or self._styles.default
        style = self._styles.of(identifier)
        number, level = list_of(properties)
        if number is None:
            number = style.number
            level = style.level if level is None else level
            if number and level is None:
                level = self._numbering.level_of_style(number, identifier)
        if not number or number == "0":
            return ""
        return self._numbering.label(number, level or 0)

    def _write_generated(self, text: str, *more: tuple[MarkKind, str]) -> None:
        if text:
            start = self._builder.position
            self._builder.append_exact(text)
            for kind, target in ((MarkKind.GENERATED, ""), *more):
                self._builder.mark(start, self._builder.position, kind, target)

    def _write_inline(self, container: etree._Element, address: str) -> None:
        for child in container:
            if child.tag == f"{W}r":
                self._write_run(child, child.get(LINK, "") or address)
            elif child.tag in _TRANSPARENT:
                self._write_inline(child, self._address(child) or address)
            elif child.tag in (f"{M}oMath", f"{M}oMathPara"):
                self._builder.append_exact(_math(child))

    def _address(self, element: etree._Element) -> str:
        """The address that a `w:hyperlink` leads to outside the document."""
        relation: Relation | None = self._relations.get(element.get(f"{R}id", ""))
        return relation.target if relation and relation.is_external else ""

    def _write_run(self, run: etree._Element, address: str) -> None:
        start = self._builder.position
        for child in run:
            writer = self._writers.get(child.tag)
            if writer:
                writer(child)
            elif child.tag in _BREAKS:
                self._builder.break_line()
            elif child.tag in _CHARACTERS:
                self._builder.append_exact(" " if self._in_row else _CHARACTERS[child.tag])
            else:
                self._boxes.extend(_text_boxes(child))
        self._emphasis.add(run, start, address)

    def _write_text(self, element: etree._Element) -> None:
        self._builder.append_exact((element.text or "").replace("\n", " ").replace("\t", " "))

    def _write_symbol(self, element: etree._Element) -> None:
        code = element.get(f"{W}char", "")
        number = int(code, 16) if code and all(digit in "0123456789abcdefABCDEF" for digit in code) else 0xFFFD
        self._builder.append_exact(symbol_of(number, element.get(f"{W}font", "")))

    def _write_marker(self, element: etree._Element) -> None:
        identifier, number = self._notes.refer(element)
        start = self._builder.position
        if number:
            self._write_generated(number, (MarkKind.NOTE_MARKER, identifier))
        else:  # the marker is typed, behind the reference in the same run
            following = element.getnext()
            self._builder.append_exact(text_of(following) if following is not None and following.tag == f"{W}t" else "")
            self._builder.mark(start, self._builder.position, MarkKind.NOTE_MARKER, identifier)
            if following is not None and following.tag == f"{W}t":
                following.text = ""
        self._notes_due.append(identifier)

    def _write_note_number(self, element: etree._Element) -> None:
        number = self._notes.number_of_current
        if number:
            self._write_generated(number, (MarkKind.NOTE_NUMBER, self._notes.current))

    def _write_due(self, kind: BlockKind | None) -> None:
        """The notes and text boxes that the blocks just closed refer to; not in the middle of a row or another note."""
        if self._n_held:
            return
        while self._boxes or self._notes_due:
            self._n_held += 1
            if self._boxes:
                self._write_blocks(self._boxes.pop(0), kind)
            else:
                self._write_note(self._notes_due.pop(0))
            self._n_held -= 1

    def _write_note(self, identifier: str) -> None:
        element = self._notes.take(identifier)
        if element is not None:
            self._write_blocks(element, BlockKind.NOTE, identifier)
            self._notes.leave()

    def _write_table(self, table: etree._Element, kind: BlockKind | None, note: str) -> None:
        for row in _children(table, f"{W}tr"):
            cells = list(_children(row, f"{W}tc"))
            filled = [cell for cell in cells if text_of(cell).strip()]
            if len(filled) < 2 or any(_is_layout(cell) for cell in filled):
                for cell in filled:
                    self._write_blocks(cell, kind, note)
            else:
                self._write_row(cells, kind, note)
            self._write_due(kind)

    def _write_row(self, cells: list[etree._Element], kind: BlockKind | None, note: str) -> None:
        self._builder.open(kind or BlockKind.ROW, note=note)
        self._n_held += 1
        self._in_row = True
        for number, cell in enumerate(cells):
            if number:
                self._builder.break_cell()
            self._write_cell(cell)
        self._in_row = False
        self._n_held -= 1
        self._builder.close()

    def _write_cell(self, cell: etree._Element) -> None:
        """The paragraphs of one cell in the open row, with a line end between them."""
        is_first = True
        for paragraph in _blocks(cell):
            if not text_of(paragraph).strip():
                continue
            if not is_first:
                self._builder.break_line()
            is_first = False
            self._write_generated(self._label(paragraph, paragraph.find(f"{W}pPr")))
            self._write_inline(paragraph, "")
            self._emphasis.close()


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables of a container, also those in content controls and inserted parts."""
    for child in container:
        if child.tag in _TRANSPARENT:
            yield from _blocks(child)
        elif isinstance(child.tag, str):
            yield child


def _children(container: etree._Element, tag: str) -> Iterator[etree._Element]:
    return (child for child in _blocks(container) if child.tag == tag)


def _is_layout(cell: etree._Element) -> bool:
    nested = any(text_of(table).strip() for table in cell.iter(f"{W}tbl"))
    return nested or sum(1 for paragraph in _children(cell, f"{W}p") if text_of(paragraph).strip()) >= _LAYOUT_PARAGRAPHS


def _text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes in a drawing; those in a text box are found when that is read."""
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        else:
            yield from _text_boxes(child)


def _math(element: etree._Element) -> str:
    return "".join(child.text or "" for child in element.iter(f"{M}t"))
