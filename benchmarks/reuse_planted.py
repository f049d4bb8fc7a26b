"""Answers that nobody gave, in which is known what was copied from what; the same for the same seed and number.

Of a thousand answers: series in which several say the same, near-copies with 0 to 20 % of their words changed (replaced, a fifth
of them left out or put in), paragraphs that stand in two answers that are otherwise different, with line ends around them or in
running text; a passage that very many answers have; and what looks alike without being copied: answers on one subject, answers
with the same words in another order, answers with the same stock phrases. The rest is unrelated, a tenth of it very short.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

BLOCK = 1_000  # answers that are made together
RATES = (0, 5, 10, 15, 20)  # per cent of the words changed
_N_PAIRS = 8  # near-copies of each rate in a block
_N_SHARED = 6  # shared paragraphs of each rate in a block
_N_SERIES = 6  # in a block, of 3 to 8 answers
_N_BOILERPLATE = 10  # answers in a block that have the passage that very many have
_N_WORDS = 150_000  # different words, not counting function words
_FUNCTION_WORDS = """
de het van en in op is een dat voor te met om zijn aan die niet deze dit ik worden ook bij er over heeft door wordt als of
zoals naar geen kan kunnen tot uit vraag hebben zal antwoord andere dan zich meer onder nog mijn zo wel al dus hun uw tegen na
""".split()
_SHORT = (
    "Ja.",
    "Nee.",
    "Niet van toepassing.",
    "Zie het antwoord op vraag 1.",
    "Nee, dat beeld herken ik niet.",
    "Ja, ik ben bekend.",
)
_SYLLABLES = "ba de ki lo mu na pe ri so tu va we zij boe gaa hie kel lan mer noor pol rust sta ting voer wind zand".split()
_BOILERPLATE = (
    "De vragen van de leden zijn, mede namens de staatssecretaris, beantwoord op grond van de gegevens die de uitvoerende "
    "diensten vóór de peildatum hebben aangeleverd; latere mutaties zijn daarin niet verwerkt en kunnen tot andere totalen "
    "leiden, zo meldt elke dienst."
)

Words = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A pair of answers that have a passage in common.

    Args:
        one: the place of the first.
        other: the place of the second, higher.
        kind: `series`, `copy`, `paragraph` (between line ends) or `running` (in running text); `boilerplate`, where both places
            are the same, is an answer that has the passage that very many have.
        rate: the per cent of the words that were changed.
    """

    one: int
    other: int
    kind: str
    rate: int


class _Maker:
    """Makes words, sentences and texts of one block."""

    def __init__(self, seed: int, block: int) -> None:
        self._random = np.random.default_rng((seed, block))
        self._weights = np.cumsum(1.0 / (np.arange(_N_WORDS) + 30))
        self._common = np.cumsum(1.0 / (np.arange(len(_FUNCTION_WORDS)) + 3))

    def integer(self, low: int, high: int) -> int:
        """Any of low to high, both included."""
        return int(self._random.integers(low, high + 1))

    def words(self, n: int, subject: Sequence[str] = ()) -> Words:
        """Words as often as they are in answers: nearly half function words; of the others two fifths on a subject, if given."""
        ranks = np.searchsorted(self._weights, self._random.random(n) * self._weights[-1])
        common = np.searchsorted(self._common, self._random.random(n) * self._common[-1])
        draws = self._random.random((n, 2))
        made = []
        for rank, place, (kind, which) in zip(ranks.tolist(), common.tolist(), draws.tolist(), strict=True):
            if kind < 0.45:
                made.append(_FUNCTION_WORDS[place])
            elif subject and which < 0.4:
                made.append(subject[int(which / 0.4 * len(subject))])
            else:
                made.append(make_word(rank))
        return made

    def sentence(self, subject: Sequence[str] = ()) -> Words:
        """A sentence of 6 to 30 words; its last word ends in a full stop."""
        words = self.words(self.integer(6, 30), subject)
        words[-1] += "."
        return words

    def text(self, least: int = 25, subject: Sequence[str] = ()) -> Words:
        """Sentences with at least so many words; some end in a line end as well."""
        length = max(least, int(self._random.lognormal(4.3, 0.6)))
        words: Words = []
        while len(words) < length:
            words += self.sentence(subject)
            if self._random.random() < 0.12:
                words[-1] += "\n"
        return words

    def change(self, words: Words, rate: int) -> Words:
        """The text with so many per cent of its words changed."""
        n = round(len(words) * rate / 100)
        places = set(self._random.choice(len(words), n, replace=False).tolist())
        changed: Words = []
        for place, word in enumerate(words):
            kind = self._random.random() if place in places else 1.0
            if kind < 0.1:
                continue  # left out
            if kind < 0.9:
                end = word[len(word.rstrip(".\n")) :]
                changed.append(self.words(1)[0] + end)
            elif place in places:
                changed += [word, *self.words(1)]
            else:
                changed.append(word)
        return changed

    def shuffle(self, words: Words) -> Words:
        """The same words in another order."""
        return [words[place] for place in self._random.permutation(len(words)).tolist()]


def make_word(rank: int) -> str:
    """The word of a rank."""
    letters, rank = "", rank + 40
    while rank:
        rank, digit = divmod(rank, len(_SYLLABLES))
        letters += _SYLLABLES[digit]
    return letters


class _Block:
    """The answers of one block, and what was planted in them."""

    def __init__(self, seed: int, block: int, begin: int) -> None:
        self._make = _Maker(seed, block)
        self._begin = begin
        self.texts: list[Words] = []
        self.planted: list[Planted] = []
        self._add_series()
        self._add_copies()
        self._add_paragraphs()
        self._add_boilerplate()
        self._add_lookalikes()
        while len(self.texts) < BLOCK:
            is_short = self._make.integer(1, 10) == 1
            self.texts.append(_SHORT[self._make.integer(0, len(_SHORT) - 1)].split() if is_short else self._make.text())

    def _plant(self, kind: str, rate: int, texts: Sequence[Words]) -> None:
        """Add texts of which each two have a passage in common."""
        first = self._begin + len(self.texts)
        self.texts += texts
        places = range(first, first + len(texts))
        pairs = ((one, other) for one in places for other in places if one < other)
        self.planted += [Planted(one=one, other=other, kind=kind, rate=rate) for one, other in pairs]

    def _add_series(self) -> None:
        for _ in range(_N_SERIES):
            self._plant("series", 0, [self._make.text()] * self._make.integer(3, 8))

    def _add_copies(self) -> None:
        for rate in RATES * _N_PAIRS:
            text = self._make.text()
            self._plant("copy", rate, [text, self._make.change(text, rate)])

    def _add_paragraphs(self) -> None:
        for rate in RATES * _N_SHARED:
            for kind in ("paragraph", "running"):
                paragraph = self._make.sentence() + self._make.sentence()
                while len(paragraph) < 30:
                    paragraph += self._make.sentence()
                both = (paragraph, self._make.change(paragraph, rate))
                self._plant(kind, rate, [self._put(each, kind) for each in both])

    def _put(self, paragraph: Words, kind: str) -> Words:
        before, after = self._make.text(15), self._make.text(15)
        if kind == "paragraph":
            before[-1] += "\n"
            paragraph = [*paragraph[:-1], paragraph[-1] + "\n"]
        return before + paragraph + after

    def _add_boilerplate(self) -> None:
        for _ in range(_N_BOILERPLATE):
            place = self._begin + len(self.texts)
            self.planted.append(Planted(one=place, other=place, kind="boilerplate", rate=0))
            self.texts.append(self._make.text(15) + _BOILERPLATE.split() + self._make.text(15))

    def _add_lookalikes(self) -> None:
        """Texts that are alike without anything copied."""
        for _ in range(5):
            subject = self._make.words(60)
            self.texts += [self._make.text(subject=subject) for _ in range(12)]
        for _ in range(20):
            text = self._make.text()
            self.texts += [text, self._make.shuffle(text)]
        self.texts += [self._with_phrases() for _ in range(30)]

    def _with_phrases(self) -> Words:
        """Sentences of which each begins with one of forty stock phrases of nine words."""
        text: Words = []
        for _ in range(5):
            number = self._make.integer(1, 40)
            text += [make_word(number * 1_000 + place) for place in range(9)] + self._make.sentence()
        return text


def write_answers(path: Path, n: int, seed: int = 1) -> Path:
    """A file with n answers, one a line as a JSON string, and beside it one with what was planted; made unless they are there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        draft = path.with_suffix(".part")
        with draft.open("w", encoding="utf-8") as answers, planted_path(path).open("w", encoding="utf-8") as planted:
            for begin in range(0, n, BLOCK):
                block = _Block(seed, begin // BLOCK, begin)
                answers.writelines(json.dumps(" ".join(text), ensure_ascii=False) + "\n" for text in block.texts)
                planted.writelines(f"{each.one} {each.other} {each.kind} {each.rate}\n" for each in block.planted)
        draft.rename(path)
    return path


def planted_path(path: Path) -> Path:
    """Where what was planted in a file of answers is written."""
    return path.with_suffix(".planted")


def read_answers(path: Path) -> Iterator[str]:
    """The answers of a file."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def read_planted(path: Path) -> list[Planted]:
    """What was planted in a file of answers."""
    rows = (line.split() for line in planted_path(path).read_text(encoding="utf-8").splitlines())
    return [Planted(one=int(one), other=int(other), kind=kind, rate=int(rate)) for one, other, kind, rate in rows]
