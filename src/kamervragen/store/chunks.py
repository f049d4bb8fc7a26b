"""Many things in lists of a few, for queries that name each of them and for work that is handed out."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

_LOOK_UP = 500  # publications asked for in one query
Item = TypeVar("Item")


def in_chunks(items: Iterable[Item], size: int = _LOOK_UP) -> Iterator[list[Item]]:
    """The items in lists of at most `size`, taken as they are needed."""
    source = iter(items)
    while chunk := list(islice(source, size)):
        yield chunk
