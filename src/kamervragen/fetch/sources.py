"""Paths that a person names → RawDocuments, in the order of their names.

path ─┬─ folder ── files and zips in it ─┐
      ├─ zip ── its entries ─────────────┼→ RawDocument, or a FetchError for one that cannot be had
      └─ file ───────────────────────────┘
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from kamervragen.errors import FetchError, InputError
from kamervragen.fetch.archives import count_entries, is_archive, read_archive
from kamervragen.fetch.refusals import printable, too_large, unreadable
from kamervragen.limits import Limits
from kamervragen.model import RawDocument

Fetched = RawDocument | FetchError


def open_source(path: Path, limits: Limits) -> Iterator[Fetched]:
    """The documents at a path: those in a folder and its subfolders, those in a zip, or the file itself.

    Files and folders whose name begins with a dot are passed over.

    Args:
        path: as a person named it.
        limits: how large documents and archives may be.
    Raises:
        InputError: nothing is there, or it cannot be opened.
    """
    status = _stat(path)
    return _from_folder(path, limits) if stat.S_ISDIR(status.st_mode) else _from_file(path, limits)


def count_documents(path: Path) -> int:
    """How many documents `open_source` will yield at most, counted without reading them."""
    paths = _walk(path) if path.is_dir() else iter([path])
    return sum(1 if isinstance(each, FetchError) else count_entries(each) for each in paths)


def _stat(path: Path) -> os.stat_result:
    try:
        status = path.stat()
        if not os.access(path, os.R_OK):
            raise InputError(
                "not_readable", "Dit bestand of deze map mag niet worden gelezen; pas de rechten aan.", where=str(path)
            )
    except FileNotFoundError as error:
        raise InputError("missing", "Dit bestand of deze map bestaat niet; controleer het pad.", where=str(path)) from error
    except OSError as error:
        message = f"Dit pad kan niet worden geopend ({error.strerror}); controleer het."
        raise InputError("not_readable", message, where=str(path)) from error
    return status


def _from_folder(folder: Path, limits: Limits) -> Iterator[Fetched]:
    for path in _walk(folder):
        if isinstance(path, FetchError):
            yield path
        else:
            yield from _from_file(path, limits)


def _walk(folder: Path) -> Iterator[Path | FetchError]:
    """The files in a folder and its subfolders by name; a folder that links lead back to is entered once."""
    entered: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            status = current.stat()
            inside = sorted(each for each in current.iterdir() if not each.name.startswith("."))
        except OSError as error:
            yield unreadable(current, error)
            continue
        if (status.st_dev, status.st_ino) in entered:
            continue
        entered.add((status.st_dev, status.st_ino))
        yield from (each for each in inside if not each.is_dir())
        waiting.extend(reversed([each for each in inside if each.is_dir()]))


def _from_file(path: Path, limits: Limits) -> Iterator[Fetched]:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            yield FetchError("no_file", "Dit is geen gewoon bestand; het is overgeslagen.", where=printable(path))
        elif is_archive(path):
            yield from read_archive(path, limits)
        else:
            yield _read_file(path, status.st_size, limits)
    except OSError as error:
        yield unreadable(path, error)


def _read_file(path: Path, size: int, limits: Limits) -> Fetched:
    if size > limits.max_document_bytes:
        return too_large(size, limits, printable(path))
    return RawDocument(name=printable(path.name), data=path.read_bytes(), origin=printable(path))
