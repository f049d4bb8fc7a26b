"""A PostgreSQL server for one test run: made in a temporary folder, on a free port of this machine, and gone afterwards."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

# The server refuses to run as root; Debian's package makes this user for it.
SERVICE_USER = "postgres"


@dataclass
class PostgresServer:
    """A server that runs on a port of this machine, with the databases made on it so far."""

    port: int
    n_databases: int = 0

    def make_database(self) -> str:
        """The address of a new, empty database."""
        self.n_databases += 1
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE test_{self.n_databases}")
        return self.address(f"test_{self.n_databases}")

    def address(self, database: str) -> str:
        """The address of a database on this server, as `DATABASE_URL` wants it."""
        return f"postgresql://kamervragen@127.0.0.1:{self.port}/{database}"


def find_binaries() -> Path | None:
    """The folder of the newest installed server's programs; None when there is none."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(folders, key=lambda folder: int(folder.parent.name), default=None)


def find_free_port() -> int:
    """A port on which nothing listens now."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def _run(*command: str | Path, cwd: Path) -> None:
    # Not every root has /usr/sbin on the path.
    as_user = [shutil.which("runuser") or "/usr/sbin/runuser", "-u", SERVICE_USER, "--"] if os.geteuid() == 0 else []
    # A pipe would stay open for as long as the server that is started here runs: what it says goes to a file.
    with (cwd / "log").open("a") as log:
        subprocess.run([*as_user, *map(str, command)], cwd=cwd, check=True, stdout=log, stderr=log, stdin=subprocess.DEVNULL)


@contextmanager
def serve_postgres() -> Iterator[PostgresServer]:
    """A server that lives as long as the context."""
    binaries = find_binaries()
    assert binaries, "apt-get install postgresql"
    folder, port = Path(tempfile.mkdtemp(prefix="kamervragen-postgres-")), find_free_port()
    if os.geteuid() == 0:
        shutil.chown(folder, SERVICE_USER)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -k {folder}"
    try:
        _run(binaries / "initdb", "-D", "data", "-A", "trust", "-U", "kamervragen", "-E", "UTF8", "--no-sync", cwd=folder)
        _run(binaries / "pg_ctl", "-D", "data", "-o", options, "-w", "start", cwd=folder)
        try:
            yield PostgresServer(port)
        finally:
            _run(binaries / "pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop", cwd=folder)
    finally:
        shutil.rmtree(folder)
