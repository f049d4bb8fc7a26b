"""How much of the index a query makes us read, before it is read: a query that would take too long is refused with a sentence."""

from collections.abc import Iterator
from typing import Final

from kamervragen.search.index import Snapshot
from kamervragen.search.leaves import NAME_FIELDS, PRINTED, Leaves, field_of, find_keys
from kamervragen.search.refusals import refuse
from kamervragen.search.schema import EXCHANGE, TEXT
from kamervragen.search.tree import All, Any, Days, Filter, Names, Phrase, Prefix, Tree, Values, Without, Word

MAX_READ: Final = 3_000_000  # places in the index: an eighth of a second, with facets
PER_PLACE: Final = 4  # what a phrase costs beside a word: the places of its words within the texts are compared
MAX_BEGUN: Final = 3_000  # words that begin so; more are counted as if they were in every item
PER_BEGINNING: Final = 2  # what a beginning costs beside a word: its words are looked for first, in the texts and the subjects


def check_cost(snapshot: Snapshot, tree: Tree | None) -> None:
    """Refuse a tree that finds too much to be put in order in time.

    Raises:
        QueryError: it is too much (`too_broad`).
    """
    if tree is None:
        return
    estimate = Estimate(snapshot)
    n_read = 0
    for prefix in _prefixes(tree):  # first, and one by one: to count the words that begin so takes time too
        n_read += estimate.tree(prefix)
        if n_read > MAX_READ:
            raise refuse("too_broad")
    if estimate.tree(tree) > MAX_READ:
        raise refuse("too_broad")


def _prefixes(tree: Tree) -> Iterator[Prefix]:
    """The beginnings that a tree asks for or does not want."""
    match tree:
        case Prefix():
            yield tree
        case All(parts=parts) | Any(parts=parts):
            for part in parts:
                yield from _prefixes(part)
        case Without(part=part):
            yield from _prefixes(part)


class Estimate:
    """Estimates how many places in the index are read; never less than what is found."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._leaves = Leaves(snapshot)
        self._n_items = snapshot.searcher.num_docs
        self._begun: dict[str, int] = {}

    def tree(self, tree: Tree) -> int:
        """The places that are read for a tree."""
        match tree:
            case Any(parts=parts):
                return sum(map(self.tree, parts))
            case All(parts=parts):
                return self._all(parts)
            case Without(part=part):
                return self.tree(part)
            case _:
                return self._leaf(tree)

    def _all(self, parts: tuple[Tree, ...]) -> int:
        """The rarest is read, and for each of its items the others are looked up; a beginning is always read whole."""
        rarest = min(self.tree(part) for part in parts if not isinstance(part, Without))
        whole = sum(map(self.tree, _prefixes(All(parts=parts, is_strict=True))))
        return rarest * len(parts) + whole

    def _leaf(self, leaf: Word | Prefix | Phrase | Filter) -> int:
        match leaf:
            case Word(terms=terms):
                whole, pieces = find_keys(terms)
                keys = dict.fromkeys(key for each in whole + pieces for key in each.own)
                return sum(self._leaves.n_items(EXCHANGE, key) for key in keys)
            case Phrase(terms=terms):
                n_items = sum(min(self._leaves.n_items(field, term) for term in terms) for field in PRINTED)
                return n_items * (PER_PLACE * len(terms) if len(terms) > 1 else 1)
            case Prefix(terms=terms):
                return PER_BEGINNING * self._prefix(terms[-1])
            case Filter():
                return self._filter(leaf)

    def _prefix(self, beginning: str) -> int:
        if beginning not in self._begun:
            words = self._snapshot.searcher.terms_with_prefix(TEXT, beginning, limit=MAX_BEGUN)
            self._begun[beginning] = sum(n for _, n in words) if len(words) < MAX_BEGUN else self._n_items
        return self._begun[beginning]

    def _filter(self, wanted: Filter) -> int:
        match wanted.wanted:
            case Values(values=values):
                return sum(self._leaves.n_items(field_of(wanted.field), value) for value in values)
            case Names(terms=terms, folded=folded):
                field = NAME_FIELDS[wanted.field]
                return self._leaves.n_items(field, folded) + min(self._leaves.n_items(field, term) for term in terms)
            case Days():
                return self._n_items
