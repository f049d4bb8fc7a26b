"""Text reuse at the size of the whole Aanhangsel: time, memory, and how much of what was planted is found, beside two libraries.

    python -m benchmarks.reuse --answers 600000

The bars at 600,000 answers: ten minutes and 2 GiB on two cores; of answers and paragraphs with up to 10 % of their words
changed 99 of 100 are found, with 15 % 95; of what is found 99 of 100 was planted; and an answer takes no longer than with a tenth
as many. The libraries are in requirements/bench.txt.
"""

import argparse
import os
import shutil
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.processes import Watch
from benchmarks.reuse_planted import BLOCK, RATES, Planted, read_answers, read_planted, write_answers
from benchmarks.reuse_work import as_publications, prepare_lines, read_lines, verify_places
from kamervragen.ingest.pool import Lost, Pool
from kamervragen.search.reuse import find_passages
from kamervragen.search.reuse.library import reuse_folder
from kamervragen.search.reuse.pairs import candidates
from kamervragen.search.reuse.prepare import prepare
from kamervragen.search.reuse.writer import rebuild, update

FOLDER = Path("build/benchmarks/reuse")
_N_PROCESSES = 2
_PAIRS = 5_000  # verified at a time
_OTHERS = {"rensa": 60_000, "datasketch": 20_000}  # answers: more would take the memory or the time of the machine
_N_PAGES, _N_COMMON = 1_000, 50
_N_ADDED = 100  # publications of eight answers
_KINDS = (("copies", ("copy",)), ("paragraphs", ("paragraph",)), ("in running text", ("running",)), ("series", ("series",)))

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one way of finding passages did.

    Args:
        name: what found them.
        n: the answers.
        wall_s: the seconds it took in all.
        parts: how many of them for each part of the work.
        cpu_s: the CPU seconds of all its processes.
        peak_bytes: the most memory of all its processes (PSS).
        n_pairs: the pairs that were verified.
        found: those that have a passage in common.
    """

    name: str
    n: int
    wall_s: float
    parts: str
    cpu_s: float
    peak_bytes: int
    n_pairs: int
    found: Collection[Pair]


def run_ours(answers: Path, n: int, data: Path) -> Run:
    """Keep all answers of a file and find all passages, with two processes."""
    shutil.rmtree(data, ignore_errors=True)
    found: set[Pair] = set()
    n_pairs = 0
    with Watch() as watch:
        start = time.perf_counter()
        with rebuild(reuse_folder(data)) as writer, closing(_pool(prepare_lines).run(read_lines(answers))) as results:
            for _, prepared in results:
                assert not isinstance(prepared, Lost)
                writer.add(prepared)
        built_s = time.perf_counter() - start
        with closing(_pool(verify_places).run(candidates(reuse_folder(data), _PAIRS))) as verified:
            for job, places in verified:
                assert not isinstance(places, Lost)
                n_pairs += len(job.pairs)
                found.update(places)
        wall_s = time.perf_counter() - start
        watch.look()
    parts = f"{built_s:.0f} + {wall_s - built_s:.0f}"
    pss = watch.peak_own_bytes
    return Run(name="ours", n=n, wall_s=wall_s, parts=parts, cpu_s=watch.cpu_s, peak_bytes=pss, n_pairs=n_pairs, found=found)


def _pool(work: Callable) -> Pool:  # type: ignore[type-arg]
    return Pool(work, n_workers=_N_PROCESSES, timeout_s=600, depth=1)


def run_other(name: str, texts: Sequence[str], has_our_bands: bool) -> Run:
    """Find all passages of answers with a library, in this process."""
    from benchmarks import reuse_others

    bands = reuse_others.AS_OURS if has_our_bands else reuse_others.AS_MUCH
    ask = {"rensa": reuse_others.ask_rensa, "datasketch": reuse_others.ask_datasketch}[name]
    cut = reuse_others.cut(texts)  # not counted: we give it
    with Watch() as watch:
        watch.look()
        before_s, before_bytes = watch.cpu_s, watch.peak_own_bytes
        start = time.perf_counter()
        pairs = reuse_others.find_pairs(ask(cut.units, bands), cut.owners)
        asked_s = time.perf_counter() - start
        found = reuse_others.verify_pairs(texts, pairs)
        wall_s = time.perf_counter() - start
        watch.look()
    return Run(
        name=f"{name}, {bands.n_bands} keys of {bands.n_rows}",
        n=len(texts),
        wall_s=wall_s,
        parts=f"{asked_s:.0f} + {wall_s - asked_s:.0f}",
        cpu_s=watch.cpu_s - before_s,
        peak_bytes=watch.peak_own_bytes - before_bytes,
        n_pairs=len(pairs),
        found=found,
    )


def print_costs(runs: Iterable[Run]) -> None:
    """The table of time and memory."""
    head = "found by | answers | wall, s | of it keys + passages | answers/s | CPU ms an answer | peak PSS, MiB | pairs verified"
    print(f"\n| {head} |\n|{'---|' * 8}")
    for run in runs:
        row = (run.name, run.n, f"{run.wall_s:.0f}", run.parts, f"{run.n / run.wall_s:.0f}", f"{run.cpu_s / run.n * 1e3:.3f}")
        print("| " + " | ".join(map(str, (*row, run.peak_bytes >> 20, run.n_pairs))) + " |")


def print_quality(runs: Iterable[Run], planted: Sequence[Planted]) -> None:
    """The table of what was found of what was planted, in per cent, and how much of what was found was planted."""
    print(f"\n| found by | answers | planted | {' | '.join(f'{rate} %' for rate in RATES)} | precision |\n|{'---|' * 9}")
    for run in runs:
        here = [each for each in planted if each.other < run.n]
        true = {(each.one, each.other) for each in here}
        boilerplate = {each.one for each in here if each.kind == "boilerplate"}
        told = [pair for pair in run.found if not boilerplate.issuperset(pair)]  # what very many have is neither right nor wrong
        n_true = sum(pair in true for pair in told)
        for name, kinds in _KINDS:
            cells = [_share([each for each in here if each.kind in kinds and each.rate == rate], run.found) for rate in RATES]
            precision = f"{n_true / max(1, len(told)):.4f}" if name == _KINDS[0][0] else ""
            print(f"| {run.name} | {run.n} | {name} | {' | '.join(cells)} | {precision} |")


def _share(planted: Sequence[Planted], found: Collection[Pair]) -> str:
    if not planted:
        return ""
    n_found = sum((each.one, each.other) in found for each in planted)
    return f"{n_found / len(planted):.4f} of {len(planted)}"


def print_pages(data: Path, planted: Sequence[Planted]) -> None:
    """How long it takes to look up the passages of one publication, and what very many have."""
    keys = [str(each.one) for each in planted[:: max(1, len(planted) // _N_PAGES)]]
    times = sorted(_time_ms(lambda key=key: find_passages(data, key)) for key in keys)  # type: ignore[misc]
    shares = ", ".join(f"{times[min(len(times) - 1, int(len(times) * share))]:.1f}" for share in (0.5, 0.95, 1.0))
    print(f"\nThe passages of a publication, {len(keys)} times: {shares} ms (median, p95, longest).")
    having = [str(each.one) for each in planted if each.kind == "boilerplate"][:_N_COMMON]
    told = Counter(each.n_answers for key in having for each in find_passages(data, key).common)
    print(f"Of {len(having)} answers with the passage that very many have, by the number that is told: {dict(told)}.")


def print_added(data: Path, answers: Path) -> None:
    """How long it takes to take in a hundred publications more, and to change them."""
    texts = list(islice(read_answers(answers), _N_ADDED * 8))
    told = [
        each._replace(
            key=f"new-{number}", answers=[(f"antwoord-{place}", text) for place, text in enumerate(texts[number::_N_ADDED])]
        )
        for number, each in enumerate(as_publications(0, texts[:_N_ADDED]))
    ]

    def write() -> None:
        with update(reuse_folder(data)) as writer:
            writer.remove(each.key for each in told)
            writer.add(prepare(told))

    print(f"{_N_ADDED} publications more: taken in after {_time_ms(write):.0f} ms, changed after {_time_ms(write):.0f} ms.")
    size = sum(path.stat().st_size for path in data.rglob("*") if path.is_file())
    print(f"On the disk: {size / 1e6:.0f} MB.")


def _time_ms(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1e3


def main() -> None:
    """Plant what is not there, find, and report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--answers", type=int, default=60_000)
    parser.add_argument("--without-others", action="store_true", help="do not compare")
    arguments = parser.parse_args()
    n = arguments.answers
    runs = []
    for size in (n // 10 // BLOCK * BLOCK, n):
        answers = write_answers(FOLDER / f"{size}.jsonl", size)
        runs.append(run_ours(answers, size, FOLDER / "data"))
    planted = read_planted(answers)
    if not arguments.without_others:
        for name, most in _OTHERS.items():
            texts = list(islice(read_answers(answers), min(n, most)))
            runs += [run_other(name, texts, has_our_bands) for has_our_bands in (True, False)]
    print_costs(runs)
    print_quality(runs, planted)
    ratio = (runs[1].cpu_s / runs[1].n) / (runs[0].cpu_s / runs[0].n)
    print(f"\nAn answer costs {ratio:.2f} times the CPU at {n} of what it costs at {runs[0].n}.")
    print_pages(FOLDER / "data", planted)
    print_added(FOLDER / "data", answers)
    print(f"Load of the machine at the end: {os.getloadavg()[0]:.1f}.")


if __name__ == "__main__":
    main()
