"""The index as readers see it: a snapshot that stays the same, and a new one when something was written."""

import threading
from dataclasses import dataclass
from pathlib import Path

import tantivy

from kamervragen.search.analysis import make_analyzer
from kamervragen.search.generations import Generations
from kamervragen.search.packing import unpack_item
from kamervragen.search.records import Item
from kamervragen.search.schema import ANALYZER, PACKED

Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The index at one moment.

    Args:
        searcher: answers queries.
        schema: what queries are made with.
    """

    searcher: tantivy.Searcher
    schema: tantivy.Schema

    def item(self, address: tantivy.DocAddress) -> Item:
        """The item at an address that a search gave."""
        packed = self.searcher.doc(address).get_first(PACKED)
        assert isinstance(packed, bytes)
        return unpack_item(packed)


class Index:
    """An index in a folder, which others may be writing. Make it with `Index.open`; threads may share it."""

    def __init__(self, folder: Path) -> None:
        self._generations = Generations(folder)
        self._lock = threading.Lock()
        self._pointer_stamp: Stamp | None = None
        self._meta_stamp: Stamp | None = None
        self._generation = Path()
        self._index: tantivy.Index
        self._snapshot: Snapshot

    @classmethod
    def open(cls, folder: Path) -> "Index":
        """The index in a folder.

        Args:
            folder: `index` in the data folder.
        Raises:
            InputError: there is none (`no_index`), or another version of the program made it (`old_index`).
        """
        index = cls(folder)
        index.snapshot()
        return index

    def snapshot(self) -> Snapshot:
        """The index as it is now; costs two looks at the disk when nothing was written.

        Raises:
            InputError: as `open`.
        """
        with self._lock:
            while self._is_behind():
                self._catch_up()
            return self._snapshot

    def _is_behind(self) -> bool:
        return (
            self._pointer_stamp is None
            or self._pointer_stamp != _stamp(self._generations.pointer)
            or self._meta_stamp != _stamp(self._generation / "meta.json")
        )

    def _catch_up(self) -> None:
        """Open what is current; what changes meanwhile is noticed by stamps that are taken first."""
        pointer = _stamp(self._generations.pointer)
        generation = self._generations.require_current()
        meta = _stamp(generation / "meta.json")
        if generation != self._generation or self._meta_stamp is None:
            self._index = open_generation(generation)
        else:
            self._index.reload()
        self._snapshot = Snapshot(searcher=self._index.searcher(), schema=self._index.schema)
        self._pointer_stamp, self._meta_stamp, self._generation = pointer, meta, generation


def open_generation(generation: Path) -> tantivy.Index:
    """The index in the folder of a generation, with the analyzer that its fields name."""
    index = tantivy.Index.open(str(generation))
    index.register_tokenizer(ANALYZER, make_analyzer())
    index.config_reader("manual")  # no thread that watches the file: a look at it before each search is enough
    index.reload()
    return index


def _stamp(path: Path) -> Stamp | None:
    """What differs when a file was replaced; None when it is not there."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return (found.st_ino, found.st_mtime_ns, found.st_size)
