"""Questions beside their answers, by the sets of their numbers: ParsedDocument → Exchanges. Never by position."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kamervragen.model import Answer, ParsedDocument, Question, Span

_LETTERS = re.compile(r"\D+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedText:
    """Questions that stand in the document as one text: one of them, or the several that share equal spans.

    Args:
        questions: in printed order.
        anchors: for each of them its place on the document's page, such as `vraag-2`.
    """

    questions: tuple[Question, ...]
    anchors: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text that these questions share."""
        return self.questions[0].text

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where that text stands."""
        return self.questions[0].spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """Questions and answers that belong together because their numbers overlap; either side may be empty.

    Args:
        asked: the texts of the questions.
        answers: in printed order.
        answer_anchors: for each of them its place on the document's page, such as `antwoord-2-3-4`.
    """

    asked: tuple[SharedText, ...]
    answers: tuple[Answer, ...]
    answer_anchors: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of all texts, in printed order."""
        return tuple(question for shared in self.asked for question in shared.questions)

    @property
    def not_asked(self) -> tuple[str, ...]:
        """Numbers that an answer names and for which no question stands in the document."""
        asked = {question.number for question in self.questions}
        answered = dict.fromkeys(number for answer in self.answers for number in answer.numbers)
        return tuple(number for number in answered if not is_among(number, asked))

    @property
    def not_answered(self) -> tuple[str, ...]:
        """Numbers of questions that no answer names."""
        answered = {number for answer in self.answers for number in answer.numbers}
        return tuple(dict.fromkeys(q.number for q in self.questions if not is_among(q.number, answered)))


def pair(parsed: ParsedDocument) -> tuple[Exchange, ...]:
    """The exchanges of a document in the order in which they begin in it; each question and answer stands in exactly one."""
    shared = _share_texts(parsed.questions)
    leaders = _leaders(parsed, shared)
    asked: dict[str, list[SharedText]] = {}
    answers: dict[str, list[Answer]] = {}
    for text in shared:
        asked.setdefault(leaders[text.questions[0].number], []).append(text)
    for answer in parsed.answers:
        if answer.numbers:
            answers.setdefault(leaders[answer.numbers[0]], []).append(answer)
    found = [Exchange(asked=tuple(asked.get(key, ())), answers=tuple(answers.get(key, ()))) for key in {**asked, **answers}]
    loose = [Exchange(asked=(), answers=(answer,)) for answer in parsed.answers if not answer.numbers]
    return _with_anchors(sorted([*found, *loose], key=_begins))


def _with_anchors(exchanges: Iterable[Exchange]) -> tuple[Exchange, ...]:
    """The exchanges, each question and answer with its anchor: unique in the document, and the same wherever it is linked."""
    taken: dict[str, int] = {}

    def free(*parts: str) -> str:
        """The anchor itself, or with a count where the document prints a number twice: `vraag-7.2`."""
        anchor = "-".join(parts)
        taken[anchor] = taken.get(anchor, 0) + 1
        return anchor if taken[anchor] == 1 else f"{anchor}.{taken[anchor]}"

    def anchor_questions(shared: SharedText) -> SharedText:
        return replace(shared, anchors=tuple(free("vraag", question.number) for question in shared.questions))

    return tuple(
        replace(
            exchange,
            asked=tuple(anchor_questions(shared) for shared in exchange.asked),
            answer_anchors=tuple(free("antwoord", *answer.numbers) for answer in exchange.answers),
        )
        for exchange in exchanges
    )


def is_among(number: str, numbers: set[str]) -> bool:
    """Whether a number, its parent (`3` of `3a`) or one of its parts (`3a` of `3`) is among some numbers."""
    parent = _LETTERS.sub("", number)
    if number in numbers or parent in numbers:
        return True
    return number == parent and any(_LETTERS.sub("", each) == number for each in numbers)


def _leaders(parsed: ParsedDocument, shared: Iterable[SharedText]) -> dict[str, str]:
    """For each number the number that stands for all those tied to it by an answer, a shared text or a letter."""
    leaders: dict[str, str] = {}
    for numbers in _ties(parsed, shared):
        for number in numbers:
            leaders[_lead(leaders, number)] = _lead(leaders, numbers[0])
    return {number: _lead(leaders, number) for number in list(leaders)}


def _ties(parsed: ParsedDocument, shared: Iterable[SharedText]) -> Iterator[Sequence[str]]:
    """Sets of numbers that belong together; `3` and `3a` only when one side of the document does not print the letter."""
    for answer in parsed.answers:
        yield answer.numbers
    for text in shared:
        yield [question.number for question in text.questions]
    asked = {question.number for question in parsed.questions}
    answered = {number for answer in parsed.answers for number in answer.numbers}
    for number in sorted(asked ^ answered):
        parent = _LETTERS.sub("", number)
        if parent != number and parent in (asked if number in answered else answered):
            yield parent, number


def _lead(leaders: dict[str, str], number: str) -> str:
    """Follow a number to the one that stands for it, shortening the way for the next time."""
    leaders.setdefault(number, number)
    while leaders[number] != number:
        leaders[number] = leaders[leaders[number]]
        number = leaders[number]
    return number


def _share_texts(questions: Iterable[Question]) -> list[SharedText]:
    """The texts of the questions in printed order, each with all questions whose spans equal it."""
    by_spans: dict[object, list[Question]] = {}
    for index, question in enumerate(questions):
        key: object = question.spans or index  # without spans nothing says that two questions share a text
        by_spans.setdefault(key, []).append(question)
    return [SharedText(questions=tuple(group)) for group in by_spans.values()]


def _begins(exchange: Exchange) -> int:
    """The first character of the question, or of the answer where there is no question."""
    spans = [span for shared in exchange.asked for span in shared.spans]
    spans = spans or [span for answer in exchange.answers for span in answer.spans]
    return min((span.start for span in spans), default=0)
