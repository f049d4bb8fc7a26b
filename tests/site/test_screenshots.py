"""Pictures of every kind of page, phone and desktop, light and dark. With KAMERVRAGEN_SCREENSHOTS=1 they go to docs/screenshots/."""

import os
import struct
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import DESKTOP, PHONE, visit
from site_pages import PAGES

pytestmark = pytest.mark.browser

KEPT = Path(__file__).parent.parent.parent / "docs/screenshots"
SIZES = {"phone": PHONE, "desktop": DESKTOP}
MAX_BYTES = 6_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where pictures go: elsewhere, unless those in the documentation are to be made anew."""
    return KEPT if os.environ.get("KAMERVRAGEN_SCREENSHOTS") == "1" else tmp_path


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_of_a_page_shows_something(
    examples: str, browser: Browser, folder: Path, name: str, size: str, scheme: str
) -> None:
    with visit(browser, examples + PAGES[name], SIZES[size], scheme) as seen:
        folder.mkdir(parents=True, exist_ok=True)
        picture = seen.page.screenshot(path=folder / f"{name}-{size}-{scheme}.png", animations="disabled", caret="hide")
        seen.page.goto("about:blank")
        blank = seen.page.screenshot()
    assert struct.unpack(">II", picture[16:24]) == SIZES[size]
    assert len(picture) > 3 * len(blank)


def test_the_kept_pictures_are_of_the_pages_that_there_are_and_small() -> None:
    kept = sorted(KEPT.glob("*.png"))
    assert [path.stem for path in kept] == sorted(
        f"{name}-{size}-{scheme}" for name in PAGES for size in SIZES for scheme in ("light", "dark")
    )
    assert sum(path.stat().st_size for path in kept) <= MAX_BYTES
