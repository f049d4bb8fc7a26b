"""Work over processes: results in order, and a job that hangs or kills its process costs no other."""

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import pool_jobs
from kamervragen.ingest.pool import Lost, Pool, results_of


def _run(work, jobs, *, n_workers: int = 2, timeout_s: float = 30.0) -> list:
    return list(Pool(work, n_workers=n_workers, timeout_s=timeout_s).run(jobs))


@pytest.mark.parametrize("n_workers", [1, 2, 5])
def test_results_come_in_the_order_of_the_jobs(n_workers: int) -> None:
    assert _run(pool_jobs.double, range(100), n_workers=n_workers) == [(n, 2 * n) for n in range(100)]


def test_no_jobs_give_no_results() -> None:
    assert _run(pool_jobs.double, []) == []


def test_every_process_gets_work() -> None:
    assert len({pid for _, pid in _run(pool_jobs.report_process, range(100))}) == 2


def test_a_job_that_hangs_is_given_up_and_its_process_replaced() -> None:
    results = _run(pool_jobs.hang_at_3, range(40), timeout_s=0.5)

    assert results == [(n, Lost("timeout") if n == 3 else n) for n in range(40)]


@pytest.mark.parametrize("n_workers", [0, 2])
def test_what_a_lost_process_did_not_do_is_done_here(n_workers: int) -> None:
    assert list(results_of(pool_jobs.die_at_3_unless_at_home, range(20), n_workers=n_workers)) == list(range(20))


def test_a_process_that_is_killed_costs_its_job_only() -> None:
    results = _run(pool_jobs.die_at_3, range(40))

    assert results == [(n, Lost("crashed") if n == 3 else n) for n in range(40)]


def test_more_jobs_that_kill_than_there_are_processes_stop_nothing() -> None:
    jobs = [3, 1, 3, 3, 3, 2, 3]

    assert _run(pool_jobs.die_at_3, jobs) == [(n, Lost("crashed") if n == 3 else n) for n in jobs]


def test_results_larger_than_a_pipe_come_through() -> None:
    assert [len(result) for _, result in _run(pool_jobs.give_much, range(20))] == [1_000_000] * 20


def test_a_large_job_behind_one_that_hangs_waits_for_the_next_process() -> None:
    jobs = [b"hang", *(bytes(5_000_000) for _ in range(3))]

    results = list(Pool(pool_jobs.hang_or_measure, n_workers=1, timeout_s=0.5, depth=1).run(jobs))

    assert [result for _, result in results] == [Lost("timeout"), 5_000_000, 5_000_000, 5_000_000]


def test_jobs_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def jobs() -> Iterator[int]:
        for n in range(10_000):
            taken.append(n)
            yield n

    with closing(Pool(pool_jobs.double, n_workers=1, timeout_s=30).run(jobs())) as results:
        next(results)

    assert len(taken) < 1_000


def test_a_process_works_on_while_nobody_takes_its_results(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "last")
    reading = os.open(tmp_path / "last", os.O_RDONLY | os.O_NONBLOCK)
    jobs = [*[(1_000_000, "")] * 20, (1, str(tmp_path / "last"))]  # far more than a pipe holds

    with closing(Pool(pool_jobs.make_bytes, n_workers=1, timeout_s=60).run(jobs)) as results:
        next(results)
        assert select.select([reading], [], [], 30)[0]

    os.close(reading)


def test_a_job_has_its_time_from_the_moment_it_was_given() -> None:
    """However long ago the process told of the one before: until then others were written, or linked."""
    now = [0.0]
    pool = Pool(pool_jobs.make_bytes, n_workers=1, timeout_s=60, clock=lambda: now[0])

    def jobs() -> Iterator[tuple[int, str]]:
        yield 1, ""
        assert pool._news.wait(30)
        now[0] += 100
        yield 50_000_000, ""  # takes a while to send back

    assert [len(result) for _, result in pool.run(jobs())] == [1, 50_000_000]


_HANGING = """
import os, signal, pool_jobs
from kamervragen.ingest.pool import Pool
def jobs():
    yield 0
    yield 3
results = Pool(pool_jobs.{first}, n_workers=1, timeout_s=1000).run(jobs())
print(next(results)[1], flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_processes_end_when_their_parent_is_killed() -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(pool_jobs.__file__).parent)}
    script = _HANGING.format(first="pid_then_hang")
    with subprocess.Popen([sys.executable, "-c", script], env=environment, stdout=subprocess.PIPE, text=True) as parent:
        worker = int(parent.stdout.readline())
        handle = os.pidfd_open(worker)
    ended, _, _ = select.select([handle], [], [], 20)
    os.close(handle)

    assert ended
