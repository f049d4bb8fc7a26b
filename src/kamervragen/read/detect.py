"""What form of document some bytes are, told by their content and never by a file's name."""

import codecs
import io
import re
import zipfile
from collections.abc import Callable

from kamervragen.errors import BROKEN_ZIP, ReadError
from kamervragen.terms import MediaType

_HEAD = 65_536  # bytes that tell what a document is
_PDF_WITHIN = 1_024  # readers of PDF accept junk before the header, up to here
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b\0")) + b"\x7f"
_MOST_CONTROLS = 0.02
_MOST_NULS = 0.2

_XML_DECLARATION = re.compile(r"\s*<\?xml[\s?]")
_HTML_DOCTYPE = re.compile(r"(?i)\s*<!doctype\s+html\b")
_FIRST_TAG = re.compile(
    r"""
    (?> \s | <\?.*?\?> | <!--.*?--> | <!DOCTYPE [^\[>]* (?: \[ .*? \]\s* )? > )*+   # what may stand before a root
    < (?: [A-Za-z_][\w.-]*: )? (?P<name> [A-Za-z_][\w.-]* ) (?= [\s/>] )           # the root, with or without prefix
    """,
    re.X | re.S,
)
_TAG = re.compile(r"</?[A-Za-z_]")
_HTML_ROOTS = frozenset(
    "html head body div span p table ul ol section article main meta link title script style h1 h2 h3 br a".split()
)
_HTML_TAG = re.compile(r"(?i)</?(?:html|head|body|div|p|table|tr|td|h[1-6]|ul|ol|li|section|article|main)(?:\s[^<>]*)?/?>")
_FEWEST_HTML_TAGS = 3
_MARKDOWN_HEADING = re.compile(r"(?m)^\#{1,6}[ ]\S")
_MARKDOWN_SIGN = re.compile(
    r"""
      \*\*[^\s*][^*\n]*\*\*                        # **bold**
    | (?<![\w_])_[^\s_][^_\n]*_(?![\w_])           # _italic_
    | (?<![\w*])\*[^\s*][^*\n]*\*(?![\w*])         # *italic*
    | \[\d{1,3}[ ]\]                               # [1 ], a note marker of a converter
    | \[[^\[\]\n]{1,300}\]\(https?://[^)\s]+\)     # [text](address)
    | ^\|(?=[^\n]{0,20}--)[ \t:|-]+$               # the line under a table's head
    """,
    re.X | re.M,
)
_FEWEST_SIGNS = 2

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word before 2007, and any encrypted Office file
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")


def detect(data: bytes) -> MediaType:
    """The form of a document.

    Args:
        data: all its bytes, at least one.

    Raises:
        ReadError: `not_text` for junk, `wrong_format` for a form that no reader exists for, `encrypted` for an Office file
            with a password, `malformed` for a broken zip.
    """
    container = _detect_container(data)
    if container is not None:
        return container
    text = _decode_head(data)
    return next((form for form, is_form in _TEXT_FORMS if is_form(text)), MediaType.PLAIN)


def root_name(data: bytes) -> str:
    """The local name of the first element of XML, such as `officiele-publicatie`; "" when none is found."""
    match = _FIRST_TAG.match(_decode_head(data))
    return match["name"] if match else ""


def add_byte_order_mark(data: bytes) -> bytes:
    """The same bytes, preceded by a byte order mark where they are UTF-16 without one."""
    encoding = _utf16_without_mark(data)
    if encoding is None:
        return data
    return (codecs.BOM_UTF16_LE if encoding == "utf-16-le" else codecs.BOM_UTF16_BE) + data


def _detect_container(data: bytes) -> MediaType | None:
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _detect_zip(data)
    if data.startswith(_OLE):
        raise _office_error(data)
    if data.startswith(b"{\\rtf"):
        raise ReadError("wrong_format", "Dit is een RTF-bestand; sla het op als DOCX of PDF en bied dat aan.")
    if re.search(rb"%PDF-\d", data[:_PDF_WITHIN]) and not data[:_PDF_WITHIN].lstrip().startswith(b"<"):
        return MediaType.PDF
    return None


def _detect_zip(data: bytes) -> MediaType:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except BROKEN_ZIP as error:
        detail = "Het bestand is een afgebroken of beschadigd DOCX- of zip-bestand; haal het opnieuw op."
        raise ReadError("malformed", detail) from error
    if any(name.startswith("word/document") for name in names):
        return MediaType.DOCX
    detail = "Dit is een zip-bestand zonder Word-document erin; pak het uit en bied de documenten zelf aan."
    raise ReadError("wrong_format", detail)


def _office_error(data: bytes) -> ReadError:
    if _ENCRYPTED_OFFICE in data:
        return ReadError("encrypted", "Het Office-bestand is met een wachtwoord beveiligd; sla het op zonder wachtwoord.")
    return ReadError(
        "wrong_format", "Dit is een Office-bestand van vóór 2007 (zoals .doc); sla het op als DOCX of PDF en bied dat aan."
    )


def _decode_head(data: bytes) -> str:
    """The beginning as characters, good enough to recognise tags and signs in.

    Raises:
        ReadError: `not_text` when it is no text.
    """
    head = data[:_HEAD]
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return _require_text(head[len(mark) :].decode(encoding, errors="replace"))
    utf16 = _utf16_without_mark(head)
    if utf16:
        return head.decode(utf16, errors="replace")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(head) or head.count(0) > _MOST_NULS * len(head):
        raise _not_text()
    return head.decode("utf-8", errors="replace")


def _require_text(text: str) -> str:
    junk = sum(1 for character in text if character == "\ufffd" or (character < " " and character not in "\t\n\v\f\r"))
    if junk > max(2, _MOST_CONTROLS * len(text)):
        raise _not_text()
    return text


def _not_text() -> ReadError:
    return ReadError(
        "not_text", "Het bestand bevat geen tekst (onbekende binaire inhoud); kijk of het volledig en van een bekende soort is."
    )


def _utf16_without_mark(data: bytes) -> str | None:
    """The byte order of Latin text in UTF-16 that has no mark: every second byte is NUL and hardly any other."""
    head = data[:1_024]
    if len(head) < 4 or head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    even, odd = head[0::2].count(0) / len(head[0::2]), head[1::2].count(0) / len(head[1::2])
    if odd > 0.8 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.8 and odd < 0.05 else None


def _is_xml(text: str) -> bool:
    root = _FIRST_TAG.match(text)
    if root is None:
        return _XML_DECLARATION.match(text) is not None
    if root["name"].lower() in _HTML_ROOTS:
        return False
    return _XML_DECLARATION.match(text) is not None or _TAG.search(text, root.end()) is not None


def _is_html(text: str) -> bool:
    if _HTML_DOCTYPE.match(text):
        return True
    root = _FIRST_TAG.match(text)
    if root and root["name"].lower() in _HTML_ROOTS:
        return True
    return len(_HTML_TAG.findall(text)) >= _FEWEST_HTML_TAGS


def _is_markdown(text: str) -> bool:
    if _MARKDOWN_HEADING.search(text):
        return True
    return sum(1 for _ in zip(range(_FEWEST_SIGNS), _MARKDOWN_SIGN.finditer(text), strict=False)) >= _FEWEST_SIGNS


_TEXT_FORMS: tuple[tuple[MediaType, Callable[[str], bool]], ...] = (
    (MediaType.XML, _is_xml),
    (MediaType.HTML, _is_html),
    (MediaType.MARKDOWN, _is_markdown),
)
