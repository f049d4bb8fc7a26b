"""CPU time of reading and parsing one XML document of median size, beside that of lxml alone on the same bytes.

    python -m benchmarks.parse_xml

The bar is 2 ms. The ratio says more than the milliseconds do: it does not depend on the machine, nor on what else runs there.
"""

import statistics
import time
from collections.abc import Callable

from lxml import etree

from benchmarks.generate import make_documents
from kamervragen.model import RawDocument
from kamervragen.pipeline import process
from kamervragen.store.entry import make_entry

_AMONG = 1_000  # documents of which the one of median size is taken
_TIMES = 400
_BAR_MS = 2.0


def median_document() -> bytes:
    """The bytes of the answers of median size among the XML documents."""
    sizes = sorted(
        (data for name, data in make_documents(0, _AMONG) if name.startswith("ah-") and name.endswith(".xml")), key=len
    )
    return sizes[len(sizes) // 2]


def measure_ms(work: Callable[[], object], times: int = _TIMES) -> tuple[float, float]:
    """The best and the median CPU time of a call."""
    taken = []
    for _ in range(times):
        start = time.process_time_ns()
        work()
        taken.append((time.process_time_ns() - start) / 1e6)
    return min(taken), statistics.median(taken)


def make_table(data: bytes) -> list[tuple[str, float, float]]:
    """What was done, and the best and the median of its CPU time."""
    raw = RawDocument(name="a.xml", data=data)
    process(raw)  # the first reading loads the tables
    record = process(raw)
    return [
        ("lxml.etree.fromstring", *measure_ms(lambda: etree.fromstring(data))),
        ("read + cite + parse", *measure_ms(lambda: process(raw))),
        ("columns, rows and packed texts", *measure_ms(lambda: make_entry(raw, record.text, record.parsed))),
    ]


def main() -> None:
    """Print the table, and whether the bar is met."""
    data = median_document()
    n_questions = len(process(RawDocument(name="a.xml", data=data)).parsed.questions)
    table = make_table(data)
    print(f"A document of {len(data)} bytes with {n_questions} questions, {_TIMES} times.\n")
    print("| step | best, ms | median, ms | times lxml |\n|---|---|---|---|")
    for name, best, median in table:
        print(f"| {name} | {best:.2f} | {median:.2f} | {best / table[0][1]:.1f} |")
    print(f"\nThe bar of {_BAR_MS:g} ms is {'met' if table[1][2] <= _BAR_MS else 'NOT met'} by the median.")


if __name__ == "__main__":
    main()
