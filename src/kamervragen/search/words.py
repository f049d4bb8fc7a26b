"""Dutch words: under which keys a word is kept, so that forms of one word share a key.

A key is mostly the form under which a dictionary has the word. A word may have two, such as `kosten` (the noun and the verb).
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from kamervragen.search.analysis import split_words
from kamervragen.search.endings import VERB_ENDINGS, guess_bases, is_same_stem, split_particle, strip_ending

CORRECTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    # words that the dictionary has as forms of another word than most texts mean, or of one that merely means the same
    **{word: (word,) for word in "meer meest meeste minder minst minste beter betere best beste media zwolle".split()},
    **{word: (word,) for word in "tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde".split()},
    **{word: (word,) for word in "bad boog greep loot noot schoot".split()},
    **{word: (word,) for word in "rijden breiden vaardig wezen state goederen".split()},
    **{word: ("laatste",) for word in ("laatst", "laatste", "laatsten")},
    **{word: ("lid",) for word in ("lid", "leden")},
    **{word: ("reden",) for word in ("reden", "redenen")},
    **{word: ("ouder",) for word in ("ouder", "ouders")},
    "gedragen": ("gedrag", "dragen"),
    "gewezen": ("wijzen",),
    "getreden": ("treden",),
    "gesmolten": ("smelten",),
    "vaart": ("vaart", "varen"),
    "vaar": ("varen",),
    "kan": ("kunnen",),
    "later": ("later",),
    "latere": ("later",),
}
CACHED: Final = 50_000  # lemmas
N_MARKS: Final = 1 << 21  # five for each word
CACHED_KEYS: Final = 10_000  # words: the parts of most compounds are the same ones
BEGINNING: Final = 5
"""Letters by which the beginning of a word is known: fewer fit anything, more are nearly as many as the words."""

STEM: Final = "="
"""Ends the key that a noun's plural shares with the forms of a verb that sound like it: `bedrijven` with `bedrijft`."""

INFINITIVE: Final = "+"
"""Ends the key that an infinitive shares with the compounds that begin with its stem: `wonen` with `woonruimte`, not `woont`."""


def fold_word(printed: str) -> str:
    """A printed word as one word of the index: `financiële` → `financiele`, `zzp'er` → `zzper`."""
    return printed if printed.isascii() and printed.isalnum() and printed.islower() else "".join(split_words(printed))


@lru_cache(maxsize=1)
def read_parts() -> Mapping[str, str]:
    """Words that compounds are made of, each with letters that say how.

    `b`: it stands in front as it is; `s`: it stands in front with an s; `e`: it stands at the end; `n`: it is a noun of its own,
    whatever else the dictionary takes it for.
    """
    lines = files(__package__).joinpath("parts.csv").read_text(encoding="ascii").splitlines()
    return dict((word, joins) for word, _, joins in (line.partition(",") for line in lines if not line.startswith("#")))


class Dictionary:
    """What is known of Dutch words, all of them as the index has them: simplemma's dictionary and the packaged parts.

    Args:
        printed: form → the form under which the dictionary has it, both as printed.
    """

    def __init__(self, printed: Mapping[str, str]) -> None:
        self._printed = printed
        self._folded = {folded: lemma for form, lemma in printed.items() if (folded := fold_word(form)) != form}
        self._parts = read_parts()
        self.marks: Final = _mark(form for forms in (printed, self._folded, self._parts, CORRECTIONS) for form in forms)
        """Whether a text may be a word or the beginning of one, at its hash modulo `N_MARKS`: 0 is certain, and takes a tenth of
        the time of looking. Where most of the looking is done it is written out: a call takes longer than the look."""
        self._lemma = lru_cache(CACHED)(self._find_lemma)
        self._keys = lru_cache(CACHED_KEYS)(self._find_keys)

    def lemma(self, form: str) -> str | None:
        """The form under which the dictionary has a word; None when it has not."""
        return self._lemma(form) if self.marks[hash(form) % N_MARKS] else None

    def _find_lemma(self, form: str) -> str | None:
        lemma = self._printed.get(form) or self._folded.get(form)
        return fold_word(lemma) if lemma else None

    def begins(self, text: str) -> bool:
        """Whether any word begins with the first letters of a text, which most cuts through a word do not; see `BEGINNING`."""
        return len(text) < BEGINNING or self.may_know(text[:BEGINNING])

    def may_know(self, text: str) -> bool:
        """Whether a text may be a word or the beginning of one; see `marks`."""
        return self.marks[hash(text) % N_MARKS] != 0

    def joins(self, word: str) -> str:
        """How a word joins others, in the letters of `read_parts`; "" when that is not known."""
        return self._parts.get(word, "")

    def is_noun(self, word: str) -> bool:
        """Whether a word is a noun, whatever else the dictionary may take it for."""
        return not {"n", "e"}.isdisjoint(self.joins(word))

    def is_infinitive(self, word: str) -> bool:
        """Whether a word is a verb in the form under which one looks it up."""
        if not word.endswith("en"):
            return False
        return self.lemma(word + "d") == word or any(self.lemma(stem + "t") == word for stem in strip_ending(word, "en"))

    def knows(self, word: str) -> bool:
        """Whether a word, or one of which it seems to be a form, is known."""
        return bool(self.lemma(word) or self.joins(word) or self.guess(word))

    def guess(self, word: str) -> tuple[str, ...]:
        """The keys of a word that is not known, by its ending or its beginning; none when nothing fits."""
        for candidate in guess_bases(word):
            keys = self.keys(candidate)
            if keys:
                return keys
        return self._guess_verb(word)

    def _guess_verb(self, word: str) -> tuple[str, ...]:
        """A verb that is not known, but whose end is: `uitgesloten` → `uitsluiten`."""
        pairs = split_particle(word) if word.endswith(VERB_ENDINGS) else ()
        found = ((particle + key for key in self.keys(rest) if key.endswith("n")) for particle, rest in pairs)
        return next((verbs for verbs in map(tuple, found) if verbs), ())

    def keys(self, word: str) -> tuple[str, ...]:
        """The keys of a word that is known, the likeliest first: what the dictionary takes it for, and what it may be besides."""
        return self._keys(word) if self.marks[hash(word) % N_MARKS] else ()

    def _find_keys(self, word: str) -> tuple[str, ...]:
        if word in CORRECTIONS:
            return CORRECTIONS[word]
        lemma = self.lemma(word)
        if lemma is None:
            return self._keys_of_part(word)
        if lemma == word:
            return (word, *self._verb_of(word), *self._infinitive(word))
        if lemma == word + "n" and word.endswith("e"):
            return self._keys_on_e(word, lemma)
        return tuple(dict.fromkeys(self._keys_beside(word, lemma)))

    def _keys_of_part(self, word: str) -> tuple[str, ...]:
        """A word that simplemma has not: a noun such as `schade`, or a form such as `intensieve`."""
        joins = self.joins(word)
        if not joins:
            return ()
        return (word,) if "e" in joins else tuple(dict.fromkeys((*self.guess(word), word)))

    def _keys_on_e(self, word: str, lemma: str) -> tuple[str, ...]:
        """`wijze` is a noun and `matige` an adjective: that they may be the subjunctive of a verb is of no use."""
        for base in strip_ending(word, "e"):
            if self.lemma(base) == base:
                return (base,)
        return (word,) if self.is_noun(word) else (lemma,)

    def _keys_beside(self, word: str, lemma: str) -> Iterator[str]:
        """The lemma and what else the word may be: a noun that looks like a form of a verb, or the other way round."""
        is_noun = self.is_noun(word)
        yield lemma
        yield from self._verb_of(lemma)
        if len(lemma) < len(word) and (lemma.endswith("e") or lemma + "e" == word):
            yield from self.keys(lemma)
        if self.is_infinitive(word):
            yield word + STEM if self.lemma(lemma) == lemma else word
        elif is_noun or self._has_forms(word):
            yield word
        yield from self._infinitive(word)
        if self._is_plural_too(lemma) and is_same_stem(word, lemma):
            yield lemma + STEM
        if word.endswith("en") and lemma.endswith("en"):
            yield from (base for base in strip_ending(word, "en") if self.lemma(base) == base and self.is_noun(base))

    def _has_forms(self, word: str) -> bool:
        """Whether the dictionary has other words as forms of this one, though it takes it for a form itself, such as `kost`."""
        return any(self.lemma(word + ending) == word for ending in ("s", "en", word[-1] + "en", "e", "je", "tje"))

    def _infinitive(self, word: str) -> Iterator[str]:
        if self.is_infinitive(word):
            yield word + INFINITIVE

    def _verb_of(self, lemma: str) -> Iterator[str]:
        """The verb of a participle that is a word of its own to the dictionary: `blijvend`, `aangeslotene`."""
        infinitive = lemma[:-1] if lemma.endswith("end") else self.lemma(lemma[:-1]) if lemma.endswith("ene") else None
        if infinitive and infinitive.endswith("en") and self.lemma(infinitive) == infinitive:
            yield infinitive

    def _is_plural_too(self, infinitive: str) -> bool:
        lemma = self.lemma(infinitive) if infinitive.endswith("en") else None
        return lemma is not None and lemma != infinitive and self.lemma(lemma) == lemma


def _mark(words: Iterable[str]) -> bytearray:
    """For each remainder of a hash, whether it is that of a word or of the beginning of one."""
    marks = bytearray(N_MARKS)
    for word in words:
        marks[hash(word) % N_MARKS] = marks[hash(word[:BEGINNING]) % N_MARKS] = 1
    return marks


@lru_cache(maxsize=1)
def load_dictionary() -> Dictionary:
    """The dictionary; the first call takes about a second."""
    return Dictionary(DefaultDictionaryFactory().get_dictionary("nl"))
