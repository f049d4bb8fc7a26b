"""The fields of the index, and an item as a document with those fields.

text, other, subject          words, by which items are found (see `analysis`); `text` keeps their order for phrases
submitter_words, party_words,
office_words                  names as words, and each name folded to one word, for searches in a field
submitter, party, ministry,
kind, side, year              whole values, counted in the facets
session_year, key             whole values
on                            the day, as a number
packed                        the item itself, so that a hit can be shown without the database
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

import tantivy

from kamervragen import authorities
from kamervragen.folding import fold
from kamervragen.search.packing import pack_item
from kamervragen.search.records import Item
from kamervragen.terms import Field

SCHEMA_VERSION: Final = 1  # higher whenever an index made before must be made again

ANALYZER: Final = "words"
TEXT: Final = "text"
OTHER: Final = "other"
SUBJECT: Final = "subject"
SUBMITTER_WORDS: Final = "submitter_words"
PARTY_WORDS: Final = "party_words"
OFFICE_WORDS: Final = "office_words"
SESSION_YEAR: Final = "session_year"
ON: Final = "on"
KEY: Final = "key"
PACKED: Final = "packed"

FACET_FIELDS: Final = {
    Field.SUBMITTER: "submitter",
    Field.PARTY: "party",
    Field.MINISTRY: "ministry",
    Field.YEAR: "year",
    Field.KIND: "kind",
    Field.SIDE: "side",
}
"""The field in which the whole values of each facet stand."""

UNKNOWN_DAY: Final = 0
"""What stands in `on` when no day is known: it comes last of the newest, and every range begins above it."""


def make_schema() -> tantivy.Schema:
    """The fields of the index."""
    builder = tantivy.SchemaBuilder()
    for name in (TEXT, SUBJECT, SUBMITTER_WORDS, PARTY_WORDS, OFFICE_WORDS):
        builder.add_text_field(name, tokenizer_name=ANALYZER, index_option="position")
    builder.add_text_field(OTHER, tokenizer_name=ANALYZER, index_option="freq")
    for name in FACET_FIELDS.values():
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in (SESSION_YEAR, KEY):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field(ON, indexed=True, fast=True)
    builder.add_bytes_field(PACKED, stored=True)
    return builder.build()


def day_number(day: date | None) -> int:
    """A day as it stands in the field `on`: 20240216; later days are higher."""
    return day.year * 10_000 + day.month * 100 + day.day if day else UNKNOWN_DAY


def make_document(item: Item) -> tantivy.Document:
    """An item as the index takes it in."""
    document = tantivy.Document()
    for name, value in _texts(item):
        document.add_text(name, value)
    document.add_integer(ON, day_number(item.received_on or item.submitted_on))
    document.add_bytes(PACKED, pack_item(item))
    return document


def _texts(item: Item) -> Iterator[tuple[str, str]]:
    """Each value of a text field with the field's name."""
    yield from ((TEXT, item.text), (OTHER, item.other), (SUBJECT, item.subject), (KEY, item.key))
    yield from ((FACET_FIELDS[Field.KIND], item.kind), (FACET_FIELDS[Field.SIDE], str(item.side)))
    on = item.received_on or item.submitted_on
    if on:
        yield FACET_FIELDS[Field.YEAR], str(on.year)
    if item.session_year:
        yield SESSION_YEAR, item.session_year
    for field, values in ((Field.SUBMITTER, item.submitters), (Field.PARTY, item.parties), (Field.MINISTRY, item.ministries)):
        yield from ((FACET_FIELDS[field], value) for value in values)
    yield from ((SUBMITTER_WORDS, words) for words in _as_words(item.submitters))
    yield from ((PARTY_WORDS, words) for words in _as_words(_party_names(item.parties)))
    yield from ((OFFICE_WORDS, words) for words in _as_words(item.addressees + item.respondents))


def _as_words(names: Iterable[str]) -> Iterator[str]:
    """Names, and each folded to one word where it is several: `GroenLinks-PvdA` is found as `groenlinkspvda` too."""
    for name in names:
        yield name
        if fold(name) != name.lower():
            yield fold(name)


def _party_names(printed: Iterable[str]) -> Iterator[str]:
    """Names of parties as printed, and the other names of those that the table knows."""
    for name in printed:
        party = authorities.load().find_party(name)
        yield from dict.fromkeys((name, *((party.name, *party.variants) if party else ())))
