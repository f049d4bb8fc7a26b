"""Official identifiers, parsed and printed: publications (`ah-tk-20232024-1067`), cases (`2024Z01294`), session years.

Real lists hold typing errors, so parsing is liberal; what the pattern does not fit is kept as printed and `None` comes back.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_SESSION_YEAR = re.compile(r"(?P<first>(?:19|20)\d{2})\s*[-–—/Œ]\s*(?P<second>\d{4}|\d{2})")
_APPENDIX = re.compile(
    r"""(?i)^ah-
    (?:(?P<chamber>tk|ek)-(?P<first>\d{4})(?P<second>\d{4})-)?   # ids since 2025-2026 have no chamber and no year
    (?P<number>\d+)(?P<suffix>[a-z]?)                            # a stray letter really occurs
    (?:-(?P<reprint>[hn]\d+))?$                                  # h1, n1: a reprint""",
    re.X,
)
_QUESTION = re.compile(
    r"""(?i)^kv-
    (?:(?P<chamber>tk|ek)-)?
    (?P<case>(?=[A-Z-]*\d)[0-9A-Z]+(?:-[0-9A-Z]+)*?)             # a case number, often mistyped; before 2009 other forms
    (?:-(?P<reprint>[hn]\d*))?$                                 # h1, h, n1: a reprint""",
    re.X,
)
_CASE = re.compile(r"(?P<year>(?:19|20)\d{2})\s?[Zz]\s?(?P<serial>\d{4,6})")


@dataclass(frozen=True, slots=True, order=True)
class SessionYear:
    """A parliamentary year, September to September, by the year it begins in.

    Args:
        first: the calendar year of its beginning, 1814 or later.
    """

    first: int

    def __str__(self) -> str:
        """The usual form: `2023-2024`."""
        return f"{self.first}-{self.first + 1}"

    @property
    def compact(self) -> str:
        """The form inside identifiers: `20232024`."""
        return f"{self.first}{self.first + 1}"


def parse_session_year(printed: str) -> SessionYear | None:
    """Read `2023–2024`, `2023-2024`, `2022/23`, `2000/01` or `1999-2000`; None when it is no pair of following years."""
    match = _SESSION_YEAR.fullmatch(printed.strip())
    if match is None:
        return None
    first, second = int(match["first"]), match["second"]
    follows = str(first + 1).endswith(second)
    return SessionYear(first) if follows else None


@dataclass(frozen=True, slots=True)
class PublicationId:
    """An official identifier of a publication, taken apart.

    Args:
        series: `ah` (Aanhangsel) or `kv` (questions without answer).
        chamber: `tk`, `ek`, or None where the identifier does not say.
        session_year: of an `ah` identifier; None where it has none (since 2025-2026) and for `kv`.
        number: the part that numbers it: `1067`, or the case number `2024Z01294` of a `kv`.
        reprint: `h1`, `n1`, … or "".

    Source: the published identifiers, 1995 to 2025.
    """

    series: str
    chamber: str | None
    session_year: SessionYear | None
    number: str
    reprint: str = ""

    def __str__(self) -> str:
        """The usual form: `ah-tk-20232024-1067`."""
        year = self.session_year.compact if self.session_year else None
        return "-".join(part for part in (self.series, self.chamber, year, self.number, self.reprint) if part)


@lru_cache(maxsize=65_536)  # linking asks for the same ones over and over
def parse_publication_id(printed: str) -> PublicationId | None:
    """Take an identifier apart; None when it is not an `ah-` or `kv-` identifier."""
    appendix = _APPENDIX.match(printed.strip())
    if appendix:
        return _appendix_id(appendix)
    question = _QUESTION.match(printed.strip())
    if question is None:
        return None
    chamber = question["chamber"].lower() if question["chamber"] else None
    return PublicationId("kv", chamber, None, question["case"], (question["reprint"] or "").lower())


def _appendix_id(match: re.Match[str]) -> PublicationId | None:
    if match["chamber"] is None:
        return PublicationId("ah", None, None, (match["number"] + match["suffix"]).lower(), (match["reprint"] or "").lower())
    year = parse_session_year(f"{match['first']}-{match['second']}")
    if year is None:
        return None
    return PublicationId(
        "ah", match["chamber"].lower(), year, (match["number"] + match["suffix"]).lower(), (match["reprint"] or "").lower()
    )


def appendix_id(session_year: SessionYear, number: int, chamber: str = "tk") -> str:
    """The identifier of an Aanhangsel number: `ah-tk-20232024-1067`."""
    return str(PublicationId("ah", chamber, session_year, str(number)))


def parse_case_number(printed: str) -> str | None:
    """The case number in its usual form, `2024Z01294`, from a printed one with spaces or a small z; None when it is none."""
    match = _CASE.fullmatch(printed.strip())
    return f"{match['year']}Z{match['serial']}" if match else None
