"""The JSON of a parsed document, both ways: what the command line prints, the store keeps, and pages and exports give.

Keys and their order are those of the contract in `docs/contract.md`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

from kamervragen.errors import StoreError
from kamervragen.model import ParsedDocument, Segment, Span
from kamervragen.terms import SegmentKind

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def to_json(parsed: ParsedDocument, body: str | None = None) -> dict[str, Json]:
    """The JSON object of a document; with its body when that is given."""
    plain = {field.name: _plain(getattr(parsed, field.name)) for field in fields(parsed)}
    return plain if body is None else {**plain, "body": body}


def _plain(value: object) -> Json:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(f"a record holds no {type(value).__name__}")


def from_json(data: Mapping[str, Json]) -> ParsedDocument:
    """The record that `to_json` made a JSON object of.

    Raises:
        StoreError: a key is missing or a value is not of the contract's type.
    """
    try:
        built = _build(ParsedDocument, data)
    except (KeyError, TypeError, ValueError) as error:
        message = f"Dit is geen vastgelegd document: {error}. Maak het opnieuw met «kamervragen reparse»."
        raise StoreError("bad_record", message, where=str(data.get("source", ""))) from error
    assert isinstance(built, ParsedDocument)
    return built


def _build(kind: object, value: object) -> object:
    """A value of a field's declared type from its JSON."""
    if get_origin(kind) in (Union, UnionType):
        return None if value is None else _build(next(each for each in get_args(kind) if each is not NoneType), value)
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        return tuple(_build(item, each) for each in _sequence(value))
    if kind is Span or kind is Segment:
        return _build_tuple(kind, _sequence(value))
    if isinstance(kind, type) and is_dataclass(kind):
        return _build_record(kind, value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return date.fromisoformat(str(value)) if kind is date else value


def _sequence(value: object) -> Sequence[object]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise TypeError(f"{value!r} is no list")
    return value


def _build_tuple(kind: object, value: Sequence[object]) -> object:
    if kind is Span:
        return Span(*(int(str(each)) for each in value))
    name, start, end = value
    return Segment(SegmentKind(str(name)), int(str(start)), int(str(end)))


@cache
def _hints(kind: type) -> dict[str, object]:
    return get_type_hints(kind)


def _build_record(kind: type, value: object) -> object:
    if not isinstance(value, Mapping):
        raise TypeError(f"{value!r} is no object")
    hints = _hints(kind)
    return kind(**{field.name: _build(hints[field.name], value[field.name]) for field in fields(kind)})
