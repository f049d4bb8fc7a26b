"""The addresses that a load of visitors asks for: found by looking at the site, and dealt out alike for the same seed."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final
from urllib.parse import urlencode

from benchmarks.search_queries import Query, draw_from
from kamervragen.contract import from_json
from kamervragen.search.items import make_items
from kamervragen.search.records import Item
from kamervragen.terms import Order, Side

N_DOCUMENTS: Final = 2_000  # that are visited; so many that hardly any is twice in a row
N_READ: Final = 400  # of them, that queries are drawn from
N_QUERIES: Final = 5_000
SHORTEST_ASKED: Final = 60  # letters of a question that is looked for: "Wie?" is refused
N_PAGES: Final = 40  # of the list of documents
ENGLISH: Final = 0.25  # share of the pages that are asked for in English
PAGES: Final = frozenset(
    {"home", "results", "results, page 2", "document", "document's text", "list", "dossier", "already asked?"}
)

Fetch = Callable[[str], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request: what kind of page it is for, and its address."""

    kind: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What there is to visit."""

    keys: Sequence[str]
    dossiers: Sequence[str]
    asked: Sequence[str]
    queries: Sequence[Query]
    lists: Sequence[str]
    files: Sequence[str]


# How often each kind is asked for; the shares add up to 100. What people read is in both languages.
SHARES: Final[Mapping[str, int]] = {
    "home": 5,
    "results": 32,
    "results, page 2": 2,
    "already asked?": 2,
    "document": 27,
    "document's text": 3,
    "dossier": 5,
    "list": 8,
    "JSON of a search": 4,
    "JSON of a document": 4,
    "file of the site": 8,
}


def explore(fetch: Fetch, dice: Random) -> Ground:
    """What there is to visit on a site.

    Args:
        fetch: gives the body at an address.
        dice: chooses what is looked at.
    """
    parts = re.findall(r"/sitemap/[1-9]\d*\.xml", fetch("/sitemap.xml").decode())
    chosen = dice.sample(parts, min(len(parts), 8))
    found = [key for part in chosen for key in re.findall(r"/en/documenten/([\w-]+)</loc>", fetch(part).decode())]
    keys = dice.sample(found, min(len(found), N_DOCUMENTS))
    items = [item for key in keys[:N_READ] for item in _read_items(fetch, key) if item.received_on and item.parties]
    lists = _lists(fetch, n_pages=min(N_PAGES, len(found) // 50))
    return Ground(
        keys=keys,
        dossiers=_dossiers(fetch),
        asked=[item.text[:600] for item in items if item.side is Side.QUESTION and len(item.text) > SHORTEST_ASKED],
        queries=draw_from(items, N_QUERIES, dice),
        lists=lists,
        files=_files(fetch),
    )


def _dossiers(fetch: Fetch) -> list[str]:
    pages = (fetch(f"/dossiers?pagina={n}").decode() for n in range(1, N_PAGES + 1))
    return list(dict.fromkeys(each for page in pages for each in re.findall(r'href="(/dossiers/[\w-]+)"', page)))


def _read_items(fetch: Fetch, key: str) -> tuple[Item, ...]:
    return make_items(key, from_json(json.loads(fetch(f"/documenten/{key}.json"))))


def _lists(fetch: Fetch, n_pages: int) -> list[str]:
    """The lists, and the pages of ministries, members and parties that they lead to."""
    rooms = ("ministeries", "kamerleden", "fracties")
    pages = [each for room in rooms for each in re.findall(rf'href="(/{room}/[\w-]+)"', fetch(f"/{room}").decode())]
    further = [f"/documenten/?pagina={n}" for n in range(1, n_pages + 1)]
    return [
        *(f"/{room}" for room in rooms),
        "/dekking",
        "/open",
        "/open?lijst=beantwoord",
        "/cijfers",
        "/dossiers",
        "/documenten/?soort=answer",
        *further,
        *dict.fromkeys(pages),
    ]


def _files(fetch: Fetch) -> list[str]:
    return list(dict.fromkeys(re.findall(r'"(/static/[^"]+)"', fetch("/").decode())))


def deal(ground: Ground, dice: Random) -> Iterator[Visit]:
    """Visits without end, in the shares above.

    Args:
        ground: what there is to visit.
        dice: chooses; the same dice give the same visits.
    """
    kinds, weights = list(SHARES), list(SHARES.values())
    while True:
        (kind,) = dice.choices(kinds, weights)
        prefix = "/en" if kind in PAGES and dice.random() < ENGLISH else ""
        yield _visit(kind, prefix, ground, dice)


def _visit(kind: str, prefix: str, ground: Ground, dice: Random) -> Visit:
    if kind.startswith("results") or kind == "JSON of a search":
        return _search(kind, prefix, ground, dice)
    key = dice.choice(ground.keys)
    addresses = {
        "home": "/",
        "document": f"/documenten/{key}",
        "document's text": f"/documenten/{key}/tekst",
        "list": dice.choice(ground.lists),
        "dossier": dice.choice(ground.dossiers),
        "already asked?": f"/vergelijkbaar?{urlencode({'tekst': dice.choice(ground.asked)})}",
        "JSON of a document": f"/documenten/{key}.json",
        "file of the site": dice.choice(ground.files),
    }
    return Visit(kind=kind, address=prefix + addresses[kind])


def _search(kind: str, prefix: str, ground: Ground, dice: Random) -> Visit:
    query = dice.choice(ground.queries)
    asked = {"q": query.request.query}
    if query.request.order is Order.NEWEST:
        asked["volgorde"] = "nieuwste"
    if kind == "results, page 2":
        asked = {
            "q": dice.choice([each.request.query for each in ground.queries if each.kind == "one frequent word"]),
            "pagina": "2",
        }
    if kind == "JSON of a search":
        return Visit(kind=kind, address=f"/zoeken.json?{urlencode(asked)}")
    return Visit(kind=kind if "pagina" in asked else f"results: {query.kind}", address=f"{prefix}/zoeken?{urlencode(asked)}")
