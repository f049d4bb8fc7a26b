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


def test_a_phrasing_that_is_refused_finds_nothing_and_is_named(tmp_path: Path) -> None:
    pairs = _write_lines(tmp_path / "pairs.jsonl", [{"id": 1, "vraag": "Regent het?", "antwoord": "Ja."}])
    needs = _write_lines(
        tmp_path / "needs.jsonl",
        [{"id": 1, "short": 'regent "het', "graded": {"1": 2}}, {"id": 2, "short": "regent", "graded": {}}],
    )
    command = [sys.executable, ROOT / "evaluation/retrieval.py", needs, pairs]

    done = subprocess.run(command, capture_output=True, text=True, timeout=60)

    assert done.stdout.splitlines()[1].split() == ["short", "2", "0.500", "0.500"]
    assert done.stderr.startswith('regent "het: Het aanhalingsteken bij teken 8 wordt niet gesloten')


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


def test_filings_give_people_by_their_spellings_and_report_a_malformed_row(tmp_path: Path) -> None:
    def filing(number: str, asked: str, first: str, others: str = "") -> list[object]:
        row: list[object] = [None] * 28
        row[1], row[7], row[8], row[21:24] = number, "Roerdompen", "2031-01-15T00:00:00+01:00", [asked, first, others]
        return row

    shifted = filing("2031Z00003", "E.M.H. Kluut", "Bo Raaf (B.)")
    rows = [
        filing("2031Z00001", "C. van der Wulp, E.M.H. Kluut", "Bo Raaf (B.)", "J.J. Kemphaan"),
        filing("2031Z00002", "Ch. van der Wulp-Specht", "Jos Kemphaan (J.J.)"),
        [*shifted[:7], *shifted[8:]],
        filing("2031Z00004", "Kluut", "Bo Raaf (B.)"),
    ]
    path = tmp_path / "filings.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    people = tmp_path / "people.csv"
    people.write_text(
        "person,family,prefix,first_name,initials,aliases,party,party_from,party_until,role,portfolio,office_from,office_until,source\n"
        "k,Kluut,,,E.M.H.,,,,,minister,Defensie,2030-01-01,,lijst\n",
        encoding="utf-8",
    )

    done = subprocess.run(
        [sys.executable, ROOT / "evaluation/filings.py", path, people], capture_output=True, text=True, timeout=60
    )

    assert (done.returncode, done.stderr) == (1, "")
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert lines[:2] == ["rows 4", "malformed 1"]
    assert lines[2].startswith("line 3: 27 fields instead of 28; a day stands where the subject should (field 8): [")
    assert "Bo Raaf (B.)" in lines[2]
    assert lines[3:7] == [
        "to two or more 1 25.0%",
        "to nobody 0",
        "most asked by one filing 2",
        "asked 4 names 4 spellings 3 people",
    ]
    assert "Ch. van der Wulp-Specht (1) = C. van der Wulp (1)" in lines
    assert "Jos Kemphaan (J.J.) (1) = J.J. Kemphaan (1)" in lines
    assert "those asked 4; office on the day by a sourced row 2 (50.0%)" in lines
    assert lines[-3:] == [
        "unresolved, no such person in the files: 2 names, 2 spellings",
        "1 C. van der Wulp",
        "1 Ch. van der Wulp-Specht",
    ]
