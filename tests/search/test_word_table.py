"""The table of judged words, and the program that tries it on an index."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = Path(__file__).with_name("words.tsv")
HEADER = "query\ttext\tfound\twhy\n"


def _evaluate(table: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, ROOT / "evaluation/words.py", table], capture_output=True, text=True, timeout=120)


def test_the_search_does_what_at_least_98_of_100_judged_rows_say() -> None:
    done = _evaluate(TABLE)

    assert (done.returncode, done.stderr) == (0, "")
    assert float(done.stdout.splitlines()[-1].removesuffix(" %")) >= 98


def test_every_row_of_the_table_is_judged_and_stands_in_it_once() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))

    assert len(rows) > 500
    assert {len(row) for row in rows} == {4}
    assert {row[2] for row in rows[1:]} == {"0", "1"}
    assert len({(row[0], row[1]) for row in rows}) == len(rows)


def test_wrong_rows_are_printed_and_the_share_of_right_ones_comes_last(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text(
        HEADER
        + 'ambtenaar\tvier "ambtenaren\t1\tform\nzee\teen berg\t1\tnone\nzee\tde zee\t0\tas it is\n\n"de zee"\tde zee\t1\tphrase\nberg\teen berg\t0\tas it is\n\n',
        encoding="utf-8",
    )

    done = _evaluate(table)

    assert done.stdout.splitlines() == [
        "line 3: not found: zee | een berg | none",
        "line 4: found: zee | de zee | as it is",
        "line 7: found: berg | een berg | as it is",
        "40.0 %",
    ]


@pytest.mark.parametrize("content", ["", HEADER])
def test_a_table_without_rows_gives_status_2(tmp_path: Path, content: str) -> None:
    table = tmp_path / "table.tsv"
    table.write_text(content, encoding="utf-8")

    assert _evaluate(table).returncode == 2


def test_a_query_that_is_not_understood_finds_nothing(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text(HEADER + '"open\topen\t0\tno end\n', encoding="utf-8")

    assert _evaluate(table).stdout.splitlines()[-1] == "100.0 %"


def test_the_same_seed_draws_the_same_rows(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(
        '{"vraag": "Wat kost een e-mail?", "antwoord": "Een email kost niets."}\n'
        '{"vraag": "Hoeveel ambtenaren zijn er?", "antwoord": "Er is één ambtenaar\\nmet beleid."}\n',
        encoding="utf-8",
    )
    command = [sys.executable, ROOT / "evaluation/draw_words.py", pairs, "7", "9"]

    first, second = (subprocess.run(command, capture_output=True, text=True, timeout=60).stdout for _ in range(2))

    assert first == second
    assert {
        "ambtenaren\tEr is één ambtenaar met beleid.\t\tsame lemma",
        "ambtenaar\tHoeveel ambtenaren zijn er?\t\tsame lemma",
        "e-mail\tEen email kost niets.\t\twritten otherwise",
    } <= set(first.splitlines())
