"""An item as a document of the index: all that is costly first, in any process, and the document where it is written."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import tantivy

from kamervragen import authorities
from kamervragen.folding import fold
from kamervragen.search.keying import text_keys
from kamervragen.search.packing import pack_item
from kamervragen.search.records import Item
from kamervragen.search.schema import (
    EXCHANGE,
    FACET_FIELDS,
    FORMS,
    KEY,
    KEYS,
    OFFICE_WORDS,
    ON,
    PACKED,
    PARTY_WORDS,
    PLACE,
    PLACES_OF_A_DAY,
    ROOTS,
    SESSION_YEAR,
    SUBJECT,
    SUBMITTER_WORDS,
    TEXT,
    day_number,
)
from kamervragen.terms import Field


class Prepared(NamedTuple):
    """The values of the fields of an item.

    Args:
        texts: names of text fields, each with a value.
        on: the day, as a number.
        place: among all items, the newest highest.
        packed: the item itself.
    """

    texts: tuple[tuple[str, str], ...]
    on: int
    place: int
    packed: bytes


def prepare(items: Sequence[Item]) -> list[Prepared]:
    """The values of the fields of the items of a publication, given in its order."""
    return [_prepare(item, position) for position, item in enumerate(items)]


def make_document(prepared: Prepared) -> tantivy.Document:
    """An item as the index takes it in."""
    document = tantivy.Document()
    for name, value in prepared.texts:
        document.add_text(name, value)
    document.add_integer(ON, prepared.on)
    document.add_integer(PLACE, prepared.place)
    document.add_bytes(PACKED, prepared.packed)
    return document


def _prepare(item: Item, position: int) -> Prepared:
    on = day_number(item.dated_on)
    return Prepared(texts=tuple(_texts(item)), on=on, place=_place(on, item.key, position), packed=pack_item(item))


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
    if item.dated_on:
        yield FACET_FIELDS[Field.YEAR], str(item.dated_on.year)
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
