"""Items → questions and answers, paired by number sets and never by position. What stays over is reported."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from kamervragen.dutch.joining import join_lines
from kamervragen.model import Answer, Finding, Question, Span
from kamervragen.parse.items import Item
from kamervragen.parse.view import stripped
from kamervragen.terms import Division, Kind, Part

_SENTENCE = re.compile(r"[^?]*\?[»”\"'’)\]]*", re.S)
_LOST_BREAK = re.compile(r"(?P<end>[?»)])(?:\s*\n\s*)?[A-ZÀ-Ž«]")


@dataclass(slots=True)
class Pairing:
    """The questions, answers and remarks of a document, and what is odd about them."""

    questions: list[Question] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    remarks: list[Item] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def pair(body: str, items: Sequence[Item], *, has_paragraphs: bool) -> Pairing:
    """Questions by number, answers by the numbers they name, from items in printed order.

    Args:
        body: the text's body.
        items: as printed.
        has_paragraphs: whether the source kept its paragraphs, so that a group may be divided by them.
    """
    pairing = Pairing()
    waiting: list[str] = []  # numbers asked since the last answer: "Antwoord" alone answers these
    for item in items:
        if item.part is Part.QUESTION:
            pairing.questions.extend(_questions(body, item, has_paragraphs, pairing.findings))
            waiting.extend(item.numbers)
        elif item.part is Part.ANSWER:
            numbers = item.numbers or tuple(waiting)
            pairing.answers.append(Answer(numbers=numbers, text=render(body, item.paragraphs), spans=item.spans))
            waiting = []
        else:
            pairing.remarks.append(item)
    return pairing


def _questions(body: str, item: Item, has_paragraphs: bool, findings: list[Finding]) -> list[Question]:
    """One question a number; the text under a group's label is divided when it clearly can be, and shared otherwise."""
    numbers = item.numbers or ("",)
    if not item.numbers:
        detail = "Deze vraag heeft geen nummer; zij is daarom aan geen antwoord gekoppeld."
        findings.append(Finding(code="question_without_number", detail=detail, span=_first(item.label + item.spans)))
    if len(numbers) < 2:
        text = render(body, item.paragraphs)
        return [Question(number=number, text=text, division=None, spans=item.spans) for number in numbers]
    paragraphs = _with_their_lists(item)
    if len(paragraphs) == len(numbers) and (has_paragraphs or all(_asks(body, part) for part in paragraphs)):
        return [_question(body, number, part, Division.PARAGRAPH) for number, part in zip(numbers, paragraphs, strict=True)]
    if not has_paragraphs:
        if len(parts := _at_lost_breaks(body, item)) == len(numbers):
            return [_question(body, number, (part,), Division.PARAGRAPH) for number, part in zip(numbers, parts, strict=True)]
        sentences = _sentences(body, item)
        if len(sentences) == len(numbers):
            return [_question(body, number, (part,), Division.SENTENCE) for number, part in zip(numbers, sentences, strict=True)]
    elif len(paragraphs) != 1:
        findings.append(_not_divided(item, len(paragraphs)))
    return [_question(body, number, item.paragraphs, Division.SHARED) for number in numbers]


def _asks(body: str, paragraphs: Sequence[tuple[Span, ...]]) -> bool:
    """Whether some paragraphs end with a question mark, so that a page's end in one is not taken for a paragraph's."""
    return body[: paragraphs[-1][-1].end].rstrip("»”\"'’)]").endswith("?")


def _not_divided(item: Item, n_paragraphs: int) -> Finding:
    count = f"{n_paragraphs} alinea's" if n_paragraphs else "geen tekst"
    detail = f"De kop noemt vraag {', '.join(item.numbers)}, er zijn {count}; de tekst hoort bij alle nummers samen."
    return Finding(code="group_not_divided", detail=detail, span=item.spans[0] if item.spans else None)


def _question(body: str, number: str, paragraphs: Sequence[tuple[Span, ...]], division: Division) -> Question:
    spans = tuple(span for paragraph in paragraphs for span in paragraph)
    return Question(number=number, text=render(body, paragraphs), division=division, spans=spans)


def _with_their_lists(item: Item) -> list[tuple[tuple[Span, ...], ...]]:
    """Paragraphs, each with the list items and rows that follow it."""
    groups: list[list[tuple[Span, ...]]] = []
    for paragraph, is_listed in zip(item.paragraphs, item.is_listed, strict=True):
        if is_listed and groups:
            groups[-1].append(paragraph)
        else:
            groups.append([paragraph])
    return [tuple(group) for group in groups]


def _at_lost_breaks(body: str, item: Item) -> list[tuple[Span, ...]]:
    """The parts between places where a line ended with a question mark and the next began with a capital.

    Extractors that lose line ends leave "toelichten?Kunt u" there; inside a paragraph a space follows the mark.
    """
    parts: list[list[Span]] = [[]]
    previous: Span | None = None
    for start, end in item.spans:
        if previous and _is_lost_break(body, previous.end, start):
            parts.append([])
        position = start
        for match in _LOST_BREAK.finditer(body, start, end):
            parts[-1].append(Span(position, match.start("end") + 1))
            parts.append([])
            position = match.end() - 1
        parts[-1].append(Span(position, end))
        previous = Span(start, end)
    return [tuple(part) for part in parts]


def _is_lost_break(body: str, end: int, start: int) -> bool:
    """Whether a paragraph ended at a gap, such as a marker, between two spans."""
    gap = body[end:start]
    is_break = "\n" in gap or not any(char.isspace() for char in gap)
    return is_break and body[end - 1] in "?»)" and (body[start].isupper() or body[start] == "«")


def _sentences(body: str, item: Item) -> list[tuple[Span, ...]]:
    """The sentences that end in a question mark; [] when something follows the last, or a sentence crosses a gap."""
    sentences: list[tuple[Span, ...]] = []
    open_spans: list[Span] = []
    for start, end in item.spans:
        position = start
        for match in _SENTENCE.finditer(body, start, end):
            sentences.append((*open_spans, stripped(body, match.start(), match.end())))
            open_spans, position = [], match.end()
        if body[position:end].strip():
            open_spans.append(stripped(body, position, end))
    return sentences if not open_spans else []


def render(body: str, paragraphs: Sequence[tuple[Span, ...]]) -> str:
    """What a reader sees of some paragraphs: one line each, hyphens at line ends closed, gaps left out."""
    return "\n".join(join_lines(_joined(body, paragraph)) for paragraph in paragraphs)


def _joined(body: str, spans: Sequence[Span]) -> str:
    """The characters of some spans; a line break where white space stood between two, unless a closing sign follows."""
    pieces: list[str] = []
    previous: Span | None = None
    for span in spans:
        is_apart = previous is not None and any(char.isspace() for char in body[previous.end : span.start])
        if is_apart and body[span.start] not in ".,;:?!)»":
            pieces.append("\n")
        pieces.append(body[span.start : span.end])
        previous = span
    return "".join(pieces)


def check_pairs(pairing: Pairing, kind: Kind) -> list[Finding]:
    """What stays over or occurs twice: questions without answer, answers without question, repeated and skipped numbers."""
    return [*_unanswered(pairing, kind), *_unpaired(pairing), *_repeated(pairing), *_skipped(pairing)]


def _unanswered(pairing: Pairing, kind: Kind) -> list[Finding]:
    """The finding of a document that says it answers, and in which no answer was found."""
    if kind is not Kind.ANSWER or pairing.answers or not pairing.questions:
        return []
    detail = "Dit document zegt antwoord te geven, maar er is geen antwoord herkend; het kan in de tekst van een vraag staan."
    return [Finding(code="no_answers", detail=detail, span=None)]


def _unpaired(pairing: Pairing) -> list[Finding]:
    asked = {question.number for question in pairing.questions}
    answered = {number for answer in pairing.answers for number in answer.numbers}
    findings = []
    for question in pairing.questions:
        if pairing.answers and question.number and not _is_among(question.number, answered):
            detail = f"Vraag {question.number} heeft in dit document geen antwoord met dat nummer."
            findings.append(Finding(code="question_without_answer", detail=detail, span=_first(question.spans)))
    for answer in pairing.answers:
        missing = [number for number in answer.numbers if not _is_among(number, asked)]
        if missing or not answer.numbers:
            detail = f"Dit antwoord noemt vraag {', '.join(missing) or '(geen nummer)'}; die vraag staat niet in dit document."
            findings.append(Finding(code="answer_without_question", detail=detail, span=_first(answer.spans)))
    return findings


def _is_among(number: str, numbers: set[str]) -> bool:
    """Whether a number, its parent ("3" of "3a") or one of its parts is among some numbers."""
    if number in numbers:
        return True
    parent = re.sub(r"\D", "", number)
    return parent in numbers if parent != number else any(re.sub(r"\D", "", each) == number for each in numbers)


def _repeated(pairing: Pairing) -> list[Finding]:
    counts = Counter(question.number for question in pairing.questions)
    detail = "Vraagnummer {} komt {} keer voor; beide staan er zoals gedrukt."
    return [
        Finding(code="repeated_number", detail=detail.format(number, count), span=_first(question.spans))
        for number, count in counts.items()
        if count > 1 and number
        for question in [next(each for each in pairing.questions if each.number == number)]
    ]


def _skipped(pairing: Pairing) -> list[Finding]:
    values = {int(re.sub(r"\D", "", question.number)) for question in pairing.questions if question.number}
    missing = [str(number) for number in range(1, max(values, default=0)) if number not in values]
    if not missing:
        return []
    return [Finding(code="skipped_number", detail=f"Vraag {', '.join(missing)} staat niet in dit document.")]


def _first(spans: Sequence[Span]) -> Span | None:
    return spans[0] if spans else None
