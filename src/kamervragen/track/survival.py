"""How long waiting lasts when not everybody has an answer yet: the Kaplan–Meier estimate of the share answered within n days.

Those who still wait count for as long as they are known to have waited (they are "censored" then), and not after: leaving them
out would make waiting look shorter than it is, and counting them as answered shorter still.

Source: E. L. Kaplan and P. Meier, Nonparametric Estimation from Incomplete Observations, Journal of the American Statistical
Association 53 (1958), 457-481.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

_ROUNDING: Final = 1e-12  # a product of shares that should be one half may come out a little under it


class Wait(NamedTuple):
    """How long one addressee is known to have waited, in days from 0, and whether an answer ended it."""

    n_days: int
    is_answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A day of the curve on which something ended.

    Args:
        n_days: from filing.
        n_at_risk: how many had no answer before this day and are known to have waited until it, so that one could come.
        n_answered: how many got their answer on it.
        n_censored: of how many nothing is known after it.
        share: the estimated share that has an answer by the end of it, 0 to 1.
    """

    n_days: int
    n_at_risk: int
    n_answered: int
    n_censored: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """The share that has an answer, by days from filing.

    Args:
        n: how many addressees it is made of.
        n_answered: how many of them have an answer.
        steps: by day; () when it is made of nobody.
    """

    n: int
    n_answered: int
    steps: tuple[Step, ...]

    @property
    def n_censored(self) -> int:
        """Of how many the end of the wait is not known."""
        return self.n - self.n_answered

    def share_by(self, n_days: int) -> float | None:
        """The share answered by the end of this day, 0 to 1; None after the last day that anybody is known to have waited.

        Once all have an answer it stays 1.
        """
        if not self.steps or (n_days > self.steps[-1].n_days and self.steps[-1].share < 1 - _ROUNDING):
            return None
        return max((each.share for each in self.steps if each.n_days <= n_days), default=0.0)

    def n_at_risk(self, n_days: int) -> int:
        """How many had no answer before this day and are known to have waited until it."""
        return next((each.n_at_risk for each in self.steps if each.n_days >= n_days), 0)

    def quantile(self, share: float) -> int | None:
        """The first day by the end of which at least this share has an answer; None when the curve does not reach it.

        Args:
            share: above 0, at most 1; 0.5 gives the median.
        """
        return next((each.n_days for each in self.steps if each.share >= share - _ROUNDING), None)

    @property
    def median(self) -> int | None:
        """The day by which half have an answer; None when the curve does not reach it."""
        return self.quantile(0.5)


def estimate(waits: Iterable[Wait] | Mapping[Wait, int]) -> Curve:
    """The Kaplan–Meier curve of some waits.

    Who was answered on a day and of whom nothing is known after that same day both count as waiting until it.

    Args:
        waits: one for each addressee, or how many there are of each.
    """
    counts = _count(waits)
    n = at_risk = sum(counts.values())
    waiting = 1.0
    steps = []
    for day in sorted({each.n_days for each in counts}):
        answered, censored = counts.get(Wait(day, True), 0), counts.get(Wait(day, False), 0)
        waiting *= 1 - answered / at_risk
        steps.append(Step(n_days=day, n_at_risk=at_risk, n_answered=answered, n_censored=censored, share=1 - waiting))
        at_risk -= answered + censored
    return Curve(n=n, n_answered=sum(each.n_answered for each in steps), steps=tuple(steps))


def _count(waits: Iterable[Wait] | Mapping[Wait, int]) -> Mapping[Wait, int]:
    if isinstance(waits, Mapping):
        return {wait: n for wait, n in waits.items() if n}
    counts: dict[Wait, int] = {}
    for wait in waits:
        counts[wait] = counts.get(wait, 0) + 1
    return counts
