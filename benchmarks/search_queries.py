"""The queries of the benchmark of the search: a fixed mix, drawn from the items themselves, the same for the same seed."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.search_items import read_items
from kamervragen.search.analysis import split_words
from kamervragen.search.records import Item, Request
from kamervragen.terms import Order

_SAMPLE = 4_000  # publications that queries are drawn from
_LONG = 5  # letters of a word that somebody looks for


class Query(NamedTuple):
    """A query with its kind, and whether it has words only, which any engine understands."""

    kind: str
    request: Request
    is_plain: bool


class _Drawer:
    """Draws queries of each kind."""

    def __init__(self, items: Sequence[Item], random: Random) -> None:
        self._items, self._random = items, random
        counts = Counter(word for item in items for word in set(split_words(item.text)) if len(word) >= _LONG and word.isalpha())
        self._ranked = [word for word, _ in counts.most_common()]

    def frequent(self) -> str:
        """One of the two hundred commonest words of five letters or more."""
        return self._random.choice(self._ranked[:200])

    def middling(self) -> str:
        """One of the words after those."""
        return self._random.choice(self._ranked[200:3_000])

    def rare(self) -> str:
        """One of the other words."""
        return self._random.choice(self._ranked[3_000:])

    def several(self) -> str:
        """Two or three words of one text."""
        words = self._words()
        return " ".join(self._random.sample(words, min(len(words), self._random.choice((2, 2, 3)))))

    def question(self) -> str:
        """A sentence as it was asked, up to fourteen words of it, with its signs."""
        asked = self._random.choice([item for item in self._random.sample(self._items, 50) if item.side == "question"])
        return " ".join(asked.text.split()[:14]).replace('"', "").replace("(", "").replace(")", "").replace(":", "").strip("-*")

    def phrase(self) -> str:
        """Two words next to each other, one of them long: nobody looks for "op de", which is refused where there is much."""
        while True:
            words = split_words(self._random.choice(self._items).text)
            start = self._random.randrange(max(1, len(words) - 2))
            if any(len(word) >= _LONG for word in words[start : start + 2]):
                return f'"{" ".join(words[start : start + 2])}"'

    def prefix(self) -> str:
        """The first letters of a word."""
        return f"{self.middling()[:5]}*"

    def field(self) -> str:
        """Words of one text with a field."""
        item = self._random.choice(self._items)
        fields = (f"fractie:{item.parties[0]}", f"jaar:{item.received_on:%Y}", "ministerie:Defensie", "in:antwoord")
        return f"{self._random.choice(self._words())} {self._random.choice(fields)}"

    def _words(self) -> list[str]:
        while True:
            words = [word for word in split_words(self._random.choice(self._items).text) if len(word) >= _LONG and word.isalpha()]
            if len(words) >= 2:
                return words


def draw_queries(items: Path, n: int, seed: int = 1) -> list[Query]:
    """The queries for a file of items, in an order in which their kinds are mixed."""
    random = Random(seed)  # noqa: S311 - nothing is secret here
    return draw_from([item for _, some in islice(read_items(items), _SAMPLE) for item in some], n, random)


def draw_from(items: Sequence[Item], n: int, random: Random) -> list[Query]:
    """The same for some items, drawn by these dice."""
    drawer = _Drawer(items, random)
    kinds: list[tuple[str, Callable[[], str], int, Order, bool]] = [
        ("one frequent word", drawer.frequent, 12, Order.RELEVANCE, True),
        ("one middling word", drawer.middling, 12, Order.RELEVANCE, True),
        ("one rare word", drawer.rare, 8, Order.RELEVANCE, True),
        ("two or three words", drawer.several, 26, Order.RELEVANCE, True),
        ("a question in full", drawer.question, 14, Order.RELEVANCE, True),
        ("a phrase", drawer.phrase, 8, Order.RELEVANCE, False),
        ("a prefix", drawer.prefix, 5, Order.RELEVANCE, False),
        ("a word and a field", drawer.field, 10, Order.RELEVANCE, False),
        ("one frequent word, newest first", drawer.frequent, 5, Order.NEWEST, False),
    ]
    weights = [weight for *_, weight, _, _ in kinds]
    drawn = random.choices(kinds, weights, k=n)
    return [Query(kind, Request(query=draw(), order=order), is_plain) for kind, draw, _, order, is_plain in drawn]


def kinds_of(queries: Iterable[Query]) -> list[str]:
    """The kinds of these queries, in the order in which they are described."""
    return sorted({query.kind for query in queries})
