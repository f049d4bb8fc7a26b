"""The pages that say what this is, how it works, how well, and how to search."""

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from kamervragen.site.about import make_help
from kamervragen.site.accuracy import MEASURES, PARTS, SAMPLES, Score, load_scores
from kamervragen.site.finding_words import FINDING_WORDS

PAGES = ("/over", "/methode", "/zoeken/hulp")


def _get(address: str) -> str:
    response = Client(SERVER_NAME="localhost").get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def _text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_each_page_is_there_in_both_languages_with_one_heading(record: Path, prefix: str, address: str) -> None:
    page = _get(prefix + address)
    assert len(re.findall("<h1[ >]", page)) == 1
    assert f'lang="{"en" if prefix else "nl"}"' in page


def test_links_within_these_pages_lead_somewhere(record: Path) -> None:
    pages = {address: _get(address) for address in PAGES}
    links = {link for page in pages.values() for link in re.findall(r'href="(/[a-z/]+#[^"]+|#[^"]+)"', page)}
    for link in links - {"#inhoud"}:
        address, _, anchor = link.partition("#")
        assert address in pages, link
        assert f'id="{anchor}"' in pages[address], link


def test_the_page_about_this_gives_each_figure_with_what_it_was_measured_on_and_when(record: Path) -> None:
    page = _get("/over")
    row = '<th scope="row">onderwerp</th><td class="number">98</td><td class="number">98</td><td class="number">100,0 %</td>'
    assert row in page
    text = _text(page)
    assert "98 echte documenten" in text
    assert "25 november 2026" in text


def test_the_page_about_this_says_what_is_not_known_and_how_to_correct_something(record: Path) -> None:
    page = _get("/over")
    for anchor in ("onbekend", "corrigeren", "contact", "licentie"):
        assert f'id="{anchor}"' in page


def test_without_an_address_for_corrections_the_page_says_so_and_with_one_it_is_a_link(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "nog geen adres voor meldingen" in _get("/over")
    monkeypatch.setattr(settings, "SERVING", replace(settings.SERVING, contact="mailto:meld@voorbeeld.test"))
    assert '<a href="mailto:meld@voorbeeld.test">meld@voorbeeld.test</a>' in _get("/over")


def test_the_method_explains_every_finding_at_the_place_that_documents_link_to(record: Path) -> None:
    page = _get("/methode")
    assert all(f'id="bevinding-{code}"' in page for code in FINDING_WORDS)


def test_the_twins_hold_the_figures_the_findings_and_the_examples(record: Path) -> None:
    about, method, help_page = (json.loads(_get(f"{address}.json")) for address in PAGES)
    assert about["licence"] == "EUPL-1.2"
    assert about["accuracy"][0]["scores"][0] == {
        "part": "reading",
        "measure": "kind",
        "n_right": 98,
        "n_total": 98,
        "value": None,
        "sample": "read_by_hand",
        "measured_on": "2026-11-25",
    }
    assert {each["code"] for each in method["findings"]} == set(FINDING_WORDS)
    assert help_page["groups"][0]["examples"][0]["query"] == "stikstof uitstoot"


def test_every_row_of_the_table_has_words() -> None:
    for table in load_scores():
        assert table.part in PARTS
        assert table.sample in SAMPLES
        assert {score.measure for score in table.scores} <= set(MEASURES)


@pytest.mark.parametrize(("n_right", "n_total", "share"), [(98, 98, "100,0 %"), (9_999, 10_000, "99,9 %"), (0, 3, "0,0 %")])
def test_a_share_is_rounded_down_so_that_a_hundred_means_all(n_right: int, n_total: int, share: str) -> None:
    score = replace(load_scores()[0].scores[0], n_right=n_right, n_total=n_total)
    assert score.share == share


def test_a_figure_that_is_no_count_is_shown_as_it_is() -> None:
    score: Score = replace(load_scores()[0].scores[0], n_right=None, n_total=None, value=0.631)
    assert score.share == "0,63"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_example_is_a_query_that_is_understood(language: str) -> None:
    from kamervragen.search.language import parse_query

    with translation.override(language):
        queries = [example.query for group in make_help().groups for example in group.examples]
    assert len(queries) > 12
    for query in queries:
        assert parse_query(query) is not None, query


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_example_is_a_link_to_its_results(record: Path, prefix: str) -> None:
    page = _get(f"{prefix}/zoeken/hulp")
    links = [unescape(link) for link in re.findall(r'<a href="([^"]+)"><code', page)]
    assert len(links) > 12
    assert all(link.startswith(f"{prefix}/zoeken?q=") for link in links)
    assert f"{prefix}/zoeken?q=verkiez%2A" in links
