"""The fields of the index, and an item as a document with those fields.

text, subject                 words as they are, with their order, for phrases and what is to be found exactly (see `analysis`)
keys                          the keys of the words of the text (see `keying`)
exchange, roots               keys and roots of the text, the other side and the subject as one text: an item is found by words
                              of which a part stands on the other side, and judged by the whole exchange
forms                         the words of the text behind their keys (see `keying`)
submitter_words, party_words,
office_words                  names as words, and each name folded to one word, for searches in a field
submitter, party, ministry,
kind, side, year              whole values, counted in the facets
session_year, key             whole values
on                            the day, as a number
packed                        the item itself, so that a hit can be shown without the database
"""

import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Final

import tantivy

from kamervragen import authorities
from kamervragen.folding import fold
from kamervragen.search.analysis import ANALYZER
from kamervragen.search.keying import text_keys
from kamervragen.search.packing import pack_item
from kamervragen.search.records import Item
from kamervragen.terms import Field

SCHEMA_VERSION: Final = 3  # higher whenever an index made before must be made again

TEXT: Final = "text"
SUBJECT: Final = "subject"
KEYS: Final = "keys"
EXCHANGE: Final = "exchange"
ROOTS: Final = "roots"
FORMS: Final = "forms"
SUBMITTER_WORDS: Final = "submitter_words"
PARTY_WORDS: Final = "party_words"
OFFICE_WORDS: Final = "office_words"
SESSION_YEAR: Final = "session_year"
ON: Final = "on"
PLACE: Final = "place"
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


PLACES_OF_A_DAY: Final = 1_000_000_000
"""How many places there are in `place` for the items of one day; what is of no known day stands below this."""


def make_schema() -> tantivy.Schema:
    """The fields of the index."""
    builder = tantivy.SchemaBuilder()
    for name in (TEXT, SUBJECT, SUBMITTER_WORDS, PARTY_WORDS, OFFICE_WORDS):
        builder.add_text_field(name, tokenizer_name=ANALYZER, index_option="position")
    for name in (KEYS, EXCHANGE, ROOTS):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field(FORMS, tokenizer_name="whitespace", index_option="basic")
    for name in FACET_FIELDS.values():
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in (SESSION_YEAR, KEY):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field(ON, indexed=True, fast=True)
    builder.add_integer_field(PLACE, fast=True)
    builder.add_bytes_field(PACKED, stored=True)
    return builder.build()


def day_number(day: date | None) -> int:
    """A day as it stands in the field `on`: 20240216; later days are higher."""
    return day.year * 10_000 + day.month * 100 + day.day if day else UNKNOWN_DAY


def make_document(item: Item, position: int) -> tantivy.Document:
    """An item as the index takes it in.

    Args:
        item: the item.
        position: its place among the items of its publication, from 0.
    """
    document = tantivy.Document()
    for name, value in _texts(item):
        document.add_text(name, value)
    day = day_number(_day(item))
    document.add_integer(ON, day)
    document.add_integer(PLACE, _place(day, item.key, position))
    document.add_bytes(PACKED, pack_item(item))
    return document


def _day(item: Item) -> date | None:
    return item.received_on or item.submitted_on


def _place(day: int, key: str, position: int) -> int:
    """By day; on one day by publication, in whatever order but always the same; in a publication, its first item highest."""
    publication = zlib.crc32(key.encode()) % 1_000_000
    return day * PLACES_OF_A_DAY + publication * 1_000 + 999 - min(position, 999)


def _texts(item: Item) -> Iterator[tuple[str, str]]:
    """Each value of a text field with the field's name."""
    yield from ((TEXT, item.text), (SUBJECT, item.subject), (KEY, item.key))
    own, other, subject = map(text_keys, (item.text, item.other, item.subject))
    yield from ((KEYS, own.keys), (FORMS, own.forms), (EXCHANGE, f"{own.keys} {other.keys} {subject.keys}"))
    yield ROOTS, f"{own.roots} {other.roots} {subject.roots}"
    yield from ((FACET_FIELDS[Field.KIND], item.kind), (FACET_FIELDS[Field.SIDE], str(item.side)))
    day = _day(item)
    if day:
        yield FACET_FIELDS[Field.YEAR], str(day.year)
    if item.session_year:
        yield SESSION_YEAR, item.session_year
    for field, values in ((Field.SUBMITTER, item.submitters), (Field.PARTY, item.parties), (Field.MINISTRY, item.ministries)):
        yield from ((FACET_FIELDS[field], value) for value in values)
    yield from ((SUBMITTER_WORDS, words) for words in _as_words(item.submitters))
    yield from ((PARTY_WORDS, words) for words in _as_words(_party_names(item.parties)))
    yield from ((OFFICE_WORDS, words) for words in _as_words(item.addressees + item.respondents))


@lru_cache(maxsize=10_000)  # the items of a document share their names, and documents of one week do
def _as_words(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names, and each folded to one word where it is several: `GroenLinks-PvdA` is found as `groenlinkspvda` too."""
    return tuple(dict.fromkeys(form for name in names for form in (name, fold(name))))


@lru_cache(maxsize=10_000)
def _party_names(printed: tuple[str, ...]) -> tuple[str, ...]:
    """Names of parties as printed, and the other names of those that the table knows."""
    return tuple(dict.fromkeys(form for name in printed for form in (name, *_other_names(name))))


def _other_names(printed: str) -> Iterable[str]:
    party = authorities.load().find_party(printed)
    return (party.name, *party.variants) if party else ()
