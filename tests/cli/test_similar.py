"""`kamervragen similar`: what it prints, and its exit status."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from command_line import run, surroundings
from items import make_index, make_item
from kamervragen.terms import Side

ASKED = "Wie betaalt de veerpont over de Waal?"
PEOPLE = {"submitters": ("Jansen",), "addressees": ("minister (Defensie)",)}
ITEMS = (
    make_item(key="ah-tk-20302031-8", text=ASKED, other="De provincie.", subject="het veer", **PEOPLE),
    make_item(key="ah-tk-20302031-8", side=Side.ANSWER, anchor="antwoord-1", text="De provincie.", other=ASKED),
    make_item(key="kv-tk-2031z00042", text=ASKED, received_on=None, **PEOPLE),
    make_item(key="bron-0123456789ab", text="Vaart de pont nog?", received_on=None, submitted_on=date(2030, 1, 1)),
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an index of four items."""
    folder = tmp_path_factory.mktemp("data")
    make_index(folder / "index", ITEMS)
    return folder


def test_earlier_questions_are_printed_with_their_answer_and_why_they_match(data: Path) -> None:
    assert run(data, "similar", "Wie betaalt de veerpont over de Waal?", COLUMNS="120") == (
        0,
        "1 eerdere vraag, in de 3 vragen die hier staan.\n"
        "\n"
        "1. Aanhangsel 2030–2031, nr. 8, vraag 1  Jansen aan minister (Defensie), 16-2-2031\n"
        "    woordelijk gelijk; gemeen: betaalt, veerpont en Waal\n"
        "    Wie betaalt de veerpont over de Waal?\n"
        "    Antwoord: De provincie.\n"
        "    Ook gesteld in 1 ander document, zonder antwoord.\n",
        "",
    )


def test_a_text_can_be_piped_in(data: Path) -> None:
    command = [sys.executable, "-m", "kamervragen", "similar", "--json"]
    text = f"Vraag 1\n{ASKED}\n"

    done = subprocess.run(command, env=surroundings(data), input=text, capture_output=True, text=True, check=True, timeout=60)

    (line,) = done.stdout.splitlines()
    first = json.loads(line)
    assert (first["rank"], first["likeness"], first["share"]) == (1, "same", 1.0)
    assert [place["address"] for place in first["places"]] == [
        "/documenten/ah-tk-20302031-8#vraag-1",
        "/documenten/kv-tk-2031z00042#vraag-1",
    ]
    assert first["places"][0]["other"] == "De provincie."


def test_a_question_of_the_record_is_compared_with_all_others(data: Path) -> None:
    status, output, errors = run(data, "similar", "--like", "ah-tk-20302031-8#vraag-1", "--json")

    assert (status, errors) == (0, "")
    assert [place["key"] for line in output.splitlines() for place in json.loads(line)["places"]] == ["kv-tk-2031z00042"]


def test_nothing_found_is_said_and_is_no_failure(data: Path) -> None:
    sentence = "Niets gevonden dat hierop lijkt, in de 3 vragen die hier staan.\n"

    assert run(data, "similar", "Xylofoons zoemen.") == (0, sentence, "")
    assert run(data, "similar", "Xylofoons zoemen.", "--json") == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["wolf"], "Eén woord is te weinig om te vergelijken; plak de hele vraag, of zoek op het woord.\n"),
        (["a b " * 3_000], "De tekst is te lang; plak hooguit 10000 tekens, bijvoorbeeld één vraag tegelijk.\n"),
        (
            ["--like", "ah-tk-20302031-8#vraag-9"],
            "De zoekindex heeft geen vraag «ah-tk-20302031-8#vraag-9»; schrijf bijvoorbeeld ah-tk-20232024-1067#vraag-2.\n",
        ),
    ],
)
def test_what_cannot_be_compared_gets_one_sentence_and_status_2(data: Path, arguments: list[str], sentence: str) -> None:
    assert run(data, "similar", *arguments) == (2, "", sentence)
