"""Words of a text as the index has them: lower-case letters and digits without accents."""

import re
from typing import Final, NamedTuple

import tantivy

ANALYZER: Final = "words"
"""The name by which the fields of the schema ask for `make_analyzer()`; every index that is opened registers it."""

MAX_TERM_BYTES: Final = 100  # longer than any Dutch word: addresses of pages and encoded data are not words

SIGNS: Final = "-'’&\u00ad\u2010\u2011"
"""What may stand within a printed word: `EU-richtlijn`, `zzp'er`, `V&J`. The index has its pieces as words."""

WORD: Final = rf"[^\W_]+(?:[{SIGNS}][^\W_]+)*"
DIVIDED: Final = re.compile(rf"[^\W_]+(?:[{SIGNS}][^\W_]+)+")
"""A printed word, and one with such signs in it."""

SEAM: Final = re.compile(rf"\w[{SIGNS}](?=\w)")
"""Where such a sign divides a word, with the letter before it."""


class Token(NamedTuple):
    """A word of a text. A text has many, and a tuple is made in half the time of any other record.

    Args:
        text: as it stands in the index.
        start: where it begins in the text, in code points.
        end: where it ends; the printed word is `text[start:end]`.
    """

    text: str
    start: int
    end: int


def make_analyzer() -> tantivy.TextAnalyzer:
    """What divides the texts of an index into words: everything but letters and digits stands between words.

    Texts are in Unicode's NFC, as `Text.body` is: an accent that is a character of its own stands between words.
    """
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(MAX_TERM_BYTES))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .build()
    )


_ANALYZER: Final = make_analyzer()


def split_words(text: str) -> list[str]:
    """The words of a text as the index has them, without their places (three times as fast as `tokenize`)."""
    return _ANALYZER.analyze(text)


def tokenize(text: str) -> list[Token]:
    """The words of a text with their places; the index has the same ones, because the same analyzer made them."""
    tokens = _ANALYZER.pre_tokenize(text).tokens
    return [Token(token.text, token.char_offset_from, token.char_offset_to) for token in tokens]


class Places:
    """Where the words of a text stand, in code points: for a few of them this takes a third of the time of `tokenize`.

    Args:
        text: the text; its words go by their number, as `split_words` gives them.
    """

    def __init__(self, text: str) -> None:
        self._tokens = _ANALYZER.pre_tokenize(text).tokens

    def start(self, number: int) -> int:
        """Where a word begins."""
        return int(self._tokens[number].char_offset_from)

    def end(self, number: int) -> int:
        """Where a word ends."""
        return int(self._tokens[number].char_offset_to)
