"""`kamervragen search`: what it prints, and its exit status."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from items import make_index, make_item
from kamervragen.terms import Side

RAIN = make_item(
    key="ah-tk-20302031-8", text="Hoeveel ambtenaren staan er in de regen?", other="Geen een.", subject="het weer",
    submitters=("Jansen", "De Vries"), parties=("D66",), addressees=("minister (Defensie)",), ministries=("mnre1018",),
)  # fmt: skip
ITEMS = (
    RAIN,
    make_item(
        key=RAIN.key, side=Side.ANSWER, anchor="antwoord-1", text="Geen een.", other=RAIN.text, received_on=date(2031, 2, 16)
    ),
    make_item(key="bron-0123456789ab", text="Klopt het dat ambtenaren <nooit> klagen?", received_on=None, submitted_on=None),
    make_item(key="bron-aaaaaaaaaaaa", text="Valt er hagel?", received_on=None, submitted_on=None),
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an index of four items."""
    folder = tmp_path_factory.mktemp("data")
    make_index(folder / "index", ITEMS)
    return folder


def _search(data: Path, *arguments: str, **environment: str) -> tuple[int, str, str]:
    """The exit status, what is printed, and what is said on standard error."""
    variables = {**os.environ, "KAMERVRAGEN_DATA": str(data), "PYTHONWARNINGS": "error", "COLUMNS": "120", **environment}
    command = [sys.executable, "-m", "kamervragen", "search", *arguments]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def test_hits_are_printed_with_their_place_who_asked_whom_and_the_stretch_that_shows_why(data: Path) -> None:
    assert _search(data, "ambtenaar regen de") == (
        0,
        "1 vraag of antwoord met alles wat er gevraagd is, 1 met een deel ervan.\n"
        "Ook gezocht op wat bij «ambtenaar» hoort: ambtenaren.\n"
        "Te gewone woorden, niet naar gezocht: de.\n"
        "\n"
        "1. Aanhangsel 2030–2031, nr. 8, vraag 1  Jansen en De Vries aan minister (Defensie), 16-2-2031\n"
        "    Hoeveel ambtenaren staan er in de regen?\n"
        "\n"
        "Met een deel van wat er gevraagd is:\n"
        "\n"
        "2. bron-0123456789ab, vraag 1\n"
        "    Klopt het dat ambtenaren <nooit> klagen?\n",
        "",
    )


def test_what_was_asked_for_is_bold_on_a_terminal_without_colours(data: Path) -> None:
    _, output, _ = _search(data, '"regen"', FORCE_COLOR="1", NO_COLOR="1", TERM="xterm")

    assert "in de \x1b[1mregen\x1b[0m?" in output
    assert "\x1b[3" not in output


def test_facets_are_counted_when_asked_for(data: Path) -> None:
    _, output, _ = _search(data, "ambtenaren", "--facets")

    assert "\nsoort: antwoord 2\njaar: 2031 1\nministerie: Defensie 1\nfractie: D66 1\n" in output
    assert output.endswith("indiener: De Vries 1 · Jansen 1\nin: vraag 2\n")


def test_json_has_one_hit_a_line_with_all_that_is_known_of_it(data: Path) -> None:
    status, output, errors = _search(data, "ambtenaar regen", "--json")
    first, second = map(json.loads, output.splitlines())

    assert (status, errors) == (0, "")
    assert {name: first[name] for name in ("rank", "address", "key", "side", "anchor", "numbers", "other", "subject")} == {
        "rank": 1,
        "address": "/documenten/ah-tk-20302031-8#vraag-1",
        "key": "ah-tk-20302031-8",
        "side": "question",
        "anchor": "vraag-1",
        "numbers": ["1"],
        "other": "Geen een.",
        "subject": "het weer",
    }
    assert first["snippet"][1] == {"text": "ambtenaren", "is_match": True}
    assert "".join(piece["text"] for piece in first["snippet"]) == first["text"]
    assert (first["is_complete"], second["is_complete"]) == (True, False)
    assert (first["received_on"], second["received_on"]) == ("2031-02-16", None)
    assert isinstance(first["score"], float)


def test_pages_and_orders_can_be_asked_for(data: Path) -> None:
    _, output, _ = _search(data, "ambtenaren", "--order", "oldest", "--size", "1", "--page", "2", "--json")

    (line,) = output.splitlines()
    assert (json.loads(line)["key"], json.loads(line)["rank"]) == ("bron-0123456789ab", 2)


def test_nothing_found_is_said_and_is_no_failure(data: Path) -> None:
    sentence = "Niets gevonden; probeer minder of andere woorden, of laat een veld weg.\n"

    assert _search(data, "sneeuwpop") == (0, sentence, "")
    assert _search(data, "sneeuwpop", "--json") == (0, "", "")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("foo:bar", "Het veld «foo» (teken 1) bestaat niet; kies indiener, fractie, ministerie, jaar, datum, soort of in, "
         "of zet achter de dubbele punt een spatie.\n"),
        ("a* OR b*", "«a*» (teken 1) is te kort; zet vóór het sterretje ten minste 2 letters.\n"),
        ("regen \udcff", "Bij teken 7 staat een teken dat geen leesbare tekst is; typ de zoekvraag opnieuw.\n"),
    ],
)  # fmt: skip
def test_a_query_that_is_not_understood_gets_one_sentence_and_status_2(data: Path, query: str, sentence: str) -> None:
    assert _search(data, query) == (2, "", sentence)


def test_without_an_index_it_says_how_to_make_one(tmp_path: Path) -> None:
    status, output, errors = _search(tmp_path, "regen")

    assert (status, output) == (2, "")
    assert errors == "Er is nog geen zoekindex; maak haar met «kamervragen index».\n"
