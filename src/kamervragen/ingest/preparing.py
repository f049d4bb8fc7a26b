"""Packed records of the database → items of the index, in any process. Works without Django."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple, cast

from kamervragen.contract import Json, from_json
from kamervragen.model import ParsedDocument
from kamervragen.search.documents import prepare
from kamervragen.search.items import make_items
from kamervragen.search.records import Item
from kamervragen.store.packing import unpack

# Fields of the contract that no item needs: without them a record is made in a third of the time.
_NOT_NEEDED: Mapping[str, Json] = dict.fromkeys(("see_also", "footnotes", "evidence", "inferred", "segments", "findings"), ())


class Packed(NamedTuple):
    """A publication's key, and the packed record of its best source."""

    key: str
    record: bytes


class Ready(NamedTuple):
    """A publication's key, and its items as the index takes them in."""

    key: str
    prepared: list[str]


def prepare_all(publications: Sequence[Packed]) -> list[Ready]:
    """The items of publications, ready for the index; this is what worker processes do.

    Raises:
        StoreError: what is packed is not a record.
    """
    with without_collector():
        return [Ready(key, prepare(_unpack_items(key, record))) for key, record in publications]


@contextmanager
def without_collector() -> Iterator[None]:
    """No search for objects that hold each other: items never do, and to look for them takes a tenth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _unpack_items(key: str, record: bytes) -> tuple[Item, ...]:
    return make_items(key, unpack_exchanges(record))


def unpack_exchanges(record: bytes) -> ParsedDocument:
    """A packed record with its people, dates, questions and answers only.

    Raises:
        StoreError: what is packed is not a record.
    """
    return from_json({**cast(Mapping[str, Json], unpack(record)), **_NOT_NEEDED})
