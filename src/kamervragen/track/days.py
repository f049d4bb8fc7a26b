"""The last days of the terms of a filing."""

from dataclasses import dataclass
from datetime import date, timedelta

from kamervragen.terms import Chamber, TermKind
from kamervragen.track.rules import find_rule
from kamervragen.track.settings import Recess


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The last days on which an answer is in time; None where no term is known.

    Args:
        first_on: of the first term.
        further_on: of the further term, which holds after a notice of delay.
        n_recess_days: days of recess that do not count in the first term, and in both terms together.
    """

    first_on: date | None = None
    further_on: date | None = None
    n_recess_days: tuple[int, int] = (0, 0)


def days_of(filed_on: date | None, chamber: Chamber | None, recesses: tuple[Recess, ...]) -> Days:
    """The last days of the terms of questions that were filed on a day."""
    if filed_on is None or chamber is None:
        return Days()
    first = _last_day(filed_on, TermKind.FIRST, chamber, filed_on, recesses)
    further = _last_day(first[0], TermKind.FURTHER, chamber, filed_on, recesses)
    return Days(first_on=first[0], further_on=further[0], n_recess_days=(first[1], first[1] + further[1]))


def _last_day(
    start: date | None, kind: TermKind, chamber: Chamber, filed_on: date, recesses: tuple[Recess, ...]
) -> tuple[date | None, int]:
    """The last day of a term that counts from the day after `start`, and how many days of recess were passed over."""
    rule = find_rule(kind, chamber, filed_on)
    if start is None or rule is None or rule.n_days is None or start > date.max - timedelta(days=rule.n_days):
        return None, 0
    return _count(start, rule.n_days, recesses)


def _count(start: date, n_days: int, recesses: tuple[Recess, ...]) -> tuple[date, int]:
    day, n_left, n_passed = start, n_days, 0
    while n_left:
        periods = [each for each in recesses if each.first_on <= day + timedelta(days=1) <= each.last_on]
        if periods:
            last = max(each.last_on for each in periods)
            n_passed += (last - day).days
            day = last
            continue
        step = min([n_left, *((each.first_on - day).days - 1 for each in recesses if each.first_on > day + timedelta(days=1))])
        day += timedelta(days=step)
        n_left -= step
    return day, n_passed
