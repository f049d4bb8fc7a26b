"""Pages without style, without script, on paper, and with colours of the reader's own."""

import re

import pytest
from django.test import Client
from playwright.sync_api import Browser

from browsing import DESKTOP, PHONE, visit
from site_pages import LANGUAGES, PAGES

DOCUMENT = "/documenten/ah-tk-20302031-1066"


def _before(text: str, *pieces: str) -> bool:
    """Whether pieces stand in a text in this order."""
    places = [text.find(piece) for piece in pieces]
    return -1 not in places and places == sorted(places)


@pytest.mark.usefixtures("bundled")
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_no_page_has_script_or_style_of_its_own(name: str, prefix: str) -> None:
    page = Client(SERVER_NAME="localhost").get(prefix + PAGES[name]).content.decode()
    assert not re.search(r"<script|<style|\son\w+=|\sstyle=|javascript:", page)
    assert len(re.findall(r'rel="stylesheet"', page)) == 1


@pytest.mark.browser
def test_without_style_a_document_reads_from_top_to_bottom(examples: str, browser: Browser) -> None:
    with visit(browser, examples + DOCUMENT, PHONE, java_script_enabled=True) as seen:
        seen.page.evaluate("document.querySelectorAll('link[rel=stylesheet]').forEach((each) => each.remove())")
        text = " ".join(seen.page.inner_text("body").split())
        assert _before(text, "Naar de inhoud", "Kamervragen", "Koffieochtenden op ministeries", "gevraagd door")
        assert _before(
            text, "gevraagd door", "Zijn er op uw ministerie koffieochtenden", "Antwoord 1", "Nee, wel is in reguliere"
        )
        assert _before(
            text, "Antwoord 1", "Zo ja, wat was de aanleiding", "Antwoord 2, 3 en 4", "Niet van toepassing.", "Citeer dit"
        )


@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
def test_without_script_nothing_is_lost(examples: str, browser: Browser, name: str) -> None:
    def read(is_on: bool) -> str:
        with visit(browser, examples + PAGES[name], DESKTOP, java_script_enabled=is_on) as seen:
            return seen.page.inner_text("body")

    assert read(is_on=False) == read(is_on=True)


@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
def test_on_paper_stands_what_one_cites_and_no_way_to_elsewhere(examples: str, browser: Browser, name: str) -> None:
    with visit(browser, examples + PAGES[name], DESKTOP) as seen:
        seen.page.emulate_media(media="print")
        for selector in ("nav", "header.site-header", "footer.site-footer", ".trace", "form", "button", "[rel=next]"):
            shown = seen.page.locator(selector).evaluate_all("(all) => all.filter((each) => each.checkVisibility()).length")
            assert shown == 0, selector
        assert seen.page.locator("h1").is_visible()


@pytest.mark.browser
def test_a_printed_document_says_where_it_is_from(examples: str, browser: Browser) -> None:
    with visit(browser, examples + DOCUMENT, DESKTOP) as seen:
        seen.page.emulate_media(media="print")
        printed = seen.page.inner_text("body")
        assert "Aanhangsel Handelingen II 2030/31, nr. 1066" in printed
        assert f"{examples}{DOCUMENT}" in printed


@pytest.mark.browser
def test_with_colours_of_the_reader_links_and_controls_still_show(examples: str, browser: Browser) -> None:
    with visit(browser, f"{examples}/documenten/", DESKTOP, forced_colors="active") as seen:
        colour = "(each) => getComputedStyle(each).color"
        assert seen.page.locator(".document-title").first.evaluate(colour) != seen.page.locator("h1").evaluate(colour)
        assert seen.page.locator("main button").first.evaluate("(each) => getComputedStyle(each).borderTopStyle") == "solid"
