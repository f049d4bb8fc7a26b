"""How long it takes until another process, which is searching already, finds what an ingest has stored."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.invent import Case, invent_case
from benchmarks.markup import as_xml
from kamervragen.search import Index, Request, search

_STEP_S = 0.002
_PATIENCE_S = 120.0


def wait_until_found(data: Path, n: int, attempt: int) -> tuple[float, float]:
    """The seconds from the beginning of an ingest of n documents until they were stored, and until they were found.

    Args:
        data: a data folder with an index.
        n: how many documents.
        attempt: makes the documents distinct.
    """
    word = f"zoekproef{os.getpid()}x{attempt}"
    index = Index.open(data / "index")
    search(index, Request(query=word))
    n_before = _n_publications(data)
    with TemporaryDirectory() as folder:
        _write_documents(Path(folder), n, word, attempt)
        start = time.monotonic()
        with _ingest(data, Path(folder)):
            stored = _wait(lambda: _n_publications(data) >= n_before + n)
            found = _wait(lambda: search(index, Request(query=word, with_facets=False)).n_complete >= n)
    return stored - start, found - start


def _write_documents(folder: Path, n: int, word: str, attempt: int) -> None:
    for number in range(n):
        case = _with_word(invent_case(Random(number), 10_000_000 + os.getpid() * 10_000 + attempt * 1_000 + number), word)  # noqa: S311
        (folder / f"{number}.xml").write_bytes(as_xml(case))


def _with_word(case: Case, word: str) -> Case:
    first, *others = case.exchanges
    asked = replace(first, questions=(f"Bent u bekend met {word}?", *first.questions[1:]))
    return replace(case, kind="answer", exchanges=(asked, *others))


def _ingest(data: Path, folder: Path) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "KAMERVRAGEN_DATA": str(data.resolve()), "DATABASE_URL": ""}
    command = [sys.executable, "-m", "kamervragen", "ingest", str(folder)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603


def _n_publications(data: Path) -> int:
    try:
        connection = sqlite3.connect(f"file:{data / 'kamervragen.sqlite3'}?mode=ro", uri=True)
        count: int = connection.execute("SELECT count(*) FROM store_publication").fetchone()[0]
        connection.close()
    except sqlite3.OperationalError:  # the database or its tables are not made yet
        return 0
    return count


def _wait(is_so: Callable[[], bool]) -> float:
    deadline = time.monotonic() + _PATIENCE_S
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(_STEP_S)
    return time.monotonic()
