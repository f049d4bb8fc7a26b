"""An item as a document of the index: the JSON that it takes in, made in any process to leave little to the one that writes.

A line of JSON is handed over, and read by the index, in less than half the time that the values of the fields take one by one.
"""

import json
import zlib
from base64 import b64encode
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kamervragen import authorities
from kamervragen.folding import fold
from kamervragen.search.keying import text_keys
from kamervragen.search.packing import as_json, pack_item
from kamervragen.search.records import Item
from kamervragen.search.schema import (
    EXCHANGE,
    FACET_FIELDS,
    FORMS,
    KEY,
    KEYS,
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


def prepare(items: Sequence[Item]) -> list[str]:
    """The documents of the items of a publication, given in its order."""
    return [_prepare(item, position) for position, item in enumerate(items)]


class _Heading(NamedTuple):
    """What the items of one side of a publication have in common."""

    key: str
    subject: str
    side: str
    kind: str
    session_year: str | None
    dated_on: date | None
    submitters: tuple[str, ...]
    parties: tuple[str, ...]
    ministries: tuple[str, ...]


def _prepare(item: Item, position: int) -> str:
    heading = _Heading(
        key=item.key,
        subject=item.subject,
        side=str(item.side),
        kind=item.kind,
        session_year=item.session_year,
        dated_on=item.dated_on,
        submitters=item.submitters,
        parties=item.parties,
        ministries=item.ministries,
    )
    own, other, subject = map(text_keys, (item.text, item.other, item.subject))
    return (  # letters, digits and the signs between them stand in JSON as they are
        f'{_begin(heading)}, "{PLACE}": {_place(day_number(item.dated_on), item.key, position)}, "{TEXT}": {as_json(item.text)},'
        f' "{KEYS}": "{own.keys}", "{EXCHANGE}": "{own.keys} {other.keys} {subject.keys}",'
        f' "{ROOTS}": "{own.roots} {subject.roots}", "{FORMS}": "{own.forms}",'
        f' "{PACKED}": "{b64encode(pack_item(item)).decode()}"}}'
    )


@lru_cache(maxsize=16)  # the two sides of an exchange come in turn
def _begin(heading: _Heading) -> str:
    """The beginning of a document: the fields that many have in common."""
    values = {
        SUBJECT: heading.subject,
        KEY: heading.key,
        ON: day_number(heading.dated_on),
        FACET_FIELDS[Field.KIND]: heading.kind,
        FACET_FIELDS[Field.SIDE]: heading.side,
        FACET_FIELDS[Field.YEAR]: [str(heading.dated_on.year)] if heading.dated_on else [],
        SESSION_YEAR: [heading.session_year] if heading.session_year else [],
        FACET_FIELDS[Field.SUBMITTER]: heading.submitters,
        FACET_FIELDS[Field.PARTY]: heading.parties,
        FACET_FIELDS[Field.MINISTRY]: heading.ministries,
        SUBMITTER_WORDS: _as_words(heading.submitters),
        PARTY_WORDS: _as_words(_party_names(heading.parties)),
    }
    return json.dumps(values, ensure_ascii=False)[:-1]


def _place(day: int, key: str, position: int) -> int:
    """By day; on one day by publication, in whatever order but always the same; in a publication, its first item highest."""
    publication = zlib.crc32(key.encode()) % 1_000_000
    return day * PLACES_OF_A_DAY + publication * 1_000 + 999 - min(position, 999)


@lru_cache(maxsize=10_000)  # documents of one week share their names
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
