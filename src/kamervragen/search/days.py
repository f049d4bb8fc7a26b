"""Days, months, years and the time between two of them, as people type them: `2024-01..2024-03` → Days."""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from kamervragen.dutch.dates import MONTHS
from kamervragen.search.refusals import refuse
from kamervragen.search.schema import day_number
from kamervragen.search.tree import Days, Values, Written

_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>[12]\d{3})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})",  # 2024-01-29
        r"(?P<day>\d{1,2})[-/](?P<month>\d{1,2})[-/](?P<year>[12]\d{3})",  # 29-01-2024
        r"(?P<year>[12]\d{3})[-/](?P<month>\d{1,2})",  # 2024-01
        r"(?P<month>\d{1,2})[-/](?P<year>[12]\d{3})",  # 01-2024
        r"(?P<year>[12]\d{3})",  # 2024
        r"(?P<day>\d{1,2})\s+(?P<month>[a-z]+)\.?\s+(?P<year>[12]\d{3})",  # 29 januari 2024
        r"(?P<month>[a-z]+)\.?\s+(?P<year>[12]\d{3})",  # januari 2024
    )
)
_SESSION: Final = re.compile(r"(?P<first>[12]\d{3})[-–/]?(?P<second>[12]\d{3}|\d{2})")


def read_days(written: Written) -> Days:
    """The days that are meant by a day, a month, a year, or two of them with `..` between; either may be left out.

    Raises:
        QueryError: they are none, or the last comes before the first.
    """
    first, dots, last = written.printed.partition("..")
    if not (first or last):
        raise refuse("bad_date", place=written.place, printed=written.printed)
    start = _bounds(first, written)[0] if first else None
    end = _bounds(last if dots else first, written)[1] if last or not dots else None
    if start and end and start > end:
        raise refuse("bad_period", place=written.place, printed=written.printed)
    return Days(first=start, last=end)


def read_year(written: Written) -> Days | Values:
    """A session year (`2023-2024`), or the days of a calendar year, or of the years from one to another.

    Raises:
        QueryError: it is neither.
    """
    session = _SESSION.fullmatch(written.printed)
    if session and _follows(session["first"], session["second"]):
        return Values(values=(f"{int(session['first'])}-{int(session['first']) + 1}",))
    if not all(re.fullmatch(r"(?:[12]\d{3})?", year) for year in written.printed.split("..", 1)):
        raise refuse("bad_year", place=written.place, printed=written.printed)
    return read_days(written)


def _follows(first: str, second: str) -> bool:
    """Whether a year, which may be written with two digits, is the one after another."""
    return str(int(first) + 1).endswith(second)


def _bounds(printed: str, written: Written) -> tuple[int, int]:
    """The first and the last day of something printed, as numbers such as 20240216."""
    match = next(filter(None, (form.fullmatch(printed.strip().lower()) for form in _FORMS)), None)
    bounds = _find_bounds(match) if match else None
    if bounds is None:
        raise refuse("bad_date", place=written.place, printed=written.printed)
    return bounds


def _find_bounds(match: re.Match[str]) -> tuple[int, int] | None:
    """The first and the last day; None when the day or the month does not exist."""
    parts = {part: int(value) if value.isdecimal() else MONTHS.get(value, 0) for part, value in match.groupdict().items()}
    try:
        first = date(**{"month": 1, "day": 1, **parts})
    except ValueError:
        return None
    month = parts.get("month", 12)
    last = first.replace(month=month, day=parts.get("day", monthrange(first.year, month)[1]))
    return day_number(first), day_number(last)
