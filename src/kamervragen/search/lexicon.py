"""The words of an index with their other forms and the compounds they are part of: a small table beside the index.

    terms   each word of the index: in how many items it stands, the keys of which it is a form, and those it contains
    links   key → words of the index that have it, the commonest first
    words   what the dictionary has: the lemma of a form, its keys, and how it joins others

A large index has the whole dictionary in `words`, and reading needs none in memory; a small one has only forms of its own words.
"""

import re
import sqlite3
import weakref
from collections.abc import Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final, Self

from kamervragen.search.analysis import split_words
from kamervragen.search.endings import guess_bases, split_particle
from kamervragen.search.word_lists import NEVER_IN_FRONT
from kamervragen.search.words import Dictionary, load_dictionary

FILE_NAME: Final = "lexicon.sqlite"
MAX_VARIANTS: Final = 60
MAX_FORMS: Final = 24
MAX_PIECES: Final = 4  # words that hyphens make one of
MAX_LETTERS: Final = 60
SHORTEST_APART: Final = 4  # letters of a word that may be written as two

TABLES: Final = """
CREATE TABLE IF NOT EXISTS terms (term TEXT PRIMARY KEY, n_items INTEGER NOT NULL, forms TEXT NOT NULL, parts TEXT NOT NULL)
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS links (
    key TEXT, relation INTEGER, rarity INTEGER, term TEXT, PRIMARY KEY (key, relation, rarity, term)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS words (form TEXT PRIMARY KEY, lemma TEXT, keys TEXT NOT NULL, joins TEXT NOT NULL) WITHOUT ROWID;
"""
WHOLE: Final = 1  # the version of a table that has the whole dictionary in `words`
IS_FORM: Final = 0
IS_COMPOUND: Final = 1

_POSSESSIVE: Final = re.compile(r"(?P<word>.{2,})['’]s", re.DOTALL)  # auto's
_CLITICS: Final = frozenset("n t m k d r".split())  # zo'n, da's, 't: not one word with what stands before them
_AGENT_ENDINGS: Final = ("er", "ers")  # zzp'er, zzp'ers


class Relation(StrEnum):
    """How a variant is related to the word that was asked for."""

    FORM = "form"
    COMPOUND = "compound"


@dataclass(frozen=True, slots=True)
class Variant:
    """Another way in which a word may stand in a text.

    Args:
        terms: one word of the index, or several that stand next to each other, such as `("e", "mail")`.
        relation: whether it is a form of the word or a compound that contains it.
    """

    terms: tuple[str, ...]
    relation: Relation


class StoredDictionary(Dictionary):
    """The dictionary as it stands beside an index that is large enough to keep it whole.

    Args:
        connection: to the lexicon.
        n_cached: words that are held in memory.
    """

    def __init__(self, connection: sqlite3.Connection, n_cached: int) -> None:
        self._connection = connection
        self._row = lru_cache(n_cached)(self._read)

    def _read(self, word: str) -> tuple[str | None, str, str]:
        row = self._connection.execute("SELECT lemma, keys, joins FROM words WHERE form = ?", (word,)).fetchone()
        return row or (None, "", "")

    def lemma(self, form: str) -> str | None:
        """The form under which the dictionary has a word."""
        return self._row(form)[0]

    def keys(self, word: str) -> tuple[str, ...]:
        """The keys of a word that is known."""
        return tuple(self._row(word)[1].split())

    def joins(self, word: str) -> str:
        """How a word joins others."""
        return self._row(word)[2]


class Lexicon:
    """The table, open for reading; may be shared by threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        weakref.finalize(self, connection.close)  # searches that still use it may be the last to know it

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The lexicon of the index in a folder; an empty one where none was written yet."""
        if not (folder / FILE_NAME).exists():
            empty = sqlite3.connect(":memory:", check_same_thread=False)
            empty.executescript(TABLES)
            return cls(empty)
        return cls(sqlite3.connect(f"{(folder / FILE_NAME).resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def widen(self, word: str) -> tuple[Variant, ...]:
        """The other ways in which a printed word may stand in the index, without the word itself.

        Args:
            word: as typed, such as `ambtenaar`, `e-mail` or `zzp'er`.
        Returns:
            at most `MAX_VARIANTS`: forms, then compounds, the commonest of each first.
        """
        terms = tuple(split_words(word))
        if not terms or sum(map(len, terms)) > MAX_LETTERS:
            return ()
        possessive = _POSSESSIVE.fullmatch(word)
        if possessive and len(terms) > 1:
            return self._widen_possessive(possessive["word"], terms)
        found = dict(self._widen_one(terms[0]) if len(terms) == 1 else self._widen_several(terms))
        found.pop(terms, None)
        return _in_order(found)

    def _widen_possessive(self, base: str, terms: tuple[str, ...]) -> tuple[Variant, ...]:
        """`auto's` is what `auto` is."""
        found = {tuple(split_words(base)): Relation.FORM, **{variant.terms: variant.relation for variant in self.widen(base)}}
        found.pop(terms, None)
        return _in_order(found)

    def _widen_one(self, word: str) -> Iterator[tuple[tuple[str, ...], Relation]]:
        """Variants of a word that is written as one."""
        keys = self._keys(word)
        yield from (((term,), Relation.FORM) for term in self._linked(keys, IS_FORM, MAX_FORMS))
        yield from ((terms, Relation.FORM) for terms in self._apart(word))
        yield from (((term,), Relation.COMPOUND) for term in self._compounds(word, keys))

    def _widen_several(self, terms: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Relation]]:
        """Variants of a word that is written with hyphens or apostrophes."""
        if len(terms) > MAX_PIECES or terms[-1] in _CLITICS:
            return
        for joined in _joinings(terms):
            if self._known(set(joined)) == set(joined):
                yield joined, Relation.FORM
            if len(joined) == 1:
                yield from self._widen_one(joined[0])
        for place, piece in enumerate(terms):
            yield from ((_put(terms, place, apart), Relation.FORM) for apart in self._apart(piece))
        yield from self._ending_otherwise(terms)

    def _ending_otherwise(self, terms: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Relation]]:
        """`e-mails` and `e-mailadres` beside `e-mail`."""
        *front, last = terms
        keys = self._keys(last)
        forms = self._linked(keys, IS_FORM, MAX_FORMS) if last not in _AGENT_ENDINGS else _AGENT_ENDINGS
        yield from (((*front, term), Relation.FORM) for term in forms)
        longer = (term for term in self._compounds(last, keys) if term.startswith(last))
        yield from (((*front, term), Relation.COMPOUND) for term in longer)

    def _compounds(self, word: str, keys: Sequence[str]) -> tuple[str, ...]:
        """Words of the index that contain a word."""
        return () if word in NEVER_IN_FRONT else self._linked(keys, IS_COMPOUND, MAX_VARIANTS)

    def _keys(self, word: str) -> tuple[str, ...]:
        """The keys of a word: those that the index or the dictionary has it under; else guessed by its ending."""
        rows = self._connection.execute(
            "SELECT forms FROM terms WHERE term = :word UNION ALL SELECT keys FROM words WHERE form = :word", {"word": word}
        )
        keys = dict.fromkeys(key for row in rows for key in row[0].split())
        if not keys and not word.isdecimal():
            keys = dict.fromkeys(self._keys_elsewhere(word))
        return (*keys, word) if word not in keys else tuple(keys)

    def _keys_elsewhere(self, word: str) -> Iterable[str]:
        """The keys of a word that is not in the index: known or guessed."""
        dictionary = self._dictionary()
        return dictionary.keys(word) or (*dictionary.guess(word), *self._keys_of_bases(word))

    def _dictionary(self) -> Dictionary:
        is_whole = self._connection.execute("PRAGMA user_version").fetchone()[0] == WHOLE
        return StoredDictionary(self._connection, 0) if is_whole else load_dictionary()

    def _keys_of_bases(self, word: str) -> Iterator[str]:
        """The keys of the words of the index of which a word may be a form, by its ending."""
        bases = tuple(guess_bases(word))
        rows = self._connection.execute(f"SELECT forms FROM terms WHERE term IN ({_marks(bases)})", bases)  # noqa: S608
        yield from (key for row in rows for key in row[0].split())

    def _linked(self, keys: Sequence[str], relation: int, limit: int) -> tuple[str, ...]:
        """Words of the index that have one of these keys, the commonest first."""
        rows = self._connection.execute(
            f"SELECT term FROM links WHERE key IN ({_marks(keys)}) AND relation = ? ORDER BY rarity LIMIT ?",  # noqa: S608
            (*keys, relation, limit),
        )
        return tuple(dict.fromkeys(row[0] for row in rows))

    def _apart(self, word: str) -> Iterator[tuple[str, ...]]:
        """A word written as two: `email` → `e-mail`, `covid19` → `covid-19`, `oplossen` → `op te lossen`."""
        if len(word) < SHORTEST_APART or word.isdecimal():
            return
        halves = [(word[:place], word[place:]) for place in range(1, len(word)) if _may_stand_apart(word[:place], word[place:])]
        known = self._known({half for pair in halves for half in pair})
        for front, back in halves:
            if front in known and (back in known or back in _AGENT_ENDINGS):
                yield from ((front, form) for form in self._forms_of_half(back))
        for particle, verb in split_particle(word):
            if verb.endswith("n") and self._known({verb}):
                yield (particle, "te", verb)

    def _forms_of_half(self, half: str) -> tuple[str, ...]:
        """The forms of the second half of a word that is written as two."""
        if half in _AGENT_ENDINGS:
            return _AGENT_ENDINGS
        return tuple(dict.fromkeys((half, *self._linked(self._keys(half), IS_FORM, MAX_FORMS))))

    def _known(self, words: set[str]) -> set[str]:
        """Those of some words that the index has; numbers always."""
        rows = self._connection.execute(f"SELECT term FROM terms WHERE term IN ({_marks(words)})", tuple(words))  # noqa: S608
        return {row[0] for row in rows} | {word for word in words if word.isdecimal()}


def _marks(values: Sized) -> str:
    return ", ".join("?" * len(values))


def _may_stand_apart(front: str, back: str) -> bool:
    """Whether two halves may be words of their own with a hyphen between them: not `aan vraag`."""
    if front in NEVER_IN_FRONT or back in NEVER_IN_FRONT - set(_AGENT_ENDINGS):
        return False
    is_seam = front[-1].isdecimal() != back[0].isdecimal()
    return is_seam or front == "e" or min(len(front), len(back)) > 1


def _joinings(terms: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every way to write some of the hyphens of a word away: `a-b-c` → `abc`, `a-bc`, `ab-c`."""
    for seams in range(2 ** (len(terms) - 1) - 1):
        pieces = [terms[0]]
        for place, term in enumerate(terms[1:]):
            if seams >> place & 1:
                pieces.append(term)
            else:
                pieces[-1] += term
        yield tuple(pieces)


def _put(terms: tuple[str, ...], place: int, pieces: tuple[str, ...]) -> tuple[str, ...]:
    return (*terms[:place], *pieces, *terms[place + 1 :])


def _in_order(found: dict[tuple[str, ...], Relation]) -> tuple[Variant, ...]:
    """Forms before compounds."""
    variants = [Variant(terms, relation) for terms, relation in found.items()]
    return tuple(sorted(variants, key=lambda variant: variant.relation is Relation.COMPOUND)[:MAX_VARIANTS])
