"""Invented members and ministers over time, for tests of who is who."""

from datetime import date

from kamervragen.authorities import Period, load
from kamervragen.people.match import People, build_people
from kamervragen.people.records import Person, PersonName, Seat, Tenure
from kamervragen.terms import Role

SOURCE = "de verzonnen lijst"


def seat(party: str, first: str, last: str | None, known_until: str | None = None) -> Seat:
    return Seat(party=party, period=period(first, last), known_until=day(known_until), source=SOURCE)


def tenure(role: Role, portfolio: str | None, first: str, last: str | None, known_until: str | None = None) -> Tenure:
    return Tenure(role=role, portfolio=portfolio, period=period(first, last), known_until=day(known_until), source=SOURCE)


def period(first: str, last: str | None) -> Period:
    return Period(first=date.fromisoformat(first), last=day(last))


def day(printed: str | None) -> date | None:
    return date.fromisoformat(printed) if printed else None


JOS = Person(
    key="jos",
    names=(PersonName(family="Raaf", prefix="van", first_name="Jos", initials="J.J."),),
    seats=(seat("SP", "2010-06-17", "2017-03-22"), seat("Lid Van Raaf", "2017-03-23", "2021-03-30")),
)
JAN_JACOB = Person(
    key="jan-jacob",
    names=(PersonName(family="Raaf", prefix="van", first_name="Jan Jacob", initials="J.J."),),
    seats=(seat("CDA", "2010-06-17", "2012-09-19"),),
)
INGE = Person(
    key="inge",
    names=(PersonName(family="Raaf", prefix="van", first_name="Inge", initials="I."),),
    seats=(seat("CDA", "2010-06-17", None, known_until="2019-12-08"),),
)
WULP = Person(
    key="wulp",
    names=(PersonName(family="Wulp-Specht", prefix="van der", initials="Ch."),),
    tenures=(
        tenure(Role.MINISTER, "Veiligheid en Justitie", "2015-03-20", "2018-05-01"),
        tenure(Role.MINISTER, "Rechtsbescherming", "2018-05-02", None, known_until="2019-12-08"),
    ),
)
KLUUT = Person(
    key="kluut",
    names=(PersonName(family="Kluut Zwaan", initials="E.M.H."),),
    aliases=("Elmo Kluut",),
    tenures=(tenure(Role.MINISTER, "Justitie en Veiligheid", "2018-05-02", "2019-01-31"),),
)
KEMPHAAN = Person(
    key="kemphaan",
    names=(PersonName(family="Kemphaan", first_name="Joost", initials="B.J."),),
    seats=(seat("GL", "2012-09-20", None),),
)
PEOPLE = build_people((JOS, JAN_JACOB, INGE, WULP, KLUUT, KEMPHAAN), load())


def people(*persons: Person) -> People:
    """These persons, with the packaged tables."""
    return build_people(persons, load())
