"""What every test may ask for, and what a marked test needs before it can run.

A test marked `browser` or `postgres` is skipped, with what to install, where that is missing; with CI=true it fails instead.
A test marked `real` is skipped unless KAMERVRAGEN_CORPUS names a folder of real documents.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from postgres_server import PostgresServer, find_binaries, serve_postgres
from records import make_tables, record_in

# A slow or busy machine is no reason to fail, and CI must say the same twice; what is found elsewhere becomes a named example.
settings.register_profile("kamervragen", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("kamervragen")


def _missing_browser() -> str | None:
    return None if shutil.which("chromium") else "needs Chromium: apt-get install chromium"


def _missing_postgres() -> str | None:
    return None if find_binaries() else "needs PostgreSQL: apt-get install postgresql"


def _missing_corpus() -> str | None:
    folder = os.environ.get("KAMERVRAGEN_CORPUS")
    if not folder:
        return "needs real documents: set KAMERVRAGEN_CORPUS to a folder that holds them"
    return None if Path(folder).is_dir() else f"KAMERVRAGEN_CORPUS names no folder: {folder}"


_NEEDS: dict[str, Callable[[], str | None]] = {
    "browser": _missing_browser,
    "postgres": _missing_postgres,
    "real": _missing_corpus,
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip, or in CI fail, a marked test whose needs are not met."""
    for marker, find_missing in _NEEDS.items():
        missing = find_missing() if item.get_closest_marker(marker) else None
        if missing and marker != "real" and os.environ.get("CI") == "true":
            pytest.fail(missing, pytrace=False)
        elif missing:
            pytest.skip(missing)


@pytest.fixture
def corpus() -> Path:
    """The folder of real documents, for tests marked `real`."""
    return Path(os.environ["KAMERVRAGEN_CORPUS"])


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A PostgreSQL server of this run."""
    with serve_postgres() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> str:
    """The address of a new, empty database, for tests marked `postgres`."""
    return postgres_server.make_database()


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Path]:
    """The data folder of an empty record, on which Django is at work for as long as the test lasts."""
    data = tmp_path / "data"
    data.mkdir()
    with record_in(data):
        make_tables()
        yield data
