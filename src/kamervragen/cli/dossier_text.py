"""A dossier as a person reads it in a terminal."""

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date

from kamervragen.dossiers import Asker, Document, Dossier, Link, Membership, Place, Relation
from kamervragen.dutch.counting import join_words
from kamervragen.dutch.offices import office_words
from kamervragen.site.dossier_words import DOSSIER_WORDS, PART_WORDS, RELATION_WORDS, STATUS_WORDS
from kamervragen.site.words import CERTAINTY_WORDS, count_words
from kamervragen.terms import AddresseeStatus, DossierPart, Verdict
from kamervragen.timings import Clock, Timing

_WIDTH = 110
_NAME_WIDTH = 52
_MOST_ASKED = 3  # addressees in the first sentence; all stand in the list


def describe_dossier(dossier: Dossier, timing: Timing, gaps: str) -> Iterator[str]:
    """The lines that tell a dossier.

    Args:
        dossier: the dossier.
        timing: where its addressees stand, and on which day.
        gaps: the sentence on the numbers that are not in the record, as `dossier_heading.tell_gaps` gives it.
    """
    yield f"Dossier {dossier.key}: {dossier.filing.subject or 'zonder onderwerp'}"
    yield _asked(dossier)
    yield f"{DOSSIER_WORDS[timing.status].capitalize()} op {_day(timing.today)}. {timing.sentence}"
    if gaps:
        yield gaps
    yield from _section("Wie er is gevraagd", (line for each in timing.clocks for line in _clock(each)))
    yield from _section("Stukken", (line for each in dossier.memberships for line in _member(each)))
    unread = (f"  {each.target}, genoemd in {join_words(_keys(each.cited_by))}" for each in dossier.unread)
    yield from _section("Genoemd, en niet in het register", unread)
    yield from _section("Andere vragen", (line for each in dossier.relations for line in _relation(each, dossier)))
    yield from _section("Niet bij dit dossier gezet", (line for each in dossier.doubts for line in _doubt(each)))
    yield from _section("Bevindingen", (line for each in dossier.findings for line in _wrap(f"! {each.detail}")))


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading with lines under it; nothing without lines."""
    found = list(lines)
    if found:
        yield from ("", heading, *found)


def _asked(dossier: Dossier) -> str:
    """Who asks whom, and when: `Jansen (D66) aan de minister (Defensie), ingezonden 20-1-2031`."""
    filing = dossier.filing
    offices = [office_words(each.office.role, each.office.portfolio) for each in filing.addressees]
    many = count_words(len(offices), "bewindspersoon", "bewindspersonen")
    whom = join_words(offices) if len(offices) <= _MOST_ASKED else many
    who = join_words([_asker(each) for each in filing.submitters]) or "onbekende indiener"
    when = f"ingezonden {_day(filing.submitted_on)}" if filing.submitted_on else "dag van indiening onbekend"
    questions = count_words(len(filing.questions), "vraag", "vragen")
    return f"{who} aan {whom or 'wie is onbekend'}, {when}, {questions}."


def _asker(asker: Asker) -> str:
    also = [each.text for each in asker.spellings if each.text != asker.name]
    printed = f", ook gedrukt als {join_words([f'«{each}»' for each in also])}" if also else ""
    return f"{asker.name} ({asker.party}{printed})" if asker.party else f"{asker.name}{printed}"


def _clock(clock: Clock) -> Iterator[str]:
    office = office_words(clock.office.role, clock.office.portfolio)
    yield f"  {office:<{_NAME_WIDTH}} {_standing(clock)}"
    yield from _wrap(f"  {clock.reason}", indent="      ")


def _standing(clock: Clock) -> str:
    """Where an addressee stands: `beantwoord, 18 dagen`, `3 dagen over de termijn, 24 dagen na de indiening`."""
    days = count_words(clock.n_days, "dag", "dagen") if clock.n_days is not None else ""
    if clock.status is AddresseeStatus.OVERDUE and clock.n_days_late is not None:
        return f"{count_words(clock.n_days_late, 'dag', 'dagen')} over de termijn, {days} na de indiening"
    return ", ".join(filter(None, (STATUS_WORDS[clock.status], days)))


def _member(member: Membership) -> Iterator[str]:
    document = member.document
    again = f" van {member.replaces}" if member.replaces else ""
    by = join_words([office_words(each.role, each.portfolio) for each in (*document.answering, *document.on_behalf)])
    day = _own_day(document, member.part)
    named = ", ".join(each for each in (f"{PART_WORDS[member.part]}{again}", by, _day(day) if day else "") if each)
    yield f"  {member.key:<26} {named}"
    for each in member.links:
        other = each.target if each.source == member.key else each.source
        if each.source == member.key or not each.cited_as:
            yield from _wrap(f"  met {other} ({CERTAINTY_WORDS[each.certainty]}): {each.detail}", indent="      ")
            return


def _own_day(document: Document, part: DossierPart) -> date | None:
    return document.parsed.submitted_on if part is DossierPart.QUESTION else document.parsed.answered_on


def _relation(relation: Relation, dossier: Dossier) -> Iterator[str]:
    is_later = relation.source in {each.key for each in dossier.memberships}
    other = relation.target if is_later else relation.source
    words = RELATION_WORDS[relation.kind][0 if is_later else 1]
    yield from _wrap(f"  {words} {other} ({CERTAINTY_WORDS[relation.certainty]}): {relation.detail}", indent="    ")


_DOUBT_WORDS = {
    Verdict.SUGGESTED: "misschien",
    Verdict.CONTRADICTED: "tegengesproken",
    Verdict.SEPARATED: "gescheiden door de redactie",
}


def _doubt(link: Link) -> Iterator[str]:
    yield from _wrap(f"  {link.source} en {link.target} ({_DOUBT_WORDS[link.verdict]}): {link.detail}", indent="    ")


def _keys(places: Iterable[Place]) -> list[str]:
    return list(dict.fromkeys(each.key for each in places))


def _wrap(line: str, indent: str = "  ") -> list[str]:
    return textwrap.wrap(line.strip(), _WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False)


def _day(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
