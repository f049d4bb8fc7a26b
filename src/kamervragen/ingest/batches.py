"""Results gathered into batches, and each batch written whole or not at all."""

from collections import Counter
from collections.abc import Callable
from enum import StrEnum

from django.utils import timezone

from kamervragen.ingest.pool import Lost
from kamervragen.ingest.worker import Job, Trouble
from kamervragen.store.entry import Entry
from kamervragen.store.failures import FailedDocument
from kamervragen.store.writing import NewSource, write_batch

BATCH_SIZE = 200  # documents in one transaction


class Outcome(StrEnum):
    """What came of a document that was handed in."""

    ADDED = "added"
    KNOWN = "known"
    FAILED = "failed"


Watch = Callable[[Outcome, str], None]
"""Told of each document: what came of it, and where it is."""


class Batches:
    """What is to be written next, and what came of all documents until now.

    Args:
        watch: told of each document.
        written: told after each batch how many documents it wrote.
    """

    def __init__(self, watch: Watch, written: Callable[[int], None]) -> None:
        self.tally: Counter[str] = Counter()
        self._watch = watch
        self._written = written
        self._sources: list[NewSource] = []
        self._failed: list[FailedDocument] = []

    def add(self, job: Job, result: Entry | Trouble | Lost) -> None:
        """Take the result of a job."""
        if isinstance(result, Entry):
            self._sources.append(NewSource(entry=result, seen_at=job.seen_at))
            self.count(Outcome.ADDED, job.origin)
        else:
            trouble = _lost(job, result) if isinstance(result, Lost) else result
            self.fail(job.origin, job.name, job.sha256, trouble)
        self._write_when_full()

    def fail(self, where: str, name: str, sha256: str, trouble: Trouble) -> None:
        """Take a failure."""
        failed = FailedDocument(
            where=where, name=name, sha256=sha256, stage=trouble.stage, code=trouble.code, message=trouble.message
        )
        self._failed.append(failed)
        self.count(Outcome.FAILED, where)

    def count(self, outcome: Outcome, where: str) -> None:
        """Count a document."""
        self.tally[outcome] += 1
        self._watch(outcome, where)

    def write(self) -> None:
        """Write what there is."""
        if self._sources or self._failed:
            write_batch(self._sources, self._failed, at=timezone.now())
            self._written(len(self._sources))
            self._sources.clear()
            self._failed.clear()

    def _write_when_full(self) -> None:
        if len(self._sources) + len(self._failed) >= BATCH_SIZE:
            self.write()


def _lost(job: Job, lost: Lost) -> Trouble:
    return Trouble(stage="work", code=lost.code, message=lost.message(job.limits.timeout_s))
