"""Linking as documents come in: CPU ms a document, whether it stays linear, and how long a dossier takes to load.

    python -m benchmarks.link 10000

Every document is read, parsed and linked as an ingest does it, in one process, so that the CPU time of each step is its own.
Beside the invented documents, which hardly have to do with each other, series are planted: replies of many to one filing.
"""

import argparse
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks.invent import PORTFOLIOS, Case, invent_case
from benchmarks.markup import as_xml
from kamervragen.model import RawDocument
from kamervragen.pipeline import process

_FOLDER = Path("build/benchmarks/link")
_BATCH = 200
_SERIES = (1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 11)  # publications of one filing that come together


@dataclass(frozen=True, slots=True)
class Mark:
    """What a stretch of documents cost in CPU seconds: read and parsed, made into entries, written, linked."""

    n: int
    parse_s: float
    entry_s: float
    write_s: float
    link_s: float


def invent_documents(n: int, seed: int = 1) -> Iterator[RawDocument]:
    """So many publications in the order of their numbers: single ones, and series of one filing."""
    place = 0
    while place < n:
        random = Random(f"{seed} {place}")  # noqa: S311 - nothing is secret here
        first = invent_case(random, place)
        asked = [
            first.portfolio,
            *random.sample([each for each in PORTFOLIOS if each != first.portfolio], random.choice(_SERIES) - 1),
        ]
        for portfolio in asked:
            own = invent_case(random, place)
            kind = first.kind if portfolio == asked[0] else "answer"
            case = replace(first, year=own.year, number=own.number, case_number=own.case_number, portfolio=portfolio, kind=kind)
            yield RawDocument(name=f"{case.identifier}.xml", data=_to_all(case, asked), origin="/in")
            place += 1


def _to_all(case: Case, asked: Sequence[str]) -> bytes:
    """The document, addressed to all of these ministers."""
    *firsts, last = asked
    ministers = f"{', '.join(f'de Minister van {each}' for each in firsts)} en de Minister van {last}" if firsts else ""
    printed = as_xml(case)
    return printed.replace(f"aan de Minister van {case.portfolio}".encode(), f"aan {ministers}".encode()) if firsts else printed


def run(n: int) -> list[Mark]:
    """Read, write and link the documents in batches; a mark at every fifth part."""
    from django.utils import timezone

    from kamervragen.ingest.linking import link_changed, link_noted
    from kamervragen.store.entry import make_entry
    from kamervragen.store.writing import NewSource, write_batch

    marks: list[Mark] = []
    documents, costs, done = invent_documents(n), [0.0] * 4, 0
    while raws := list(islice(documents, _BATCH)):
        moments = [time.process_time()]
        records = [process(raw) for raw in raws]
        moments.append(time.process_time())
        sources = [NewSource(entry=make_entry(each.raw, each.text, each.parsed), seen_at=timezone.now()) for each in records]
        moments.append(time.process_time())
        write_batch(sources, (), at=timezone.now())
        moments.append(time.process_time())
        link_noted(Path(os.environ["KAMERVRAGEN_DATA"]))
        moments.append(time.process_time())
        costs = [cost + after - before for cost, before, after in zip(costs, moments, moments[1:], strict=False)]
        done += len(raws)
        if done % (n // 5) < _BATCH:
            marks.append(Mark(done, *costs))
            costs = [0.0] * 4
    start = time.process_time()
    link_changed(Path(os.environ["KAMERVRAGEN_DATA"]))
    print(f"What days that passed do to dossiers, once at the end: {time.process_time() - start:.1f} s.\n")
    return marks


def print_report(marks: list[Mark]) -> None:
    """A table in markdown: CPU ms a document in each stretch, and how long dossiers take to load."""
    print("| documents | read and parsed | entry with references | written | linked |")
    print("|---|---|---|---|---|")
    before = 0
    for each in marks:
        size = each.n - before
        costs = (each.parse_s, each.entry_s, each.write_s, each.link_s)
        print(f"| {each.n} | {' | '.join(f'{cost / size * 1e3:.2f}' for cost in costs)} |")
        before = each.n
    _print_loading()


def _print_loading() -> None:
    from kamervragen.store.dossier_models import AddresseeRow, CandidateKey, ChangeRow, CitationRow, DossierRow, LinkRow
    from kamervragen.store.dossiers import load_dossier

    print()
    for n in sorted(set(_SERIES)):
        row = DossierRow.objects.filter(n_publications=n).first()
        if row is not None:
            times = sorted(_time(lambda key=row.key: load_dossier(key)) for _ in range(15))
            print(f"A dossier of {n} loads in {times[7] * 1e3:.1f} ms of CPU (median of 15).")
    tables = (DossierRow, AddresseeRow, ChangeRow, LinkRow, CandidateKey, CitationRow)
    print("Rows: " + ", ".join(f"{table.__name__} {table._default_manager.count()}" for table in tables))


def _time(work: object) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Link and report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("n", type=int, nargs="?", default=10_000)
    arguments = parser.parse_args()
    data = _FOLDER / "data"
    shutil.rmtree(data, ignore_errors=True)
    os.environ["KAMERVRAGEN_DATA"] = str(data.resolve())
    from kamervragen.store.opening import open_record

    open_record()
    print_report(run(arguments.n))


if __name__ == "__main__":
    main()
