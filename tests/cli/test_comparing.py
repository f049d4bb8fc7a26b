"""`kamervragen compare`: what it prints."""

import json
from pathlib import Path

import pytest

from command_line import run
from comparing import EXAMPLES, answering, dossier_of, series
from kamervragen.cli.comparing import print_comparison
from kamervragen.compare import compare
from kamervragen.comparisons import Comparison


def printed(comparison: Comparison, capsys: pytest.CaptureFixture[str], columns: int = 80) -> list[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        assert print_comparison(comparison, as_json=False) == 0
    return [line.rstrip() for line in capsys.readouterr().out.splitlines()]


def test_the_matrix_of_the_series_shows_the_one_that_differs(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(compare(series()), capsys)

    assert lines[:2] == [
        "Dossier 2031Z00042: 9 vragen, 10 stukken met antwoorden.",
        "Eén antwoord wijkt af: Justitie en Veiligheid, vraag 1.",
    ]
    assert "vraag                                      1   2   3   4   5   6   7   8   9" in lines
    assert "Financiën                                  ●   ●   ●   ●   ●   ●   ●   ●   ●" in lines
    assert "Justitie en Veiligheid                     ○   ●   ●   ●   ●   ●   ●   ●   ●" in lines
    assert max(map(len, lines)) <= 80


def test_a_question_that_is_answered_differently_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    replies = [
        answering("ah-1", {"1": "Ja.", "2": "Nee."}),
        answering("ah-2", {"1": "N.v.t.", "2": "Zie vraag 2."}, "Financiën"),
    ]

    assert printed(compare(dossier_of(replies, "1 2")), capsys, 120) == [
        "Dossier 2031Z00099: 2 vragen, 2 stukken met antwoorden.",
        "De antwoorden op vraag 1 lopen uiteen.",
        "",
        "vraag      1   2",
        "Defensie   ○   +",
        "Financiën  ○   ?",
        "● zelfde als de meeste, of bijna   ◐ deelt passages   ○ anders   + enig antwoord   ? zie onder   – geen antwoord",
        "",
        "Vraag 1: Hoe zit dat?",
        "    Defensie: Ja.",
        "    Financiën: N.v.t.",
        "",
        "Vraag 2: Hoe zit dat?",
        "    Financiën: Het antwoord op vraag 2 verwijst naar zichzelf: er staat geen antwoord.",
    ]


def test_more_questions_than_fit_are_told_in_several_tables(capsys: pytest.CaptureFixture[str]) -> None:
    numbers = " ".join(map(str, range(1, 25)))

    lines = printed(compare(dossier_of([answering("ah-1", {numbers: "Ja."})], numbers)), capsys)

    assert [line.split()[1:] for line in lines if line.startswith("vraag")] == [
        [str(n) for n in range(1, 10)], [str(n) for n in range(10, 19)], [str(n) for n in range(19, 25)],
    ]  # fmt: skip
    assert [line for line in lines if line.startswith("Defensie")][2].split()[1:] == ["+"] * 6


def test_a_dossier_without_answers_has_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(compare(dossier_of([], "1")), capsys) == ["Dossier 2031Z00099: 1 vraag, 0 stukken met antwoorden."]


def test_as_json_it_is_one_object_with_all_of_the_comparison(capsys: pytest.CaptureFixture[str]) -> None:
    print_comparison(compare(dossier_of([answering("ah-1", {"1": "Ja."})], "1")), as_json=True)

    assert json.loads(capsys.readouterr().out) == {
        "key": "2031Z00099",
        "replies": [{"key": "ah-1", "offices": ["Defensie"], "part": "reply"}],
        "questions": [
            {
                "number": "1",
                "text": "Hoe zit dat?",
                "cells": [
                    {
                        "reply": "ah-1",
                        "numbers": ["1"],
                        "anchor": "antwoord-1",
                        "text": "Ja.",
                        "form": "yes",
                        "refers_to": [],
                        "leads_to": [],
                        "meant": "Ja.",
                        "problem": "",
                        "likeness": None,
                        "cluster": 0,
                        "shared": [],
                        "own": [[0, 2]],
                    }
                ],
                "clusters": [{"replies": ["ah-1"], "text": "Ja.", "is_identical": True}],
                "outliers": [],
            }
        ],
        "sentence": "",
    }


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the replies of two ministries to one filing."""
    folder = tmp_path_factory.mktemp("data")
    assert run(folder, "ingest", EXAMPLES / "ah-tk-20302031-1063.xml", EXAMPLES / "ah-tk-20302031-1047.xml").status == 0
    return folder


def test_a_dossier_is_found_by_any_of_its_names(data: Path) -> None:
    by_publication = run(data, "compare", "ah-tk-20302031-1063", "--json")

    assert (by_publication.status, by_publication.errors) == (0, "")
    compared = json.loads(by_publication.output)
    assert [each["offices"] for each in compared["replies"]] == [
        ["Binnenlandse Zaken en Koninkrijksrelaties"], ["Justitie en Veiligheid"],
    ]  # fmt: skip
    assert run(data, "compare", compared["key"]).output.splitlines()[1] == "De antwoorden op vraag 1 lopen uiteen."


def test_a_name_that_no_dossier_has_gives_one_sentence(data: Path) -> None:
    done = run(data, "compare", "2031Z99999")

    assert (done.status, done.output) == (2, "")
    assert done.errors == (
        "Er is geen dossier «2031Z99999»; geef een zaaknummer zoals 2024Z01294 of een nummer zoals ah-tk-20232024-1067.\n"
    )
