"""The pages of real documents, read from the folder that KAMERVRAGEN_CORPUS names: none too large, every link leading somewhere."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from site_records import record_of

pytestmark = pytest.mark.real
MAX_BYTES = 150_000


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """The keys of a record of all real documents."""
    from kamervragen.store.models import Publication

    corpus = Path(os.environ["KAMERVRAGEN_CORPUS"])
    with record_of(tmp_path_factory.mktemp("real"), [corpus / "sample.md", corpus / "dev"]):
        yield list(Publication.objects.values_list("key", flat=True))


def _get(address: str) -> str:
    response = Client(SERVER_NAME="localhost").get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_no_page_of_a_real_document_is_too_large(keys: list[str]) -> None:
    pages = [f"{language}/documenten/{key}{rest}" for key in keys for language in ("", "/en") for rest in ("", "/tekst")]
    sizes = {page: len(_get(page).encode()) for page in pages}
    assert {page: size for page, size in sizes.items() if size > MAX_BYTES} == {}


def test_links_within_the_page_of_a_real_document_and_to_its_characters_lead_somewhere(keys: list[str]) -> None:
    for key in keys:
        page, text = _get(f"/documenten/{key}"), _get(f"/documenten/{key}/tekst")
        anchors, places = (re.findall(r'\sid="([^"]+)"', each) for each in (page, text))
        assert len(anchors) == len(set(anchors)), key
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors), key
        assert set(re.findall(r'/tekst#([^"]+)"', page)) <= set(places), key


def test_every_real_document_can_be_cited(keys: list[str]) -> None:
    for key in keys:
        assert _get(f"/documenten/{key}/citaat.bib").startswith(f"@misc{{{key},\n")
        assert _get(f"/documenten/{key}/citaat.ris").endswith("\r\nER  - \r\n")


def test_the_anchors_of_the_index_are_those_of_the_page(keys: list[str]) -> None:
    from kamervragen.search.items import make_items
    from kamervragen.store.models import Publication

    for key in keys:
        anchors = {item.anchor for item in make_items(key, Publication.objects.get(key=key).best.reading.parsed)}
        page = _get(f"/documenten/{key}")
        assert anchors <= set(re.findall(r'\sid="([^"]+)"', page)), key
