"""What a worker process does with one document: raw bytes on disk → Entry. Works without Django."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kamervragen.errors import KamervragenError, ReadError
from kamervragen.limits import Limits
from kamervragen.model import RawDocument
from kamervragen.pipeline import process
from kamervragen.store.entry import Entry, make_entry
from kamervragen.store.raw import RawStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A document to read: small, for the bytes are on disk.

    Args:
        sha256: of the bytes.
        name: see `RawDocument`.
        origin: see `RawDocument`.
        data: the data folder.
        limits: how much the document may take.
        seen_at: when it was handed in.
    """

    sha256: str
    name: str
    origin: str
    data: Path
    limits: Limits
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why there is no entry: see `store.failures.FailedDocument`."""

    stage: str
    code: str
    message: str


Work = Callable[[Job], Entry | Trouble]
"""What worker processes do with a job: `work`, or another function of a module."""


def work(job: Job) -> Entry | Trouble:
    """The entry of a document, or why there is none. The one place where the errors of one document are caught.

    A mistake of our own is not: it ends this process, which says what went wrong, and the pool goes on with another.
    """
    try:
        raw = RawDocument(name=job.name, data=RawStore(job.data).read(job.sha256), origin=job.origin)
        record = process(raw, job.limits)
        return make_entry(raw, record.text, record.parsed)
    except ReadError as error:
        return Trouble(stage="read", code=error.code, message=error.message)
    except KamervragenError as error:
        return Trouble(stage="fetch", code=error.code, message=error.message)
    except MemoryError:
        return Trouble(
            stage="work", code="out_of_memory", message="Dit document vraagt meer geheugen dan één document mag hebben."
        )
