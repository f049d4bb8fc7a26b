"""A program: counts what the pages say of the whole record and writes it for all workers, see `counted`; then it ends."""

import gc
import logging
import os
import signal
import sys
import time
from collections.abc import Iterator
from typing import Any, Final

LIMIT_S: Final = 300
"""After so long it is ended, whatever it is at."""

NICENESS: Final = 10
"""It gets what the workers leave of the machine: who reads a page comes before who waits for figures."""


def main(token: str, database: str) -> None:
    """Count all that is counted of a state of the record.

    Args:
        token: of the state.
        database: the name of the database that the worker reads; of another one nothing is counted.
    """
    signal.alarm(LIMIT_S)
    os.nice(NICENESS)
    gc.disable()  # a quarter of the time, for what is gone in a moment
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kamervragen.settings")
    import django

    django.setup()
    sys.excepthook = lambda *info: logging.getLogger("kamervragen.pages").error("counting_failed", exc_info=info)
    from django.db import connection

    if str(connection.settings_dict["NAME"]) == database:
        _count(token)


def _count(token: str) -> None:
    from kamervragen.site.counted import COUNTER, Told, path_of, remove_others, write
    from kamervragen.store.counts import read_state

    COUNTER.is_outside = True
    began = time.monotonic()
    for count in list_counts():
        if not path_of(count.name, token).exists():
            value = count.make()
            if count.is_whole(value):
                write(count, token, Told(value, time.monotonic() - began))
    remove_others([token, read_state().token])


def list_counts() -> Iterator[Any]:
    """All that is counted outside, what takes least first."""
    from kamervragen.site import coverage, home, members, ministries, names, statistics

    yield from (coverage.COVERAGE, coverage.MISSING_NUMBERS, ministries.OFFICES, home.NEWS, members.REGISTER)
    yield from statistics.OPTIONS.values()
    yield from ministries.list_counts()
    yield from names.list_counts()
    yield statistics.FIGURES
    yield from statistics.PAGES.values()


if __name__ == "__main__":
    main(*sys.argv[1:])
