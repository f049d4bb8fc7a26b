"""The fields of the index; `documents` makes them of items.

text, subject                 words as they are, with their order, for phrases and what is to be found exactly (see `analysis`)
keys                          the keys of the words of the text (see `keying`)
exchange                      the keys of the text, the other side and the subject as one text: an item is found by words of
                              which a part stands on the other side, and judged by the whole exchange
roots                         the roots of the text and the subject
forms                         the words of the text behind their keys (see `keying`)
submitter_words, party_words  names as words, and each name folded to one word, for searches in a field
submitter, party, ministry,
kind, side, year              whole values, counted in the facets
session_year, key             whole values
on                            the day, as a number
place                         by the day and then by publication: the order of those that are newest first (see `documents`)
packed                        the item itself, so that a hit can be shown without the database
"""

from datetime import date
from typing import Final

import tantivy

from kamervragen.search.analysis import ANALYZER
from kamervragen.terms import Field

SCHEMA_VERSION: Final = 4  # higher whenever an index made before must be made again

TEXT: Final = "text"
SUBJECT: Final = "subject"
KEYS: Final = "keys"
EXCHANGE: Final = "exchange"
ROOTS: Final = "roots"
FORMS: Final = "forms"
SUBMITTER_WORDS: Final = "submitter_words"
PARTY_WORDS: Final = "party_words"
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
"""What stands in `on` when no day is known: every range of days begins above it."""

PLACES_OF_A_DAY: Final = 1_000_000_000
"""How many places there are in `place` for the items of one day; what is of no known day stands below this."""


def make_schema() -> tantivy.Schema:
    """The fields of the index."""
    builder = tantivy.SchemaBuilder()
    for name in (TEXT, SUBJECT, SUBMITTER_WORDS, PARTY_WORDS):
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
