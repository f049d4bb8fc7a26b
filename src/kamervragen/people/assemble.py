"""Claims → persons: names, seats and offices that came in separate rows, put together by their keys."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from kamervragen.authorities import Period
from kamervragen.people.claims import (
    BY_HAND,
    CHAMBER,
    OPENKAMER,
    ORIGINS,
    Claim,
    HoldingClaim,
    NameClaim,
    PartyClaim,
    SeatClaim,
    TenureClaim,
)
from kamervragen.people.clusters import contradict
from kamervragen.people.names import read_form
from kamervragen.people.records import Person, PersonName, Seat, Tenure


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """The persons, and what could not be put together yet.

    Args:
        persons: sorted by key.
        n_nameless: seats and offices of persons whose name is not there.
        n_namesakes: names that are said to be of a person who has a name that contradicts them; they stay apart.
        n_without_party: seats of which no row says the party.
    """

    persons: tuple[Person, ...]
    n_nameless: int
    n_namesakes: int
    n_without_party: int


_C = TypeVar("_C", bound=Claim)


def assemble(claims: Iterable[Claim]) -> Assembly:
    """The persons that these claims tell of, whatever order they come in."""
    ordered = sorted(claims, key=lambda each: (ORIGINS.index(each.origin), each.key))
    names = _of(ordered, NameClaim)
    keys = _join_keys(names)
    gathered = _group((keys.get(each.person, each.person), each) for each in names)
    joined = _Joined(ordered)
    seats = _group((keys.get(each.person, each.person), each) for each in _of(ordered, HoldingClaim))
    tenures = _group((keys.get(each.person, each.person), each) for each in _of(ordered, TenureClaim))
    persons = tuple(joined.make(key, gathered[key], seats[key], tenures[key]) for key in sorted(gathered))
    return Assembly(
        persons=persons,
        n_nameless=sum(len(each) for table in (seats, tenures) for key, each in table.items() if key not in gathered),
        n_namesakes=sum(bool(each.same_as) and each.person not in keys for each in names),
        n_without_party=Counter(bool(each.party) for person in persons for each in person.seats)[False],
    )


def _of(claims: Iterable[Claim], kind: type[_C]) -> list[_C]:
    return [each for each in claims if isinstance(each, kind)]


def _join_keys(names: Iterable[NameClaim]) -> Mapping[str, str]:
    """The key under which persons of one origin are known in another, where no two names under it contradict each other."""
    under = _group((each.same_as or each.person, each) for each in names)
    agreed = (each for each in under.values() if not _is_contradicted([_name(claim) for claim in each]))
    return {claim.person: claim.same_as for claims in agreed for claim in claims if claim.same_as}


def _is_contradicted(names: list[PersonName]) -> bool:
    different = dict.fromkeys(each.printed for each in names)
    forms = [read_form(each) for each in different] if len(different) > 1 else []
    return any(contradict(one, other) for place, one in enumerate(forms) for other in forms[place + 1 :])


def _group(pairs: "Iterable[tuple[str, _C]]") -> "defaultdict[str, list[_C]]":
    grouped: defaultdict[str, list[_C]] = defaultdict(list)
    for key, claim in pairs:
        grouped[key].append(claim)
    return grouped


class _Joined:
    """What the rows about parties, seats and their own day say about other rows."""

    def __init__(self, claims: list[Claim]) -> None:
        self._parties = {each.party: each.name for each in _of(claims, PartyClaim)}
        self._seats = {each.seat: each.party for each in _of(claims, SeatClaim)}
        self._reach: dict[str, date] = {}
        for each in claims:
            if each.seen_on:
                self._reach[each.reach] = max(each.seen_on, self._reach.get(each.reach, each.seen_on))

    def make(self, key: str, names: list[NameClaim], seats: Iterable[HoldingClaim], tenures: Iterable[TenureClaim]) -> Person:
        """One person."""
        made = {name.printed: name for name in map(_name, reversed(names))}
        return Person(
            key=key,
            names=tuple(reversed(made.values())),
            aliases=tuple(dict.fromkeys(alias for each in names for alias in each.aliases)),
            seats=tuple(sorted(dict.fromkeys(map(self._seat, _best(seats))), key=_by_first_day)),
            tenures=tuple(sorted(dict.fromkeys(map(self._tenure, tenures)), key=_by_first_day)),
        )

    def _seat(self, claim: HoldingClaim) -> Seat:
        party = claim.party_name or self._parties.get(self._seats.get(claim.seat, ""), "")
        period = Period(first=claim.first, last=claim.last)
        return Seat(party=party, period=period, known_until=self._known_until(claim), source=claim.source)

    def _tenure(self, claim: TenureClaim) -> Tenure:
        return Tenure(
            role=claim.role,
            portfolio=claim.portfolio,
            period=Period(first=claim.first, last=claim.last),
            known_until=self._known_until(claim),
            source=claim.source,
        )

    def _known_until(self, claim: HoldingClaim | TenureClaim) -> date | None:
        """How far the list of a row reaches; one that names no day reaches no further than the row's own days."""
        return self._reach.get(claim.reach, claim.last or claim.first) if claim.reach else None


def _name(claim: NameClaim) -> PersonName:
    return PersonName(
        family=claim.family,
        prefix=claim.prefix,
        first_name=claim.first_name,
        initials=claim.initials,
        source=claim.source,
    )


def _best(seats: Iterable[HoldingClaim]) -> list[HoldingClaim]:
    """Rows by hand, and of the two fetched lists the Chamber's own where it has the person: they tell of the same seats."""
    several = list(seats)
    fetched = CHAMBER if any(each.origin == CHAMBER for each in several) else OPENKAMER
    return [each for each in several if each.origin in (BY_HAND, fetched)]


def _by_first_day(term: Seat | Tenure) -> tuple[date, date, str]:
    what = term.party if isinstance(term, Seat) else f"{term.role} {term.portfolio}"
    return (term.period.first or date.min, term.period.last or date.max, what)
