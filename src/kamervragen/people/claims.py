"""The rows of the authority file as they were handed in, each with its key: the same row again is the same claim.

What is told by several rows, such as which party a seat belongs to, is put together by `assemble`, so that files may come in any
order.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Final

from kamervragen.terms import Role

# The origins of claims, the most trusted first: what somebody wrote by hand corrects what was fetched.
BY_HAND: Final = "csv"
CHAMBER: Final = "tk"
OPENKAMER: Final = "openkamer"
ORIGINS: Final = (BY_HAND, CHAMBER, OPENKAMER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What every row has.

    Args:
        key: the origin, a colon, and what tells the row from all others of that origin.
        source: where it was read, for people to see.
        reach: the group of rows that were made together; "" for rows that are kept up to date by hand.
        seen_on: a day on which rows of that group were still changed: so far they can speak of what has not ended.
    """

    key: str
    source: str
    reach: str = ""
    seen_on: date | None = None

    @property
    def origin(self) -> str:
        """Who says so: one of `ORIGINS`."""
        return self.key.partition(":")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameClaim(Claim):
    """That a person has a name.

    Args:
        aliases: whole printed forms.
        same_as: the key under which another origin has this person, it says; "" where it does not say.
    """

    person: str
    family: str
    prefix: str = ""
    first_name: str = ""
    initials: str = ""
    aliases: tuple[str, ...] = ()
    same_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyClaim(Claim):
    """That a party in the Chamber has a short name."""

    party: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatClaim(Claim):
    """That a seat belongs to a party."""

    seat: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingClaim(Claim):
    """That a person has a seat: of a party by name, or by the key of the seat; "" where neither is said."""

    person: str
    party_name: str = ""
    seat: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TenureClaim(Claim):
    """That a person holds an office."""

    person: str
    role: Role
    portfolio: str | None
    first: date | None = None
    last: date | None = None


_KINDS: Final[Mapping[str, type[Claim]]] = {
    "name": NameClaim,
    "party": PartyClaim,
    "seat": SeatClaim,
    "holding": HoldingClaim,
    "tenure": TenureClaim,
}
_FIELDS: Final = {word: tuple(each.name for each in fields(kind)) for word, kind in _KINDS.items()}
_DAYS: Final = frozenset({"seen_on", "first", "last"})


def kind_of(claim: Claim) -> str:
    """The word by which the store knows this kind of claim."""
    return next(word for word, kind in _KINDS.items() if type(claim) is kind)


def find_disputed(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The keys under which claims of one day say different things, so that no day tells which of them holds."""
    first: dict[tuple[str, date | None], Claim] = {}
    disputed: dict[str, None] = {}
    for claim in claims:
        before = first.setdefault((claim.key, claim.seen_on), claim)
        if replace(before, source=claim.source) != claim:
            disputed[claim.key] = None
    return tuple(disputed)


def to_json(claim: Claim) -> str:
    """The claim as a JSON object in which equal claims are equal."""
    return json.dumps(asdict(claim), default=date.isoformat, ensure_ascii=False, sort_keys=True)


def from_json(kind: str, packed: str) -> Claim:
    """The claim that `to_json` wrote."""
    values = json.loads(packed)
    return _KINDS[kind](**{name: _value(name, values[name]) for name in _FIELDS[kind]})  # type: ignore[arg-type]


def _value(name: str, value: object) -> object:
    if name in _DAYS:
        return date.fromisoformat(str(value)) if value else None
    if isinstance(value, list):
        return tuple(map(str, value))
    return Role(str(value)) if name == "role" else value
