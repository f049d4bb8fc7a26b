"""One addressee today: what is known of it, and the status that follows."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kamervragen.dossiers import Document
from kamervragen.terms import AddresseeStatus, Chamber, DossierPart, TermKind
from kamervragen.track.days import Days
from kamervragen.track.placing import Placed, Reply

_LATER = (DossierPart.SUPPLEMENT, DossierPart.CORRECTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What holds for all addressees of a dossier.

    Args:
        today: the day on which the status is told.
        filed_on: the day of filing; None when no publication prints a day that exists.
        is_disputed: whether the publications print different days of filing.
        chamber: whose member asks; None when nothing says.
        is_oral: whether the questions were put aloud, so that no term of written questions holds.
        days: the last days of the terms.
        withdrawals: what says that the questions were withdrawn.
        n_unread: publications that are cited and not read.
    """

    today: date
    filed_on: date | None
    is_disputed: bool
    chamber: Chamber | None
    is_oral: bool
    days: Days
    withdrawals: tuple[Document, ...]
    n_unread: int


class Standing:
    """An addressee's place in a frame, and every fact that follows from both, each worked out once.

    Args:
        frame: what holds for the dossier.
        placed: what the dossier holds for the addressee.
    """

    def __init__(self, frame: Frame, placed: Placed) -> None:
        self.frame, self.placed = frame, placed

    @cached_property
    def firsts(self) -> tuple[Reply, ...]:
        """The replies, without what only supplements or corrects another."""
        return tuple(each for each in self.placed.replies if each.part not in _LATER)

    @cached_property
    def reply(self) -> Reply | None:
        """The first reply; a supplement or correction where that is all there is."""
        return next(iter((*self.firsts, *self.placed.replies)), None)

    @property
    def is_partly_read(self) -> bool:
        """Whether only a supplement or correction was read, and not what it adds to."""
        return bool(self.placed.replies) and not self.firsts

    @cached_property
    def answered_on(self) -> date | None:
        """The day of the first reply."""
        return self.firsts[0].document.parsed.answered_on if self.firsts else None

    @cached_property
    def is_before_filing(self) -> bool:
        """Whether the first reply is dated before its question."""
        return bool(self.answered_on and self.frame.filed_on and self.answered_on < self.frame.filed_on)

    @cached_property
    def notices(self) -> tuple[Document, ...]:
        """The notices of delay that came before the first reply, or on its day."""
        return tuple(each for each in self.placed.notices if not _is_after(each.parsed.answered_on, self.answered_on))

    @cached_property
    def postponed_on(self) -> date | None:
        """The day of the first notice of delay."""
        return next((each.parsed.answered_on for each in self.placed.notices), None)

    @cached_property
    def due_on(self) -> date | None:
        """The last day on which an answer is, or was, in time."""
        return self.frame.days.further_on if self.notices or self.is_maybe_postponed else self.frame.days.first_on

    @cached_property
    def is_maybe_postponed(self) -> bool:
        """Whether there is no answer, and a notice of another may be for this addressee too."""
        return bool(self.placed.doubtful_notices) and not self.placed.notices and not self.placed.replies

    @cached_property
    def term(self) -> TermKind | None:
        """The term of which `due_on` is the last day."""
        if self.due_on is None:
            return None
        return TermKind.FIRST if self.due_on == self.frame.days.first_on else TermKind.FURTHER

    @cached_property
    def until_on(self) -> date | None:
        """The day that waiting is counted to: of the first reply, of the withdrawal, or today."""
        if self.placed.replies:
            return self.answered_on
        return self.withdrawn_on if self.frame.withdrawals else self.frame.today

    @cached_property
    def withdrawn_on(self) -> date | None:
        """The day on which the questions were withdrawn."""
        return next((each.parsed.answered_on for each in self.frame.withdrawals), None)

    @cached_property
    def n_days(self) -> int | None:
        """From filing to `until_on`; None where a day is missing, or both stand in the wrong order."""
        n_days = _count(self.frame.filed_on, self.until_on)
        return n_days if n_days is not None and n_days >= 0 else None

    @cached_property
    def n_after_due(self) -> int | None:
        """From `due_on` to `until_on`, as it is printed; 0 in time; None where a day is missing."""
        n_days = _count(self.due_on, self.until_on)
        return None if n_days is None or self.is_before_filing else max(n_days, 0)

    @cached_property
    def is_doubtful(self) -> bool:
        """Whether something not read, not dated or not clear may have come in time, or have moved the term."""
        is_undated = any(each.document.parsed.answered_on is None for each in self.firsts)
        is_unclear = self.placed.replies and self.placed.doubtful_notices and not self.notices
        return bool(self.frame.n_unread or is_undated or is_unclear)

    @cached_property
    def n_days_late(self) -> int | None:
        """Days after `due_on`; 0 in time; None where that cannot be said."""
        if self.status in (AddresseeStatus.UNKNOWN, AddresseeStatus.WITHDRAWN):
            return None
        return None if self.n_after_due and self.is_doubtful else self.n_after_due

    @cached_property
    def status(self) -> AddresseeStatus:
        """What the addressee is today."""
        if self.reply:
            return self.reply.mode
        if self.frame.withdrawals:
            return AddresseeStatus.WITHDRAWN
        if self.frame.n_unread or self.placed.doubtful_replies:
            return AddresseeStatus.UNKNOWN
        return self._waiting()

    def _waiting(self) -> AddresseeStatus:
        if self.n_after_due:
            return AddresseeStatus.OVERDUE
        if self.is_maybe_postponed:
            return AddresseeStatus.UNKNOWN
        return AddresseeStatus.POSTPONED if self.notices else AddresseeStatus.OPEN


def _is_after(one: date | None, other: date | None) -> bool:
    return bool(one and other and one > other)


def _count(start: date | None, end: date | None) -> int | None:
    return (end - start).days if start and end else None
