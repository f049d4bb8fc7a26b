"""The golden documents: each folder of `documents/` holds a source, what a careful reader says it contains, and why it is there."""

import difflib
import json
from pathlib import Path

import pytest

from kamervragen.contract import Json, to_json
from kamervragen.model import RawDocument
from kamervragen.pipeline import process

FOLDERS = sorted(path.parent for path in (Path(__file__).parent / "documents").glob("*/expected.json"))


def _read_as_json(folder: Path) -> dict[str, Json]:
    source = next(folder.glob("source.*"))
    parsed = process(RawDocument(name=source.name, data=source.read_bytes())).parsed
    return {**to_json(parsed), "finding_codes": [finding.code for finding in parsed.findings]}


def _without_spans(value: Json) -> Json:
    """Expectations are about words; that spans lie inside the body is tested for all documents at once."""
    if isinstance(value, dict):
        return {key: _without_spans(each) for key, each in value.items() if key != "spans"}
    return [_without_spans(each) for each in value] if isinstance(value, list) else value


def _difference(expected: Json, found: Json) -> str:
    texts = [json.dumps(value, ensure_ascii=False, indent=1).splitlines() for value in (expected, found)]
    return "\n".join(difflib.unified_diff(*texts, "expected", "found", lineterm="", n=1))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_golden_document_says_what_its_expectation_says(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))

    record = _read_as_json(folder)

    found = {key: _without_spans(record[key]) for key in expected}
    assert found == expected, f"\n{_difference(expected, found)}"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_golden_document_has_one_source_and_says_why_it_is_there(folder: Path) -> None:
    assert len(list(folder.glob("source.*"))) == 1
    assert (folder / "about.md").read_text(encoding="utf-8").strip()
