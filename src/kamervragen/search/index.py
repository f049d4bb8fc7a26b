"""The index as readers see it: a snapshot that stays the same, and another one after something was written."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Final

import tantivy

from kamervragen.search.analysis import ANALYZER, make_analyzer
from kamervragen.search.generations import Generations
from kamervragen.search.packing import unpack_item
from kamervragen.search.records import Item
from kamervragen.search.schema import FORMS, PACKED

MAX_WORDS: Final = 4_000
"""So many words of a key are read at most."""

_N_COUNTS = 10_000  # words and values of which is kept in how many items they stand: 2.5 MB
_N_KEYS = 2_000  # of which the words are kept, as one text: about 1 kB each

Stamp = tuple[int, int, int]


@dataclass(frozen=True, kw_only=True, eq=False)
class Snapshot:
    """The index at one moment; threads may share it. What many queries ask of its words is read once.

    Args:
        searcher: answers queries.
        schema: what queries are made with.
    """

    searcher: tantivy.Searcher
    schema: tantivy.Schema

    @cached_property
    def n_items(self) -> Callable[[str, str], int]:
        """Gives for a field and a word or value of it in how many items it stands."""
        return lru_cache(_N_COUNTS)(self.searcher.doc_freq)

    @cached_property
    def words_behind(self) -> Callable[[str], str]:
        """Gives what stands behind a key and a sign in `FORMS`: words with a space between them, the commonest first."""
        return lru_cache(_N_KEYS)(partial(_read_words, self.searcher))

    def item(self, address: tantivy.DocAddress) -> Item:
        """The item at an address that a search gave."""
        packed = self.searcher.doc(address).get_first(PACKED)
        assert isinstance(packed, bytes)
        return unpack_item(packed)


class Index:
    """An index in a folder, which another process may be writing. Make it with `Index.open`, in the process that uses it.

    Threads may share it; a process that was forked off may not.
    """

    def __init__(self, folder: Path) -> None:
        self._generations = Generations(folder)
        self._lock = threading.Lock()
        self._generation: Path | None = None
        self._stamps: tuple[Stamp | None, Stamp | None] = (None, None)
        self._index: tantivy.Index
        self._snapshot: Snapshot

    @classmethod
    def open(cls, folder: Path) -> "Index":
        """The index in a folder.

        Args:
            folder: see `index_folder`.
        Raises:
            InputError: there is none (`no_index`), or another version of the program made it (`old_index`).
        """
        index = cls(folder)
        index.snapshot()
        return index

    def snapshot(self) -> Snapshot:
        """The index as it is now; takes two looks at the disk when nothing was written, and no thread that waits for it.

        Raises:
            InputError: as `open`.
        """
        with self._lock:
            while self._generation is None or self._stamps != self._look(self._generation):
                self._catch_up()
            return self._snapshot

    def state(self) -> tuple[Path | None, tuple[Stamp | None, Stamp | None]]:
        """What differs as soon as something else is found here; takes two looks at the disk.

        Raises:
            InputError: as `open`.
        """
        self.snapshot()
        return self._generation, self._stamps

    def _look(self, generation: Path) -> tuple[Stamp | None, Stamp | None]:
        return _stamp(self._generations.pointer), _stamp(generation / "meta.json")

    def _catch_up(self) -> None:
        """Open what is current. Stamps are taken first, so that what changes meanwhile is seen at the next look."""
        generation = self._generations.require_current()
        stamps = self._look(generation)
        try:
            if generation == self._generation:
                self._index.reload()
            else:
                self._index = open_generation(generation)
        except (OSError, ValueError):
            if self._generations.current() == generation:
                raise
            return  # it was removed while we opened it: another one is current
        self._snapshot = Snapshot(searcher=self._index.searcher(), schema=self._index.schema)
        self._stamps, self._generation = stamps, generation


def index_folder(data: Path) -> Path:
    """Where the index of the record in a data folder lies."""
    return data / "index"


def open_generation(generation: Path) -> tantivy.Index:
    """The index in the folder of a generation, with the analyzer that its fields name."""
    index = tantivy.Index.open(str(generation))
    index.register_tokenizer(ANALYZER, make_analyzer())
    index.config_reader("manual")  # no thread that watches the file: a look at it before each search is enough
    index.reload()
    return index


def _read_words(searcher: tantivy.Searcher, prefix: str) -> str:
    return " ".join(term[len(prefix) :] for term, _ in searcher.terms_with_prefix(FORMS, prefix, limit=MAX_WORDS))


def _stamp(path: Path) -> Stamp | None:
    """What differs when a file was replaced; None when it is not there."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return (found.st_ino, found.st_mtime_ns, found.st_size)
