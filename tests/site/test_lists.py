"""The lists by ministry, member and party, and the list of documents behind every number."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from entries import NOON, handed_in, make
from kamervragen.model import Addressee, Respondent, Submitter
from kamervragen.site import names
from kamervragen.site.kept import Kept
from kamervragen.site.names import letter_of, sort_key
from kamervragen.store.writing import write_batch
from kamervragen.terms import Kind, Role
from seen_pages import get, link_of, main_of, read, rows_of

DEFENCE = Addressee(role=Role.MINISTER, portfolio="Defensie")
JUSTICE = Addressee(role=Role.MINISTER, portfolio="Justitie en Veiligheid")
STARS = Addressee(role=Role.MINISTER, portfolio="Sterrenkunde")
DE_WIT = Respondent(role=Role.MINISTER, name="De Wit", portfolio="Defensie")
BAKKER = Respondent(role=Role.STAATSSECRETARIS, name="Bakker", portfolio="Defensie")
ZANDSTRA = Submitter(name="Zandstra", party="GroenLinks-PvdA")
AALDERS = Submitter(name="Van der Aalders", party="CDA")


def _document(number: int, *, year: str | None = "2030-2031", kind: Kind = Kind.ANSWER, **fields: object):
    values = {"submitted_on": date(2031, 1, number), "subject": f"onderwerp {number}", **fields}
    return make(f"document {number}", id=f"ah-tk-20302031-{number}", session_year=year, number=number, kind=kind, **values)


@pytest.fixture(scope="module")
def site(record: Path) -> Path:
    """A record in which Zandstra asks in four documents and Aalders in two, and Defensie answers in two of three."""
    entries = [
        _document(1, submitters=(ZANDSTRA,), addressees=(DEFENCE,), respondents=(DE_WIT, BAKKER)),
        _document(2, submitters=(ZANDSTRA, AALDERS), addressees=(DEFENCE, JUSTICE), respondents=(DE_WIT,)),
        _document(3, submitters=(Submitter(name="ZANDSTRA", party="GL-PvdA"),), addressees=(DEFENCE,), kind=Kind.QUESTION),
        _document(4, year=None, submitters=(Submitter(name="Zandstra", party=None), AALDERS), addressees=(STARS,)),
    ]
    write_batch(handed_in(*entries), [], at=NOON)
    return record


def test_ministries_are_listed_with_how_often_they_are_asked_and_answer(site: Path) -> None:
    page = main_of("/ministeries")
    assert rows_of(page)[1:] == [
        ["Defensie Def", "3", "2", ""],
        ["Justitie en Veiligheid JenV", "1", "0", "Veiligheid en Justitie; Justitie"],
    ]
    assert "Een ambt dat niet in onze tabel met bron staat, telt hier niet mee: het is gevraagd in 1 document" in read(
        "/ministeries"
    )


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("/documenten/?ministerie=mnre1018&rol=gevraagd", "3 documenten"),
        ("/documenten/?ministerie=mnre1018&rol=antwoordt", "2 documenten"),
        ("/documenten/?ministerie=mnre1018", "3 documenten"),
        ("/documenten/?ministerie=mnre1018&rol=gevraagd&jaar=2030-2031", "3 documenten"),
        ("/documenten/?ministerie=mnre9999", "0 documenten"),
        ("/documenten/?indiener=zandstra", "4 documenten"),
        ("/documenten/?indiener=zandstra&jaar=-", "1 document"),
        ("/documenten/?fractie=groenlinks-pvda", "3 documenten"),
        ("/documenten/?fractie=cda&indiener=van-der-aalders", "2 documenten"),
        ("/documenten/?fractie=geen-fractie", "0 documenten"),
        ("/documenten/?soort=question", "1 document"),
    ],
)
def test_behind_a_number_stand_so_many_documents(site: Path, address: str, count: str) -> None:
    page = main_of(address)
    assert f"{count}, het nieuwste eerst" in read(address)
    assert len(re.findall('class="document-title"', page)) == int(count.split()[0])


def test_every_number_of_the_lists_leads_to_as_many_documents(site: Path) -> None:
    pages = [
        "/ministeries",
        "/kamerleden",
        "/fracties",
        "/ministeries/mnre1018",
        "/kamerleden/zandstra",
        "/fracties/cda",
        "/dekking",
    ]
    links = [link for page in pages for link in re.findall(r'href="(/documenten/\?[^"]+)">([\d.]+)[^<]*</a>', main_of(page))]
    assert len(links) > 20
    for href, n in links:
        assert len(re.findall('class="document-title"', main_of(href.replace("&amp;", "&")))) == int(n), href


def test_a_ministry_shows_its_names_with_periods_and_sources(site: Path) -> None:
    rows = rows_of(main_of("/ministeries/mnre1058"))
    names = rows[rows.index(["naam", "periode", "bron"]) + 1 :]
    assert [row[:2] for row in names] == [
        ["Justitie en Veiligheid (JenV)", "sinds 1 januari 2018"],
        ["Veiligheid en Justitie (VenJ)", "1 december 2010 – 31 december 2017"],
        ["Justitie", "tot en met 30 november 2010"],
    ]
    assert all("stcrt" in row[2] for row in names)


def test_a_ministry_names_the_ministries_before_and_after_it_with_the_decree(site: Path) -> None:
    said = read("/ministeries/mnre1045")
    for name in ("Economische Zaken", "Landbouw, Natuur en Voedselkwaliteit"):
        decree = f"Bij één besluit (stcrt-2010-16584) hield het ministerie {name} op te bestaan"
        assert f"{decree} en begon op 14 oktober 2010 dit ministerie." in said
    assert 'href="/ministeries/mnre1040"' in main_of("/ministeries/mnre1045")
    assert "hield dit ministerie op te bestaan en begon op 2 juli 2024 het ministerie Landbouw, Visserij" in read(
        "/ministeries/mnre1150"
    )
    assert "Bij één besluit" not in read("/ministeries/mnre1018")


def test_a_ministry_shows_its_newest_answers_and_what_it_was_asked_without_one(site: Path) -> None:
    said = read("/ministeries/mnre1018")
    assert "Gevraagd in 3 documenten , antwoordt in 2 documenten ." in said
    assert said.index("Nieuwste antwoorden") < said.index("Onderwerp 2") < said.index("Onderwerp 1")
    assert said.index("Nieuwste ingezonden vragen") < said.index("Onderwerp 3")


def test_a_ministry_that_no_document_names_has_a_page_and_an_unknown_code_has_none(site: Path) -> None:
    assert "Gevraagd in 0 documenten" in read("/ministeries/mnre1182")
    response = get("/ministeries/mnre9999")
    assert response.status_code == 404
    assert "Er is geen ministerie met de code «mnre9999»" in response.content.decode()


def test_a_member_is_no_person_while_no_list_of_people_was_imported(site: Path) -> None:
    assert "Namen zijn nog niet aan personen gekoppeld" in read("/kamerleden/zandstra")
    assert "Wie dit is" not in read("/kamerleden/zandstra")
    assert get("/kamerleden/zandstra.json").json()["who"] is None


def test_members_are_listed_by_surname_as_they_are_printed(site: Path) -> None:
    assert rows_of(main_of("/kamerleden"))[1:] == [
        ["Van der Aalders", "CDA", "2030-2031", "2"],
        ["Zandstra", "GroenLinks-PvdA, GL-PvdA", "2030-2031", "4"],
    ]
    assert "Wie bedoeld is, staat, voor zover bekend, op de pagina van de naam." in read("/kamerleden")


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("/kamerleden?letter=A", ["Van der Aalders"]),
        ("/kamerleden?letter=z", ["Zandstra"]),
        ("/kamerleden?letter=Q", []),
        ("/kamerleden?naam=and", ["Zandstra"]),
        ("/kamerleden?naam=der+AALD", ["Van der Aalders"]),
        ("/kamerleden?naam=niemand", []),
    ],
)
def test_members_can_be_found_by_letter_and_by_a_part_of_their_name(site: Path, address: str, names: list[str]) -> None:
    assert [row[0] for row in rows_of(main_of(address))[1:]] == names


def test_all_printed_forms_of_a_name_stand_on_one_page_with_parties_and_years(site: Path) -> None:
    page = main_of("/kamerleden/zandstra")
    rows = rows_of(page)
    assert rows[1:4] == [
        ["Zandstra", "GroenLinks-PvdA", "2030-2031", "2"],
        ["ZANDSTRA", "GL-PvdA", "2030-2031", "1"],
        ["Zandstra", "niet gedrukt", "", "1"],
    ]
    assert rows[5:] == [["2030-2031", "3"], ["niet gedrukt", "1"]]
    assert link_of(page, "GL-PvdA") == "/fracties/gl-pvda"


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/kamerleden/Zandstra", "/kamerleden/zandstra"),
        ("/kamerleden/ZANDSTRA.json", "/kamerleden/zandstra.json"),
        ("/fracties/gl-pvda", "/fracties/groenlinks-pvda"),
        ("/en/fracties/GL-PvdA", "/en/fracties/groenlinks-pvda"),
    ],
)
def test_another_form_of_a_name_redirects_to_its_page(site: Path, address: str, leads_to: str) -> None:
    response = get(address)
    assert (response.status_code, response["Location"]) == (301, leads_to)


def test_variants_of_a_party_that_the_table_knows_stand_together(site: Path) -> None:
    assert rows_of(main_of("/fracties"))[1:] == [["CDA", "2030-2031", "2"], ["GroenLinks-PvdA", "2030-2031", "3"]]
    said = read("/fracties/groenlinks-pvda")
    assert "Leden stellen vragen in 3 documenten" in said
    assert "Zo gedrukt: GroenLinks-PvdA (2), GL-PvdA (1)." in said
    assert rows_of(main_of("/fracties/groenlinks-pvda"))[1] == ["Zandstra", "3"]


@pytest.mark.parametrize(
    "address", ["/kamerleden/niemand", "/fracties/niets", "/kamerleden?pagina=2", "/documenten/?pagina=999999"]
)
def test_what_is_not_there_gets_a_page_that_says_so(site: Path, address: str) -> None:
    assert get(address).status_code == 404


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/kamerleden?letter=AB", "«AB» is geen letter"),
        ("/kamerleden?pagina=x", "«x» is geen paginanummer"),
        ("/documenten/?rol=baas", "«baas» is geen rol van een ministerie"),
        ("/documenten/?indiener=%3Cb%3E", "is geen naam of code"),
        ("/documenten/?ministerie=" + "x" * 90, "is geen naam of code"),
    ],
)
def test_a_wrong_choice_gets_a_sentence(site: Path, address: str, said: str) -> None:
    response = get(address)
    assert response.status_code == 400
    assert said in response.content.decode()


@pytest.mark.parametrize(
    ("name", "key", "letter"),
    [
        ("Van der Plas", "plas", "P"),
        ("Inge van der Zwaluw", "ingevanderzwaluw", "I"),
        ("’t Hart", "hart", "H"),
        ("Yıldız", "yildiz", "Y"),
        ("De", "de", "D"),
        ("3de Vries", "3devries", "0"),
    ],
)
def test_a_name_is_sorted_by_its_surname(name: str, key: str, letter: str) -> None:
    assert sort_key(name)[0] == key
    assert letter_of(name) == letter


def test_figures_are_of_a_stated_moment_and_follow_the_record(site: Path) -> None:
    assert "Stand van 2 maart 2031, 13:00:00." in read("/kamerleden")
    later = NOON + timedelta(minutes=5)
    write_batch(handed_in(_document(9, submitters=(AALDERS,))), [], at=later)
    assert "Stand van 2 maart 2031, 13:05:00." in read("/kamerleden")
    assert rows_of(main_of("/kamerleden"))[1] == ["Van der Aalders", "CDA", "2030-2031", "3"]


@pytest.mark.parametrize(("keep", "slug"), [(names.keep_member, "zandstra"), (names.keep_party, "cda")])
def test_a_page_made_of_an_earlier_register_is_not_taken_for_one_of_now(
    site: Path, monkeypatch: pytest.MonkeyPatch, keep: Callable[[str], Kept[names.NamePage] | None], slug: str
) -> None:
    kept = names.keep_register()
    monkeypatch.setattr(names, "keep_register", lambda: replace(kept, is_current=False))
    earlier = keep(slug)
    monkeypatch.undo()
    now = keep(slug)

    assert earlier is not None
    assert now is not None
    assert [earlier.is_current, now.is_current] == [False, True]
