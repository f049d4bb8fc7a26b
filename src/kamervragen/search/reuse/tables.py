"""What is known of each publication and answer, and which segments hold their keys: one small SQLite database.

A transaction of this database is what makes a change: segments that it does not name do not count.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kamervragen.compare.wording import Wording
from kamervragen.errors import StoreError
from kamervragen.search.reuse.prepare import unpack_wording
from kamervragen.search.reuse.records import PreparedAnswer
from kamervragen.search.reuse.segments import Segment

_CHUNK = 500  # values in one query
_WAIT_S = 30.0  # for a process that is at it: a commit takes less
_SCHEMA = """
CREATE TABLE publication (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, state TEXT NOT NULL);
CREATE TABLE answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: a segment may still name an answer that is no more
    publication INTEGER NOT NULL REFERENCES publication,
    anchor TEXT NOT NULL,
    numbers BLOB NOT NULL,
    places BLOB NOT NULL,
    sentences BLOB NOT NULL
);
CREATE INDEX answer_publication ON answer (publication);
CREATE TABLE segment (name TEXT PRIMARY KEY, bounds TEXT NOT NULL);
CREATE TABLE dead (answer INTEGER PRIMARY KEY);  -- no more, but still named by a segment
"""
_ANSWERS_OF = """
SELECT answer.id, answer.publication FROM json_each(?) AS asked
CROSS JOIN publication ON publication.key = asked.value CROSS JOIN answer ON answer.publication = publication.id"""
_OF = "FROM answer JOIN publication ON publication.id = answer.publication"


class Kept(NamedTuple):
    """An answer as it is kept (`PreparedAnswer`), its number, and the publication whose it is."""

    id: int
    key: str
    anchor: str
    packed_numbers: bytes
    packed_places: bytes
    packed_sentences: bytes

    @property
    def numbers(self) -> NDArray[np.uint32]:
        """The number of each of its words."""
        return np.frombuffer(self.packed_numbers, dtype=np.uint32)

    @property
    def wording(self) -> Wording:
        """Its words."""
        return unpack_wording(self.packed_numbers, self.packed_places, self.packed_sentences)


class Tables:
    """The database of one generation.

    Args:
        generation: its folder.
        is_read_only: whether it is only read from.
    """

    def __init__(self, generation: Path, *, is_read_only: bool) -> None:
        self._folder = generation
        mode = "ro" if is_read_only else "rw"
        self._connection = sqlite3.connect(f"file:{_path(generation)}?mode={mode}", uri=True, timeout=_WAIT_S)
        self._connection.isolation_level = None  # transactions are begun where they are meant

    def let_read_while_writing(self) -> None:
        """Let readers see what was there before for as long as a change takes (SQLite's write-ahead log)."""
        self._connection.execute("PRAGMA journal_mode = WAL")

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    @contextmanager
    def transaction(self, kind: str = "IMMEDIATE") -> Iterator[None]:
        """All changes of the context are made together, or none; what is read in it belongs together.

        Raises:
            StoreError: the database cannot be written or read.
        """
        try:
            self._connection.execute(f"BEGIN {kind}")
            try:
                yield
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()
        except sqlite3.Error as error:
            message = f"De overgenomen passages worden niet bijgehouden ({error}); maak ruimte en geef «kamervragen reuse»."
            raise StoreError("reuse_not_written", message, where=str(self._folder)) from error

    def states(self) -> dict[str, str]:
        """The keys of all publications, each with the state in which it was taken in."""
        return dict(self._connection.execute("SELECT key, state FROM publication"))

    def state_of(self, key: str) -> str | None:
        """The state in which a publication was taken in; None when it was not."""
        row = self._connection.execute("SELECT state FROM publication WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def add(self, publications: Sequence[tuple[str, str, list[PreparedAnswer]]]) -> NDArray[np.uint32]:
        """Take in publications that are not there; gives the numbers of their answers, in order."""
        run = self._connection.execute
        numbers: list[int] = []
        for key, state, answers in publications:
            owner = run("INSERT INTO publication (key, state) VALUES (?, ?)", (key, state)).lastrowid
            insert = "INSERT INTO answer (publication, anchor, numbers, places, sentences) VALUES (?, ?, ?, ?, ?)"
            numbers += [run(insert, (owner, *answer)).lastrowid or 0 for answer in answers]
        return np.array(numbers, dtype=np.uint32)

    def remove(self, keys: Iterable[str]) -> None:
        """Take out those of some publications that are there."""
        run = self._connection.execute
        for key in keys:
            owner = run("SELECT id FROM publication WHERE key = ?", (key,)).fetchone()
            if owner:
                run("INSERT INTO dead SELECT id FROM answer WHERE publication = ?", owner)
                run("DELETE FROM answer WHERE publication = ?", owner)
                run("DELETE FROM publication WHERE id = ?", owner)

    def dead(self) -> NDArray[np.uint32]:
        """The answers that are no more but still named by a segment."""
        return np.array([each for (each,) in self._connection.execute("SELECT answer FROM dead ORDER BY 1")], dtype=np.uint32)

    def count_answers(self) -> int:
        """How many answers there are."""
        n: int = self._connection.execute("SELECT count(*) FROM answer").fetchone()[0]
        return n

    def forget_dead(self) -> None:
        """Say that no segment names them any more."""
        self._connection.execute("DELETE FROM dead")

    def segments(self) -> list[Segment]:
        """The segments that count."""
        rows = self._connection.execute("SELECT name, bounds FROM segment ORDER BY name")
        return [Segment(self._folder / name, tuple(map(int, bounds.split()))) for name, bounds in rows]

    def replace_segments(self, before: Iterable[Segment], after: Iterable[Segment]) -> None:
        """Let some segments count instead of others."""
        run = self._connection.execute
        for segment in before:
            run("DELETE FROM segment WHERE name = ?", (segment.path.name,))
        for segment in after:
            run("INSERT INTO segment VALUES (?, ?)", (segment.path.name, " ".join(map(str, segment.bounds))))

    def answers_of(self, key: str) -> list[Kept]:
        """The answers of a publication, in its order."""
        return self._kept("publication.key = ?", [key])

    def answers(self, numbers: Iterable[int]) -> dict[int, Kept]:
        """The answers with these numbers."""
        found: dict[int, Kept] = {}
        for chunk in _chunks(numbers):
            found |= {each.id: each for each in self._kept(f"answer.id IN ({_marks(chunk)})", chunk)}
        return found

    def texts(self, numbers: Iterable[int]) -> dict[int, NDArray[np.uint32]]:
        """Of the answers with these numbers the number of each word."""
        found: dict[int, NDArray[np.uint32]] = {}
        for chunk in _chunks(numbers):
            rows = self._connection.execute(f"SELECT id, numbers FROM answer WHERE id IN ({_marks(chunk)})", chunk)  # noqa: S608 - marks only
            found |= {number: np.frombuffer(packed, dtype=np.uint32) for number, packed in rows}
        return found

    def owner_numbers(self, among: Collection[str] | None = None) -> NDArray[np.uint32]:
        """For each number of an answer that of its publication; 0 where there is no such answer.

        Args:
            among: the publications that count; 0 stands for answers of others as well. None for all.
        """
        if among is None:
            found = self._connection.execute("SELECT id, publication FROM answer")
        else:
            found = self._connection.execute(_ANSWERS_OF, (json.dumps(list(among)),))
        rows = np.array(found.fetchall(), dtype=np.int64).reshape(-1, 2)
        owners = np.zeros(int(rows[:, 0].max(initial=0)) + 1, dtype=np.uint32)
        owners[rows[:, 0]] = rows[:, 1]
        return owners

    def lowest(self, numbers: Sequence[int]) -> int:
        """Of some answers the number of the one whose publication has the lowest key."""
        rows: list[tuple[str, int]] = []
        for chunk in _chunks(numbers):
            rows += self._connection.execute(f"SELECT key, answer.id {_OF} WHERE answer.id IN ({_marks(chunk)})", chunk)
        return min(rows)[1]

    def _kept(self, condition: str, values: Sequence[object]) -> list[Kept]:
        columns = "answer.id, key, anchor, numbers, places, sentences"
        rows = self._connection.execute(f"SELECT {columns} {_OF} WHERE {condition} ORDER BY answer.id", values)
        return [Kept(*row) for row in rows]


def make_tables(generation: Path) -> None:
    """Make the database of a new generation, empty."""
    connection = sqlite3.connect(_path(generation))
    connection.executescript(_SCHEMA)
    connection.close()


def _path(generation: Path) -> Path:
    return generation / "answers.sqlite3"


def _chunks(numbers: Iterable[int]) -> Iterator[list[int]]:
    """The numbers in lists of as many as one query takes."""
    source = iter(numbers)
    while chunk := list(islice(source, _CHUNK)):
        yield chunk


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
