"""The labels that divide a document: "Vraag 2, 3 en 4", "Antwoord op vraag 3 en 8", "Toelichting", "Mededeling", "1."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kamervragen.dutch.numbers import NUMBER_LIST, parse_numbers
from kamervragen.model import Span
from kamervragen.terms import Part

_SPACE = r"[^\S\n]*"
_WORDED = re.compile(
    rf"""
    (?:
        (?P<question>V(?:ra(?:ag|gen)|RA(?:AG|GEN)) {_SPACE} (?P<asked>{NUMBER_LIST})              # Vraag 2, 3 en 4
                     |(?<![^\n]) {_SPACE} V(?:raag|RAAG) (?={_SPACE}:?{_SPACE}(?:\n|$)) )         # Vraag, alone on its line
      | (?P<answer>
            A(?:ntwoord(?:en)?|NTWOORD(?:EN)?)                                                    # Antwoord, Antwoorden
            (?: {_SPACE} (?:op\s*)? (?:de\s*)? [Vv]ra(?:ag|gen)\b )?                              # op vraag, vragen
            (?: {_SPACE} (?P<answered>{NUMBER_LIST}) )?
        )
      | (?P<remark> (?:Nadere\s)?(?:Toelichting|TOELICHTING|Mededeling|MEDEDELING) )              # after the last item
    )
    (?P<close> {_SPACE} (?: \) | [:.](?!\d) )? )
    """,
    re.X,
)
_BARE = re.compile(
    rf"""
    ^ {_SPACE} (?: [•*]{_SPACE} )?
    (?P<number>\d{{1,3}})
    (?P<close> [.)] | (?= {_SPACE} $ ) | (?= [^\S\n]+ [A-Z][^\n]*\?{_SPACE}$ ) )  # "3." or "3)", "3" alone, "3 Waarom …?"
    (?= \s )
    """,
    re.X | re.M,
)
_BULLET = re.compile(r"(?:[•*–-]\s*)?$")
_SENTENCE_BREAK = re.compile(r"(?:[.?!:;»”\"'’)\]\d]|^)\s*$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a view.

    Args:
        part: QUESTION, ANSWER or REMARK.
        numbers: the question numbers that it names; () for "Antwoord" alone, and for remarks.
        start, end: its characters in the view, closing sign included.
        is_alone: whether it has its line to itself.
    """

    part: Part
    numbers: tuple[str, ...]
    start: int
    end: int
    is_alone: bool


def find_labels(text: str, start: int, gaps: frozenset[int], *, with_bare: bool) -> list[Label]:
    """The labels from `start` on, in order: worded ones, or, where no question has a worded label, bare numbers.

    Args:
        text: a view's text.
        start: where the items begin.
        gaps: where something is hidden, such as a page's foot: a label may stand there as at a line's beginning.
        with_bare: whether bare numbers may be labels; only below a heading of questions, for any document may have a list.
    """
    candidates = list(_worded(text, start, gaps))
    if with_bare and not any(label.part is Part.QUESTION for label in candidates):
        answers = [label for label in candidates if label.is_alone or label.part is Part.ANSWER]
        candidates = sorted([*answers, *_bare(text, start)], key=lambda label: label.start)
    return _with_numbers_below(text, _accept(candidates))


def _worded(text: str, start: int, gaps: frozenset[int]) -> Iterator[Label]:
    for match in _WORDED.finditer(text, start):
        line_start = text.rfind("\n", 0, match.start()) + 1
        before, line_end = text[line_start : match.start()], text.find("\n", match.end())
        after = text[match.end() : line_end if line_end >= 0 else len(text)]
        has_bullet = _BULLET.match(before.strip()) is not None
        is_first = has_bullet or match.start() in gaps
        is_alone = is_first and not after.strip()
        if is_alone or is_first or _SENTENCE_BREAK.search(text[max(0, match.start() - 3) : match.start()]):
            begin = match.start() - len(before.lstrip()) if has_bullet else match.start()
            yield from _label(match, begin, is_alone=is_alone, is_first=is_first, after=after)


def _label(match: re.Match[str], start: int, *, is_alone: bool, is_first: bool, after: str) -> Iterator[Label]:
    """The label of a match, when what surrounds it allows one: text on the same line must begin like a text."""
    part = Part.QUESTION if match["question"] else Part.ANSWER if match["answer"] else Part.REMARK
    numbers = parse_numbers(match["asked"] or match["answered"] or "")
    closed = match["close"].strip() != ""
    begins_text = after[:1] == "" or after.lstrip()[:1].isupper() or not after.lstrip()[:1].isalpha()
    if part is Part.ANSWER and not numbers and not (is_alone or (is_first and closed)):
        return
    if part is Part.REMARK and not (is_alone or (is_first and closed) or begins_text):
        return
    if is_alone or closed or begins_text:
        yield Label(part, numbers, start, match.end(), is_alone)


def _bare(text: str, start: int) -> Iterator[Label]:
    expected = 1
    for match in _BARE.finditer(text, start):
        if int(match["number"]) == expected:
            expected += 1
            first = match.start("number")
            yield Label(Part.QUESTION, (match["number"],), first, match.end(), match["close"] == "")


def _accept(candidates: Sequence[Label]) -> list[Label]:
    """Those labels that stand alone on their line, and of the others those that continue the count."""
    accepted: list[Label] = []
    asked: list[str] = []
    open_numbers: set[str] = set()
    for label in candidates:
        if not (label.is_alone or _continues(label, asked, open_numbers, accepted)):
            continue
        accepted.append(label)
        if label.part is Part.QUESTION:
            asked.extend(label.numbers)
            open_numbers.update(label.numbers)
        else:
            open_numbers.difference_update(label.numbers or tuple(open_numbers))
    return accepted


def _continues(label: Label, asked: Sequence[str], open_numbers: set[str], accepted: Sequence[Label]) -> bool:
    if label.part is Part.REMARK:
        return bool(accepted) and (not open_numbers or all(known.part is Part.QUESTION for known in accepted))
    if label.part is Part.ANSWER:
        return bool(open_numbers) and (not label.numbers or bool(open_numbers.intersection(label.numbers)))
    first, last = _value(label.numbers[0]), max((_value(number) for number in asked), default=0)
    return (label.numbers[0] not in asked and first in (last + 1, last, _skipped(asked))) or (not asked and first > 0)


_BELOW = re.compile(r"\s*(?P<number>\d{1,3})[.)]\s+(?=\S)")


def _with_numbers_below(text: str, labels: Sequence[Label]) -> list[Label]:
    """The labels, each "Vraag:" or "Antwoord:" with the number that stands under it: "Antwoord:" and then "2. Ja."."""
    ends = [label.start for label in labels[1:]] + [len(text)]
    numbered: list[Label] = []
    asked: tuple[str, ...] = ()
    for label, end in zip(labels, ends, strict=False):
        below = _BELOW.match(text, label.end, end) if label.is_alone and not label.numbers else None
        if below and _belongs(text, label, below, end, asked):
            numbered.append(Label(label.part, (below["number"],), label.start, below.end("number") + 1, True))
        else:
            numbered.append(label)
        asked = numbered[-1].numbers if label.part is Part.QUESTION else asked
    return numbered


def _belongs(text: str, label: Label, below: re.Match[str], end: int, asked: tuple[str, ...]) -> bool:
    """Whether a number under a label is the label's: the next question, or the one asked; and no list goes on behind it."""
    if label.part is Part.REMARK:
        return False
    number = int(below["number"])
    expected = (str(_value(asked[-1]) + 1),) if label.part is Part.QUESTION and asked else asked or ("1",)
    return str(number) in expected and not re.compile(rf"^[^\S\n]*{number + 1}[.)]\s", re.M).search(text, below.end(), end)


def _skipped(asked: Sequence[str]) -> int | None:
    """The lowest number that is left out between those asked: behind "Vraag 1, 2 en 4" comes 3."""
    values = {_value(number) for number in asked}
    return next((number for number in range(min(values, default=0), max(values, default=0)) if number not in values), None)


def _value(number: str) -> int:
    return int(re.sub(r"\D", "", number) or 0)


_FIRST = re.compile(
    rf"(?:^|(?<=\n))[^\S\n]*(?:[•*][^\S\n]*)?(?:Vra(?:ag|gen)|VRA(?:AG|GEN))[^\S\n]*{NUMBER_LIST}"
    rf"|^{_SPACE}V(?:raag|RAAG){_SPACE}:?{_SPACE}$",
    re.M,
)
_FIRST_INLINE = re.compile(rf"(?<=[.)])\s*(?:Vra(?:ag|gen)){_SPACE}(?:\d{{1,3}})(?=\s|[A-Z:])")


def first_label(text: str) -> int:
    """Where the first worded question label stands; the text's end when there is none."""
    match = _FIRST.search(text) or _FIRST_INLINE.search(text)
    return match.start() if match else len(text)


_REFERENCE = r"(?:vra(?:ag|gen)|nrs?\.|nummers?|(?<!het\ )(?<!dit\ )artikel(?:en)?|tabel|figuur|bijlage|hoofdstuk|pagina|blz\.)"
_REFERRING = re.compile(
    rf"""
    \( [^()]{{0,60}}? \b {_REFERENCE} \s+ {NUMBER_LIST}              # "(zie vraag 2)"
    | \b {_REFERENCE} \s+ {NUMBER_LIST} (?! [^\S\n]* \) )            # "op vraag 2 en 3."; "eerdere vragen 1)" has a marker
    """,
    re.X | re.I,
)


def number_places(text: str) -> list[Span]:
    """The characters of worded labels with a number and of references to one ("op vraag 2"), whose digits are nothing else."""
    labels = [Span(*match.span()) for match in _WORDED.finditer(text) if match["asked"] or match["answered"]]
    return [*labels, *(Span(*match.span()) for match in _REFERRING.finditer(text))]
