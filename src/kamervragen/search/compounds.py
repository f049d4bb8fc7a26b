"""The parts of a Dutch compound: `woningbouwplannen` → `woning`, `bouw`, `plannen`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from kamervragen.search.word_lists import (
    ADJECTIVES_IN_FRONT,
    DERIVING,
    IRREGULAR_FRONTS,
    LOOSE_PREFIXES,
    NEVER_AT_END,
    NEVER_IN_FRONT,
    ONE_WORD,
    PREFIXES,
    SHORT_FRONTS,
    SHORT_PARTS,
)
from kamervragen.search.words import BEGINNING, INFINITIVE, N_MARKS, Dictionary

SHORTEST: Final = 6  # letters of a compound
LONGEST: Final = 60  # letters; longer ones are not words
SHORTEST_PART: Final = 3
MEAN_COST: Final = 2.1  # what a part may cost at most, on the average
MEAN_COST_IF_SHORT: Final = 1.5  # the same, for a compound with a part of two or three letters

SURE: Final = 1.0
FORM_OF_SURE: Final = 1.2
SHORT: Final = 1.4
PREFIX: Final = 1.5
KNOWN_LEMMA: Final = 1.6
KNOWN: Final = 1.8
KNOWN_OF_FOUR: Final = 2.4
UNKNOWN: Final = 2.8  # only before a part that is sure and has six letters
LONG: Final = 6  # letters of a part that is not found within another word by chance
LONG_AFTER_PREFIX: Final = 8
LONG_ENOUGH_TO_GUESS: Final = 12

CACHED: Final = 60_000  # parts; most words of a text are made of the same ones
CACHED_WORDS: Final = 10_000  # that are parts, divided further, which most are not


@dataclass(frozen=True, slots=True)
class Part:
    """A word within a compound.

    Args:
        key: the form under which it is kept, such as `plan` for `plannen` and `verkiezing` for `verkiezings`; empty for
            what only stands before other words, such as `mede`.
        text: as it stands in the compound, with the letters that link it to the next part.
    """

    key: str
    text: str


class _Path(NamedTuple):
    cost: float
    dearest: float
    parts: tuple[Part, ...]


class Splitter:
    """Divides compounds, by what a dictionary knows.

    Args:
        dictionary: what is known of words.
    """

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._split_word = lru_cache(CACHED_WORDS)(self.split)
        self._known_front = lru_cache(CACHED)(self._find_front)
        self._known_end = lru_cache(CACHED)(self._find_end)

    def split(self, word: str) -> tuple[Part, ...]:
        """The parts of a compound in their order; none when the word is not known to be one."""
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return ()
        lemma = self._dictionary.lemma(word)
        if lemma and lemma != word and (len(lemma) < len(word) or self._dictionary.lemma(lemma) == lemma):
            return self._split_form(word, lemma)
        if self._dictionary.is_infinitive(word):
            return ()  # a verb: `handhaven` is neither `hand` nor `haven`
        ways = (find(word) for find in (self._cheapest, self._after_unknown))
        parts = next((way.parts for way in ways if way and self._is_likely(word, way)), ())
        return tuple(piece for part in parts for piece in self._split_part(part))

    def _split_form(self, word: str, lemma: str) -> tuple[Part, ...]:
        """The parts of a form that the dictionary has: those of its lemma."""
        parts = self.split(lemma)
        front = "".join(part.text for part in parts[:-1])
        return (*parts[:-1], Part(parts[-1].key, word.removeprefix(front))) if parts and word.startswith(front) else ()

    def _is_likely(self, word: str, path: "_Path") -> bool:
        if word.startswith(ONE_WORD) and any(word.startswith(one) and len(path.parts[0].text) < len(one) for one in ONE_WORD):
            return False
        if self._dictionary.knows(word):
            if path.parts[0].text in PREFIXES:
                is_long = len(path.parts[1].text) >= LONG_AFTER_PREFIX
                return is_long and path.dearest <= KNOWN_LEMMA and path.parts[0].text in LOOSE_PREFIXES
            is_long = min(len(part.text) for part in path.parts) >= LONG
            has_word = self._dictionary.lemma(word) or self._dictionary.joins(word)  # it is more than guessed
            return path.dearest <= (KNOWN if is_long else KNOWN_LEMMA if has_word else SHORT)
        is_short = path.dearest < UNKNOWN and min(len(part.text) for part in path.parts) <= SHORTEST_PART
        return path.cost <= len(path.parts) * (MEAN_COST_IF_SHORT if is_short else MEAN_COST)

    def _split_part(self, part: Part) -> tuple[Part, ...]:
        """A part that is a compound itself, divided further."""
        inner = self._split_word(part.key) if part.key and part.text.startswith(part.key) else ()
        if not inner:
            return (part,)
        rest = part.text.removeprefix(part.key)
        return (*inner[:-1], Part(inner[-1].key, inner[-1].text + rest))

    def _cheapest(self, word: str) -> _Path | None:
        """The division in at least two parts that costs least."""
        paths: dict[int, _Path] = {0: _Path(0.0, 0.0, ())}
        best: _Path | None = None
        for start in range(len(word) - SHORTEST_PART + 1):
            path = paths.pop(start, None)
            if path is None:
                continue
            if start:
                last = self._end(word[start:])
                best = _cheaper(best, path, last) if last else best
            for end in self._front_ends(word, start):
                front = self._known_front(word[start:end])
                if front:
                    paths[end] = _cheaper(paths.get(end), path, front)
        return best

    def _front_ends(self, word: str, start: int) -> list[int]:
        """Where a part that begins here and is not the last may end: most cuts give no part, which is seen in one look each."""
        ends, was_marked, marks = [], 0, self._dictionary.marks
        for end in range(start + 2, self._last_end(word, start) + 1):
            text = word[start:end]
            is_marked = marks[hash(text) % N_MARKS]
            if is_marked or (was_marked and text[-1] == "s") or text in _FRONTS:
                ends.append(end)
            was_marked = is_marked
        return ends

    def _last_end(self, word: str, start: int) -> int:
        """Where the longest part that may begin here ends; where no word begins so, a short one, perhaps with an s."""
        last = len(word) - SHORTEST_PART
        return last if self._dictionary.begins(word[start:]) else min(last, start + BEGINNING)

    def _end(self, text: str) -> tuple[float, Part] | None:
        """What the last part costs."""
        return self._known_end(text) if text in SHORT_PARTS or self._dictionary.may_know(text) else None

    def _find_front(self, text: str) -> tuple[float, Part] | None:
        if text in NEVER_IN_FRONT:
            return None
        return min(self._fronts(text), key=lambda front: front[0], default=None)

    def _fronts(self, text: str) -> Iterator[tuple[float, Part]]:
        joins = self._dictionary.joins
        if text in PREFIXES:
            yield PREFIX, Part("", text)
        if text in ADJECTIVES_IN_FRONT:
            yield SHORT, Part("", text)
        if text in IRREGULAR_FRONTS:
            yield SURE, Part(IRREGULAR_FRONTS[text], text)
        if len(text) <= SHORTEST_PART:
            if text in SHORT_PARTS or text in SHORT_FRONTS:
                yield SHORT, Part(text, text)
            return
        if text[-1] == "s" and "s" in joins(text[:-1]):
            yield SURE, Part(self._key(text[:-1]), text)  # `rechtsgrond` has to do with `recht`, though `rechts` is a word too
        if "b" in joins(text):
            yield SURE, Part(self._key(text), text)
        yield from self._known_fronts(text)

    def _known_fronts(self, text: str) -> Iterator[tuple[float, Part]]:
        lemma = self._dictionary.lemma(text)
        if lemma and lemma != text and self._dictionary.joins(lemma) and text.endswith(("en", "n", "s")):
            yield FORM_OF_SURE, Part(lemma, text)
        elif lemma:
            yield _cost_of_known(text, lemma), Part(self._key(text), text)
        elif (
            text[-1] == "s"
            and len(text) > 4
            and text[:-1] not in NEVER_IN_FRONT
            and self._dictionary.lemma(text[:-1]) == text[:-1]
        ):
            yield KNOWN_LEMMA, Part(self._key(text[:-1]), text)

    def _after_unknown(self, word: str) -> _Path | None:
        """What comes after a part that is not known: one that is sure and long, or several: `ransomware`, `aanvallen`."""
        for start in range(SHORTEST_PART, len(word) - LONG + 1):
            front = word[:start]
            if front in NEVER_IN_FRONT or front in DERIVING:
                return None
            end = self._end(word[start:])
            if end and end[0] <= FORM_OF_SURE:
                return _Path(UNKNOWN + end[0], UNKNOWN, (Part(front, front), end[1]))
            rest = self._cheapest(word[start:]) if len(word) - start >= LONG_ENOUGH_TO_GUESS else None
            if rest and rest.dearest <= SHORT:
                return _Path(UNKNOWN + rest.cost, UNKNOWN, (Part(front, front), *rest.parts))
        return None

    def _find_end(self, text: str) -> tuple[float, Part] | None:
        if text in NEVER_AT_END:
            return None
        if len(text) <= SHORTEST_PART:
            return (SHORT, Part(text, text)) if text in SHORT_PARTS else None
        if "e" in self._dictionary.joins(text):
            return SURE, Part(self._key(text), text)
        lemma = self._dictionary.lemma(text)
        if lemma in NEVER_AT_END:
            return None
        if lemma:
            return (
                (SHORT, Part(lemma, text))
                if lemma in SHORT_PARTS
                else (self._cost_at_end(text, lemma), Part(self._key(text), text))
            )
        return None

    def _cost_at_end(self, text: str, lemma: str) -> float:
        is_participle = text.removesuffix("e") == lemma + "d"  # `overschrijdende`: a verb after what it is done to
        return FORM_OF_SURE if is_participle or "e" in self._dictionary.joins(lemma) else _cost_of_known(text, lemma)

    def _key(self, text: str) -> str:
        """The first key of a part; a noun is kept as itself, though the dictionary may take it for a form of a verb."""
        key = next(iter(self._dictionary.keys(text)), text)
        if key == text or not key.endswith("en"):
            return key
        return text if self._dictionary.is_noun(text) else key + INFINITIVE * self._dictionary.is_infinitive(key)


_FRONTS: Final = PREFIXES | ADJECTIVES_IN_FRONT | SHORT_PARTS | SHORT_FRONTS | frozenset(IRREGULAR_FRONTS)
"""Parts in front that need not be words."""


def _cost_of_known(text: str, lemma: str) -> float:
    if len(text) <= SHORTEST_PART + 1:
        return KNOWN_OF_FOUR
    return KNOWN_LEMMA if text == lemma else KNOWN


def _cheaper(known: _Path | None, path: _Path, step: tuple[float, Part]) -> _Path:
    """The cheaper of a path and another one with one more step."""
    cost = path.cost + step[0]
    return known if known and known.cost <= cost else _Path(cost, max(path.dearest, step[0]), (*path.parts, step[1]))
