"""Searching: Request → Results. The sentence for one search; `compile` says what is found, `scoring` in which order."""

from collections.abc import Iterator, Sequence
from typing import Final

import tantivy
from tantivy import Occur

from kamervragen.search.compile import Compiled, Compiler
from kamervragen.search.facets import count_facets, count_items
from kamervragen.search.index import Index, Snapshot
from kamervragen.search.language import parse_query
from kamervragen.search.leaves import Leaves, find_keys
from kamervragen.search.marking import Marker
from kamervragen.search.records import MAX_HITS, Facet, Hit, Request, Results, Widened
from kamervragen.search.refusals import refuse
from kamervragen.search.schema import PLACE, PLACES_OF_A_DAY
from kamervragen.search.snippets import make_snippet
from kamervragen.search.tree import Word
from kamervragen.search.weights import WEIGHTS, Weights
from kamervragen.search.widening import find_forms
from kamervragen.terms import Order

ENOUGH: Final = 10  # complete hits; with fewer, those with a part of what was asked for are taken as well
MAX_PARTIAL: Final = 100
MIN_SHARE: Final = 0.25  # of the score of the best partial hit; what has less has hardly anything in common with the query
MAX_SIZE: Final = 100
MAX_WIDENED: Final = 8  # words of which the other forms are told, and forms of each

_Found = tuple[float, tantivy.DocAddress]


def search(index: Index, request: Request, weights: Weights = WEIGHTS) -> Results:
    """What a search finds.

    Args:
        index: where to look.
        request: what to look for.
        weights: what the order of relevance goes by.
    Raises:
        QueryError: the query is not understood, or the page is beyond what one may page to.
        InputError: there is no index, or another version of the program made it.
    """
    _check_page(request)
    tree = parse_query(request.query)
    snapshot = index.snapshot()
    compiled = Compiler(snapshot, weights).compile(tree, request.choices)
    return _Search(snapshot, compiled, request).run()


def _check_page(request: Request) -> None:
    if request.page < 1 or not 0 <= request.size <= MAX_SIZE:
        raise refuse("bad_page")
    if request.page * request.size > MAX_HITS:
        raise refuse("too_far")


class _Search:
    """One search, step by step."""

    def __init__(self, snapshot: Snapshot, compiled: Compiled, request: Request) -> None:
        self._snapshot = snapshot
        self._compiled = compiled
        self._request = request
        is_blank = not compiled.asked  # what answers no words is no more relevant than the rest
        self._order = Order.NEWEST if is_blank and request.order is Order.RELEVANCE else request.order

    def run(self) -> Results:
        """The results."""
        first = (self._request.page - 1) * self._request.size
        n_hits, found = self._find(self._compiled.complete, limit=max(self._request.size, 1), first=first)
        if n_hits < ENOUGH and self._compiled.partial is not None:
            return self._run_partial(self._compiled.partial)
        facets = count_facets(self._snapshot, self._compiled, self._request.choices) if self._request.with_facets else ()
        return self._make_results(found[: self._request.size], n_hits=n_hits, n_complete=n_hits, facets=facets)

    def _run_partial(self, partial: tantivy.Query) -> Results:
        """The results where few have everything: those, and then what has a part of it."""
        _, complete = self._find(self._compiled.complete, limit=ENOUGH, first=0)
        known = {_number(address) for _, address in complete}
        suggested = self._snapshot.searcher.search(partial, MAX_PARTIAL + ENOUGH, count=False).hits
        least = MIN_SHARE * max((score for score, _ in suggested), default=0.0)
        rest = [(score, address) for score, address in suggested if score >= least and _number(address) not in known]
        found = [*complete, *self._sort(rest[:MAX_PARTIAL])]
        first = (self._request.page - 1) * self._request.size
        facets = self._count_found(found) if self._request.with_facets else ()
        shown = found[first : first + self._request.size]
        return self._make_results(shown, n_hits=len(found), n_complete=len(complete), facets=facets)

    def _find(self, query: tantivy.Query, *, limit: int, first: int) -> tuple[int, list[_Found]]:
        """How many a query finds, and those of a page, in the order of the request."""
        if self._order is Order.OLDEST:
            return self._find_oldest(query, limit, first)
        by = PLACE if self._order is Order.NEWEST else None
        found = self._snapshot.searcher.search(query, limit, offset=first, order_by_field=by)
        return _n_found(found), found.hits

    def _find_oldest(self, query: tantivy.Query, limit: int, first: int) -> tuple[int, list[_Found]]:
        """The same, oldest first; what is of no known day comes after all that is."""
        undated = Leaves(self._snapshot).undated()
        queries = [[(Occur.Must, query), (occur, undated)] for occur in (Occur.MustNot, Occur.Must)]
        n_found = 0
        hits: list[_Found] = []
        for clauses in queries:
            found = self._snapshot.searcher.search(
                tantivy.Query.boolean_query(clauses),
                limit,
                offset=max(0, first - n_found),
                order_by_field=PLACE,
                order=tantivy.Order.Asc,
            )
            n_found += _n_found(found)
            hits += found.hits
        return n_found, hits[:limit]

    def _sort(self, found: list[_Found]) -> list[_Found]:
        """What was found by relevance in the order of the request."""
        if self._order is Order.RELEVANCE:
            return found
        places = self._snapshot.searcher.fast_field_values(PLACE, [address for _, address in found])
        by_place = [(int(place or 0), each) for place, each in zip(places, found, strict=True)]
        if self._order is Order.NEWEST:
            return [each for _, each in sorted(by_place, key=lambda pair: -pair[0])]
        return [each for _, each in sorted(by_place, key=lambda pair: (pair[0] < PLACES_OF_A_DAY, pair[0]))]

    def _count_found(self, found: Sequence[_Found]) -> tuple[Facet, ...]:
        return count_items((self._snapshot.item(address) for _, address in found), self._request.choices)

    def _make_results(self, found: Sequence[_Found], *, n_hits: int, n_complete: int, facets: tuple[Facet, ...]) -> Results:
        marker = Marker(self._compiled.asked, with_parts=n_complete < n_hits)
        return Results(
            request=self._request,
            n_hits=n_hits,
            n_complete=n_complete,
            hits=tuple(self._make_hit(score, address, marker) for score, address in found),
            facets=facets,
            widened=tuple(self._widen()),
            left_out=self._compiled.left_out,
        )

    def _make_hit(self, score: float, address: tantivy.DocAddress, marker: Marker) -> Hit:
        item = self._snapshot.item(address)
        return Hit(item=item, snippet=make_snippet(item.text, marker), score=score if self._order is Order.RELEVANCE else 0.0)

    def _widen(self) -> Iterator[Widened]:
        """The first words with other forms that the index has of them."""
        words = dict.fromkeys(leaf for leaf in self._compiled.asked if isinstance(leaf, Word))
        for word in list(words)[:MAX_WIDENED]:
            whole, _ = find_keys(word.terms)
            found = dict.fromkeys(form for keys in whole for form in find_forms(self._snapshot.searcher, keys, MAX_WIDENED + 1))
            forms = [form for form in found if form != " ".join(word.terms)]
            if forms:
                yield Widened(word=word.printed, forms=tuple(forms[:MAX_WIDENED]))


def _n_found(found: tantivy.SearchResult) -> int:
    """How many a query found, also beyond the page."""
    return int(found.count)  # type: ignore[attr-defined]  # the package's stub forgets it


def _number(address: tantivy.DocAddress) -> tuple[int, int]:
    return address.segment_ord, address.doc
