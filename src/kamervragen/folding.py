"""Folded text: what stays the same when a PDF loses its spaces, accents and hyphens."""

import unicodedata


def fold(text: str) -> str:
    """Lower-case letters and digits of a text, nothing else: `Yeşilgöz-Zegerius` → `yesilgozzegerius`."""
    decomposed = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ß", "ss"))
    return "".join(char for char in decomposed.lower() if char.isalnum())


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the position in `text` that it came from."""
    folded: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for piece in fold(char):
            folded.append(piece)
            places.append(place)
    return "".join(folded), places
