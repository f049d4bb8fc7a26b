"""Texts and records as they lie in the database: JSON, compressed.

Everything the site shows of a document is unpacked from here; nothing is read from the raw bytes again.
"""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from kamervragen.contract import Json
from kamervragen.model import Block, Citation, Fact, Finding, Mark, Span, Text
from kamervragen.terms import BlockKind, CitationKind, MarkKind, MediaType, Part

_LEVEL = 1  # measured on documents: level 6 takes four times as long for a tenth less


def pack(value: Json) -> bytes:
    """The compressed JSON of a value; equal values in equal order of keys give equal bytes."""
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), _LEVEL)


def unpack(packed: bytes | memoryview) -> Json:
    """The value that `pack` packed."""
    return cast(Json, json.loads(zlib.decompress(packed)))


def differing_fields(before: Mapping[str, Json], after: Mapping[str, Json]) -> tuple[str, ...]:
    """The names of the fields in which two JSON objects of the contract differ, in the order of the contract."""
    names = dict.fromkeys((*before, *after))
    return tuple(name for name in names if before.get(name) != after.get(name))


def pack_text(text: Text) -> bytes:
    """A text with its blocks, marks, facts and findings."""
    return pack(
        {
            "body": text.body,
            "media_type": str(text.media_type),
            "reader": text.reader,
            "has_paragraphs": text.has_paragraphs,
            "blocks": [[*each.span, str(each.kind), each.part and str(each.part), each.group, each.note] for each in text.blocks],
            "marks": [[*each.span, str(each.kind), each.target] for each in text.marks],
            "facts": [[each.name, each.value] for each in text.facts],
            "findings": [[each.code, each.detail, each.span] for each in text.findings],
        }
    )


def unpack_text(packed: bytes | memoryview) -> Text:
    """The text that `pack_text` packed."""
    plain = cast(Mapping[str, Sequence[Sequence[str]]], unpack(packed))
    return Text(
        body=str(plain["body"]),
        media_type=MediaType(str(plain["media_type"])),
        reader=str(plain["reader"]),
        has_paragraphs=bool(plain["has_paragraphs"]),
        blocks=tuple(_block(each) for each in plain["blocks"]),
        marks=tuple(_mark(each) for each in plain["marks"]),
        facts=tuple(Fact(name=name, value=value) for name, value in plain["facts"]),
        findings=tuple(_finding(each) for each in plain["findings"]),
    )


# Looked up here and not made by the enumerations: a text has hundreds of blocks.
_BLOCK_KINDS = {str(kind): kind for kind in BlockKind}
_PARTS = {str(part): part for part in Part}
_MARK_KINDS = {str(kind): kind for kind in MarkKind}


def _block(plain: Sequence[object]) -> Block:
    start, end, kind, part, group, note = plain
    return Block(
        span=Span(cast(int, start), cast(int, end)),
        kind=_BLOCK_KINDS[str(kind)],
        part=_PARTS[str(part)] if part else None,
        group=cast(int, group),
        note=str(note),
    )


def _mark(plain: Sequence[object]) -> Mark:
    start, end, kind, target = plain
    return Mark(span=Span(cast(int, start), cast(int, end)), kind=_MARK_KINDS[str(kind)], target=str(target))


def _finding(plain: Sequence[object]) -> Finding:
    code, detail, span = plain
    return Finding(code=str(code), detail=str(detail), span=Span(*cast(Sequence[int], span)) if span else None)


def pack_citations(citations: Iterable[Citation]) -> bytes:
    """The references of a text."""
    return pack([[*each.span, str(each.kind), each.target] for each in citations])


def unpack_citations(packed: bytes | memoryview) -> tuple[Citation, ...]:
    """The references that `pack_citations` packed."""
    return tuple(_citation(each) for each in cast(Sequence[Sequence[object]], unpack(packed)))


_CITATION_KINDS = {str(kind): kind for kind in CitationKind}


def _citation(plain: Sequence[object]) -> Citation:
    start, end, kind, target = plain
    span = Span(cast(int, start), cast(int, end))
    return Citation(span=span, target=str(target) if target is not None else None, kind=_CITATION_KINDS[str(kind)])
