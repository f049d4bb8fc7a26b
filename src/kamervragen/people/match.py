"""A printed name, a day, a party or an office → who is meant: one person, several who may be, or nobody who is known."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract_iter

from kamervragen.authorities import Authorities
from kamervragen.dutch.offices import office_words
from kamervragen.people.names import MOST_SLIPS, Form, is_slip, read_form
from kamervragen.people.records import Candidate, Identification, Person, Tenure
from kamervragen.people.weighing import Evidence, is_at, may_be_called, office_key, weigh, weigh_name, weigh_office, weigh_seat
from kamervragen.terms import Certainty, Chamber, NameEvidence, Role

_Weigh = Callable[[Person], Evidence]
_RANK = {Certainty.CERTAIN: 0, Certainty.LIKELY: 1, Certainty.GUESS: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The persons of an authority file, found by name or by office. Make it with `build_people`.

    Args:
        persons: sorted by key.
        authorities: the tables of parties, portfolios and ministries.
    """

    persons: tuple[Person, ...]
    authorities: Authorities = field(repr=False)
    _by_key: Mapping[str, Person] = field(repr=False, compare=False)
    _by_end: Mapping[str, tuple[Person, ...]] = field(repr=False, compare=False)
    _by_surname: Mapping[tuple[str, ...], tuple[Person, ...]] = field(repr=False, compare=False)
    _surnames: Mapping[tuple[str, ...], str] = field(repr=False, compare=False)

    def find(self, key: str) -> Person | None:
        """The person with this key; None when there is none."""
        return self._by_key.get(key)

    def identify_member(
        self, printed: str, party: str | None, on: date | None, chamber: Chamber | None = Chamber.TWEEDE_KAMER
    ) -> Identification:
        """Who is meant by a member's name.

        Args:
            printed: the name.
            party: as printed with it; None when none is printed.
            on: the day of asking; None when no day is known.
            chamber: seats are known of the Tweede Kamer only: for another they say nothing.
        """
        if chamber is Chamber.EERSTE_KAMER:
            return self._identify(printed, lambda person: ())
        return self._identify(printed, lambda person: weigh_seat(person, party, on, self.authorities))

    def identify_holder(
        self, printed: str, on: date | None, role: Role | None = None, portfolio: str | None = None
    ) -> Identification:
        """Who is meant by the name of somebody who is asked or answers in an office on a day.

        Args:
            printed: the name.
            on: the day; None when no day is known.
            role: the printed office; None where the document prints a name without office.
            portfolio: as printed; None for the minister-president.
        """
        return self._identify(printed, lambda person: weigh_office(person, role, portfolio, on, self.authorities))

    def holders(self, role: Role, portfolio: str | None, on: date) -> tuple[Person, ...]:
        """Those who held an office on a day, by the tables; () when no row says."""
        wanted = office_key(role, portfolio, on, self.authorities)
        return tuple(
            person
            for person in self.persons
            if any(
                each.is_on(on) and office_key(each.role, each.portfolio, on, self.authorities) == wanted
                for each in person.tenures
            )
        )

    def tenures_in(self, person: Person, role: Role, portfolio: str | None, on: date) -> list[Tenure]:
        """The offices of a person on a day that are this one, or one in the same role at the same ministry."""
        held = (each for each in person.tenures if each.is_on(on))
        return [each for each in held if is_at(each, role, portfolio, on, self.authorities)]

    def usual_portfolio(self, tenure: Tenure) -> str | None:
        """The portfolio of an office under its usual name, where the tables know it; None for the minister-president."""
        known = self.authorities.find_portfolio(tenure.portfolio, tenure.period.first) if tenure.portfolio else None
        return known.name if known else tenure.portfolio

    def name_office(self, tenure: Tenure) -> str:
        """An office in Dutch words: `minister (Defensie)`."""
        return office_words(tenure.role, self.usual_portfolio(tenure))

    def predecessors(
        self, successor: Person, role: Role, portfolio: str | None, asked_on: date, answered_on: date
    ) -> tuple[Person, ...]:
        """Those for whom a person answers in an office: its holders on the day of asking, when it was not held by the person yet.

        () when no row says that the person held the office on the day of the answer, or who held it on the day of asking.
        """
        before = self.holders(role, portfolio, asked_on)
        is_holder = successor in self.holders(role, portfolio, answered_on)
        return before if is_holder and successor not in before else ()

    def _identify(self, printed: str, weigh_day: _Weigh) -> Identification:
        form = read_form(printed)
        named = [(person, weigh_name(form, person)) for person in self._by_end.get(form.last_word, ())]
        found = [_candidate(person, evidence, weigh_day) for person, evidence in named if evidence is not None]
        return _choose(printed, found or [_candidate(each, (NameEvidence.MISPRINT,), weigh_day) for each in self._near(form)])

    def _near(self, form: Form) -> Iterable[Person]:
        """Those of whose surname the printed one may be a misprint, with nothing else against it."""
        words = form.all_words
        near = {
            person.key: person
            for start in range(len(words))
            for known in self._near_surnames(words[start:])
            for person in self._by_surname[known]
            if may_be_called(person, words[:start], form.initials)
        }
        return [near[key] for key in sorted(near)]

    def _near_surnames(self, printed: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
        """The known surnames of which a printed one may be a misprint."""
        near = extract_iter("".join(printed), self._surnames, scorer=Levenshtein.distance, score_cutoff=MOST_SLIPS)
        return (known for _, _, known in near if _is_misprint(printed, known))


def _is_misprint(printed: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether a printed surname is one slip from a known one, in its own words and not only in "van der" before them."""
    is_near_end = printed[-1] == known[-1] or is_slip(printed[-1], known[-1])
    return printed != known and is_near_end and is_slip("".join(printed), "".join(known))


def _candidate(person: Person, evidence: Evidence, weigh_day: _Weigh) -> Candidate:
    together = (*evidence, *weigh_day(person))
    return Candidate(person=person, evidence=together, certainty=weigh(together))


def _choose(printed: str, candidates: Iterable[Candidate]) -> Identification:
    """The one person of the best candidates, where there is one and nothing speaks against it; else all the best ones."""
    ranked = sorted(candidates, key=lambda each: (_RANK[each.certainty], each.person.name, each.person.key))
    best = tuple(each for each in ranked if each.certainty is ranked[0].certainty)
    is_one = len(best) == 1 and best[0].certainty is not Certainty.GUESS and NameEvidence.MISPRINT not in best[0].evidence
    return Identification(printed=printed, person=best[0].person if is_one else None, candidates=best)


def build_people(persons: Iterable[Person], authorities: Authorities) -> People:
    """The persons with their indexes of names."""
    ordered = tuple(sorted(persons, key=lambda each: each.key))
    by_key = {person.key: person for person in ordered}
    by_end: dict[str, dict[str, Person]] = defaultdict(dict)
    by_surname: dict[tuple[str, ...], dict[str, Person]] = defaultdict(dict)
    for person in ordered:
        for form in (*map(read_form, person.aliases), *(read_form(name.surname) for name in person.names)):
            for end in form.ends:
                by_end[end][person.key] = person
            for surname in filter(None, (form.words, form.all_words)):
                by_surname[surname][person.key] = person
    return People(
        persons=ordered,
        authorities=authorities,
        _by_key=by_key,
        _by_end={end: tuple(each.values()) for end, each in by_end.items()},
        _by_surname={surname: tuple(each.values()) for surname, each in by_surname.items()},
        _surnames={surname: "".join(surname) for surname in by_surname},
    )
