"""The programs of `evaluation/`."""

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
