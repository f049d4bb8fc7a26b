"""The records of time: what `track` says of a dossier, and what the store, the pages and the command line show.

Dossier, today → Timing (a Clock per addressee, the state of the whole). Every day that is named is explained in a sentence.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from kamervragen.dossiers import Office
from kamervragen.terms import AddresseeStatus, Chamber, DossierStatus, TermKind

ANSWERED: Final = (AddresseeStatus.ANSWERED, AddresseeStatus.ANSWERED_JOINTLY, AddresseeStatus.ANSWERED_BY_ANOTHER)
"""Where an addressee stands for whom an answer was read."""

WAITING: Final = (AddresseeStatus.OPEN, AddresseeStatus.POSTPONED, AddresseeStatus.OVERDUE)
"""Where one stands whose answer is waited for: what holds today need not hold tomorrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of the procedure about time, as data.

    Args:
        kind: which term it sets.
        n_days: calendar days from the day it counts from; None where there is no term (Eerste Kamer).
        chamber: whose members ask.
        from_on, until_on: the days on which it holds, both included; None is without end.
        is_practice: whether it is practice and no written rule.
        source: where the rule is written, in Dutch words a citizen can look up.
    """

    kind: TermKind
    n_days: int | None
    chamber: Chamber
    from_on: date | None
    until_on: date | None
    is_practice: bool
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Where one addressee of a filing stands today.

    Args:
        office: the addressee as printed.
        status: what it is today.
        due_on: the last day of the term that runs or ran; None where no term is known (Eerste Kamer, no day of filing).
        term: which term that is; None with `due_on`.
        answered_on: the day the first reply was received (or dated); None while there is none in the record.
        postponed_on: the day of the first notice of delay; None without one.
        n_days: from filing to the first reply; while there is none, from filing to today; None without a day of filing.
        n_days_late: days after `due_on`, of the reply or of today; 0 in time; None where that cannot be said.
        by: keys of the publications that say so: replies, notices, withdrawals.
        answered_by: who answered, as printed, when that is another office or several together; () otherwise.
        reason: one plain Dutch sentence that a citizen understands: which rule, which day, why this status.
    """

    office: Office
    status: AddresseeStatus
    due_on: date | None
    term: TermKind | None
    answered_on: date | None
    postponed_on: date | None
    n_days: int | None
    n_days_late: int | None
    by: tuple[str, ...] = ()
    answered_by: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Where a dossier stands today.

    Args:
        key: the dossier's.
        today: the day this is said on.
        status: of the whole.
        clocks: one for each addressee, in printed order.
        sentence: one plain Dutch sentence with its coverage: `10 van de 12 gelezen; niet in het bestand: …`.
        n_unread: publications that headings cite and the record does not hold: while there are any, nobody is called late.
    """

    key: str
    today: date
    status: DossierStatus
    clocks: tuple[Clock, ...]
    sentence: str
    n_unread: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """A change of where an addressee stands.

    Args:
        key: the dossier's.
        addressee: the office as printed, in Dutch words.
        before: the status before; None for the first.
        after: the status since.
        reason: the sentence of the clock.
        on: the day it is noted for.
    """

    key: str
    addressee: str
    before: AddresseeStatus | None
    after: AddresseeStatus
    reason: str
    on: date
