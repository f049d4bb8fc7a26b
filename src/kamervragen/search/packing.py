"""An item as it lies in the index: JSON, which the index compresses together with its neighbours."""

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Final, cast

from kamervragen.search.records import Item
from kamervragen.terms import Side

_NAMES = tuple(field.name for field in fields(Item))
_as_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=date.isoformat).encode


def pack_item(item: Item) -> bytes:
    """The values of an item in the order of its fields."""
    values = [getattr(item, name) for name in _NAMES]
    return _as_json(values).encode()


def unpack_item(packed: bytes) -> Item:
    """The item that `pack_item` packed."""
    values = cast(Sequence[object], json.loads(packed))
    plain = {name: tuple(value) if isinstance(value, list) else value for name, value in zip(_NAMES, values, strict=True)}
    days = {name: _day(plain[name]) for name in ("submitted_on", "received_on")}
    return Item(**{**plain, **days, "side": Side(str(plain["side"]))})  # type: ignore[arg-type]  # as they were packed


def _day(plain: object) -> date | None:
    return date.fromisoformat(plain) if isinstance(plain, str) else None
