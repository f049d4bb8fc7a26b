"""CPU time and memory of this process with all that it started, from /proc (Linux only)."""

import os
import threading
from pathlib import Path
from types import TracebackType

_TICK = os.sysconf("SC_CLK_TCK")
_PAUSE_S = 1.0


class Watch:
    """Looks every second, until it is left.

    peak_bytes: the most memory at one look, shared pages counted once for each process that holds them (RSS).
    peak_own_bytes: the same, shared pages divided over those processes (PSS), which is what the machine has to have.
    """

    def __init__(self) -> None:
        self.peak_bytes = self.peak_own_bytes = 0
        self._cpu: dict[int, float] = {}
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end.set()
        self._thread.join()

    @property
    def cpu_s(self) -> float:
        """The CPU seconds of all processes until the latest look, those included that have ended since."""
        return sum(self._cpu.values())

    def look(self) -> None:
        """Look now."""
        rss = pss = 0
        for pid in _family(os.getpid()):
            try:
                self._cpu[pid] = _cpu_of(pid)
                memory = _memory_of(pid)
            except (FileNotFoundError, ProcessLookupError):
                continue  # it has ended between two lines
            rss, pss = rss + memory[0], pss + memory[1]
        self.peak_bytes, self.peak_own_bytes = max(self.peak_bytes, rss), max(self.peak_own_bytes, pss)

    def _run(self) -> None:
        while not self._end.wait(_PAUSE_S):
            self.look()


def _family(pid: int) -> list[int]:
    children: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children += map(int, task.read_text().split())
        except FileNotFoundError:
            continue
    return [pid, *(each for child in children for each in _family(child))]


def _cpu_of(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def _memory_of(pid: int) -> tuple[int, int]:
    lines = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:])
    return int(lines["Rss"].split()[0]) * 1024, int(lines["Pss"].split()[0]) * 1024
