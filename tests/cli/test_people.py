"""`kamervragen people`: what it takes over, what it reports, and whom it names."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from invented import write_documents
from kamervragen.people.table import COLUMNS

ROWS = (
    "raaf,Raaf,van,Jos,J.J.,,SP,2010-06-17,2017-03-22,,,,,lijst A",
    "jan,Raaf,van,Jan Jacob,J.J.,,CDA,2010-06-17,2012-09-19,,,,,lijst A",
    "raaf,,,,,,,,,minister,Defensie,2017-10-26,,stcrt-2017-1",
)


def _run(data: Path, *arguments: object) -> tuple[int, str, str]:
    environment = {**os.environ, "KAMERVRAGEN_DATA": str(data), "DATABASE_URL": "", "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-m", "kamervragen", "people", *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


def _write(path: Path, *rows: str) -> Path:
    path.write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    return path


def test_an_import_says_what_it_took_over_and_the_second_changes_nothing(tmp_path: Path) -> None:
    path = _write(tmp_path / "mensen.csv", *ROWS)

    assert _run(tmp_path / "data", "import", path) == (
        0,
        f"{path}: CSV, 3 rijen, waarvan 0 overgeslagen en 0 niet begrepen\n"
        "5 nieuw, 0 gewijzigd, 0 al bekend, 0 vervallen.\n"
        "Bekend zijn nu 2 personen.\n",
        "",
    )
    assert "\n0 nieuw, 0 gewijzigd, 5 al bekend, 0 vervallen.\n" in _run(tmp_path / "data", "import", path)[1]


def test_a_malformed_row_is_named_the_others_hold_and_the_status_is_1(tmp_path: Path) -> None:
    path = _write(tmp_path / "mensen.csv", *ROWS, "wulp,,,,,,,,,koning,Defensie,,,lijst")

    status, output, errors = _run(tmp_path / "data", "import", path)

    assert (status, errors) == (1, "")
    assert "4 rijen, waarvan 0 overgeslagen en 1 niet begrepen\n  rij 5: In het veld role staat geen van" in output
    assert "5 nieuw" in output


def test_rows_that_contradict_each_other_are_named_and_the_status_is_1(tmp_path: Path) -> None:
    other_end = "raaf,,,,,,SP,2010-06-17,2016-01-31,,,,,lijst B"
    path = _write(tmp_path / "mensen.csv", *ROWS, other_end)

    status, output, errors = _run(tmp_path / "data", "import", path)

    assert (status, errors) == (1, "")
    assert "Rijen spreken elkaar tegen over «csv:seat|raaf|SP|2010-06-17»: de laatste telt nu." in output
    assert "2010-06-17 tot en met 2016-01-31  SP  (lijst B)" in _run(tmp_path / "data", "find", "Jos van Raaf")[1]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{", "Dit is geen JSON en geen CSV met de kolommen van docs/people.md."),
        (b"\xff", "Dit is geen tekst in UTF-8; bewaar het bestand als UTF-8."),
        (None, "Dit bestand kan niet worden gelezen (No such file or directory); controleer het pad."),
    ],
)
def test_a_file_that_is_no_list_of_people_gets_one_sentence_and_nothing_is_written(
    tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    good, bad = _write(tmp_path / "mensen.csv", *ROWS), tmp_path / "zetels.json"
    if content is not None:
        bad.write_bytes(content)

    assert _run(tmp_path / "data", "import", good, bad) == (2, "", f"{bad}: {sentence}\n")
    assert not (tmp_path / "data").exists()


def test_a_day_that_is_none_and_an_empty_folder_get_one_sentence(tmp_path: Path) -> None:
    path = _write(tmp_path / "mensen.csv", *ROWS)
    (tmp_path / "leeg").mkdir()

    status, _, errors = _run(tmp_path / "data", "import", path, "--as-of", "gisteren")
    assert (status, errors) == (2, "«gisteren» is geen dag; schrijf --as-of als 2030-01-31.\n")
    status, _, errors = _run(tmp_path / "data", "import", tmp_path / "leeg")
    assert (status, errors) == (2, f"{tmp_path / 'leeg'}: In deze map staat geen JSON, geen XML en geen CSV.\n")


def test_a_last_page_that_is_missing_is_told(tmp_path: Path) -> None:
    page = {"value": [{"Id": "a", "Achternaam": "Raaf", "Roepnaam": "Jos"}], "@odata.nextLink": "https://voorbeeld/next"}
    (tmp_path / "personen-1.json").write_text(json.dumps(page), encoding="utf-8")

    _, output, _ = _run(tmp_path / "data", "import", tmp_path / "personen-1.json")
    assert "Van Persoon ontbreekt de laatste pagina: elke pagina noemt een volgende.\n" in output

    del page["@odata.nextLink"]
    (tmp_path / "personen-2.json").write_text(json.dumps(page), encoding="utf-8")
    assert "ontbreekt" not in _run(tmp_path / "data", "import", tmp_path)[1]


def test_find_names_the_one_person_and_why_or_all_who_may_be_meant(tmp_path: Path) -> None:
    _run(tmp_path / "data", "import", _write(tmp_path / "mensen.csv", *ROWS))

    assert _run(tmp_path / "data", "find", "Van Raaf", "--party", "SP", "--on", "2011-05-01") == (
        0,
        "Jos van Raaf (J.J.) [raaf], zeker: achternaam en fractie op die dag\n"
        "  2010-06-17 tot en met 2017-03-22  SP  (lijst A)\n"
        "  2017-10-26 tot en met heden  minister (Defensie)  (stcrt-2017-1)\n"
        "«Van Raaf» is Jos van Raaf (J.J.).\n",
        "",
    )
    status, output, _ = _run(tmp_path / "data", "find", "J.J. van Raaf")
    assert (status, output.splitlines()[-1]) == (1, "«J.J. van Raaf» kan van 2 personen zijn; er is niet gekozen.")
    status, output, _ = _run(tmp_path / "data", "find", "Van Raaf", "--on", "2018-05-01", "--json")
    row = json.loads(output)
    assert (status, row["is_meant"], row["evidence"]) == (0, True, ["surname", "office"])
    assert row["person"]["offices"] == [
        {"role": "minister", "portfolio": "Defensie", "from": "2017-10-26", "until": None, "known_until": None, "source": "stcrt-2017-1"}
    ]  # fmt: skip
    assert _run(tmp_path / "data", "find", "Wulp") == (1, "«Wulp» is niemand die met zekerheid bekend is.\n", "")


def test_unresolved_lists_the_names_of_the_record_that_are_of_nobody_for_certain(tmp_path: Path) -> None:
    folder, data = write_documents(tmp_path / "in", 2), tmp_path / "data"
    environment = {**os.environ, "KAMERVRAGEN_DATA": str(data), "DATABASE_URL": ""}
    command = [sys.executable, "-m", "kamervragen", "ingest", str(folder), "--workers", "1"]
    subprocess.run(command, env=environment, capture_output=True, check=True, timeout=120)
    asking, answering = (
        "jansen,Jansen,,Bo,B.,,Partij A,2030-01-01,,,,,,lijst",
        "vries,Vries,de,Ada,A.,,,,,minister,Defensie,2030-01-01,,lijst",
    )

    assert _run(data, "unresolved") == (
        0,
        "     2  De Vries (antwoordt)\n"
        "     2  Jansen (vraagt)\n"
        "Van 4 van de 4 genoemde namen is niet met zekerheid bekend wie het is (0 personen bekend).\n",
        "",
    )
    _run(data, "import", _write(tmp_path / "mensen.csv", asking.replace("Partij A", "Partij B"), answering))
    assert _run(data, "unresolved", "--json")[1] == (
        '{"name": "Jansen", "does": "vraagt", "n_publications": 2, "may_be": ["Bo Jansen (B.)"]}\n'
    )
    _run(data, "import", _write(tmp_path / "mensen.csv", asking))
    assert "niet met zekerheid" in _run(data, "unresolved")[1]
