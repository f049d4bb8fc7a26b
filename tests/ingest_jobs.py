"""What worker processes may do with a document instead of reading it; the processes import this module."""

import os
import signal
from dataclasses import replace

from kamervragen.ingest.worker import Job, Trouble, work
from kamervragen.store.entry import Entry


def hang_or_die(job: Job) -> Entry | Trouble:
    """What ingest does with a document, unless it holds a word that hangs or kills the process."""
    data = (job.data / "sources" / job.sha256[:2] / job.sha256).read_bytes()
    if b"HANG" in data:
        signal.pause()
    if b"STERF" in data:
        os.kill(os.getpid(), signal.SIGKILL)
    return work(job)


def read_another_name(job: Job) -> Entry | Trouble:
    """What a later version of the program might read: the same document under another name."""
    return work(replace(job, name=f"opnieuw-{job.name}"))


def read_without_limits(job: Job) -> Entry | Trouble:
    """What ingest does when a mistake of ours meets a document: no code is made for this."""
    return work(replace(job, limits=None))


def take_all_memory(job: Job) -> Entry | Trouble:
    """What a reader may do with a document that was made to harm, and then what ingest does."""
    if job.name == "0002.txt":
        bytearray(8 * 1024**3)
    return work(job)
