"""Dossiers at the command line: one filing, what is open, and the linking of all."""

import json
import sqlite3
from pathlib import Path

import pytest

from command_line import run

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the bundled examples."""
    folder = tmp_path_factory.mktemp("record")
    run(folder, "ingest", EXAMPLES)
    return folder


def test_a_dossier_is_told_with_who_answered_when_and_who_did_not(data: Path) -> None:
    status, output, errors = run(data, "dossier", "2031Z00042")

    assert (status, errors) == (0, "")
    assert output.startswith("Dossier 2031Z00042: koffieochtenden op ministeries")
    assert "Rietvinck (JA21, ook gedrukt als «Rietvink») aan 12 bewindspersonen, ingezonden 20-1-2031, 9 vragen." in output
    assert "10 van de 12 antwoorden zijn gelezen; niet in het register: minister-president" in output
    assert (
        "\nVan het vergaderjaar 2030-2031 (Tweede Kamer) ontbreken 1.115 nummers in het register; daar kan een antwoord bij zijn.\n"
        in output
    )
    assert "  minister (Defensie)                                  beantwoord, 18 dagen\n" in output
    assert "  minister-president                                   64 dagen over de termijn, 85 dagen na de indiening\n" in output
    assert "  ah-tk-20302031-1043        bericht van uitstel, minister (Justitie en Veiligheid), 10-2-2031\n" in output
    assert "  ! De naam van de indiener is verschillend gedrukt: «Rietvinck» en «Rietvink».\n" in output


@pytest.mark.parametrize("name", ["2031Z00042", "kv-tk-2031Z00042", "ah-tk-20302031-1043"])
def test_a_dossier_is_found_by_its_case_number_and_by_any_of_its_publications(data: Path, name: str) -> None:
    assert run(data, "dossier", name).output.startswith("Dossier 2031Z00042: ")


def test_what_a_heading_names_and_the_record_does_not_hold_is_listed(data: Path) -> None:
    output = run(data, "dossier", "ah-tk-20302031-1107").output

    assert "\nGenoemd, en niet in het register\n  ah-tk-" in output


def test_a_dossier_as_json_is_what_the_twin_of_its_page_gives(data: Path) -> None:
    status, output, errors = run(data, "dossier", "2031Z00042", "--json")

    told = json.loads(output)
    assert (status, errors) == (0, "")
    assert list(told) == [
        "key", "aliases", "filing", "memberships", "unread", "relations", "doubts", "findings", "timing", "comparison",
    ]  # fmt: skip
    assert len(told["memberships"]) == 13
    assert told["timing"]["clocks"][3]["answered_on"] == "2031-02-07"
    assert [each["code"] for each in told["findings"]] == ["names_differ"]


def test_a_dossier_that_is_not_there_is_a_sentence(data: Path) -> None:
    status, output, errors = run(data, "dossier", "1999Z00001")

    assert (status, output) == (2, "")
    assert errors == (
        "Er is geen dossier «1999Z00001»; geef een zaaknummer zoals 2024Z01294 of een nummer zoals ah-tk-20232024-1067.\n"
    )


def test_open_questions_begin_with_what_the_list_rests_on_and_stand_oldest_first(data: Path) -> None:
    status, output, errors = run(data, "open")

    first, *lines = output.splitlines()
    assert (status, errors) == (0, "")
    assert first.startswith(
        "Op 8 antwoorden wordt gewacht; bij 6 daarvan is de termijn voorbij. Dat is de stand op 15 april 2031"
    )
    assert "Van het Aanhangsel ontbreken 1.121 nummers" in first
    assert lines[0] == "   85 dagen  uiterlijk 10-2-2031, 64 dagen over de termijn  minister-president, Algemene Zaken"
    assert len(lines) == 16


def test_open_questions_of_one_ministry_that_are_late_as_json(data: Path) -> None:
    status, output, errors = run(data, "open", "--ministry", "SZW", "--overdue", "--json")

    told = [json.loads(line) for line in output.splitlines()]
    assert status == 0
    assert errors.startswith("Op 2 antwoorden wordt gewacht; bij 2 daarvan is de termijn voorbij.")
    assert [(each["dossier"], each["status"], each["due_on"], each["n_days_late"]) for each in told] == [
        ("2031Z00042", "overdue", "2031-03-03", 43),
        ("2031Z00166", "overdue", "2031-03-17", 29),
    ]


def test_an_unknown_ministry_is_a_sentence_with_those_that_there_are(data: Path) -> None:
    status, output, errors = run(data, "open", "--ministry", "Toverij")

    assert (status, output) == (2, "")
    assert errors.startswith("«Toverij» is geen ministerie dat de tabel kent; nu zijn er: ")


def test_linking_says_which_rows_of_the_editor_were_followed(data: Path) -> None:
    (data / "correcties.csv").write_text(
        "action,first,second,reason,by,on\n"
        "join,ah-tk-20302031-1101,kv-tk-2031Z00310,proef,A. de Wit,2031-03-01\n"
        "separate,ah-tk-20302031-1101,ah-tk-20302031-9999,proef,A. de Wit,2031-03-01\n"
        "join,ah-tk-20302031-1101,,proef,A. de Wit,2031-03-01\n"
    )

    status, output, errors = run(data, "link")

    assert (status, errors) == (1, "")
    assert output.splitlines()[1:] == [
        "2 correcties van de redactie, waarvan 1 toegepast.",
        "  wacht: separate ah-tk-20302031-1101 ah-tk-20302031-9999: een van beide staat niet in het register.",
        f"  fout: {data / 'correcties.csv'}: Regel 4: Kolom «second» is leeg; noem de tweede publicatie.",
    ]
    assert "ah-tk-20302031-1101" in run(data, "dossier", "2031Z00310").output
    (data / "correcties.csv").unlink()
    assert run(data, "link").output == "2 publicaties gekoppeld; er zijn 28 dossiers.\n"


def test_a_file_of_corrections_that_cannot_be_read_stops_an_ingest_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "correcties.csv").write_bytes(b"\xff\xfe\x00")

    status, _, errors = run(tmp_path / "data", "ingest", EXAMPLES / "ah-tk-20302031-1101.xml")

    assert status == 2
    assert "sla het op als CSV in UTF-8" in errors
    assert "0 publicaties uit 0 bronnen" in run(tmp_path / "data", "status").output


def test_a_record_of_before_there_were_dossiers_says_how_to_make_them(tmp_path: Path) -> None:
    run(tmp_path, "ingest", EXAMPLES / "ah-tk-20302031-1101.xml")
    with sqlite3.connect(tmp_path / "kamervragen.sqlite3") as database:
        for table in ("membershiprow", "dossiername", "askerrow", "addresseerow", "changerow", "dossierrow", "candidatekey"):
            database.execute(f"DELETE FROM store_{table}")
        database.execute("UPDATE store_reading SET packed_citations = NULL")
    sentence = "1 publicatie staat nog in geen dossier; «kamervragen link --rebuild» maakt de dossiers."

    assert sentence in run(tmp_path, "status").output
    assert sentence in run(tmp_path, "dossier", "ah-tk-20302031-1101").errors
    assert sentence in run(tmp_path, "open").output
    assert run(tmp_path, "link", "--rebuild") == (0, "1 publicatie gekoppeld; er is 1 dossier.\n", "")
    assert run(tmp_path, "dossier", "ah-tk-20302031-1101").status == 0
