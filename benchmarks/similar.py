"""Already asked? at the size of the whole Aanhangsel: planted near-copies of questions, found or not, and how long it takes.

    python -m benchmarks.similar --questions 600000 [--pairs PAIRS.jsonl] [--keep]

Texts are questions of the index of which 0 to 20 % of the words were replaced, dropped or put in. One is found when the ten
first hold the question itself, or one that is at least as like the text word for word: the generator makes look-alikes. The
bars: recall@10 of 0.99, and 95 of 100 texts within 50 ms. Times are those of the processor, in one thread, so that what else
the machine does counts for less; the last column is p95 by the clock.
"""

import argparse
import gc
import os
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from rapidfuzz import fuzz

from benchmarks.search import FOLDER, build
from benchmarks.search_items import load_material, read_items, write_items
from benchmarks.times import quantile
from kamervragen.search import Index, Item
from kamervragen.search.analysis import split_words
from kamervragen.search.similar import find_similar
from kamervragen.search.similar_records import SimilarResults
from kamervragen.terms import Side

_CHANGES = (0.0, 0.05, 0.1, 0.15, 0.2)
_SHORTEST = 12  # words of a question that is copied
_SAMPLE = 20_000  # publications that questions and words are drawn from
_WARM = 20
_SERIES = 8  # questions that are pasted at once


class Changer:
    """Changes some of the words of texts.

    Args:
        words: what is put in.
        random: the dice.
    """

    def __init__(self, words: Sequence[str], random: Random) -> None:
        self._words, self._random = words, random

    def change(self, text: str, share: float) -> str:
        """The text with this share of its words changed: of ten, six replaced, two dropped, and before two another put in."""
        words = text.split()
        changed = set(self._random.sample(range(len(words)), round(share * len(words))))
        return " ".join(filter(None, (self._change(word) if place in changed else word for place, word in enumerate(words))))

    def _change(self, word: str) -> str:
        other = self._random.choice(self._words)
        return self._random.choices((other, "", f"{other} {word}"), (6, 2, 2))[0]


def draw_questions(items: Path, n: int, random: Random) -> tuple[list[Item], list[str]]:
    """Questions that are long enough, and words of all of them."""
    sample = [item for _, some in islice(read_items(items), _SAMPLE) for item in some if item.side == Side.QUESTION]
    words = [word for item in sample[:2_000] for word in item.text.split()]
    return random.sample([item for item in sample if len(split_words(item.text)) >= _SHORTEST], n), words


def is_found(results: SimilarResults, original: Item, text: str, top: int) -> bool:
    """Whether the first of what was found holds the original or what is as like the text."""
    given = split_words(text)
    least = fuzz.ratio(split_words(original.text), given)
    found = (place for each in results.similar[:top] for place in each.places)
    return any(place.key == original.key and place.anchor == original.anchor for place in found) or any(
        fuzz.ratio(split_words(each.places[0].text), given) >= least for each in results.similar[:top]
    )


class Spent(NamedTuple):
    """The milliseconds that one comparison takes.

    Args:
        cpu: of the processor.
        wall: by the clock.
    """

    cpu: float
    wall: float


def time_each(find: Callable[[str], SimilarResults], texts: Sequence[str]) -> tuple[list[SimilarResults], list[Spent]]:
    """What is found for each text, and the milliseconds it takes."""
    results, times = [], []
    for text in texts:
        cpu, wall = time.process_time(), time.perf_counter()
        results.append(find(text))
        times.append(Spent((time.process_time() - cpu) * 1e3, (time.perf_counter() - wall) * 1e3))
    return results, times


def _row(name: str, recalls: Sequence[str], times: Sequence[Spent]) -> str:
    cpu, wall = [each.cpu for each in times], [each.wall for each in times]
    shares = [*(quantile(cpu, share) for share in (0.5, 0.95, 0.99, 1.0)), quantile(wall, 0.95)]
    return "| " + " | ".join((name, str(len(times)), *recalls, *(f"{ms:.1f}" for ms in shares))) + " |"


def measure(index: Index, items: Path, n: int) -> None:
    """Print how many near-copies are found, and how long that takes, for each share of changed words and for series."""
    random = Random(1)  # noqa: S311 - nothing is secret here
    questions, words = draw_questions(items, n, random)
    changer = Changer(words, random)

    def find(text: str) -> SimilarResults:
        return find_similar(index, text)

    time_each(find, [item.text for item in questions[:_WARM]])
    gc.collect()
    gc.freeze()  # as `kamervragen serve` does
    print(f"\n| changed | texts | recall@1 | recall@10 | p50, ms | p95 | p99 | longest | p95 by the clock |\n|{'---|' * 9}")
    for share in _CHANGES:
        texts = [changer.change(item.text, share) for item in questions]
        results, times = time_each(find, texts)
        triples = list(zip(results, questions, texts, strict=True))
        recalls = [f"{sum(is_found(*each, top) for each in triples) / n:.3f}" for top in (1, 10)]
        print(_row(f"{share:.0%}", recalls, times), flush=True)
    series = ["\n\n".join(item.text for item in questions[at : at + _SERIES]) for at in range(0, n - _SERIES, _SERIES)]
    print(_row(f"{_SERIES} questions at once", ["", ""], time_each(find, series)[1]))


def main() -> None:
    """Build what is not there, measure, and report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--questions", type=int, default=60_000)
    parser.add_argument(
        "--pairs", type=Path, help="questions and answers to take sentences from: JSON lines with vraag and antwoord"
    )
    parser.add_argument("--texts", type=int, default=500, help="near-copies for each share of changed words")
    parser.add_argument("--keep", action="store_true", help="use the index of the last run")
    arguments = parser.parse_args()
    kind, n_items = "real" if arguments.pairs else "invented", 2 * arguments.questions
    items = write_items(FOLDER / f"{kind}-{n_items}.jsonl", n_items, load_material(arguments.pairs))
    data = FOLDER / f"data-{kind}-{n_items}"
    if not (arguments.keep and (data / "index" / "current").exists()):
        build(items, data)
    measure(Index.open(data / "index"), items, arguments.texts)
    print(f"\nLoad of the machine at the end: {os.getloadavg()[0]:.1f}.")


if __name__ == "__main__":
    main()
