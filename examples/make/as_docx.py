"""A paper as a Word document, with Word's own notes and numbering: a ministry's letter with its answers, or a draft."""

import io
import zipfile
from xml.sax.saxutils import escape

from paper import Item, Paper, cells_of, list_item, render

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLE = '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
_MADE_AT = (2031, 6, 30, 12, 0, 0)
_PARTS = ("document", "styles", "numbering", "footnotes", "footer1")


def _run(text: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _note_mark(marker: str) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{marker}"/></w:r>'


_SIGNS = {
    "^": _note_mark,
    "c": lambda value: _run(value, "<w:i/>"),
    "v": lambda value: _run(value, "<w:b/>"),
}


def _paragraph(line: str, properties: str = "") -> str:
    """One paragraph of Word."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{render(line, _SIGNS, _run)}</w:p>"


def _bold(line: str) -> str:
    return f"<w:p><w:pPr><w:keepNext/></w:pPr>{_run(line, '<w:b/>')}</w:p>"


def _numbered(line: str, number: int) -> str:
    return _paragraph(line, f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


def _table(rows: list[str]) -> str:
    cells = ["".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in cells_of(row)) for row in rows]
    grid = "<w:gridCol/>" * len(cells_of(rows[0]))
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def _lines(item: Item) -> str:
    rows = [line for line in item.lines if cells_of(line)]
    out = ""
    for line in item.lines:
        if line in rows:
            out += _table(rows) if line == rows[0] else ""
        elif entry := list_item(line):
            out += _numbered(entry[1], 2)
        else:
            out += _paragraph(line)
    return out


def _item(item: Item, numbering: str) -> str:
    if item.part == "vraag" and numbering:
        return _numbered(item.lines[0], 1) + "".join(map(_paragraph, item.lines[1:]))
    return _bold(item.label) + _lines(item)


def _footnotes(paper: Paper) -> str:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    )
    notes = [
        f'<w:footnote w:id="{marker}"><w:p><w:pPr/>{mark}{_run(" ")}{render(text, _SIGNS, _run)}</w:p></w:footnote>'
        for marker, text in paper.notes.items()
    ]
    return f"<w:footnotes {_W}>{separators}{''.join(notes)}</w:footnotes>"


def _level(number: int, form: str, text: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    )


def _numbering(text: str) -> str:
    levels = _level(1, "decimal", text or "%1.") + _level(2, "bullet", "•")
    numbers = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    return f"<w:numbering {_W}>{levels}{numbers}</w:numbering>"


def _package(paper: Paper, body: str) -> bytes:
    footer = (
        f'<w:ftr {_W}><w:p>{_run("Pagina ")}<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
    )
    section = f'<w:sectPr><w:footerReference xmlns:r="{_OFFICE}" w:type="default" r:id="footer1"/></w:sectPr>'
    contents = {
        "document": f"<w:document {_W}><w:body>{body}{section}</w:body></w:document>",
        "styles": f"<w:styles {_W}>{_STYLE}</w:styles>",
        "numbering": _numbering(paper.facts.get("numbering", "")),
        "footnotes": _footnotes(paper),
        "footer1": footer,
    }
    kinds = {"document": "document.main", "footer1": "footer"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kinds.get(name, name)}+xml"/>' for name in _PARTS
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    main = f'<Relationship Id="main" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name.rstrip("1")}" Target="{name}.xml"/>' for name in _PARTS[1:]
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{main}</Relationships>',
        **{f"word/{name}.xml": content for name, content in contents.items()},
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
    }
    return _zip(files)


def _zip(files: dict[str, str]) -> bytes:
    """A zip whose bytes depend on nothing but its content."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, date_time=_MADE_AT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, (_HEAD + content).encode())
    return made.getvalue()


def write_letter(paper: Paper) -> bytes:
    """A ministry's letter to the Chamber: date, subject, the opening sentence, the signature, then the answers."""
    facts = paper.facts
    address = ["Aan de Voorzitter van de Tweede Kamer", "der Staten-Generaal", "Postbus 20018", "2500 EA Den Haag"]
    opening = [
        f"Datum {facts['date']}",
        f"Betreft {facts['about']}",
        "",
        facts["letter"],
        "",
        facts["office"] + ",",
        "",
        facts["signed"],
        "",
    ]
    body = "".join(map(_paragraph, [*address, "", *opening, facts["title"]]))
    return _package(paper, body + "".join(_item(item, facts.get("numbering", "")) for item in paper.items))


def write_word_draft(paper: Paper) -> bytes:
    """A draft before publication: "AH 604", the case number, the line of the answer."""
    head = [f"AH {paper.number}", paper.facts["case"], paper.answered, ""]
    body = "".join(map(_paragraph, head))
    return _package(paper, body + "".join(_item(item, paper.facts.get("numbering", "")) for item in paper.items))
