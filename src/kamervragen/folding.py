"""Folded text: what stays the same when a PDF loses its spaces, accents and hyphens."""

import re
import unicodedata

_OTHER = re.compile(r"[^\x00-\x7f]+")
_LOWER = bytes(range(256)).lower()
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Lower-case letters and digits of a text, nothing else: `Yeşilgöz-Zegerius` → `yesilgozzegerius`."""
    # Most of a text is ASCII, which takes a twentieth of the time that other characters take.
    plain = text if text.isascii() else _OTHER.sub(lambda run: _fold_other(run[0]), text)
    return plain.encode().translate(_LOWER, _SIGNS).decode() if plain.isascii() else _fold_other(plain)


def _fold_other(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ß", "ss"))
    return "".join(filter(str.isalnum, decomposed.lower()))


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the position in `text` that it came from."""
    folded: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for piece in fold(char):
            folded.append(piece)
            places.append(place)
    return "".join(folded), places


def make_slug(name: str) -> str:
    """The form of a printed name that stands in an address: `Van der Wal-Zeggelink` → `van-der-wal-zeggelink`.

    Names that differ in capitals, accents and spaces only have the same slug; "" for a name without Latin letters or digits.
    """
    decomposed = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ß", "ss").lower())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char) and char not in "'’`´")
    return _NOT_IN_A_SLUG.sub("-", plain).strip("-")
