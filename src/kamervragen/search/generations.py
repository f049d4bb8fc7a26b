"""The folder of the index: generations side by side, one of which is current.

    index/current              the name of the generation that readers use, replaced whole
    index/writing.lock         held by the one process that writes
    index/<name>/made_for      the versions of all that it was made with
    index/<name>/meta.json …   the index itself

A rebuild fills a generation of its own and then makes it current. What a process that died left behind is removed by the next
one that writes; readers of a generation that is removed keep its open files for as long as they need them.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

from kamervragen.errors import InputError, StoreError
from kamervragen.search.schema import SCHEMA_VERSION

_: Final = str  # marks a message for the catalog of translations

VERSIONS: Final = f"schema {SCHEMA_VERSION}, tantivy {version('tantivy')}, simplemma {version('simplemma')}"
"""What an index is made with; one that was made with something else is not used."""

_CURRENT, _LOCK, _MADE_FOR = "current", "writing.lock", "made_for"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What is made in generations.

    Args:
        versions: what it is made with; one that was made with something else is not used.
        missing: what to tell who wants to use it where there is none.
        old: the same where another version of the program made it.
        busy: the same who wants to write it while another process does.
    """

    versions: str
    missing: str
    old: str
    busy: str


SEARCH_INDEX: Final = Made(
    versions=VERSIONS,
    missing=_("Er is nog geen zoekindex; maak haar met «kamervragen index»."),
    old=_("De zoekindex is van een andere versie van dit programma; maak haar opnieuw met «kamervragen index»."),
    busy="Een ander proces werkt de zoekindex al bij; wacht tot dat klaar is.",
)


class Generations:
    """The generations in the folder of an index.

    Args:
        folder: the folder; need not be there.
        made: what is made in them.
    """

    def __init__(self, folder: Path, made: Made = SEARCH_INDEX) -> None:
        self._folder, self._made = folder, made
        self.pointer = folder / _CURRENT

    def current(self) -> Path | None:
        """The generation that is current; None when there is none."""
        try:
            name = self.pointer.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        return self._folder / name

    def require_current(self) -> Path:
        """The generation that is current, made by this version of the program.

        Raises:
            InputError: there is none (`no_index`), or another version made it (`old_index`).
        """
        generation = self.current()
        if generation is None:
            raise InputError("no_index", self._made.missing)
        if not self._is_up_to_date(generation):
            raise InputError("old_index", self._made.old)
        return generation

    def _is_up_to_date(self, generation: Path) -> bool:
        try:
            return (generation / _MADE_FOR).read_text(encoding="utf-8") == self._made.versions
        except FileNotFoundError:
            return False

    def begin(self) -> Path:
        """A new generation, empty but for its versions; the writer only."""
        names = [int(path.name) for path in self._all()]
        generation = self._folder / f"{max(names, default=0) + 1:06}"
        generation.mkdir(parents=True)
        (generation / _MADE_FOR).write_text(self._made.versions, encoding="utf-8")
        return generation

    def make_current(self, generation: Path) -> None:
        """Let readers use this generation from now on, and remove the others; the writer only."""
        draft = self.pointer.with_suffix(".new")
        with draft.open("w", encoding="ascii") as file:
            file.write(generation.name)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.pointer)
        sync_folder(self._folder)
        self.sweep()

    def sweep(self) -> None:
        """Remove all generations but the current one; the writer only."""
        kept = self.current()
        for path in self._all():
            if path != kept:
                shutil.rmtree(path)

    def _all(self) -> list[Path]:
        return sorted(path for path in self._folder.glob("[0-9]*") if path.is_dir() and path.name.isdecimal())

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Be the one writer for as long as the context lasts.

        Raises:
            StoreError: another process is (`index_busy`).
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / _LOCK).open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise StoreError("index_busy", self._made.busy) from error
            yield


@contextmanager
def unless_busy() -> Iterator[None]:
    """Leave the work to the process that is at it already."""
    try:
        yield
    except StoreError as error:
        if error.code != "index_busy":
            raise


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
