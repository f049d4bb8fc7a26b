"""The page "Zelfde vraag?" over the bundled examples."""

import json
import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.test import Client

from seen_pages import get, main_of, words_of

COFFEE = (
    "Zijn er op uw ministerie koffieochtenden georganiseerd op departementaal niveau, dan wel op directoraat-generaal (DG) of "
    "directieniveau naar aanleiding van de Nationale Windmolendag?"
)
CHANGED = (
    "Zijn er op uw departement theeochtenden georganiseerd op departementaal niveau, dan wel op directoraat-generaal (DG) of "
    "afdelingsniveau ter gelegenheid van de Nationale Windmolendag?"
)


def _address(**parameters: str) -> str:
    return f"/vergelijkbaar?{urlencode(parameters)}"


def _questions(page: str) -> list[str]:
    """Each question of a page, as a reader sees it."""
    return [words_of(each.partition(">")[2]) for each in page.split('<li class="hit ')[1:]]


@pytest.fixture
def client(bundled: Path) -> Client:
    """Somebody who looks at the site."""
    return Client(SERVER_NAME="localhost")


def test_a_question_to_twelve_ministers_comes_once_with_its_answer_and_how_many_others_there_are(bundled: Path) -> None:
    first = _questions(main_of(_address(tekst=COFFEE)))[0]

    assert first.startswith("woordelijk gelijk Koffieochtenden op ministeries")
    assert "Vraag 1: Zijn er op uw ministerie koffieochtenden" in first
    assert "en 9 andere antwoorden" in first


def test_why_a_question_is_there_is_marked_and_said(bundled: Path) -> None:
    page = main_of(_address(tekst=CHANGED))

    assert _questions(page)[0].startswith("bijna woordelijk gelijk gemeen: ")
    marked = re.findall(r"<mark>(.*?)</mark>", page)
    assert "georganiseerd op departementaal niveau, dan wel op directoraat-generaal (DG) of" in marked


def test_the_answers_of_one_filing_can_be_seen_side_by_side(bundled: Path) -> None:
    page = main_of(_address(tekst=COFFEE))

    (href,) = re.findall(r'<a href="(/dossiers/[^"]+/vraag/1)">de antwoorden naast elkaar</a>', page)
    assert get(href).status_code == 200


def test_it_is_said_with_how_many_questions_the_text_was_compared(bundled: Path) -> None:
    assert "Vergeleken met de 206 vragen die hier staan ." in words_of(main_of(_address(tekst=COFFEE)))
    nothing = words_of(main_of(_address(tekst="Xylofoons zoemen.")))
    assert "Niets gevonden dat hierop lijkt" in nothing
    assert "Vergeleken met de 206 vragen die hier staan . Dat zegt niet dat dit nooit gevraagd is" in nothing


def test_a_short_text_that_is_sent_gets_an_address(client: Client) -> None:
    response = client.post("/vergelijkbaar", {"tekst": f"  {COFFEE}\r\n\f"})

    assert (response.status_code, response.headers["Location"]) == (302, _address(tekst=COFFEE))


def test_a_long_text_is_answered_at_once(client: Client) -> None:
    response = client.post("/vergelijkbaar", {"tekst": f"{COFFEE}\n" + "Wat vindt u van wolken?\n" * 100})

    assert response.status_code == 200
    assert "Wat het meest lijkt" in words_of(response.content.decode())


def test_in_english_the_answer_to_a_form_is_english(client: Client) -> None:
    response = client.post("/en/vergelijkbaar", {"tekst": COFFEE}, follow=True)

    assert response.request["PATH_INFO"] == "/en/vergelijkbaar"
    page = words_of(response.content.decode())
    assert "the same words Koffieochtenden" in page
    assert "and 9 other answers" in page


def test_a_question_of_a_document_leads_to_the_others_that_ask_the_same(bundled: Path) -> None:
    page = main_of("/documenten/ah-tk-20302031-1066")
    href = "/vergelijkbaar?bij=ah-tk-20302031-1066%23vraag-1"
    assert f'href="{href}" aria-label="zelfde vraag?: vraag 1"' in page

    found = main_of(href)
    assert "Is vraag 1 van Aanhangsel 2030–2031, nr. 1066 eerder of later ook gesteld?" in words_of(found)
    places = re.findall(r'href="/documenten/([^"#]+)#', "".join(re.findall(r"<ol class=\"hits\">.*", found, re.S)))
    assert len(places) > 5
    assert "ah-tk-20302031-1066" not in places


def test_a_question_that_says_too_little_gets_a_sentence_and_no_failure(client: Client) -> None:
    response = client.get("/vergelijkbaar.json", {"bij": "ah-tk-20302031-1066#vraag-99"})
    assert response.status_code == 404
    assert response.json()["error"]["message"] == "Deze vraag staat hier niet. Plak haar tekst om haar te vergelijken."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Er staat geen tekst om te vergelijken; plak een vraag van ten minste twee woorden."),
        ("wolf", "Eén woord is te weinig om te vergelijken; plak de hele vraag, of zoek op het woord. Zoek op dit woord"),
        ("Zo nee, waarom niet?", "De tekst heeft alleen woorden die in elke vraag kunnen staan"),
        ("wolf en schaap " * 1_000, "De tekst is te lang; plak hooguit 10000 tekens"),
        ("de wolf\x00 komt", "Bij teken 8 staat een teken dat geen leesbare tekst is"),
    ],
)
def test_what_cannot_be_compared_gets_a_sentence_beside_what_was_sent(client: Client, text: str, sentence: str) -> None:
    response = client.post("/vergelijkbaar", {"tekst": text})

    assert response.status_code == 400
    assert sentence in words_of(response.content.decode())
    assert client.post("/vergelijkbaar.json", {"tekst": text}).json()["code"]


def test_marks_and_text_are_escaped(bundled: Path) -> None:
    page = main_of(_address(tekst="<script>alert(1)</script> koffieochtenden"))

    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_twin_has_all_places_of_a_question(client: Client) -> None:
    page = json.loads(client.get("/vergelijkbaar.json", {"tekst": COFFEE}).content)

    first = page["questions"][0]
    assert (page["n_questions"], first["likeness"], first["share"]) == (206, "same", 1.0)
    assert first["n_other_answers"] == 9
    assert len(first["others"]) >= 9
    assert first["place"]["item"]["other"]


def test_the_search_proposes_it_for_a_whole_question_and_the_home_page_leads_to_it(bundled: Path) -> None:
    hint = "Een hele vraag? Kijk of zij al eerder is gesteld."
    assert hint in words_of(main_of(f"/zoeken?{urlencode({'q': COFFEE})}"))
    assert hint in words_of(get(f"/zoeken?{urlencode({'q': '(' + COFFEE + ' (('})}").content.decode())
    assert hint not in words_of(main_of("/zoeken?q=koffieochtenden"))
    assert 'href="/vergelijkbaar"' in main_of("/")
