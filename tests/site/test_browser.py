"""The pages in a real Chromium: on a phone and a desktop, in light and in dark. Screenshots are kept in pytest's folder."""

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Browser, Page, sync_playwright

from site_documents import DRAFT, POSTPONED, REPLY, add

pytestmark = pytest.mark.browser

SIZES = {"phone": (320, 640), "desktop": (1280, 900)}


@dataclass(frozen=True)
class LiveSite:
    """The address of a running site, and the key of one document in it."""

    address: str
    key: str


class _SilentHandler(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(record: Path) -> Iterator[LiveSite]:
    key = add(record, "antwoord.xml", REPLY)
    add(record, "concept.txt", DRAFT)
    add(record, "uitstel.txt", POSTPONED)
    with make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=_SilentHandler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield LiveSite(f"http://127.0.0.1:{server.server_port}", key)
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    arguments = ["--no-sandbox", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        yield browser
        browser.close()


@dataclass(frozen=True)
class Visit:
    """A page in the browser, and what the browser complained about."""

    page: Page
    complaints: list[str]


def _open(browser: Browser, address: str, size: tuple[int, int], scheme: str) -> Visit:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.goto(address)
    return Visit(page, complaints)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("rest", ["/documenten/", "/documenten/{key}", "/documenten/{key}/tekst", "/methode", "/niets"])
def test_a_page_fits_its_screen_and_the_browser_has_no_complaint(
    site: LiveSite, browser: Browser, tmp_path: Path, rest: str, size: str, scheme: str
) -> None:
    visit = _open(browser, site.address + rest.format(key=site.key), SIZES[size], scheme)
    visit.page.screenshot(path=tmp_path / f"{size}-{scheme}.png", full_page=True)
    overflow = visit.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow == 0
    not_found = [text for text in visit.complaints if "404" in text]
    assert visit.complaints == not_found
    assert bool(not_found) == (rest == "/niets")
    visit.page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_follow_the_reader(site: LiveSite, browser: Browser, scheme: str) -> None:
    visit = _open(browser, f"{site.address}/documenten/{site.key}", SIZES["desktop"], scheme)
    paper = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == {"light": "rgb(253, 252, 249)", "dark": "rgb(23, 22, 20)"}[scheme]
    visit.page.context.close()


def test_a_claim_is_one_click_from_its_characters(site: LiveSite, browser: Browser) -> None:
    page = _open(browser, f"{site.address}/documenten/{site.key}", SIZES["desktop"], "light").page
    page.locator(".exchange", has_text="Wanneer vaart de pont weer?").locator(".question .trace").click()
    target = page.locator(":target")
    assert target.inner_text() == "Wanneer vaart de pont weer?"
    assert target.bounding_box()["y"] < SIZES["desktop"][1]
    page.context.close()


def test_the_keyboard_reaches_the_content_first(site: LiveSite, browser: Browser) -> None:
    page = _open(browser, f"{site.address}/documenten/{site.key}", SIZES["desktop"], "light").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    assert page.locator(".nl-skip-link").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    page.context.close()


def test_lines_of_text_are_neither_short_nor_long_on_a_desktop(site: LiveSite, browser: Browser) -> None:
    page = _open(browser, f"{site.address}/documenten/{site.key}", SIZES["desktop"], "light").page
    width, size = page.evaluate(
        "[document.querySelector('.answer .prose').clientWidth, parseFloat(getComputedStyle(document.body).fontSize)]"
    )
    assert size == 18
    assert 60 <= width / (size * 0.46) <= 75
    page.context.close()
