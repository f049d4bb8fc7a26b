"""The passages that stand word for word in the answers of the most publications."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kamervragen.compare.bands import Entries, find_groups, find_ranges, keys_in, make_entries, texts_in
from kamervragen.compare.minhash import EXACT, make_units
from kamervragen.search.reuse.library import Library, open_library, reuse_folder
from kamervragen.search.reuse.records import CopiedPassage
from kamervragen.search.reuse.tables import Kept

_FEWEST = 2  # publications; in one alone nothing is copied


class _Group(NamedTuple):
    """A unit that several publications have: its key, their number, and the answers that have it."""

    key: int
    n_publications: int
    answers: NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of an answer that stand in as many publications."""

    answer: Kept
    first: int
    end: int
    n_answers: int
    n_publications: int


def most_copied(data: Path, among: Collection[str] | None = None, limit: int = 20) -> tuple[CopiedPassage, ...]:
    """The passages that stand word for word in the most publications, those in the most first.

    What is counted are units (`compare.minhash`), one or more whole sentences; those of one passage that follow each other are
    joined.

    Args:
        data: the data folder.
        among: the publications that count; None for all.
        limit: how many are wanted.
    Raises:
        InputError: nobody looked for passages yet, or another version of the program did.
    """
    with open_library(reuse_folder(data)) as library:
        runs: list[_Run] = []
        for group in _groups(library, among):
            run = _run(library, group)
            if not _is_told(runs, run):
                runs.append(run)
            if len(runs) > limit:  # one more: those that follow may belong to the last one that is wanted
                break
    return tuple(map(_as_passage, runs[:limit]))


def _groups(library: Library, among: Collection[str] | None) -> Iterator[_Group]:
    """The units that the most publications have, those first."""
    owners = library.tables.owner_numbers(among)
    entries = library.band(EXACT)
    if among is not None:
        entries = entries[texts_in(entries) < len(owners)]
        entries = entries[owners[texts_in(entries)] > 0]
    of_publications: Entries = make_entries(keys_in(entries), owners[texts_in(entries)])
    begins, sizes = find_groups(keys_in(of_publications))
    keys = keys_in(of_publications[begins])
    for place in np.lexsort((keys, -sizes)).tolist():
        if sizes[place] < _FEWEST:
            return
        (first,), (end,) = find_ranges(entries, keys[place : place + 1])
        yield _Group(int(keys[place]), int(sizes[place]), texts_in(entries[first:end]))


def _run(library: Library, group: _Group) -> _Run:
    """Where the unit stands in the answer of the lowest key."""
    number = library.tables.lowest(group.answers.tolist())
    answer = library.tables.answers([number])[number]
    units = make_units([answer.wording])
    (place, *_) = np.flatnonzero(units.keys[:, EXACT] == group.key).tolist()
    first, end = int(units.firsts[place]), int(units.ends[place])
    return _Run(answer, first, end, len(group.answers), group.n_publications)


def _is_told(runs: list[_Run], run: _Run) -> bool:
    """Whether a run is part of one that is told already, which is made longer where it stands in as many publications."""
    for place, told in enumerate(runs):
        if told.answer.id == run.answer.id and run.first <= told.end and told.first <= run.end:
            if told.n_publications == run.n_publications:
                runs[place] = replace(told, first=min(told.first, run.first), end=max(told.end, run.end))
            return True
    return False


def _as_passage(run: _Run) -> CopiedPassage:
    return CopiedPassage(
        key=run.answer.key,
        anchor=run.answer.anchor,
        span=run.answer.wording.span_of(run.first, run.end),
        n_answers=run.n_answers,
        n_publications=run.n_publications,
    )
