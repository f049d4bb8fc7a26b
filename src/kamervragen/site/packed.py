"""Records as JSON without the names of their fields, and back: what one process counted, for others to read.

    record → pack → lists → json → lists → unpacker(type) → an equal record

Both sides run the same version of the program. A file of another one does not fit its types, and is refused.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from kamervragen.contract import Json

_T = TypeVar("_T")
Unpack = Callable[[Any], Any]
"""Makes a value again; what it is given came out of JSON, and what comes out is of a type known only while the program runs."""


def pack(value: object) -> Json:
    """A value as lists, texts and numbers.

    Raises:
        TypeError: it holds something that is no part of a record.
    """
    if isinstance(value, Enum):
        return pack(value.value)
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return [pack(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, Mapping):
        if all(isinstance(key, str) for key in value):
            return {key: pack(each) for key, each in value.items()}
        return [[pack(key), pack(each)] for key, each in value.items()]
    if isinstance(value, Sequence):
        return [pack(each) for each in value]
    raise TypeError(f"a record holds no {type(value).__name__}")


@lru_cache
def unpacker(wanted: object) -> Unpack:
    """What makes values of a type again of what `pack` made of them.

    What it makes is of that type, or it raises a ValueError or TypeError.

    Raises:
        TypeError: values of this type are no part of a record.
    """
    origin = get_origin(wanted)
    if origin in (Union, UnionType):
        return _unpacker_of_choice(get_args(wanted))
    if origin is tuple:
        return _unpacker_of_tuple(get_args(wanted))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _unpacker_of_mapping(get_args(wanted))
    if isinstance(wanted, type) and is_dataclass(wanted):
        return _unpacker_of_record(wanted)
    return _unpacker_of_atom(wanted)


def _unpacker_of_choice(types: tuple[object, ...]) -> Unpack:
    """Of values that may be None, or of plain values of which JSON says which they are."""
    others = [each for each in types if each is not NoneType]
    if len(others) > 1:
        if not all(each in _PLAIN for each in others):
            raise TypeError(f"a record holds no choice of {types}")
        return _as_it_is
    some = unpacker(others[0])
    return some if some is _as_it_is else lambda value: None if value is None else some(value)


def _unpacker_of_tuple(types: tuple[object, ...]) -> Unpack:
    if len(types) == 2 and types[1] is ...:
        each_one = unpacker(types[0])
        return tuple if each_one is _as_it_is else lambda values: tuple([each_one(each) for each in values])
    parts = [unpacker(each) for each in types]
    return lambda values: tuple(part(each) for part, each in zip(parts, values, strict=True))


def _unpacker_of_mapping(types: tuple[object, ...]) -> Unpack:
    key, value = (unpacker(each) for each in types)
    if types[0] is str:
        return lambda values: {name: value(each) for name, each in values.items()}
    return lambda pairs: {key(name): value(each) for name, each in pairs}


def _unpacker_of_record(wanted: type) -> Unpack:
    hints = get_type_hints(wanted)
    parts = [(field.name, unpacker(hints[field.name])) for field in fields(wanted)]

    def unpack(values: Sequence[object]) -> object:
        if len(values) != len(parts):
            raise ValueError(f"no {wanted.__name__}: another version wrote it")
        return wanted(**{name: part(each) for (name, part), each in zip(parts, values, strict=True)})

    return unpack


def _unpacker_of_atom(wanted: object) -> Unpack:
    if wanted in _PLAIN:
        return _as_it_is
    if wanted is date or wanted is datetime:
        return wanted.fromisoformat
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted
    raise TypeError(f"a record holds no {wanted}")


_PLAIN = (str, int, float, bool)


def _as_it_is(value: object) -> object:
    return value


def pack_texts(values: Mapping[str, object]) -> dict[str, str]:
    """Each value as a text of JSON, for `Texts`."""
    return {name: json.dumps(pack(each), ensure_ascii=False, separators=(",", ":")) for name, each in values.items()}


class Texts(Mapping[str, _T]):
    """Values by name, each unpacked when it is asked for: for more records than a process should hold.

    Args:
        texts: the values as `pack_texts` gives them.
        unpack: makes one again.
    """

    def __init__(self, texts: Mapping[str, str], unpack: Callable[[Any], _T]) -> None:
        self._texts, self._unpack = texts, unpack

    def __getitem__(self, name: str) -> _T:
        return self._unpack(json.loads(self._texts[name]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
