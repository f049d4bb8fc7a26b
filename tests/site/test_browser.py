"""The pages in a real Chromium: on a small phone and a desktop, in light and in dark."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import serve_site, visit
from site_documents import DRAFT, POSTPONED, REPLY, add

pytestmark = pytest.mark.browser

SIZES = {"phone": (320, 640), "desktop": (1280, 900)}


@dataclass(frozen=True)
class LiveSite:
    """The address of a running site, and the key of one document in it."""

    address: str
    key: str


@pytest.fixture(scope="module")
def site(record: Path) -> Iterator[LiveSite]:
    key = add(record, "antwoord.xml", REPLY)
    add(record, "concept.txt", DRAFT)
    add(record, "uitstel.txt", POSTPONED)
    with serve_site() as address:
        yield LiveSite(address, key)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("rest", ["/documenten/", "/documenten/{key}", "/documenten/{key}/tekst", "/methode", "/niets"])
def test_a_page_fits_its_screen_and_the_browser_has_no_complaint(
    site: LiveSite, browser: Browser, rest: str, size: str, scheme: str
) -> None:
    with visit(browser, site.address + rest.format(key=site.key), SIZES[size], scheme) as seen:
        overflow = seen.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow == 0
        not_found = [text for text in seen.complaints if "404" in text]
        assert seen.complaints == not_found
        assert bool(not_found) == (rest == "/niets")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_follow_the_reader(site: LiveSite, browser: Browser, scheme: str) -> None:
    with visit(browser, f"{site.address}/documenten/{site.key}", SIZES["desktop"], scheme) as seen:
        paper = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert paper == {"light": "rgb(253, 252, 249)", "dark": "rgb(23, 22, 20)"}[scheme]


def test_a_claim_is_one_click_from_its_characters(site: LiveSite, browser: Browser) -> None:
    with visit(browser, f"{site.address}/documenten/{site.key}", SIZES["desktop"]) as seen:
        seen.page.locator(".exchange", has_text="Wanneer vaart de pont weer?").locator(
            ".question .trace:not(.similar-link)"
        ).click()
        target = seen.page.locator(":target")
        assert target.inner_text() == "Wanneer vaart de pont weer?"
        assert target.bounding_box()["y"] < SIZES["desktop"][1]


def test_the_keyboard_reaches_the_content_first(site: LiveSite, browser: Browser) -> None:
    with visit(browser, f"{site.address}/documenten/{site.key}", SIZES["desktop"]) as seen:
        seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
        assert seen.page.locator(".nl-skip-link").bounding_box()["y"] >= 0
        seen.page.keyboard.press("Enter")
        assert seen.page.evaluate("document.activeElement.id") == "inhoud"


def test_lines_of_text_are_neither_short_nor_long_on_a_desktop(site: LiveSite, browser: Browser) -> None:
    with visit(browser, f"{site.address}/documenten/{site.key}", SIZES["desktop"]) as seen:
        width, size = seen.page.evaluate(
            "[document.querySelector('.answer .prose').clientWidth, parseFloat(getComputedStyle(document.body).fontSize)]"
        )
        assert size == 18
        assert 60 <= width / (size * 0.46) <= 75
