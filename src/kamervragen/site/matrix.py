"""The matrix of a dossier: questions against those who were asked, each answer with a mark for how it stands to the others.

    Comparison, Timing → Matrix (Columns, Rows of Cells)

A column is a reply, under the names of the addressees for whom it answers; who gave none yet has a column that waits.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from kamervragen.comparisons import Cell, ComparedQuestion, Comparison, Reply
from kamervragen.site.dossier_words import PART_WORDS, STATUS_WORDS, OfficeName, form_word, name_office
from kamervragen.site.phrases import dutch_attribute, join_words
from kamervragen.terms import AddresseeStatus, AnswerForm, AnswerLikeness, DossierPart
from kamervragen.timings import Clock, Timing

_QUESTION_OPENING: Final = 60
_CELL: Final = '<td role="cell" class="mark-{1}" data-name="{0}">{2} <span{3}>{4}</span></td>'
_SIGN: Final = '<span aria-hidden="true">{}</span> <span class="visually-hidden">{}: </span>'
_UNNUMBERED: Final = "zonder-nummer"  # in the address of the answers that name no number
_NOT_IN_SLUGS: Final = re.compile(r"[^A-Za-z0-9_-]")


class Mark(StrEnum):
    """How an answer stands to those of the others to the same question."""

    SAME = "same"
    SHARING = "sharing"
    DIFFERENT = "different"
    ALONE = "alone"
    NONE = "none"
    WAITING = "waiting"


SIGNS: Final = {Mark.SAME: "●", Mark.SHARING: "◐", Mark.DIFFERENT: "○", Mark.ALONE: "", Mark.NONE: "–", Mark.WAITING: ""}
MARK_WORDS: Final = {
    Mark.SAME: _("(bijna) zelfde als de meeste"),
    Mark.SHARING: _("deelt passages"),
    Mark.DIFFERENT: _("verschilt"),
    Mark.ALONE: "",
    Mark.NONE: "",
    Mark.WAITING: "",
}


_MARKS: Final = {
    AnswerLikeness.IDENTICAL: Mark.SAME,
    AnswerLikeness.NEAR: Mark.SAME,
    AnswerLikeness.SHARING: Mark.SHARING,
    AnswerLikeness.DIFFERENT: Mark.DIFFERENT,
}


_OPENINGS: Final = {Mark.SAME: 16}  # so many characters of an answer stand in a cell, to the end of a word
_OPENING: Final = 32  # of one that is not as most are


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A reply, or somebody who gave none.

    Args:
        names: the offices for which it answers; those that answer without being asked have no code.
        reply: its key; "" for who gave none.
        part_word: what it is, where it is no first reply: `aanvullend antwoord`; "" otherwise.
        n_days: from filing to the reply; None where that is not known, and for all but the first reply of an addressee.
        waiting: the status in words of who gave none; "" otherwise.
    """

    names: tuple[OfficeName, ...]
    reply: str
    part_word: str
    n_days: int | None
    waiting: str

    @property
    def short(self) -> str:
        """The head of the column."""
        return ", ".join(name.short for name in self.names)

    @property
    def full(self) -> str:
        """The same in all words."""
        return ", ".join(name.full for name in self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """What one column says to one question.

    Args:
        mark: how it stands to the others.
        words: the answer in a word, or its first words.
        is_dutch: whether those are words of the document.
    """

    mark: Mark
    words: str
    is_dutch: bool

    @property
    def sign(self) -> str:
        """The mark as one character."""
        return SIGNS[self.mark]

    @property
    def mark_word(self) -> str:
        """The mark in words."""
        return gettext(MARK_WORDS[self.mark]) if MARK_WORDS[self.mark] else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A question.

    Args:
        number: the question's; "" for answers that name none.
        slug: the same in an address.
        opening: its first words.
        cells: one for each column.
        html: the same as cells of a table.
    """

    number: str
    slug: str
    opening: str
    cells: tuple[MatrixCell, ...]
    html: SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The whole."""

    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def n_replies(self) -> int:
        """How many columns answer."""
        return sum(bool(column.reply) for column in self.columns)


def lay_out(comparison: Comparison, timing: Timing, filed_on: date | None) -> Matrix:
    """The matrix of a dossier.

    Args:
        comparison: its answers beside each other.
        timing: where its addressees stand.
        filed_on: the day of filing.
    """
    columns = find_columns(comparison, timing, filed_on)
    return Matrix(columns=columns, rows=tuple(_row(question, columns) for question in comparison.questions))


def find_columns(comparison: Comparison, timing: Timing, filed_on: date | None) -> tuple[Column, ...]:
    """The columns in the order in which the offices were asked; replies for which nobody was asked stand last."""
    replies = {reply.key: reply for reply in comparison.replies}
    names: dict[str, list[OfficeName]] = {}
    days: dict[str, int | None] = {}
    waiting: dict[str, Clock] = {}
    for place, clock in enumerate(timing.clocks):
        keys = [key for key in clock.by if key in replies] or [f"waiting {place}"]
        first = next((key for key in keys if key in replies and replies[key].part is DossierPart.REPLY), None)
        if first:
            days.setdefault(first, clock.n_days)
        for key in keys:
            names.setdefault(key, []).append(name_office(clock.office, filed_on))
            if key not in replies:
                waiting[key] = clock
    asked = [_column(key, replies.get(key), names[key], days.get(key), waiting.get(key)) for key in names]
    unasked = [_column(reply.key, reply, _names_of(reply), None, None) for reply in comparison.replies if reply.key not in names]
    return (*asked, *unasked)


def _names_of(reply: Reply) -> list[OfficeName]:
    return [OfficeName(short=name, full=name, code="") for name in reply.offices or (reply.key,)]


def _column(key: str, reply: Reply | None, names: Sequence[OfficeName], n_days: int | None, clock: Clock | None) -> Column:
    return Column(
        names=tuple(names),
        reply=key if reply else "",
        part_word=gettext(PART_WORDS[reply.part]) if reply and reply.part is not DossierPart.REPLY else "",
        n_days=n_days,
        waiting=_waiting_word(clock) if clock else "",
    )


def _waiting_word(clock: Clock) -> str:
    """What stands under somebody who gave no reply: `wacht`, `ontbreekt`, or why there is nothing to wait for."""
    if clock.status is AddresseeStatus.OPEN:
        return gettext("wacht")
    if clock.status is AddresseeStatus.OVERDUE:
        return gettext("ontbreekt")
    if clock.status is AddresseeStatus.POSTPONED:
        return gettext("uitstel")
    return gettext(STATUS_WORDS[clock.status])


def _row(question: ComparedQuestion, columns: Sequence[Column]) -> MatrixRow:
    cells = {cell.reply: cell for cell in question.cells}
    laid = tuple(_cell(cells.get(column.reply), column) for column in columns)
    return MatrixRow(
        number=question.number,
        slug=slug_of_number(question.number),
        opening=_open(question.text, _QUESTION_OPENING),
        cells=laid,
        html=_write(laid, columns),
    )


def _write(cells: Sequence[MatrixCell], columns: Sequence[Column]) -> SafeString:
    """The cells of a row as HTML: written here and not in a template because a matrix may have a thousand of them."""
    dutch = dutch_attribute()
    rows = (
        (column.short, cell.mark, _say(cell), dutch if cell.is_dutch else "", cell.words)
        for cell, column in zip(cells, columns, strict=True)
    )
    return format_html_join("", _CELL, rows)


def _say(cell: MatrixCell) -> SafeString:
    """The mark of a cell for the eye and for a screen reader; "" without one."""
    return format_html(_SIGN, cell.sign, cell.mark_word) if cell.sign and cell.mark_word else escape(cell.sign)


def _cell(cell: Cell | None, column: Column) -> MatrixCell:
    if cell is None:
        return MatrixCell(mark=Mark.WAITING, words=column.waiting, is_dutch=False)
    mark = mark_of(cell)
    words = form_word(cell.form)
    if words:
        return MatrixCell(mark=mark, words=words, is_dutch=False)
    if cell.form is AnswerForm.REFERENCE and cell.leads_to:
        numbers = join_words(cell.leads_to)
        return MatrixCell(mark=mark, words=gettext("zie vraag %(numbers)s") % {"numbers": numbers}, is_dutch=False)
    return MatrixCell(mark=mark, words=_open(cell.text, _OPENINGS.get(mark, _OPENING)), is_dutch=True)


def slug_of_number(number: str) -> str:
    """The number of a question as it stands in an address: `3a`, `3-1` for `3.1`."""
    return _NOT_IN_SLUGS.sub("-", number) or _UNNUMBERED


def mark_of(cell: Cell) -> Mark:
    """How an answer stands to the others to the same question."""
    if cell.form is AnswerForm.ABSENT:
        return Mark.NONE
    return _MARKS[cell.likeness] if cell.likeness else Mark.ALONE


def _open(text: str, most: int) -> str:
    """The first words of a text."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rpartition(' ')[0] or line[: most - 1]} …"
