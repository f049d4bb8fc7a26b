"""Notes and their markers in text whose source does not mark them: at the foot of a page, or after the last item.

A note is believed only when its number continues the count. Its marker is then looked for before it, on its own page first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kamervragen.model import Span
from kamervragen.parse.view import View

_NOTE_LINE = re.compile(
    r"""
    ^[^\S\n]*
    (?: (?P<bracket>[\[(]) (?P<inner>\d{1,3}) [\])]     # "[1] ", "(1) "
      | (?P<closed>\d{1,3}) \)                          # "1) "
      | (?P<open>\d{1,3}) (?![\d.,]*\d*[^\S\n]*$)       # "1Kinderrechten.nl", "1 NOS": not a number alone on its line
    )
    [^\S\n]* (?=\S)
    """,
    re.X | re.M,
)
_LABEL_LINE = re.compile(r"^[^\S\n]*(?:Vraag|Vragen|Antwoord|Antwoorden|Mededeling|Toelichting)\b[^\n]{0,40}$", re.M)
_NOTE_TEXT = re.compile(r"(?:https?:|www\.|\d{4}|[A-Z«\"'‘“(]|nos\.nl|\w+\.nl|ibid|idem|zie )")


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number as printed, the characters of that number, and those of its text, in the body."""

    marker: str
    sign: tuple[Span, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    start: int
    text_start: int
    style: str


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
    page_start, expected = start, 1
    for end in ends:
        lines = _foot_lines(view.text, page_start, end, expected)
        block_start = lines[0].start if lines else end
        for line, stop in zip(lines, [*(following.start for following in lines[1:]), end], strict=True):
            notes.append(_note(view, line, stop))
            regions.append(Span(page_start, block_start))
        expected += len(lines)
        page_start = end
    return notes, regions


def _note(view: View, line: _Line, stop: int) -> Note:
    return Note(str(line.number), view.spans(line.start, line.text_start), view.spans(line.text_start, stop))


def _foot_lines(text: str, start: int, end: int, expected: int) -> list[_Line]:
    """The first lines of the notes at the foot of a page: the longest run of following numbers with no label below it."""
    labels = [match.start() for match in _LABEL_LINE.finditer(text, start, end)]
    floor = max([start, *labels])
    lines = [line for line in _note_lines(text, floor, end) if line.number >= expected]
    best: list[_Line] = []
    for index, line in enumerate(lines):
        if line.number == expected:
            run = _run(lines[index:], expected)
            if len(run) >= len(best):
                best = run
    return best


def _note_lines(text: str, start: int, end: int) -> Iterator[_Line]:
    for match in _NOTE_LINE.finditer(text, start, end):
        style = match["bracket"] or (")" if match["closed"] else "")
        number = match["inner"] or match["closed"] or match["open"]
        if style or _NOTE_TEXT.match(text, match.end()):
            yield _Line(int(number), match.start(), match.end(), style)


def _run(lines: Sequence[_Line], expected: int) -> list[_Line]:
    """Lines numbered expected, expected + 1, … in one style."""
    run: list[_Line] = []
    for line in lines:
        if line.number == expected + len(run) and line.style == lines[0].style:
            run.append(line)
    return run
