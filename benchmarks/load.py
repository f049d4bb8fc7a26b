"""The site under a steady load of mixed pages: how long visitors wait, and what its workers hold in memory.

    python -m benchmarks.load data/                     100 requests a second for five minutes
    python -m benchmarks.load data/ --seconds 30

Each request is sent at its own moment, whether or not earlier ones have been answered, and waiting is counted from that moment:
a site that falls behind is not spared (no coordinated omission). The bar is no error, and 95 of 100 answers within 150 ms.
"""

import argparse
import asyncio
import os
import platform
import resource
import signal
import statistics
import subprocess
import sys
import time
import urllib.request
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from random import Random
from typing import Final

import psutil

from benchmarks.load_pages import Visit, deal, explore
from benchmarks.times import quantile, quantiles

TIMEOUT_S: Final = 10.0
WARM_UP_S: Final = 10  # of the same load, before anything is counted
N_VISITORS: Final = 64  # who come and go on reading; more when all of them wait
COURSE_S: Final = 30
LOOK_S: Final = 5.0  # between two looks at memory
BAR_MS: Final = 150
_HEAD: Final = "GET {} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nUser-Agent: benchmarks.load\r\n\r\n"
_MIB: Final = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of a visit: its status (0 for none) and how long after its moment the last byte came."""

    visit: Visit
    status: int
    waited_ms: float
    n_bytes: int


class Visitors:
    """Visitors whose browsers keep a connection to the site open; each asks one thing at a time.

    Args:
        port: of the site.
        dice: chooses whose turn it is: any of those who wait for nothing.
    """

    def __init__(self, port: int, dice: Random) -> None:
        self._port, self._dice = port, dice
        self._idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []
        self.n_connections = 0

    async def ask(self, visit: Visit, moment: float) -> Answer:
        """Send a request at its moment; gives what became of it."""
        await asyncio.sleep(moment - time.perf_counter())
        try:
            status, n_bytes = await asyncio.wait_for(self._exchange(visit.address), TIMEOUT_S)
        except (OSError, asyncio.IncompleteReadError, TimeoutError):
            status, n_bytes = 0, 0
        return Answer(visit=visit, status=status, waited_ms=(time.perf_counter() - moment) * 1000, n_bytes=n_bytes)

    async def _exchange(self, address: str) -> tuple[int, int]:
        reader, writer = self._take_idle() or await self._connect()
        writer.write(_HEAD.format(address).encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(head.partition("content-length: ")[2].split("\r", 1)[0])
        await reader.readexactly(length)
        self._idle.append((reader, writer))
        return int(head.split(" ", 2)[1]), length

    def _take_idle(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        """The connection of somebody who waits for nothing; None while there are not as many visitors as there will be."""
        while self._idle and self.n_connections >= N_VISITORS:
            reader, writer = self._idle.pop(self._dice.randrange(len(self._idle)))
            if not reader.at_eof():
                return reader, writer
            writer.close()
            self.n_connections -= 1
        return None

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        self.n_connections += 1
        return await asyncio.open_connection("127.0.0.1", self._port)


async def visit_at_rate(visitors: Visitors, visits: Sequence[Visit], rate: int) -> list[Answer]:
    """What became of visits that begin one after another, so many a second."""
    begin = time.perf_counter() + 0.1
    asking = [asyncio.create_task(visitors.ask(visit, begin + n / rate)) for n, visit in enumerate(visits)]
    return await asyncio.gather(*asking)


@contextmanager
def running_site(data: Path, n_workers: int) -> Iterator[tuple[psutil.Process, int]]:
    """The first process of a site over a data folder, and its port."""
    command = [sys.executable, "-m", "kamervragen", "serve", "--port", "0", "--workers", str(n_workers)]
    environment = {**os.environ, "KAMERVRAGEN_DATA": str(data.resolve())}
    log = data / "load.log"
    with (
        log.open("w") as said,
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=said, text=True) as site,  # noqa: S603  # ours
    ):
        assert site.stdout is not None
        try:
            yield psutil.Process(site.pid), int(site.stdout.readline().split()[4].rstrip("/").rpartition(":")[2])
        finally:
            site.send_signal(signal.SIGTERM)


class Memory:
    """The most that one worker held at one look, in bytes.

    `uss` is what no other process holds, parts of the mapped index among it that only this one read; `anonymous` is without
    those: what the system cannot take back; `rss` is with what it shares.
    """

    def __init__(self, site: psutil.Process) -> None:
        self._site = site
        self.uss = self.anonymous = self.rss = 0

    async def watch(self) -> None:
        """Look again and again, until cancelled."""
        while True:
            for worker in self._site.children():
                held = worker.memory_full_info()
                self.uss, self.rss = max(self.uss, held.uss), max(self.rss, held.rss)
                self.anonymous = max(self.anonymous, held.rss - held.shared)
            await asyncio.sleep(LOOK_S)


async def load(site: psutil.Process, port: int, visits: Sequence[Visit], rate: int) -> tuple[list[Answer], Memory, int]:
    """The answers to all visits after the warm-up, the workers' memory, and how many connections it took."""
    visitors, memory = Visitors(port, Random(1)), Memory(site)  # noqa: S311
    n_warm = rate * WARM_UP_S
    await visit_at_rate(visitors, visits[:n_warm], rate)
    watching = asyncio.create_task(memory.watch())
    answers = await visit_at_rate(visitors, visits[n_warm:], rate)
    watching.cancel()
    return answers, memory, visitors.n_connections


def describe(answers: Sequence[Answer]) -> Iterator[str]:
    """The rows of the table: each kind of page, and all of them."""
    yield "| page | requests | errors | p50, ms | p95, ms | p99, ms | slowest, ms | kB sent, mean |"
    yield "|---|---|---|---|---|---|---|---|"
    kinds: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        kinds[answer.visit.kind].append(answer)
    for kind, some in (*sorted(kinds.items()), ("all", list(answers))):
        yield _row(kind, some)


def _row(kind: str, answers: Sequence[Answer]) -> str:
    waits = [answer.waited_ms for answer in answers]
    n_errors = sum(answer.status != 200 for answer in answers)
    size = statistics.fmean(answer.n_bytes for answer in answers) / 1000
    return f"| {kind} | {len(answers)} | {n_errors} | {quantiles(waits)} | {size:.1f} |"


def describe_course(answers: Sequence[Answer], rate: int) -> str:
    """How it went on: p95 of each half minute."""
    waits = [answer.waited_ms for answer in answers]
    n = rate * COURSE_S
    parts = (f"{quantile(waits[first : first + n], 0.95):.0f}" for first in range(0, len(waits), n))
    return f"- p95 of each {COURSE_S} s, ms: {', '.join(parts)}"


def describe_first(answers: Sequence[Answer], warm_up: Sequence[Visit]) -> str:
    """How long they waited whose page nobody had asked for before, since that is the one that must be made."""
    seen = {visit.address for visit in warm_up}
    waits = []
    for answer in answers:
        if answer.visit.address not in seen:
            seen.add(answer.visit.address)
            waits.append(answer.waited_ms)
    return f"- {len(waits)} visits are the first to their address: p50, p95, p99, slowest, ms: {quantiles(waits)}"


def describe_run(answers: Sequence[Answer], memory: Memory, site_cores: float, seconds: int, n_connections: int) -> Iterator[str]:
    """The sentences under the table."""
    last = max(answers, key=lambda answer: answer.waited_ms)
    used = resource.getrusage(resource.RUSAGE_SELF)
    own_cpu_s = used.ru_utime + used.ru_stime
    parts = ", ".join(f"{name} {version(name)}" for name in ("granian", "django", "tantivy"))
    yield f"- {len(answers) / seconds:.1f} requests a second over {n_connections} connections; slowest: {last.visit.address}"
    yield f"- statuses: {dict(Counter(answer.status for answer in answers))}; an error is anything but 200"
    own, kept = f"{memory.uss / _MIB:.0f}", f"{memory.anonymous / _MIB:.0f}"
    yield f"- a worker held {own} MiB of its own (USS), {kept} of it not mapped from files,"
    yield f"  and {memory.rss / _MIB:.0f} with what it shares (RSS)"
    yield f"- CPU: the site {site_cores:.2f} of {os.cpu_count()} cores, the load generator {own_cpu_s / seconds:.2f}"
    yield f"- Python {platform.python_version()}, {parts}; load generator: benchmarks/load.py (asyncio)"
    yield f"- load of the machine at the end: {os.getloadavg()[0]:.1f}"


def _cpu_s(site: psutil.Process) -> float:
    return sum(sum(each.cpu_times()[:2]) for each in site.children())


def main() -> int:
    """Run the load and print the table; gives 1 when the bar is not met."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path, help="the data folder")
    for name, default in (("--rate", 100), ("--seconds", 300), ("--workers", 2), ("--seed", 1)):
        arguments.add_argument(name, type=int, default=default)
    asked = arguments.parse_args()
    with running_site(asked.data, asked.workers) as (site, port):
        dice = Random(asked.seed)  # noqa: S311  # the same visits again, no secret
        ground = explore(lambda address: urllib.request.urlopen(f"http://127.0.0.1:{port}{address}").read(), dice)
        visits = list(islice(deal(ground, dice), asked.rate * (asked.seconds + WARM_UP_S)))
        before = _cpu_s(site)
        answers, memory, n_connections = asyncio.run(load(site, port, visits, asked.rate))
        site_cpu_s = _cpu_s(site) - before
    n_warm = asked.rate * WARM_UP_S
    site_cores = site_cpu_s / (asked.seconds + WARM_UP_S)
    told = describe_run(answers, memory, site_cores, asked.seconds, n_connections)
    course = describe_course(answers, asked.rate), describe_first(answers, visits[:n_warm])
    print("\n".join((*describe(answers), "", *told, *course)))
    waits = [answer.waited_ms for answer in answers]
    return int(any(answer.status != 200 for answer in answers) or quantile(waits, 0.95) > BAR_MS)


if __name__ == "__main__":
    raise SystemExit(main())
