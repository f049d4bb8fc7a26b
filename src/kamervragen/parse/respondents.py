"""Who answers, and on whose behalf: "Minister X (A) en van Staatssecretaris Y (B), mede namens de Minister van C"."""

import re

from kamervragen.authorities import Authorities
from kamervragen.dutch.joining import loose
from kamervragen.model import Finding, Respondent, Span
from kamervragen.parse.ministers import OFFICE, Office, parse_offices, role_of, tidy
from kamervragen.parse.view import View
from kamervragen.terms import Role

_PERSON = re.compile(
    rf"""
    (?:{OFFICE}) \s* (?P<name>[^\s(),][^(),]{{0,79}}?) \s{{0,9}}
    \( (?P<portfolio>[^()]{{1,200}}?) \s{{0,9}} (?: \) | (?=\(\s*ontvangen) | $ )   # unclosed: "(Volksgezondheid (ontvangen"
    """,
    re.X,
)
_ON_BEHALF = re.compile(rf"\s{{0,9}}(?:,\s*)?{loose('mede')}\s*{loose('namens')}\s*", re.I)


def parse_respondents(
    view: View, start: int, end: int, authorities: Authorities
) -> tuple[tuple[Respondent, ...], tuple[Respondent, ...], list[Finding]]:
    """Those who answer, those on whose behalf, and what is odd about them, from the part of a view after "Antwoord"."""
    behalf = _ON_BEHALF.search(view.text, start, end)
    answering = _people(view, start, behalf.start() if behalf else end)
    findings: list[Finding] = _unknown_portfolios(answering, authorities)
    answering = answering or _named(view, start, behalf.start() if behalf else end)
    if not answering:
        answering = _offices(view, start, behalf.start() if behalf else end, authorities)
    represented = _represented(view, behalf.end(), end, authorities) if behalf else ()
    if not answering:
        findings.append(Finding(code="respondent_not_found", detail="Wie antwoordt, is in de kop niet gevonden."))
    return answering, represented, findings


def _people(view: View, start: int, end: int) -> tuple[Respondent, ...]:
    return tuple(
        Respondent(
            role=role_of(match),
            name=tidy(match["name"]),
            portfolio=None if match["president"] else tidy(match["portfolio"]),
            spans=view.spans(*match.span()),
        )
        for match in _PERSON.finditer(view.text, start, end)
    )


_NAME_ALONE = re.compile(rf"(?:{OFFICE}) \s* (?P<name>[A-Z][^(),]{{0,79}}?) \s{{0,9}} (?=[(,]|$)", re.X)


def _named(view: View, start: int, end: int) -> tuple[Respondent, ...]:
    """The one office holder who is printed with a name and no portfolio, as the minister-president is."""
    match = _NAME_ALONE.search(view.text, start, end)
    if match is None:
        return ()
    return (Respondent(role=role_of(match), name=tidy(match["name"]), portfolio=None, spans=view.spans(*match.span())),)


def _offices(view: View, start: int, end: int, authorities: Authorities) -> tuple[Respondent, ...]:
    first = re.compile(r"\s*van\s*").match(view.text, start)
    offices, _ = parse_offices(view.text[:end], first.end() if first else start, authorities)
    return tuple(_respondent(view, office) for office in offices)


def _represented(view: View, start: int, end: int, authorities: Authorities) -> tuple[Respondent, ...]:
    offices, _ = parse_offices(view.text[:end], start, authorities, with_names=True)
    return tuple(_respondent(view, office) for office in offices)


def _respondent(view: View, office: Office) -> Respondent:
    portfolio = None if office.role is Role.MINISTER_PRESIDENT else office.portfolio
    return Respondent(role=office.role, name=office.name, portfolio=portfolio, spans=view.spans(*office.span))


def _unknown_portfolios(people: tuple[Respondent, ...], authorities: Authorities) -> list[Finding]:
    findings = []
    for person in people:
        if person.portfolio and authorities.find_portfolio(person.portfolio) is None:
            detail = f"«{person.portfolio}» staat niet in de tabel van ministeries en portefeuilles; zo gedrukt overgenomen."
            span: Span | None = person.spans[0] if person.spans else None
            findings.append(Finding(code="unknown_portfolio", detail=detail, span=span))
    return findings
