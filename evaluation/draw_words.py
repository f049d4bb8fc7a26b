"""Rows for a word table, drawn from real questions and answers, to be judged by hand.

    python evaluation/draw_words.py PAIRS.jsonl [SEED] [ROWS_OF_A_KIND] > words.tsv

PAIRS.jsonl has one JSON object a line with the texts `vraag` and `antwoord`. Each row has a word, a few words of a text in which
a word stands that looks like it, an empty place for the judgement (1 when whoever types the word wants that text, else 0), and in
what way the two look alike. Words are drawn from rare, common and very common ones in turn; the same seed draws the same rows.
Every kind of likeness is drawn alike, so that the table is harder than a search from day to day.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import simplemma
import tantivy

from kamervragen.search.analysis import split_words

SEED = 20240216
ROWS_OF_A_KIND = 34
BANDS = ((1, 3), (4, 19), (20, 10**9))  # how often the word stands in all texts together
AROUND = 3  # words that are printed before and after the one that looks alike
SHORTEST = 3
SAME_START = 5

Likeness = Callable[[str, str], bool]


def main(arguments: list[str]) -> int:
    """The exit status: 0, or 2 without arguments."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    given = [int(each) for each in arguments[1:3]]
    seed, wanted = [*given, *(SEED, ROWS_OF_A_KIND)[len(given) :]]
    texts = list(read_texts(Path(arguments[0])))
    print("query", "text", "found", "why", sep="\t")
    for kind, rows in draw(texts, random.Random(seed), wanted):  # noqa: S311 - nothing is kept secret by it
        for query, text in rows:
            print(query, text, "", kind, sep="\t")
    return 0


def read_texts(path: Path) -> Iterator[str]:
    """Every question and answer on one line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        yield from (" ".join(pair[side].split()) for side in ("vraag", "antwoord"))


def draw(texts: list[str], chance: random.Random, wanted: int) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """For each kind of likeness its rows: words with the surroundings of another word that looks like them."""
    places = find_places(texts)
    counts = Counter({word: len(found) for word, found in places.items()})
    for kind, is_alike in likenesses().items():
        rows = []
        for query in draw_queries(counts, chance):
            others = [other for other in counts if other != query and is_alike(query, other)]
            text = surroundings(query, chance.choice(places[chance.choice(others)])) if others else None
            rows += [(query, text)] if text else []
            if len(rows) == wanted:
                break
        yield kind, rows


def find_places(texts: Iterable[str]) -> dict[str, list[tuple[str, int, int]]]:
    """Every printed word in lower case with the texts in which it stands, and where; hyphens and apostrophes belong to words."""
    places: dict[str, list[tuple[str, int, int]]] = {}
    for text in texts:
        start = 0
        for word in text.split(" "):
            bare = word.strip(".,;:?!()[]\"'‘’“”…/-–")
            if len(bare) >= SHORTEST and bare.replace("-", "").replace("'", "").replace("’", "").isalnum() and not bare.isdigit():
                places.setdefault(bare.lower(), []).append((text, start, start + len(word)))
            start += len(word) + 1
    return places


def draw_queries(counts: Counter[str], chance: random.Random) -> Iterator[str]:
    """Every word once, in turn from each band."""
    bands = [sorted(word for word, count in counts.items() if low <= count <= high) for low, high in BANDS]
    for band in bands:
        chance.shuffle(band)
    for place in range(max(map(len, bands))):
        yield from (band[place] for band in bands if place < len(band))


def likenesses() -> dict[str, Likeness]:
    """In which ways another word can look like the word that is asked for."""
    stemmer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.stemmer("dutch")).build()
    stems = Memory(lambda word: stemmer.analyze(word)[0])
    lemmas = Memory(lambda word: simplemma.lemmatize(word, lang="nl"))
    folded = Memory(lambda word: "".join(split_words(word)))
    return {
        "same lemma": lambda query, other: lemmas[query] == lemmas[other],
        "same stem": lambda query, other: stems[query] == stems[other] and lemmas[query] != lemmas[other],
        "in front": lambda query, other: other.startswith(query),
        "in the middle": lambda query, other: query in other[1:-1],
        "at the end": lambda query, other: other.endswith(query),
        "is a part": lambda query, other: other in query and len(other) > SHORTEST,
        "same start": lambda query, other: other[:SAME_START] == query[:SAME_START] and other not in query and query not in other,
        "written otherwise": lambda query, other: folded[query] == folded[other],
    }


class Memory(dict[str, str]):
    """What a slow function gave for a word."""

    def __init__(self, function: Callable[[str], str]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> str:
        return self.setdefault(word, self._function(word))


def surroundings(query: str, place: tuple[str, int, int]) -> str | None:
    """A few words of the text around a place; None when the word that is asked for stands among them as it is."""
    text, start, end = place
    before, after = text[:start].split(" ")[-AROUND - 1 :], text[end:].split(" ")[: AROUND + 1]
    around = (" ".join(before) + text[start:end] + " ".join(after)).strip()
    return None if set(split_words(query)) <= set(split_words(around)) else around


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
