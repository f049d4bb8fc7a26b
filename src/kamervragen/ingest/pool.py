"""Work spread over processes, with results in the order of the jobs: a job may hang or kill its process and costs no other.

Python's own pools break down as a whole when a process is killed, and cannot stop a job whose time is up; hence this one.
"""

import multiprocessing
import os
import pickle
import resource
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from typing import Generic, TypeVar, cast

Job = TypeVar("Job")
Result = TypeVar("Result")

_MEMORY_BYTES = 2 * 1024**3  # address space of one process: a job that wants more costs itself, not the machine
_PATIENCE_S = 600.0  # for a job that is done here when its process is lost: generous, as it may hold many documents
_PIPE_BYTES, _OVERHEAD_BYTES = 120_000, 800  # what a pipe surely holds (Linux: 212,992), and what it needs for each thing sent
_WINDOW = 4_000  # jobs on their way at once: results wait for an earlier job that hangs, and may not fill the memory


@dataclass(frozen=True, slots=True)
class Lost:
    """What came of a job that has no result: its time was up (`timeout`), or its process broke down (`crashed`)."""

    code: str

    def message(self, timeout_s: float) -> str:
        """One sentence for the person who meets it, given the seconds that the job could take."""
        if self.code == "timeout":
            return f"Het lezen duurde langer dan {timeout_s:g} seconden en is afgebroken."
        return "Het lezen brak af door een fout van het programma of te weinig geheugen; meld het met dit document erbij."


class Pool(Generic[Job, Result]):
    """Processes that each do one job at a time.

    Args:
        work: does a job; the processes import it, so it must be a function of a module. What it raises ends its process.
        n_workers: the number of processes.
        timeout_s: the seconds that one job may take; then its process is killed and replaced.
        depth: how many jobs a process is given ahead of time at most, so that it works on while results are written. It must be
            1 for jobs larger than a pipe: giving one to a process that hangs would never end.
        clock: seconds that only go up.
    """

    def __init__(
        self,
        work: Callable[[Job], Result],
        *,
        n_workers: int,
        timeout_s: float,
        depth: int = 128,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._work, self._n_workers, self._timeout_s, self._depth, self._clock = work, n_workers, timeout_s, depth, clock
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([work.__module__])  # a fresh process has its modules loaded already
        self._workers: list[_Worker[Job, Result]] = []
        self._done: dict[int, tuple[Job, Result | Lost]] = {}
        self._news = threading.Event()

    def run(self, jobs: Iterable[Job]) -> Generator[tuple[Job, Result | Lost], None, None]:
        """Each job with its result, in the order of the jobs, which are taken one by one as they are needed."""
        self._workers = [self._start() for _ in range(self._n_workers)]
        places, place = enumerate(jobs), 0
        is_more = True
        try:
            while is_more or self._done or any(worker.waiting for worker in self._workers):
                is_more = is_more and self._hand_out(places, place + _WINDOW)
                self._collect()
                while place in self._done:
                    yield self._done.pop(place)
                    place += 1
        finally:
            for worker in self._workers:
                worker.end()

    def _start(self) -> "_Worker[Job, Result]":
        return _Worker(self._context, self._work, self._news, self._clock)

    def _hand_out(self, places: Iterator[tuple[int, Job]], end: int) -> bool:
        """Give every process enough to do; False when there are no more jobs."""
        while True:
            worker = min(self._workers, key=lambda each: len(each.waiting))
            latest = max((each.waiting[-1].place for each in self._workers if each.waiting), default=-1)
            if worker.is_full(self._depth) or latest >= end:
                return True
            place, job = next(places, (-1, None))
            if place < 0:
                return False
            worker.hand(place, cast(Job, job))

    def _collect(self) -> None:
        """Wait until a process has told something or is out of time, and take what there is."""
        busy = [worker for worker in self._workers if worker.waiting]
        now = self._clock()
        patience = min((worker.time_left(self._timeout_s, now) for worker in busy), default=0.0)
        self._news.wait(max(patience, 0.0))
        self._news.clear()  # before looking: what comes meanwhile is news for the next time
        for worker in busy:
            self._take(worker)

    def _take(self, worker: "_Worker[Job, Result]") -> None:
        is_gone = worker.is_gone  # seen first: a process that is gone tells nothing more
        while (told := worker.take()) is not None:
            place, job, result = told
            self._done[place] = (job, result)
        if worker.waiting and is_gone:
            self._replace(worker, Lost("crashed"))
        elif worker.waiting and worker.time_left(self._timeout_s, self._clock()) <= 0:
            self._replace(worker, Lost("timeout"))

    def _replace(self, worker: "_Worker[Job, Result]", lost: Lost) -> None:
        """Let another process go on with what a process was given, but for the job that it was at."""
        worker.end()
        given = worker.waiting.popleft()
        self._done[given.place] = (given.job, lost)
        fresh = self._start()
        self._workers[self._workers.index(worker)] = fresh
        for each in worker.waiting:
            fresh.hand(each.place, each.job)


def results_of(work: Callable[[Job], Result], jobs: Iterable[Job], *, n_workers: int) -> Iterator[Result]:
    """What a function gives for each job, in their order: in processes, and here without any or where a process is lost.

    Args:
        work: as for a `Pool`.
        jobs: may be larger than a pipe.
        n_workers: the number of processes, from 0.
    """
    if not n_workers:
        yield from map(work, jobs)
        return
    with closing(Pool(work, n_workers=n_workers, timeout_s=_PATIENCE_S, depth=1).run(jobs)) as results:
        for job, result in results:
            yield work(job) if isinstance(result, Lost) else result


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given(Generic[Job]):
    """A job that a process was given: its place among all, how much of the pipe it takes, and when that was."""

    place: int
    job: Job
    n_bytes: int
    at: float


class _Worker(Generic[Job, Result]):
    """One process, seen from the side that gives it jobs.

    A thread listens to it, so that it never waits for somebody who writes what came before. `waiting` holds what it was given
    and what was not taken yet; `is_gone` says that no more comes.
    """

    def __init__(
        self, context: ForkServerContext, work: Callable[[Job], Result], news: threading.Event, clock: Callable[[], float]
    ) -> None:
        self._clock = clock
        self.connection, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(work, there), daemon=True)
        self._process.start()
        there.close()
        self.connection.recv()  # it is there: the time it needs to start is not its first job's
        self.waiting: deque[_Given[Job]] = deque()
        self.is_gone = False
        self._told: deque[tuple[float, bytes]] = deque()
        self._news = news
        self._told_at = 0.0
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        with suppress(EOFError, OSError):
            while True:
                result = self.connection.recv_bytes()
                self._told.append((self._clock(), result))
                self._news.set()
        self.is_gone = True
        self._news.set()

    def hand(self, place: int, job: Job) -> None:
        """Give it a job to do after those it has."""
        packed = pickle.dumps(job)
        self.waiting.append(_Given(place=place, job=job, n_bytes=len(packed) + _OVERHEAD_BYTES, at=self._clock()))
        with suppress(OSError):  # it is dead: then reading from it says so
            self.connection.send_bytes(packed)

    def is_full(self, depth: int) -> bool:
        """Whether it has so many jobs, or as many as a pipe surely holds."""
        return len(self.waiting) >= depth or sum(each.n_bytes for each in self.waiting) >= _PIPE_BYTES

    def take(self) -> tuple[int, Job, Result] | None:
        """The job it did first of those that were not taken, with its result; None when it has told nothing more."""
        if not self._told:
            return None
        self._told_at, result = self._told.popleft()
        given = self.waiting.popleft()
        return given.place, given.job, cast(Result, pickle.loads(result))  # noqa: S301 - of our own process

    def time_left(self, timeout_s: float, now: float) -> float:
        """The seconds that its job may take from now: it began when it was given, or when the one before was done."""
        return max(self._told_at, self.waiting[0].at) + timeout_s - now

    def end(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.join()
        self._listener.join()  # nothing more comes of a process that is no more
        self.connection.close()


def _serve(work: Callable[[Job], Result], jobs: Connection) -> None:
    """What a process does: its jobs, one after the other, for as long as its parent lives."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its processes itself
    threading.Thread(target=_die_with_parent, daemon=True).start()
    with suppress(ValueError, OSError):  # a stricter bound is set already, or the system knows none
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, resource.getrlimit(resource.RLIMIT_AS)[1]))
    with suppress(EOFError, OSError):  # the parent is gone
        jobs.send(None)
        while True:
            jobs.send(work(cast(Job, jobs.recv())))


def _die_with_parent() -> None:
    """Wait for the end of the parent, however sudden, and end too: nobody is left to stop a job that hangs."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
