"""What a worker process does with one document: raw bytes on disk → Entry. Works without Django."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from traceback import extract_tb

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
    """The entry of a document, or why there is none. The one place where the errors of one document are caught."""
    try:
        raw = RawDocument(name=job.name, data=RawStore(job.data).read(job.sha256), origin=job.origin)
        record = process(raw, job.limits)
        return make_entry(raw, record.text, record.parsed)
    except ReadError as error:
        return Trouble(stage="read", code=error.code, message=error.message)
    except KamervragenError as error:
        return Trouble(stage="fetch", code=error.code, message=error.message)
    except Exception as mistake:  # noqa: BLE001 - our mistake: it costs this document, is named in the register, and no other
        return Trouble(stage="work", code="mistake", message=confess(mistake))


def confess(mistake: Exception) -> str:
    """One sentence that says where in our own code it went wrong."""
    ours = [frame for frame in extract_tb(mistake.__traceback__) if "kamervragen" in Path(frame.filename).parts]
    place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"
    return f"Een fout in het programma ({type(mistake).__name__} in {place}); meld het met dit document erbij."
