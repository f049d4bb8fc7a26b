"""The record on a PostgreSQL server, chosen by `DATABASE_URL` alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

DOCUMENT = """\
Vragen van het lid Van Duinkerken (Partij voor de Proef) aan de Minister van Defensie over «Oefenterrein wordt heide»
(ingezonden 4 maart 2024).
Antwoord van Minister Terpstra (Defensie) (ontvangen 22 maart 2024).

Vraag 1
Kent u het bericht «Oefenterrein wordt heide»?

Antwoord 1
Ja.
"""


def _run(url: str, data: Path, *command: str) -> str:
    """What a command prints, run in a process of its own, as the settings are read once per process."""
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "KAMERVRAGEN_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "kamervragen.settings",
    }
    done = subprocess.run(
        [sys.executable, "-m", *command], env=environment, check=True, capture_output=True, text=True, timeout=120
    )
    return done.stdout + done.stderr


@pytest.mark.postgres
def test_a_document_is_kept_on_the_server_and_known_the_second_time(postgres_url: str, tmp_path: Path) -> None:
    document = tmp_path / "vragen.txt"
    document.write_text(DOCUMENT)

    first = _run(postgres_url, tmp_path / "data", "kamervragen", "ingest", str(document))
    second = _run(postgres_url, tmp_path / "data", "kamervragen", "ingest", str(document))

    assert "1 document opgenomen, 0 al bekend, 0 mislukt." in first
    assert "0 documenten opgenomen, 1 al bekend, 0 mislukt." in second
    assert "1 publicatie uit 1 bron, met 1 vraag" in _run(postgres_url, tmp_path / "data", "kamervragen", "status")
    assert not (tmp_path / "data/kamervragen.sqlite3").exists()
