"""Document → its answer to each row of the matrix, by the numbers it names; never by position."""

from collections.abc import Sequence

from kamervragen.compare.following import Answered, follow
from kamervragen.compare.forms import form_of
from kamervragen.compare.rows import parent_of, rows_named
from kamervragen.comparisons import Cell
from kamervragen.dossiers import Document
from kamervragen.exchanges import pair
from kamervragen.model import Answer
from kamervragen.terms import AnswerForm

_Placed = dict[str, list[tuple[Answer, str]]]  # for each row the answers, with their anchors


def cells_of(document: Document, rows: Sequence[str]) -> tuple[Cell, ...]:
    """One cell for each row, with its references followed; not yet compared with others."""
    answered = {row: _join(each) for row, each in _place(document, rows).items()}
    return tuple(_cell(document.key, row, answered, rows) for row in rows)


def _cell(key: str, row: str, answered: dict[str, Answered], rows: Sequence[str]) -> Cell:
    here = answered.get(row)
    if here is None:
        return Cell(reply=key, numbers=(), anchor="", text="", form=AnswerForm.ABSENT)
    end = follow(row, answered, rows)
    return Cell(
        reply=key,
        numbers=here.numbers,
        anchor=here.anchor,
        text=here.text,
        form=here.said.form,
        refers_to=end.refers_to,
        leads_to=end.leads_to,
        meant=end.meant,
        problem=end.problem,
    )


def _join(placed: list[tuple[Answer, str]]) -> Answered:
    """Several answers to one question as one, in printed order."""
    text = "\n".join(answer.text for answer, _ in placed)
    numbers = tuple(dict.fromkeys(number for answer, _ in placed for number in answer.numbers))
    return Answered(numbers=numbers, anchor=placed[0][1], text=text, said=form_of(text))


def _place(document: Document, rows: Sequence[str]) -> _Placed:
    """For each row the answers that name its number, a part of it (`3a` of `3`), or, without such, what it is a part of."""
    placed: _Placed = {}
    for exchange in pair(document.parsed):
        for answer, anchor in zip(exchange.answers, exchange.answer_anchors, strict=True):
            for row in dict.fromkeys(row for number in answer.numbers or ("",) for row in rows_named(number, rows)):
                placed.setdefault(row, []).append((answer, anchor))
    return placed | {row: placed[parent_of(row)] for row in rows if row not in placed and parent_of(row) in placed}
