"""Official XML → Text: the kamervragen of both generations, and any other XML as running text with findings.

A walk over the tree, once. Each known element has one handler in the table at the end of this file; text of an element that no
table knows is kept, with a finding. Tables give one ROW block a row, cells divided by a tab. A note's text stands directly
after the block that its marker stands in.

Source: the elements are those that public parsers of these files read; whole files of the older generation were not seen.
"""

from collections import deque
from collections.abc import Callable
from html.entities import html5

from lxml import etree

from kamervragen.model import Span, Text
from kamervragen.read.builder import TextBuilder
from kamervragen.read.tree import local_name, parse_xml, take_text, text_of
from kamervragen.terms import BlockKind, MarkKind, MediaType, Part

READER = "xml 1"

Element = etree._Element

_EMPHASIS = {
    "vet": (MarkKind.BOLD,),
    "cur": (MarkKind.ITALIC,),
    "vetcur": (MarkKind.BOLD, MarkKind.ITALIC),
    "curvet": (MarkKind.BOLD, MarkKind.ITALIC),
}
_TARGETS = ("doc", "dossier", "refid", "href", "url", "{http://www.w3.org/1999/xlink}href")
_DEEPEST = 100  # levels; the walk is recursive, real documents have about ten
_SIDES = {"vraag": Part.ASKED, "antwoord": Part.ANSWERED, "vragen": Part.ASKED, "reactie": Part.ANSWERED}


def read_xml(data: bytes) -> Text:
    """The text of an XML document.

    Args:
        data: its bytes, in the encoding that it declares.

    Raises:
        ReadError: `empty`, `unsafe`, `malformed`.
    """
    root, findings = parse_xml(data)
    builder = TextBuilder()
    for finding in findings:
        builder.find(finding.code, finding.detail)
    if root.get("id"):
        builder.state("id", root.get("id", ""))
    _Walk(builder).run(root)
    return builder.build(MediaType.XML, READER)


class _Walk:
    """Where the walk is: the block kind, part, group and note that text found now belongs to."""

    def __init__(self, builder: TextBuilder) -> None:
        self.builder = builder
        self.kind = BlockKind.PARAGRAPH
        self.part: Part | None = None
        self.side: Part | None = None  # what an `omschr` describes here
        self.group = -1
        self.note = ""
        self.n_groups = 0
        self.depth = 0
        self.is_cut = False  # below the deepest level
        self.in_block = False
        self.is_glued = False  # the next block goes on behind a note's number
        self.waiting: deque[tuple[Element, str, Part | None, int]] = deque()
        self.note_ids: dict[str, str] = {}  # by identifier and by number
        self.references: list[tuple[int, int, str]] = []
        self.unknown: dict[str, tuple[int, int, int]] = {}

    def run(self, root: Element) -> None:
        self.handler(root)(self, root)
        self.builder.close()
        for start, end, name in self.references:
            self.builder.mark(start, end, MarkKind.NOTE_MARKER, self.note_ids.get(name, ""))
        for name, (count, start, end) in self.unknown.items():
            detail = f"Het element <{name}> is onbekend (komt {count} keer voor); de tekst ervan is bewaard als lopende tekst."
            self.builder.find("unknown_element", detail, Span(start, end))

    def handler(self, element: Element) -> "Handler":
        """The handler of an element whose tag stands in no table as it is."""
        if not isinstance(element.tag, str):
            return _Walk.entity
        return HANDLERS.get(local_name(element), _Walk.strange)

    def content(self, element: Element) -> None:
        """The text and the elements inside an element."""
        if self.depth == _DEEPEST:
            self.flat(element)
            return
        self.depth += 1
        builder = self.builder
        text = element.text
        if text and (builder.is_open or not text.isspace()):
            self.text(text)
        for child in element:
            (HANDLERS.get(child.tag) or self.handler(child))(self, child)
            text = child.tail
            if text and (builder.is_open or not text.isspace()):
                self.text(text)
        self.depth -= 1

    def flat(self, element: Element) -> None:
        """All text inside an element that is nested deeper than any document is."""
        start = self.builder.position
        text = text_of(element)
        if text and not text.isspace():
            self.text(text)
        if not self.is_cut:
            self.is_cut = True
            detail = f"De XML is dieper genest dan {_DEEPEST} elementen; wat dieper staat, is als lopende tekst gelezen."
            self.builder.find("nested_too_deep", detail, Span(start, self.builder.position))

    def text(self, text: str) -> None:
        if not self.builder.is_open:
            self.open()
        self.builder.append(text)

    def open(self) -> None:
        kind = BlockKind.NOTE if self.note else self.kind
        self.builder.open(kind, self.part, self.group, self.note)

    def nothing(self, element: Element) -> None:
        """An element that only lays out, such as a column's width."""

    def entity(self, element: Element) -> None:
        """A reference that the file leaves to its document type, which is not loaded."""
        name = str(element.name) if isinstance(element, etree._Entity) else ""
        char = html5.get(f"{name};")
        if char is None:
            start = self.builder.position
            detail = f"De tekenverwijzing &{name}; is onbekend; zij staat hier zoals in de bron."
            self.builder.find("unknown_entity", detail, Span(start, start))
        self.text(char or f"&{name};")

    def strange(self, element: Element) -> None:
        start = self.builder.position
        if self.in_block:
            self.content(element)
        else:
            self.structure(element)
        name = local_name(element)
        count, first, end = self.unknown.get(name, (0, start, self.builder.position))
        self.unknown[name] = (count + 1, first, max(first, end))

    def spaced(self, element: Element) -> None:
        """Inline, divided from its neighbours by a space."""
        self.builder.append(" ")
        self.content(element)
        self.builder.append(" ")

    def structure(self, element: Element) -> None:
        """An element that holds blocks."""
        if self.kind is BlockKind.ROW:
            self.spaced(element)
            return
        self.builder.close()
        self.content(element)
        self.end_block()

    def block(self, element: Element, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """An element that is one block."""
        if self.kind is BlockKind.ROW:
            self.spaced(element)
            return
        outer = self.kind, self.in_block
        self.kind, self.in_block = kind, True
        if self.is_glued:
            self.is_glued = False
            self.builder.append(" ")
        else:
            self.open()
        self.content(element)
        self.kind, self.in_block = outer
        self.end_block()

    def end_block(self) -> None:
        self.builder.close()
        if self.waiting and not self.note:
            self.write_notes()

    def heading(self, element: Element) -> None:
        if self.in_block:
            self.spaced(element)
        else:
            self.block(element, BlockKind.HEADING)

    def paragraph(self, element: Element) -> None:
        """An `al`: a block of its own, but a line of the heading, label or list item that it stands in."""
        if not self.in_block or self.kind is BlockKind.PARAGRAPH:
            self.block(element)
        elif self.kind is BlockKind.ROW:
            self.spaced(element)
        else:
            before = element.getprevious()
            if before is not None and local_name(before) != "li.nr" and self.builder.has_text:
                self.builder.break_line()
            self.content(element)

    def paragraph_or_inline(self, element: Element) -> None:
        """A name, a date, an office: inline inside text, else a paragraph of its own."""
        if self.in_block or self.builder.has_text:
            self.content(element)
        else:
            self.block(element)

    def item(self, element: Element) -> None:
        self.block(element, BlockKind.LIST_ITEM)

    def row(self, element: Element) -> None:
        self.block(element, BlockKind.ROW)

    def cell(self, element: Element) -> None:
        if self.kind is BlockKind.ROW and element.getprevious() is not None:
            self.builder.break_cell()
        self.content(element)

    def number(self, element: Element) -> None:
        """The label of a question or answer; elsewhere a number in a heading or a list."""
        parent = element.getparent()
        if not self.in_block and parent is not None and local_name(parent) in ("vraag", "antwoord"):
            self.block(element, BlockKind.LABEL)
        elif self.kind is BlockKind.NOTE and parent is not None and local_name(parent) == "noot":
            self.note_number(text_of(element).strip())
        else:
            self.spaced(element)

    def note_number(self, number: str) -> None:
        """The number printed at a note itself; its text goes on behind it."""
        start = self.builder.position
        self.text(number)
        self.builder.mark(start, self.builder.position, MarkKind.NOTE_NUMBER, self.note)
        self.is_glued = True

    def within(self, element: Element, part: Part | None, *, is_item: bool) -> None:
        """An element that is a part of the document; questions and answers are counted."""
        outer = self.part, self.group
        self.part = part
        if is_item:
            self.group = self.n_groups
            self.n_groups += 1
        self.structure(element)
        self.part, self.group = outer

    def question(self, element: Element) -> None:
        self.within(element, Part.QUESTION, is_item=True)

    def answer(self, element: Element) -> None:
        self.within(element, Part.ANSWER, is_item=True)

    def remark(self, element: Element) -> None:
        self.within(element, Part.REMARK, is_item=False)

    def signature(self, element: Element) -> None:
        self.within(element, Part.SIGNATURE, is_item=False)

    def half(self, element: Element) -> None:
        """The questions, or the reply to them, of the older generation."""
        outer = self.side
        self.side = _SIDES[local_name(element)]
        self.structure(element)
        self.side = outer

    def description(self, element: Element) -> None:
        """The heading that says who asks, or who answers."""
        outer = self.part
        self.part = _SIDES.get(element.get("type", ""), self.side)
        self.block(element, BlockKind.HEADING)
        self.part = outer

    def subject(self, element: Element) -> None:
        start = self.builder.position
        if self.in_block or self.builder.has_text:
            self.content(element)
        else:
            self.block(element, BlockKind.HEADING)
        self.builder.mark(start, self.builder.position, MarkKind.SUBJECT)

    def date(self, element: Element) -> None:
        start = self.builder.position
        self.paragraph_or_inline(element)
        self.builder.mark(start, self.builder.position, MarkKind.DATE, element.get("isodatum", ""))

    def emphasis(self, element: Element) -> None:
        start = self.builder.position
        self.content(element)
        for kind in _EMPHASIS.get(element.get("type", ""), ()):
            self.builder.mark(start, self.builder.position, kind)

    def link(self, element: Element) -> None:
        start = self.builder.position
        self.content(element)
        target = next((value for name in _TARGETS if (value := element.get(name))), "")
        if target:
            self.builder.mark(start, self.builder.position, MarkKind.LINK, target)

    def picture(self, element: Element) -> None:
        start = self.builder.position
        described = f"; beschrijving: «{element.get('alt')}»" if element.get("alt") else ""
        detail = f"Hier staat in de bron een afbeelding ({element.get('naam') or 'zonder naam'}){described}."
        self.builder.find("picture", detail, Span(start, start))
        self.content(element)

    def meta(self, element: Element) -> None:
        if element.get("name"):
            self.builder.state(element.get("name", ""), element.get("content", ""))
        self.structure(element)

    def noted(self, element: Element) -> None:
        """A note: inside text only its marker, its text waits for the end of the block; elsewhere with its own number."""
        number = take_text(element, "noot.nr")
        note = self.note_id(element.get("id", ""), number)
        if self.in_block:
            start = self.builder.position
            if number:
                self.text(number)
            self.builder.mark(start, self.builder.position, MarkKind.NOTE_MARKER, note)
            self.waiting.append((element, note, self.part, self.group))
        else:
            self.builder.close()
            self.write_note(element, note, self.part, self.group, number)
            self.end_block()

    def note_id(self, printed: str, number: str) -> str:
        """An identifier for a note; it can be found by the printed one and by its number too."""
        note = self.builder.name_note(printed or f"noot-{number or len(self.note_ids) + 1}")
        self.note_ids.setdefault(printed or note, note)
        self.note_ids.setdefault(number or printed.strip("n"), note)
        return note

    def reference(self, element: Element) -> None:
        """A marker of the older generation, whose note stands elsewhere."""
        start = self.builder.position
        printed = text_of(element).strip()
        if printed:
            self.text(printed)
        name = element.get("refid") or element.get("nr") or printed
        self.references.append((start, self.builder.position, name))

    def write_notes(self) -> None:
        while self.waiting:
            element, note, part, group = self.waiting.popleft()
            self.write_note(element, note, part, group, "")

    def write_note(self, element: Element, note: str, part: Part | None, group: int, number: str) -> None:
        """The text of a note as NOTE blocks, behind its number where one is given."""
        outer = self.kind, self.part, self.group, self.note, self.in_block
        self.kind, self.part, self.group, self.note, self.in_block = BlockKind.NOTE, part, group, note, False
        if number:
            self.note_number(number)
        self.content(element)
        self.is_glued = False
        self.builder.close()
        self.kind, self.part, self.group, self.note, self.in_block = outer


Handler = Callable[[_Walk, Element], None]

_NAMES: tuple[tuple[Handler, str], ...] = (
    (
        _Walk.structure,
        """officiele-publicatie kamervragen kamervragen-fragments kamerwrk vraagdoc kamervraagkop kamervraagbijlage bijlage
        metadata al-groep lijst noot.lijst table tgroup thead tbody tfoot tekst vrije-tekst structuurtekst
        wettekst algemeen""",
    ),
    (_Walk.question, "vraag"),
    (_Walk.answer, "antwoord"),
    (_Walk.remark, "kamervraagopmerking toelicht toelichting opmerking"),
    (_Walk.signature, "ondertekening"),
    (_Walk.half, "vragen reactie"),
    (_Walk.description, "kamervraagomschrijving omschr"),
    (_Walk.heading, "tekstregel kamervraagnummer vraagnummer kop titel subtitel tussenkop table.title"),
    (_Walk.paragraph, "al noot.al"),
    (_Walk.number, "nr nummer label"),
    (_Walk.spaced, "li.nr"),
    (_Walk.item, "li"),
    (_Walk.row, "row"),
    (_Walk.cell, "entry"),
    (
        _Walk.paragraph_or_inline,
        "naam voornaam voorvoegsels achternaam functie politiek organisatie plaats datumtekst onderschrift bijschrift bron",
    ),
    (_Walk.subject, "kamervraagonderwerp ondw onderwerp"),
    (_Walk.date, "datum"),
    (_Walk.emphasis, "nadruk"),
    (_Walk.link, "extref intref dossierref"),
    (_Walk.content, "sup inf plaatje noot.nr"),
    (_Walk.picture, "illustratie"),
    (_Walk.noted, "noot"),
    (_Walk.reference, "nootref"),
    (_Walk.meta, "meta"),
    (_Walk.nothing, "colspec spanspec"),
)
HANDLERS: dict[object, Handler] = {name: handler for handler, names in _NAMES for name in names.split()}
