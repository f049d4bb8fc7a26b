"""The same items in SQLite's FTS5, to compare with: what one would use without an engine of its own."""

import sqlite3
from pathlib import Path

from benchmarks.search_items import read_items
from kamervragen.search.analysis import split_words
from kamervragen.search.function_words import FUNCTION_WORDS

_ENOUGH = 10  # hits with all words; with less the engine takes those with a part of them as well


class Fts:
    """A table of items in a database of its own, made unless it is there.

    Args:
        path: the database.
        items: the file of items.
    """

    def __init__(self, path: Path, items: Path) -> None:
        if not path.exists():
            _fill(path.with_suffix(".part"), items)
            path.with_suffix(".part").rename(path)
        self._connection = sqlite3.connect(path)
        self._connection.execute("PRAGMA mmap_size = 8000000000")
        self._connection.execute("PRAGMA cache_size = -256000")

    def search(self, query: str) -> list[int]:
        """The best twenty items with all words by BM25; with a part of them where hardly any has all, as in our search.

        Words that our search leaves out are left out here too.
        """
        terms = split_words(query)
        words = [f'"{term}"' for term in terms if term not in FUNCTION_WORDS] or [f'"{term}"' for term in terms]
        found = self._match(" AND ".join(words))
        return found if len(found) >= _ENOUGH or len(words) == 1 else self._match(" OR ".join(words))

    def _match(self, query: str) -> list[int]:
        rows = self._connection.execute("SELECT rowid FROM items WHERE items MATCH ? ORDER BY bm25(items) LIMIT 20", (query,))
        return [row[0] for row in rows]


def _fill(path: Path, items: Path) -> None:
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -512000")
    tokenizer = 'tokenize = "unicode61 remove_diacritics 2"'
    connection.execute(f"CREATE VIRTUAL TABLE items USING fts5(text, other, subject, content='', {tokenizer})")
    rows = ((item.text, item.other, item.subject) for _, some in read_items(items) for item in some)
    connection.executemany("INSERT INTO items (text, other, subject) VALUES (?, ?, ?)", rows)
    connection.execute("INSERT INTO items (items) VALUES ('optimize')")
    connection.commit()
    connection.close()
