"""The command line as another process."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

PATIENCE_S = 120


class Done(NamedTuple):
    """What a command left: its exit status, what it printed, and what it said on standard error."""

    status: int
    output: str
    errors: str


def surroundings(data: Path, **variables: str) -> dict[str, str]:
    """The environment variables of a command on the record in this folder."""
    return {**os.environ, "KAMERVRAGEN_DATA": str(data), "DATABASE_URL": "", "PYTHONWARNINGS": "error", **variables}


def run(data: Path, *arguments: object, **variables: str) -> Done:
    """Run a command to its end.

    Args:
        data: the data folder.
        arguments: of the command line.
        variables: more environment variables.
    """
    command = [sys.executable, "-m", "kamervragen", *map(str, arguments)]
    done = subprocess.run(
        command, env=surroundings(data, **variables), capture_output=True, text=True, timeout=PATIENCE_S, check=False
    )
    return Done(done.returncode, done.stdout, done.stderr)


def start(data: Path, *arguments: object) -> "subprocess.Popen[str]":
    """A command on the record in a folder, at work."""
    command = [sys.executable, "-m", "kamervragen", *map(str, arguments)]
    environment = {**os.environ, "KAMERVRAGEN_DATA": str(data), "DATABASE_URL": ""}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def kill_after(seconds: float, process: "subprocess.Popen[str]") -> None:
    """Kill a command unless it has come to its end by then."""
    with process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
