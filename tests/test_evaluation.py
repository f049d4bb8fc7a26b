"""The programs of `evaluation/`."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_share_of_each_kind_of_segment_is_printed() -> None:
    command = [sys.executable, ROOT / "evaluation/segments.py", ROOT / "examples/documents/ah-tk-20302031-1101.xml"]

    done = subprocess.run(command, capture_output=True, text=True, timeout=60)

    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.split() for line in done.stdout.splitlines()]
    assert {"heading", "label", "question", "answer", "footnote", "marker"} <= {kind for kind, *_ in lines}
    assert round(sum(float(share.rstrip("%")) for *_, share in lines)) == 100


def test_a_document_that_cannot_be_read_is_named_and_gives_status_1(tmp_path: Path) -> None:
    (tmp_path / "leeg.xml").write_bytes(b"")

    done = subprocess.run(
        [sys.executable, ROOT / "evaluation/segments.py", tmp_path / "leeg.xml"], capture_output=True, text=True, timeout=60
    )

    assert done.returncode == 1
    assert "leeg.xml" in done.stdout + done.stderr


def _write_lines(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_retrieval_prints_for_each_phrasing_how_good_the_order_is(tmp_path: Path) -> None:
    rows = ["Regent het in Drenthe?", "Hoeveel wolven zijn er?", "Wie betaalt de veerpont over de Waal?"]
    pairs = [{"id": number, "vraag": row, "antwoord": "Ja."} for number, row in enumerate(rows, 1)]
    needs = [
        {"id": 1, "long": "valt er regen in Drenthe", "short": "wolf Drenthe", "graded": {"1": 2, "2": 1}},
        {"id": 3, "long": "de pont die over de Waal vaart", "short": "vliegveld", "graded": {"3": 2}},
    ]
    paths = _write_lines(tmp_path / "needs.jsonl", needs), _write_lines(tmp_path / "pairs.jsonl", pairs)

    done = subprocess.run([sys.executable, ROOT / "evaluation/retrieval.py", *paths], capture_output=True, text=True, timeout=60)

    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.split() for line in done.stdout.splitlines()]
    assert lines[0] == ["phrasing", "needs", "recall@10", "nDCG@10"]
    assert [line[0] for line in lines[1:]] == ["long", "short", "mean"]
    long, short = (dict(zip(lines[0], line, strict=True)) for line in lines[1:3])
    assert (long["needs"], long["recall@10"], short["recall@10"]) == ("2", "1.000", "0.500")
    assert 0.9 < float(long["nDCG@10"]) <= 1
    assert 0.3 < float(short["nDCG@10"]) <= 0.5


def test_retrieval_measures_already_asked_as_well(tmp_path: Path) -> None:
    rows = ["Regent het in Drenthe?", "Hoeveel wolven zijn er?"]
    pairs = [{"id": number, "vraag": row, "antwoord": "Ja."} for number, row in enumerate(rows, 1)]
    needs = [{"id": 1, "copied": "Regent het nog in Drenthe?", "other": "een vliegveld bouwen", "graded": {"1": 2}}]
    paths = _write_lines(tmp_path / "needs.jsonl", needs), _write_lines(tmp_path / "pairs.jsonl", pairs)
    command = [sys.executable, ROOT / "evaluation/retrieval.py", *paths, "--similar"]

    done = subprocess.run(command, capture_output=True, text=True, timeout=60)

    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split() for line in done.stdout.splitlines()[1:3]] == [
        ["copied", "1", "1.000", "1.000"],
        ["other", "1", "0.000", "0.000"],
    ]
