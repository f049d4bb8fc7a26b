"""The numbers above and around a heading: identifier, session year, Aanhangsel number, case number, chamber.

Only what the document itself prints counts; a case number only where it stands for itself, not in a sentence about another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kamervragen.dutch.joining import loose
from kamervragen.identifiers import SessionYear, appendix_id, parse_case_number, parse_publication_id, parse_session_year
from kamervragen.model import Evidence, Fact, Span, Text
from kamervragen.terms import Chamber

_PRINTED_ID = re.compile(r"\b(?:ah-(?:(?:tk|ek)-\d{8}-)?\d+(?:-[hn]\d)?|kv-(?:(?:tk|ek)-)?(?:\d{4}[Zz]\d{4,6}|\d{6,10}))(?!\w)")
_OWN_LINE_OR_IMPRINT = re.compile(r"\s*(?:ISSN|\n|$|.{0,3}s-Gravenhage|Tweede\s*Kamer,)")
_BEFORE_FOOT = re.compile(r"(?:ah|kv)-[\w-]+?\s*(?:ISSN|(?:TM|['’‘´`])?\s*s-Gravenhage|(?:Tweede|Eerste)\s*Kamer,)")
_SESSION_YEAR = re.compile(
    r"""
    Vergaderjaar \s* (?P<year>\d{4}\s?[-–—Œ]\s?\d{2,4}) \W* (?:Aanhangsel|Vragen)      # the masthead
    | ^[^\S\n]* Vergaderjaar \s* (?P<line>\d{4}\s?[-–—]\s?\d{2,4}) [^\S\n]* $             # alone on its line, as in official XML
    | Staten-Generaal (?P<glued>\d{4}-\d{4}) (?=\d)                                    # a table whose cells an extractor glued
    | vergaderjaar \s* (?P<foot>\d{4}\s?[-–—Œ]\s?\d{2,4}), \s* (?:Aanhangsel|Vragen)   # a page's foot, not a reference
      (?! \s*, | \s*nr | \s*Handelingen | \s*van\s*de )
    """,
    re.X | re.M,
)
_NUMBER = re.compile(
    rf"""
    (?:gegeven\s*{loose("antwoorden")}|Aanhangsel\s*van\s*de\s*Handelingen) [\s\#*]* (?P<number>\d{{1,5}}) [\s*]+
      (?=(?:Herdruk\s*|HERDRUK\s*)?Vra(?:ag|gen)\s|Mededeling|Antwoord)
    | ^[^\S\n]* AH [^\S\n]* (?P<draft>\d{{1,5}}) [^\S\n]*$                               # a draft: "AH 604"
    | Staten-Generaal \d{{4}}-\d{{4}} (?P<glued>\d{{1,5}}) \s*$
    | ^[^\S\n]* (?:\#+[^\S\n]*)? (?P<line>\d{{1,5}}) [^\S\n]* \n+ (?=Vra(?:ag|gen)\s*(?:van|gesteld))
    """,
    re.X | re.M,
)
_CASE = re.compile(
    r"""
    ^[^\S\n]* (?:\#+\s)? (?P<line>(?:19|20)\d{2}Z\d{4,6}) [^\S\n]*$                      # alone on its line
    | (?:Kamervraag|zaak|Zaaknummer:?|[Vv]raagnummer:?) \s* (?P<named>(?:19|20)\d{2}Z\d{4,6}) (?=\s*:?\s*$)
    | \( (?P<noticed>(?:19|20)\d{2}Z\d{4,6}) \) \s+ (?:kunnen|kan|zullen|worden)\b     # "De vragen … (2031Z00042) kunnen"
    | \(ingezonden\s[^()]{6,30}?,\s*(?:nr\.?|(?:met\s+)?kenmerk:?)\s*               # "(ingezonden 1 april 2031, nr. …)"
      (?P<sent>(?:19|20)\d{2}Z\d{4,6})
    | uw\s+brief\s+van\s+[^,;]{6,30},?\s*(?:nr\.?|met\s+kenmerk|kenmerk:?)\s*(?P<letter>(?:19|20)\d{2}Z\d{4,6})
    """,
    re.X | re.M,
)


# The lines of a masthead, whole or as an extractor broke them. Possessive: no row of digits is tried in every division.
_MASTHEAD_LINE = re.compile(
    rf"""
    (?: Tweede\s*Kamer\s*der\s*Staten-Generaal | Eerste\s*Kamer\s*der\s*Staten-Generaal
      | Vergaderjaar\s*\d{{4}}\s?.\s?\d{{2,4}} | Aanhangsel\s*van\s*de\s*Handelingen
      | Vragen\s*gesteld\s*door\s*de\s*leden\s*der\s*Kamer(?:,\s*met\s*de\s*daarop\s*door\s*de)?
      | (?:{loose("regering")}\s*)?{loose("gegeven")}\s*{loose("antwoorden")} | {loose("regering")}
      | Datum\s*publicatie | Organisatie | Vergaderjaar | Nummer | Datum\s*ontvangst | \d{{4}}-\d{{4}}
      | HERDRUK | Herdruk | RECTIFICATIE | Rectificatie | AH
      | (?:Antwoord\s*)?[Ss]chriftelijke\s*vragen\s*:[^\n]* | Mededeling\s*\(uitstel\s*antwoord\)
      | \(ingezonden[^()]*\) | (?:19|20)\d{{2}}Z\d{{4,6}} | \d{{1,5}} | [\s\#*.,:] )++
    """,
    re.X,
)


def is_masthead(line: str) -> bool:
    """Whether a line above a heading is part of a masthead, and of nothing else."""
    return _MASTHEAD_LINE.fullmatch(line) is not None


@dataclass(slots=True)
class Masthead:
    """The numbers that a document prints of itself; None where it does not."""

    id: str | None = None
    session_year: SessionYear | None = None
    number: int | None = None
    case_number: str | None = None
    chamber: Chamber | None = None
    evidence: list[Evidence] = field(default_factory=list)


def read_masthead(text: Text, limit: int) -> Masthead:
    """The numbers in a text; `limit` is where its items begin, behind which only page feet are believed."""
    body = text.body[:limit] if text.is_marked else text.body
    head = Masthead(chamber=_printed_chamber(body, limit))
    _read_year(head, body, limit)
    _read_number(head, body, limit)
    _read_case(head, body, limit)
    _read_id(head, body)
    return head


def _keep(head: Masthead, name: str, span: tuple[int, int]) -> None:
    head.evidence.append(Evidence(field=name, spans=(Span(*span),)))


def _read_year(head: Masthead, body: str, limit: int) -> None:
    for match in _SESSION_YEAR.finditer(body):
        name = match.lastgroup or "year"
        if match.start() < limit or name == "foot":
            head.session_year = parse_session_year(match[name])
            _keep(head, "session_year", match.span(name))
            return


def _read_number(head: Masthead, body: str, limit: int) -> None:
    match = _NUMBER.search(body, 0, limit)
    if match:
        name = match.lastgroup or "number"
        head.number = int(match[name])
        _keep(head, "number", match.span(name))


def _read_case(head: Masthead, body: str, limit: int) -> None:
    match = _CASE.search(body, 0, limit) or next((each for each in _CASE.finditer(body, limit) if each["noticed"]), None)
    if match:
        name = match.lastgroup or "line"
        head.case_number = parse_case_number(match[name])
        _keep(head, "case_number", match.span(name))


_ID_FACTS = ("dc.identifier", "dcterms.identifier", "overheidop.externmetadatarecord")
_ID_IN_FACT = re.compile(r"(?:^|/)((?:ah|kv)-[\w-]+)(?=/metadata\.xml$|\.\w+$|$)")


def id_among(facts: Sequence[Fact]) -> str | None:
    """The identifier that a source states beside its text; None when it states none."""
    for fact in facts:
        match = _ID_IN_FACT.search(fact.value.strip()) if fact.name.lower() in _ID_FACTS else None
        if match and parse_publication_id(match[1]):
            return match[1]
    return None


def adopt_id(head: Masthead, printed: str) -> None:
    """Take an identifier that the heading gives, with the session year and number in it."""
    head.id = printed
    parts = parse_publication_id(printed)
    if parts and parts.series == "kv":
        head.case_number = head.case_number or parse_case_number(parts.number)
    if parts and parts.series == "ah":
        head.session_year = head.session_year or parts.session_year
        head.number = head.number or (int(parts.number) if parts.number.isdigit() else None)


def _read_id(head: Masthead, body: str) -> None:
    """The identifier printed at a page's foot, or the one that session year, number and chamber make."""
    for match in _own_ids(body):
        head.id = match.group()
        _keep(head, "id", match.span())
        _from_id(head, match)
        return
    if head.session_year and head.number:
        head.id = appendix_id(head.session_year, head.number, head.chamber or Chamber.TWEEDE_KAMER)
        head.evidence.extend(
            [Evidence(field="id", spans=each.spans) for each in head.evidence if each.field in ("session_year", "number")]
        )


def _own_ids(body: str) -> Iterator[re.Match[str]]:
    """Identifiers that stand where a document prints its own: alone on a line, or before an imprint."""
    for match in _PRINTED_ID.finditer(body):
        line_start = body.rfind("\n", 0, match.start()) + 1
        before = body[line_start : match.start()].strip(" \t\xa0#*")
        if _OWN_LINE_OR_IMPRINT.match(body, match.end()) and (not before or _BEFORE_FOOT.match(body, match.start())):
            yield match


def _from_id(head: Masthead, match: re.Match[str]) -> None:
    parts = parse_publication_id(match.group())
    if parts is None:
        return
    if parts.series == "kv":
        head.case_number = head.case_number or parse_case_number(parts.number)
        return
    if head.session_year is None and parts.session_year:
        head.session_year = parts.session_year
        _keep(head, "session_year", match.span())
    if head.number is None and parts.number.isdigit():
        head.number = int(parts.number)
        _keep(head, "number", match.span())


_MASTHEAD_SIZE = 600  # characters; further down another chamber may be mentioned
_CHAMBER = re.compile(r"(?P<ek>Eerste\s*Kamer)|(?P<tk>Tweede\s*Kamer)")


def _printed_chamber(body: str, limit: int) -> Chamber | None:
    match = _CHAMBER.search(body, 0, min(limit, _MASTHEAD_SIZE))
    if match is None:
        return None
    return Chamber.EERSTE_KAMER if match["ek"] else Chamber.TWEEDE_KAMER


def chamber_of(head: Masthead) -> Chamber | None:
    """The chamber that the identifier names, else the one printed above; a case number is one of the Tweede Kamer's."""
    parts = parse_publication_id(head.id) if head.id else None
    if parts and parts.chamber:
        return Chamber(parts.chamber)
    return head.chamber or (Chamber.TWEEDE_KAMER if head.case_number else None)
