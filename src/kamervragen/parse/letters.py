"""Letters of ministries: date, signature and "mede namens"; the rest of their heading has the usual form.

In antwoord op uw brief van 5 juli 2024, nr. 2024Z11859, deel ik u mede dat de vragen van de leden … worden beantwoord …
De Minister van Justitie en Veiligheid,
A.B. Naam
"""

import re
from dataclasses import dataclass, field
from datetime import date

from kamervragen.authorities import Authorities
from kamervragen.dutch.dates import DATE, date_of
from kamervragen.model import Evidence, Respondent
from kamervragen.parse.ministers import parse_offices, tidy
from kamervragen.parse.view import View

_IS_LETTER = re.compile(
    r"""
    \buw\s+brief\s+van\b
    | ^[^\S\n]* (?:Aan\s+)? [Dd]e\s+[Vv]oorzitter\s+van\s+de\s+(?:Tweede|Eerste)\s+Kamer      # the address
    | niet\s+(?:tijdig\s+)?binnen\s+de\s+(?:\w+\s+){0,4}?termijn
    """,
    re.X | re.M,
)
_LETTER_DATE = re.compile(
    rf"(?:^|\n)[^\S\n]*(?:Datum[\s:]*)?{DATE}\s*(?=\n|$)|Datum[\s:]+{DATE.replace('?P<', '?P<x')}", re.X | re.I
)
_SIGNATURE = re.compile(
    r"""
    ^[^\S\n]* (?=(?:[Dd]e\s+)? (?:[Mm]inister|MINISTER|[Ss]taats?secretaris|STAATSSECRETARIS)\b)
    """,
    re.X | re.M,
)
_NAME = re.compile(
    r"""
    [\s,]* (?P<name>
        (?:(?:drs|dr|mr|ir|ing|prof|mw|mevr|dhr)\.\s*)*                 # mw. dr.
        (?:[A-Z]\.\s?-?)+ \s* (?:[A-Za-z'’]+\s+){0,3} [A-ZÀ-Ž][\w'’–-]+ (?:\s*[-–]\s*[\w'’ ]+)?   # D.M. van Weel
      | (?:[A-ZÀ-Ž][\w'’-]+\s+){1,2}(?:(?:van|de|der|den|ter|ten)\s+){0,2}[A-ZÀ-Ž][\w'’-]+
    ) [^\S\n]* (?=\n|$)
    """,
    re.X,
)
_TITLES = re.compile(r"^(?:(?:drs|dr|mr|ir|ing|prof|mw|mevr|dhr)\.\s*)+")
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n|\Z")
_ON_BEHALF = re.compile(r"mede\s+namens\s+(?=de\s|het\s|[Mm]inister|[Ss]taats)", re.I)


@dataclass(slots=True)
class Letter:
    """What only a letter prints: its date, who signed it, on whose behalf; positions are those of the view."""

    letter_date: date | None = None
    respondents: tuple[Respondent, ...] = ()
    on_behalf_of: tuple[Respondent, ...] = ()
    evidence: list[Evidence] = field(default_factory=list)


def read_letter(view: View, limit: int, authorities: Authorities) -> Letter | None:
    """The letter in `view.text`, whose items begin at `limit`; None when it is none."""
    if _IS_LETTER.search(view.text, 0, limit) is None:
        return None
    letter = Letter()
    _read_date(letter, view, limit)
    _read_signature(letter, view, limit, authorities)
    _read_behalf(letter, view, limit, authorities)
    return letter


def _read_date(letter: Letter, view: View, limit: int) -> None:
    match = _LETTER_DATE.search(view.text, 0, limit)
    if match and match["day"]:
        letter.letter_date = date_of(match)
        letter.evidence.append(Evidence(field="letter_date", spans=view.spans(match.start("day"), match.end("year"))))


def _read_signature(letter: Letter, view: View, limit: int, authorities: Authorities) -> None:
    """The office printed alone on a line with a name under it."""
    for match in _SIGNATURE.finditer(view.text, 0, limit):
        offices, end = parse_offices(view.text, match.end(), authorities)
        name = _NAME.match(view.text, end)
        if offices and name and "\n" in view.text[end : name.start("name")]:
            spans = view.spans(match.end(), name.end("name"))
            printed = tidy(_TITLES.sub("", name["name"]))
            signer = Respondent(role=offices[0].role, name=printed, portfolio=offices[0].portfolio, spans=spans)
            letter.respondents = (*letter.respondents, signer)
            letter.evidence.append(Evidence(field="respondents", spans=spans))


def _read_behalf(letter: Letter, view: View, limit: int, authorities: Authorities) -> None:
    match = _ON_BEHALF.search(view.text, 0, limit)
    if match is None:
        return
    stop = _PARAGRAPH_END.search(view.text, match.end())
    paragraph = view.text[: stop.start() if stop else limit]  # the signature stands under it
    offices, end = parse_offices(paragraph, match.end(), authorities, with_names=True)
    letter.on_behalf_of = tuple(
        Respondent(role=each.role, name=each.name, portfolio=each.portfolio, spans=view.spans(*each.span)) for each in offices
    )
    letter.evidence.append(Evidence(field="on_behalf_of", spans=view.spans(match.end(), end)))
