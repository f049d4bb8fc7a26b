"""How good the order of hits is: needs in several phrasings, over questions with their answers, through the real index.

    python evaluation/retrieval.py NEEDS.jsonl PAIRS.jsonl [--folds | --similar]

NEEDS: one JSON object a line with `graded`, which gives rows of PAIRS their grade (2 the same question, 1 the same matter),
and one or more phrasings: every other field that is text. PAIRS: `id`, `vraag`, `antwoord`. Each row becomes a document
with one question and one answer; the rank of a row is that of its better hit. Prints a row for each phrasing: recall@10 of
grade 2, and nDCG@10 (gain 2^grade - 1) as the last figure. With --folds the weights are chosen on four fifths of the needs and
measured on the fifth that was left, five times. With --similar "already asked?" is measured instead of the search: each phrasing
is the text that was pasted, and the rank of a row is that of its question.
"""

import json
import math
import random
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean

from kamervragen.dutch.joining import join_lines
from kamervragen.model import Answer, ParsedDocument, Question
from kamervragen.search import Index, QueryError, Request, search
from kamervragen.search.items import make_items
from kamervragen.search.similar import find_similar
from kamervragen.search.weights import WEIGHTS, Weights
from kamervragen.search.writer import rebuild
from kamervragen.terms import Kind

TOP = 10
N_FOLDS = 5
SEED = 20241125
GRID: Mapping[str, tuple[float, ...]] = {
    "word": (0.05, 0.1, 0.2),
    "own": (0.0, 0.1, 0.2),
    "part": (0.2, 0.4, 0.6),
    "root": (0.0, 0.5, 1.0, 1.4),
    "rarity": (1.0, 1.5, 2.0, 2.5),
}


@dataclass(frozen=True)
class Need:
    """What somebody wants to know, in several phrasings, with the grades of the rows that answer it."""

    phrasings: Mapping[str, str]
    graded: Mapping[str, int]


@dataclass(frozen=True)
class Figures:
    """What one phrasing of one need gives."""

    recall: float
    ndcg: float


def main(arguments: list[str]) -> int:
    """The exit status: 0, or 2 without the two files."""
    paths = [Path(each) for each in arguments if not each.startswith("--")]
    if len(paths) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    needs = list(read_needs(paths[0]))
    with tempfile.TemporaryDirectory() as folder:
        index = make_index(Path(folder), paths[1])
        if "--folds" in arguments:
            print_folds(index, needs)
        else:
            print_table(measure(index, needs, WEIGHTS, find_earlier if "--similar" in arguments else find_rows))
    return 0


def read_needs(path: Path) -> Iterator[Need]:
    """The needs of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        phrasings = {name: value for name, value in row.items() if isinstance(value, str) and name != "id"}
        yield Need(phrasings, {str(key): int(grade) for key, grade in row["graded"].items()})


def make_index(folder: Path, pairs: Path) -> Index:
    """A new index of rows, each a document with one question and one answer."""
    with rebuild(folder) as writer, pairs.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            key = str(row["id"])
            writer.add(make_items(key, make_document(key, join_lines(row["vraag"]), join_lines(row["antwoord"]))))
    return Index.open(folder)


def make_document(source: str, question: str, answer: str) -> ParsedDocument:
    """A document of which nothing is known but one question and its answer."""
    return ParsedDocument(
        source=source,
        kind=Kind.ANSWER,
        questions=(Question(number="1", text=question, division=None, spans=()),),
        answers=(Answer(numbers=("1",), text=answer, spans=()),),
    )


Find = Callable[[Index, str, Weights], list[str]]


def find_rows(index: Index, phrasing: str, weights: Weights) -> list[str]:
    """The first rows that a phrasing finds, each once."""
    results = search(index, Request(query=phrasing, size=2 * TOP, with_facets=False), weights)
    return list(dict.fromkeys(hit.item.key for hit in results.hits))[:TOP]


def find_earlier(index: Index, phrasing: str, _weights: Weights) -> list[str]:
    """The first rows that ask the same as a phrasing, each once, as "already asked?" ranks them."""
    found = find_similar(index, phrasing, size=TOP).similar
    return list(dict.fromkeys(place.key for similar in found for place in similar.places))[:TOP]


def measure(index: Index, needs: Iterable[Need], weights: Weights, find: Find = find_rows) -> dict[str, list[Figures]]:
    """The figures of each phrasing, in the order of the needs."""
    found: dict[str, list[Figures]] = {}
    for need in needs:
        for name, phrasing in need.phrasings.items():
            rows = find_or_say(find, index, phrasing, weights)
            found.setdefault(name, []).append(judge(rows, need.graded))
    return found


def find_or_say(find: Find, index: Index, phrasing: str, weights: Weights) -> list[str]:
    """The rows that a phrasing finds; none when it is refused, which is said on standard error."""
    try:
        return find(index, phrasing, weights)
    except QueryError as error:
        print(f"{phrasing}: {error}", file=sys.stderr)
        return []


def judge(rows: Sequence[str], graded: Mapping[str, int]) -> Figures:
    """Recall and nDCG of some rows in their order; 1 where there is nothing to be found."""
    same = {row for row, grade in graded.items() if grade == 2}
    gained = _discounted(graded.get(row, 0) for row in rows)
    ideal = _discounted(sorted(graded.values(), reverse=True)[:TOP])
    return Figures(len(same & set(rows)) / len(same) if same else 1.0, gained / ideal if ideal else 1.0)


def _discounted(grades: Iterable[int]) -> float:
    return sum((2**grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(grades))


def print_table(found: Mapping[str, Sequence[Figures]]) -> None:
    """One row for each phrasing, and their mean; nDCG is the last figure."""
    print(f"{'phrasing':<12} {'needs':>6} {'recall@10':>10} {'nDCG@10':>8}")
    for name, figures in found.items():
        print(f"{name:<12} {len(figures):>6} {mean_recall(figures):>10.3f} {mean_ndcg(figures):>8.3f}")
    recall, ndcg = mean(map(mean_recall, found.values())), mean(map(mean_ndcg, found.values()))
    print(f"{'mean':<12} {'':>6} {recall:>10.3f} {ndcg:>8.3f}")


def mean_recall(figures: Iterable[Figures]) -> float:
    """The mean recall."""
    return mean(each.recall for each in figures)


def mean_ndcg(figures: Iterable[Figures]) -> float:
    """The mean nDCG."""
    return mean(each.ndcg for each in figures)


class Chooser:
    """Chooses weights by what they give on some of the needs; each set of weights is measured once.

    Args:
        index: holds the rows.
        needs: all of them.
    """

    def __init__(self, index: Index, needs: Sequence[Need]) -> None:
        self._index = index
        self._needs = needs
        self._known: dict[Weights, dict[str, list[Figures]]] = {}

    def score(self, weights: Weights, chosen: Iterable[int]) -> float:
        """The mean nDCG of some needs, by number, over all phrasings."""
        if weights not in self._known:
            self._known[weights] = measure(self._index, self._needs, weights)
        numbers = list(chosen)
        return mean(mean_ndcg(figures[number] for number in numbers) for figures in self._known[weights].values())

    def climb(self, chosen: Sequence[int]) -> Weights:
        """The best weights of the grid for some needs: one factor after the other, twice over."""
        best = Weights()
        for name in [*GRID, *GRID]:
            best = max((replace(best, **{name: value}) for value in GRID[name]), key=lambda each: self.score(each, chosen))
        return best


def print_folds(index: Index, needs: Sequence[Need]) -> None:
    """For each fifth of the needs the weights that are best on the others, and what they give on it."""
    numbers = list(range(len(needs)))
    random.Random(SEED).shuffle(numbers)  # noqa: S311
    chooser = Chooser(index, needs)
    held_out: list[float] = []
    print(f"{'fold':<5} {'on the rest':>11} {'held out':>8} {'as they are':>11}  chosen weights")
    for fold in range(N_FOLDS):
        out = numbers[fold::N_FOLDS]
        rest = sorted(set(numbers) - set(out))
        best = chooser.climb(rest)
        held_out.append(chooser.score(best, out))
        scores = f"{chooser.score(best, rest):>11.3f} {held_out[-1]:>8.3f} {chooser.score(WEIGHTS, out):>11.3f}"
        print(f"{fold + 1:<5} {scores}  {best}", flush=True)
    print(f"{'mean':<5} {'':>11} {mean(held_out):>8.3f} {chooser.score(WEIGHTS, numbers):>11.3f}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
