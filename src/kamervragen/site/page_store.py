"""Pages as they were sent, in a file of the data folder that all workers share: what one made, none makes again.

Each state of what pages depend on has a file of its own. The first page of another state begins another one and removes
those of before, so that nothing is ever taken out by name. It is SQLite without waiting for the disk: after the machine
stopped suddenly, the site begins another file anyway.
"""

import json
import logging
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final

from django.http import HttpResponse

MAX_BYTES: Final = 200_000_000
"""Of pages as they are sent, most of them compressed to a fifth: some twenty thousand."""

_WAIT_S: Final = 0.05  # for another worker that writes; a page that cannot be held is made again
_CACHE_KIB: Final = 1_000  # what it read last; the rest the system keeps, for all workers
_GOING: Final = 3  # pages that make room for one
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS page (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, headers TEXT NOT NULL, body BLOB NOT NULL
)"""
_IN_USE: Final = """
SELECT (c.page_count - f.freelist_count) * s.page_size
FROM pragma_page_count c, pragma_freelist_count f, pragma_page_size s"""
_BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_LOGGER: Final = logging.getLogger("kamervragen.pages")


class PageStore:
    """Pages by name; processes and threads may share them. Where they cannot be kept, none is there.

    Args:
        folder: of the files; it is made when it is needed.
        site: the site that sends them; only what is of the same is given again.
        max_bytes: how much is held; the pages that were made first go first.
    """

    def __init__(self, folder: Path, site: str, max_bytes: int = MAX_BYTES) -> None:
        self._folder, self._site, self._max_bytes = folder, site, max_bytes
        self._state: str | None = None
        self._file: sqlite3.Connection | None = None
        self._lock = threading.Lock()

    def get(self, state: str, name: str) -> HttpResponse | None:
        """A page as a new response; None when it is not held.

        Args:
            state: of all that pages depend on.
            name: of the page.
        """
        with self._lock, self._faults():
            file = self._open(state)
            row = file and file.execute("SELECT headers, body FROM page WHERE name = ?", (name,)).fetchone()
            return HttpResponse(row[1], headers=json.loads(row[0])) if row else None
        return None

    def keep(self, state: str, name: str, response: HttpResponse) -> None:
        """Hold a page that was looked for before, if that can be done at once, and if no other state came meanwhile."""
        row = (name, json.dumps(dict(response.headers)), response.content)
        with self._lock, self._faults():
            if self._file and state == self._state:
                self._file.execute("INSERT OR REPLACE INTO page (name, headers, body) VALUES (?, ?, ?)", row)
                if _n_bytes(self._file) > self._max_bytes:
                    self._file.execute("DELETE FROM page WHERE id IN (SELECT id FROM page ORDER BY id LIMIT ?)", (_GOING,))

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._leave()
            self._state = None

    def __del__(self) -> None:
        """Let go of the file."""
        self._leave()

    def _leave(self) -> None:
        if self._file:
            self._file.close()
        self._file = None

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """What goes wrong costs no visitor a page: another worker that writes this one, anything else all of this state."""
        try:
            yield
        except (OSError, ValueError, sqlite3.Error) as fault:
            if getattr(fault, "sqlite_errorcode", None) not in _BUSY:
                _LOGGER.warning("pages_not_kept", exc_info=True)
                self._leave()

    def _open(self, state: str) -> sqlite3.Connection | None:
        """The file of a state; None where there can be none."""
        if state != self._state:
            self._leave()
            self._state = state
            try:
                self._file = self._begin(sha256(f"{self._site} {state}".encode()).hexdigest()[:16])
            except sqlite3.OperationalError as fault:
                if fault.sqlite_errorcode in _BUSY:  # another worker is beginning it
                    self._state = None
                raise
        return self._file

    def _begin(self, name: str) -> sqlite3.Connection:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        for path in self._folder.glob("*.pages*"):
            if not path.name.startswith(name):
                path.unlink(missing_ok=True)
        path = self._folder / f"{name}.pages"
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))  # what people searched for stands on pages
        # A connection commits each page by itself, and may be used by any thread that has the lock.
        file = sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None, check_same_thread=False)
        try:
            for pragma in ("journal_mode = WAL", "synchronous = OFF", f"cache_size = -{_CACHE_KIB}"):
                file.execute(f"PRAGMA {pragma}")
            file.execute(_SCHEMA)
        except sqlite3.Error:
            file.close()
            raise
        return file


def _n_bytes(file: sqlite3.Connection) -> int:
    """How much of the file is in use."""
    n: int = file.execute(_IN_USE).fetchone()[0]
    return n
