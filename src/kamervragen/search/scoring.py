"""What makes one item a better hit than another: words of a query → terms of the index, each with its weight.

A word counts by itself, by its keys, by the parts it is made of and by its roots, each by BM25 in the field that has them, so
that a text which speaks of the matter in related words comes before one that does not. Everything but the word itself is read
in the whole exchange: a question and its answer are judged as one text.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tantivy import Occur, Query

from kamervragen.search.keying import Keys
from kamervragen.search.leaves import Leaves, find_keys
from kamervragen.search.schema import EXCHANGE, KEYS, ROOTS, TEXT
from kamervragen.search.tree import Word
from kamervragen.search.weights import Weights

MAX_READ: Final = 300_000  # places in the index that may be read to find what has a part of the words: about ten milliseconds
MIN_TERMS: Final = 4

_Term = tuple[str, str]  # a field, and a word or key in it


@dataclass(frozen=True, slots=True)
class _Scoring:
    """A term that adds to the score of what has it.

    Args:
        n_items: in how many items it stands.
        boost: by which its BM25 is multiplied.
    """

    field: str
    value: str
    n_items: int
    boost: float


class Scorer:
    """Weighs the words of queries for one moment of the index."""

    def __init__(self, leaves: Leaves, weights: Weights, n_items: int) -> None:
        self._leaves = leaves
        self._weights = weights
        self._n_items = n_items

    def order(self, words: Sequence[Word]) -> list[tuple[Occur, Query]]:
        """What brings those that have all the words in their order."""
        return self._queries(self._weigh(term for word in words for term in self._whole(word)))

    def suggest(self, words: Sequence[Word]) -> list[tuple[Occur, Query]]:
        """What finds those that have a part of the words, or words related to them: rare terms first, until enough is read."""
        terms = sorted(self._weigh(term for word in words for term in self._all(word)), key=lambda term: term.n_items)
        n_read = 0
        kept: list[_Scoring] = []
        for term in terms:
            n_read += term.n_items
            if n_read > MAX_READ and len(kept) >= MIN_TERMS:
                break
            kept.append(term)
        return self._queries(kept)

    def _queries(self, terms: Iterable[_Scoring]) -> list[tuple[Occur, Query]]:
        leaf = self._leaves.term
        return [(Occur.Should, Query.boost_query(leaf(term.field, term.value), term.boost)) for term in terms]

    def _weigh(self, terms: Iterable[tuple[_Term, float]]) -> list[_Scoring]:
        """Terms that stand in some item, each once, with its highest weight and what its rarity adds."""
        weights: dict[_Term, float] = {}
        for term, weight in terms:
            weights[term] = max(weight, weights.get(term, 0.0))
        counted = ((term, self._leaves.n_items(*term), weight) for term, weight in weights.items() if weight)
        return [_Scoring(*term, n_items, weight * self._rarity(n_items)) for term, n_items, weight in counted if n_items]

    def _rarity(self, n_items: int) -> float:
        """What multiplies BM25 so that its idf has the power that we want; 1 for a word in one item."""
        idf, rarest = (math.log(1 + (self._n_items - n + 0.5) / (n + 0.5)) for n in (min(n_items, self._n_items), 1))
        return float((idf / rarest) ** (self._weights.rarity - 1)) if rarest else 1.0

    def _whole(self, word: Word) -> Iterator[tuple[_Term, float]]:
        """A word itself and its keys."""
        weights = self._weights
        yield from (((TEXT, term), weights.word) for term in word.terms)
        for keys in _all_keys(word):
            for key in keys.own:
                yield (EXCHANGE, key), weights.key / len(keys.own)
                yield (KEYS, key), weights.own / len(keys.own)

    def _all(self, word: Word) -> Iterator[tuple[_Term, float]]:
        """A word itself, its keys, and what is related to it."""
        yield from self._whole(word)
        for keys in _all_keys(word):
            yield from (((EXCHANGE, key), self._weights.part) for key in keys.parts)
            yield from (((ROOTS, root), self._weights.root) for root in keys.roots)


def _all_keys(word: Word) -> tuple[Keys, ...]:
    whole, pieces = find_keys(word.terms)
    return whole + pieces
