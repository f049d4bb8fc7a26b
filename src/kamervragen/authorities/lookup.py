"""The tables together, with look-up by printed name and day."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kamervragen.authorities.records import Ministry, Party, Portfolio
from kamervragen.authorities.successions import Succession, find_successions
from kamervragen.folding import fold
from kamervragen.terms import Role

_OF_THE_MINISTER_PRESIDENT = "Algemene Zaken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorities:
    """Ministries, portfolios and parties. Make it with `build_authorities` or `load`.

    Args:
        ministries: one row for each name that a ministry had.
        portfolios: one row for each name and period.
        parties: one row for each party.
        portfolio_keys: the folded names of all portfolios written in full, for longest match on folded text.
        abbreviation_keys: the folded short forms (`vws`), to be matched with whole words only.
    """

    ministries: tuple[Ministry, ...]
    portfolios: tuple[Portfolio, ...]
    parties: tuple[Party, ...]
    portfolio_keys: frozenset[str] = field(repr=False)
    abbreviation_keys: frozenset[str] = field(repr=False)
    _portfolios_by_key: dict[str, tuple[Portfolio, ...]] = field(repr=False, compare=False)
    _parties_by_key: dict[str, Party] = field(repr=False, compare=False)

    def find_portfolio(self, printed: str, on: date | None = None) -> Portfolio | None:
        """The portfolio with this printed name, however its spaces, commas, accents and hyphens came out; None when unknown.

        Args:
            printed: the name without "van" or "voor"; an abbreviation is found too.
            on: the day for which the row is wanted. The latest row comes out when none is valid then, or without a day.
        """
        rows = self._portfolios_by_key.get(fold(printed), ())
        valid = [row for row in rows if on is not None and row.period.is_on(on)]
        return max(valid or rows, key=lambda row: row.period.age, default=None)

    def find_ministry_code(self, role: Role, portfolio: str | None, on: date | None) -> str | None:
        """The TOOI code of the ministry that an office belongs to on a day; None when no row of the table with a source says."""
        name = _OF_THE_MINISTER_PRESIDENT if role is Role.MINISTER_PRESIDENT else portfolio
        known = self.find_portfolio(name, on) if name else None
        return known.ministry_code if known and known.is_sourced else None

    def ministry_of(self, portfolio: Portfolio, on: date | None) -> Ministry | None:
        """The ministry that a portfolio belongs to, under the name it had that day; its latest name without a day.

        None when the ministry did not exist that day.
        """
        rows = [row for row in self.ministries if row.code == portfolio.ministry_code and (on is None or row.period.is_on(on))]
        return max(rows, key=lambda row: row.period.age, default=None)

    def is_ministry_name(self, portfolio: Portfolio) -> bool:
        """Whether a portfolio has the name that its own ministry has or had: `Justitie`, and not `Rechtsbescherming`."""
        return any(row.code == portfolio.ministry_code and row.name == portfolio.name for row in self.ministries)

    def ministries_before(self, code: str) -> tuple[Succession, ...]:
        """The ministries with another code that a decree ended to let this one begin, the last first."""
        return self._successions(lambda each: each.later.code == code)

    def ministries_after(self, code: str) -> tuple[Succession, ...]:
        """The ministries with another code that a decree let begin when it ended this one, the last first."""
        return self._successions(lambda each: each.earlier.code == code)

    def _successions(self, is_wanted: Callable[[Succession], bool]) -> tuple[Succession, ...]:
        found = (each for each in find_successions(self.ministries) if not each.is_renaming and is_wanted(each))
        return tuple(sorted(found, key=lambda each: (each.later.period.age, each.earlier.name), reverse=True))

    def find_party(self, printed: str) -> Party | None:
        """The party with this printed name or variant; None when unknown."""
        return self._parties_by_key.get(fold(printed))


def build_authorities(
    ministries: tuple[Ministry, ...], portfolios: tuple[Portfolio, ...], parties: tuple[Party, ...]
) -> Authorities:
    """The tables with their indexes of folded names."""
    in_full: dict[str, tuple[Portfolio, ...]] = {}
    short: dict[str, tuple[Portfolio, ...]] = {}
    for portfolio in portfolios:
        _add(in_full, portfolio, [*printed_names(portfolio), *_names_after_ministry(portfolio, ministries)])
        _add(short, portfolio, portfolio.abbreviations)
    return Authorities(
        ministries=ministries,
        portfolios=portfolios,
        parties=parties,
        portfolio_keys=frozenset(in_full),
        abbreviation_keys=frozenset(short),
        _portfolios_by_key=short | in_full,
        _parties_by_key={fold(name): party for party in parties for name in (party.name, *party.variants)},
    )


def printed_names(portfolio: Portfolio) -> tuple[str, ...]:
    """The forms written in full in which a portfolio is printed."""
    return (portfolio.name, *portfolio.variants)


def _names_after_ministry(portfolio: Portfolio, ministries: Iterable[Ministry]) -> Iterator[str]:
    """The form `Volksgezondheid, Welzijn en Sport – Jeugd, Preventie en Sport`, which answers of 2024 print."""
    for ministry in ministries:
        is_its_own = ministry.code == portfolio.ministry_code and ministry.period.is_overlapping(portfolio.period)
        if is_its_own and ministry.name != portfolio.name:
            yield f"{ministry.name} – {portfolio.name}"


def _add(index: dict[str, tuple[Portfolio, ...]], portfolio: Portfolio, names: Iterable[str]) -> None:
    for key in {fold(name) for name in names}:
        index[key] = (*index.get(key, ()), portfolio)
