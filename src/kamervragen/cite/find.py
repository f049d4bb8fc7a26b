"""Where a text refers to an Aanhangsel number: "Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1047"."""

import re
from collections.abc import Iterator

from kamervragen.dutch.joining import loose
from kamervragen.identifiers import appendix_id, parse_session_year
from kamervragen.model import Citation, Span, Text
from kamervragen.terms import Chamber

# White space may be lost or doubled by an extractor, so `\s*` stands wherever a space is printed.
APPENDIX = re.compile(
    rf"""
    {loose("Aanhangsel")}s?\s*(?:van\s*de\s*)?{loose("Handelingen")},?\s*   # "Aanhangsel van de Handelin-\ngen"
    (?:(?:Tweede|(?P<upper>Eerste))\s*Kamer,?\s*|\bII,?\s*|\b(?P<first>I)\b,?\s*)?
    (?:{loose("vergaderjaar")}\s*)?(?P<year>\d{{4}}\s*[-–—/Œ]\s*\d{{2,4}}),?\s*  # "2022–203" occurs: kept, not understood
    (?:nrs?\.?|nummers?)\s*
    (?P<numbers>\d{{1,5}}(?:(?:\s*,\s*|\s*en\s*(?:nr\.?\s*)?|,\s*en\s*)\d{{1,5}}(?!\d|\s*[A-Za-z]?\d{{3}}))*)
    """,
    re.X,
)
_NUMBER = re.compile(r"\d{1,5}")


def find_citations(text: Text) -> tuple[Citation, ...]:
    """Every Aanhangsel number a text names, in printed order; several numbers after one year are several citations."""
    return tuple(citation for match in APPENDIX.finditer(text.body) for citation in _citations(match))


def _citations(match: re.Match[str]) -> Iterator[Citation]:
    year = parse_session_year(re.sub(r"\s", "", match["year"]))
    offset = match.start("numbers")
    numbers = list(_NUMBER.finditer(match["numbers"]))
    for index, number in enumerate(numbers):
        start = match.start() if index == 0 else offset + number.start()
        chamber = Chamber.EERSTE_KAMER if match["upper"] or match["first"] else Chamber.TWEEDE_KAMER
        target = appendix_id(year, int(number.group()), chamber) if year else None
        yield Citation(span=Span(start, offset + number.end()), target=target)
