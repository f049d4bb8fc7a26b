"""HTML of any kind → Text: the official site's classes say what is question, answer and note; any page gives its blocks.

Scripts, styles, templates and comments are no text of the document. Navigation, site heads and feet and form controls become
FURNITURE. A row of a table is one ROW block, cells divided by a tab, unless its cells hold blocks (a table for layout).
Numbers that a browser would print before the items of a list are not in the file and not in the body.

Source: the classes are those that public parsers of the official site read; whole pages of it were not seen.
"""

import re
from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree

from kamervragen.errors import ReadError
from kamervragen.model import Finding, Span, Text
from kamervragen.read.builder import TextBuilder
from kamervragen.read.charset import decode_declared
from kamervragen.read.html_notes import NoteIndex, classes_of
from kamervragen.read.tree import text_of
from kamervragen.terms import BlockKind, MarkKind, MediaType, Part

READER = "html 1"

Element = etree._Element

_CHARSET = re.compile(
    rb"""(?i)
      <meta\b [^>]{0,300}? charset \s*=\s* ["']? \s* (?P<meta>[\w.:-]+)      # in either form of <meta>
    | <\?xml\b [^>]{0,200}? encoding \s*=\s* ["'] (?P<xml>[\w.:-]+)          # of a page in XHTML""",
    re.X,
)
_CHARSET_WITHIN = 4_096
_TAG = re.compile(r"<[^<>]*>")
_NOTE_HEAD = re.compile(r"\s*(?:X|Noot|X\s*Noot)\s*")  # the sign that closes a note on the page, and its heading
_DIGITS = re.compile(r"\s*\d{1,3}\s*")

_SKIPPED = frozenset({"head", "script", "style", "template", "iframe", "object", "noframes"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SITE = frozenset({"nav", "aside", "button", "select", "textarea", "svg", "noscript"})
_SITE_ENDS = frozenset({"header", "footer"})  # of the site; inside an article they are of the document
_SITE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
_LAYOUT = ("table", "div", "section", "article", "ul", "ol", *sorted(_HEADINGS))
_LINES = frozenset({"p", "div"})  # of which several make one list item
_CELLS = frozenset({"td", "th"})
_BLOCKS = frozenset(
    """address article blockquote body caption center dd details dialog div dl dt fieldset figcaption figure form hr html legend
    li main ol p pre section summary table tbody tfoot thead tr ul""".split()
).union(_HEADINGS, _SITE, _SITE_ENDS, _CELLS)
_KINDS = {"li": BlockKind.LIST_ITEM} | dict.fromkeys(_HEADINGS, BlockKind.HEADING)
_MARKS = {"b": MarkKind.BOLD, "strong": MarkKind.BOLD, "i": MarkKind.ITALIC, "em": MarkKind.ITALIC}

_PARTS = {"vraag": Part.QUESTION, "antwoord": Part.ANSWER, "kamervraagopmerking": Part.REMARK}
_KOP = "kamervraagomschrijving_kop"
_OWN_CLASSES = frozenset({*_PARTS, _KOP})
_KNOWN_CLASSES = frozenset({*_PARTS, "stuk", "voet", "noot", "nummer", "lijst", "table", "tabel", "al-groep"})


def read_html(data: bytes) -> Text:
    """The text of a page, however untidy.

    Args:
        data: its bytes; the encoding is told by its mark or declaration.

    Raises:
        ReadError: `empty`.
    """
    found = _CHARSET.search(data[:_CHARSET_WITHIN])
    declared = (found["meta"] or found["xml"]).decode("ascii", "replace") if found else None
    text, findings = decode_declared(data, declared)
    builder = TextBuilder()
    for finding in (*findings, *_nul_findings(text)):
        builder.find(finding.code, finding.detail)
    text = text.replace("\0", "\ufffd")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    root = etree.fromstring(text.encode(), parser) if text.strip() else None
    if root is None:
        raise ReadError("empty", "Het bestand is leeg; haal het opnieuw op.")
    _state_facts(builder, root)
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        _append_flat(builder, text)
    else:
        _Walk(builder, NoteIndex(root, builder.name_note)).run(root)
    return builder.build(MediaType.HTML, READER)


def _nul_findings(text: str) -> list[Finding]:
    if "\0" not in text:
        return []
    detail = f"De bron bevat {text.count(chr(0))} NUL-tekens; elk staat hier als vervangteken."
    return [Finding(code="nul_character", detail=detail)]


def _state_facts(builder: TextBuilder, root: Element) -> None:
    """The title and the fields of metadata of a page, in its order."""
    for element in root.iter("title", "meta"):
        name = element.get("name") or element.get("property")
        if element.tag == "title" and (title := " ".join(text_of(element).split())):
            builder.state("title", title)
        elif element.tag == "meta" and name:
            builder.state(name, element.get("content", ""))


def _append_flat(builder: TextBuilder, text: str) -> None:
    """The text between the tags of a page that is nested too deep to be read as a tree, one block a piece."""
    detail = "De HTML is te diep genest om als pagina te lezen; alleen de tekst tussen de tags is gelezen."
    builder.find("malformed_html", detail)
    for piece in _TAG.split(text):
        builder.open(BlockKind.PARAGRAPH)
        builder.append(piece)


def _first_text(element: Element) -> str:
    """The first pieces of an element's text, as many as show whether it is short."""
    return "".join(map(str, islice((piece for piece in element.itertext() if piece.strip()), 4)))


@dataclass(frozen=True, slots=True)
class _Place:
    """What text found now belongs to."""

    kind: BlockKind = BlockKind.PARAGRAPH
    part: Part | None = None
    group: int = -1
    note: str = ""
    is_row: bool = False
    is_exact: bool = False
    is_document: bool = False  # inside the document, not the site around it
    is_piece: bool = False  # inside the official site's own markup of a document


class _Walk:
    """A walk over the elements of a page without recursion, since pages nest deep."""

    def __init__(self, builder: TextBuilder, notes: NoteIndex) -> None:
        self.builder = builder
        self.notes = notes
        self.place = _Place()
        self.frames: list[tuple[_Place, int]] = []  # of the open elements: the place around them, where they began
        self.n_groups = 0
        self.group_start = -1
        self.has_kop = False
        self.is_glued = False  # the next block goes on behind a note's number
        self.last_marker = (-1, -1)
        self.unknown: dict[str, tuple[int, int]] = {}

    def run(self, root: Element) -> None:
        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            if event == "end":
                self.leave(element)
                self.text(element.tail)
            elif element.tag in _SKIPPED:
                self.frames.append((self.place, self.builder.position))
                events.skip_subtree()
            else:
                self.enter(element)
                self.text(element.text)
        for name, (count, start) in self.unknown.items():
            detail = f"De klasse «{name}» is onbekend (komt {count} keer voor); de tekst ervan is bewaard als lopende tekst."
            self.builder.find("unknown_class", detail, Span(start, start))

    def text(self, text: str | None) -> None:
        if not text or not (self.builder.is_open or text.strip()):
            return
        if not self.builder.is_open:
            self.open()
        if self.place.is_exact:
            self.builder.append_exact(text)
        else:
            self.builder.append(text)

    def open(self) -> None:
        place = self.place
        self.builder.open(place.kind, place.part, place.group, place.note if place.kind is BlockKind.NOTE else "")

    def enter(self, element: Element) -> None:
        tag = element.tag
        self.frames.append((self.place, self.builder.position))
        if self.place.is_row and (tag in _BLOCKS or tag == "br"):
            self.enter_cell(element)
        elif tag in _BLOCKS:
            self.enter_block(element)
        elif tag == "br":
            self.break_line()
        elif tag == "img" and self.place.is_document:
            self.find_picture(element)

    def enter_cell(self, element: Element) -> None:
        """A cell of a row, or something inside it."""
        if element.tag in _CELLS and element.getprevious() is not None:
            self.builder.break_cell()
        else:
            self.builder.append(" ")

    def break_line(self) -> None:
        """A line end; the second of two makes a new block."""
        if self.builder.is_at_line_start:
            self.builder.close()
        else:
            self.builder.break_line()

    def enter_block(self, element: Element) -> None:
        if self.is_glued:
            self.is_glued = False
            self.builder.append(" ")
        elif self.is_line(element, self.place):
            self.builder.break_line()
        else:
            self.builder.close()
            self.place = self.place_of(element)
            if self.place.is_row:
                self.open()  # so that tabs of empty first cells are kept

    def is_line(self, element: Element, around: _Place) -> bool:
        """Whether a block is a line of the list item around it."""
        if around.kind is not BlockKind.LIST_ITEM or element.tag not in _LINES:
            return False
        return not self.notes.identifier_of(element) and not classes_of(element) & _OWN_CLASSES

    def leave(self, element: Element) -> None:
        tag = element.tag
        around, start = self.frames.pop()
        if tag in _BLOCKS and not around.is_row:
            self.is_glued = False
            if self.is_line(element, around):
                self.builder.break_line()
            else:
                self.builder.close()
        elif tag not in _SKIPPED:
            self.mark(element, start)
        self.place = around

    def place_of(self, element: Element) -> _Place:
        """What the text of a block that begins belongs to."""
        classes = classes_of(element)
        place = replace(self.place, kind=self.kind_of(element), is_row=self.is_row(element), is_exact=element.tag == "pre")
        if note := self.notes.identifier_of(element):
            return replace(place, kind=BlockKind.NOTE, note=self.place.note or note)
        part = next((part for name, part in _PARTS.items() if name in classes), None)
        if part is not None:
            return self.begin_part(place, part)
        if _KOP in classes:
            part = Part.ANSWERED if self.has_kop else Part.ASKED
            self.has_kop = True
            return replace(place, kind=BlockKind.HEADING, part=part, is_document=True)
        if place.part in (Part.QUESTION, Part.ANSWER) and self.is_label(element, classes):
            return replace(place, kind=BlockKind.LABEL)
        self.count_unknown(element, classes)
        is_piece = place.is_piece or "stuk" in classes
        is_document = place.is_document or is_piece or element.tag in ("article", "main")
        return replace(place, is_piece=is_piece, is_document=is_document)

    def kind_of(self, element: Element) -> BlockKind:
        """The kind of a block by its tag; everything inside a note or inside furniture is that too."""
        if self.place.kind is BlockKind.NOTE and _NOTE_HEAD.fullmatch(_first_text(element)):
            return BlockKind.FURNITURE
        if self.place.kind in (BlockKind.NOTE, BlockKind.FURNITURE):
            return self.place.kind
        if element.tag in _SITE or element.get("role") in _SITE_ROLES:
            return BlockKind.FURNITURE
        if element.tag in _SITE_ENDS and not self.place.is_document:
            return BlockKind.FURNITURE
        if self.is_row(element):
            return BlockKind.ROW
        return _KINDS.get(element.tag, BlockKind.PARAGRAPH)

    @staticmethod
    def is_row(element: Element) -> bool:
        return element.tag == "tr" and next(element.iter(*_LAYOUT), None) is None

    def begin_part(self, place: _Place, part: Part) -> _Place:
        group = -1
        if part is not Part.REMARK:
            group = self.n_groups
            self.n_groups += 1
        self.group_start = self.builder.position
        return replace(place, part=part, group=group, is_document=True, is_piece=True)

    def is_label(self, element: Element, classes: frozenset[str]) -> bool:
        return "nummer" in classes or (element.tag in _HEADINGS and self.builder.position == self.group_start)

    def count_unknown(self, element: Element, classes: frozenset[str]) -> None:
        if self.place.is_piece and element.tag == "div" and classes and not classes & _KNOWN_CLASSES:
            name = " ".join(sorted(classes))
            count, start = self.unknown.get(name, (0, self.builder.position))
            self.unknown[name] = (count + 1, start)

    def find_picture(self, element: Element) -> None:
        start = self.builder.position
        described = f"; beschrijving: «{element.get('alt')}»" if element.get("alt") else ""
        detail = f"Hier staat in de bron een afbeelding ({element.get('src') or 'zonder naam'}){described}."
        self.builder.find("picture", detail, Span(start, start))

    def mark(self, element: Element, start: int) -> None:
        """Say what an inline element that ends says about its text."""
        end, tag = self.builder.position, element.tag
        kind = _MARKS.get(tag)
        if kind:
            self.builder.mark(start, end, kind)
        elif tag == "a":
            self.mark_link(element, start, end)
        elif tag == "sup" and not self.place.note and _DIGITS.fullmatch(text := text_of(element)):
            self.mark_marker(self.notes.by_number(text.strip()), start, end)
        elif self.place.note and "nootnum" in classes_of(element):
            self.builder.mark(start, end, MarkKind.NOTE_NUMBER, self.place.note)
            self.is_glued = True

    def mark_link(self, element: Element, start: int, end: int) -> None:
        target = element.get("href", "")
        note = "" if self.place.note else self.notes.by_address(target)
        if note:
            self.mark_marker(note, start, end)
        elif target:
            self.builder.mark(start, end, MarkKind.LINK, target)

    def mark_marker(self, note: str, start: int, end: int) -> None:
        """A marker of a note, once where two elements around it both say so."""
        if note and end > start and (start, end) != self.last_marker:
            self.last_marker = (start, end)
            self.builder.mark(start, end, MarkKind.NOTE_MARKER, note)
