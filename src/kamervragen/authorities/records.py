"""The rows of the tables: ministries, portfolios and parties, each with its period and its source."""

from dataclasses import dataclass
from datetime import date

from kamervragen.terms import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days from `first` to `last`, both included; None where a side is open or unknown."""

    first: date | None
    last: date | None

    def is_on(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def is_overlapping(self, other: "Period") -> bool:
        """Whether the two periods share a day."""
        return _starts_by(self, other.last) and _starts_by(other, self.last)

    @property
    def age(self) -> tuple[date, date]:
        """A key that sorts periods by their last day, then by their first."""
        return (self.last or date.max, self.first or date.min)


def _starts_by(period: Period, day: date | None) -> bool:
    return period.first is None or day is None or period.first <= day


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """What every table has: where the row was read.

    Args:
        source: the documents or pages it was read in; "" when it was not read anywhere but is general knowledge.
    """

    source: str = ""

    @property
    def is_sourced(self) -> bool:
        """Whether the row may carry a public claim."""
        return bool(self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ministry(Sourced):
    """A ministry under one of its names; a renamed ministry is several rows with one code.

    Args:
        code: the TOOI organisation code, such as `mnre1045`.
        name: the name without "Ministerie van".
        abbreviation: as the government writes it, such as `EZK`; "" where none is known.
        period: the days on which it had this name, by decree.
    """

    code: str
    name: str
    abbreviation: str
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio(Sourced):
    """What an office holder is responsible for, as documents print it after "van" or "voor".

    Args:
        name: the usual printed name, such as `Natuur en Stikstof`.
        ministry_code: the TOOI code of the ministry that the office holder works at.
        roles: the offices in which the portfolio is held.
        period: the days on which cabinets had the portfolio. Cabinets take a new title some weeks before its decree.
        variants: other printed forms, written in full.
        abbreviations: short forms, such as `J&V`; only whole words may be taken for one.
    """

    name: str
    ministry_code: str
    roles: tuple[Role, ...]
    period: Period
    variants: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Sourced):
    """A party or group in a chamber.

    Args:
        name: the form that official publications print between parentheses.
        variants: other printed forms.
    """

    name: str
    variants: tuple[str, ...] = ()
