"""Dutch and English: the address decides, and each page names itself in both."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from kamervragen.site.languages import in_language, language_of
from site_documents import REPLY, add

HOST = "http://localhost"


@pytest.fixture(scope="module")
def key(record) -> str:
    return add(record, "antwoord.xml", REPLY)


def _get(address: str, **headers: str) -> HttpResponse:
    return Client(SERVER_NAME="localhost").get(address, headers=headers)


@pytest.mark.parametrize(
    ("address", "language", "expected"),
    [
        ("/", "en", "/en/"),
        ("/en/", "nl", "/"),
        ("/en", "nl", "/"),
        ("/en/", "en", "/en/"),
        ("/zoeken?q=a%26b", "en", "/en/zoeken?q=a%26b"),
        ("/en/zoeken?q=/en/", "nl", "/zoeken?q=/en/"),
        ("/english", "nl", "/english"),
        ("/en//elders.test/", "nl", "/%2Felders.test/"),
    ],
)
def test_the_same_page_in_a_language_keeps_its_query_and_its_site(address: str, language: str, expected: str) -> None:
    assert in_language(address, language) == expected


@pytest.mark.parametrize(("path", "language"), [("/", "nl"), ("/en/x", "en"), ("/en", "en"), ("/engels", "nl"), ("/nl/", "nl")])
def test_the_language_stands_in_the_address(path: str, language: str) -> None:
    assert language_of(path) == language


@pytest.mark.usefixtures("key")
@pytest.mark.parametrize(
    ("address", "language"), [("/documenten/", "nl"), ("/en/documenten/", "en"), ("/niets", "nl"), ("/en/niets", "en")]
)
@pytest.mark.parametrize("asked", ["en", "nl", "fr-FR,en;q=0.9", ""])
def test_what_the_browser_prefers_changes_nothing(address: str, language: str, asked: str) -> None:
    response = _get(address, **{"Accept-Language": asked})
    assert re.search(r'<html lang="([^"]*)"', response.content.decode())[1] == language
    assert response["Content-Language"] == language
    assert "Accept-Language" not in response.get("Vary", "")


@pytest.mark.parametrize("rest", ["/documenten/", "/documenten/{key}", "/documenten/{key}/tekst", "/methode"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_page_names_itself_and_its_two_languages(key: str, prefix: str, rest: str) -> None:
    path = rest.format(key=key)
    page = _get(f"{prefix}{path}").content.decode()
    assert re.findall(r'<link rel="canonical" href="([^"]+)"', page) == [f"{HOST}{prefix}{path}"]
    found = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', page)
    assert found == [("nl", f"{HOST}{path}"), ("en", f"{HOST}/en{path}")]


def test_the_switch_leads_to_the_same_page_with_the_same_query() -> None:
    page = _get("/documenten/?soort=answer&jaar=").content.decode()
    assert '<a href="/en/documenten/?soort=answer&amp;jaar=" lang="en" hreflang="en"' in page
    page = _get("/en/documenten/?soort=answer&jaar=").content.decode()
    assert '<a href="/documenten/?soort=answer&amp;jaar=" lang="nl" hreflang="nl"' in page


def test_links_of_an_english_page_lead_to_english_pages(key: str) -> None:
    page = _get(f"/en/documenten/{key}").content.decode()
    body = page[page.index("<main") : page.index("</footer>")]
    links = [link for link in re.findall(r'href="(/[^"]*)"', body) if not link.startswith("/static/")]
    dutch = [link for link in links if not link.startswith("/en/")]
    assert {link for link in dutch if not re.search(r"\.json$|/bron/[0-9a-f]{64}$|/citaat\.", link)} == set()
    assert any(link.startswith("/en/documenten/") for link in links)


def test_twins_and_bytes_have_no_language(key: str) -> None:
    assert _get(f"/documenten/{key}.json").status_code == 200
    assert _get(f"/en/documenten/{key}.json").status_code == 404
    assert (
        f'<link rel="alternate" type="application/json" href="/documenten/{key}.json">'
        in _get(f"/en/documenten/{key}").content.decode()
    )


def test_a_page_that_is_not_there_names_no_address_of_itself() -> None:
    page = _get("/en/documenten/ah-tk-20302031-9999").content.decode()
    assert "canonical" not in page
    assert 'rel="alternate"' not in page
