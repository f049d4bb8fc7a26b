"""The search index at the command line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from invented import text_of, write_documents
from kamervragen.search.writer import update


def _run(data: Path, *arguments: object) -> tuple[int, str, str]:
    """The exit status, what is printed, and what is said on standard error."""
    environment = {**os.environ, "KAMERVRAGEN_DATA": str(data), "DATABASE_URL": "", "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-m", "kamervragen", *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A record of three documents with its index."""
    _run(tmp_path / "data", "ingest", write_documents(tmp_path / "in", 3))
    return tmp_path / "data"


def test_the_index_is_brought_up_to_date_or_made_anew(data: Path) -> None:
    assert _run(data, "index") == (0, "De zoekindex is bij: 0 publicaties met 0 vragen en antwoorden bijgewerkt.\n", "")
    assert _run(data, "index", "--rebuild") == (0, "De zoekindex is gemaakt: 3 publicaties met 12 vragen en antwoorden.\n", "")
    assert (data / "index" / "current").read_text() == "000002"


def test_where_there_is_no_index_the_command_makes_it(data: Path) -> None:
    for path in (data / "index").glob("**/*"):
        if path.is_file():
            path.unlink()

    assert _run(data, "index") == (0, "De zoekindex is gemaakt: 3 publicaties met 12 vragen en antwoorden.\n", "")


def test_an_index_of_another_version_is_made_anew(data: Path) -> None:
    (data / "index" / "000001" / "made_for").write_text("schema 0")

    assert _run(data, "index") == (0, "De zoekindex is gemaakt: 3 publicaties met 12 vragen en antwoorden.\n", "")


def test_an_ingest_says_when_the_index_does_not_know_its_documents_and_what_to_do(data: Path, tmp_path: Path) -> None:
    (tmp_path / "in" / "0009.txt").write_text(text_of(9))
    (data / "index" / "000001" / "made_for").write_text("schema 0")

    assert _run(data, "ingest", tmp_path / "in") == (
        0,
        "1 document opgenomen, 3 al bekend, 0 mislukt.\n"
        "1 publicatie staat nog niet in de zoekindex; «kamervragen index» zet haar erin.\n",
        "",
    )


def test_while_another_process_is_at_the_index_the_command_says_so(data: Path, tmp_path: Path) -> None:
    (tmp_path / "in" / "0009.txt").write_text(text_of(9))
    busy = (1, "", "Een ander proces werkt de zoekindex al bij; wacht tot dat klaar is.\n")

    with update(data / "index"):
        added = _run(data, "ingest", tmp_path / "in")
        assert (_run(data, "index"), _run(data, "index", "--rebuild")) == (busy, busy)

    assert added[:2] == (
        0,
        "1 document opgenomen, 3 al bekend, 0 mislukt.\n"
        "1 publicatie staat nog niet in de zoekindex; «kamervragen index» zet haar erin.\n",
    )
    assert _run(data, "index") == (0, "De zoekindex is bij: 1 publicatie met 4 vragen en antwoorden bijgewerkt.\n", "")
