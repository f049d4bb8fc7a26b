"""Page furniture in running text: what a printed page repeats and no reader reads.

Extractors leave it between two lines, glued to the heading after it, or in the middle of a sentence.
"""

import re
from collections.abc import Iterator

from kamervragen.model import Span, Text
from kamervragen.terms import BlockKind, MarkKind

# The last line of a page's foot: "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1". A reference goes on with a number.
_FOOT = re.compile(
    r"""
    (?:Tweede|Eerste)\s*Kamer,\s*vergaderjaar\s*\d{4}\s*.\s*\d{4},\s*
    (?:Aanhangsel|Vragen) (?!\s*,|\s*nr|\s*Handelingen|\s*van\s*de)
    """,
    re.X,
)
# What stands before it on a first page: "ah-tk-20232024-403 ISSN 0921 - 7398 ’s-Gravenhage 2023".
_IMPRINT = r"""
    (?:(?:ah|kv)-[\w-]+?\s*)?
    (?:ISSN\s*0921\s*-\s*7398\s*)?
    (?:(?:TM|['’‘´`])?\s*s-Gravenhage\s*(?:19|20)\d{2}\s*)?      # TM: a broken apostrophe
"""
_IMPRINT_BEFORE = re.compile(rf"(?:(?<=\s)|^){_IMPRINT}$", re.X)
_LONGEST_IMPRINT = 90
_ISSN = re.compile(r"ISSN\s*0921\s*-\s*7398(?:\s*(?:TM|['’‘´`])\s*s-Gravenhage\s*(?:19|20)\d{2})?")
_OWN_ID = re.compile(
    r"^[^\S\n]*(?:a?h|k?v)[ -]{1,2}(?:tk|ek)[ -]\w+(?:[ -]\w+)?[^\S\n]*$", re.M
)  # "h tk 20232024 302": letters lost
_RULE = re.compile(r"^[^\S\n]{0,99}(?:_{4,}|-{4,}|\.{6,}|={4,}|\f)[^\S\n]{0,99}$|\f", re.M)
_PAGE_NUMBER = re.compile(r"[^\S\n]*(\d{1,3})")


def find_furniture(text: Text) -> tuple[tuple[Span, ...], tuple[int, ...]]:
    """The spans of page furniture and markup signs, ascending, and the positions where pages end.

    A source that marks its questions and answers has no pages: only what it calls furniture itself is.
    """
    blocks = [block.span for block in text.blocks if block.kind is BlockKind.FURNITURE]
    if text.is_marked:
        return merge(blocks), ()
    feet = tuple(_feet(text.body))
    imprints = [*_imprints(text.body), *(Span(*match.span()) for match in _OWN_ID.finditer(text.body))]
    rules = [Span(*match.span()) for match in _RULE.finditer(text.body)]
    signs = [mark.span for mark in text.marks if mark.kind is MarkKind.SIGN]
    breaks = [rule for rule in rules if text.body[rule.start] in "\f-_"]
    page_ends = [span.start for span in (*feet, *imprints, *breaks)]
    return merge([*feet, *imprints, *rules, *blocks, *signs]), tuple(sorted(page_ends))


def _feet(body: str) -> Iterator[Span]:
    """Feet with their imprint and their page number.

    The number is the digits that continue the count, so that "Aanhangsel 12 december" keeps its date.
    """
    page = 0
    for match in _FOOT.finditer(body):
        page += 1
        number = _PAGE_NUMBER.match(body, match.end())
        end = match.end()
        if number and number[1].startswith(str(page)):
            end = number.start(1) + len(str(page))
        elif number and (body[number.end() : number.end() + 1] in ("", "\n")):
            page, end = int(number[1]), number.end()
        yield Span(_before(body, match.start()), end)


def _imprints(body: str) -> Iterator[Span]:
    """Imprints that an extractor put elsewhere, as above the masthead."""
    for match in _ISSN.finditer(body):
        yield Span(_before(body, match.start()), match.end())


def _before(body: str, position: int) -> int:
    """Where the imprint that ends at a position begins; the position itself when there is none."""
    start = max(0, position - _LONGEST_IMPRINT)
    match = _IMPRINT_BEFORE.search(body[start:position])
    begin = start + match.start() if match else position
    while begin < position and body[begin].isspace():
        begin += 1
    return begin


def merge(spans: list[Span]) -> tuple[Span, ...]:
    """Spans in ascending order, overlapping ones made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        elif end > start:
            merged.append(Span(start, end))
    return tuple(merged)
