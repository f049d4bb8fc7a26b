"""Numbers of questions: the rows of the matrix, and which of them a printed number means."""

import re
from collections.abc import Collection, Iterable

from kamervragen.dossiers import Document, Filing
from kamervragen.exchanges import is_among

_LETTERS = re.compile(r"\D+")


def rows_of(filing: Filing, documents: Iterable[Document]) -> dict[str, str]:
    """The numbers of the rows with the texts of their questions: those of the filing, then those that only answers name.

    Answers without a number have a row `""` at the end: nothing says to which question they belong.
    """
    rows = {question.number: question.text for question in filing.questions}
    answered = dict.fromkeys(n for document in documents for answer in document.parsed.answers for n in answer.numbers or ("",))
    extra = sorted((n for n in answered if n and not is_among(n, set(rows))), key=_by_number)
    return rows | dict.fromkeys(extra, "") | ({"": ""} if "" in answered else {})


def _by_number(number: str) -> tuple[int, str]:
    return int(parent_of(number) or 0), number


def parent_of(number: str) -> str:
    """The number without its letter: `3` of `3a`; `3` of `3`."""
    return _LETTERS.sub("", number)


def rows_named(number: str, rows: Collection[str]) -> tuple[str, ...]:
    """The rows that a number means: the row itself, else the one it is a part of, else those that are parts of it."""
    if number in rows:
        return (number,)
    if parent_of(number) in rows:
        return (parent_of(number),)
    return tuple(row for row in rows if row and parent_of(row) == number)
