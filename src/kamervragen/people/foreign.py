"""Strangers' rows, checked field by field: what is not as agreed becomes one Dutch sentence, and the rest goes on."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kamervragen.people.claims import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A row that could not be used: which one, counted from 1, and one Dutch sentence that says why."""

    row: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a file says.

    Args:
        kind: what it holds, in Dutch.
        claims: what its rows claim.
        removed: the keys of rows that their source has withdrawn.
        faults: the rows that could not be used.
        skipped: why rows were left out that are in order but say nothing here, and how many.
        n_rows: all rows; each is a claim or more, removed, a fault, or skipped.
    """

    kind: str
    claims: tuple[Claim, ...] = ()
    removed: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    skipped: tuple[tuple[str, int], ...] = ()
    n_rows: int = 0


class RowError(ValueError):
    """A row is not as agreed; the message is a Dutch sentence."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """That a row is in order but says nothing here, and why, in Dutch."""

    reason: str


@dataclass(frozen=True, slots=True)
class Removed:
    """That a row was withdrawn by its source, and the key of its claim."""

    key: str


Outcome = Claim | Skipped | Removed


class Row:
    """A row of a foreign table: gives its fields as what they must be, or raises `RowError`."""

    def __init__(self, fields: object) -> None:
        if not isinstance(fields, Mapping):
            raise RowError("Deze rij is geen object met velden.")
        self._fields: Mapping[str, object] = fields

    def text(self, name: str) -> str:
        """The text in a field, without white space around it; "" when it is empty or absent."""
        value = self._fields.get(name)
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise RowError(f"In het veld {name} staat geen tekst.")
        text = " ".join(str(value).split())
        if any(char == "\0" or "\ud800" <= char <= "\udfff" for char in text):
            raise RowError(f"In het veld {name} staan tekens die geen databank kan bewaren.")
        return text

    def need(self, name: str) -> str:
        """The text in a field that must be filled."""
        text = self.text(name)
        if not text:
            raise RowError(f"Het veld {name} is leeg.")
        return text

    def day(self, name: str) -> date | None:
        """The day in a field: `2030-01-31`, with or without a time after it; None when it is empty."""
        text = self.text(name)
        try:
            return date.fromisoformat(text[:10]) if text else None
        except ValueError:
            raise RowError(f"In het veld {name} staat geen bestaande datum als 2030-01-31 («{text[:40]}»).") from None

    def period(self, first: str, last: str) -> tuple[date | None, date | None]:
        """The days in two fields."""
        days = self.day(first), self.day(last)
        if days[0] and days[1] and days[0] > days[1]:
            raise RowError(f"De dag in {last} ligt vóór die in {first}.")
        return days

    def is_set(self, name: str) -> bool:
        """Whether a field says `true`."""
        return self._fields.get(name) is True

    def has_only(self, *names: str) -> bool:
        """Whether no field but these is filled."""
        return all(value is None or name in names for name, value in self._fields.items() if not name.startswith("@"))

    def row(self, name: str) -> "Row":
        """The row inside a field."""
        return Row(self._fields.get(name))


def read_rows(kind: str, rows: Iterable[object], read: Callable[[Row], Iterable[Outcome]], *, first: int = 1) -> Reading:
    """What comes of reading each of these rows.

    Args:
        kind: what they are, in Dutch.
        rows: as they came.
        read: gives what one row says; may raise `RowError`.
        first: the number of the first row.
    """
    outcomes: list[Outcome] = []
    faults: list[Fault] = []
    number = first - 1
    for number, fields in enumerate(rows, first):
        try:
            outcomes.extend(read(Row(fields)))
        except RowError as error:
            faults.append(Fault(row=number, sentence=str(error)))
    skipped = Counter(each.reason for each in outcomes if isinstance(each, Skipped))
    return Reading(
        kind=kind,
        claims=tuple(each for each in outcomes if isinstance(each, Claim)),
        removed=tuple(each.key for each in outcomes if isinstance(each, Removed)),
        faults=tuple(faults),
        skipped=tuple(sorted(skipped.items())),
        n_rows=number - first + 1,
    )
