"""The sentence for one document: read, cite, parse. The first file to open.

    RawDocument ─read→ Text ─cite→ Citations ─parse→ ParsedDocument

Each step is a function of what stands to its left and of nothing else: no clock, no store, no network.
"""

from dataclasses import dataclass

from kamervragen import authorities
from kamervragen.cite import find_citations
from kamervragen.limits import DEFAULT, Limits
from kamervragen.model import ParsedDocument, RawDocument, Text
from kamervragen.parse import parse
from kamervragen.read import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One document on all three levels: its bytes, its characters, and what they say."""

    raw: RawDocument
    text: Text
    parsed: ParsedDocument


def process(raw: RawDocument, limits: Limits = DEFAULT) -> Record:
    """The record of one document.

    Args:
        raw: the bytes as they came.
        limits: how large a document may be.
    Raises:
        ReadError: the bytes cannot be turned into text.
    """
    text = read(raw, limits)
    citations = find_citations(text)
    parsed = parse(text, citations, authorities.load(), source=raw.name)
    return Record(raw=raw, text=text, parsed=parsed)
