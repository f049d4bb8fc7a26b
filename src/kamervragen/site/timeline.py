"""The timeline of a dossier: for each addressee how long it took or takes, drawn against the terms; and all events by day.

Bars are given in hundredths of the width, so that a drawing fits a phone as well as paper. What they show is also said in words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from kamervragen.dossiers import Dossier
from kamervragen.site.dossier_words import STATUS_WORDS, OfficeName, name_office
from kamervragen.site.phrases import count_words
from kamervragen.terms import AddresseeStatus, TermKind
from kamervragen.timings import ANSWERED, WAITING, Clock, Timing

_MARGIN = 1.06  # beyond the last day of the drawing
_MOST_TERMS = 4  # a drawing reaches at most so many times the longest term: a year of waiting would make the terms invisible


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The drawing of one addressee, in hundredths of the width.

    Args:
        until: how far the bar goes; None without a day of filing.
        is_open: whether it goes on.
        is_cut: whether it is longer than the drawing.
        postponed_at: where the notice of delay came; None without one.
        due_at: the last day of its own term; None where none is known.
    """

    until: float | None
    is_open: bool
    is_cut: bool
    postponed_at: float | None
    due_at: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRow:
    """One addressee.

    Args:
        name: the office.
        status: where it stands, as a value of the record.
        status_word: the same in words, with days: `op tijd` or `3 dagen te laat`, without answer `3 dagen over de termijn`.
        duration: `18 dagen, termijn 21`; "" without a day of filing.
        answered_by: who answered in its place or together with it, as printed.
        reason: the Dutch sentence that explains it.
        sources: keys of the publications that say so.
        bar: the drawing.
    """

    name: OfficeName
    status: AddresseeStatus
    status_word: str
    duration: str
    answered_by: tuple[str, ...]
    due_on: date | None
    answered_on: date | None
    postponed_on: date | None
    n_days: int | None
    n_days_late: int | None
    reason: str
    sources: tuple[str, ...]
    bar: Bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day under the drawing: where it stands, in hundredths, and what it is."""

    at: float
    word: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All addressees of a dossier, and the days that their drawings share.

    Args:
        rows: the addressees, in printed order.
        term_until: where the first term ends, in hundredths of the width; None where none is known.
        further_until: where the further one ends; None where none runs or ran.
        ticks: filing, ends of terms, today.
    """

    rows: tuple[ClockRow, ...]
    term_until: float | None
    further_until: float | None
    ticks: tuple[Tick, ...]


class _Scale:
    """Days since the filing as hundredths of a width."""

    def __init__(self, began_on: date | None, n_days: int) -> None:
        self._began_on, self.n_days = began_on, max(n_days, 1)

    def place(self, day: date | None) -> float | None:
        """Where a day stands; the edges for days outside; None without days."""
        if day is None or self._began_on is None:
            return None
        return round(100 * min(max((day - self._began_on).days / (self.n_days * _MARGIN), 0.0), 1.0), 2)

    def ends_before(self, day: date) -> bool:
        """Whether a day lies beyond the drawing."""
        return self._began_on is not None and (day - self._began_on).days > self.n_days * _MARGIN


def draw_timeline(dossier: Dossier, timing: Timing) -> Timeline:
    """The timeline of a dossier.

    Args:
        dossier: it.
        timing: where its addressees stand.
    """
    began_on = dossier.filing.submitted_on
    terms = _last_days(timing.clocks)
    scale = _Scale(began_on, _count_drawn(began_on, timing, terms))
    return Timeline(
        rows=tuple(_row(clock, began_on, timing.today, scale) for clock in timing.clocks),
        term_until=scale.place(terms.get(TermKind.FIRST)),
        further_until=scale.place(terms.get(TermKind.FURTHER)),
        ticks=_ticks(began_on, timing, terms, scale),
    )


def _last_days(clocks: Iterable[Clock]) -> dict[TermKind, date]:
    """The last day of each term that runs or ran for some addressee; of several the latest."""
    found: dict[TermKind, date] = {}
    for clock in clocks:
        if clock.term and clock.due_on:
            found[clock.term] = max(found.get(clock.term, clock.due_on), clock.due_on)
    return found


def _count_drawn(began_on: date | None, timing: Timing, terms: Mapping[TermKind, date]) -> int:
    """How many days the drawing must hold: terms, replies, and today while somebody waits, up to some times the longest term."""
    if began_on is None:
        return 1
    n_term = max(((day - began_on).days for day in terms.values()), default=0)
    days = [clock.answered_on or clock.postponed_on for clock in timing.clocks]
    if any(clock.status in WAITING for clock in timing.clocks):
        days.append(timing.today)
    longest = max([n_term, *((day - began_on).days for day in days if day)])
    return min(longest, _MOST_TERMS * n_term) if n_term else longest


def _row(clock: Clock, began_on: date | None, today: date, scale: _Scale) -> ClockRow:
    return ClockRow(
        name=name_office(clock.office, began_on),
        status=clock.status,
        status_word=describe_standing(clock),
        duration=describe_duration(clock, began_on),
        answered_by=clock.answered_by,
        due_on=clock.due_on,
        answered_on=clock.answered_on,
        postponed_on=clock.postponed_on,
        n_days=clock.n_days,
        n_days_late=clock.n_days_late,
        reason=clock.reason,
        sources=clock.by,
        bar=_bar(clock, today, scale),
    )


def _bar(clock: Clock, today: date, scale: _Scale) -> Bar:
    is_open = clock.status in WAITING
    until = clock.answered_on or (today if is_open else None)
    return Bar(
        until=scale.place(until),
        is_open=is_open,
        is_cut=until is not None and scale.ends_before(until),
        postponed_at=scale.place(clock.postponed_on),
        due_at=scale.place(clock.due_on),
    )


def describe_duration(clock: Clock, began_on: date | None) -> str:
    """How long it took, or takes, beside the term: `18 dagen, termijn 21`; "" where no days are known, where none went by
    yet, and where nobody knows whether it still takes."""
    if clock.n_days is None or clock.n_days < 0 or clock.status in {AddresseeStatus.WITHDRAWN, AddresseeStatus.UNKNOWN}:
        return ""
    days = count_words(clock.n_days, ngettext("%(n)s dag", "%(n)s dagen", clock.n_days))
    if clock.due_on is None or began_on is None:
        return days
    return gettext("%(days)s, termijn %(n)s") % {"days": days, "n": (clock.due_on - began_on).days}


def describe_standing(clock: Clock) -> str:
    """Where an addressee stands, with how that is to its term where that can be said.

    An answer that was read is `op tijd` or `3 dagen te laat`. Where none is in the record it may have been given all the
    same, so that it is not called late: `3 dagen over de termijn`.
    """
    word = gettext(STATUS_WORDS[clock.status])
    if clock.status not in (*ANSWERED, AddresseeStatus.OVERDUE) or clock.n_days_late is None:
        return word
    if clock.status is AddresseeStatus.OVERDUE:
        over = ngettext("%(n)s dag over de termijn", "%(n)s dagen over de termijn", clock.n_days_late)
        return count_words(clock.n_days_late, over)
    if clock.n_days_late:
        late = ngettext("%(n)s dag te laat", "%(n)s dagen te laat", clock.n_days_late)
        word = "" if clock.status is AddresseeStatus.ANSWERED else f"{word}, "
        return word + count_words(clock.n_days_late, late)
    in_time = gettext("op tijd na uitstel") if clock.term is TermKind.FURTHER else gettext("op tijd")
    return in_time if clock.status is AddresseeStatus.ANSWERED else f"{word}, {in_time}"


def _ticks(began_on: date | None, timing: Timing, terms: Mapping[TermKind, date], scale: _Scale) -> tuple[Tick, ...]:
    if began_on is None:
        return ()
    days: list[tuple[date, str]] = [(began_on, gettext("ingezonden"))]
    if TermKind.FIRST in terms:
        days.append((terms[TermKind.FIRST], gettext("einde termijn")))
    if TermKind.FURTHER in terms:
        days.append((terms[TermKind.FURTHER], gettext("einde tweede termijn")))
    if any(clock.status in WAITING for clock in timing.clocks) and not scale.ends_before(timing.today):
        days.append((timing.today, gettext("laatst bekend")))
    placed = [(scale.place(day), word, day) for day, word in days]
    return tuple(Tick(at=at, word=word, day=day) for at, word, day in placed if at is not None)
