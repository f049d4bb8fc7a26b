"""Persons over time: their names, the parties they sat for, the offices they held, each with its period and its source."""

from dataclasses import dataclass
from datetime import date

from kamervragen.authorities import Period
from kamervragen.terms import Certainty, NameEvidence, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """One name of a person, in its parts; "" where a part is not known.

    Args:
        family: the surname without the words before it; a double surname with its hyphen.
        prefix: the words before it: `van der`.
        first_name: the name by which the person goes.
        initials: as printed: `J.J.`.
        source: where it was read.
    """

    family: str
    prefix: str = ""
    first_name: str = ""
    initials: str = ""
    source: str = ""

    @property
    def surname(self) -> str:
        """The surname with the words before it: `van der Wulp`."""
        return f"{self.prefix} {self.family}".strip()

    @property
    def printed(self) -> str:
        """As the Chamber prints it: `Jos van Raaf (J.J.)`; `J.J. van Raaf` without first name."""
        if not self.first_name:
            return f"{self.initials} {self.surname}".strip()
        initials = f" ({self.initials})" if self.initials else ""
        return f"{self.first_name} {self.surname}{initials}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A period of which the end may not be known yet.

    Args:
        period: the days, both included; None where a side is open or unknown.
        known_until: the day up to which its source can speak of anything that lasts or begins; None when it is kept up to date.
    """

    period: Period
    known_until: date | None = None

    def is_silent_on(self, day: date) -> bool:
        """Whether the source does not reach to a day."""
        return self.known_until is not None and day > self.known_until

    def is_on(self, day: date) -> bool | None:
        """Whether it is held on a day; None when the source does not say."""
        if not self.period.is_on(day):
            return False
        is_open = self.period.last is None
        return None if (is_open and self.is_silent_on(day)) or self.period.first is None else True


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat(Term):
    """A seat in the Chamber for a party, named as the source does."""

    party: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure(Term):
    """An office held. `portfolio` is None for the minister-president."""

    role: Role
    portfolio: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person.

    Args:
        key: of the authority file: the Chamber's own identifier where there is one.
        names: the usual one first.
        aliases: other printed forms, whole.
        seats, tenures: by their first day.
    """

    key: str
    names: tuple[PersonName, ...]
    aliases: tuple[str, ...] = ()
    seats: tuple[Seat, ...] = ()
    tenures: tuple[Tenure, ...] = ()

    @property
    def name(self) -> str:
        """The usual name: `Jos van Raaf (J.J.)`."""
        return self.names[0].printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A person who may be meant by a printed name.

    Args:
        person: who.
        evidence: what speaks for it; OTHER_PARTY and NOT_THEN speak against it.
        certainty: GUESS where something speaks against it, or where the name is a misprint of this person's.
    """

    person: Person
    evidence: tuple[NameEvidence, ...]
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Identification:
    """Who is meant by a printed name; the printed form stays what the document says.

    Args:
        printed: the name as printed.
        person: the one person meant; None when nobody is known, when several may be meant, or when it is only a suggestion.
        candidates: who may be meant, the likeliest first; the one person, when there is one.
    """

    printed: str
    person: Person | None
    candidates: tuple[Candidate, ...]

    @property
    def is_ambiguous(self) -> bool:
        """Whether the name fits several people equally."""
        return self.person is None and len(self.candidates) > 1
