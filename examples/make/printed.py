"""The published form as printed pages: lines of a fixed width, hyphens at their ends, notes at the foot of their page."""

import re
from dataclasses import dataclass, field

from paper import Paper, cells_of, list_item, render

WIDTH = 78
LINES_A_PAGE = 40
MARKER = re.compile("\x01(\\d+)\x02")

_SYLLABLE_END = re.compile(r"(?<=[a-z][aeiou])(?=[bcdfgklmnprstvwz][aeiou])|(?<=[aeiou][lmnrst])(?=[bdfgkpstvz][aeiou])")


@dataclass(kw_only=True)
class Page:
    """The paragraphs of one page, each a list of lines, and the notes at its foot."""

    paragraphs: list[list[str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def n_lines(self) -> int:
        """How many lines it holds, notes counted as two each."""
        return sum(map(len, self.paragraphs)) + 2 * len(self.notes)


def flat(line: str) -> str:
    """A line without signs; a note's marker stands between two control characters."""
    item = list_item(line)
    text = f"{item[0]} {item[1]}" if item else " ".join(cells_of(line) or [line])
    return render(text, {"^": lambda marker: f"\x01{marker}\x02"})


def paragraphs_of(paper: Paper) -> list[str]:
    """The paragraphs in reading order, labels among them, without masthead."""
    heading = [flat(text) for text in (paper.asked, paper.answered) if text]
    return heading + [each for item in paper.items for each in (item.label, *map(flat, item.lines))]


def masthead_of(paper: Paper) -> list[str]:
    """The lines above the heading on the first page."""
    if paper.is_question:
        return [
            "Tweede Kamer der Staten-Generaal2",
            "Vergaderjaar 2030–2031 Vragen gesteld door de leden der Kamer",
            "",
            paper.number,
        ]
    return [
        "Tweede Kamer der Staten-Generaal2",
        "Vergaderjaar 2030–2031 Aanhangsel van de Handelingen",
        "Vragen gesteld door de leden der Kamer, met de daarop door de",
        "regering gegeven antwoorden",
        paper.number,
    ]


def foot_of(paper: Paper, number: int) -> str:
    """The last line of a page."""
    kind = "Vragen" if paper.is_question else "Aanhangsel"
    return f"Tweede Kamer, vergaderjaar 2030–2031, {kind} {number}"


def wrap(text: str, width: int = WIDTH) -> list[str]:
    """The lines of a paragraph; a word that does not fit is hyphenated after a syllable where that is possible."""
    lines, line = [], ""
    for word in text.split(" "):
        if len(line) + 1 + len(word) <= width:
            line = f"{line} {word}".strip()
            continue
        first, rest = _hyphenate(word, width - len(line) - 2)
        lines.append(f"{line} {first}".strip() if first else line)
        line = rest
    return [*lines, line]


def _hyphenate(word: str, room: int) -> tuple[str, str]:
    """The part of a word that still fits, with its hyphen, and the rest; ("", word) when it is not to be broken."""
    if len(word) < 9 or not word.isalpha():
        return "", word
    ends = [match.start() for match in _SYLLABLE_END.finditer(word) if 3 <= match.start() <= min(room - 1, len(word) - 3)]
    return (word[: ends[-1]] + "-", word[ends[-1] :]) if ends else ("", word)


def pages_of(paper: Paper, lines_a_page: int = LINES_A_PAGE) -> list[Page]:
    """The pages; a paragraph may run over a page's end, its notes stand where their markers are."""
    pages = [Page()]
    room = lines_a_page - 8
    for paragraph in paragraphs_of(paper):
        pages[-1].paragraphs.append([])
        for line in wrap(paragraph):
            if pages[-1].n_lines >= room:
                pages.append(Page(paragraphs=[[]]))
                room = lines_a_page
            pages[-1].paragraphs[-1].append(line)
            known = {marker for page in pages for marker, _ in page.notes}
            pages[-1].notes += [(m, flat(paper.notes[m])) for m in MARKER.findall(line) if m not in known]
    for page in pages:
        page.paragraphs = [paragraph for paragraph in page.paragraphs if paragraph]
    return pages
