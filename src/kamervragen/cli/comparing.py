"""What `kamervragen compare` prints: the answers to one filing beside each other."""

import json
from collections.abc import Iterator, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kamervragen.compare import compare
from kamervragen.compare.sentences import name_reply
from kamervragen.comparisons import Cell, Cluster, ComparedQuestion, Comparison, Reply
from kamervragen.site.words import count_words
from kamervragen.store.opening import open_record
from kamervragen.terms import AnswerForm, AnswerLikeness

_SIGNS = {AnswerLikeness.IDENTICAL: "●", AnswerLikeness.NEAR: "●", AnswerLikeness.SHARING: "◐", AnswerLikeness.DIFFERENT: "○"}
_LEGEND = "● zelfde als de meeste, of bijna   ◐ deelt passages   ○ anders   + enig antwoord   ? zie onder   – geen antwoord"
_NAME_WIDTH = 44
_COLUMN_WIDTH = 4
_MOST_NAMED = 3  # replies in a group; the table shows the rest
_MAX_TEXT = 160  # characters of an answer or a question


def run_compare(name: str, *, as_json: bool) -> int:
    """Print the comparison of the dossier that has this name; gives the exit status.

    Raises:
        InputError: no dossier has this name.
    """
    open_record()
    from kamervragen.cli.dossiers import find_dossier

    return print_comparison(compare(find_dossier(name)), as_json=as_json)


def print_comparison(comparison: Comparison, *, as_json: bool) -> int:
    """Print a comparison as one JSON object, the same as in the twin of its page, or as a matrix; gives the exit status."""
    if as_json:
        from kamervragen.site.twins import plain

        print(json.dumps(plain(comparison), ensure_ascii=False), flush=True)
        return 0
    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    for part in describe(comparison, console.width):
        console.print(part)
    return 0


def describe(comparison: Comparison, width: int) -> Iterator[RenderableType]:
    """The lines and tables that tell a comparison.

    Args:
        comparison: of a dossier.
        width: of the terminal, in characters.
    """
    n_questions = count_words(len(comparison.questions), "vraag", "vragen")
    n_replies = count_words(len(comparison.replies), "stuk met antwoorden", "stukken met antwoorden")
    yield f"Dossier {comparison.key}: {n_questions}, {n_replies}."
    if comparison.sentence:
        yield comparison.sentence
    if not comparison.replies:
        return
    n_columns = max(1, (width - _NAME_WIDTH) // _COLUMN_WIDTH)
    for start in range(0, len(comparison.questions), n_columns):
        yield ""
        yield _table(comparison.replies, comparison.questions[start : start + n_columns])
    yield _LEGEND
    names = {reply.key: name_reply(reply) for reply in comparison.replies}
    for question in comparison.questions:
        yield from _question(question, names)


def _table(replies: Sequence[Reply], questions: Sequence[ComparedQuestion]) -> Table:
    """The signs: a line for each reply, a column for each question."""
    table = Table(box=None, padding=(0, 1), pad_edge=False)
    table.add_column("vraag", max_width=_NAME_WIDTH - 2, overflow="fold")
    for question in questions:
        table.add_column(question.number or "?", justify="center", min_width=2)
    for place, reply in enumerate(replies):
        table.add_row(name_reply(reply), *(_sign(question.cells[place]) for question in questions))
    return table


def _sign(cell: Cell) -> str:
    if cell.form is AnswerForm.ABSENT:
        return "–"
    if cell.problem:
        return "?"
    return _SIGNS[cell.likeness] if cell.likeness else "+"


def _question(question: ComparedQuestion, names: dict[str, str]) -> Iterator[RenderableType]:
    """A question to which not all say the same, with what each group says; and references that do not end at an answer."""
    problems = [cell for cell in question.cells if cell.problem]
    if len(question.clusters) < 2 and not problems:
        return
    yield ""
    yield Text(f"Vraag {question.number}: {_open(question.text)}" if question.number else "Antwoorden zonder nummer", "underline")
    if len(question.clusters) > 1:
        for cluster in question.clusters:
            yield _indent(_group(cluster, names))
    for cell in problems:
        yield _indent(f"{names[cell.reply]}: {cell.problem}")


def _group(cluster: Cluster, names: dict[str, str]) -> str:
    n_replies = len(cluster.replies)
    alike = "" if n_replies == 1 else " (gelijk)" if cluster.is_identical else " (gelijk of bijna gelijk)"
    who = "; ".join(names[key] for key in cluster.replies) if n_replies <= _MOST_NAMED else f"{n_replies} antwoorden"
    return f"{who}{alike}: {_open(cluster.text)}"


def _indent(text: str) -> Padding:
    return Padding(text, (0, 0, 0, 4), expand=False)


def _open(text: str) -> str:
    """The first words of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _MAX_TEXT else f"{line[:_MAX_TEXT].rpartition(' ')[0] or line[:_MAX_TEXT]} …"
