"""Leaves of the tree of a query as queries of the index: a word, a beginning, a phrase, a field with a value."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import tantivy
from tantivy import Occur, Query

from kamervragen.search.function_words import FUNCTION_WORDS
from kamervragen.search.index import Snapshot
from kamervragen.search.keying import Keys, join_terms, keys_of
from kamervragen.search.schema import (
    FACET_FIELDS,
    ON,
    PARTY_WORDS,
    SESSION_YEAR,
    SUBJECT,
    SUBMITTER_WORDS,
    TEXT,
    UNKNOWN_DAY,
)
from kamervragen.search.tree import Days, Filter, Names, Prefix, Values, Word
from kamervragen.terms import Field

OPEN_END: Final = 99_991_231
NAME_FIELDS: Final = {Field.SUBMITTER: SUBMITTER_WORDS, Field.PARTY: PARTY_WORDS}
PRINTED: Final = (TEXT, SUBJECT)
"""Where words stand as they are printed, with their order."""


def field_of(field: Field) -> str:
    """Where the whole values stand by which a query may narrow; its years are session years."""
    return SESSION_YEAR if field is Field.YEAR else FACET_FIELDS[field]


def any_of(queries: Iterable[Query]) -> Query:
    """What any of some queries finds; nothing when there are none."""
    some = list(queries)
    return some[0] if len(some) == 1 else Query.boolean_query([(Occur.Should, query) for query in some])


def all_of(queries: Iterable[Query]) -> Query:
    """What all of some queries find; at least one."""
    some = list(queries)
    return some[0] if len(some) == 1 else Query.boolean_query([(Occur.Must, query) for query in some])


def find_keys(terms: Sequence[str]) -> tuple[tuple[Keys, ...], tuple[Keys, ...]]:
    """The keys of a word of a query: as one word (none or one of them), and those of its pieces when signs divide it.

    A text has the word when it has a key of the one word, or of each of the pieces that say something.
    """
    if len(terms) == 1:
        return (keys_of(terms[0]),), ()
    joined = join_terms(terms)
    pieces = [term for term in terms if term not in FUNCTION_WORDS] or terms
    return ((keys_of(joined),) if joined else ()), tuple(map(keys_of, pieces))


class Leaves:
    """Makes queries of leaves for one moment of the index."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._schema = snapshot.schema
        self.n_items = snapshot.n_items

    def term(self, field: str, value: str) -> Query:
        """What has a word or value in a field."""
        return Query.term_query(self._schema, field, value, "freq")

    def word(self, word: Word, term: Callable[[str], Query]) -> Query:
        """What has a word, in any form.

        Args:
            word: the word.
            term: what has a key.
        """
        whole, pieces = find_keys(word.terms)
        ways = [any_of(map(term, keys.own)) for keys in whole]
        if pieces:
            ways.append(all_of(any_of(map(term, keys.own)) for keys in pieces))
        return any_of(ways)

    def exactly(self, terms: Sequence[str]) -> Query:
        """What has these words exactly and one after the other in its text or its subject."""
        return any_of(self._row(field, terms) for field in PRINTED)

    def _row(self, field: str, terms: Sequence[str]) -> Query:
        return self.term(field, terms[0]) if len(terms) == 1 else Query.phrase_query(self._schema, field, list(terms))

    def prefix(self, prefix: Prefix) -> Query:
        """What has a word that begins so in its text or its subject; with the words before it, anywhere in the same."""
        *whole, beginning = prefix.terms
        pattern = re.escape(beginning) + ".*"
        return any_of(
            all_of([*(self.term(field, term) for term in whole), Query.regex_query(self._schema, field, pattern)])
            for field in PRINTED
        )

    def filter(self, wanted: Filter) -> Query:
        """What has the wanted value in a field."""
        match wanted.wanted:
            case Names(terms=terms, folded=folded):
                field = NAME_FIELDS[wanted.field]
                return any_of([self.term(field, folded), self._row(field, terms)])
            case Days():
                return self.days(wanted.wanted)
            case Values(values=values):
                return self.values(field_of(wanted.field), values)

    def values(self, field: str, values: Iterable[str]) -> Query:
        """What has any of these whole values in a field."""
        return any_of(self.term(field, value) for value in values)

    def days(self, days: Days) -> Query:
        """What is of one of these days; what is of no known day never is."""
        first, last = days.first or UNKNOWN_DAY + 1, days.last or OPEN_END
        return Query.range_query(self._schema, ON, tantivy.FieldType.Integer, first, last)

    def undated(self) -> Query:
        """What is of no known day."""
        return Query.term_query(self._schema, ON, UNKNOWN_DAY)
