"""How much of each kind of segment some documents hold, and what was not understood.

    python evaluation/segments.py FILE…

Prints one line a kind with its characters and its share, then the unknown pieces, and leaves with status 1 when a body is not
partitioned by its segments.
"""

import sys
from collections import Counter
from pathlib import Path

from kamervragen.errors import KamervragenError
from kamervragen.model import RawDocument
from kamervragen.pipeline import Record, process
from kamervragen.terms import SegmentKind


def main(arguments: list[str]) -> int:
    """The exit status: 0, 1 when a document is not partitioned or not readable, 2 without arguments."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    characters: Counter[SegmentKind] = Counter()
    faults: list[str] = []
    for path in map(Path, arguments):
        try:
            record = process(RawDocument(name=path.name, data=path.read_bytes()))
        except KamervragenError as error:
            faults.append(f"{path.name}: {error}")
            continue
        characters.update({kind: 0 for kind in SegmentKind})
        for segment in record.parsed.segments:
            characters[segment.kind] += segment.end - segment.start
        faults.extend([f"{path.name}: segments do not partition the body"] if not is_partitioned(record) else [])
        print_unknown(record)
    print_shares(characters)
    print(*faults, sep="\n", end="\n" if faults else "", file=sys.stderr)
    return int(bool(faults))


def is_partitioned(record: Record) -> bool:
    """Whether the segments follow each other without gap or overlap from the first character to the last."""
    edges = [0, *(segment.end for segment in record.parsed.segments)]
    starts = [*(segment.start for segment in record.parsed.segments), len(record.text.body)]
    return edges == starts


def print_unknown(record: Record) -> None:
    """One line for each piece that was not understood."""
    for segment in record.parsed.segments:
        if segment.kind is SegmentKind.UNKNOWN:
            sample = " ".join(record.text.body[segment.start : segment.end].split())[:80]
            print(f"{record.raw.name}: {segment.end - segment.start} unknown: {sample}")


def print_shares(characters: Counter[SegmentKind]) -> None:
    """The table of kinds, largest share first."""
    total = sum(characters.values()) or 1
    for kind, count in characters.most_common():
        print(f"{kind.value:10} {count:10,} {count / total:8.2%}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
