"""The questions and answers of a document as items of the index: ParsedDocument → Items."""

from collections.abc import Iterable, Iterator
from datetime import date

from kamervragen import authorities
from kamervragen.dutch.offices import holder_words, office_words
from kamervragen.exchanges import Exchange, pair
from kamervragen.model import Addressee, ParsedDocument, Respondent
from kamervragen.search.records import Item
from kamervragen.terms import Side


def make_items(key: str, parsed: ParsedDocument) -> tuple[Item, ...]:
    """The items of a publication: one for each text of a question and one for each answer, but for those without any text.

    Args:
        key: the publication's key.
        parsed: what its best source says.
    """
    making = _Making(key, parsed)
    return tuple(item for exchange in pair(parsed) for item in making.items(exchange) if item.text.strip())


class _Making:
    """What all items of a document have in common."""

    def __init__(self, key: str, parsed: ParsedDocument) -> None:
        self._key = key
        self._parsed = parsed
        self._submitters = _each_once(each.name for each in parsed.submitters)
        self._parties = _each_once(each.party for each in parsed.submitters)
        self._addressees = _each_once(office_words(each.role, each.portfolio) for each in parsed.addressees)
        answering = parsed.respondents + parsed.on_behalf_of
        self._respondents = _each_once(holder_words(each.role, each.name, each.portfolio) for each in answering)
        self._ministries = {
            Side.QUESTION: _ministries(parsed.addressees, parsed.submitted_on),
            Side.ANSWER: _ministries(answering, parsed.answered_on or parsed.submitted_on),
        }

    def items(self, exchange: Exchange) -> Iterator[Item]:
        """The items of an exchange: its questions, then its answers."""
        asked = "\n".join(shared.text for shared in exchange.asked)
        answered = "\n".join(answer.text for answer in exchange.answers)
        for shared in exchange.asked:
            numbers = tuple(question.number for question in shared.questions)
            yield self._item(Side.QUESTION, shared.anchors[0], numbers, shared.text, answered)
        for answer, anchor in zip(exchange.answers, exchange.answer_anchors, strict=True):
            yield self._item(Side.ANSWER, anchor, answer.numbers, answer.text, asked)

    def _item(self, side: Side, anchor: str, numbers: tuple[str, ...], text: str, other: str) -> Item:
        parsed = self._parsed
        return Item(
            key=self._key,
            side=side,
            anchor=anchor,
            numbers=numbers,
            text=text,
            other=other,
            subject=parsed.subject or "",
            kind=str(parsed.kind),
            session_year=parsed.session_year,
            submitted_on=parsed.submitted_on,
            received_on=parsed.answered_on,
            submitters=self._submitters,
            parties=self._parties,
            ministries=self._ministries[side],
            addressees=self._addressees,
            respondents=self._respondents,
        )


def _ministries(offices: Iterable[Addressee | Respondent], on: date | None) -> tuple[str, ...]:
    tables = authorities.load()
    return _each_once(tables.find_ministry_code(each.role, each.portfolio, on) for each in offices)


def _each_once(values: Iterable[str | None]) -> tuple[str, ...]:
    """The values that there are, each once, in order."""
    return tuple(dict.fromkeys(value for value in values if value))
