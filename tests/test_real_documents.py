"""Real documents, read from the folder that KAMERVRAGEN_CORPUS names."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from kamervragen.folding import fold
from kamervragen.model import RawDocument
from kamervragen.pipeline import Record, process
from kamervragen.terms import Division, Role, SegmentKind

pytestmark = pytest.mark.real
CORPUS = Path(os.environ.get("KAMERVRAGEN_CORPUS", "."))
IS_THERE = "KAMERVRAGEN_CORPUS" in os.environ
DOCUMENTS = sorted([*CORPUS.glob("sample.md"), *CORPUS.glob("dev/*")]) if IS_THERE else [Path("absent")]


def read_real(path: Path) -> Record:
    return process(RawDocument(name=path.name, data=path.read_bytes()))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_segments_partition_every_real_document(path: Path) -> None:
    record = read_real(path)
    edges = [(segment.start, segment.end) for segment in record.parsed.segments]

    assert [0, *(end for _, end in edges)] == [*(start for start, _ in edges), len(record.text.body)]


def test_at_most_half_a_percent_of_real_characters_is_unknown() -> None:
    records = [read_real(path) for path in DOCUMENTS]
    segments = [segment for record in records for segment in record.parsed.segments]
    unknown = sum(segment.end - segment.start for segment in segments if segment.kind is SegmentKind.UNKNOWN)

    assert unknown <= 0.005 * sum(len(record.text.body) for record in records)


# All that a page's foot, an imprint or a rule may hold, folded; markup signs fold to nothing.
_FURNITURE = re.compile(
    r"(?:(?:ah|kv|h)tk\d{8}n?\d{0,5}|kvtk\d{4}z\d{5}|issn09217398|(?:tm)?sgravenhage20\d\d"
    r"|tweedekamervergaderjaar\d{4}œ?\d{4}(?:aanhangsel|vragen)\d{0,3})*"
)


@pytest.mark.parametrize("path", [path for path in DOCUMENTS if path.suffix in (".txt", ".md")], ids=lambda path: path.name)
def test_no_letter_of_a_question_or_answer_is_furniture(path: Path) -> None:
    record = read_real(path)
    furniture = [
        record.text.body[piece.start : piece.end] for piece in record.parsed.segments if piece.kind is SegmentKind.FURNITURE
    ]

    assert [piece for piece in furniture if not _FURNITURE.fullmatch(fold(piece))] == []


def test_the_sample_is_one_member_asking_twelve_and_one_minister_answering() -> None:
    parsed = read_real(CORPUS / "sample.md").parsed

    assert [(each.name, each.party) for each in parsed.submitters] == [("Erdmans", "JA21")]
    assert len(parsed.addressees) == 12
    assert parsed.addressees[0].role is Role.MINISTER_PRESIDENT
    assert parsed.addressees[8].portfolio == "Landbouw, Natuur en Voedselkwaliteit"
    assert [(each.role, each.name, each.portfolio) for each in parsed.respondents] == [(Role.MINISTER, "Ollongren", "Defensie")]
    assert parsed.see_also == tuple(f"ah-tk-20232024-{number}" for number in (1047, *range(1059, 1067)))
    assert [question.number for question in parsed.questions] == list("123456789")
    assert [question.division for question in parsed.questions[1:4]] == [Division.PARAGRAPH] * 3
    assert [question.division for question in parsed.questions[5:7]] == [Division.SHARED] * 2
    assert parsed.questions[5].spans == parsed.questions[6].spans
    assert [answer.numbers for answer in parsed.answers] == [("1",), ("2", "3", "4"), ("5",), ("6", "7"), ("8",), ("9",)]
    assert parsed.submitted_on is not None
    assert parsed.received_on == date(2024, 2, 16)
    assert (parsed.received_on - parsed.submitted_on).days == 18
    assert parsed.id is None
    assert [(each.field, each.value, each.certainty) for each in parsed.inferred] == [
        ("session_year", "2023-2024", "likely"),
        ("id", "ah-tk-20232024-1067", "likely"),
    ]
    assert parsed.findings == ()
