"""No page is heavier than 150 kB: its HTML, the sheet, and the fonts that a browser fetches for it."""

import gzip
import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import Client
from playwright.sync_api import Browser

from browsing import DESKTOP, visit
from kamervragen.store.models import Publication
from site_pages import LANGUAGES, PAGES
from site_records import record_of

MAX_BYTES = 150_000
STATIC = Path(__file__).parent.parent.parent / "src/kamervragen/site/static/site"
# What every page needs and, for italics and letters from elsewhere, may need.
FONTS = sorted(STATIC.glob("*.woff2"))


@pytest.fixture(scope="module")
def real_keys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    corpus = Path(os.environ["KAMERVRAGEN_CORPUS"])
    with record_of(tmp_path_factory.mktemp("real"), [corpus / "dev", corpus / "sample.md"]):
        yield list(Publication.objects.values_list("key", flat=True))


@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_browser_fetches_for_a_page_weighs_at_most_150_kb(
    examples: str, browser: Browser, name: str, language: str
) -> None:
    with visit(browser, examples + LANGUAGES[language] + PAGES[name], DESKTOP) as seen:
        fetched = {urlsplit(address).path for address in seen.weights}
        assert {re.sub(r"\.[0-9a-f]{12}", "", path) for path in fetched} >= {
            LANGUAGES[language] + PAGES[name].partition("?")[0],
            "/static/site/site.css",
        }
        assert 0 < sum(seen.weights.values()) <= MAX_BYTES


@pytest.mark.real
def test_the_page_of_a_real_document_weighs_at_most_150_kb_with_every_font(real_keys: list[str]) -> None:
    shared = len(gzip.compress((STATIC / "site.css").read_bytes())) + sum(path.stat().st_size for path in FONTS)
    client = Client(SERVER_NAME="localhost", headers={"Accept-Encoding": "gzip"})
    weights = {key: len(client.get(f"/documenten/{key}").content) + shared for key in real_keys}
    assert len(weights) > 50
    assert {key: weight for key, weight in weights.items() if weight > MAX_BYTES} == {}
