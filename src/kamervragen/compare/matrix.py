"""A dossier's answers beside each other: Dossier → Comparison. The order of things; each step is a module of this room."""

from collections.abc import Sequence
from dataclasses import replace

from kamervragen.authorities import Authorities, load
from kamervragen.compare.cells import cells_of
from kamervragen.compare.clusters import Group, cluster, sense_of
from kamervragen.compare.columns import columns_of, reply_of
from kamervragen.compare.differences import Run, divide, find_sharing
from kamervragen.compare.own_names import own_names_of
from kamervragen.compare.rows import rows_of
from kamervragen.compare.sentences import sentence_of
from kamervragen.compare.words import WORD, Words, divide_alike
from kamervragen.comparisons import Cell, Cluster, ComparedQuestion, Comparison, Passage
from kamervragen.dossiers import Dossier
from kamervragen.model import Span
from kamervragen.terms import AnswerLikeness

_NO_WORDS = Words(text="", folded=(), spans=())
_FEWEST_COMPARED = 2  # answers
_FEWEST = 3  # answers among which one can be the one that differs


def compare(dossier: Dossier, authorities: Authorities | None = None) -> Comparison:
    """The answers of a dossier beside each other: which say the same, who differs, which passages they share.

    Args:
        dossier: with its publications.
        authorities: the tables of ministries and portfolios, for the names by which an office speaks of itself; the packaged
            ones where none are given.
    """
    tables = authorities or load()
    columns = columns_of(dossier)
    documents = [each.document for each in columns]
    rows = rows_of(dossier.filing, documents)
    names = [own_names_of(document, tables) for document in documents]
    by_column = [cells_of(document, list(rows)) for document in documents]
    replies = tuple(map(reply_of, columns))
    questions = tuple(
        _compare_question(number, text, [cells[place] for cells in by_column], names)
        for place, (number, text) in enumerate(rows.items())
    )
    return Comparison(
        key=dossier.key,
        replies=replies,
        questions=questions,
        sentence=sentence_of(replies, questions, are_all_read=not dossier.unread),
    )


def _compare_question(number: str, text: str, cells: Sequence[Cell], names: Sequence[tuple[str, ...]]) -> ComparedQuestion:
    if len(cells) == 1:
        return _take_alone(number, text, cells[0])
    asked, *words = divide_alike([text, *(cell.text for cell in cells), *(cell.meant for cell in cells)])
    printed, meant = words[: len(cells)], words[len(cells) :]
    senses = [sense_of(cell, its, own) for cell, its, own in zip(cells, meant, names, strict=True)]
    groups, sharing, runs = cluster(senses), find_sharing(meant, asked), divide(printed)
    keys = tuple(cell.reply for cell in cells)
    standing = (_stand(cell, place, groups, sharing[place]) for place, cell in enumerate(cells))
    return ComparedQuestion(
        number=number,
        text=text,
        cells=tuple(_with_passages(*each, keys) for each in zip(standing, printed, runs, strict=True)),
        clusters=tuple(_cluster_of(group, cells) for group in groups),
        outliers=tuple(keys[place] for place in _outliers(groups)) if number else (),
    )


def _take_alone(number: str, text: str, cell: Cell) -> ComparedQuestion:
    """The one answer to a question, with which there is nothing to compare: all its words are its own."""
    words = [match.span() for match in WORD.finditer(cell.text)]
    groups = cluster([sense_of(cell, _NO_WORDS, ())])
    return ComparedQuestion(
        number=number,
        text=text,
        cells=(replace(_stand(cell, 0, groups, frozenset()), own=(Span(words[0][0], words[-1][1]),) if words else ()),),
        clusters=tuple(_cluster_of(group, (cell,)) for group in groups),
        outliers=(),
    )


def _stand(cell: Cell, place: int, groups: Sequence[Group], sharing: frozenset[int]) -> Cell:
    """The answer of a column with its cluster, and how it stands to the others."""
    own = next((index for index, group in enumerate(groups) if place in group.places), None)
    if own is None:
        return cell
    return replace(cell, cluster=own, likeness=_likeness(place, own, groups, sharing))


def _likeness(place: int, own: int, groups: Sequence[Group], sharing: frozenset[int]) -> AnswerLikeness | None:
    """How an answer stands to the largest group; without a single largest one, to the answers outside its own group."""
    if sum(len(group.places) for group in groups) < _FEWEST_COMPARED:
        return None
    is_tied = len(groups) > 1 and len(groups[0].places) == len(groups[1].places)
    if own == 0 and not is_tied:
        return AnswerLikeness.IDENTICAL if place in groups[0].identical else AnswerLikeness.NEAR
    others = {other for index, group in enumerate(groups) if index != own and (is_tied or index == 0) for other in group.places}
    return AnswerLikeness.SHARING if others & sharing else AnswerLikeness.DIFFERENT


def _with_passages(cell: Cell, words: Words, runs: Sequence[Run], keys: Sequence[str]) -> Cell:
    return replace(
        cell,
        shared=tuple(
            Passage(span=words.span_of(run.start, run.end), also_in=tuple(keys[other] for other in run.others))
            for run in runs
            if run.others
        ),
        own=tuple(words.span_of(run.start, run.end) for run in runs if not run.others),
    )


def _cluster_of(group: Group, cells: Sequence[Cell]) -> Cluster:
    first = group.identical[0]
    return Cluster(
        replies=tuple(cells[place].reply for place in group.places),
        text=cells[first].meant,
        is_identical=len(group.identical) == len(group.places),
    )


def _outliers(groups: Sequence[Group]) -> list[int]:
    """The answers outside the largest group, where that holds more than half of three or more."""
    n = sum(len(group.places) for group in groups)
    if n < _FEWEST or 2 * len(groups[0].places) <= n:
        return []
    return sorted(place for group in groups[1:] for place in group.places)
