"""The tables are what the models say."""

import os
import subprocess
import sys
from pathlib import Path


def test_no_table_waits_for_a_migration(tmp_path: Path) -> None:
    environment = {**os.environ, "KAMERVRAGEN_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "kamervragen.settings"}
    command = [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run", "--skip-checks"]

    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True, timeout=120)

    assert done.stdout.strip() == "No changes detected"
