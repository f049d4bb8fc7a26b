"""The one process that writes the index: all items of publications replaced or deleted, then committed together."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import tantivy

from kamervragen.search.analysis import make_analyzer
from kamervragen.search.generations import Generations
from kamervragen.search.index import open_generation
from kamervragen.search.records import Item
from kamervragen.search.schema import ANALYZER, KEY, make_document, make_schema

_HEAP_BYTES = 128_000_000
_N_THREADS = 1


class Writer:
    """Changes to one generation of the index. Make it with `update` or `rebuild`; others see nothing before a commit."""

    def __init__(self, generation: Path, index: tantivy.Index) -> None:
        self._generation = generation
        self._index = index
        self._writer = index.writer(_HEAP_BYTES, _N_THREADS)

    def add(self, items: Iterable[Item]) -> None:
        """Add items of a publication of which the index has none."""
        for item in items:
            self._writer.add_document(make_document(item))

    def replace(self, key: str, items: Iterable[Item]) -> None:
        """Let the items of a publication be these and no others."""
        self.delete(key)
        self.add(items)

    def delete(self, key: str) -> None:
        """Take out all items of a publication."""
        self._writer.delete_documents_by_term(KEY, key)

    def commit(self) -> None:
        """Let readers see all changes until now, and put them on the disk."""
        self._writer.commit()

    def close(self) -> None:
        """Wait for what still goes on in the background; what was not committed is gone."""
        self._writer.rollback()
        self._writer.wait_merging_threads()


@contextmanager
def update(folder: Path) -> Iterator[Writer]:
    """A writer on the current generation; commit before the context ends.

    Args:
        folder: `index` in the data folder.
    Raises:
        InputError: there is no index, or another version of the program made it.
        StoreError: another process writes.
    """
    generations = Generations(folder)
    with generations.lock():
        generation = generations.require_current()
        writer = Writer(generation, open_generation(generation))
        try:
            yield writer
        finally:
            writer.close()


@contextmanager
def rebuild(folder: Path) -> Iterator[Writer]:
    """A writer on a new, empty generation, which becomes current when the context ends without error.

    Args:
        folder: `index` in the data folder; made when it is not there.
    Raises:
        StoreError: another process writes.
    """
    generations = Generations(folder)
    with generations.lock():
        generations.sweep()
        generation = generations.begin()
        index = tantivy.Index(make_schema(), path=str(generation))
        index.register_tokenizer(ANALYZER, make_analyzer())
        writer = Writer(generation, index)
        try:
            yield writer
            writer.commit()
        finally:
            writer.close()
        generations.make_current(generation)
