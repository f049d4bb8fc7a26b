"""Printed names find their portfolio, ministry and party, on the right day and however they came out of a PDF."""

import json
from datetime import date
from pathlib import Path

import pytest

from kamervragen.authorities import Authorities, Period, load
from kamervragen.terms import Role


@pytest.fixture(scope="module")
def authorities() -> Authorities:
    return load()


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Onderwijs, Cultuur en Wetenschap", "Onderwijs, Cultuur en Wetenschap"),
        ("Onderwijs Cultuur en Wetenschap", "Onderwijs, Cultuur en Wetenschap"),
        ("Onderwijs, Cultuur en Wetenschappen", "Onderwijs, Cultuur en Wetenschap"),
        ("Klimaaten Groene Groei", "Klimaat en Groene Groei"),
        ("Binnenlandse Zaken en Koninkrijks-\nrelaties", "Binnenlandse Zaken en Koninkrijksrelaties"),
        ("Financien", "Financiën"),
        ("volksgezondheid, welzijn en sport", "Volksgezondheid, Welzijn en Sport"),
        ("J&V", "Justitie en Veiligheid"),
        ("V&J", "Veiligheid en Justitie"),
        ("VWS", "Volksgezondheid, Welzijn en Sport"),
        ("Volksgezondheid, Welzijn en Sport – Jeugd, Preventie en Sport", "Jeugd, Preventie en Sport"),
        ("Grotesteden- en Integratiebeleid", "Grote Steden- en Integratiebeleid"),
        ("Vreemdelingenbeleid en Integratie", "Vreemdelingenzaken en Integratie"),
        ("Programma Jeugd en Gezin", "Jeugd en Gezin"),
    ],
)
def test_a_printed_form_finds_its_portfolio(authorities: Authorities, printed: str, name: str) -> None:
    portfolio = authorities.find_portfolio(printed)
    assert portfolio is not None
    assert portfolio.name == name


@pytest.mark.parametrize("printed", ["", "Vrolijkheid en Vermaak", "de Minister", "en"])
def test_what_is_no_portfolio_finds_nothing(authorities: Authorities, printed: str) -> None:
    assert authorities.find_portfolio(printed) is None


@pytest.mark.parametrize(
    ("printed", "on", "ministry"),
    [
        ("Natuur en Stikstof", date(2023, 7, 4), "Landbouw, Natuur en Voedselkwaliteit"),
        ("Rechtsbescherming", date(2017, 11, 1), "Veiligheid en Justitie"),
        ("Rechtsbescherming", date(2023, 6, 1), "Justitie en Veiligheid"),
        ("Langdurige Zorg en Sport", date(2023, 9, 1), "Volksgezondheid, Welzijn en Sport"),
        ("Volkshuisvesting en Ruimtelijke Ordening", date(2022, 5, 11), "Binnenlandse Zaken en Koninkrijksrelaties"),
        ("Volkshuisvesting en Ruimtelijke Ordening", date(2024, 10, 1), "Volkshuisvesting en Ruimtelijke Ordening"),
        ("Volkshuisvesting en Ruimtelijke Ordening", date(2026, 3, 1), "Binnenlandse Zaken en Koninkrijksrelaties"),
        ("Asiel en Migratie", date(2024, 11, 1), "Asiel en Migratie"),
        ("Asiel en Migratie", date(2026, 3, 1), "Justitie en Veiligheid"),
        ("Wonen, Wijken en Integratie", date(2009, 3, 1), "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer"),
        ("Wonen en Rijksdienst", date(2013, 3, 1), "Binnenlandse Zaken en Koninkrijksrelaties"),
        ("Landbouw, Natuurbeheer en Visserij", date(2001, 3, 1), "Landbouw, Natuurbeheer en Visserij"),
        ("Economische Zaken", date(2009, 3, 1), "Economische Zaken"),
    ],
)
def test_a_portfolio_belongs_to_the_ministry_of_its_day(authorities: Authorities, printed: str, on: date, ministry: str) -> None:
    portfolio = authorities.find_portfolio(printed, on)
    assert portfolio is not None
    found = authorities.ministry_of(portfolio, on)
    assert found is not None
    assert found.name == ministry


@pytest.mark.parametrize(
    ("on", "name", "abbreviation"),
    [
        (date(2010, 10, 14), "Economische Zaken, Landbouw en Innovatie", "ELenI"),
        (date(2012, 12, 31), "Economische Zaken, Landbouw en Innovatie", "ELenI"),
        (date(2013, 1, 1), "Economische Zaken", "EZ"),
        (date(2017, 12, 31), "Economische Zaken", "EZ"),
        (date(2018, 1, 1), "Economische Zaken en Klimaat", "EZK"),
        (date(2024, 7, 1), "Economische Zaken en Klimaat", "EZK"),
        (date(2024, 7, 2), "Economische Zaken", "EZ"),
        (date(2026, 2, 22), "Economische Zaken", "EZ"),
        (date(2026, 2, 23), "Economische Zaken en Klimaat", "EZK"),
        (None, "Economische Zaken en Klimaat", "EZK"),
    ],
)
def test_one_ministry_has_the_name_of_the_day(authorities: Authorities, on: date | None, name: str, abbreviation: str) -> None:
    portfolio = authorities.find_portfolio("Economische Zaken en Klimaat")
    assert portfolio is not None
    found = authorities.ministry_of(portfolio, on)
    assert found is not None
    assert (found.code, found.name, found.abbreviation) == ("mnre1045", name, abbreviation)


def test_a_ministry_that_did_not_exist_yet_is_not_found(authorities: Authorities) -> None:
    portfolio = authorities.find_portfolio("Economische Zaken en Klimaat")
    assert portfolio is not None
    assert authorities.ministry_of(portfolio, date(2010, 10, 13)) is None


def test_the_office_of_a_portfolio_changes_with_the_cabinet(authorities: Authorities) -> None:
    before = authorities.find_portfolio("Rechtsbescherming", date(2023, 6, 1))
    after = authorities.find_portfolio("Rechtsbescherming", date(2025, 1, 1))
    assert before is not None
    assert after is not None
    assert (before.roles, after.roles) == ((Role.MINISTER,), (Role.STAATSSECRETARIS,))


def test_an_old_title_in_a_later_document_finds_its_latest_row(authorities: Authorities) -> None:
    portfolio = authorities.find_portfolio("Klimaat en Energie", date(2024, 11, 22))
    assert portfolio is not None
    assert portfolio.period == Period(first=date(2022, 1, 10), last=date(2024, 7, 1))


def test_names_in_full_and_short_forms_are_separate_keys(authorities: Authorities) -> None:
    assert "natuurenstikstof" in authorities.portfolio_keys
    assert "vws" not in authorities.portfolio_keys
    assert "vws" in authorities.abbreviation_keys
    assert not authorities.portfolio_keys & authorities.abbreviation_keys


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("FVD", "FVD"),
        ("FvD", "FVD"),
        ("GL-PvdA", "GroenLinks-PvdA"),
        ("GroenLinks-\nPvdA", "GroenLinks-PvdA"),
        ("GroenLinks", "GroenLinks"),
        ("NSC", "Nieuw Sociaal Contract"),
        ("Nieuw SociaalContract", "Nieuw Sociaal Contract"),
        ("CU", "ChristenUnie"),
        ("50Plus", "50PLUS"),
        ("D66", "D66"),
        ("Groep Van Haga", "Groep Van Haga"),
        ("Lid Omtzigt", "Lid Omtzigt"),
    ],
)
def test_a_printed_form_finds_its_party(authorities: Authorities, printed: str, name: str) -> None:
    party = authorities.find_party(printed)
    assert party is not None
    assert party.name == name


def test_what_is_no_party_finds_nothing(authorities: Authorities) -> None:
    assert authorities.find_party("beiden") is None


def test_the_tables_are_read_once() -> None:
    assert load() is load()


@pytest.mark.parametrize(
    ("one", "other", "overlaps"),
    [
        (Period(first=None, last=None), Period(first=None, last=None), True),
        (Period(first=None, last=date(2010, 10, 13)), Period(first=date(2010, 10, 14), last=None), False),
        (Period(first=None, last=date(2010, 10, 14)), Period(first=date(2010, 10, 14), last=None), True),
        (Period(first=date(2012, 1, 1), last=None), Period(first=None, last=date(2011, 1, 1)), False),
    ],
)
def test_periods_overlap_when_they_share_a_day(one: Period, other: Period, overlaps: bool) -> None:
    assert one.is_overlapping(other) is overlaps
    assert other.is_overlapping(one) is overlaps


@pytest.mark.real
def test_every_name_that_people_read_in_real_documents_is_known(authorities: Authorities, corpus: Path) -> None:
    gold = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((corpus.parent / "gold").glob("*.json"))]
    if not gold:
        pytest.skip("needs the hand-made expectations in a folder `gold` beside the real documents")
    people = [
        person for one in gold for field in ("addressees", "respondents", "on_behalf_of") for person in one.get(field) or []
    ]
    portfolios = {person["portfolio"] for person in people if person["portfolio"]}
    parties = {person["party"] for one in gold for person in one.get("submitters") or [] if person["party"]}
    assert {name for name in portfolios if authorities.find_portfolio(name) is None} == set()
    assert {name for name in parties if authorities.find_party(name) is None} == set()
