"""A running `kamervragen serve` of a test's own, and requests to it, whole ones and broken ones."""

import http.client
import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from command_line import surroundings

PATIENCE_S = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    raw: bytes

    @property
    def body(self) -> str:
        """The text of it."""
        return self.raw.decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A running site. `stderr` is the file that holds its log lines."""

    process: subprocess.Popen[str]
    host: str
    port: int
    stderr: Path

    def get(self, path: str, *, method: str = "GET", headers: dict[str, str] | None = None, body: bytes | None = None) -> Answer:
        """The answer to a request that is in order."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=PATIENCE_S)
        try:
            connection.request(method, path, headers=headers or {}, body=body)
            response = connection.getresponse()
            named = {name.lower(): value for name, value in response.getheaders()}
            return Answer(status=response.status, headers=named, raw=response.read())
        finally:
            connection.close()

    def send(self, request: bytes) -> bytes:
        """All that comes back when exactly these bytes are sent."""
        with socket.create_connection((self.host, self.port), timeout=PATIENCE_S) as connection:
            connection.sendall(request)
            return b"".join(iter(lambda: connection.recv(65_536), b""))

    def lines(self) -> list[dict[str, object]]:
        """The log lines up to now."""
        return [json.loads(line) for line in self.stderr.read_text().splitlines()]

    def workers(self, n: int) -> list[psutil.Process]:
        """The processes that answer, once there are so many."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            found = [each for each in psutil.Process(self.process.pid).children() if _lives(each)]
            if len(found) == n:
                return found
        raise TimeoutError(f"{n} workers")

    def end(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Ask the site to end; gives its exit status."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE_S)


def _lives(process: psutil.Process) -> bool:
    """Whether it has not ended; also when it ends while it is asked."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@contextmanager
def serve(folder: Path, *arguments: object, **variables: str) -> Iterator[Site]:
    """The site of the record in the folder's `data`, on a free port, for as long as the context lasts.

    Args:
        folder: a folder of the test's own.
        arguments: more of the command line.
        variables: environment variables for it.
    """
    stderr = folder / "stderr"
    environment = surroundings(folder / "data", **variables)
    command = [sys.executable, "-m", "kamervragen", "serve", "--port", "0", *map(str, arguments)]
    with (
        stderr.open("w") as said,
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=said, text=True) as process,
    ):
        address = process.stdout.readline().split()[4]
        host, _, port = address.removeprefix("http://").rstrip("/").rpartition(":")
        try:
            yield Site(process=process, host=host.strip("[]"), port=int(port), stderr=stderr)
        finally:
            process.terminate()
