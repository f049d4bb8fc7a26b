"""DOCX files made of a few lines of Word's own XML, and looks into what a reader makes of them."""

import io
import zipfile

from kamervragen.model import Text
from kamervragen.terms import MarkKind

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def make_docx(body: str, *, links: dict[str, str] | None = None, **parts: str) -> bytes:
    """A DOCX of which only the named parts have content: body="<w:p>…", numbering="<w:num …", header1="<w:p>…"."""
    roots = {"header1": "hdr", "footer1": "ftr"}
    relations = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name.rstrip("1")}" Target="{name}.xml"/>' for name in parts
    ) + "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/hyperlink" Target="{target}" TargetMode="External"/>'
        for name, target in (links or {}).items()
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="m" Type="{OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>')
        for name, content in parts.items():
            root = roots.get(name, name)
            archive.writestr(f"word/{name}.xml", f"<w:{root} {NAMESPACES}>{content}</w:{root}>")
    return made.getvalue()


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def level(number: int, number_format: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbered(text: str, ilvl: int = 0, num: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num}"/></w:numPr>')


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(p(text) for text in paragraphs)}</w:tc>"


def lines(text: Text) -> list[str]:
    return [text.body[block.span.start : block.span.end] for block in text.blocks]


def marked(text: Text, kind: MarkKind) -> list[tuple[str, str]]:
    return [(text.body[mark.span.start : mark.span.end], mark.target) for mark in text.marks if mark.kind is kind]
