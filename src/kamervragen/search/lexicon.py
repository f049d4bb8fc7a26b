"""The words of an index with their other forms and the compounds they are part of: a small table beside the index.

terms   each word of the index: in how many items it stands, and its keys
links   key → words that have it, the commonest first
lemmas  form → lemma, for every form of a lemma that the index has
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Self

from kamervragen.search.analysis import split_words
from kamervragen.search.words import load_dictionary

FILE_NAME: Final = "lexicon.sqlite"
MAX_VARIANTS: Final = 60

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS terms (term TEXT PRIMARY KEY, n_items INTEGER NOT NULL, keys TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS links (
    key TEXT, relation INTEGER, rarity INTEGER, term TEXT, PRIMARY KEY (key, relation, rarity, term)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lemmas (form TEXT, lemma TEXT, PRIMARY KEY (form, lemma)) WITHOUT ROWID;
"""


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


class Lexicon:
    """The table, open for reading; may be shared by threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The lexicon of the index in a folder; an empty one where none was written yet."""
        if not (folder / FILE_NAME).exists():
            empty = sqlite3.connect(":memory:", check_same_thread=False)
            empty.executescript(_TABLES)
            return cls(empty)
        return cls(sqlite3.connect(f"{(folder / FILE_NAME).resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def widen(self, word: str) -> tuple[Variant, ...]:
        """The other ways in which a printed word may stand in the index, without the word itself; the commonest first.

        Args:
            word: as typed, such as `ambtenaar`, `e-mail` or `zzp'er`; forms come before compounds.
        """
        terms = split_words(word)
        joined = "".join(terms)
        lemmas = [row[0] for row in self._connection.execute("SELECT lemma FROM lemmas WHERE form = ?", (joined,))] or [joined]
        found: dict[str, Relation] = {}
        for lemma in lemmas:
            rows = self._connection.execute(
                "SELECT term, relation FROM links WHERE key = ? ORDER BY relation, rarity LIMIT ?", (lemma, MAX_VARIANTS)
            )
            for term, relation in rows:
                found.setdefault(term, tuple(Relation)[relation])
        if len(terms) == 1:
            found.pop(joined, None)
        return tuple(Variant((term,), relation) for term, relation in found.items())[:MAX_VARIANTS]


class LexiconWriter:
    """Learns the words of texts that are put into an index; nothing is kept before `commit()`.

    Args:
        folder: of the index; the table is made when there is none.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._counts: Counter[str] = Counter()

    def learn(self, texts: Iterable[str]) -> None:
        """Take in the words of texts, one text an item."""
        for text in texts:
            self._counts.update(set(split_words(text)))

    def commit(self) -> None:
        """Write what was learnt since the last commit; readers see all of it or nothing."""
        dictionary = load_dictionary()
        forms = dictionary.forms()
        with closing(sqlite3.connect(self._path)) as connection, connection:
            connection.executescript(_TABLES)
            for term, count in self._counts.items():
                lemma = dictionary.lemma(term) or term
                connection.execute(
                    "INSERT INTO terms VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n_items = n_items + ?",
                    (term, count, lemma, count),
                )
                connection.execute("INSERT OR IGNORE INTO links VALUES (?, 0, ?, ?)", (lemma, -count.bit_length(), term))
                for form in forms.get(lemma, [term]):
                    connection.execute("INSERT OR IGNORE INTO lemmas VALUES (?, ?)", (form, lemma))
        self._counts.clear()
