"""Real answers, read from the folder that KAMERVRAGEN_CORPUS names: what the thresholds rest on stays true."""

import json
import os
from functools import cache
from pathlib import Path

import pytest

from comparing import read_document
from kamervragen.compare import compare
from kamervragen.compare.differences import RUN
from kamervragen.compare.forms import form_of
from kamervragen.compare.words import are_nearly_equal, words_of
from kamervragen.dossiers import Dossier
from kamervragen.errors import KamervragenError
from kamervragen.link import link
from kamervragen.terms import AnswerForm

CORPUS = Path(os.environ.get("KAMERVRAGEN_CORPUS", "."))
IS_THERE = "KAMERVRAGEN_CORPUS" in os.environ
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not IS_THERE, reason="KAMERVRAGEN_CORPUS names no folder"),
]


@cache
def pairs() -> list[dict[str, str]]:
    """A real question, its answer, and the answer to another question."""
    return [json.loads(line) for line in (CORPUS / "pairs.jsonl").read_text().splitlines()]


@cache
def dossiers() -> tuple[Dossier, ...]:
    """All that the folder holds."""
    documents = {}
    for path in sorted((CORPUS / "dev").iterdir()):
        try:
            documents[path.stem] = read_document(path)
        except KamervragenError:
            continue
    return link(documents.values())


def test_answers_to_different_questions_share_no_passage_and_are_not_near() -> None:
    for pair in pairs():
        first, second = (words_of(pair[each]).folded for each in ("antwoord", "other_answer"))
        runs = {first[start : start + RUN] for start in range(len(first) - RUN + 1)}

        assert not any(second[start : start + RUN] in runs for start in range(len(second) - RUN + 1))
        assert min(len(first), len(second)) < 5 or not are_nearly_equal(first, second)


def test_what_only_refers_among_real_answers_is_short_and_names_a_number() -> None:
    said = [(each["antwoord"], form_of(each["antwoord"])) for each in pairs()]
    referring = [(text, each.refers_to) for text, each in said if each.form is AnswerForm.REFERENCE]

    assert len(referring) >= 25
    assert max(len(text) for text, _ in referring) <= 80
    assert sum(not numbers for _, numbers in referring) <= 1


def test_every_real_answer_stands_in_the_comparison() -> None:
    for dossier in dossiers():
        comparison = compare(dossier)
        columns = {reply.key for reply in comparison.replies}
        shown = {(cell.reply, line) for row in comparison.questions for cell in row.cells for line in cell.text.split("\n")}
        for document in dossier.documents:
            for answer in document.parsed.answers if document.key in columns else ():
                assert {(document.key, line) for line in answer.text.split("\n")} <= shown, (document.key, answer.numbers)


def test_real_passages_are_words_of_their_answers() -> None:
    cells = [cell for dossier in dossiers() for row in compare(dossier).questions for cell in row.cells]

    for cell in cells:
        spans = sorted([*(each.span for each in cell.shared), *cell.own])
        letters = "".join("".join(words_of(cell.text[slice(*span)]).folded) for span in spans)
        assert letters == "".join(words_of(cell.text).folded)
