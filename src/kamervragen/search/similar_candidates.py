"""Questions that may be shown beside a text: those on its matter, and those in its words, each laid beside it.

On its matter are those whose exchange has its rarest words, in whatever form. Of a sentence that thousands have asked the copy
need not be among them: every one has the same rare words, and an answer that speaks of other things as well weighs against it.
So what is in its words is looked for by itself, in the question alone, by all words as they are, up to those that say nothing:
"Zo nee, waarom niet?" tells two questions apart that are the same but for that.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from tantivy import DocAddress, Occur, Query

from kamervragen.search.analysis import split_words
from kamervragen.search.function_words import FUNCTION_WORDS
from kamervragen.search.index import Snapshot
from kamervragen.search.leaves import Leaves, any_of
from kamervragen.search.records import Item
from kamervragen.search.schema import FACET_FIELDS, KEY, TEXT
from kamervragen.search.similar_groups import Candidate
from kamervragen.search.similar_likeness import SHORTEST_NEAR, fit_words
from kamervragen.terms import Field, Side

N_CANDIDATES: Final = 150  # on the matter of a text: a series of twelve has twelve of each question
N_WORDED: Final = 60  # in its words; as many again in those of its questions, when it holds more than two
_MIN_SHARE: Final = 0.15  # of the score of the best one; what has less has hardly anything in common with the text
_MAX_WORDS: Final = 40  # by which one is looked for
_MAX_READ: Final = 600_000  # places in the index that may be read for that: about four milliseconds
_MIN_WORDS: Final = 4  # which are looked for in any case
_MOST_AT_ONCE: Final = 2  # questions: by the words of both together either is found

_Hit = tuple[float, DocAddress]


class CandidateFinder:
    """Finds questions for one text, at one moment of the index.

    Args:
        snapshot: the index.
        leaves: its leaves.
        parts: of the text.
        without: the key of a publication whose own questions are left out; "" for none.
    """

    def __init__(self, snapshot: Snapshot, leaves: Leaves, parts: Sequence[str], without: str) -> None:
        self._snapshot, self._leaves, self._without = snapshot, leaves, without
        self._parts = [split_words(part) for part in parts]
        self.given = [word for words in self._parts for word in words]
        """The words of the text, as the index has them."""

    def find(self, query: Query | None) -> list[Candidate]:
        """Questions that a query finds by their matter, best first, and then those in the words of the text.

        Args:
            query: what finds what has words of the text; None when the index has nothing of them.
        """
        if query is None:
            return []
        hits = self._on_the_matter(query)
        best = max((score for score, _ in hits), default=0.0)
        compared = (self._compare(score / best, self._snapshot.item(address)) for score, address in hits)
        on_the_matter = [each for each in compared if each.fit.is_taken or each.score >= _MIN_SHARE]
        return [*on_the_matter, *self._in_its_words({_place(address) for _, address in hits})]

    def _on_the_matter(self, query: Query) -> Sequence[_Hit]:
        side = Query.const_score_query(self._leaves.term(FACET_FIELDS[Field.SIDE], Side.QUESTION), 0.0)
        clauses = [(Occur.Must, query), (Occur.Must, side)]
        if self._without:
            clauses.append((Occur.MustNot, self._leaves.term(KEY, self._without)))
        return self._snapshot.searcher.search(Query.boolean_query(clauses), N_CANDIDATES, count=False).hits

    def _in_its_words(self, seen: set[tuple[int, int]]) -> Iterator[Candidate]:
        """Those that were taken over and not seen before. That they are questions is looked at here: asked for of the index, it
        would have to read all that has any of the words.
        """
        for score, address in self._worded():
            if _place(address) not in seen:
                seen.add(_place(address))
                item = self._snapshot.item(address)
                if item.side is Side.QUESTION and item.key != self._without:
                    candidate = self._compare(score, item)
                    if candidate.fit.is_taken:
                        yield candidate

    def _worded(self) -> Iterator[_Hit]:
        """What is in the words of the whole text, and when it holds more than two questions in those of each."""
        telling = [words for words in self._parts if len(words) >= SHORTEST_NEAR and not FUNCTION_WORDS.issuperset(words)]
        parts = telling if len(telling) > _MOST_AT_ONCE else []
        max_read = _MAX_READ // 2 if parts else _MAX_READ
        yield from self._search(self.given, N_WORDED, max_read)
        for words in parts:
            yield from self._search(words, max(1, N_WORDED // len(parts)), max_read // len(parts))

    def _search(self, words: Sequence[str], n: int, max_read: int) -> Iterator[_Hit]:
        counted = ((self._leaves.n_items(TEXT, word), word) for word in dict.fromkeys(words))
        rarest = sorted(pair for pair in counted if pair[0])[:_MAX_WORDS]
        n_within_reach = sum(n_read <= max_read for n_read in accumulate(n_items for n_items, _ in rarest))
        chosen = [self._leaves.term(TEXT, word) for _, word in rarest[: max(_MIN_WORDS, n_within_reach)]]
        if chosen:
            hits = self._snapshot.searcher.search(any_of(chosen), n, count=False).hits
            yield from ((score / hits[0][0], address) for score, address in hits)

    def _compare(self, score: float, item: Item) -> Candidate:
        words = split_words(item.text)
        return Candidate(item=item, words=words, score=score, fit=fit_words(words, self.given))


def _place(address: DocAddress) -> tuple[int, int]:
    return address.segment_ord, address.doc
