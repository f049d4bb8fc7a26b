"""The words of a text behind their keys, as the index takes them in: text → `ambtenaar|ambtenaren ambtenaar/topambtenaren`.

A form stands behind `|` and a compound that contains the word behind `/`. All words behind a key so stand next to each other in
the index's list of words, each with the number of items that have it; `widening` reads them there. A word that is its own key
is left out.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kamervragen.search.analysis import DIVIDED, split_words
from kamervragen.search.keying import join_terms, keys_of

FORM, COMPOUND = "|", "/"
SEAM: Final = "_"  # between words that are printed with a sign between them
_N_WORDS: Final = 200_000  # whose forms are kept at hand


def print_forms(text: str) -> str:
    """The words of a text behind their keys, each once, with blanks between."""
    words = {**{term: term for term in split_words(text)}, **dict(_divided(text))}
    return " ".join(filter(None, (_print_forms(*word) for word in words.items())))


def _divided(text: str) -> Iterator[tuple[str, str]]:
    """The words that signs divide, as they are printed and as one word: `e_mail`, `email`."""
    pieces = (piece for piece in text.split() if not piece.isalnum())  # few are left, and the pattern is slow
    for match in (match for piece in pieces for match in DIVIDED.finditer(piece)):
        terms = split_words(match[0])
        yield SEAM.join(terms), join_terms(terms)


@lru_cache(maxsize=_N_WORDS)
def _print_forms(printed: str, term: str) -> str:
    if not term or term.isdecimal():
        return ""
    keys = keys_of(term)
    forms = (f"{key}{FORM}{printed}" for key in keys.own if key != printed)
    return " ".join((*forms, *(f"{key}{COMPOUND}{printed}" for key in keys.parts)))
