"""The records of the page of figures: a chart with its question, its answer and its table."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from kamervragen.site.filings import FilingChoice

TEXT: Final = "text"
NUMBER: Final = "number"
DAYS: Final = "days"
PERCENTAGE: Final = "percentage"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureColumn:
    """A column of a table.

    Args:
        name: its name in the CSV.
        words: its heading on the page.
        unit: what its values are: `text`, `number`, `days` or `percentage` (0 to 100).
    """

    name: str
    words: str
    unit: str

    @property
    def is_number(self) -> bool:
        """Whether its values stand under each other by their digits."""
        return self.unit != TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCell:
    """A value in a table.

    Args:
        value: None where there is none, or where it cannot be said.
        words: as people read it.
        href: the list of the dossiers behind it; "" for what follows from other values.
    """

    value: str | float | None
    words: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChart:
    """A chart.

    Args:
        name: in addresses.
        question: that it answers.
        answer: the answer in a sentence; "" where there is too little to give one.
        caption: what is drawn beside what the question asks; "" where that is nothing.
        basis: what it is counted of, and what is not counted.
        is_drawn: whether there is enough to draw it.
        columns: of the table.
        rows: of the table.
    """

    name: str
    question: str
    answer: str
    caption: str
    basis: tuple[str, ...]
    is_drawn: bool
    columns: tuple[FigureColumn, ...]
    rows: tuple[tuple[FigureCell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value that can be chosen, and what people call it."""

    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What can be chosen on the page of figures."""

    ministries: tuple[Option, ...]
    parties: tuple[Option, ...]
    years: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsPage:
    """The page of figures.

    Args:
        choice: which filings.
        ministry: the name of the chosen ministry; "" without such a choice.
        party: the name of the chosen party.
        until: the last day that the record knows of; None for an empty record.
        n_filings: how many filings.
        n_addressees: how many addressees these have.
        n_unknown: of how many it cannot be said whether they answered.
        n_odd: of how many the days cannot be right.
        n_undated: filings without day.
        n_missing: numbers of the Aanhangsel that are not in the record, though a higher one of their year is.
        charts: with their tables.
    """

    choice: FilingChoice
    ministry: str
    party: str
    until: date | None
    n_filings: int
    n_addressees: int
    n_unknown: int
    n_odd: int
    n_undated: int
    n_missing: int
    charts: tuple[FigureChart, ...]
