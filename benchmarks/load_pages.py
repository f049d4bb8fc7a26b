"""The addresses that a load of visitors asks for: found by looking at the site, and dealt out alike for the same seed."""

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode

N_DOCUMENTS: Final = 2_000  # that are visited; so many that hardly any is twice in a row
N_READ: Final = 100  # of them, whose words are searched for
N_COMMON: Final = 20
N_PAGES: Final = 40  # of the list of documents
ENGLISH: Final = 0.25  # share of the pages that are asked for in English

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
    words: Sequence[str]  # of questions, as often as they occur
    common: Sequence[str]  # words with more than one page of results
    phrases: Sequence[str]  # of two words that stand next to each other
    lists: Sequence[str]
    files: Sequence[str]


# How often each kind is asked for; the shares add up to 100. Every kind that people read is in both languages.
SHARES: Final[Mapping[str, int]] = {
    "home": 5,
    "results of one word": 10,
    "results of two words": 10,
    "results of a phrase": 4,
    "results of a narrowed search": 6,
    "further results": 3,
    "results by date": 3,
    "document": 30,
    "document's text": 3,
    "list": 8,
    "JSON of a search": 5,
    "JSON of a document": 5,
    "file of the site": 8,
}


def explore(fetch: Fetch, dice: random.Random) -> Ground:
    """What there is to visit on a site.

    Args:
        fetch: gives the body at an address.
        dice: chooses what is looked at.
    """
    parts = re.findall(r"/sitemap/[1-9]\d*\.xml", fetch("/sitemap.xml").decode())
    chosen = dice.sample(parts, min(len(parts), 8))
    found = [key for part in chosen for key in re.findall(r"/en/documenten/([\w-]+)</loc>", fetch(part).decode())]
    keys = dice.sample(found, min(len(found), N_DOCUMENTS))
    texts = [text for key in keys[:N_READ] for text in _questions(fetch, key)]
    words = [word for text in texts for word in re.findall(r"[^\W\d_]{4,}", text)]
    phrases = [f'"{a} {b}"' for text in texts for a, b in re.findall(r"([^\W\d_]{4,}) ([^\W\d_]{4,})", text)]
    common = [word for word, _ in Counter(word for word in words if len(word) > 5).most_common(N_COMMON)]
    lists = _lists(fetch, n_pages=min(N_PAGES, len(found) // 50))
    return Ground(keys=keys, words=words, common=common, phrases=phrases, lists=lists, files=_files(fetch))


def _questions(fetch: Fetch, key: str) -> list[str]:
    return [question["text"] for question in json.loads(fetch(f"/documenten/{key}.json"))["questions"]]


def _lists(fetch: Fetch, n_pages: int) -> list[str]:
    """The lists, and the pages of ministries, members and parties that they lead to."""
    rooms = ("ministeries", "kamerleden", "fracties")
    pages = [each for room in rooms for each in re.findall(rf'href="(/{room}/[\w-]+)"', fetch(f"/{room}").decode())]
    further = [f"/documenten/?pagina={n}" for n in range(1, n_pages + 1)]
    return [*(f"/{room}" for room in rooms), "/dekking", "/documenten/?soort=answer", *further, *dict.fromkeys(pages)]


def _files(fetch: Fetch) -> list[str]:
    return list(dict.fromkeys(re.findall(r'"(/static/[^"]+)"', fetch("/").decode())))


def deal(ground: Ground, dice: random.Random) -> Iterator[Visit]:
    """Visits without end, in the shares above.

    Args:
        ground: what there is to visit.
        dice: chooses; the same dice give the same visits.
    """
    kinds, weights = list(SHARES), list(SHARES.values())
    while True:
        (kind,) = dice.choices(kinds, weights)
        yield Visit(kind=kind, address=_address(kind, ground, dice))


def _address(kind: str, ground: Ground, dice: random.Random) -> str:
    if kind == "file of the site":
        return dice.choice(ground.files)
    if kind == "JSON of a document":
        return f"/documenten/{dice.choice(ground.keys)}.json"
    if kind == "JSON of a search":
        return f"/zoeken.json?q={quote(_two_words(ground, dice))}"
    return ("/en" if dice.random() < ENGLISH else "") + _page(kind, ground, dice)


def _page(kind: str, ground: Ground, dice: random.Random) -> str:
    if kind == "home":
        return "/"
    if kind == "list":
        return dice.choice(ground.lists)
    if kind == "document":
        return f"/documenten/{dice.choice(ground.keys)}"
    if kind == "document's text":
        return f"/documenten/{dice.choice(ground.keys)}/tekst"
    return f"/zoeken?{urlencode(_query(kind, ground, dice))}"


def _query(kind: str, ground: Ground, dice: random.Random) -> dict[str, str]:
    word = dice.choice(ground.words)
    queries = {
        "results of one word": {"q": word},
        "results of two words": {"q": _two_words(ground, dice)},
        "results of a phrase": {"q": dice.choice(ground.phrases)},
        "results of a narrowed search": {"q": f"{word} in:{dice.choice(('vraag', 'antwoord'))}", "soort": "answer"},
        "further results": {"q": dice.choice(ground.common), "pagina": "2"},
        "results by date": {"q": word, "volgorde": "nieuwste"},
    }
    return queries[kind]


def _two_words(ground: Ground, dice: random.Random) -> str:
    return f"{dice.choice(ground.words)} {dice.choice(ground.words)}"
