"""The markers of notes in running text: "bericht»?1", "[1, 2 ]", "1)" or a number alone on a line."""

import re
from collections.abc import Sequence
from functools import lru_cache

from kamervragen.model import Span

# Where a marker may stand, surest first. Each pattern takes one number, put in for {n}; others may stand before it. Repetitions
# are bounded, and what divides them can be read in one way only: else a long row of digits is tried in every division.
_BRACKETS = (
    r"\[\^?[^\S\n]*(?:\d{{1,3}}[\s,]+){{0,9}}(?P<n>{n})(?:[\s,]+\d{{1,3}}){{0,9}}[^\S\n]*\]",  # [1], [1, 2 ], [^1]
    r"(?<!\d)(?P<n>{n})[^\S\n]*\)",  # 1)
)
_OPEN = (
    # glued to a closing sign, other markers between: »?1 and »?1, 2
    r"(?<=[?!.:;,»”\"'’)\]])(?:\d{{1,3}}(?!\d)(?:[^\S\n]*(?:,|en\b))?[^\S\n]*){{0,9}}"
    r"(?<!\d)(?<!\d[.,:])(?P<n>{n})(?![\d%]|[.,]\d)(?=[\s.,;:)?»]|[A-Z«]|$)",
    # "» ? 3" at a line's end, or before a label where line ends are lost
    r"(?<=[?!.»”)] )(?:\d{{1,3}}(?:,|[ ]en)?[ ]){{0,9}}(?P<n>{n})"
    r"(?=[^\S\n]*(?:\n|$|(?:Vra(?:ag|gen)|Antwoord|Mededeling|Toelichting)\b)|,?[^\S\n]+(?:en[ ])?\d)",
    # alone on a line, or with others: "1", "1 2", "2, 3 en 4"
    r"^[^\S\n]*(?:\d{{1,3}}(?:[^\S\n]*,[^\S\n]*|[^\S\n]+(?:en[^\S\n]+)?)){{0,9}}"
    r"(?P<n>{n})(?=(?:(?:[^\S\n]*,)?[^\S\n]+(?:en[^\S\n]+)?\d{{1,3}}){{0,9}}[^\S\n]*$)",
    r"(?<=[a-zà-ÿ]{{3}})(?P<n>{n})(?!\d)(?=[\s.,;:)?»]|$)",  # glued to a word in small letters
    r"^(?P<n>{n})(?=[.,;:)?»”]|[^\S\n]+[^\d\s])(?!\s*%|[.,]\d)",  # a line that begins with it
    r"(?<=[^\W\d_])(?P<n>{n})(?!\d)(?=[\s.,;:)?»]|$)",  # glued to any word
    r"(?<=\d\.)(?P<n>{n})(?=[^\S\n]*$|[^\S\n]+[A-ZÀ-Ž«])",  # glued to a number's full stop: "in 2023.5 Verder"
    r"(?<=[^\d\s] )(?P<n>{n})(?![\d%]|[.,]\d)(?=[.,;:)?»])",
    r"(?<=\.\d{{3}})(?P<n>{n})(?=[\s.,;:)?»]|$)",  # glued to a number: 30.0001
    r"(?<=\b20\d\d)(?P<n>{n})(?=[\s.,;:)?»]|$)",  # glued to a year: 20231
    r"(?<=[^\W\d_])(?P<n>{n})(?=\d{{3}}\b)",  # in a table: Mbo5613
)


def find_marker(
    text: str, number: str, region: Span, taken: Sequence[Span], closed: Sequence[Span], *, bracketed: bool
) -> Span | None:
    """The digits of a note's marker in a region of a text, a bracket that is theirs included; None when there is none.

    Args:
        text: the view's text.
        number: the note's number.
        region: where to look.
        taken: the markers found so far; the next one is looked for behind the last, and only then before it.
        closed: where no marker can stand: the labels.
        bracketed: whether the note itself is numbered "1)" or "[1]", so that its marker is too.
    """
    behind = max((span.end for span in taken if span.start >= region.start), default=region.start)
    places = (*_BRACKETS, _OPEN[0]) if bracketed else (_BRACKETS[0], *_OPEN)
    tries = [(behind, places), (region.start, places), (0, places[:4])]  # a note may stand a page behind its marker
    for start, patterns in dict(tries).items():
        for pattern in patterns:
            place = _free_place(text, _compiled(pattern, number), Span(start, region.end), (*taken, *closed))
            if place:
                return place
    return None


@lru_cache(maxsize=2_000)
def _compiled(pattern: str, number: str) -> re.Pattern[str]:
    return re.compile(pattern.format(n=number), re.M)


def _free_place(text: str, pattern: re.Pattern[str], within: Span, taken: Sequence[Span]) -> Span | None:
    """The first match of a pattern that overlaps nothing that is taken."""
    for match in pattern.finditer(text, *within):
        span = _with_signs(text, Span(*match.span("n")))
        if all(span.end <= each.start or span.start >= each.end for each in taken):
            return span
    return None


def find_glued(text: str, numbers: Sequence[str], region: Span, taken: Sequence[Span]) -> Span | None:
    """The first digits of a line that holds nothing but the first two or more of some numbers without space: "23".

    What is taken already is what an earlier number found there: then the rest of the line is this number's.
    """
    for count in range(len(numbers), 0, -1):
        row = "".join(numbers[:count])
        for match in re.compile(rf"^[^\S\n]*\d*?(?P<row>{row})[^\S\n]*$", re.M).finditer(text, *region):
            before = Span(match.start(), match.start("row"))
            is_first = not text[slice(*before)].strip()
            if (is_first and count > 1) or any(span.end == before.end for span in taken):
                return Span(before.end, before.end + len(numbers[0]))
    return None


def _with_signs(text: str, digits: Span) -> Span:
    """The digits with the bracket or parenthesis that belongs to them alone."""
    start, end = digits
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if after[:1] == ")" and not _opens_before(text, start):
        end += 1
    elif after.lstrip()[:1] == "]":
        end = text.index("]", end) + 1
    if before == "[" or text[:start].rstrip().removesuffix("^")[-1:] == "[":
        start = text.rindex("[", 0, start)
    return Span(start, end)


def _opens_before(text: str, position: int) -> bool:
    """Whether a parenthesis is open in the sentence before a position."""
    piece = text[max(0, position - 200) : position]
    return piece.count("(") > piece.count(")")


_CLUSTER_GAP = re.compile(r"[^\S\n]*(?:,|en)?[^\S\n]*")


def joined(text: str, markers: Sequence[Span]) -> list[Span]:
    """Markers in ascending order, those of one cluster ("1, 2 en 3") made one with what stands between them."""
    clusters: list[Span] = []
    for marker in sorted(markers):
        if clusters and _CLUSTER_GAP.fullmatch(text, clusters[-1].end, marker.start):
            clusters[-1] = Span(clusters[-1].start, marker.end)
        else:
            clusters.append(marker)
    return clusters


_UNNOTED = re.compile(
    r"""
    (?<=[?!»”’]) (?P<digits>\d{1,2}(?:(?:,[ ]?|[ ])\d{1,2})*) (?=\s|$|[.,;)])     # "bericht»?1"
    | (?<=[?!.»”’'])[ ]? (?P<closed>\d{1,2})\) (?=[^\S\n]*(?:\n|$))              # "2024)? 1)" at a line's end
    """,
    re.X,
)


def find_unnoted(text: str, start: int, after: int) -> list[Span]:
    """Markers without a note: small numbers glued to a closing sign that continue the count from `after`."""
    found: list[Span] = []
    last = after
    for match in _UNNOTED.finditer(text, start):
        numbers = re.findall(r"\d+", match.group())
        if [int(number) for number in numbers] == list(range(last + 1, last + 1 + len(numbers))):
            last += len(numbers)
            found.append(Span(*match.span()))
    return found
