"""A paper as official XML: the generation with <kamervraagomschrijving>, and the older one with <vragen> and <reactie>."""

from itertools import groupby
from xml.sax.saxutils import escape

from paper import Item, Paper, cells_of, in_words, list_item, render

_ROOT = (
    '<officiele-publicatie xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation='
    '"http://technische-documentatie.oep.overheid.nl/schema/op-xsd-2012-3">'
)


def _reference(value: str) -> str:
    target, text = value.split("|", 1)
    return f'<extref doc="{target}" soort="document" status="actief">{escape(text)}</extref>'


def _address(value: str) -> str:
    return f'<extref doc="{escape(value)}" soort="URL" status="actief">{escape(value)}</extref>'


_LINKS = {"x": _reference, "u": _address}
_HEADING = {
    "n": lambda value: f"<naam><achternaam>{escape(value)}</achternaam></naam>",
    "o": lambda value: f"<organisatie>{escape(value)}</organisatie>",
    "s": lambda value: f"<kamervraagonderwerp>{escape(value)}</kamervraagonderwerp>",
    "d": lambda value: f'<datum isodatum="{value}">{in_words(value)}</datum>',
    **_LINKS,
}
_EMPHASIS = {
    "c": lambda value: f'<nadruk type="cur">{escape(value)}</nadruk>',
    "v": lambda value: f'<nadruk type="vet">{escape(value)}</nadruk>',
}


class _Writer:
    """Writes one paper; numbers of notes that occur twice are written where they occur first."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper

    def note(self, marker: str) -> str:
        text = render(self.paper.notes[marker], {**_LINKS, **_EMPHASIS}, escape)
        return (
            f'<noot id="ID-{self.paper.number}-n{marker}" type="voet"><noot.nr>{marker}</noot.nr><noot.al>{text}</noot.al></noot>'
        )

    def line(self, line: str) -> str:
        return render(line, {**_LINKS, **_EMPHASIS, "^": self.note}, escape)

    def lines(self, lines: tuple[str, ...]) -> str:
        kinds = groupby(lines, key=lambda line: "table" if cells_of(line) else "list" if list_item(line) else "al")
        writers = {"table": self.table, "list": self.listing, "al": self.paragraphs}
        return "".join(writers[kind](list(group)) for kind, group in kinds)

    def paragraphs(self, lines: list[str]) -> str:
        return "".join(f"\n      <al>{self.line(line)}</al>" for line in lines)

    def listing(self, lines: list[str]) -> str:
        items = [item for line in lines if (item := list_item(line))]
        kind = "ndash" if items[0][0] == "–" else "expliciet"
        inner = "".join(f"\n        <li><li.nr>{sign}</li.nr><al>{self.line(text)}</al></li>" for sign, text in items)
        return f'\n      <lijst type="{kind}">{inner}\n      </lijst>'

    def table(self, lines: list[str]) -> str:
        rows = [cells_of(line) for line in lines]
        specs = "".join(f'<colspec colname="col{n}"/>' for n, _ in enumerate(rows[0], start=1))
        head, *body = ["".join(f"<entry><al>{self.line(cell)}</al></entry>" for cell in row) for row in rows]
        inner = "".join(f"\n          <row>{row}</row>" for row in body)
        return (
            f'\n      <table><tgroup cols="{len(rows[0])}">{specs}\n        <thead><row>{head}</row></thead>'
            f"\n        <tbody>{inner}\n        </tbody></tgroup></table>"
        )

    def item(self, item: Item) -> str:
        if item.part == "opmerking":
            body = f"\n      <tussenkop>{item.label}</tussenkop>{self.lines(item.lines)}"
            return f"    <kamervraagopmerking>{body}\n    </kamervraagopmerking>"
        label = f'\n      <nr status="officieel">{item.label}</nr>'
        return f"    <{item.part}>{label}{self.lines(item.lines)}\n    </{item.part}>"


def write_xml(paper: Paper) -> bytes:
    """The paper in the generation of `op-xsd-2012-3`."""
    writer = _Writer(paper)
    chamber = "Eerste" if "-ek-" in paper.id else "Tweede"
    kind = "Vragen gesteld door de leden der Kamer" if paper.is_question else "Aanhangsel van de Handelingen"
    described = [("vraag", paper.asked), ("antwoord", paper.answered)]
    headings = [
        f'    <kamervraagomschrijving type="{kind}">{render(text, _HEADING, escape)}</kamervraagomschrijving>'
        for kind, text in described
        if text
    ]
    record = f"https://zoek.officielebekendmakingen.nl/{paper.id}/metadata.xml"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _ROOT,
        "  <metadata>",
        f'    <meta name="OVERHEIDop.externMetadataRecord" scheme="" content="{record}"/>',
        "  </metadata>",
        "  <kamervragen>",
        "    <kamervraagkop>",
        '      <tekstregel inhoud="vergaderjaar">Vergaderjaar 2030-2031</tekstregel>',
        f'      <tekstregel inhoud="kameraanduiding">{chamber} Kamer der Staten-Generaal</tekstregel>',
        f'      <tekstregel inhoud="documenttype">{kind}</tekstregel>',
        *_above(paper),
        "    </kamervraagkop>",
        f"    <kamervraagnummer>{paper.number}</kamervraagnummer>",
        *headings,
        *map(writer.item, paper.items),
        "  </kamervragen>",
        "</officiele-publicatie>",
        "",
    ]
    return "\n".join(lines).encode()


def write_legacy_xml(paper: Paper) -> bytes:
    """The paper in the older generation: all questions in <vragen>, all answers in <reactie>, notes after the text."""
    asked = [item for item in paper.items if item.part == "vraag"]
    answers = [item for item in paper.items if item.part == "antwoord"]
    remarks = [item for item in paper.items if item.part == "opmerking"]
    lines = [
        '<?xml version="1.0" encoding="ISO-8859-1"?>',
        "<vraagdoc>",
        "  <vragen>",
        f"    <vraagnummer>{paper.number}</vraagnummer>",
        f"    <omschr>{_legacy(paper.asked)}</omschr>",
        *[_legacy_item("vraag", item) for item in asked],
        *[f"    <toelicht><titel>{item.label}</titel>{_legacy_lines(item)}</toelicht>" for item in remarks],
        *[_legacy_note(marker, text) for marker, text in paper.notes.items()],
        "  </vragen>",
        "  <reactie>",
        f"    <omschr>{_legacy(paper.answered)}</omschr>",
        *[_legacy_item("antwoord", item) for item in answers],
        "  </reactie>",
        "</vraagdoc>",
        "",
    ]
    return "\n".join(lines).encode("iso-8859-1", "xmlcharrefreplace")


def _above(paper: Paper) -> list[str]:
    """What stands above the heading, such as the word for a reprint."""
    return [f'      <tekstregel inhoud="opmerking">{paper.facts["above"]}</tekstregel>'] if "above" in paper.facts else []


def _legacy(line: str) -> str:
    return render(line, {"^": lambda marker: f'<nootref refid="n{marker}">{marker}</nootref>'}, escape)


def _legacy_lines(item: Item) -> str:
    return "".join(f"<al>{_legacy(line)}</al>" for line in item.lines)


def _legacy_item(name: str, item: Item) -> str:
    number = item.label.split(" ", 1)[1]
    return f"    <{name}><nummer>{number}</nummer>{_legacy_lines(item)}</{name}>"


def _legacy_note(marker: str, text: str) -> str:
    return f'    <noot id="n{marker}"><noot.nr>{marker}</noot.nr><noot.al>{_legacy(text)}</noot.al></noot>'
