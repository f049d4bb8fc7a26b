"""Folded text, and the form of a name in an address."""

import pytest

from kamervragen.folding import make_slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Zandstra", "zandstra"),
        ("Van der Wal-Zeggelink", "van-der-wal-zeggelink"),
        ("Yeşilgöz", "yesilgoz"),
        ("El Yassini", "el-yassini"),
        ("’t Hart", "t-hart"),
        ("Agnes  Mulder ", "agnes-mulder"),
        ("GroenLinks-PvdA", "groenlinks-pvda"),
        ("50PLUS", "50plus"),
        ("Lijst Zandstra/De Wit", "lijst-zandstra-de-wit"),
        ("Αθήνα", ""),
    ],
)
def test_a_name_in_an_address_has_small_letters_digits_and_single_hyphens(name: str, slug: str) -> None:
    assert make_slug(name) == slug


def test_the_slug_of_a_slug_is_itself() -> None:
    assert make_slug(make_slug("Çelik (Lijst Ö)")) == make_slug("Çelik (Lijst Ö)") == "celik-lijst-o"
