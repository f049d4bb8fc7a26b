"""Plain text and markdown → Text. What PDF extractors leave is kept as it is; the parser finds its way in it."""

import re
import unicodedata
from itertools import pairwise

from kamervragen.model import Block, Finding, Span, Text
from kamervragen.read.markdown import markdown_blocks, markdown_marks
from kamervragen.terms import BlockKind, MediaType

READER = "plain 2"

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LINE = re.compile(r"\S[^\n]*")

_PAGE_FOOT = re.compile(r"(?:Tweede|Eerste)\s*Kamer,\s*vergaderjaar\s*\d{4}\s*.\s*\d{4},\s*(?:Aanhangsel|Vragen)\s*\d")
_SENTENCE_END = re.compile(r"[.?!:;…»”\"'’)\]]\s*(?:\d{1,2}\s*)?$")
_ADDRESS_END = re.compile(r"https?://\S{1,2000}\s*$")  # such a line ends where its address ends
_LONG_LINE = 45  # a line shorter than this may end anywhere
_FEWEST_PAIRS = 4
_WRAPPED_SHARE = 0.3


def read_plain(data: bytes, media_type: MediaType = MediaType.PLAIN) -> Text:
    """The text of plain text or markdown, with paragraphs as blocks and markdown signs as marks.

    Args:
        data: bytes in UTF-8 or UTF-16; anything else is taken for Windows-1252, with a finding.
        media_type: PLAIN or MARKDOWN.
    """
    body, findings = decode(data)
    has_paragraphs = not is_hard_wrapped(body)
    is_markdown = media_type is MediaType.MARKDOWN
    return Text(
        body=body,
        media_type=media_type,
        reader=READER,
        blocks=markdown_blocks(body, has_paragraphs=has_paragraphs)
        if is_markdown
        else _blocks(body, has_paragraphs=has_paragraphs),
        marks=markdown_marks(body) if is_markdown else (),
        has_paragraphs=has_paragraphs,
        findings=findings,
    )


def _blocks(body: str, *, has_paragraphs: bool) -> tuple[Block, ...]:
    unit = _LINE if has_paragraphs else _PARAGRAPH
    return tuple(_block(body, match.span()) for match in unit.finditer(body))


def decode(data: bytes) -> tuple[str, tuple[Finding, ...]]:
    """Characters in NFC with "\\n" line ends and no NUL, and what had to be guessed or replaced."""
    findings = []
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        detail = "De tekens zijn geen geldige UTF-8; ze zijn gelezen als Windows-1252. Vergelijk ze met de bron."
        findings.append(Finding(code="encoding_guessed", detail=detail))
    if "\0" in text:
        detail = f"De bron bevat {text.count(chr(0))} NUL-tekens; elk staat hier als vervangteken."
        findings.append(Finding(code="nul_character", detail=detail))
    body = text.replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", body), tuple(findings)


def is_hard_wrapped(body: str) -> bool:
    """Whether lines end where a page was full, so that a line break says nothing about paragraphs."""
    if _PAGE_FOOT.search(body):
        return True
    lines = body.split("\n")
    ends = [
        _SENTENCE_END.search(line) is None
        for line, following in pairwise(lines)
        if len(line.strip()) >= _LONG_LINE and following.strip() and not _ADDRESS_END.search(line)
    ]
    if not ends:
        return len(lines) <= 3 and len(body) > 2_000  # one line for a whole document
    return len(ends) >= _FEWEST_PAIRS and sum(ends) / len(ends) >= _WRAPPED_SHARE


def _block(body: str, span: tuple[int, int]) -> Block:
    start, end = span
    return Block(span=Span(start, start + len(body[start:end].rstrip())), kind=BlockKind.PARAGRAPH)
