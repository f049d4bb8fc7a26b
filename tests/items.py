"""Items of the index, made without a document, and an index that holds them."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from pathlib import Path

import tantivy

from kamervragen.search.index import Index, Snapshot
from kamervragen.search.records import Item
from kamervragen.search.writer import rebuild
from kamervragen.terms import Side

_PLAIN = Item(
    key="ah-tk-20302031-8",
    side=Side.QUESTION,
    anchor="vraag-1",
    numbers=("1",),
    text="",
    other="",
    subject="",
    kind="answer",
    session_year="2030-2031",
    submitted_on=date(2031, 1, 29),
    received_on=date(2031, 2, 16),
    submitters=(),
    parties=(),
    ministries=(),
    addressees=(),
    respondents=(),
)


def make_item(**values: object) -> Item:
    """An item with these values, and plain ones for the rest."""
    return Item(**{**{name: getattr(_PLAIN, name) for name in Item.__slots__}, **values})


def make_index(folder: Path, items: Iterable[Item]) -> Index:
    """A new index of items, those of a publication next to each other."""
    with rebuild(folder) as writer:
        for _, group in groupby(items, key=lambda item: item.key):
            writer.add(list(group))
    return Index.open(folder)


def find(snapshot: Snapshot, field: str, word: str) -> list[Item]:
    """The items that have a word of the index in a field, those of the newest day first."""
    query = tantivy.Query.term_query(snapshot.schema, field, word)
    return [snapshot.item(address) for _, address in snapshot.searcher.search(query, 1_000, order_by_field="place").hits]


def find_texts(snapshot: Snapshot, field: str, word: str) -> list[str]:
    """The texts of those items."""
    return [item.text for item in find(snapshot, field, word)]
