"""Addresses that are put together are those that Django gives."""

import pytest
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from kamervragen.site.routes import address_of


@pytest.mark.parametrize(
    ("name", "parts", "address"),
    [
        ("home", (), "/"),
        ("similar", (), "/vergelijkbaar"),
        ("document", ("ah-tk-20302031-7",), "/documenten/ah-tk-20302031-7"),
        ("document-text", ("bron-0123456789ab",), "/documenten/bron-0123456789ab/tekst"),
        ("dossier-question", ("2031Z00007", "3a"), "/dossiers/2031Z00007/vraag/3a"),
        ("member", ("van_de_berg",), "/kamerleden/van_de_berg"),
        ("document-citation", ("ah-tk-20302031-7", "bib"), "/documenten/ah-tk-20302031-7/citaat.bib"),
    ],
)
def test_an_address_is_the_one_that_django_gives(name: str, parts: tuple[str, ...], address: str) -> None:
    assert address_of(name, *parts) == reverse(name, args=parts) == address
    with translation.override("en"):
        assert address_of(name, *parts) == reverse(name, args=parts) == (address if "citaat" in address else f"/en{address}")


@pytest.mark.parametrize("key", ["", "-7", "a/b", "a b", "x" * 81])
def test_what_no_address_can_hold_is_refused(key: str) -> None:
    with pytest.raises(NoReverseMatch):
        address_of("document", key)
