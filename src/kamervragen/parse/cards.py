"""Headings that are a card of named lines, as on pages that republish questions.

Kamervraag 2031Z00042
<subject>
Ingediend 7 maart 2031 · Beantwoord 24 maart 2031 (na 17 dagen) · Indiener A B (P) · Beantwoord door C D (minister e) (P)
"""

import re

from kamervragen.dutch.dates import parse_date
from kamervragen.identifiers import parse_publication_id
from kamervragen.model import Respondent, Submitter
from kamervragen.parse.heading import Heading
from kamervragen.parse.ministers import tidy
from kamervragen.parse.people import parse_members
from kamervragen.parse.view import View
from kamervragen.terms import Kind, Role

_TITLE = re.compile(r"^[^\S\n]*Kamervraag\s+(?P<case>\d{4}Z\d{4,6})\s*\n+(?P<subject>[^\n]+)", re.M)
_LINE = re.compile(
    r"""
    ^[^\S\n]* (?P<key>Ingediend|Beantwoord[ ]door|Beantwoord|Indieners?|Bron[ ]vraag|Bron[ ]antwoord) [:\s]+
    (?P<value>[^\n]+)
    """,
    re.X | re.M,
)
_FIELDS = {
    "Ingediend": "submitted_on",
    "Beantwoord": "received_on",
    "Indiener": "submitters",
    "Indieners": "submitters",
    "Beantwoord door": "respondents",
    "Bron vraag": "id",
    "Bron antwoord": "id",
}
_OFFICE_HOLDER = re.compile(r"(?P<name>[^(),]+?)\s*\((?P<office>(?:minister|staatssecretaris)[^()]*)\)(?:\s*\([^()]*\))?")
_ID = re.compile(r"(?:ah|kv)-[\w-]+")


def read_card(view: View) -> Heading | None:
    """The heading of a card; None when the text has none."""
    title = _TITLE.search(view.text)
    if title is None:
        return None
    heading = Heading(title.start(), title.end())
    heading.kind = Kind.QUESTION
    heading.subject = tidy(title["subject"])
    heading.prove("subject", view, *title.span("subject"))
    for line in _LINE.finditer(view.text, title.end(), title.end() + 2_000):
        heading.end = max(heading.end, line.end())
        _read_line(heading, view, line)
    return heading


def _read_line(heading: Heading, view: View, line: re.Match[str]) -> None:
    key, value, start = line["key"], line["value"], line.start("value")
    if key == "Ingediend":
        heading.submitted_on = parse_date(value)
    elif key == "Beantwoord":
        heading.kind = Kind.ANSWER
        heading.received_on = parse_date(value)
    elif key.startswith("Indiener"):
        heading.submitters = _submitters(view, value, start)
    elif key == "Beantwoord door":
        heading.respondents = _respondents(view, value, start)
    elif key.startswith("Bron"):
        _source(heading, value)
    if key in _FIELDS:
        heading.prove(_FIELDS[key], view, *line.span("value"))


def _submitters(view: View, value: str, offset: int) -> tuple[Submitter, ...]:
    """Here a party counts for the one name before it: "Jasper van Dijk , Michiel Servaes (PvdA)"."""
    found = []
    for each in parse_members(value):
        own = each.party_span is not None and "," not in value[each.name_span[1] : each.party_span[0]]
        start, end = each.name_span
        found.append(Submitter(name=each.name, party=each.party if own else None, spans=view.spans(offset + start, offset + end)))
    return tuple(found)


def _respondents(view: View, value: str, offset: int) -> tuple[Respondent, ...]:
    return tuple(_respondent(view, match, offset) for match in _OFFICE_HOLDER.finditer(value))


def _respondent(view: View, match: re.Match[str], offset: int) -> Respondent:
    office = match["office"].split(maxsplit=1)
    role = Role.STAATSSECRETARIS if office[0] == "staatssecretaris" else Role.MINISTER
    portfolio = re.sub(r"^(?:zonder portefeuille\s+)?(?:(?:van|voor)\s+)?", "", office[1]) if len(office) > 1 else None
    spans = view.spans(offset + match.start(), offset + match.end())
    return Respondent(role=role, name=match["name"].strip(), portfolio=portfolio, spans=spans)


def _source(heading: Heading, value: str) -> None:
    """An answer's identifier goes before that of its questions."""
    match = _ID.search(value.removesuffix(".html"))
    parts = parse_publication_id(match.group()) if match else None
    if parts and (parts.series == "ah" or heading.id is None):
        heading.id = str(parts)
