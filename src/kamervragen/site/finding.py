"""The index of this installation, opened once by each process."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from kamervragen.errors import InputError
from kamervragen.search.index import Index, index_folder


def open_index() -> Index:
    """The index in the data folder.

    Raises:
        InputError: there is none, or another version of the program made it.
    """
    return _open(index_folder(Path(settings.DATA)))


def has_index() -> bool:
    """Whether one can search."""
    try:
        open_index().snapshot()
    except InputError:
        return False
    return True


@lru_cache(maxsize=4)
def _open(folder: Path) -> Index:
    return Index.open(folder)
