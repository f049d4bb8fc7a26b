"""Every kind of page can be used by everybody: axe-core, the keyboard alone, without style, and on paper."""

from itertools import product

import pytest
from playwright.sync_api import Browser, Page

from browsing import AXE, DESKTOP, PHONE, visit
from site_pages import LANGUAGES, PAGES

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERY_PAGE = pytest.mark.parametrize(("name", "language"), list(product(PAGES, LANGUAGES)))

# What has the focus, in words that tell it from all others, and whether a ring or a line shows that it has.
FOCUSED = """() => {
    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
    return {
        index: all.indexOf(element), name: element.outerHTML.slice(0, 120),
        ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    };
}"""
REACHABLE = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .map((element, index) => element.checkVisibility({visibilityProperty: true}) ? index : -1).filter((index) => index >= 0)"""


def _address(examples: str, name: str, language: str) -> str:
    return examples + LANGUAGES[language] + PAGES[name]


def _violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text())
    run = "async (tags) => (await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})).violations"
    found = page.evaluate(run, RULES)
    return [f"{each['id']}: {each['help']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


@EVERY_PAGE
def test_axe_finds_nothing_on_a_phone_or_desktop_in_light_or_dark(
    examples: str, browser: Browser, name: str, language: str
) -> None:
    with visit(browser, _address(examples, name, language), DESKTOP) as seen:
        for size, scheme in product((PHONE, DESKTOP), ("light", "dark")):
            seen.page.set_viewport_size({"width": size[0], "height": size[1]})
            seen.page.emulate_media(color_scheme=scheme)
            assert _violations(seen.page) == [], (size, scheme)


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_when_all_that_folds_is_open(examples: str, browser: Browser, name: str) -> None:
    with visit(browser, _address(examples, name, "nl"), DESKTOP) as seen:
        seen.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert _violations(seen.page) == []


def test_axe_finds_what_is_wrong(examples: str, browser: Browser) -> None:
    with visit(browser, _address(examples, "documents", "nl"), DESKTOP) as seen:
        seen.page.evaluate("document.querySelector('main').append(document.createElement('input'))")
        assert [found.partition(":")[0] for found in _violations(seen.page)] == ["label"]


@EVERY_PAGE
def test_the_keyboard_alone_reaches_everything_in_the_order_of_the_page(
    examples: str, browser: Browser, name: str, language: str
) -> None:
    with visit(browser, _address(examples, name, language), DESKTOP) as seen:
        wanted = seen.page.evaluate(REACHABLE)
        reached = []
        for _ in wanted:
            seen.page.keyboard.press("Tab")
            focus = seen.page.evaluate(FOCUSED)
            assert focus["ring"], focus["name"]
            assert focus["seen"], focus["name"]
            reached.append(focus["index"])
        assert len(wanted) > 5
        assert reached == wanted


def test_what_folds_opens_and_closes_by_the_keyboard(examples: str, browser: Browser) -> None:
    with visit(browser, _address(examples, "document", "nl"), PHONE) as seen:
        fold = seen.page.locator("details").first
        fold.locator("summary").focus()
        seen.page.keyboard.press("Enter")
        assert fold.get_attribute("open") is not None
        seen.page.keyboard.press("Enter")
        assert fold.get_attribute("open") is None
