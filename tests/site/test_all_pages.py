"""Every kind of page there is stands in `site_pages.PAGES`, and is found in both languages."""

import pytest
from django.test import Client
from django.urls import get_resolver, resolve

from site_pages import LANGUAGES, PAGES, STATUSES


def test_every_page_that_the_site_has_is_looked_at_by_the_tests_that_look_at_all() -> None:
    """A new kind of page gets a line in `site_pages.PAGES`, and so is tried with axe, the keyboard, on paper and on the scales."""
    pages = {pattern.name for pattern in get_resolver().url_patterns[-1].url_patterns}
    looked_at = {resolve(path.partition("?")[0]).url_name for path in PAGES.values() if path != PAGES["not-found"]}
    assert looked_at == pages


@pytest.mark.usefixtures("bundled")
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_a_page_is_found_in_both_languages(name: str, prefix: str) -> None:
    response = Client(SERVER_NAME="localhost").get(f"{prefix}{PAGES[name]}")
    assert response.status_code == STATUSES.get(name, 200)
