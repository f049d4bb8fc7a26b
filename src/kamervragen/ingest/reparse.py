"""Everything derived, made again from the raw bytes after a change of reader or parser; says what changed."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from kamervragen.contract import Json
from kamervragen.ingest.batches import Batches, Outcome, Watch
from kamervragen.ingest.indexing import Keeper
from kamervragen.ingest.linking import link_changed, link_noted
from kamervragen.ingest.pool import Lost, Pool
from kamervragen.ingest.reusing import keep_up
from kamervragen.ingest.worker import Job, Trouble, Work, work
from kamervragen.limits import Limits
from kamervragen.store.chunks import in_chunks
from kamervragen.store.entry import Entry
from kamervragen.store.faults import database_faults
from kamervragen.store.models import Reading, Source
from kamervragen.store.packing import differing_fields, unpack

_CHUNK = 200  # sources looked up at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A source of which something else is read now.

    Args:
        key: the publication's key before.
        fields: the fields of its JSON that differ, and `body` when its text does.
    """

    key: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reparsed:
    """What a reparse did: the number of sources read again, those that failed and keep their old reading, and what changed."""

    n_read: int
    n_failed: int
    changes: tuple[Change, ...]


def reparse(*, data: Path, limits: Limits, n_workers: int, watch: Watch, work: Work = work) -> Reparsed:
    """Read all sources of the record again, oldest first, batch by batch; may be interrupted and begun again.

    Args:
        data: the data folder.
        limits: how much a document may take.
        n_workers: the number of processes that read and parse.
        watch: told of each document.
        work: what the processes do with a job.
    Raises:
        StoreError: the record cannot be written.
    """
    index = Keeper(data, n_workers)

    def follow(n_documents: int) -> None:
        link_noted(data)
        index.note(n_documents)

    batches = Batches(watch, follow)
    changes: list[Change] = []
    pool = Pool(work, n_workers=n_workers, timeout_s=limits.timeout_s)
    with database_faults(), closing(pool.run(_jobs(data, limits))) as results:
        for chunk in in_chunks(results, _CHUNK):
            changes += _compare(chunk)
            for job, result in chunk:
                batches.add(job, result)
            batches.write()
    link_changed(data)
    index.catch_up()
    keep_up(data, n_workers=n_workers)
    return Reparsed(n_read=batches.tally[Outcome.ADDED], n_failed=batches.tally[Outcome.FAILED], changes=tuple(changes))


def _jobs(data: Path, limits: Limits) -> Iterator[Job]:
    keys = list(Source.objects.order_by("seen_at", "sha256").values_list("sha256", flat=True))
    for chunk in in_chunks(keys, _CHUNK):
        sources = Source.objects.in_bulk(chunk)
        for sha256 in chunk:
            source = sources[sha256]
            yield Job(sha256=sha256, name=source.name, origin=source.origin, data=data, limits=limits, seen_at=source.seen_at)


def _compare(chunk: Sequence[tuple[Job, Entry | Trouble | Lost]]) -> Iterator[Change]:
    """What is read differently in these sources, which are not yet written."""
    before = Reading.objects.select_related("source__publication").in_bulk([job.sha256 for job, _ in chunk])
    for job, entry in chunk:
        if isinstance(entry, Entry):
            reading = before[job.sha256]
            changed = tuple(_differences(reading, entry))
            if changed:
                yield Change(key=reading.source.publication.key, fields=changed)


def _differences(reading: Reading, entry: Entry) -> Iterator[str]:
    if bytes(reading.packed_record) != entry.packed_record:
        yield from differing_fields(reading.json, cast(Mapping[str, Json], unpack(entry.packed_record)))
    if reading.body_sha256 != entry.body_sha256:
        yield "body"
    elif bytes(reading.packed_text) != entry.packed_text:
        yield "text"
