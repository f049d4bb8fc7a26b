"""The record on a PostgreSQL server, chosen by `DATABASE_URL` alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.postgres


def _django(url: str, data: Path, *command: str) -> str:
    """What a management command prints, run in a process of its own, as the settings are read once per process."""
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "KAMERVRAGEN_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "kamervragen.settings",
    }
    done = subprocess.run(
        [sys.executable, "-m", "django", *command], env=environment, check=True, capture_output=True, text=True, timeout=120
    )
    return done.stdout


def test_the_tables_of_the_record_are_made_on_a_server(postgres_url: str, tmp_path: Path) -> None:
    _django(postgres_url, tmp_path, "migrate", "--skip-checks")

    tables = _django(postgres_url, tmp_path, "shell", "-v0", "-c", "from django.db import connection as c; print(c.vendor)")
    assert tables.strip() == "postgresql"
    assert not (tmp_path / "kamervragen.sqlite3").exists()


def test_no_table_waits_for_a_migration(tmp_path: Path) -> None:
    assert "No changes detected" in _django("", tmp_path, "makemigrations", "--check", "--dry-run", "--skip-checks")
