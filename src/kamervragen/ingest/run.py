"""Documents into the record: `ingest` takes what is at paths, `retry` what failed before."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from django.utils import timezone

from kamervragen.errors import FetchError, InputError
from kamervragen.fetch import open_source
from kamervragen.ingest.batches import Batches, Outcome, Watch
from kamervragen.ingest.indexing import Keeper
from kamervragen.ingest.linking import link_changed, link_noted, read_correction_file
from kamervragen.ingest.pool import Pool
from kamervragen.ingest.reusing import begin_where_empty, keep_up
from kamervragen.ingest.versions import read_already
from kamervragen.ingest.worker import Job, Trouble, Work, work
from kamervragen.limits import Limits
from kamervragen.model import RawDocument
from kamervragen.store.entry import Entry
from kamervragen.store.faults import database_faults
from kamervragen.store.models import Failure
from kamervragen.store.raw import RawStore

_LOOK_UP = 50  # documents kept and looked up at a time; more would let the workers wait meanwhile
_LOOK_UP_BYTES = 8_000_000
_LINK_EVERY = 600  # documents: those of one filing are read once for all, and much less is written


def ingest(paths: Sequence[Path], *, data: Path, limits: Limits, n_workers: int, watch: Watch, work: Work = work) -> Counter[str]:
    """Put the documents at paths into the record; gives how many were added, known already, and failed.

    What is in the record already, read by this version of the program, is passed over: after an interruption the same
    call goes on where it was.

    Args:
        paths: files, folders and zips.
        data: the data folder.
        limits: how much documents and archives may take.
        n_workers: the number of processes that read and parse.
        watch: told of each document.
        work: what the processes do with a job.
    Raises:
        InputError: nothing is at a path.
        StoreError: the record cannot be written.
    """
    documents = [open_source(path, limits) for path in paths]  # all are looked at before anything is written
    run = _Run(data, limits, watch, n_workers)
    pool = Pool(work, n_workers=n_workers, timeout_s=limits.timeout_s)
    return run.finish(pool, run.jobs(document for source in documents for document in source))


def retry(*, data: Path, limits: Limits, n_workers: int, watch: Watch, work: Work = work) -> Counter[str]:
    """Try again what failed before, from the bytes that were kept or else from where they were found; see `ingest`."""
    failures = list(Failure.objects.order_by("pk"))
    run = _Run(data, limits, watch, n_workers)
    pool = Pool(work, n_workers=n_workers, timeout_s=limits.timeout_s)
    return run.finish(pool, run.jobs(document for failure in failures for document in _refetch(failure, data, limits)))


def _refetch(failure: Failure, data: Path, limits: Limits) -> Iterator[RawDocument | FetchError]:
    """The document that failed. Of an archive all documents come again; those that are known are passed over."""
    store = RawStore(data)
    if failure.sha256 and store.path(failure.sha256).is_file():
        yield RawDocument(name=failure.name, data=store.read(failure.sha256), origin=failure.where)
        return
    try:
        yield from open_source(_path_of(failure.where), limits)
    except InputError as error:
        yield FetchError(error.code, error.message, where=failure.where)


def _path_of(where: str) -> Path:
    """The file that a place is in: the archive, for a place inside an archive."""
    archive = where
    while "!" in archive and not Path(archive).exists():
        archive = archive.rpartition("!")[0]
    return Path(archive if Path(archive).exists() else where)


class _Run:
    """One run over many documents."""

    def __init__(self, data: Path, limits: Limits, watch: Watch, n_workers: int) -> None:
        self._data, self._limits = data, limits
        read_correction_file(data)  # says what is wrong with it before anything is written
        self._raw = RawStore(data)
        self._raw.sweep()
        self._n_workers = n_workers
        self._index = Keeper(data, n_workers)
        begin_where_empty(data)
        self._batches = Batches(watch, self._written)
        self._met: set[str] = set()
        self._n_unlinked = 0

    def finish(self, pool: Pool[Job, Entry | Trouble], jobs: Iterable[Job]) -> Counter[str]:
        """Do all jobs and write what comes of them; when interrupted, write what was done and stop."""
        try:
            with database_faults(), closing(pool.run(jobs)) as results:
                for job, result in results:
                    self._batches.add(job, result)
        except KeyboardInterrupt:
            self._batches.write()
            raise
        self._batches.write()
        link_changed(self._data)
        self._index.catch_up()
        keep_up(self._data, n_workers=self._n_workers)
        return self._batches.tally

    def _written(self, n_documents: int) -> None:
        self._n_unlinked += n_documents
        if self._n_unlinked >= _LINK_EVERY:
            link_noted(self._data)
            self._n_unlinked = 0
        self._index.note(n_documents)

    def jobs(self, documents: Iterable[RawDocument | FetchError]) -> Iterator[Job]:
        """A job for each document that is new, with its bytes on disk."""
        for jobs in self._kept(self._small_batches(documents)):
            known = read_already([job.sha256 for job in jobs]) | self._met
            for job in jobs:
                if job.sha256 in known:
                    self._batches.count(Outcome.KNOWN, job.origin)
                else:
                    known.add(job.sha256)
                    self._met.add(job.sha256)
                    self._index.prepare()
                    yield job

    def _kept(self, batches: Iterable[Sequence[RawDocument]]) -> Iterator[list[Job]]:
        """Jobs whose bytes are on the disk; those of the next batch are put there while these are done."""
        with ThreadPoolExecutor(1) as disk:
            before: tuple[list[Job], Future[None]] | None = None
            for batch in batches:
                jobs = [self._job(document) for document in batch]
                bytes_by_sha256 = {job.sha256: document.data for job, document in zip(jobs, batch, strict=True)}
                after = jobs, disk.submit(self._raw.keep, bytes_by_sha256)
                if before:
                    yield _when_kept(*before)
                before = after
            if before:
                yield _when_kept(*before)

    def _small_batches(self, documents: Iterable[RawDocument | FetchError]) -> Iterator[list[RawDocument]]:
        """The documents in lists that the memory holds, none empty; failures go to the register."""
        batch: list[RawDocument] = []
        for document in documents:
            if isinstance(document, FetchError):
                trouble = Trouble(stage="fetch", code=document.code, message=document.message)
                self._batches.fail(document.where, document.where, "", trouble)
                continue
            batch.append(document)
            if len(batch) == _LOOK_UP or sum(len(each.data) for each in batch) >= _LOOK_UP_BYTES:
                yield batch
                batch = []
        if batch:
            yield batch

    def _job(self, document: RawDocument) -> Job:
        return Job(
            sha256=document.sha256,
            name=document.name,
            origin=document.origin,
            data=self._data,
            limits=self._limits,
            seen_at=timezone.now(),
        )


def _when_kept(jobs: list[Job], kept: Future[None]) -> list[Job]:
    kept.result()
    return jobs
