"""Words in the language of the page."""

import ast
from pathlib import Path

import pytest
from django.utils import translation

import kamervragen.site
from kamervragen.model import Inference
from kamervragen.site import words
from kamervragen.site.phrases import count_words, dutch_attribute, field_word, in_dutch, inference_words, join_words, kind_word
from kamervragen.terms import Certainty, Kind, MediaType, Role, SegmentKind


@pytest.mark.parametrize(
    ("parts", "dutch", "english"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a en b", "a and b"),
        (["a", "b", "c"], "a, b en c", "a, b and c"),
        (["100%", "%s"], "100% en %s", "100% and %s"),
    ],
)
def test_an_enumeration_ends_in_the_word_of_the_language(parts: list[str], dutch: str, english: str) -> None:
    assert join_words(parts) == dutch
    with translation.override("en"):
        assert join_words(parts) == english


@pytest.mark.parametrize(("language", "written"), [("nl", "1.204.311 dagen"), ("en", "1,204,311 dagen")])
def test_digits_are_grouped_as_the_language_does(language: str, written: str) -> None:
    with translation.override(language):
        assert count_words(1_204_311, "%(n)s dagen") == written


def test_text_of_a_document_says_that_it_is_dutch_where_the_page_is_not() -> None:
    assert (in_dutch("a < b"), dutch_attribute()) == ("a &lt; b", "")
    with translation.override("en"):
        assert (in_dutch("a < b"), dutch_attribute()) == ('<span lang="nl">a &lt; b</span>', ' lang="nl"')


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (words.KIND_WORDS, Kind),
        (words.ROLE_WORDS, Role),
        (words.CERTAINTY_WORDS, Certainty),
        (words.SEGMENT_WORDS, SegmentKind),
        (words.MEDIA_WORDS, MediaType),
    ],
)
def test_every_value_of_the_record_has_a_word(table: dict[object, str], values: type) -> None:
    assert set(table) == set(values)


def test_values_and_fields_are_said_in_the_language_of_the_page() -> None:
    with translation.override("en"):
        assert kind_word(Kind.POSTPONEMENT) == "notice of postponement"
        assert field_word("submitters[0].name") == "submitter"
        assert field_word("something_new") == "something_new"


def test_an_inference_about_an_answer_names_its_numbers() -> None:
    inference = Inference(field="answers[2+3]", value="unlabelled", evidence=(), certainty=Certainty.LIKELY)
    with translation.override("en"):
        assert inference_words(inference) == ("answer 2 and 3", "stands without a label under the question")


def _marked_within_f_strings(tree: ast.AST) -> list[int]:
    calls = [
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name) and inner.func.id.endswith("gettext")
    ]
    return [call.lineno for call in calls]


def test_no_string_is_marked_where_the_catalog_does_not_look() -> None:
    sources = sorted(Path(kamervragen.site.__file__).parent.rglob("*.py"))
    found = {path.name: _marked_within_f_strings(ast.parse(path.read_text(encoding="utf-8"))) for path in sources}
    assert {name: lines for name, lines in found.items() if lines} == {}
