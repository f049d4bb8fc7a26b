"""A query and the choices beside it as queries of the index: Tree → Compiled.

An item is found when it has everything that is asked for: each word, in any form, in the exchange it belongs to, and at least
one of them in its own text. What has all of them exactly as they were typed comes above what has other forms, whatever BM25
says. Words that only say how others hang together are not asked for.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from tantivy import Occur, Query

from kamervragen.search.days import read_days
from kamervragen.search.index import Snapshot
from kamervragen.search.leaves import Leaves, all_of, any_of
from kamervragen.search.schema import EXCHANGE, FACET_FIELDS, KEYS
from kamervragen.search.scoring import Scorer
from kamervragen.search.tree import All, Any, Filter, Leaf, Phrase, Prefix, Tree, Without, Word, Written
from kamervragen.search.trimming import positive_leaves, trim
from kamervragen.search.weights import Weights
from kamervragen.terms import Field

EXACT_BONUS: Final = 1_000.0  # more than any score of BM25, and little enough to keep three decimals of it

Choices = Mapping[Field, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """A query as the index understands it.

    Args:
        tree: what is asked for, without the words that are left out; None when it is nothing in particular.
        complete: finds what has everything that was asked for, best first.
        partial: finds what has a part of it, best first; None when nothing may be left out.
        found_by: what `complete` finds, without an order and without the choices.
        chosen: for each field with choices what has one of them.
        asked: the leaves of the query by which something is found, in their order.
        left_out: words that were not asked for, as typed.
    """

    tree: Tree | None
    complete: Query
    partial: Query | None
    found_by: Query
    chosen: Mapping[Field, Query]
    asked: tuple[Leaf, ...]
    left_out: tuple[str, ...]


class Compiler:
    """Compiles queries for one moment of the index."""

    def __init__(self, snapshot: Snapshot, weights: Weights) -> None:
        self._leaves = Leaves(snapshot)
        self._scorer = Scorer(self._leaves, weights, snapshot.searcher.num_docs)

    def compile(self, tree: Tree | None, choices: Choices) -> Compiled:
        """The queries for a tree and the values that hits must have beside it."""
        kept, left_out = trim(tree)
        asked = tuple(positive_leaves(kept))
        chosen = {field: self._choose(field, values) for field, values in choices.items() if values}
        found_by = self._found_by(kept, asked)
        return Compiled(
            tree=kept,
            complete=Query.boolean_query([(Occur.Must, found_by), *_unscored(chosen.values()), *self._order(kept, asked)]),
            partial=self._partial(kept, list(chosen.values())),
            found_by=found_by,
            chosen=chosen,
            asked=asked,
            left_out=left_out,
        )

    def _choose(self, field: Field, values: tuple[str, ...]) -> Query:
        if field is Field.DATE:
            return any_of(self._leaves.days(read_days(Written(printed=value, place=0))) for value in values)
        return self._leaves.values(FACET_FIELDS[field], values)

    def _found_by(self, tree: Tree | None, asked: Sequence[Leaf]) -> Query:
        """What finds everything that was asked for; its score is a part of what puts it in order."""
        if tree is None:
            return Query.all_query()
        if len(asked) == 1:
            return self._match(tree, KEYS)
        match = self._match(tree, EXCHANGE)
        if isinstance(tree, All) and any(isinstance(part, Phrase | Prefix) for part in tree.parts):
            return match  # which stands in the item's own text, so that nothing else needs to
        return all_of([match, any_of(self._match(leaf, KEYS) for leaf in asked)]) if asked else match

    def _match(self, tree: Tree, field: str) -> Query:
        """What has what a tree asks for, words in a field."""
        match tree:
            case Word():
                return self._leaves.word(tree, partial(self._scorer.term, field))
            case All(parts=parts):
                return Query.boolean_query(self._clauses(parts, field))
            case Any(parts=parts):
                return any_of(self._match(part, field) for part in parts)
            case Without():
                return Query.boolean_query(self._clauses((tree,), field))
            case _:
                return self._leaf(tree)

    def _leaf(self, leaf: Prefix | Phrase | Filter) -> Query:
        match leaf:
            case Prefix():
                return self._leaves.prefix(leaf)
            case Phrase():
                return self._leaves.exactly(leaf.terms)
            case Filter():
                return Query.const_score_query(self._leaves.filter(leaf), 0.0)

    def _clauses(self, parts: Sequence[Tree], field: str) -> list[tuple[Occur, Query]]:
        """What makes that all of some parts must be there; what must not be there may stand on neither side."""
        return [
            (Occur.MustNot, self._match(part.part, EXCHANGE))
            if isinstance(part, Without)
            else (Occur.Must, self._match(part, field))
            for part in parts
        ]

    def _order(self, tree: Tree | None, asked: Sequence[Leaf]) -> list[tuple[Occur, Query]]:
        """What the order goes by beside the score of what finds it: the exact words, and for one word the whole exchange."""
        exact = self._exactly(tree) if tree else None
        bonus = [(Occur.Should, Query.const_score_query(exact, EXACT_BONUS))] if exact else []
        alone = asked if len(asked) == 1 else ()
        return [*((Occur.Should, self._match(leaf, EXCHANGE)) for leaf in alone if isinstance(leaf, Word)), *bonus]

    def _exactly(self, tree: Tree) -> Query | None:
        """What has the words of a tree exactly as they were typed; None when it has no words."""
        match tree:
            case Word(terms=terms):
                return self._leaves.exactly(terms)
            case All(parts=parts) | Any(parts=parts):
                some = [exact for part in parts if (exact := self._exactly(part))]
                return (all_of if isinstance(tree, All) else any_of)(some) if some else None
            case _:
                return None

    def _partial(self, tree: Tree | None, chosen: Sequence[Query]) -> Query | None:
        """What finds those that have a part of the words, where the query says nothing of how they hang together."""
        if not isinstance(tree, All) or tree.is_strict:
            return None
        words = [part for part in tree.parts if isinstance(part, Word)]
        suggested = self._scorer.suggest(words) if len(words) > 1 else None
        if suggested is None:
            return None
        rest = self._clauses([part for part in tree.parts if not isinstance(part, Word)], EXCHANGE)
        needed = [*_unscored(query for occur, query in rest if occur is Occur.Must), *_unscored(chosen)]
        banned = [(occur, query) for occur, query in rest if occur is Occur.MustNot]
        # Alone it is read much faster: the best are found without looking at all.
        return Query.boolean_query([*needed, *banned, (Occur.Must, suggested)]) if needed or banned else suggested


def _unscored(queries: Iterable[Query]) -> list[tuple[Occur, Query]]:
    return [(Occur.Must, Query.const_score_query(query, 0.0)) for query in queries]
