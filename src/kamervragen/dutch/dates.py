"""Dutch dates as printed in headings and letters."""

import re
from datetime import date

from kamervragen.dutch.joining import loose

MONTHS = {
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6,
    "juli": 7, "augustus": 8, "september": 9, "oktober": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip

_IN_FULL = tuple(MONTHS)[:12]

# A date with whatever white space, or none, a PDF left in it: "18 november2024", "27 au-\ngustus\n2024", "8 sep. 2008".
DATE = rf"""
    (?P<day>\d{{1,2}}) \s*
    (?P<month>{"|".join(loose(month) for month in sorted(MONTHS, key=len, reverse=True))}) \.? \s*
    (?P<year>(?:19|20)\d{{2}})
"""
_DATE = re.compile(DATE, re.X | re.I)


def date_of(match: re.Match[str]) -> date | None:
    """The date of a match of `DATE`; None for a day that does not exist, such as 31 February."""
    try:
        return date(int(match["year"]), MONTHS[re.sub(r"-\s*", "", match["month"]).lower()], int(match["day"]))
    except ValueError:
        return None


def parse_date(printed: str) -> date | None:
    """The first Dutch date in a text; None when there is none or it does not exist."""
    match = _DATE.search(printed)
    return date_of(match) if match else None


def print_date(day: date) -> str:
    """A day as a Dutch reader writes it: `10 februari 2031`."""
    return f"{day.day} {_IN_FULL[day.month - 1]} {day.year}"
