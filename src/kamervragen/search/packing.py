"""An item as it lies in the index: JSON, which the index compresses together with its neighbours."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final

from kamervragen.search.records import Item
from kamervragen.terms import Side

_NAMES = tuple(field.name for field in fields(Item))
_values = attrgetter(*_NAMES)
_decode: Final = json.JSONDecoder().raw_decode
_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=date.isoformat).encode


def pack_item(item: Item) -> bytes:
    """The values of an item in the order of its fields."""
    return f"[{','.join(map(as_json, _values(item)))}]".encode()


@lru_cache(maxsize=256)  # a text is written three times, and the items of a document have most values in common
def as_json(value: str | tuple[str, ...] | date | None) -> str:
    """A value of an item as JSON."""
    return _encode(value)


def unpack_item(packed: bytes) -> Item:
    """The item that `pack_item` packed."""
    values: list[object] = _decode(packed.decode())[0]
    for place, restore in _RESTORED:
        values[place] = restore(values[place])
    return Item(**dict(zip(_NAMES, values, strict=True)))  # type: ignore[arg-type]  # as they were packed


def _restore_date(printed: str | None) -> date | None:
    return date.fromisoformat(printed) if printed else None


_RESTORE: Final[Mapping[object, Callable[[Any], object]]] = {
    tuple[str, ...]: tuple,
    date | None: _restore_date,
    Side: {str(side): side for side in Side}.__getitem__,
}
_RESTORED: Final = [(place, _RESTORE[field.type]) for place, field in enumerate(fields(Item)) if field.type in _RESTORE]
"""The values that JSON has not as they were: their places, and what makes them again."""
