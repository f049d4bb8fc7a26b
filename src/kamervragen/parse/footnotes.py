"""Notes in text whose source does not mark them: at the foot of a page, after the last item, or under a table.

A note is believed only when its number continues the count, no label stands below it, and it begins like a source.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kamervragen.model import Span
from kamervragen.parse.view import View

_NOTE_LINE = re.compile(
    r"""
    ^[^\S\n]*
    (?: (?:X[^\S\n]*\n?[^\S\n]*)? Noot [^\S\n]*\n\s* (?P<popup>\d{1,3}) \s*\n\s*   # the official site as text: "X Noot / 1 / …"
      | (?P<bracket>[\[(]) \^? (?P<inner>\d{1,3}) [\])] :?       # "[1] ", "(1) "; "[^1]: " of markdown
      | (?P<closed>\d{1,3}) [.)] (?!\d)                         # "1) "; "1. " where the text has "1)"
      | (?P<open>\d{1,9}) (?![\d.,]*[^\S\n]*$)                   # "1Kinderrechten.nl", "1 NOS", "22023 Annual"
    )
    [^\S\n]* (?=\S)
    """,
    re.X | re.M,
)
# Where lines are lost: "… voorlichting wordt 1 Financieel Dagblad, «…»", "zal helpen? 1Rtl-4 uitzending".
_NOTE_INLINE = re.compile(
    r"""
    (?<=[\s.?!»)]) (?P<open>\d{1,3}(?:(?:19|20)\d{2})?) [^\S\n]?
    (?= [A-Z«‘“(] | https?: | www\. | [a-z-]{2,30}\.(?:nl|com|eu|org)\b )
    """,
    re.X,
)
_LABEL_LINE = re.compile(r"^[^\S\n]*(?:[Vv]raag|[Vv]ragen|[Aa]ntwoord|[Aa]ntwoorden)\b[^\n]{0,40}$", re.M)
_REMARK_LINE = re.compile(r"\n[^\S\n]*(?:Mededeling|Toelichting)\b")
_LABEL_INLINE = re.compile(r"\b(?:Vraag|Antwoord)\s?\d")
_NOTE_TEXT = re.compile(r"(?:(?<=\d)[a-z]{3,}\s|https?:|www\.|\d{3,}|[A-ZÀ-Ž«\"'‘“„(]|\w+\.(?:nl|com|eu|org)\b|ibid|idem|zie\s)")
_TABLE_NOTE = re.compile(
    r"""
    (?<=\n) (?P<open>\d{1,2}) [^\S\n]+ (?=[A-Z][a-z])
    """,
    re.X,
)
_TABLE_NUMBER = re.compile(r"\s\d[\d.,%]*(?P<last>[^\S\n]*$)?")
_FEWEST_IN_A_ROW = 3
_TABLE_NOTE_END = re.compile(r"\n[^\S\n]*(?=\n|Vraag\b|Antwoord\b)")


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number as printed, the characters of that number, and those of its text, in the body."""

    marker: str
    sign: tuple[Span, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a note may begin: its digits as printed (a year may be glued to them), and how they are set off."""

    digits: str
    place: int
    digits_place: int
    style: str
    text_place: int


def find_notes(view: View, page_ends: Sequence[int], start: int) -> tuple[list[Note], list[Span]]:
    """The notes of a view and, per note in the same order, the region of the view in which its marker must stand.

    Args:
        view: the body without furniture.
        page_ends: positions in the body where pages end.
        start: where in the view the items begin; notes stand after it.
    """
    ends = [view.position_of(end) for end in page_ends]
    ends = sorted({end for end in ends if start < end < len(view.text)} | {len(view.text)})
    notes: list[Note] = []
    regions: list[Span] = []
    page_start = start
    is_flat = _is_flat(view.text[start:])
    for end in ends:
        run = _foot(view.text, Span(page_start, end), len(notes) + 1, is_flat=is_flat)
        block_start = run[0].place if run else end
        remark = _REMARK_LINE.search(view.text, run[-1].text_place, end) if run else None
        stops = [each.place for each in run[1:]] + [remark.start() if remark else end]
        for index, each in enumerate(run):
            notes.append(_note(view, each, len(notes) + 1, stops[index]))
            regions.append(Span(page_start, block_start))
        page_start = end if view.text[page_start:block_start].strip() else page_start
    return notes, regions


_LONGEST_LINES = 400  # characters; where a document's lines are longer than this on average, its line ends are lost


def _is_flat(text: str) -> bool:
    """Whether a text has no line ends, or those between its pages only."""
    lines = [line for line in text.split("\n") if line.strip()]
    return len(lines) < 2 or len(text) > _LONGEST_LINES * len(lines)


def find_table_notes(view: View, start: int) -> list[Note]:
    """Notes directly under the last row of a table, which count for themselves."""
    notes = []
    for match in _TABLE_NOTE.finditer(view.text, start):
        row_start = view.text.rfind("\n", 0, match.start() - 1) + 1
        if _is_row(view.text[row_start : match.start() - 1]):
            stop = _TABLE_NOTE_END.search(view.text, match.end())
            end = stop.start() if stop else len(view.text)
            notes.append(Note(match["open"], view.spans(*match.span("open")), view.spans(match.end(), end)))
    return notes


def _is_row(line: str) -> bool:
    """Whether a line holds three numbers or more and ends with one, as a row of a table does."""
    numbers = list(_TABLE_NUMBER.finditer(line))
    return len(numbers) >= _FEWEST_IN_A_ROW and numbers[-1]["last"] is not None


def _note(view: View, start: _Start, number: int, stop: int) -> Note:
    """The note that begins at a start; digits behind its own number belong to its text."""
    own = str(number)
    text_place = start.text_place if start.digits == own else start.digits_place + len(own)
    return Note(own, view.spans(start.place, text_place), view.spans(text_place, stop))


def _foot(text: str, page: Span, expected: int, *, is_flat: bool) -> list[_Start]:
    """The starts of the notes at the foot of a page: the longest run of following numbers with no label below it."""
    labels = (_LABEL_INLINE if is_flat else _LABEL_LINE).finditer(text, *page)
    floor = max([page.start, *(match.end() for match in labels)])
    starts = list((_inline_starts if is_flat else _line_starts)(text, floor, page.end))
    best: list[_Start] = []
    for style in dict.fromkeys(each.style for each in starts):
        run = _last_longest([each for each in starts if each.style == style], expected)
        if style == "." and not all(re.search(rf"(?<!\d){mark.digits}\)", text[: run[0].place]) for mark in run):
            continue  # a numbered list in the last answer
        best = max(best, run, key=lambda each: (len(each), each[0].place if each else 0))
    return best


def _last_longest(starts: Sequence[_Start], expected: int) -> list[_Start]:
    """The longest run among starts of one style; of equally long ones the last.

    A run that begins later is never longer, so the last of that length is found by halving: a long list of ones stays cheap.
    """
    firsts = [index for index, each in enumerate(starts) if _is_number(each, expected)]
    if not firsts:
        return []
    longest = len(_run(starts[firsts[0] :], expected))
    end = bisect_right(firsts, -longest, key=lambda index: -len(_run(starts[index:], expected)))
    return _run(starts[firsts[end - 1] :], expected)


def _line_starts(text: str, start: int, end: int) -> Iterator[_Start]:
    for match in _NOTE_LINE.finditer(text, start, end):
        style = "Noot" if match["popup"] else match["bracket"] or (text[match.end("closed")] if match["closed"] else "")
        name = next(each for each in ("popup", "inner", "closed", "open") if match[each])
        if style or len(match[name]) > 3 or _NOTE_TEXT.match(text, match.end()):
            yield _Start(match[name], match.start(), match.start(name), style, match.end())


def _inline_starts(text: str, start: int, end: int) -> Iterator[_Start]:
    for match in _NOTE_INLINE.finditer(text, start, end):
        yield _Start(match["open"], match.start(), match.start(), "", match.end())


def _run(starts: Sequence[_Start], expected: int) -> list[_Start]:
    """Starts numbered expected, expected + 1, …"""
    run: list[_Start] = []
    for each in starts:
        if _is_number(each, expected + len(run)):
            run.append(each)
    return run


def _is_number(start: _Start, number: int) -> bool:
    """Whether the digits are the number, or begin with it and go on with a year or a document's number."""
    if start.digits == str(number):
        return True
    return not start.style and len(start.digits) - len(str(number)) >= 4 and start.digits.startswith(str(number))
