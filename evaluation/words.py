"""Whether the search finds the texts that it should find, and no others, for a table of words.

    python evaluation/words.py TABLE.tsv

TABLE.tsv has a header line and then, with tabs between them: a query, a text, 1 when the query is to find the text and 0 when it
is not, and why. An index is made of all texts of the table, each as a question of its own; a text is found when it is among those
that have everything the query asks for. Prints the rows that are wrong, and on the last line the share of those that are right.
"""

import csv
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from kamervragen.errors import InputError
from kamervragen.model import ParsedDocument, Question
from kamervragen.search import Index, Request, search
from kamervragen.search.items import make_items
from kamervragen.search.records import MAX_HITS
from kamervragen.search.writer import rebuild
from kamervragen.terms import Kind

PAGE = 100


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: a query, a text, and whether the one is to find the other."""

    number: int
    query: str
    text: str
    is_wanted: bool
    why: str


def main(arguments: list[str]) -> int:
    """The exit status: 0, or 2 without one argument or when the table has no rows."""
    rows = read_rows(Path(arguments[0])) if len(arguments) == 1 else []
    if not rows:
        print(__doc__, file=sys.stderr)
        return 2
    found_wrong = find_wrong(rows)
    wrong = [row for row in rows if row in found_wrong]
    for row in wrong:
        said = "not found" if row.is_wanted else "found"
        print(f"line {row.number}: {said}: {row.query} | {row.text} | {row.why}")
    print(f"{100 * (len(rows) - len(wrong)) / len(rows):.1f} %")
    return 0


def read_rows(path: Path) -> list[Row]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(lines, None)
        return [
            Row(lines.line_num, query, text, found.strip() == "1", " ".join(why))
            for query, text, found, *why in filter(any, lines)  # not the blank lines, such as the last one may be
        ]


def find_wrong(rows: list[Row]) -> set[Row]:
    """The rows that the search does not do as the table says."""
    texts = list(dict.fromkeys(row.text for row in rows))
    wrong: set[Row] = set()
    for start in range(0, len(texts), MAX_HITS):  # nobody can page further than that
        some = texts[start : start + MAX_HITS]
        with tempfile.TemporaryDirectory() as folder:
            index = make_index(Path(folder), some)
            found = {query: set(find_texts(index, query)) for query in {row.query for row in rows}}
        wrong |= {row for row in rows if row.text in some and (row.text in found[row.query]) != row.is_wanted}
    return wrong


def make_index(folder: Path, texts: Iterable[str]) -> Index:
    """An index with each text as a question."""
    with rebuild(folder) as writer:
        for number, text in enumerate(texts, 1):
            question = Question(number="1", text=text, division=None, spans=())
            writer.add(make_items(f"tekst-{number}", ParsedDocument(source="", kind=Kind.QUESTION, questions=(question,))))
    return Index.open(folder)


def find_texts(index: Index, query: str) -> Iterator[str]:
    """The texts that have everything the query asks for; none when the query is not understood."""
    for page in count(1):
        try:
            results = search(index, Request(query=query, page=page, size=PAGE, with_facets=False))
        except InputError as error:
            print(f"{query}: {error}", file=sys.stderr)
            return
        before = (page - 1) * PAGE
        yield from (hit.item.text for hit in results.hits[: max(0, results.n_complete - before)])
        if before + PAGE >= min(results.n_complete, MAX_HITS):
            return


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
