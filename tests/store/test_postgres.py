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


@pytest.mark.postgres
def test_dossiers_are_made_and_told_on_the_server(postgres_url: str, tmp_path: Path) -> None:
    examples = Path(__file__).parents[2] / "examples" / "documents"
    series = sorted(examples.glob("ah-tk-20302031-10*"))
    _run(postgres_url, tmp_path / "data", "kamervragen", "ingest", *map(str, series[:6]))
    _run(postgres_url, tmp_path / "data", "kamervragen", "ingest", *map(str, series[6:]), str(examples / "kv-tk-2031Z00042.xml"))
    (tmp_path / "data" / "correcties.csv").write_text(
        "action,first,second,reason,by,on\nseparate,ah-tk-20302031-1043,kv-tk-2031Z00042,proef,A. de Wit,2031-03-01\n"
    )

    assert "10 van de 12 antwoorden zijn gelezen" in _run(postgres_url, tmp_path / "data", "kamervragen", "dossier", "2031Z00042")
    assert "gekoppeld; er zijn 2 dossiers." in _run(postgres_url, tmp_path / "data", "kamervragen", "link")
    assert "gekoppeld; er zijn 2 dossiers." in _run(postgres_url, tmp_path / "data", "kamervragen", "link", "--rebuild")
    assert "Op 2 antwoorden wordt gewacht" in _run(postgres_url, tmp_path / "data", "kamervragen", "open", "--ministry", "SZW")
