"""Bytes of XML → tree of elements, without the dangers of XML, and with what had to be mended to read it.

Entities, document type definitions and the network are off. Well-formed bytes go straight through the parser of libxml2; what
it refuses is mended step by step, each step with a finding, and only then read with the parser that skips over mistakes.
"""

import re
from collections.abc import Callable
from html import escape, unescape
from html.entities import html5

from lxml import etree

from kamervragen.errors import ReadError
from kamervragen.model import Finding
from kamervragen.read.charset import decode_declared, is_one_byte

_ENTITY = "<!ENTITY"
_ENTITIES = tuple(_ENTITY.encode(name) for name in ("ascii", "utf-16-le", "utf-16-be"))
_WRAPPER = "kamervragen-fragments"
_DECLARATION = re.compile(r"\s*<\?xml\s[^>]*\?>\s*")
_DECLARED = re.compile(rb"""<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.-]+)["']""")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>")
_NOT_XML = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BAD_REFERENCE = re.compile(r"&\#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[dD][89a-fA-F]..));")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]*);")
_BARE = re.compile(r"&(?!\#\d+;|\#[xX][0-9a-fA-F]+;|[A-Za-z_][\w.-]*;)")
_TAG = re.compile(r"<[^<>]*>")
_WHITE = re.compile(r"\s+")

Tree = tuple[etree._Element, list[Finding]]


def _parser(*, recover: bool = False, encoding: str | None = None) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
        recover=recover,
        encoding=encoding,
    )


_STRICT = _parser()
_STRICT_UTF8 = _parser(encoding="utf-8")
_RECOVERING = _parser(recover=True, encoding="utf-8")


def parse_xml(data: bytes) -> Tree:
    """The root element of a document, and what was odd about its bytes.

    Args:
        data: a whole XML document; comments and processing instructions are no part of the tree.

    Raises:
        ReadError: `empty`; `unsafe` when it declares entities; `malformed` when no element can be read.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise ReadError("empty", "Het bestand is leeg; haal het opnieuw op.")
    try:
        root = etree.fromstring(data, _STRICT)
    except etree.XMLSyntaxError:
        return _parse_mended(data)
    document = root.getroottree().docinfo
    if document.internalDTD is not None:
        _refuse_entities(data)
    if is_one_byte(document.encoding or "") and not data.isascii() and _is_utf8(data):
        return _parse_mended(data)
    return root, []


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text_of(element: etree._Element) -> str:
    """All text inside an element."""
    return "".join(map(str, element.itertext()))


def take_text(element: etree._Element, name: str) -> str:
    """The text of the first child of a name, taken out of the tree so that it is not met again; "" without such a child."""
    for child in element:
        if local_name(child) == name:
            text, tail = text_of(child).strip(), child.tail
            child.clear()
            child.tail = tail
            return text
    return ""


def _refuse_entities(data: bytes) -> None:
    if any(sign in data for sign in _ENTITIES):
        detail = "De XML verklaart eigen entiteiten, wat onveilig is; vraag een bestand zonder <!ENTITY …>."
        raise ReadError("unsafe", detail)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _parse_mended(data: bytes) -> Tree:
    """The tree of a document that the strict parser refused."""
    _refuse_entities(data)
    declared = _DECLARED.search(data[:400])
    text, findings = decode_declared(data, declared[1].decode("ascii", "replace") if declared else None)
    text = _DECLARATION.sub("", text, count=1) if _DECLARATION.match(text) else text.lstrip()
    text, mended = _mend(text)
    findings.extend(mended)
    try:
        return etree.fromstring(text.encode(), _STRICT_UTF8), findings
    except etree.XMLSyntaxError as error:
        code, line = getattr(error, "code", 0), error.lineno or 1
    if code == etree.ErrorTypes.ERR_DOCUMENT_END:
        wrapped = _parse_wrapped(text)
        if wrapped is not None:
            detail = "De XML heeft geen omvattend element; de losse elementen zijn achter elkaar gelezen."
            return wrapped, [*findings, Finding(code="no_root_element", detail=detail)]
    return _recover(text, line, findings)


def _parse_wrapped(text: str) -> etree._Element | None:
    """The tree of elements without a root, such as bare questions and answers in a row."""
    inner = _DOCTYPE.sub("", text, count=1)
    try:
        return etree.fromstring(f"<{_WRAPPER}>{inner}</{_WRAPPER}>".encode(), _STRICT_UTF8)
    except etree.XMLSyntaxError:
        return None


def _recover(text: str, line: int, findings: list[Finding]) -> Tree:
    try:
        root = etree.fromstring(text.encode(), _RECOVERING)
    except etree.XMLSyntaxError:  # even so: nothing is left to read
        root = None
    if root is None:
        raise ReadError("malformed", "Dit is geen leesbare XML; haal het bestand opnieuw op of lever een andere vorm.")
    printed = len(_WHITE.sub("", unescape(_TAG.sub("", text))))
    lost = printed - len(_WHITE.sub("", text_of(root)))
    loss = f"; ongeveer {lost} tekens konden niet worden gelezen" if lost > 0 else ""
    detail = f"De XML is niet welgevormd (regel {line}); wat leesbaar was, is gelezen{loss}. Vergelijk met de bron."
    return root, [*findings, Finding(code="malformed_xml", detail=detail)]


def _named(match: re.Match[str]) -> str:
    """The character of a named reference of HTML; the reference as printed where there is none."""
    return escape(html5.get(f"{match[1]};", match[0]), quote=False)


_Replacement = str | Callable[[re.Match[str]], str]
_MENDS: tuple[tuple[re.Pattern[str], _Replacement, str, str], ...] = (
    (re.compile("\0"), "\ufffd", "nul_character", "NUL-tekens; elk staat hier als vervangteken"),
    (_NOT_XML, "\ufffd", "control_character", "stuurtekens; elk staat hier als vervangteken"),
    (_BAD_REFERENCE, "\ufffd", "control_character", "verwijzingen naar stuurtekens; elk staat hier als vervangteken"),
    (_NAMED, _named, "named_reference", "tekenverwijzingen zonder verklaring; ze zijn gelezen zoals in HTML"),
    (_BARE, "&amp;", "bare_ampersand", "losse &-tekens; ze zijn als tekst gelezen"),
)


def _mend(text: str) -> tuple[str, list[Finding]]:
    """The text with what no XML may hold replaced, each kind with a finding."""
    findings = []
    for pattern, replacement, code, words in _MENDS:
        text, count = pattern.subn(replacement, text)
        if count:
            findings.append(Finding(code=code, detail=f"De XML bevat {words} ({count} keer)."))
    return text, findings
