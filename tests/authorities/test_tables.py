"""The packaged tables are whole: every code exists, no period contradicts another, every row says where it was read or that it was not."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from itertools import combinations

import pytest

from kamervragen.authorities import Ministry, Party, Period, Portfolio, load
from kamervragen.folding import fold

TABLES = ("ministries.csv", "portfolios.csv", "parties.csv")
MINISTRIES = load().ministries
PORTFOLIOS = load().portfolios
PARTIES = load().parties


def _say_period(period: Period) -> str:
    return f"{period.first or ''}..{period.last or ''}"


def _names_of(portfolio: Portfolio) -> set[str]:
    return {fold(name) for name in (portfolio.name, *portfolio.variants, *portfolio.abbreviations)}


def _overlapping_pairs() -> Iterator[str]:
    for one, other in combinations(PORTFOLIOS, 2):
        for name in _names_of(one) & _names_of(other):
            if one.period.is_overlapping(other.period):
                yield f"{name}: {_say_period(one.period)} {_say_period(other.period)}"


@pytest.mark.parametrize("table", TABLES)
def test_every_line_of_a_table_has_all_its_columns_and_no_stray_space(table: str) -> None:
    lines = list(csv.reader((files("kamervragen.authorities") / table).read_text(encoding="utf-8").splitlines(), strict=True))
    assert {len(line) for line in lines} == {len(lines[0])}
    assert [cell for line in lines for cell in line if cell != cell.strip()] == []


def test_every_ministry_has_a_code_in_the_official_form() -> None:
    assert [ministry for ministry in MINISTRIES if not re.fullmatch(r"mnre\d{4}", ministry.code)] == []


def test_every_ministry_says_where_it_was_read() -> None:
    assert [ministry.name for ministry in MINISTRIES if not ministry.is_sourced] == []


def test_one_ministry_never_has_two_names_on_one_day() -> None:
    pairs = [(one, other) for one, other in combinations(MINISTRIES, 2) if one.code == other.code]
    assert [f"{one.name} / {other.name}" for one, other in pairs if one.period.is_overlapping(other.period)] == []


def test_no_two_ministries_have_one_name_on_one_day() -> None:
    pairs = [(one, other) for one, other in combinations(MINISTRIES, 2) if one.name == other.name]
    assert [f"{one.code} / {other.code}" for one, other in pairs if one.period.is_overlapping(other.period)] == []


def test_one_printed_form_means_one_portfolio_on_one_day() -> None:
    assert list(_overlapping_pairs()) == []


def test_every_portfolio_belongs_to_a_ministry_that_existed_then() -> None:
    orphans = [
        portfolio.name
        for portfolio in PORTFOLIOS
        if not any(one.code == portfolio.ministry_code and one.period.is_overlapping(portfolio.period) for one in MINISTRIES)
    ]
    assert orphans == []


def test_every_portfolio_has_a_role() -> None:
    assert [portfolio.name for portfolio in PORTFOLIOS if not portfolio.roles] == []


@pytest.mark.parametrize("row", [*MINISTRIES, *PORTFOLIOS], ids=lambda row: f"{row.name} {_say_period(row.period)}")
def test_a_period_ends_after_it_begins(row: Ministry | Portfolio) -> None:
    first, last = row.period.first or date(1798, 1, 1), row.period.last or date.max
    assert date(1798, 1, 1) <= first < last


def test_every_ministry_is_a_portfolio_too() -> None:
    assert [ministry.name for ministry in MINISTRIES if load().find_portfolio(ministry.name) is None] == []


def test_one_printed_form_means_one_party() -> None:
    forms = [form for party in PARTIES for form in {fold(name) for name in (party.name, *party.variants)}]
    assert sorted(forms) == sorted(set(forms))


def test_the_rows_that_were_read_nowhere_are_these() -> None:
    """A new row without a source must be a decision, not an oversight."""
    assert sorted({portfolio.name for portfolio in PORTFOLIOS if not portfolio.is_sourced}) == [
        "Europese Zaken",
        "Fiscaliteit en Belastingdienst",
        "Fiscaliteit, Belastingdienst en Douane",
        "Grote Steden- en Integratiebeleid",
        "Herstel en Toeslagen",
        "Integratie, Jeugdbescherming, Preventie en Reclassering",
        "Medische Zorg en Sport",
        "Milieu en Wonen",
        "Primair/Voortgezet Onderwijs en Emancipatie",
        "Werk en Participatie",
    ]


def test_a_row_without_a_source_says_so() -> None:
    assert not Party(name="Lijst Uitgevonden").is_sourced
    assert Party(name="Lijst Uitgevonden", source="ah-tk-20232024-1067").is_sourced
