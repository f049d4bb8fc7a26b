"""Items that no label announces: answers set under their question, and questions set as plain paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kamervragen.model import Inference, Span
from kamervragen.parse.items import Item, paragraphs_of
from kamervragen.parse.view import View
from kamervragen.terms import Certainty, Part

_ASKS = re.compile(r"\?[»”\"'’)\]]*\s*(?:\d{1,2}\)?)?\s*$")


def with_unlabelled(body: str, items: Sequence[Item]) -> tuple[list[Item], list[Inference]]:
    """The items, with each question that no answer names and that has a gap in it divided there into question and answer.

    Only where the part before the first gap ends with a question mark and nothing after it does: anything else stays a question.
    """
    answered = {number for item in items if item.part is Part.ANSWER for number in item.numbers}
    found: list[Item] = []
    inferred: list[Inference] = []
    for index, item in enumerate(items):
        following = items[index + 1].part if index + 1 < len(items) else None
        gap = _gap(body, item) if item.part is Part.QUESTION and following is not Part.ANSWER else 0
        if gap and not answered.intersection(item.numbers):
            question, answer = _divided(item, gap)
            found.extend((question, answer))
            inferred.append(_inference(answer))
        else:
            found.append(item)
    return found, inferred


def _gap(body: str, item: Item) -> int:
    """The index of the paragraph where an unlabelled answer begins; 0 when there is none."""
    ends = [_ASKS.search(body[spans[0].start : spans[-1].end]) is not None for spans in item.paragraphs]
    for index in range(1, len(item.paragraphs)):
        if item.gaps[index]:
            return index if ends[index - 1] and not any(ends[index:]) else 0
    return 0


def _divided(item: Item, at: int) -> tuple[Item, Item]:
    question = replace(item, paragraphs=item.paragraphs[:at], is_listed=item.is_listed[:at], gaps=item.gaps[:at])
    answer = Item(
        part=Part.ANSWER,
        numbers=item.numbers,
        label=(),
        paragraphs=item.paragraphs[at:],
        is_listed=item.is_listed[at:],
        gaps=item.gaps[at:],
    )
    return question, answer


def _inference(answer: Item) -> Inference:
    evidence: tuple[Span, ...] = answer.spans[:1]
    return Inference(
        field=f"answers[{'+'.join(answer.numbers)}]", value="unlabelled", evidence=evidence, certainty=Certainty.LIKELY
    )


def plain_questions(view: View, start: int) -> list[Item]:
    """The paragraphs of a filing without numbers, each a question, counted from 1."""
    paragraphs = [spans for spans, _ in paragraphs_of(view, start, len(view.text), True)]
    asking = [spans for spans in paragraphs if "?" in view.body[spans[0].start : spans[-1].end]]
    return [
        Item(part=Part.QUESTION, numbers=(str(number),), label=(), paragraphs=(spans,), is_listed=(False,), gaps=(False,))
        for number, spans in enumerate(asking, 1)
    ]
