"""Searching: Request → Results. `compile` says what is found, `scoring` in which order, `partial` what follows when few."""

from collections.abc import Iterator, Sequence
from typing import Final

from kamervragen.search.compile import Compiled, Compiler
from kamervragen.search.costs import check_cost
from kamervragen.search.facets import count_facets, count_items
from kamervragen.search.index import Index, Snapshot
from kamervragen.search.language import parse_query
from kamervragen.search.leaves import find_keys
from kamervragen.search.marking import Marker
from kamervragen.search.ordering import Found, find_page
from kamervragen.search.partial import Candidates, Scored
from kamervragen.search.records import MAX_HITS, MAX_SIZE, Facet, Hit, Request, Results, Widened
from kamervragen.search.refusals import refuse
from kamervragen.search.snippets import make_snippet
from kamervragen.search.tree import Word
from kamervragen.search.weights import WEIGHTS, Weights
from kamervragen.search.widening import Forms
from kamervragen.terms import Order

ENOUGH: Final = 10  # complete hits; with fewer, those with a part of what was asked for are taken as well
MAX_WIDENED: Final = 8  # words of which the other forms are told, and forms of each


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
    check_cost(snapshot, compiled.tree)
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
        self._forms = Forms(snapshot)
        self._first = (request.page - 1) * request.size
        is_blank = not compiled.asked  # what answers no words is no more relevant than the rest
        self._order = Order.NEWEST if is_blank and request.order is Order.RELEVANCE else request.order

    def run(self) -> Results:
        """The results."""
        may_be_few = self._compiled.partial is not None  # then all are wanted from the first, in case they are few
        first, limit = (0, ENOUGH + self._first + self._request.size) if may_be_few else (self._first, max(self._request.size, 1))
        n_hits, found = find_page(self._snapshot, self._compiled.complete, self._order, limit=limit, first=first)
        if n_hits < ENOUGH and may_be_few:
            return self._run_partial(found)
        found = found[self._first - first :]
        facets = count_facets(self._snapshot, self._compiled, self._request.choices) if self._request.with_facets else ()
        scored = [(score, self._snapshot.item(address)) for score, address in found[: self._request.size]]
        marker = Marker(self._compiled.asked, words=self._forms.words)
        return self._make_results(scored, marker, n_hits=n_hits, n_complete=n_hits, facets=facets)

    def _run_partial(self, having_all: Sequence[Found]) -> Results:
        """The results where few have everything: those, and then what has a part of it."""
        marker = Marker(self._compiled.asked, with_parts=True, words=self._forms.words)
        candidates = Candidates(self._snapshot, self._compiled, self._order)
        complete = candidates.complete(having_all)
        found = [*complete, *candidates.partial(complete, marker)]
        facets = count_items((item for _, item in found), self._request.choices) if self._request.with_facets else ()
        shown = found[self._first : self._first + self._request.size]
        return self._make_results(shown, marker, n_hits=len(found), n_complete=len(complete), facets=facets)

    def _make_results(
        self, found: Sequence[Scored], marker: Marker, *, n_hits: int, n_complete: int, facets: tuple[Facet, ...]
    ) -> Results:
        is_scored = self._order is Order.RELEVANCE
        return Results(
            request=self._request,
            n_hits=n_hits,
            n_complete=n_complete,
            hits=tuple(
                Hit(item=item, snippet=make_snippet(item.text, marker), score=score if is_scored else 0.0)
                for score, item in found
            ),
            facets=facets,
            widened=tuple(self._widen()),
            left_out=self._compiled.left_out,
        )

    def _widen(self) -> Iterator[Widened]:
        """The first words with other forms that the index has of them."""
        words = dict.fromkeys(leaf for leaf in self._compiled.asked if isinstance(leaf, Word))
        for word in list(words)[:MAX_WIDENED]:
            whole, _ = find_keys(word.terms)
            found = dict.fromkeys(form for keys in whole for form in self._forms.find(keys, MAX_WIDENED + 1))
            forms = [form for form in found if form != " ".join(word.terms)]
            if forms:
                yield Widened(word=word.printed, forms=tuple(forms[:MAX_WIDENED]))
