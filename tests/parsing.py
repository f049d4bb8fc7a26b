"""One way for the tests of this folder to parse a few lines of text."""

from kamervragen import authorities
from kamervragen.cite import find_citations
from kamervragen.model import ParsedDocument
from kamervragen.parse import parse
from kamervragen.read.plain import read_plain
from kamervragen.terms import MediaType


def parse_lines(printed: str, media_type: MediaType = MediaType.PLAIN) -> ParsedDocument:
    """The record of a text in UTF-8."""
    text = read_plain(printed.encode(), media_type)
    return parse(text, find_citations(text), authorities.load(), source="test.txt")


def parts(parsed: ParsedDocument, body: str, kind: str) -> list[str]:
    """The pieces of a body that the segments call by a kind."""
    return [body[segment.start : segment.end] for segment in parsed.segments if segment.kind == kind]
