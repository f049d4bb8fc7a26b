"""Who is meant by a member's printed name: the persons of the authority file, with their parties, offices and other spellings."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from kamervragen.people.match import People
from kamervragen.people.names import read_form
from kamervragen.people.records import Candidate, Identification, Person, Seat, Tenure, Term
from kamervragen.people.weighing import weigh_name
from kamervragen.site.members import Named, Register
from kamervragen.site.words import NAME_EVIDENCE_WORDS
from kamervragen.store.people import list_asked_on, load_people
from kamervragen.terms import Certainty, NameEvidence

_BEYOND_SURNAME: Final = frozenset(NameEvidence) - {
    NameEvidence.SURNAME,
    NameEvidence.MISPRINT,
    NameEvidence.OTHER_PARTY,
    NameEvidence.NOT_THEN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLine:
    """A seat or an office in a list.

    Args:
        what: the party in the words of the source, or the office; None for a seat whose party no row says.
        first, last: the days, both included; None where a side is open or unknown.
        known_until: of what has no last day, the day up to which the source can speak; None when it is kept up to date.
        source: where it was read.
    """

    what: str | None
    first: date | None
    last: date | None
    known_until: date | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSpelling:
    """A printed name under which the same person asks, and its place in addresses."""

    name: str
    slug: str
    n_publications: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """A person who is meant by a printed name.

    Args:
        key: of the authority file.
        name: the usual name.
        n_publications: in how many publications the printed name is this person's.
        certainty: the least sure of these.
        evidence: what speaks for it in one of them at least.
        names: the names and spellings that the authority file has.
        spellings: other printed names in the record that are this person's too.
        seats, offices: by their first day.
    """

    key: str
    name: str
    n_publications: int
    certainty: Certainty
    evidence: tuple[NameEvidence, ...]
    names: tuple[str, ...]
    spellings: tuple[OtherSpelling, ...]
    seats: tuple[TermLine, ...]
    offices: tuple[TermLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """A person who may be meant, and the place in addresses of the name under which the person asks most; "" without one."""

    name: str
    slug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Publications in which it is not said who is meant.

    Args:
        n_publications: how many.
        may_be: the persons whom the name fits, or of whose name it may be a misprint; () when nobody is known.
        evidence: what speaks for and against.
    """

    n_publications: int
    may_be: tuple[Suggested, ...]
    evidence: tuple[NameEvidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoIs:
    """Who is meant by a printed name.

    Args:
        persons: those who certainly or likely are, who asks most first.
        doubts: the other publications, most first.
    """

    persons: tuple[PersonCard, ...]
    doubts: tuple[Doubt, ...]


class _Doubted(NamedTuple):
    """Who may be meant, by key, and what speaks for and against it."""

    keys: tuple[str, ...]
    evidence: tuple[NameEvidence, ...]


def find_who(named: Named, register: Register) -> WhoIs | None:
    """Who is meant by a printed name in each publication; None when there is no authority file."""
    people = load_people()
    if not people.persons:
        return None
    found = _identify(people, named.printed_names)
    meant: dict[Person, list[tuple[Identification, int]]] = defaultdict(list)
    doubts = Counter[_Doubted]()
    for each, n in found:
        if each.person:
            meant[each.person].append((each, n))
        else:
            doubts[_doubt_of(each)] += n
    cards = (_card(people, person, each, _other_spellings(people, person, named, register)) for person, each in meant.items())
    return WhoIs(
        persons=tuple(sorted(cards, key=lambda card: (-card.n_publications, card.name))),
        doubts=tuple(_doubt(people, doubted, n, named, register) for doubted, n in doubts.most_common()),
    )


def _identify(people: People, names: Iterable[str]) -> list[tuple[Identification, int]]:
    """Who is meant in the publications that print these names, and in how many of each kind."""
    return [(row.identify(people), row.n_publications) for row in list_asked_on(names)]


def _doubt_of(found: Identification) -> _Doubted:
    """Who may be meant; who has nothing in common with the printed name but the surname is not named in public."""
    told = [each for each in found.candidates if _BEYOND_SURNAME & set(each.evidence)]
    return _Doubted(tuple(each.person.key for each in told), _join_evidence(told))


def _doubt(people: People, doubted: _Doubted, n: int, named: Named, register: Register) -> Doubt:
    may_be = [person for key in doubted.keys if (person := people.find(key))]
    suggested = (
        Suggested(name=person.name, slug=_most_asking(_other_spellings(people, person, named, register))) for person in may_be
    )
    return Doubt(n_publications=n, may_be=tuple(suggested), evidence=doubted.evidence)


def _most_asking(spellings: tuple[OtherSpelling, ...]) -> str:
    return max(spellings, key=lambda each: (each.n_publications, each.slug)).slug if spellings else ""


def _join_evidence(candidates: Iterable[Candidate]) -> tuple[NameEvidence, ...]:
    seen = {evidence for each in candidates for evidence in each.evidence}
    return tuple(evidence for evidence in NAME_EVIDENCE_WORDS if evidence in seen)


def _card(
    people: People, person: Person, found: list[tuple[Identification, int]], spellings: tuple[OtherSpelling, ...]
) -> PersonCard:
    certainties = {each.candidates[0].certainty for each, _ in found}
    return PersonCard(
        key=person.key,
        name=person.name,
        n_publications=sum(n for _, n in found),
        certainty=Certainty.LIKELY if Certainty.LIKELY in certainties else Certainty.CERTAIN,
        evidence=_join_evidence(each.candidates[0] for each, _ in found),
        names=(*(each.printed for each in person.names), *person.aliases),
        spellings=spellings,
        seats=tuple(_line(each.party or None, each) for each in person.seats),
        offices=tuple(_line(people.name_office(each), each) for each in person.tenures),
    )


def _line(what: str | None, term: Seat | Tenure) -> TermLine:
    return TermLine(
        what=what,
        first=term.period.first,
        last=term.period.last,
        known_until=_shown_reach(term),
        source=term.source,
    )


def _shown_reach(term: Term) -> date | None:
    return term.known_until if term.period.last is None else None


def _other_spellings(people: People, person: Person, here: Named, register: Register) -> tuple[OtherSpelling, ...]:
    """The other printed names of the record that are a person's in some of their publications."""
    slugs = (slug for slug, names in register.member_names.items() if slug != here.slug and _may_name(names, person))
    may_be = (register.members[slug] for slug in slugs)
    counted = {each: _count_meant(people, person, each) for each in may_be}
    return tuple(OtherSpelling(name=each.name, slug=each.slug, n_publications=n) for each, n in counted.items() if n)


def _may_name(names: Iterable[str], person: Person) -> bool:
    return any(weigh_name(read_form(name), person) for name in names)


def _count_meant(people: People, person: Person, named: Named) -> int:
    return sum(n for found, n in _identify(people, named.printed_names) if found.person == person)
