"""The budgets that keep the code readable; ruff keeps those of functions."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
MAX_LINES = 400
MAX_COMMAND_LINES = 12
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "shared"}


def _commands(tree: ast.Module) -> list[ast.FunctionDef]:
    """The functions that typer shows as commands: those decorated with `….command()`."""
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return [function for function in functions if any(".command" in ast.unparse(mark) for mark in function.decorator_list)]


def _n_body_lines(function: ast.FunctionDef) -> int:
    """The lines after the signature and the docstring, to the last one."""
    has_docstring = ast.get_docstring(function) is not None
    statements = function.body[1:] if has_docstring else function.body
    if not statements:
        return 0
    return (function.end_lineno or 0) - statements[0].lineno + 1


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_source_file_has_at_most_400_lines(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= MAX_LINES


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    paths = [path for folder in ("src", "tests") for path in (ROOT / folder).rglob("*")]
    assert [path for path in paths if path.stem.strip("_") in NAMES_THAT_SAY_NOTHING] == []


def test_a_command_is_at_most_12_lines() -> None:
    sources = [path for path in SOURCES if "cli" in path.relative_to(ROOT).with_suffix("").parts]
    commands = [command for path in sources for command in _commands(ast.parse(path.read_text()))]
    assert commands
    assert {command.name: _n_body_lines(command) for command in commands if _n_body_lines(command) > MAX_COMMAND_LINES} == {}
