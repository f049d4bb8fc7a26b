"""An item as it lies in the index: JSON, which the index compresses together with its neighbours."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Final, cast

from kamervragen.search.records import Item
from kamervragen.terms import Side

_NAMES = tuple(field.name for field in fields(Item))
_values = attrgetter(*_NAMES)
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
    values = cast(Sequence[object], json.loads(packed))
    plain = {name: tuple(value) if isinstance(value, list) else value for name, value in zip(_NAMES, values, strict=True)}
    for name in ("submitted_on", "received_on"):
        plain[name] = date.fromisoformat(cast(str, plain[name])) if plain[name] else None
    plain["side"] = _SIDES[cast(str, plain["side"])]
    return Item(**plain)  # type: ignore[arg-type]  # as they were packed


_SIDES: Final[Mapping[str, Side]] = {str(side): side for side in Side}
