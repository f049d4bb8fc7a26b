"""What an official identifier or an address on an official site points at."""

import re

from kamervragen.identifiers import parse_case_number, parse_publication_id
from kamervragen.terms import CitationKind

_SERIES = {
    "ah": CitationKind.APPENDIX,
    "kv": CitationKind.CASE,
    "kst": CitationKind.PAPER,
    "h": CitationKind.PROCEEDINGS,
    "stb": CitationKind.GAZETTE,
    "stcrt": CitationKind.GAZETTE,
    "trb": CitationKind.GAZETTE,
}
_IDENTIFIER = re.compile(r"(?P<series>ah|kv|kst|h|stb|stcrt|trb)-[\w-]*\d[\w-]*")
_ADDRESSES = (
    (
        re.compile(r"^https?://(?:zoek\.)?officielebekendmakingen\.nl/(?P<target>(?:ah|kv|kst|h|stb|stcrt|trb)-[\w-]*\d[\w-]*)"),
        None,
    ),
    (re.compile(r"^https?://wetten\.overheid\.nl/(?P<target>BWB[RV]\d{7})"), CitationKind.REGULATION),
    (
        re.compile(r"^https?://[\w.]*rechtspraak\.nl/\S*?(?P<target>ECLI:[A-Z]{2}:[A-Z0-9.]+:\d{4}:[A-Z0-9]+)"),
        CitationKind.RULING,
    ),
    (re.compile(r"^https?://eur-lex\.europa\.eu/\S*?CELEX(?::|%3A)(?P<target>[1-9]\d{4}[A-Z]{1,2}\d{4})"), CitationKind.EUROPEAN),
)


def recognise(printed: str) -> tuple[CitationKind, str] | None:
    """The kind and the identifier that a link means: `kst-36410-XIV-9`, or an address on an official site; None for others."""
    plain = _IDENTIFIER.fullmatch(printed)
    if plain:
        return _of_identifier(printed)
    for pattern, kind in _ADDRESSES:
        match = pattern.match(printed)
        if match:
            return (kind, match["target"]) if kind else _of_identifier(match["target"])
    return None


def _of_identifier(printed: str) -> tuple[CitationKind, str]:
    """The kind and target of an identifier; questions without answer are known by their case where they have one."""
    kind = _SERIES[printed.split("-")[0]]
    parts = parse_publication_id(printed) if kind is CitationKind.CASE else None
    return kind, (parse_case_number(parts.number) if parts else None) or printed
