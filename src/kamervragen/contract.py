"""The JSON of a parsed document, both ways: what the command line prints, the store keeps, and pages and exports give.

Keys and their order are those of the contract in `docs/contract.md`.
"""

from collections.abc import Callable, Mapping, Sequence
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
        built = _maker(ParsedDocument)(data)
    except (KeyError, TypeError, ValueError) as error:
        message = f"Dit is geen vastgelegd document: {error}. Maak het opnieuw met «kamervragen reparse»."
        raise StoreError("bad_record", message, where=str(data.get("source", ""))) from error
    assert isinstance(built, ParsedDocument)
    return built


_SEGMENT_KINDS = {str(kind): kind for kind in SegmentKind}
_Maker = Callable[[object], object]


@cache
def _maker(kind: object) -> _Maker:
    """What makes a value of a field's declared type from its JSON. Made once for each type: pages read a record each time."""
    if get_origin(kind) in (Union, UnionType):
        return _optional(_maker(next(each for each in get_args(kind) if each is not NoneType)))
    if get_origin(kind) is tuple:
        return _tuple_of(_maker(get_args(kind)[0]))
    if kind is Span:
        return _span
    if kind is Segment:
        return _segment
    if isinstance(kind, type) and is_dataclass(kind):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__  # several times faster than calling the enum
    return _date if kind is date else _same


def _optional(make: _Maker) -> _Maker:
    return lambda value: None if value is None else make(value)


def _tuple_of(make: _Maker) -> _Maker:
    return lambda value: tuple(map(make, _sequence(value)))


def _record(kind: type) -> _Maker:
    hints = get_type_hints(kind)
    makers = [(field.name, _maker(hints[field.name])) for field in fields(kind)]

    def make(value: object) -> object:
        if not isinstance(value, Mapping):
            raise TypeError(f"{value!r} is no object")
        return kind(**{name: make_field(value[name]) for name, make_field in makers})

    return make


def _sequence(value: object) -> Sequence[object]:
    if type(value) is list:  # what JSON gives; asking an abstract class costs ten times as much
        return value
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise TypeError(f"{value!r} is no list")
    return value


def _span(value: object) -> Span:
    start, end = _sequence(value)
    return Span(int(str(start)), int(str(end)))


def _segment(value: object) -> Segment:
    kind, start, end = _sequence(value)
    return Segment(_SEGMENT_KINDS[str(kind)], int(str(start)), int(str(end)))


def _date(value: object) -> date:
    return date.fromisoformat(str(value))


def _same(value: object) -> object:
    return value
