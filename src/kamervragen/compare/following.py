"""Where "zie het antwoord op vraag 1" ends: references inside a reply, followed to the answers they come down to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kamervragen.compare.forms import Said
from kamervragen.compare.rows import rows_named
from kamervragen.dutch.counting import join_words
from kamervragen.terms import AnswerForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a reply says to one question, before references are followed.

    Args:
        numbers, anchor, text: as in `comparisons.Cell`.
        said: what kind of answer the text is.
    """

    numbers: tuple[str, ...]
    anchor: str
    text: str
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Where following an answer ends; the fields are those of `comparisons.Cell`."""

    refers_to: tuple[str, ...]
    leads_to: tuple[str, ...]
    meant: str
    problem: str


def follow(row: str, answered: Mapping[str, Answered], rows: Sequence[str]) -> End:
    """Where the answer to a question ends. Every answer on the way is looked at once, so that circles end too.

    Args:
        row: the number of the question.
        answered: what the reply says to each question that it answers.
        rows: the numbers of all questions, in printed order.
    """
    here = answered[row]
    refers_to = _targets(here, rows)
    if here.said.form not in (AnswerForm.REFERENCE, AnswerForm.NOT_APPLICABLE):
        return End(refers_to=(), leads_to=(), meant=here.text, problem="")
    way = _Way(answered, rows)
    way.walk(refers_to)
    ends = tuple(dict.fromkeys(way.ends))
    if here.said.form is AnswerForm.NOT_APPLICABLE:
        return End(refers_to=refers_to, leads_to=ends, meant=here.text, problem="")
    texts = dict.fromkeys(answered[end].text for end in ends)
    return End(refers_to=refers_to, leads_to=ends, meant="\n".join(texts), problem=_problem(refers_to, way))


class _Way:
    """The answers that following leads past."""

    def __init__(self, answered: Mapping[str, Answered], rows: Sequence[str]) -> None:
        self.answered, self.rows = answered, rows
        self.passed: dict[str, None] = {}  # numbers of answers that refer on
        self.ends: list[str] = []
        self.missing: list[str] = []

    def walk(self, numbers: Sequence[str]) -> None:
        """Follow these numbers to their ends."""
        waiting = list(reversed(numbers))
        while waiting:
            number = waiting.pop()
            found = [row for row in rows_named(number, self.rows) if row in self.answered]
            if not found:
                self.missing.append(number)
            for row in found:
                waiting += reversed(self._pass(row))

    def _pass(self, row: str) -> tuple[str, ...]:
        """The numbers that the answer to a question refers on to; () when it is an end, or was passed before."""
        if row in self.passed:
            return ()
        if self.answered[row].said.form is not AnswerForm.REFERENCE:
            self.ends.append(row)
            return ()
        self.passed[row] = None
        return _targets(self.answered[row], self.rows)


def _targets(answered: Answered, rows: Sequence[str]) -> tuple[str, ...]:
    """The numbers that an answer refers to; "de vorige vraag" is the one before the first that it answers."""
    if not answered.said.is_to_previous:
        return answered.said.refers_to
    first = min((rows.index(row) for number in answered.numbers for row in rows_named(number, rows)), default=0)
    return (*answered.said.refers_to, *rows[max(first - 1, 0) : first])


def _problem(refers_to: Sequence[str], way: _Way) -> str:
    if not refers_to:
        return "Dit antwoord verwijst, maar zegt niet naar welke vraag."
    if way.missing:
        return f"Dit antwoord verwijst naar vraag {join_words(way.missing)}, maar daarop staat in dit stuk geen antwoord."
    if not way.ends:
        return _circle(list(way.passed))
    return ""


def _circle(passed: Sequence[str]) -> str:
    if len(passed) == 1:
        return f"Het antwoord op vraag {passed[0]} verwijst naar zichzelf: er staat geen antwoord."
    return f"De antwoorden op vraag {join_words(passed)} verwijzen naar elkaar: aan het eind staat geen antwoord."
