"""What is counted of all filings together: how many, how long one waits, how often in time or postponed, how large series are.

One pass over plain records; nothing is kept of a filing but the counts it adds to. What cannot be known is counted as such and
never as an answer, a delay or being late:

- Of an addressee it may be unknown whether he answered, because something that a heading cites is not in the record. He is known
  to have waited until the last day on which there was no answer yet: that of his notice of delay, else that of filing (no days).
- Who has no answer in the record is known to have waited until the last day that the record knows of, not until today.
- A filing without day, or an answer before its questions, or after the last day that the record knows of, gives no wait.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import NamedTuple, TypeVar

from kamervragen.track.survival import Curve, Wait, estimate

_Name = TypeVar("_Name", int, str)


class Addressed(NamedTuple):
    """An office to which a filing is addressed, and what is known of its answer.

    Args:
        ministry: the code of its ministry; None where no table knows it.
        due_on: the last day of the first term; None where there is none.
        answered_on: the day of its first answer.
        postponed_on: the day of its first notice of delay in the record.
        withdrawn_on: the day on which the questions were withdrawn.
        is_unknown: whether something that is cited and not read may be its answer.
    """

    ministry: str | None
    due_on: date | None
    answered_on: date | None = None
    postponed_on: date | None = None
    withdrawn_on: date | None = None
    is_unknown: bool = False


class Filed(NamedTuple):
    """A filing.

    Args:
        submitted_on: the day of filing; None where none is printed.
        parties: those of the members who ask, each once.
        addressees: the offices that are asked.
        n_unread: publications that headings of its dossier cite and that are not in the record.
    """

    submitted_on: date | None
    parties: tuple[str, ...]
    addressees: tuple[Addressed, ...]
    n_unread: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The addressees of some filings, counted.

    Args:
        n_filings: how many filings.
        n_addressees: how many addressees these have.
        n_answered: of how many the answer is in the record.
        n_unknown: of how many it cannot be said whether they answered.
        n_odd: answers before their questions or after the last day that the record knows of; not in `curve`.
        n_due: how many had a first term that is over, and are neither unknown nor withdrawn within it.
        n_in_time: of these, how many answered within it.
        n_postponed: of these, of how many a notice of delay is in the record.
        n_perhaps_postponed: of these, how many others may have sent one: something that is cited is not in the record.
        curve: how long they wait.
    """

    n_filings: int
    n_addressees: int
    n_answered: int
    n_unknown: int
    n_odd: int
    n_due: int
    n_in_time: int
    n_postponed: int
    n_perhaps_postponed: int
    curve: Curve


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesFigures:
    """The filings with two or more addressees, of which each either answered or is known not to have.

    Args:
        n_series: how many filings have two or more addressees.
        n_unclear: how many of them have an addressee of whom it cannot be said, and are not in the curves.
        first: from filing to the first answer.
        last: from filing to the last answer, which there is when nobody is waited for any more.
        between: from the first answer to the last.
    """

    n_series: int
    n_unclear: int
    first: Curve
    last: Curve
    between: Curve


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All that is counted.

    Args:
        until: the last day that the record knows of.
        n_undated: filings without day, of which no wait is counted.
        total: all filings.
        years: those of each calendar year of filing, the first first.
        ministries: those that ask each ministry, by code; of these only its own addressees count.
        parties: those in which a member of each party asks.
        sizes: how many filings have so many addressees, by that number; 0 where none is printed.
        series: first and last answers.
    """

    until: date
    n_undated: int
    total: Group
    years: tuple[tuple[int, Group], ...]
    ministries: tuple[tuple[str, Group], ...]
    parties: tuple[tuple[str, Group], ...]
    sizes: tuple[tuple[int, int], ...]
    series: SeriesFigures


def observe(submitted_on: date, addressed: Addressed, until: date) -> Wait | None:
    """How long an addressee is known to have waited; None when the days cannot be right.

    Args:
        submitted_on: the day of filing.
        addressed: the addressee.
        until: the last day that the record knows of.
    """
    end = _end(submitted_on, addressed, until)
    is_odd = not submitted_on <= end <= until
    return None if is_odd else Wait((end - submitted_on).days, addressed.answered_on is not None)


def _end(submitted_on: date, addressed: Addressed, until: date) -> date:
    """The day of the answer, else the last on which it is known that there was none."""
    if addressed.answered_on:
        return addressed.answered_on
    if addressed.withdrawn_on:
        return addressed.withdrawn_on
    return (addressed.postponed_on or submitted_on) if addressed.is_unknown else until


def is_due(submitted_on: date | None, addressed: Addressed, until: date) -> bool:
    """Whether it can be said that an addressee answered within his first term, or did not: it is over, and nothing is unknown."""
    wait = observe(submitted_on, addressed, until) if submitted_on else None
    return wait is not None and _is_due(addressed, until)


def _is_due(addressed: Addressed, until: date) -> bool:
    """The same of one whose days can be right."""
    due_on, withdrawn_on = addressed.due_on, addressed.withdrawn_on
    if due_on is None or addressed.is_unknown or due_on >= until:
        return False
    return withdrawn_on is None or withdrawn_on > due_on


class _Mark(NamedTuple):
    """What an addressee adds to each group in which it counts. There are few different ones: they are counted, then added up."""

    wait: Wait | None
    is_answered: bool
    is_unknown: bool
    is_odd: bool
    is_due: bool
    is_in_time: bool
    is_postponed: bool
    is_perhaps_postponed: bool


def _mark(filed: Filed, addressed: Addressed, until: date) -> _Mark:
    wait = observe(filed.submitted_on, addressed, until) if filed.submitted_on else None
    is_counted = wait is not None and _is_due(addressed, until)
    answered_on, due_on = addressed.answered_on, addressed.due_on
    return _Mark(
        wait=wait,
        is_answered=answered_on is not None,
        is_unknown=addressed.is_unknown,
        is_odd=filed.submitted_on is not None and wait is None,
        is_due=is_counted,
        is_in_time=bool(is_counted and answered_on and due_on and answered_on <= due_on),
        is_postponed=is_counted and addressed.postponed_on is not None,
        is_perhaps_postponed=is_counted and addressed.postponed_on is None and filed.n_unread > 0,
    )


@dataclass(slots=True)
class _Tally:
    """The counts of a group while it grows."""

    n_filings: int = 0
    marks: Counter[_Mark] = field(default_factory=Counter)

    def add(self, marks: Iterable[_Mark]) -> None:
        """Count a filing, with these of its addressees."""
        self.n_filings += 1
        for each in marks:
            self.marks[each] += 1

    def close(self) -> Group:
        """The group, all counted."""
        marks = self.marks.items()
        waits = Counter[Wait]()
        for each, n in marks:
            if each.wait:
                waits[each.wait] += n
        return Group(
            n_filings=self.n_filings,
            n_addressees=self.marks.total(),
            n_answered=sum(n for each, n in marks if each.is_answered),
            n_unknown=sum(n for each, n in marks if each.is_unknown),
            n_odd=sum(n for each, n in marks if each.is_odd),
            n_due=sum(n for each, n in marks if each.is_due),
            n_in_time=sum(n for each, n in marks if each.is_in_time),
            n_postponed=sum(n for each, n in marks if each.is_postponed),
            n_perhaps_postponed=sum(n for each, n in marks if each.is_perhaps_postponed),
            curve=estimate(waits),
        )


@dataclass(slots=True)
class _SeriesTally:
    """The counts of series while they grow."""

    n_series: int = 0
    n_unclear: int = 0
    first: Counter[Wait] = field(default_factory=Counter)
    last: Counter[Wait] = field(default_factory=Counter)
    between: Counter[Wait] = field(default_factory=Counter)

    def add(self, filed: Filed, until: date) -> None:
        """Count a filing, if it is a series."""
        if len(filed.addressees) < 2:
            return
        self.n_series += 1
        waits = list(_observe_all(filed, until))
        if any(each.is_unknown for each in filed.addressees) or not waits or None in waits:
            self.n_unclear += 1
            return
        self._add_waits([wait for wait in waits if wait])

    def _add_waits(self, waits: list[Wait]) -> None:
        answers = [each.n_days for each in waits if each.is_answered]
        last = Wait(max(each.n_days for each in waits), all(each.is_answered for each in waits))
        first = Wait(min(answers), True) if answers else Wait(last.n_days, False)
        self.first[first] += 1
        self.last[last] += 1
        if answers:
            self.between[Wait(last.n_days - first.n_days, last.is_answered)] += 1

    def close(self) -> SeriesFigures:
        """The figures, all counted."""
        return SeriesFigures(
            n_series=self.n_series,
            n_unclear=self.n_unclear,
            first=estimate(self.first),
            last=estimate(self.last),
            between=estimate(self.between),
        )


def _observe_all(filed: Filed, until: date) -> Iterator[Wait | None]:
    """The waits of a filing's addressees but those who need not answer any more."""
    for each in filed.addressees:
        if each.answered_on or not each.withdrawn_on:
            yield observe(filed.submitted_on, each, until) if filed.submitted_on else None


@dataclass(slots=True)
class _Count:
    """All counts while they grow."""

    until: date
    ministry: str | None
    n_undated: int = 0
    total: _Tally = field(default_factory=_Tally)
    series: _SeriesTally = field(default_factory=_SeriesTally)
    sizes: Counter[int] = field(default_factory=Counter)
    years: dict[int, _Tally] = field(default_factory=lambda: defaultdict(_Tally))
    ministries: dict[str, _Tally] = field(default_factory=lambda: defaultdict(_Tally))
    parties: dict[str, _Tally] = field(default_factory=lambda: defaultdict(_Tally))

    def add(self, filed: Filed) -> None:
        """Count a filing."""
        self.series.add(filed, self.until)
        self.sizes[len(filed.addressees)] += 1
        self.n_undated += filed.submitted_on is None
        marks = defaultdict[str | None, list[_Mark]](list)
        for each in filed.addressees:
            if self.ministry is None or each.ministry == self.ministry:
                marks[each.ministry].append(_mark(filed, each, self.until))
        for tally in self._groups_of(filed):
            tally.add(chain.from_iterable(marks.values()))
        for code, of_ministry in marks.items():
            if code is not None:
                self.ministries[code].add(of_ministry)

    def _groups_of(self, filed: Filed) -> Iterator[_Tally]:
        yield self.total
        if filed.submitted_on:
            yield self.years[filed.submitted_on.year]
        yield from (self.parties[party] for party in filed.parties)


def count(filings: Iterable[Filed], until: date, ministry: str | None = None) -> Figures:
    """All figures of some filings.

    Args:
        filings: with all their addressees.
        until: the last day that the record knows of.
        ministry: of which ministry alone addressees count; series are counted whole. None for all.
    """
    counts = _Count(until=until, ministry=ministry)
    for filed in filings:
        counts.add(filed)
    return Figures(
        until=until,
        n_undated=counts.n_undated,
        total=counts.total.close(),
        years=_close(counts.years),
        ministries=_close(counts.ministries),
        parties=_close(counts.parties),
        sizes=tuple(sorted(counts.sizes.items())),
        series=counts.series.close(),
    )


def _close(tallies: Mapping[_Name, _Tally]) -> tuple[tuple[_Name, Group], ...]:
    return tuple((name, tallies[name].close()) for name in sorted(tallies))
