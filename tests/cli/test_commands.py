"""The command line as a person meets it: what it prints, and its exit status."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from invented import text_of, write_documents


def _start(data: Path, *arguments: object, warnings: str = "error") -> subprocess.Popen[str]:
    environment = {**os.environ, "KAMERVRAGEN_DATA": str(data), "DATABASE_URL": "", "PYTHONWARNINGS": warnings}
    command = [sys.executable, "-m", "kamervragen", *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _run(data: Path, *arguments: object) -> tuple[int, str, str]:
    """The exit status, what is printed, and what is said on standard error."""
    process = _start(data, *arguments)
    output, errors = process.communicate(timeout=120)
    return process.returncode, output, errors


def test_parse_prints_one_json_object_a_line_and_the_error_of_an_unreadable_file(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 1)
    (folder / "leeg.xml").write_bytes(b"")

    status, output, errors = _run(tmp_path / "data", "parse", folder / "leeg.xml", folder / "0001.txt", "--json")

    unreadable, parsed = map(json.loads, output.splitlines())
    assert (status, errors) == (1, "")
    assert unreadable["source"] == "leeg.xml"
    assert unreadable["error"]["code"] == "empty"
    assert (parsed["source"], parsed["id"], len(parsed["questions"])) == ("0001.txt", "ah-tk-20302031-1", 2)
    assert "body" not in parsed
    assert not (tmp_path / "data").exists()


def test_parse_adds_the_body_that_spans_point_into(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 1)

    status, output, _ = _run(tmp_path / "data", "parse", folder / "0001.txt", "--json", "--with-body")

    parsed = json.loads(output)
    ((start, end),) = parsed["questions"][0]["spans"]
    assert status == 0
    assert parsed["body"][start:end] == "Regent het op plein 1?"


def test_parse_without_json_prints_a_summary(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 1)

    status, output, _ = _run(tmp_path / "data", "parse", folder / "0001.txt")

    assert status == 0
    assert output == (
        "0001.txt\n"
        "  soort: antwoord\n"
        "  kenmerk: ah-tk-20302031-1\n"
        "  onderwerp: het weer op plein 1\n"
        "  gevraagd door: Jansen (Partij A)\n"
        "  gericht aan: minister (Defensie)\n"
        "  beantwoord door: De Vries, minister (Defensie)\n"
        "  data: ingezonden 29-1-2031, ontvangen 16-2-2031\n"
        "  2 vragen, 2 antwoorden en 0 voetnoten\n"
        "  Vraag 1: Regent het op plein 1?\n"
        "  Vraag 2: Houdt het morgen op?\n"
        "  Antwoord 1: Ja.\n"
        "  Antwoord 2: Dat hangt van de wind af.\n"
        "  1 bevinding\n"
        "  ! «Partij A» staat niet in de tabel van partijen; zo gedrukt overgenomen. (tekens 205 tot 213)\n\n"
    )


def test_parse_does_not_load_django(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 1)
    script = (
        "import sys\nfrom pathlib import Path\nfrom kamervragen.cli.parsing import print_parsed\n"
        f"print_parsed([Path({str(folder)!r})], as_json=True, with_body=False)\nassert 'django' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["ingest", "nergens"], "nergens: Dit bestand of deze map bestaat niet; controleer het pad.\n"),
        (["parse", "nergens"], "nergens: Dit bestand of deze map bestaat niet; controleer het pad.\n"),
        (["ingest"], "Deze opdracht is niet begrepen (Missing parameter: paths); zie «kamervragen --help».\n"),
        (["lees"], "Deze opdracht is niet begrepen (No such command 'lees'); zie «kamervragen --help».\n"),
        (["parse", "--xml", "a"], "Deze opdracht is niet begrepen (No such option: --xml); zie «kamervragen --help».\n"),
    ],
)
def test_a_wrong_command_gets_one_sentence_and_status_2(tmp_path: Path, arguments: list[str], sentence: str) -> None:
    assert _run(tmp_path / "data", *arguments) == (2, "", sentence)
    assert not (tmp_path / "data").exists()


def test_a_data_folder_that_cannot_be_made_gets_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("dit is geen map")

    status, _, errors = _run(tmp_path / "data", "status")

    assert status == 1
    assert errors.count("\n") == 1
    assert "De datamap kan niet worden gemaakt of geopend" in errors


def test_the_record_from_ingest_to_status(tmp_path: Path) -> None:
    folder, data = write_documents(tmp_path / "in", 3), tmp_path / "data"
    (folder / "0002.txt").write_text(text_of(9))
    (folder / "leeg.xml").write_bytes(b"")

    assert _run(data, "ingest", folder, "--workers", 1) == (
        1,
        "3 documenten opgenomen, 0 al bekend, 1 mislukt; zie «kamervragen failures».\n",
        "",
    )

    status, output, _ = _run(data, "failures")
    assert status == 1
    assert output.startswith(f"{folder}/leeg.xml\n  Het bestand is leeg")
    assert output.endswith("1 document staat in het register van mislukkingen.\n")

    status, output, _ = _run(data, "status")
    assert status == 0
    assert output.startswith("3 publicaties uit 3 bronnen, met 6 vragen\n")
    assert "  2030-2031  antwoord                    3\n" in output
    assert "  Defensie                                                  3\n" in output
    assert "  Aanhangsel TK 2030-2031: 6 nummers: 2, 4–8\n" in output
    assert "Mislukt: 1 document\n  read/empty                       1\n" in output

    status, output, _ = _run(data, "reparse")
    assert (status, output) == (0, "3 bronnen opnieuw gelezen, 0 veranderd, 0 mislukt.\n")

    (folder / "leeg.xml").unlink()
    status, output, _ = _run(data, "failures", "--retry")
    assert status == 1
    assert output.startswith("0 documenten opgenomen, 0 al bekend, 1 mislukt")


def test_an_ingest_that_is_interrupted_says_what_to_do(tmp_path: Path) -> None:
    folder, data = write_documents(tmp_path / "in", 2000), tmp_path / "data"
    warnings = "error,ignore::ResourceWarning"  # it may come just when a file has been opened, which Python closes

    with _start(data, "ingest", folder, "--workers", 1, warnings=warnings) as process:
        while process.poll() is None and not any(data.glob("sources/??/*")):
            time.sleep(0.01)
        process.send_signal(signal.SIGTERM)  # the same as Ctrl-C, and never ignored in a background job
        output, errors = process.communicate(timeout=60)

    assert (process.returncode, output) == (130, "")
    assert errors == "Onderbroken. Wat al was opgeslagen, blijft; geef dezelfde opdracht nog eens om haar af te maken.\n"
