"""Who asks and who is asked in real filings: people by their spellings, offices by sourced rows, and what stays unresolved.

    python evaluation/filings.py FILINGS.jsonl[.xz] [PEOPLE…]

FILINGS has one JSON array of 28 fields a line, as the Chamber's open data gives a filing (22: those asked, 23: who asks first,
24: who asks too; several names are divided by ", "). PEOPLE are files that `kamervragen people import` reads; without them no
office can be said. Leaves with status 1 when a row is malformed: each is reported with its line, and counts as a filing.
"""

import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from kamervragen import authorities
from kamervragen.people.assemble import assemble
from kamervragen.people.clusters import Cluster, cluster_spellings
from kamervragen.people.match import People, build_people
from kamervragen.people.reading import read_people

N_FIELDS = 28
NUMBER, SUBJECT, STARTED, ASKED, FIRST, OTHERS = 1, 7, 8, 21, 22, 23
N_SHOWN = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """One row: its line, its number, the day, the names asked and asking; `fault` says what is wrong with it, "" if nothing."""

    line: int
    number: str
    on: date | None = None
    asked: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    fault: str = ""


def main(arguments: list[str]) -> int:
    """The exit status: 0, 1 when a row is malformed, 2 without arguments."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    path, *people_paths = map(Path, arguments)
    with open_text(path) as lines:
        filings = [read_filing(number, line) for number, line in enumerate(lines, 1)]
    faulty = [each for each in filings if each.fault]
    print(f"rows                        {len(filings):7,}")
    print(f"malformed                   {len(faulty):7,}")
    for each in faulty:
        print(f"  line {each.line}: {each.fault}")
    print_sizes(filings)
    print_clusters(filings)
    print_offices(filings, load_people(people_paths))
    return int(bool(faulty))


def open_text(path: Path) -> TextIO:
    """The lines of a file, unpacked where its name ends in .xz."""
    return lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8")


def read_filing(line: int, text: str) -> Filing:
    """One row, however it came out."""
    try:
        row = json.loads(text)
    except ValueError as error:
        return Filing(line=line, number="", fault=f"no JSON ({error})")
    if not isinstance(row, list) or len(row) != N_FIELDS:
        return Filing(line=line, number="", fault=_describe_length(row))
    try:
        on = date.fromisoformat(str(row[STARTED])[:10])
    except ValueError:
        return Filing(line=line, number=str(row[NUMBER]), fault=f"no day in field {STARTED + 1}: {row[STARTED]!r}")
    first, others = split_names(row[FIRST]), split_names(row[OTHERS])
    return Filing(line=line, number=str(row[NUMBER]), on=on, asked=split_names(row[ASKED]), asking=(*first, *others))


def _describe_length(row: object) -> str:
    """What is wrong with a row of another length: the row itself is printed, so that nothing is lost and nothing guessed."""
    if not isinstance(row, list):
        return f"no array: {json.dumps(row, ensure_ascii=False)[:200]}"
    missing = f"{len(row)} fields instead of {N_FIELDS}"
    is_shifted = len(row) == N_FIELDS - 1 and str(row[SUBJECT])[:4].isdigit()
    where = f"; a day stands where the subject should (field {SUBJECT + 1})" if is_shifted else ""
    return f"{missing}{where}: {json.dumps(row, ensure_ascii=False)}"


def split_names(printed: object) -> tuple[str, ...]:
    """The names in a field."""
    return tuple(name for part in str(printed or "").split(", ") if (name := part.strip()))


def print_sizes(filings: list[Filing]) -> None:
    """To how many people filings are addressed."""
    sizes = Counter(len(each.asked) for each in filings if not each.fault)
    several = sum(n for size, n in sizes.items() if size > 1)
    print(f"to two or more              {several:7,}  {several / max(1, len(filings)):.1%}")
    print(f"to nobody                   {sizes[0]:7,}")
    print(f"most asked by one filing    {max(sizes, default=0):7,}")


def print_clusters(filings: list[Filing]) -> None:
    """How many spellings and people there are, and which spellings were taken together or could not be."""
    asked = Counter(name for each in filings for name in each.asked)
    asking = Counter(name for each in filings for name in each.asking)
    mentions = asked + asking
    for what, names in (("asked", asked), ("asking", asking), ("together", mentions)):
        clusters = cluster_spellings(names)
        print(f"{what:8} {names.total():8,} names {len(names):5,} spellings {len(clusters):5,} people")
    clusters = cluster_spellings(mentions)
    print("\nspellings taken together")
    for cluster in clusters:
        if len(cluster.spellings) > 1:
            print("  " + " = ".join(f"{name} ({mentions[name]:,})" for name in cluster.spellings))
    print("\nspellings that may be of several people")
    for cluster in clusters:
        if cluster.may_be:
            print(f"  {cluster.name} ({mentions[cluster.name]:,}): {' or '.join(cluster.may_be)}")
    print("\nmost named")
    for cluster in sorted(clusters, key=lambda each: (-_total(each, mentions), each.name))[:N_SHOWN]:
        print(f"  {_total(cluster, mentions):6,}  {cluster.name}")


def _total(cluster: Cluster, mentions: Counter[str]) -> int:
    return sum(mentions[name] for name in cluster.spellings)


def load_people(paths: list[Path]) -> People:
    """The people of these files."""
    claims = [claim for path in paths for claim in read_people(path.read_bytes(), path.name).claims]
    return build_people(assemble(claims).persons, authorities.load())


def print_offices(filings: list[Filing], people: People) -> None:
    """Of how many of those asked a sourced row says the office on the day, and who the others are."""
    offices: Counter[str] = Counter()
    unresolved: dict[str, Counter[str]] = {}
    for name, on in asked_on(filings):
        why, office = find_office(name, on, people)
        if office:
            offices[office] += 1
        else:
            unresolved.setdefault(why, Counter())[name] += 1
    total = offices.total() + sum(each.total() for each in unresolved.values())
    print(
        f"\nthose asked {total:,}; office on the day by a sourced row {offices.total():,} ({offices.total() / max(1, total):.1%})"
    )
    for office, n in offices.most_common(N_SHOWN):
        print(f"  {n:6,}  {office}")
    for why, names in sorted(unresolved.items()):
        print(f"\nunresolved, {why}: {names.total():,} names, {len(names):,} spellings")
        for name, n in names.most_common():
            print(f"  {n:6,}  {name}")


def asked_on(filings: list[Filing]) -> Iterator[tuple[str, date]]:
    """Each name asked, and the day."""
    return ((name, each.on) for each in filings if each.on for name in each.asked)


def find_office(name: str, on: date, people: People) -> tuple[str, str]:
    """Why no office can be said, or the offices that rows give the person on the day."""
    found = people.identify_holder(name, on)
    if not found.candidates:
        return "no such person in the files", ""
    if found.person is None:
        reasons = sorted({str(each.evidence[-1]) for each in found.candidates})
        return ("fits several" if found.is_ambiguous else f"only a suggestion ({', '.join(reasons)})"), ""
    held = [each for each in found.person.tenures if each.is_on(on)]
    if not held:
        return "the person is known, no row says the office on that day", ""
    return "", " / ".join(dict.fromkeys(people.name_office(each) for each in held))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
