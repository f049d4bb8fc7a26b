"""What `kamervragen search` prints. Works without the record: the index holds all that a hit shows."""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kamervragen import authorities
from kamervragen.dutch.counting import join_words
from kamervragen.environment import read_environment
from kamervragen.search import Facet, Hit, Index, Item, Request, Results, index_folder, search
from kamervragen.search.fields import FIELD_NAMES
from kamervragen.site.naming import name_publication
from kamervragen.site.words import KIND_WORDS, count_words
from kamervragen.terms import Field, Kind, Order, Side

_SIDE_WORDS = {Side.QUESTION: "vraag", Side.ANSWER: "antwoord"}
_FIELD_WORDS = {field: name for name, field in reversed(FIELD_NAMES.items())}  # the Dutch name stands first
_MAX_NAMES = 3  # of those who ask or are asked; a question to twelve ministers has too many for a line
_MAX_VALUES = 5  # of a facet


def print_found(query: str, *, as_json: bool, order: Order, page: int, size: int, with_facets: bool) -> int:
    """Print what a search finds, one JSON object a line or as text; gives the exit status, which is 0 without hits too.

    Raises:
        InputError: the query is not understood, or there is no index.
    """
    request = Request(query=query, order=order, page=page, size=size, with_facets=with_facets)
    results = search(Index.open(index_folder(read_environment(os.environ).data)), request)
    if as_json:
        for rank, hit in enumerate(results.hits, (request.page - 1) * request.size + 1):
            print(json.dumps(_plain(hit, rank, results.n_complete), ensure_ascii=False, default=date.isoformat), flush=True)
        return 0
    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    for line in _describe(results):
        console.print(line)
    return 0


def _plain(hit: Hit, rank: int, n_complete: int) -> dict[str, object]:
    """A hit as JSON: the item, where it stands on the site, and why and how well it was found."""
    return {
        "rank": rank,
        "address": f"/documenten/{hit.item.key}#{hit.item.anchor}",
        **asdict(hit.item),
        "snippet": [asdict(piece) for piece in hit.snippet],
        "is_complete": rank <= n_complete,
        "score": hit.score,
    }


def _describe(results: Results) -> Iterator[Text | Padding | str]:
    yield from _summary(results)
    first = (results.request.page - 1) * results.request.size + 1
    for rank, hit in enumerate(results.hits, first):
        yield ""
        if rank == results.n_complete + 1 > 1:
            yield "Met een deel van wat er gevraagd is:\n"
        yield name_place(rank, hit.item)
        yield Padding(
            Text.assemble(*((piece.text, "bold" if piece.is_match else "") for piece in hit.snippet)), (0, 0, 0, 4), expand=False
        )
    if results.request.with_facets and results.n_hits:
        yield ""
        yield from (_facet(facet) for facet in results.facets if facet.values)


def _summary(results: Results) -> Iterator[str]:
    """How many were found, and how the query was understood."""
    if not results.n_hits:
        yield "Niets gevonden; probeer minder of andere woorden, of laat een veld weg."
    else:
        yield f"{_count(results)}{_page(results)}."
    for widened in results.widened:
        yield f"Ook gezocht op wat bij «{widened.word}» hoort: {', '.join(widened.forms)}."
    if results.left_out:
        yield f"Te gewone woorden, niet naar gezocht: {', '.join(results.left_out)}."


def _count(results: Results) -> str:
    if results.n_complete == results.n_hits:
        return count_words(results.n_hits, "vraag of antwoord", "vragen en antwoorden")
    complete = count_words(results.n_complete, "vraag of antwoord", "vragen en antwoorden") if results.n_complete else "Niets"
    return f"{complete} met alles wat er gevraagd is, {results.n_hits - results.n_complete} met een deel ervan"


def _page(results: Results) -> str:
    size = results.request.size
    n_pages = -(-results.n_hits // size) if size else 0
    return f" (pagina {results.request.page} van {n_pages})" if n_pages > 1 else ""


def name_place(rank: int, item: Item) -> Text:
    """Where it stands, who asked whom: `1. Aanhangsel 2023–2024, nr. 1067, vraag 2  Jansen aan minister (OCW), 16-2-2024`."""
    place = f"{name_publication(item.key)}, {_SIDE_WORDS[item.side]} {join_words(item.numbers)}".rstrip()
    people = f"{_some(item.submitters)} aan {_some(item.addressees)}" if item.submitters and item.addressees else ""
    day = item.dated_on
    context = ", ".join(filter(None, (people, f"{day.day}-{day.month}-{day.year}" if day else "")))
    return Text.assemble(f"{rank}. ", (place, "underline"), f"  {context}".rstrip())


def _some(names: tuple[str, ...]) -> str:
    """The first names, and how many more there are."""
    shown, n_more = names[:_MAX_NAMES], len(names) - _MAX_NAMES
    return f"{', '.join(shown)} en {n_more} anderen" if n_more > 1 else join_words(names)


def _facet(facet: Facet) -> str:
    """`fractie: D66 12 · VVD 3`, in the words that the query language has for fields and values."""
    values = (f"{_value_words(facet.field, each.value)} {each.n_hits}" for each in facet.values[:_MAX_VALUES])
    return f"{_FIELD_WORDS[facet.field]}: {' · '.join(values)}"


def _value_words(field: Field, value: str) -> str:
    match field:
        case Field.MINISTRY:
            return next((row.name for row in reversed(authorities.load().ministries) if row.code == value), value)
        case Field.KIND:
            return KIND_WORDS[Kind(value)]
        case Field.SIDE:
            return _SIDE_WORDS[Side(value)]
        case _:
            return value
