"""What makes one item a better hit than another: words of a query → terms of the index, each with its weight.

A word counts by itself, by its keys, by the parts it is made of and by its roots, each by BM25 in the field that has them, so
that a text which speaks of the matter in related words comes before one that does not. Keys are read in the whole exchange, as
a question and its answer are judged as one text; what only resembles a word counts where it stands.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from tantivy import Query

from kamervragen.search.leaves import Leaves, any_of, find_keys
from kamervragen.search.schema import EXCHANGE, KEYS, ROOTS, TEXT
from kamervragen.search.tree import Word
from kamervragen.search.weights import Weights

MAX_READ: Final = 250_000  # places in the index that may be read to find what has a part of the words: about eight milliseconds
MIN_TERMS: Final = 4

_Term = tuple[str, str]  # a field, and a word or key in it


class Scorer:
    """Weighs the words of queries for one moment of the index."""

    def __init__(self, leaves: Leaves, weights: Weights, n_items: int) -> None:
        self._leaves = leaves
        self._weights = weights
        self._n_items = n_items

    def term(self, field: str, key: str) -> Query:
        """What has a key in a field, with its weight."""
        return self._weighted((field, key), {KEYS: self._weights.own, EXCHANGE: self._weights.key}[field])

    def suggest(self, words: Sequence[Word]) -> Query | None:
        """What finds items that have a part of the words, or words related to them: by rare terms first, until enough is read.

        Returns:
            None when the index has nothing of them.
        """
        weights: dict[_Term, float] = {}
        for term, weight in (each for word in words for each in self._terms(word)):
            if weight and self._leaves.n_items(*term):
                weights[term] = max(weight, weights.get(term, 0.0))
        kept = self._within_reach(sorted(weights, key=lambda term: self._leaves.n_items(*term)))
        return any_of(self._weighted(term, weights[term]) for term in kept) if kept else None

    def _within_reach(self, terms: Sequence[_Term]) -> Sequence[_Term]:
        """The first terms, until enough is read."""
        n_read = accumulate(self._leaves.n_items(*term) for term in terms)
        return terms[: max(MIN_TERMS, sum(n <= MAX_READ for n in n_read))]

    def _weighted(self, term: _Term, weight: float) -> Query:
        return Query.boost_query(self._leaves.term(*term), weight * self._rarity(self._leaves.n_items(*term)))

    def _rarity(self, n_items: int) -> float:
        """What multiplies BM25 so that its idf has the power that we want; 1 for a word in one item."""
        idf, rarest = (math.log(1 + (self._n_items - n + 0.5) / (n + 0.5)) for n in (min(n_items, self._n_items), 1))
        return float((idf / rarest) ** (self._weights.rarity - 1)) if rarest else 1.0

    def _terms(self, word: Word) -> Iterator[tuple[_Term, float]]:
        """A word itself, its keys, its parts and its roots, each with its weight."""
        weights = self._weights
        yield from (((TEXT, term), weights.word) for term in word.terms)
        whole, pieces = find_keys(word.terms)
        for keys in whole + pieces:
            yield from (((EXCHANGE, key), weights.key / len(keys.own)) for key in keys.own)
            yield from (((KEYS, key), weights.own / len(keys.own)) for key in keys.own)
            yield from (((EXCHANGE, key), weights.part) for key in keys.parts)
            yield from (((ROOTS, root), weights.root) for root in keys.roots)
