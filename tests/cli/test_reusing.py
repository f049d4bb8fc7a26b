"""Passages that stand in several publications, at the command line."""

import json
from pathlib import Path

import pytest

from command_line import run

PASSAGE = (
    "De gemeente Duinoord heeft in het voorjaar een vergunning verleend voor drie windmolens langs de vaart bij Ziltdorp, en de "
    "provincie ziet daarop toe."
)
_DOCUMENT = """\
Tweede Kamer der Staten-Generaal
Vergaderjaar 2030–2031 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden
{n}
Vragen van het lid Jansen (Partij A) aan de Minister van Defensie over windmolens (ingezonden 29 januari 2031).
Antwoord van Minister De Vries (Defensie) (ontvangen {n} februari 2031).

Vraag 1
Regent het op plein {n}?

Antwoord 1
{answer}

ah-tk-20302031-{n}
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A record of three documents, two of which have a passage in common."""
    (tmp_path / "in").mkdir()
    for n, answer in enumerate((PASSAGE, f"Nee. {PASSAGE}", "Ja."), 1):
        (tmp_path / "in" / f"{n}.txt").write_text(_DOCUMENT.format(n=n, answer=answer), encoding="utf-8")
    assert run(tmp_path / "data", "ingest", tmp_path / "in").status == 0
    return tmp_path / "data"


def test_it_is_brought_up_to_date_or_made_anew(data: Path) -> None:
    assert run(data, "reuse") == (
        0,
        "De overgenomen passages zijn bij: 0 publicaties bijgewerkt, met 0 antwoorden die lang genoeg zijn.\n",
        "",
    )
    assert run(data, "reuse", "--rebuild") == (
        0,
        "De overgenomen passages zijn bij: 3 publicaties opnieuw vergeleken, met 2 antwoorden die lang genoeg zijn.\n",
        "",
    )


def test_where_nobody_looked_yet_the_command_does(data: Path) -> None:
    (data / "reuse" / "current").unlink()

    assert run(data, "reuse").output.startswith("De overgenomen passages zijn bij: 3 publicaties opnieuw vergeleken")


def test_the_passages_of_a_publication_are_listed(data: Path) -> None:
    assert run(data, "reuse", "--of", "ah-tk-20302031-2") == (
        0,
        f"antwoord-1: 24 woorden ook in ah-tk-20302031-1 antwoord-1 (hetzelfde dossier)\n    {PASSAGE.rstrip('.')}\n",
        "",
    )


def test_the_passages_of_a_publication_are_listed_as_json(data: Path) -> None:
    (line,) = run(data, "reuse", "--of", "ah-tk-20302031-2", "--json").output.splitlines()

    assert json.loads(line) == {
        "key": "ah-tk-20302031-2",
        "anchor": "antwoord-1",
        "span": [5, 5 + len(PASSAGE) - 1],
        "other_key": "ah-tk-20302031-1",
        "other_anchor": "antwoord-1",
        "other_span": [0, len(PASSAGE) - 1],
        "n_words": 24,
        "is_same_dossier": True,
        "text": PASSAGE.rstrip("."),
    }


def test_a_publication_without_passages_gives_one_sentence(data: Path) -> None:
    assert run(data, "reuse", "--of", "ah-tk-20302031-3").output == (
        "Er zijn geen passages gevonden die ook in antwoorden van andere publicaties staan.\n"
    )
    assert run(data, "reuse", "--of", "ah-tk-20302031-3", "--json").output == ""


def test_the_most_copied_passages_are_listed(data: Path) -> None:
    assert run(data, "reuse", "--most").output == (
        f"ah-tk-20302031-1 antwoord-1: woord voor woord in 2 publicaties\n    {PASSAGE.rstrip('.')}\n"
    )
