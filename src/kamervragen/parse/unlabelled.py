"""Items that no label announces: answers set under their question, and questions set as plain paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kamervragen.model import Inference, Span
from kamervragen.parse.items import Item, is_listed, paragraphs_of
from kamervragen.parse.view import View
from kamervragen.terms import Certainty, Part

_ASKS = re.compile(r"\?[»”\"'’)\]]*\s*(?:\d{1,2}\)?\s*)?$")


def with_unlabelled(body: str, items: Sequence[Item], part: Part = Part.ANSWER) -> tuple[list[Item], list[Inference]]:
    """The items, with each question that no answer names and that has a gap in it divided there into question and answer.

    Only where the part before the first gap ends with a question mark and nothing after it does: anything else stays a question.

    Args:
        body: the text's body.
        items: as labelled.
        part: what the second half is: an answer, or a remark in a notice that answers nothing.
    """
    answered = {number for item in items if item.part is Part.ANSWER for number in item.numbers}
    found: list[Item] = []
    inferred: list[Inference] = []
    for index, item in enumerate(items):
        following = items[index + 1].part if index + 1 < len(items) else None
        gap = _gap(body, item) if item.part is Part.QUESTION and following is not Part.ANSWER else 0
        if gap and not answered.intersection(item.numbers):
            question, rest = _divided(item, gap, part)
            found.extend((question, rest))
            inferred.extend([_inference(rest)] if part is Part.ANSWER else [])
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


def _divided(item: Item, at: int, part: Part) -> tuple[Item, Item]:
    question = replace(item, paragraphs=item.paragraphs[:at], is_listed=item.is_listed[:at], gaps=item.gaps[:at])
    rest = Item(
        part=part,
        numbers=item.numbers if part is Part.ANSWER else (),
        label=(),
        paragraphs=item.paragraphs[at:],
        is_listed=item.is_listed[at:],
        gaps=item.gaps[at:],
    )
    return question, rest


def _inference(answer: Item) -> Inference:
    evidence: tuple[Span, ...] = answer.spans[:1]
    return Inference(
        field=f"answers[{'+'.join(answer.numbers)}]", value="unlabelled", evidence=evidence, certainty=Certainty.LIKELY
    )


def plain_questions(view: View, start: int, end: int) -> list[Item]:
    """The paragraphs of a filing without numbers, each a question with the list that it introduces, counted from 1."""
    groups: list[list[tuple[Span, ...]]] = []
    for spans, _ in paragraphs_of(view, start, end, True):
        if groups and (is_listed(view.body, spans) or view.body[groups[-1][-1][-1].end - 1] == ":"):
            groups[-1].append(spans)
        else:
            groups.append([spans])
    asking = [group for group in groups if any(_asks(view.body[spans[0].start : spans[-1].end]) for spans in group)]
    return [_unlabelled(Part.QUESTION, (str(number),), group) for number, group in enumerate(asking, 1)]


_OPENING = re.compile(r"(?:Kunt|Wilt|Bent|Heeft|Hebt|Deelt|Zou|Gaat|Acht|Vindt|Erkent|Kent|Ziet|Hoe|Wat|Waarom|Wanneer|Welke?)\b")


def _asks(paragraph: str) -> bool:
    """Whether a paragraph has a question mark, or begins like a question: "Kunt u … beantwoorden voor 3 december."."""
    return "?" in paragraph or _OPENING.match(paragraph) is not None


def only_question(view: View, start: int, end: int) -> list[Item]:
    """What stands between a heading and the first answer of a document that labels no question: one question, or none."""
    paragraphs = [spans for spans, _ in paragraphs_of(view, start, end, True)]
    return [_unlabelled(Part.QUESTION, ("1",), paragraphs)] if paragraphs else []


def notice(view: View, start: int) -> list[Item]:
    """The text of a notice that has no questions above it, as one remark."""
    paragraphs = [spans for spans, _ in paragraphs_of(view, start, len(view.text), True)]
    return [_unlabelled(Part.REMARK, (), paragraphs)] if paragraphs else []


def _unlabelled(part: Part, numbers: tuple[str, ...], paragraphs: Sequence[tuple[Span, ...]]) -> Item:
    no = (False,) * len(paragraphs)
    return Item(part=part, numbers=numbers, label=(), paragraphs=tuple(paragraphs), is_listed=no, gaps=no)
