"""Questions and answers for the benchmark of the search: as many as wanted, the same for the same seed.

Sentences come from real pairs when a file of them is given, else from the invented documents. Long words are now and then
replaced by compounds of two of them, common ones often and most hardly ever, so that the number of words grows with the number
of texts as it does in a real index.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, islice
from pathlib import Path
from random import Random

from benchmarks.invent import PARTIES, PORTFOLIOS, invent_case
from kamervragen import authorities
from kamervragen.dutch.offices import holder_words, office_words
from kamervragen.ingest.preparing import without_collector
from kamervragen.search.documents import prepare
from kamervragen.search.packing import pack_item, unpack_item
from kamervragen.search.records import Item
from kamervragen.terms import Role, Side

_EXCHANGES = 6  # of one document
_FIRST_DAY, _N_DAYS = date(1995, 9, 1), 11_000
_N_MEMBERS = 1_500
_LONG = 7  # letters of a word that may be replaced
_PART = range(4, 9)  # letters of the words that others are made of
_REPLACED = 0.12  # of the long words
_TAIL = 2_000_000  # different words that one may be replaced by
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What texts are made of: sentences of questions and of answers, and words that others are made of."""

    asked: Sequence[str]
    answered: Sequence[str]
    words: Sequence[str]


def load_material(pairs: Path | None) -> Material:
    """The sentences of a file with `vraag` and `antwoord` on each line; invented ones without a file."""
    texts = _read_pairs(pairs) if pairs else _invent_pairs()
    asked = [sentence for question, _ in texts for sentence in _SENTENCE.split(question)]
    answered = [sentence for _, answer in texts for sentence in _SENTENCE.split(answer)]
    words = {word.lower() for sentence in asked + answered for word in _WORD.findall(sentence) if len(word) in _PART}
    return Material(asked=asked, answered=answered, words=sorted(words))


def _read_pairs(path: Path) -> list[tuple[str, str]]:
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [(row["vraag"], row["antwoord"]) for row in rows]


def _invent_pairs() -> list[tuple[str, str]]:
    cases = (invent_case(Random(place), place) for place in range(500))  # noqa: S311 - nothing is secret here
    return [(question, " ".join(each.answer)) for case in cases for each in case.exchanges for question in each.questions]


def write_items(path: Path, n: int, material: Material, seed: int = 1) -> Path:
    """A file with n items, one a line, made unless it is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        draft = path.with_suffix(".part")
        with draft.open("wb") as file:
            for item, _ in zip(_invent_items(material, seed), range(n), strict=False):
                file.write(pack_item(item) + b"\n")
        draft.rename(path)
    return path


def read_items(path: Path) -> Iterator[tuple[str, list[Item]]]:
    """The items of each publication with its key."""
    with path.open("rb") as file:
        for key, items in groupby(map(unpack_item, file), key=lambda item: item.key):
            yield key, list(items)


def read_lines(path: Path) -> Iterator[list[bytes]]:
    """The items as they stand in the file, those of some twenty publications at a time."""
    with path.open("rb") as file:
        while lines := list(islice(file, _EXCHANGES * 2 * 20)):
            yield lines


def prepare_lines(lines: Sequence[bytes]) -> list[str]:
    """Items of the file, ready for the index; this is what worker processes do."""
    with without_collector():
        publications = groupby(map(unpack_item, lines), key=lambda item: item.key)
        return [each for _, items in publications for each in prepare(list(items))]


def _invent_items(material: Material, seed: int) -> Iterator[Item]:
    place = 0
    while True:
        yield from _Document(Random(f"{seed} {place}"), material, place).items()  # noqa: S311
        place += 1


class _Document:
    """The items of one invented document."""

    def __init__(self, random: Random, material: Material, place: int) -> None:
        self._random, self._material = random, material
        asked_on = _FIRST_DAY + timedelta(days=random.randrange(_N_DAYS))
        portfolio = _zipf(random, PORTFOLIOS)
        members = {int(_N_MEMBERS ** random.random()) for _ in range(random.choice((1, 1, 1, 2)))}
        self._heading = {
            "key": f"ah-tk-{place}",
            "subject": self._text(material.asked, 1)[:120],
            "kind": "answer",
            "session_year": f"{asked_on.year}-{asked_on.year + 1}",
            "submitted_on": asked_on,
            "received_on": asked_on + timedelta(days=random.randrange(7, 60)),
            "submitters": tuple(f"Kamerlid {number}" for number in sorted(members)),
            "parties": tuple(dict.fromkeys(PARTIES[number % len(PARTIES)] for number in sorted(members))),
            "ministries": (authorities.load().find_ministry_code(Role.MINISTER, portfolio, asked_on),),
            "addressees": (office_words(Role.MINISTER, portfolio),),
            "respondents": (holder_words(Role.MINISTER, f"Minister {asked_on.year}", portfolio),),
        }

    def items(self) -> Iterator[Item]:
        """A question and an answer for each exchange."""
        for number in map(str, range(1, _EXCHANGES + 1)):
            asked = self._text(self._material.asked, self._random.randrange(1, 3))
            answered = self._text(self._material.answered, self._random.randrange(1, 9))
            yield self._item(Side.QUESTION, f"vraag-{number}", number, asked, answered)
            yield self._item(Side.ANSWER, f"antwoord-{number}", number, answered, asked)

    def _item(self, side: Side, anchor: str, number: str, text: str, other: str) -> Item:
        values = {"side": side, "anchor": anchor, "numbers": (number,), "text": text, "other": other}
        return Item(**self._heading, **values)  # type: ignore[arg-type]

    def _text(self, sentences: Sequence[str], n: int) -> str:
        return make_text(self._random, self._material, sentences, n)


def make_text(random: Random, material: Material, sentences: Sequence[str], n: int) -> str:
    """Some of the sentences, with some of their long words replaced."""

    def replace(match: re.Match[str]) -> str:
        word, words = match[0], material.words
        if len(word) < _LONG or random.random() > _REPLACED:
            return word
        rank = int(_TAIL ** random.random())
        first, second = words[rank * 7_919 % len(words)], words[rank * 104_729 // len(words) % len(words)]
        return first if rank < len(words) // 4 else first + second

    return " ".join(_WORD.sub(replace, random.choice(sentences)) for _ in range(n))


def _zipf(random: Random, values: Sequence[str]) -> str:
    return values[int(len(values) ** random.random()) - 1]
