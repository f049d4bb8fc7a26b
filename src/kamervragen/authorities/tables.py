"""The packaged tables, read from CSV; a wrong row is our own mistake and stops the program."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from kamervragen.authorities.lookup import Authorities, build_authorities
from kamervragen.authorities.records import Ministry, Party, Period, Portfolio
from kamervragen.terms import Role

_SEPARATOR = ";"  # names hold commas


@cache
def load() -> Authorities:
    """The packaged tables, read once."""
    return build_authorities(
        tuple(_ministry(row) for row in _rows("ministries.csv")),
        tuple(_portfolio(row) for row in _rows("portfolios.csv")),
        tuple(_party(row) for row in _rows("parties.csv")),
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    table = (files("kamervragen.authorities") / name).read_text(encoding="utf-8")
    yield from csv.DictReader(table.splitlines(), strict=True)


def _ministry(row: dict[str, str]) -> Ministry:
    return Ministry(
        code=row["code"], name=row["name"], abbreviation=row["abbreviation"], period=_period(row), source=row["source"]
    )


def _portfolio(row: dict[str, str]) -> Portfolio:
    return Portfolio(
        name=row["name"],
        ministry_code=row["ministry"],
        roles=tuple(Role(role) for role in _several(row["roles"])),
        period=_period(row),
        variants=_several(row["variants"]),
        abbreviations=_several(row["abbreviations"]),
        source=row["source"],
    )


def _party(row: dict[str, str]) -> Party:
    return Party(name=row["name"], variants=_several(row["variants"]), source=row["source"])


def _period(row: dict[str, str]) -> Period:
    return Period(first=_day(row["valid_from"]), last=_day(row["valid_until"]))


def _day(printed: str) -> date | None:
    return date.fromisoformat(printed) if printed else None


def _several(printed: str) -> tuple[str, ...]:
    return tuple(printed.split(_SEPARATOR)) if printed else ()
