"""Figures of the whole record, counted once for each state of it by a process beside those that answer, and read by them all.

    count → counted/<name>.<state>.json in the data folder → what was counted
              ↑ where it is not there yet: `python -m kamervragen.site.counting`, once for all workers

Who waits for it holds nothing that another visitor needs. Where it cannot be so (a folder that cannot be written, a process
that dies), the worker counts itself; and so it counts a small record, which takes less than starting a program.
"""

import fcntl
import hashlib
import json
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Generic, NamedTuple, TypeVar

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext_noop

import kamervragen
from kamervragen.contract import Json
from kamervragen.errors import StoreError
from kamervragen.site import packed
from kamervragen.store.counts import read_state
from kamervragen.store.faults import database_faults
from kamervragen.store.models import Publication

LEAST: Final = 5_000
"""So many publications make a record large."""

PATIENCE_S: Final = 30.0
MAX_WAITING: Final = 1  # of the threads of a worker, so that another is there for pages that need no counts
_STILL: Final = gettext_noop("De cijfers worden nog geteld. Probeer het over een minuut opnieuw.")
COMMAND: Final = (sys.executable, "-m", "kamervragen.site.counting")

_SAYING: Final = frozenset({".py", ".mo", ".csv"})  # files of the program that make what is counted
_LOOK_S: Final = 0.02  # between two looks whether it is there
_LOGGER: Final = logging.getLogger("kamervragen.pages")

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Generic[_T]):
    """Something that is counted of the whole record.

    Args:
        name: of its file: small letters, digits and hyphens.
        make: counts it.
        unpack: makes it of what came out of JSON; `packed.unpacker` of its type, mostly.
        pack: what goes into the JSON.
        is_whole: whether all of it could be made; what lacks a part is not written, so that not every worker lacks it.
        is_light: whether counting takes so little that a worker counts itself what is not there yet, instead of waiting.
    """

    name: str
    make: Callable[[], _T]
    unpack: Callable[[Any], _T]
    pack: Callable[[_T], Json] = packed.pack
    is_whole: Callable[[_T], bool] = lambda _: True
    is_light: bool = False


class Told(NamedTuple, Generic[_T]):
    """What was counted, and the seconds that counting took, whoever did it."""

    value: _T
    cost_s: float


class Counter:
    """Gives what is counted; threads may share it.

    Args:
        least: from so many publications on, another process counts.
        command: that process, to which are handed: the state of the record, and its database.
        patience_s: so long a request waits for it.
    """

    def __init__(self, least: int = LEAST, command: Sequence[str] = COMMAND, patience_s: float = PATIENCE_S) -> None:
        self._least, self._command, self._patience_s = least, command, patience_s
        self._failed = ""  # the state that could not be counted outside
        self._places = threading.BoundedSemaphore(MAX_WAITING)
        self._here = threading.RLock()  # what is counted here may count more
        self.is_outside = False
        """Whether this is the process that counts."""

    def take(self, count: Count[_T]) -> Told[_T]:
        """What is counted, of the record as it is now.

        Raises:
            StoreError: it is still being counted, and was waited for long enough, or another thread of this worker waits.
        """
        token = read_state().token
        if not self.is_outside and token != self._failed and Publication.objects.count() >= self._least:
            try:
                told = self._take_outside(count, token)
            except StoreError:
                if not count.is_light:
                    raise
                told = None
            if told:
                return told
        with self._here:
            began = time.monotonic()
            return Told(count.make(), time.monotonic() - began)

    def begin(self) -> None:
        """Have everything counted that is not counted yet, so that no visitor waits for it; waits for nothing itself."""
        with suppress(StoreError, OSError), database_faults():
            token = read_state().token
            if Publication.objects.count() < self._least:
                return
            folder = path_of("", token).parent
            folder.mkdir(exist_ok=True)
            lock = _lock(folder)
            if lock is not None:
                self._start(token, lock)
                os.close(lock)

    def _take_outside(self, count: Count[_T], token: str) -> Told[_T] | None:
        try:
            text = self._wait(count, token)
            if text is not None:
                cost_s, value = json.loads(text)
                return Told(count.unpack(value), cost_s)
            _LOGGER.warning("not_counted_outside")
        except (OSError, ValueError, TypeError, LookupError):
            _LOGGER.warning("not_counted_outside", exc_info=True)
        self._failed = token
        return None

    def _wait(self, count: Count[_T], token: str) -> bytes | None:
        """What the file says, once it is there; None when the process ended without it."""
        path = path_of(count.name, token)
        text = _read(path)
        if text is not None:
            return text
        if count.is_light:
            self.begin()  # it takes longer to begin than counting takes
            raise StoreError("still_counting", _STILL)
        if not self._places.acquire(blocking=False):
            raise StoreError("still_counting", _STILL)
        try:
            return self._wait_for(path, token)
        finally:
            self._places.release()

    def _wait_for(self, path: Path, token: str) -> bytes | None:
        path.parent.mkdir(exist_ok=True)
        has_started = False
        until = time.monotonic() + self._patience_s
        while time.monotonic() < until:
            text = _read(path)
            if text is not None:
                return text
            lock = _lock(path.parent)
            if lock is not None:
                try:
                    if has_started:
                        return _read(path)  # which may have come between the look and the lock
                    self._start(token, lock)
                    has_started = True
                finally:
                    os.close(lock)
            time.sleep(_LOOK_S)
        raise StoreError("still_counting", _STILL)

    def _start(self, token: str, lock: int) -> None:
        """Start the process that counts; it holds the lock as long as it lives, also when this worker ends."""
        process = subprocess.Popen(  # noqa: S603 - our own program
            [*self._command, token, str(connection.settings_dict["NAME"])],
            env=os.environ | {"KAMERVRAGEN_DATA": str(settings.DATA)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=[lock],
        )
        threading.Thread(target=process.wait, name="counting", daemon=True).start()  # so that nothing of it stays


COUNTER: Final = Counter()


def path_of(name: str, token: str) -> Path:
    """The file of a count of a state of the record, by this version of the program: another may count or say it otherwise."""
    return Path(settings.DATA) / "counted" / f"{name}.{_state(token)}.json"


def _state(token: str) -> str:
    return f"{token}-{_fingerprint()}"


@lru_cache
def _fingerprint() -> str:
    """Twelve digits that tell versions of the program apart, also those that nobody gave a number."""
    root = Path(kamervragen.__file__).parent
    files = sorted(path for path in root.rglob("*") if path.suffix in _SAYING)
    seen = [(str(path.relative_to(root)), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:12]


def write(count: Count[_T], token: str, told: Told[_T]) -> None:
    """Write a count for the others, who see all of it or nothing."""
    path = path_of(count.name, token)
    draft = path.with_suffix(".part")
    draft.write_text(json.dumps([told.cost_s, count.pack(told.value)], ensure_ascii=False, separators=(",", ":")), "utf-8")
    draft.replace(path)


def remove_others(tokens: Sequence[str]) -> None:
    """Remove the counts of all states but these."""
    states = [_state(each) for each in tokens]
    for path in path_of("", "").parent.glob("*.*.*"):
        if path.name.split(".")[1] not in states:
            path.unlink(missing_ok=True)


def _read(path: Path) -> bytes | None:
    with suppress(FileNotFoundError):
        return path.read_bytes()
    return None


def _lock(folder: Path) -> int | None:
    """The lock of the folder as an open file; None when another process counts."""
    lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return None
    return lock
