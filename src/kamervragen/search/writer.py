"""The one process that writes the index: all items of publications replaced or deleted, then committed together."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import tantivy

from kamervragen.errors import StoreError
from kamervragen.search.analysis import ANALYZER, make_analyzer
from kamervragen.search.documents import prepare
from kamervragen.search.generations import Generations
from kamervragen.search.index import open_generation
from kamervragen.search.records import Item
from kamervragen.search.schema import KEY, make_schema

_HEAP_BYTES = 320_000_000  # what is held in memory before it becomes a segment on the disk: fewer segments, fewer merges
_N_THREADS = 1  # the other processor makes the items


class Writer:
    """Changes to one generation of the index; others see nothing of them before a commit. Made by `update` and `rebuild`."""

    def __init__(self, generation: Path, index: tantivy.Index) -> None:
        self._where = str(generation)
        self._writer = index.writer(_HEAP_BYTES, _N_THREADS)

    def add(self, items: Sequence[Item]) -> None:
        """Add the items of a publication of which the index has none."""
        self.add_prepared(prepare(items))

    def add_prepared(self, prepared: Sequence[str]) -> None:
        """The same, with what another process has prepared (`documents.prepare`)."""
        with self._faults():
            for document in prepared:
                self._writer.add_json(document)

    def replace(self, key: str, items: Sequence[Item]) -> None:
        """Let the items of a publication be these and no others."""
        prepared = prepare(items)
        with self._faults():
            self._writer.delete_documents_by_term(KEY, key)
        self.add_prepared(prepared)

    def delete(self, key: str) -> None:
        """Take out all items of a publication."""
        self.replace(key, ())

    def commit(self) -> None:
        """Let readers see all changes until now, and put them on the disk.

        Raises:
            StoreError: it cannot be written (`index_not_written`); so may all other methods.
        """
        with self._faults():
            self._writer.commit()

    def close(self) -> None:
        """Wait for what still goes on in the background."""
        with self._faults():
            self._writer.wait_merging_threads()

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError) as error:  # tantivy hardly knows another than ValueError
            said = " ".join(str(error).split())
            message = f"De zoekindex kan niet worden geschreven ({said}); maak ruimte op de schijf en geef «kamervragen index»."
            raise StoreError("index_not_written", message, where=self._where) from error

    def abandon(self) -> None:
        """Forget what was not committed, and wait for nothing."""
        del self._writer  # which ends its threads and lets go of its lock


@contextmanager
def update(folder: Path) -> Iterator[Writer]:
    """A writer on the current generation; nothing stays that was not committed.

    Args:
        folder: see `index_folder`.
    Raises:
        InputError: there is no index, or another version of the program made it.
        StoreError: another process writes.
    """
    generations = Generations(folder)
    with generations.lock():
        generation = generations.require_current()
        writer = Writer(generation, open_generation(generation))
        with _ended(writer):
            yield writer


@contextmanager
def rebuild(folder: Path) -> Iterator[Writer]:
    """A writer on a new, empty generation, which becomes current when the context ends without error.

    Args:
        folder: see `index_folder`; made when it is not there.
    Raises:
        StoreError: another process writes.
    """
    generations = Generations(folder)
    with generations.lock(), _fill(generations) as writer:
        yield writer


def begin(folder: Path) -> None:
    """Make an empty index where there is none.

    Args:
        folder: see `index_folder`; made when it is not there.
    Raises:
        StoreError: another process writes.
    """
    generations = Generations(folder)
    with generations.lock():
        if generations.current() is None:
            with _fill(generations):
                pass


@contextmanager
def _fill(generations: Generations) -> Iterator[Writer]:
    generations.sweep()
    generation = generations.begin()
    index = tantivy.Index(make_schema(), path=str(generation))
    index.register_tokenizer(ANALYZER, make_analyzer())
    writer = Writer(generation, index)
    with _ended(writer):
        yield writer
        writer.commit()
    generations.make_current(generation)


@contextmanager
def _ended(writer: Writer) -> Iterator[None]:
    try:
        yield
    except BaseException:
        writer.abandon()
        raise
    writer.close()
