"""The search at the size of the whole Aanhangsel: building, searching beside SQLite's FTS5, memory, and time until findable.

    python -m benchmarks.search --items 1200000 --pairs PAIRS.jsonl

The bars at 1.2 million items: 5,000 items a second built; 95 of 100 searches within 15 ms in the engine and within 60 ms as a
page with facets, and five times as fast as FTS5; 300 MB of its own for a process that serves; a hundred documents found within
a second.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.processes import Watch
from benchmarks.search_fts import Fts
from benchmarks.search_items import load_material, prepare_lines, read_lines, write_items
from benchmarks.search_queries import Query, draw_queries, kinds_of
from benchmarks.times import quantile, quantiles, time_each
from kamervragen.ingest.pool import results_of
from kamervragen.search import Index, QueryError, search
from kamervragen.search.writer import rebuild

FOLDER = Path("build/benchmarks/search")
_WARM = 50  # queries before any is timed
_N_PROCESSES = 2
_FOUND = 100  # documents of one ingest


def build(items: Path, data: Path) -> None:
    """Make the index of a file of items, and say how long it took."""
    shutil.rmtree(data, ignore_errors=True)
    n = 0
    with Watch() as watch:
        start = time.perf_counter()
        with rebuild(data / "index") as writer:
            for prepared in results_of(prepare_lines, read_lines(items), n_workers=_N_PROCESSES):
                writer.add_prepared(prepared)
                n += len(prepared)
        wall_s = time.perf_counter() - start
        watch.look()
    size = sum(path.stat().st_size for path in data.rglob("*") if path.is_file())
    print(f"\n| items | wall, s | items/s | CPU, s | peak RSS, MiB | index, MB | bytes an item |\n|{'---|' * 7}")
    row = (n, f"{wall_s:.0f}", f"{n / wall_s:.0f}", f"{watch.cpu_s:.0f}", watch.peak_bytes >> 20, size // 10**6, size // n)
    print("| " + " | ".join(map(str, row)) + " |")


def _row(name: str, times: Sequence[float]) -> str:
    return f"| {name} | {len(times)} | {quantiles(times)} |"


def drop_refused(index: Index, queries: Sequence[Query]) -> list[Query]:
    """The queries that are answered; says which kinds are not, since they match too much, and how long the refusals take."""
    answered: list[Query] = []
    refused: list[tuple[Query, float]] = []
    for query in queries:
        start = time.perf_counter()
        try:
            search(index, query.request)
            answered.append(query)
        except QueryError:
            refused.append((query, (time.perf_counter() - start) * 1e3))
    longest = max((ms for _, ms in refused), default=0)
    print(f"\n{len(refused)} of {len(queries)} queries are refused, after {longest:.1f} ms at most:")
    print(", ".join(sorted(f"{query.kind} ({query.request.query})" for query, _ in refused)))
    return answered


def measure_engine(index: Index, queries: Sequence[Query]) -> list[float]:
    """Print how long searches take, with and without facets, all of them and each kind; gives the times without facets."""

    def find(query: Query) -> object:
        return search(index, replace(query.request, with_facets=False))

    def find_with_facets(query: Query) -> object:
        return search(index, query.request)

    time_each(find_with_facets, queries[:_WARM])
    plain, faceted = time_each(find, queries), time_each(find_with_facets, queries)
    print(f"\n| search in the engine | queries | p50, ms | p95 | p99 | longest |\n|{'---|' * 6}")
    print(_row("all", plain))
    print(_row("all, with facets", faceted))
    for kind in kinds_of(queries):
        print(_row(kind, [ms for query, ms in zip(queries, plain, strict=True) if query.kind == kind]))
    return plain


def measure_fts(fts: Fts, queries: Sequence[Query], ours: Sequence[float]) -> None:
    """Print how long FTS5 takes for the queries that have words only, beside our own times for the same."""
    plain = [query for query in queries if query.is_plain]
    own = [ms for query, ms in zip(queries, ours, strict=True) if query.is_plain]
    time_each(lambda query: fts.search(query.request.query), plain[:_WARM])
    theirs = time_each(lambda query: fts.search(query.request.query), plain)
    print(f"\n| queries of words only | queries | p50, ms | p95 | p99 | longest |\n|{'---|' * 6}")
    print(_row("ours", own))
    print(_row("SQLite FTS5", theirs))
    print(f"\nAt p95 ours is {quantile(theirs, 0.95) / quantile(own, 0.95):.1f} times as fast.")


def measure_pages(data: Path, items: Path, n: int) -> None:
    """Print how long pages take, and the memory that processes have for themselves which showed n of them, while two live."""
    command = [sys.executable, "-m", "benchmarks.search_process", str(data), str(items), str(n)]
    processes, times = [], []
    for _ in range(_N_PROCESSES):  # one after the other: each is timed alone
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)  # noqa: S603
        assert process.stdout is not None
        times += json.loads(process.stdout.readline())
        processes.append(process)
    print(f"\n| pages with facets | pages | p50, ms | p95 | p99 | longest |\n|{'---|' * 6}")
    print(_row("all", times) + "\n")
    for process in processes:
        uss, rss = json.loads(process.communicate("\n")[0])
        print(f"A process that has shown {n} pages: {uss / 1e6:.0f} MB for itself (USS), {rss / 1e6:.0f} MB in all (RSS)")


def measure_findable(data: Path) -> None:
    """Ingest documents into a record beside the index, and print how long after they are stored this process finds them."""
    from benchmarks.search_findable import wait_until_found

    for attempt in range(3):
        stored_s, found_s = wait_until_found(data, _FOUND, attempt)
        print(f"{_FOUND} documents: stored after {stored_s:.2f} s, found {found_s - stored_s:.2f} s after that.")


def main() -> None:
    """Build what is not there, measure, and report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument(
        "--pairs", type=Path, help="questions and answers to take sentences from: JSON lines with vraag and antwoord"
    )
    parser.add_argument("--queries", type=int, default=1_000)
    parser.add_argument("--keep", action="store_true", help="use the index of the last run")
    parser.add_argument("--without-fts", action="store_true", help="do not compare")
    arguments = parser.parse_args()
    kind = "real" if arguments.pairs else "invented"
    items = write_items(FOLDER / f"{kind}-{arguments.items}.jsonl", arguments.items, load_material(arguments.pairs))
    data = FOLDER / f"data-{kind}-{arguments.items}"
    if not (arguments.keep and (data / "index" / "current").exists()):
        build(items, data)
    index = Index.open(data / "index")
    queries = drop_refused(index, draw_queries(items, arguments.queries))
    ours = measure_engine(index, queries)
    if not arguments.without_fts:
        measure_fts(Fts(FOLDER / f"fts-{kind}-{arguments.items}.sqlite3", items), queries, ours)
    measure_pages(data, items, arguments.queries)
    measure_findable(data)
    print(f"\nLoad of the machine at the end: {os.getloadavg()[0]:.1f}.")


if __name__ == "__main__":
    main()
