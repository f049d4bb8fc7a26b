"""Who the office holders of a document were: by name and office on the day, and for whom a successor answers."""

from collections.abc import Iterator
from datetime import date

from django.utils.html import escape
from django.utils.translation import gettext

from kamervragen.model import ParsedDocument, Respondent, Submitter
from kamervragen.people.match import People
from kamervragen.people.records import Person, Tenure
from kamervragen.site.heading import Row, Value
from kamervragen.site.phrases import join_words, print_day, role_word
from kamervragen.terms import NameEvidence


def describe_people(parsed: ParsedDocument, people: People) -> tuple[Row, ...]:
    """A row of who is meant by the names in a heading, each with its source; () when the authority file cannot say.

    Args:
        parsed: the document.
        people: the authority file.
    """
    if not people.persons:
        return ()
    values = (*_misprints(parsed, people), *_parties(parsed, people), *_holders(parsed, people))
    return (Row(name=gettext("wie dat is"), values=values),) if values else ()


def _misprints(parsed: ParsedDocument, people: People) -> Iterator[Value]:
    """Of whose name a printed one may be a misprint, where that person sat for the printed party on the day."""
    for each in parsed.submitters:
        known = _suggest(each, parsed, people)
        if known:
            words = gettext("«%(printed)s» is misschien %(person)s") % {"printed": each.name, "person": known.name}
            yield Value(html=escape(words), remark=gettext("een letter of twee verschil, en de fractie op die dag"))


def _suggest(submitter: Submitter, parsed: ParsedDocument, people: People) -> Person | None:
    found = people.identify_member(submitter.name, submitter.party, parsed.submitted_on, parsed.chamber).candidates
    is_sure = len(found) == 1 and {NameEvidence.MISPRINT, NameEvidence.PARTY} <= set(found[0].evidence)
    return found[0].person if is_sure else None


def _parties(parsed: ParsedDocument, people: People) -> Iterator[Value]:
    """For which party a member sat on the day of asking, where the document prints none."""
    for each in parsed.submitters:
        if each.party is None and parsed.submitted_on:
            yield from _party_on(each.name, parsed.submitted_on, parsed, people)


def _party_on(name: str, on: date, parsed: ParsedDocument, people: People) -> Iterator[Value]:
    person = people.identify_member(name, None, on, parsed.chamber).person
    for seat in person.seats if person else ():
        if person and seat.party and seat.is_on(on):
            parts = {"printed": name, "person": person.name, "party": seat.party, "day": print_day(on)}
            words = gettext("%(printed)s: %(person)s, op %(day)s lid voor %(party)s") % parts
            yield Value(html=escape(words), remark=gettext("bron: %(source)s") % {"source": seat.source})


def _holders(parsed: ParsedDocument, people: People) -> Iterator[Value]:
    on = parsed.answered_on
    for each in (*parsed.respondents, *parsed.on_behalf_of):
        person = people.identify_holder(each.name, on, each.role, each.portfolio).person if each.name and on else None
        if person and on:
            yield from _describe_holder(each, person, on, people)
            if parsed.submitted_on:
                yield from _describe_predecessors(each, person, parsed.submitted_on, on, people)


def _describe_holder(printed: Respondent, person: Person, on: date, people: People) -> Iterator[Value]:
    """The person and since when the office was held; nothing without a row that says so for the day."""
    for tenure in _tenures(printed, person, on, people):
        words = gettext("%(printed)s: %(person)s, %(office)s") % {
            "printed": printed.name,
            "person": person.name,
            "office": _describe_tenure(tenure, people),
        }
        yield Value(html=escape(words), remark=gettext("bron: %(source)s") % {"source": tenure.source})


def _describe_predecessors(printed: Respondent, person: Person, asked_on: date, on: date, people: People) -> Iterator[Value]:
    """For whom the person answers, where another held the office on the day of asking."""
    before = people.predecessors(person, printed.role, printed.portfolio, asked_on, on)
    if before:
        tenures = [tenure for each in before for tenure in _tenures(printed, each, asked_on, people)]
        words = gettext("op de dag van de vragen, %(day)s, had %(names)s dit ambt") % {
            "day": print_day(asked_on),
            "names": join_words([each.name for each in before]),
        }
        sources = join_words([each.source for each in tenures])
        yield Value(html=escape(words), remark=gettext("bron: %(source)s") % {"source": sources})


def _tenures(printed: Respondent, person: Person, on: date, people: People) -> list[Tenure]:
    """The offices of a person on a day that are the printed one."""
    return people.tenures_in(person, printed.role, printed.portfolio, on)


def _describe_tenure(tenure: Tenure, people: People) -> str:
    """`minister (Defensie) van 1 maart 2030 tot en met 2 mei 2031`, by the row; what is not known is left out."""
    portfolio = people.usual_portfolio(tenure)
    office = f"{role_word(tenure.role)} ({portfolio})" if portfolio else role_word(tenure.role)
    first, last = tenure.period.first, tenure.period.last
    if first and last:
        parts = {"office": office, "first": print_day(first), "last": print_day(last)}
        return gettext("%(office)s van %(first)s tot en met %(last)s") % parts
    return gettext("%(office)s sinds %(first)s") % {"office": office, "first": print_day(first)} if first else office
