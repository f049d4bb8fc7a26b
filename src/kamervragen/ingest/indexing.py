"""The search index beside the record: what changed since the last time, or all of it anew.

What changed is noted in the transaction that changes it (`store.models.Unindexed`), and a note goes only when the index has it on
the disk. Doing something twice changes nothing, so that an interruption at any point costs time only.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kamervragen.errors import InputError
from kamervragen.ingest.pool import results_of
from kamervragen.ingest.preparing import Packed, Ready, prepare_all
from kamervragen.search.generations import Generations, unless_busy
from kamervragen.search.index import index_folder
from kamervragen.search.words import load_dictionary
from kamervragen.search.writer import Writer, begin, rebuild, update
from kamervragen.store.chunks import in_chunks
from kamervragen.store.faults import database_faults
from kamervragen.store.models import Publication, Unindexed

_LOOK_UP = 200  # publications read from the database at a time
_JOB = 20  # publications that a worker process makes the items of at a time
_FEW = 500  # publications for which it is not worth while to start worker processes
_EVERY = 5_000  # documents after which a long run brings the index up to date

Told = Callable[[str], None]
"""Told of each publication that is indexed, by its key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """What was indexed.

    Args:
        n_publications: those written, with those taken out.
        n_items: questions and answers.
    """

    n_publications: int = 0
    n_items: int = 0

    def __add__(self, other: "Indexed") -> "Indexed":
        return Indexed(n_publications=self.n_publications + other.n_publications, n_items=self.n_items + other.n_items)


def is_index_usable(data: Path) -> bool:
    """Whether there is an index that this version of the program made."""
    try:
        Generations(index_folder(data)).require_current()
    except InputError:
        return False
    return True


def bring_up_to_date(data: Path, *, n_workers: int = 1) -> Indexed:
    """Let the index know what changed in the record; what changes meanwhile too.

    Args:
        data: the data folder.
        n_workers: the processes that make records ready for the index, when there are many.
    Raises:
        InputError: there is no index (`no_index`), or another version of the program made it (`old_index`).
        StoreError: another process is at it (`index_busy`), and will do this as well; or the disk or the database fails.
    """
    done = Indexed()
    with database_faults():
        # Whoever finds another process at work leaves: that one looks again after it has let others in, which is here.
        while Unindexed.objects.exists():
            with update(index_folder(data)) as writer:
                done += _index_noted(writer, n_workers)
    return done


def _index_noted(writer: Writer, n_workers: int) -> Indexed:
    """Index what is noted now, commit, and only then strike the notes that were there before it was read."""
    noted = list(Unindexed.objects.order_by("pk").values_list("pk", "key"))
    keys = list(dict.fromkeys(key for _, key in noted))
    for key in keys:
        writer.delete(key)
    n_items = sum(_add(writer, each) for each in _prepare(_packed_of(keys), n_workers if len(keys) > _FEW else 0))
    writer.commit()
    _strike([pk for pk, _ in noted])
    return Indexed(n_publications=len(keys), n_items=n_items)


def _add(writer: Writer, ready: Ready) -> int:
    writer.add_prepared(ready.prepared)
    return len(ready.prepared)


def _strike(notes: Sequence[int]) -> None:
    for chunk in in_chunks(notes, _LOOK_UP):
        Unindexed.objects.filter(pk__in=chunk).delete()


def rebuild_index(data: Path, *, n_workers: int, told: Told) -> Indexed:
    """Make the index anew from the record, beside the old one, which is used until the new one is ready.

    Args:
        data: the data folder.
        n_workers: the processes that make records ready for the index.
        told: told of the progress.
    Raises:
        StoreError: another process is at work on the index; or the disk or the database fails.
    """
    done = Indexed()
    with database_faults():
        with rebuild(index_folder(data)) as writer:
            noted = list(Unindexed.objects.values_list("pk", flat=True))
            for each in _prepare(_all_packed(), n_workers):
                done += Indexed(n_publications=1, n_items=_add(writer, each))
                told(each.key)
        _strike(noted)
    return done + bring_up_to_date(data, n_workers=n_workers)


def _prepare(publications: Iterator[Packed], n_workers: int) -> Iterator[Ready]:
    """The items of publications, made ready by worker processes, or here without any."""
    return chain.from_iterable(results_of(prepare_all, in_chunks(publications, _JOB), n_workers=n_workers))


def _packed_of(keys: Sequence[str]) -> Iterator[Packed]:
    """The records of those of some publications that there are."""
    for chunk in in_chunks(keys, _LOOK_UP):
        yield from _packed(Publication.objects.filter(key__in=chunk).values_list("key", "best__reading__packed_record"))


def _all_packed() -> Iterator[Packed]:
    """The records of all publications in the order in which they came."""
    last = 0
    rows = Publication.objects.order_by("pk").values_list("pk", "key", "best__reading__packed_record")
    while chunk := list(rows.filter(pk__gt=last)[:_LOOK_UP]):
        last = chunk[-1][0]
        yield from _packed((key, record) for _, key, record in chunk)


def _packed(rows: Iterable[tuple[str, bytes | memoryview]]) -> Iterator[Packed]:
    return (Packed(key, bytes(record)) for key, record in rows)


class Keeper:
    """Keeps the index up to date while a run writes documents: every few thousand, and when it is told that it is over.

    Where that cannot be done now (there is no index of this version, or another process is at it) what changed stays noted.
    """

    def __init__(self, data: Path, n_workers: int) -> None:
        self._data, self._n_workers = data, n_workers
        self._n_waiting = 0
        self._preparing: threading.Thread | None = None
        if not Publication.objects.exists():  # else there is something to put into it, which may take long
            with unless_busy():
                begin(index_folder(data))

    def prepare(self) -> None:
        """Load the dictionary now, while worker processes read: it takes a second, and documents are to be found soon."""
        if self._preparing is None and is_index_usable(self._data):
            self._preparing = threading.Thread(target=load_dictionary, daemon=True)
            self._preparing.start()

    def note(self, n_documents: int) -> None:
        """Take notice of documents that were written."""
        self._n_waiting += n_documents
        if self._n_waiting >= _EVERY:
            self.catch_up()

    def catch_up(self) -> None:
        """Bring the index up to date if that can be done now."""
        self._n_waiting = 0
        if self._preparing is not None:
            self._preparing.join()
        if is_index_usable(self._data):
            with unless_busy():
                bring_up_to_date(self._data, n_workers=self._n_workers)
