"""The offices asked and answering: "de Ministers van A, voor B en van C en de Staatssecretaris van D".

A portfolio may hold commas and "en" itself, so the list is divided by the names that the authority table knows, longest first;
only a name it does not know is divided by the words around it.
"""

import re
from dataclasses import dataclass

from kamervragen.authorities import Authorities
from kamervragen.dutch.joining import join_lines, loose
from kamervragen.folding import fold, fold_with_places
from kamervragen.terms import Role

# Office words, also broken at a line's end; white space round them may be lost: "en deStaatssecretaris", "de MinisterKlimaat".
_MINISTER = rf"[Mm](?:-\s*)?{loose('inister')}"
_SECRETARY = rf"[Ss](?:-\s*)?{loose('taat')}(?:-\s*)?s(?:-\s*)?s?(?:-\s*)?{loose('ecretaris')}"  # also "Staatsecretaris"
OFFICE = rf"""
    (?P<president>{_MINISTER}\s*-\s*[Pp]resident) | (?P<secretary>{_SECRETARY}(?:(?:-\s*)?sen)?) | (?P<minister>{_MINISTER}s?)
"""
OFFICE_FOLLOWS = rf"(?=(?:(?:de|het)\s*)?(?:{_MINISTER}|{_SECRETARY}))"
_OFFICE = re.compile(OFFICE, re.X)
_LEAD = re.compile(r"\s*(?:,\s*|(?:,\s*)?en\s*(?:aan\s*|van\s*(?=de\s))?)?(?:[Dd]e[nr]?\s*|het\s*)?")
_PREPOSITION = re.compile(r"\s*(?:van|voor)\s*")
_AND_OFFICE = re.compile(rf"\s*(?:,|en)\s*(?:de\s*)?(?={_SECRETARY}|{_MINISTER})")
_BETWEEN = re.compile(r"\s*(?:,\s*(?:en\s*)?|en\s*)(?P<preposition>(?:van|voor)(?=\s|[A-Z])\s*)?")
_UNKNOWN_END = re.compile(
    r"""
    ,\s*(?:van|voor)\s | \s{0,9}en\s+(?:van|voor)\s | (?:\s{0,9}en|,)\s*de\s*(?:[Mm]inister|[Ss]taats)
    | \s{1,9}(?:over|inzake|betreffende|aangaande|omtrent|naar\s+aanleiding)\s | \s{0,9}\( | \s{0,9}\. | ,\s*mede\s | $
    """,
    re.X,
)
_ABBREVIATION = re.compile(r"([A-Z][A-Za-z]*(?:&[A-Z][A-Za-z]*)?)(?![\w-])")  # "VWS", "J&V", as a whole word
_SUFFIX = re.compile(r"\s{0,9}[-–—]\s{0,9}(?=[A-Z])")  # a part of a ministry: "Financiën – Toeslagen en Douane"
_LONGEST_NAME = 130
_AFTER_KNOWN = re.compile(
    r"[^\S\n]*\n|\s*(?:,|en(?![a-z]*ing)|over|inzake|betreffende|aangaande|omtrent|naar|op\s|over|\(|\)|\.|:|;|$|mede|[-–—])"
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as printed: role, portfolio (None for the minister-president), its characters, and whether a table knows it."""

    role: Role
    portfolio: str | None
    name: str | None
    span: tuple[int, int]
    is_known: bool


def role_of(match: re.Match[str]) -> Role:
    """The role that a match of an office word names."""
    if match["president"]:
        return Role.MINISTER_PRESIDENT
    return Role.STAATSSECRETARIS if match["secretary"] else Role.MINISTER


def parse_offices(text: str, start: int, authorities: Authorities, *, with_names: bool = False) -> tuple[list[Office], int]:
    """The offices of a list that begins at `start`, and where the list ends.

    Args:
        text: a heading.
        start: the place of the first "de", or of the office word.
        authorities: whose portfolio names divide the list.
        with_names: whether a name and a portfolio in parentheses may stand after the office ("Minister Van Ark (…)").
    """
    offices: list[Office] = []
    position = start
    while True:
        lead = _LEAD.match(text, position)
        office = _OFFICE.match(text, lead.end() if lead else position)
        if office is None:
            return offices, position
        found, position = _one_group(text, office, authorities, with_names=with_names)
        offices.extend(found)
        if not found:
            return offices, position


def _one_group(text: str, office: re.Match[str], authorities: Authorities, *, with_names: bool) -> tuple[list[Office], int]:
    """The offices of one office word: one or more portfolios, or one person with a portfolio in parentheses."""
    role, position = role_of(office), office.end()
    if role is Role.MINISTER_PRESIDENT:
        return [Office(role, None, None, office.span(), True)], _past_general_affairs(text, position)
    roles: list[Role] = [role]
    while (also := _AND_OFFICE.match(text, position)) and (second := _OFFICE.match(text, also.end())):
        if second["president"] or not (_PREPOSITION.match(text, second.end())):
            break
        roles.append(role_of(second))
        position = second.end()
    portfolios, end = _portfolios(text, position, authorities)
    if not portfolios and with_names:
        return _named(text, role, office.start(), position)
    return [Office(each, name, None, span, known) for name, span, known in portfolios for each in roles], end


def _past_general_affairs(text: str, position: int) -> int:
    general = re.compile(rf",?\s*(?:{_MINISTER}\s*)?van\s*{loose('Algemene')}\s*Zaken").match(text, position)
    return general.end() if general else position


_NAMED = re.compile(r"\s*(?P<name>[A-Z][^(),.]{1,50}?)\s*\((?P<portfolio>[^()]+)\)")


def _named(text: str, role: Role, start: int, position: int) -> tuple[list[Office], int]:
    match = _NAMED.match(text, position)
    if match is None:
        return [], position
    return [Office(role, tidy(match["portfolio"]), tidy(match["name"]), (start, match.end()), True)], match.end()


_Portfolio = tuple[str, tuple[int, int], bool]


def _portfolios(text: str, position: int, authorities: Authorities) -> tuple[list[_Portfolio], int]:
    """Portfolio names with their places: after "van" or "voor", or directly where the preposition was lost."""
    preposition = _PREPOSITION.match(text, position)
    first = preposition.end() if preposition else position
    if preposition is None and match_portfolio(text, _skip(text, position), authorities) is None:
        return [], position
    portfolios = [_portfolio_at(text, _skip(text, first), authorities)]
    while True:
        end = portfolios[-1][1][1]
        between = _BETWEEN.match(text, end)
        if between is None:
            return portfolios, end
        known = match_portfolio(text, between.end(), authorities)
        if known is None and not (between["preposition"] and text[between.end() : between.end() + 1].isupper()):
            return portfolios, end
        portfolios.append(_portfolio_at(text, between.end(), authorities))


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _portfolio_at(text: str, start: int, authorities: Authorities) -> _Portfolio:
    end = match_portfolio(text, start, authorities)
    if end is None:
        end = _unknown_end(text, start)
        return tidy(text[start:end]), (start, end), False
    suffix = _SUFFIX.match(text, end)
    if suffix is None:
        return tidy(text[start:end]), (start, end), True
    known = match_portfolio(text, suffix.end(), authorities)
    end = known or _unknown_end(text, suffix.end())
    return tidy(text[start:end]), (start, end), known is not None


def _unknown_end(text: str, start: int) -> int:
    stop = _UNKNOWN_END.search(text, start)
    return stop.start() if stop else len(text)


def tidy(printed: str) -> str:
    """A name on one line, without signs around it."""
    return join_lines(printed).strip(" ,.;:*_")


def match_portfolio(text: str, start: int, authorities: Authorities) -> int | None:
    """Where the longest known portfolio name that begins at `start` ends; None when none does, or when words go on after it."""
    folded, places = fold_with_places(text[start : start + _LONGEST_NAME])
    short = _ABBREVIATION.match(text, start)
    if short and fold(short[1]) in authorities.abbreviation_keys:
        return short.end(1)
    for length in range(len(folded), 1, -1):
        if folded[:length] not in authorities.portfolio_keys:
            continue
        end = start + places[length - 1] + 1
        if _AFTER_KNOWN.match(text, end):
            return end
    return None
