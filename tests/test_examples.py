"""The bundled examples: all are read and parsed, every form is among them, and the series is what the pages count on."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from kamervragen.authorities import load
from kamervragen.ingest.run import ingest
from kamervragen.limits import DEFAULT
from kamervragen.model import RawDocument
from kamervragen.people.assemble import assemble
from kamervragen.people.match import build_people
from kamervragen.people.reading import read_people
from kamervragen.pipeline import Record, process
from kamervragen.store.models import Failure, Publication
from record_checks import check_record

EXAMPLES = Path(__file__).parent.parent / "examples"
PATHS = sorted((EXAMPLES / "documents").iterdir())
REPLIES = [f"ah-tk-20302031-{number}" for number in (1047, *range(1059, 1068))]


@cache
def _record(path: Path) -> Record:
    return process(RawDocument(name=path.name, data=path.read_bytes(), origin=str(path)))


def _named(start: str) -> Record:
    return _record(next(path for path in PATHS if path.name.startswith(start)))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_record_of_an_example_holds_together(path: Path) -> None:
    record = _record(path)

    check_record(record.text, record.parsed)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_an_example_gives_the_identifier_that_its_file_has(path: Path) -> None:
    parsed = _record(path).parsed

    known = {parsed.id, *(each.value for each in parsed.inferred if each.field == "id")} - {None}

    assert known <= {path.stem}


def test_there_are_enough_examples_in_every_form_and_of_every_kind() -> None:
    records = [_record(path) for path in PATHS]

    assert len(records) >= 34
    assert {record.text.media_type.value for record in records} == {"xml", "html", "docx", "pdf", "markdown", "plain"}
    assert {record.parsed.kind.value for record in records} == {
        "answer", "question", "postponement", "correction", "supplement", "withdrawal", "other",
    }  # fmt: skip
    assert {record.parsed.form.value for record in records} == {"written", "oral"}
    assert {record.parsed.chamber.value for record in records if record.parsed.chamber} == {"tk", "ek"}


def test_every_reply_of_the_series_points_to_all_others() -> None:
    for key in REPLIES:
        assert sorted(_named(key).parsed.see_also) == [other for other in REPLIES if other != key], key


def test_the_replies_of_the_series_answer_the_same_questions_and_one_differs_on_the_first() -> None:
    replies = [_named(key).parsed for key in REPLIES]

    assert {len(reply.addressees) for reply in replies} == {12}
    assert {tuple(question.number for question in reply.questions) for reply in replies} == {tuple("123456789")}
    assert {tuple(answer.numbers for answer in reply.answers) for reply in replies} == {
        (("1",), ("2", "3", "4"), ("5",), ("6", "7"), ("8",), ("9",))
    }
    assert Counter(reply.answers[0].text[:3] for reply in replies) == {"Nee": 9, "Ja.": 1}
    assert Counter(reply.submitters[0].name for reply in replies) == {"Rietvinck": 9, "Rietvink": 1}


def test_the_readme_names_every_example() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")

    assert [path.name for path in PATHS if f"`{path.name}`" not in readme] == []


def test_all_examples_come_into_the_record_without_failure(record: Path) -> None:
    outcomes = ingest([EXAMPLES / "documents"], data=record, limits=DEFAULT, n_workers=1, watch=lambda *_: None)

    assert Failure.objects.count() == 0
    assert outcomes == {"added": len(PATHS)}
    assert Publication.objects.count() >= 34


def test_the_list_of_people_tells_who_the_examples_name() -> None:
    path = EXAMPLES / "people.csv"
    reading = read_people(path.read_bytes(), path.name)
    people = build_people(assemble(reading.claims).persons, load())
    series, answers = _named("kv-tk-2031Z00042").parsed, _named("ah-tk-20302031-1063").parsed
    (asker,), (minister,) = series.submitters, answers.respondents
    assert series.submitted_on
    assert answers.received_on

    assert (reading.faults, len(people.persons)) == ((), 13)
    assert people.identify_member(asker.name, asker.party, series.submitted_on).person == people.find("rietvinck")
    holder = people.identify_holder(minister.name or "", answers.received_on, minister.role, minister.portfolio).person
    assert holder == people.find("korenbloem")
    office = (minister.role, minister.portfolio)
    assert people.predecessors(holder, *office, series.submitted_on, answers.received_on) == (people.find("klimop"),)
    misprinted = _named("ah-tk-20302031-1067").parsed.submitters[0]
    found = people.identify_member(misprinted.name, misprinted.party, series.submitted_on)
    assert (found.person, [each.person.key for each in found.candidates]) == (None, ["rietvinck"])
