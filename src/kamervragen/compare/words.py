"""The words of a text, folded, each with its characters: what answers are compared by."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import Indel

from kamervragen.folding import fold, fold_with_places
from kamervragen.model import Span

NEAR = 0.8  # of the words of two texts stand in both, in the same order
# Of 499,500 pairs of real answers to different questions, of five words or more, those above 0.8 are set phrases ("ik ben bekend
# met het bericht") and references only. Of real answers in which one word in ten was replaced 95 in 100 keep 0.84 or more; of
# those with two in ten half keep 0.8.

WORD: Final = re.compile(r"[^\W_]+")  # letters and digits: "J&V" is two words, "32-jarige" too
_fold_word = lru_cache(maxsize=50_000)(fold)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a text.

    Args:
        text: the text.
        folded: each word as small letters and digits without accents.
        spans: of each, the characters in the text.
    """

    text: str
    folded: tuple[str, ...]
    spans: tuple[Span, ...]

    def span_of(self, start: int, end: int) -> Span:
        """The characters from the first of the words `start` to `end` (exclusive) to the last, with what stands between them."""
        return Span(self.spans[start].start, self.spans[end - 1].end)


def words_of(text: str) -> Words:
    """The words of a text, in order."""
    found = list(WORD.finditer(text))
    return Words(
        text=text,
        folded=tuple(_fold_word(match[0]) or match[0] for match in found),
        spans=tuple(Span(*match.span()) for match in found),
    )


def are_nearly_equal(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether `NEAR` of the words of two texts stand in both, in the same order."""
    return bool(Indel.normalized_similarity(first, second, score_cutoff=NEAR))


def divide_alike(texts: Sequence[str]) -> tuple[Words, ...]:
    """The words of some texts; what one prints as two words is two in all.

    Sources of one series differ here: spaces are lost at the ends of a PDF's lines ("hetkabinet") and hyphens stay inside words
    ("medewer-kers"). Otherwise each such place would look like words of its own.
    """
    words = [words_of(text) for text in dict.fromkeys(texts)]
    halves = {first + second: len(first) for each in words for first, second in pairwise(each.folded)}
    divided = {each.text: _divide(each, halves) for each in words}
    return tuple(divided[text] for text in texts)


def _divide(words: Words, halves: Mapping[str, int]) -> Words:
    if halves.keys().isdisjoint(words.folded):
        return words
    pieces = [
        piece for folded, span in zip(words.folded, words.spans, strict=True) for piece in _pieces(folded, span, words, halves)
    ]
    return Words(text=words.text, folded=tuple(folded for folded, _ in pieces), spans=tuple(span for _, span in pieces))


def _pieces(folded: str, span: Span, words: Words, halves: Mapping[str, int]) -> Iterator[tuple[str, Span]]:
    """A word, or the two words that another text prints in its place."""
    at = halves.get(folded)
    place = fold_with_places(words.text[slice(*span)])[1][at] if at else 0
    if at and place:
        yield folded[:at], Span(span.start, span.start + place)
        yield folded[at:], Span(span.start + place, span.end)
    else:
        yield folded, span
