"""Every finding that can be made has its words on pages in another language."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

import kamervragen
from kamervragen.model import Finding, Span
from kamervragen.site.finding_words import FINDING_WORDS, explain, show_finding

ROOMS = ("parse", "read", "cite")
# What makes a finding of a code and a sentence.
MAKERS = {"Finding", "find", "odd", "_finding"}


def _codes() -> set[str]:
    source = Path(kamervragen.__file__).parent
    modules = [path for room in ROOMS for path in sorted((source / room).glob("*.py"))]
    return {code for path in modules for code in _codes_in(ast.parse(path.read_text(encoding="utf-8")))}


def _codes_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in MAKERS:
            yield from filter(_is_code, map(_constant, _code_arguments(node)))
        if isinstance(node, ast.Tuple):
            yield from _codes_in_row(node)


def _code_arguments(call: ast.Call) -> list[ast.expr]:
    keywords = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    takes_a_sentence = len(call.args) > 1
    return keywords or (call.args[:1] if takes_a_sentence else [])


def _codes_in_row(row: ast.Tuple) -> Iterator[str]:
    """The code in a row of pattern, replacement, code and words, as read/tree.py has them."""
    if len(row.elts) == 4 and all(_is_text(each) for each in row.elts[2:]):
        yield from filter(_is_code, [_constant(row.elts[2])])


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _constant(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _is_code(text: str) -> bool:
    return text == "picture" or (text.isascii() and text.islower() and "_" in text and text.replace("_", "").isalpha())


def test_every_code_in_the_source_has_words_and_no_words_are_left_without_code() -> None:
    assert _codes() == set(FINDING_WORDS)


def test_every_finding_is_made_where_the_search_for_codes_looks() -> None:
    assert {"bare_ampersand", "picture", "hidden_text", "unknown_party", "no_answers"} <= _codes()


def test_a_dutch_page_shows_the_sentence_of_the_record() -> None:
    finding = Finding(code="skipped_number", detail="Vraag 4 staat niet in dit document.", span=Span(7, 9))
    shown = show_finding(finding)
    assert (shown.sentence, shown.detail, shown.place) == ("", "Vraag 4 staat niet in dit document.", "teken-7")


def test_another_language_shows_what_the_code_means_beside_the_dutch_sentence() -> None:
    with translation.override("en"):
        shown = show_finding(Finding(code="skipped_number", detail="Vraag 4 staat niet in dit document."))
    assert shown.sentence
    assert shown.detail == "Vraag 4 staat niet in dit document."


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_code_of_another_version_has_no_words_and_breaks_nothing(language: str) -> None:
    with translation.override(language):
        assert explain("gone_long_ago") == ""
