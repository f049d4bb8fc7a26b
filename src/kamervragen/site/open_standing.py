"""How it stands with what a ministry is asked, or what a party or member asks: open, late, answered, and how long that takes."""

from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from kamervragen.site.coverage import keep_coverage
from kamervragen.site.open_choice import ALL, OpenChoice, is_of, narrow_addressees
from kamervragen.site.open_counts import OpenCounts, count_open
from kamervragen.site.open_day import keep_day
from kamervragen.site.open_lines import OpenLine, list_open
from kamervragen.site.statistics_cells import MIN_WAITS
from kamervragen.terms import AddresseeStatus, Chamber
from kamervragen.timings import WAITING
from kamervragen.track.figures import Addressed, observe
from kamervragen.track.survival import Curve, Wait, estimate

N_OLDEST: Final = 5
_QUARTERS: Final = (0.25, 0.5, 0.75)


class _Row(NamedTuple):
    """An addressee in the store."""

    submitted_on: date
    answered_on: date | None
    postponed_on: date | None
    withdrawn_on: date | None
    n_unread: int
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How it stands.

    Args:
        choice: the ministry, party or member, for the lists behind the numbers.
        day: on which this holds: the last day that the record knows of.
        counts: how many answers each list holds.
        n_missing: numbers of the Aanhangsel that are not in the record; answers may be among them.
        n_timed: how many waits the days below are made of: of written questions of the Tweede Kamer, those still waited for too.
        quarter_days, median_days, three_quarters_days: within so many days a quarter, half, and three quarters have an answer;
            None where so many have none yet, and where too few were timed to say.
        oldest: of what is waited for, what was asked first.
    """

    choice: OpenChoice
    day: date
    counts: OpenCounts
    n_missing: int
    n_timed: int
    quarter_days: int | None
    median_days: int | None
    three_quarters_days: int | None
    oldest: tuple[OpenLine, ...]

    @property
    def is_timed(self) -> bool:
        """Whether enough waits were timed to say how long they take."""
        return self.n_timed >= MIN_WAITS

    @property
    def percentage_postponed(self) -> int | None:
        """Of all answers that were asked for, the share that was postponed, in whole per cents; None where none were."""
        return round(100 * self.counts.n_postponed / self.counts.n_asked) if self.counts.n_asked else None


def find_standing(choice: OpenChoice) -> Standing:
    """How it stands with the chosen ministry, party or member."""
    day = keep_day()
    curve = _curve(choice, day)
    days = (curve.quantile(share) if curve.n >= MIN_WAITS else None for share in _QUARTERS)
    quarter, half, three_quarters = days
    return Standing(
        choice=choice.of_all_lists,
        day=day,
        counts=count_open(choice, day),
        n_missing=keep_coverage().value.n_missing,
        n_timed=curve.n,
        quarter_days=quarter,
        median_days=half,
        three_quarters_days=three_quarters,
        oldest=list_open(choice.of_all_lists, day, N_OLDEST),
    )


def _curve(choice: OpenChoice, day: date) -> Curve:
    """How long is waited, by the rules of `track.figures`."""
    found = narrow_addressees(choice).filter(is_of(ALL, day), submitted_on__isnull=False)
    rows = found.exclude(dossier__chamber=Chamber.EERSTE_KAMER).values_list(*_Row._fields).iterator()
    return estimate(wait for row in rows if (wait := _wait(_Row(*row), day)))


def _wait(row: _Row, day: date) -> Wait | None:
    is_silent = row.answered_on is None and row.withdrawn_on is None
    is_unknown = is_silent and (row.n_unread > 0 or AddresseeStatus(row.status) not in WAITING)
    return observe(row.submitted_on, Addressed(None, None, row.answered_on, row.postponed_on, row.withdrawn_on, is_unknown), day)
