"""A person as the JSON object that the command line and the pages' twins give."""

from collections.abc import Mapping
from datetime import date

from kamervragen.people.records import Person, Term


def describe_person(person: Person) -> Mapping[str, object]:
    """The person with names, seats and offices; days are ISO, None where open or unknown."""
    return {
        "key": person.key,
        "name": person.name,
        "spellings": [each.printed for each in person.names] + list(person.aliases),
        "seats": [{"party": each.party or None, **_describe_term(each), "source": each.source} for each in person.seats],
        "offices": [
            {"role": each.role.value, "portfolio": each.portfolio, **_describe_term(each), "source": each.source}
            for each in person.tenures
        ],
    }


def _describe_term(term: Term) -> Mapping[str, object]:
    return {"from": _day(term.period.first), "until": _day(term.period.last), "known_until": _day(term.known_until)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
