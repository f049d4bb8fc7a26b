"""Ingest of many documents into an empty record: documents a second, memory, whether it stays linear, and what the floor is.

    python -m benchmarks.ingest 50000

The bar is 150,000 documents within 15 minutes and 2 GiB on two cores.
"""

import argparse
import hashlib
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import write_zips
from benchmarks.processes import Watch
from kamervragen.errors import FetchError
from kamervragen.fetch import open_source
from kamervragen.limits import DEFAULT
from kamervragen.pipeline import process

_FOLDER = Path("build/benchmarks")
_MARKS = (10_000, 50_000, 150_000)
_ALL = 150_000
_FLOOR = 2_000  # documents by which the floor is measured
_BAR_S, _BAR_BYTES = 15 * 60, 2 * 2**30


@dataclass(frozen=True, slots=True)
class Mark:
    """How far it was after how long."""

    n: int
    wall_s: float
    cpu_s: float
    peak_bytes: int
    peak_own_bytes: int


def run_ingest(zips: list[Path], n_workers: int) -> list[Mark]:
    """Ingest the zips into a fresh record; a mark at 10,000, 50,000 and 150,000 documents, and at the end."""
    data = _FOLDER / "data"
    shutil.rmtree(data, ignore_errors=True)
    os.environ["KAMERVRAGEN_DATA"] = str(data.resolve())
    from kamervragen.store.opening import open_record

    folder = open_record()
    from kamervragen.ingest.run import ingest

    marks: list[Mark] = []
    n = 0
    with Watch() as watch:
        start = time.monotonic()

        def mark() -> None:
            watch.look()
            marks.append(Mark(n, time.monotonic() - start, watch.cpu_s, watch.peak_bytes, watch.peak_own_bytes))

        def count(outcome: object, where: str) -> None:
            nonlocal n
            n += 1
            if n in _MARKS:
                mark()

        tally = ingest(zips, data=folder, limits=DEFAULT, n_workers=n_workers, watch=count)
        if n not in _MARKS:
            mark()
    print(f"{dict(tally)}, database {sum(path.stat().st_size for path in data.glob('*.sqlite3*')) // 10**6} MB\n")
    return marks


def measure_floor(zips: list[Path]) -> tuple[float, float]:
    """CPU ms a document, in one process: fetched, hashed and written as a file; and read and parsed besides, nothing stored."""
    folder = _FOLDER / "floor"
    folder.mkdir(parents=True, exist_ok=True)
    documents = [each for _, each in zip(range(_FLOOR), open_source(zips[0], DEFAULT), strict=False)]
    raws = [each for each in documents if not isinstance(each, FetchError)]
    start = time.process_time()
    for _ in zip(range(_FLOOR), open_source(zips[0], DEFAULT), strict=False):
        pass
    for raw in raws:
        (folder / hashlib.sha256(raw.data).hexdigest()).write_bytes(raw.data)
    written = time.process_time()
    for raw in raws:
        process(raw)
    parsed = time.process_time()
    shutil.rmtree(folder)
    return (written - start) / len(raws) * 1e3, (parsed - start) / len(raws) * 1e3


def print_report(marks: list[Mark], floor: tuple[float, float], n_workers: int) -> None:
    """Tables in markdown."""
    print("| documents | wall, s | documents/s | CPU, s | CPU ms a document | peak RSS, MiB | peak PSS, MiB |")
    print("|---|---|---|---|---|---|---|")
    for each in marks:
        print(
            f"| {each.n} | {each.wall_s:.0f} | {each.n / each.wall_s:.0f} | {each.cpu_s:.0f} | {each.cpu_s / each.n * 1e3:.2f} | "
            f"{each.peak_bytes / 2**20:.0f} | {each.peak_own_bytes / 2**20:.0f} |"
        )
    first, last = marks[0], marks[-1]
    ratio = (last.cpu_s / last.n) / (first.cpu_s / first.n)
    total_ms = last.cpu_s / last.n * 1e3
    print(f"\nA document costs {ratio:.2f} times the CPU at {last.n} of what it costs at {first.n}.")
    print(f"Floor: {floor[0]:.2f} ms fetched, hashed, written as a file; {floor[1]:.2f} ms with reading and parsing.")
    print(f"Ingest takes {total_ms / floor[1]:.2f} times the latter.")
    wall_s, bound_s = last.wall_s / last.n * _ALL, total_ms / 1e3 * _ALL / n_workers
    print(f"Projected to {_ALL}: {wall_s / 60:.1f} minutes as measured, {bound_s / 60:.1f} with both cores free.")
    met = wall_s <= _BAR_S and last.peak_bytes <= _BAR_BYTES
    print(f"Load of the machine at the end: {os.getloadavg()[0]:.1f}. The bar is {'met' if met else 'NOT met'} as measured.")


def main() -> None:
    """Ingest and report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("n", type=int, nargs="?", default=50_000)
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    zips = write_zips(arguments.n, _FOLDER / "documents")
    floor = measure_floor(zips)
    print_report(run_ingest(zips, arguments.workers), floor, arguments.workers)


if __name__ == "__main__":
    main()
