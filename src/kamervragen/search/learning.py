"""What the lexicon learns when texts are put into an index: the keys of each new word, and how common words are."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Final

from kamervragen.search.analysis import split_words
from kamervragen.search.compounds import Part, Splitter
from kamervragen.search.lexicon import FILE_NAME, IS_COMPOUND, IS_FORM, TABLES, WHOLE, StoredDictionary
from kamervragen.search.words import Dictionary, LoadedDictionary, load_dictionary

COMMON_FROM: Final = 20  # items in which a word that no dictionary has must stand to be taken for a part of compounds
WHOLE_FROM: Final = 20_000  # words of an index from which the whole dictionary is kept beside it
AT_ONCE: Final = 50_000  # words that are held in memory with their keys
MAX_PARTS: Final = 5  # of longer compounds only the parts themselves are keys
CACHED: Final = 100_000
_CACHE_KB: Final = 64_000

_READ_TERM: Final = "SELECT n_items, forms, parts FROM terms WHERE term = ?"
_WRITE_TERM: Final = "INSERT OR REPLACE INTO terms VALUES (?, ?, ?, ?)"
_WRITE_LINK: Final = "INSERT OR IGNORE INTO links VALUES (?, ?, ?, ?)"
_DELETE_LINK: Final = "DELETE FROM links WHERE key = ? AND relation = ? AND rarity = ? AND term = ?"
_WRITE_WORD: Final = "INSERT OR IGNORE INTO words VALUES (?, ?, ?, ?)"

_Row = tuple[int, str, str]  # items, keys as a form, keys of what it contains


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
        if self._counts:
            with closing(sqlite3.connect(self._path)) as connection, connection:
                connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
                connection.executescript(TABLES)
                connection.execute("BEGIN IMMEDIATE")
                _Lesson(connection, self._counts).write()
        self._counts = Counter()


class _Lesson:
    """New counts of words, written to the table."""

    def __init__(self, connection: sqlite3.Connection, counts: Counter[str]) -> None:
        self._connection = connection
        self._counts = counts
        self._is_first = connection.execute("SELECT 1 FROM terms LIMIT 1").fetchone() is None
        self._is_whole = connection.execute("PRAGMA user_version").fetchone()[0] == WHOLE
        self._dictionary: Dictionary = StoredDictionary(connection, CACHED) if self._is_whole else load_dictionary()
        self._analyst = Analyst(self._dictionary, lru_cache(CACHED)(self._is_common))

    def write(self) -> None:
        """Write the words, in their order, so that the table grows in its order too."""
        terms = iter(sorted(term for term in self._counts if not term.isdecimal()))
        while some := list(islice(terms, AT_ONCE)):
            self._write_terms(some)
        n_terms = self._connection.execute("SELECT count(*) FROM terms").fetchone()[0]
        if not self._is_whole and n_terms >= WHOLE_FROM:
            dictionary = load_dictionary()
            self._write_words(dictionary, sorted(dictionary.words()))
            self._connection.execute(f"PRAGMA user_version = {WHOLE}")

    def _write_terms(self, terms: list[str]) -> None:
        known = {} if self._is_first else {term: row for term in terms if (row := self._row(term))}
        rows = {term: known.get(term) or (0, *self._analyst.keys(term)) for term in terms}
        grown = {term: (n_items + self._counts[term], forms, parts) for term, (n_items, forms, parts) in rows.items()}
        moved = [term for term in terms if _rarity(rows[term]) != _rarity(grown[term])]
        self._connection.executemany(_WRITE_TERM, ((term, *row) for term, row in grown.items()))
        self._connection.executemany(_DELETE_LINK, (link for term in moved if term in known for link in _links(term, rows[term])))
        self._connection.executemany(_WRITE_LINK, sorted(link for term in moved for link in _links(term, grown[term])))
        if isinstance(self._dictionary, LoadedDictionary):
            keys = {key for term in terms if term not in known for column in rows[term][1:] for key in str(column).split()}
            self._write_words(self._dictionary, sorted({form for key in keys for form in self._dictionary.forms.get(key, ())}))

    def _row(self, term: str) -> _Row | None:
        row: _Row | None = self._connection.execute(_READ_TERM, (term,)).fetchone()
        return row

    def _is_common(self, word: str) -> bool:
        row = None if self._is_first else self._row(word)
        return self._counts[word] + (row[0] if row else 0) >= COMMON_FROM

    def _write_words(self, dictionary: LoadedDictionary, words: Iterable[str]) -> None:
        rows = ((word, dictionary.lemma(word), " ".join(dictionary.keys(word)), dictionary.joins(word)) for word in words)
        self._connection.executemany(_WRITE_WORD, rows)


def _rarity(row: _Row) -> int:
    """A number that is lower for commoner words, and changes seldom while they become commoner."""
    return -row[0].bit_length()


def _links(term: str, row: _Row) -> Iterator[tuple[str, int, int, str]]:
    for relation, keys in ((IS_FORM, row[1]), (IS_COMPOUND, row[2])):
        yield from ((key, relation, _rarity(row), term) for key in keys.split())


class Analyst:
    """Finds the keys of words of an index.

    Args:
        dictionary: what is known of words.
        is_common: whether a word stands in many texts.
    """

    def __init__(self, dictionary: Dictionary, is_common: Callable[[str], bool]) -> None:
        self._dictionary = dictionary
        self._splitter = Splitter(dictionary, is_common)

    def keys(self, term: str) -> tuple[str, str]:
        """The keys of which a word is a form, and those of the words that it contains, each with spaces between them."""
        if not term.isalpha():
            return term, ""
        parts = self._splitter.split(term)
        forms = (*self._dictionary.keys(term), *(self._keys_of_compound(parts) if parts else ()))
        forms = forms or (*self._dictionary.guess(term), term)
        contained = dict.fromkeys(_contained(parts))
        return " ".join(dict.fromkeys(forms)), " ".join(key for key in contained if key not in forms)

    def _keys_of_compound(self, parts: tuple[Part, ...]) -> Iterator[str]:
        """A compound is a form of what its last part is a form of, with or without the letters that link the parts."""
        *fronts, last = parts
        for front in (_joined(fronts), "".join(part.text for part in fronts)):
            yield from (front + key for key in self._dictionary.keys(last.text) or (last.key,))


def _contained(parts: tuple[Part, ...]) -> Iterator[str]:
    """Each part, and each row of parts that is a compound too: `woning`, `bouw`, `woningbouw`, `bouwbeleid`, …"""
    longest = len(parts) - 1 if len(parts) <= MAX_PARTS else 1
    for n_parts in range(1, longest + 1):
        for start in range(len(parts) - n_parts + 1):
            row = parts[start : start + n_parts]
            if row[-1].key:
                yield _joined(row)


def _joined(parts: Iterable[Part]) -> str:
    return "".join(part.key or part.text for part in parts)
