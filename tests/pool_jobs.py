"""Jobs for worker processes, which must import them; each does what its name says on the job that it is told to."""

import multiprocessing
import os
import signal
from pathlib import Path


def double(n: int) -> int:
    return 2 * n


def report_process(n: int) -> int:
    return os.getpid()


def hang_at_3(n: int) -> int:
    if n == 3:
        signal.pause()
    return n


def die_at_3(n: int) -> int:
    if n == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return n


def die_at_3_unless_at_home(n: int) -> int:
    return die_at_3(n) if multiprocessing.parent_process() else n


def give_much(n: int) -> bytes:
    return bytes(1_000_000)


def pid_then_hang(n: int) -> int:
    if n == 3:
        signal.pause()
    return os.getpid()


def hang_or_measure(data: bytes) -> int:
    if data == b"hang":
        signal.pause()
    return len(data)


def make_bytes(job: tuple[int, str]) -> bytes:
    """So many bytes; told to who reads at a path, if there is one."""
    size, path = job
    if path:
        Path(path).write_text("done", encoding="ascii")
    return bytes(size)
