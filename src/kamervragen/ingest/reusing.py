"""Answers of the record → what passages are found in (`search.reuse`): what changed since the last time, or all anew.

What changed is seen by comparing the state of each publication with the one in which it was taken in: half a second for a hundred
thousand, and nothing has to be noted that could be lost. Nothing changes before all of it does, so that an interruption at any
point costs time only.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kamervragen.ingest.answering import PackedState, answers_of, prepare_answers
from kamervragen.ingest.pool import results_of
from kamervragen.search.generations import unless_busy
from kamervragen.search.reuse import CopiedPassage, Passages, find_passages, most_copied
from kamervragen.search.reuse.library import is_library, reuse_folder
from kamervragen.search.reuse.records import Prepared
from kamervragen.search.reuse.writer import ReuseWriter, rebuild, update
from kamervragen.store.chunks import in_chunks
from kamervragen.store.dossier_models import MembershipRow
from kamervragen.store.faults import database_faults
from kamervragen.store.lookups import Lookup
from kamervragen.store.models import Office, Publication
from kamervragen.store.writing import restamp

_LOOK_UP = 200  # publications read from the database at a time
_JOB = 60  # publications that a worker process prepares at a time: a few hundred answers go fastest
_FEW = 500  # publications for which it is not worth while to start worker processes

_TOGETHER = Lookup[tuple[str]](
    lambda asked: MembershipRow.objects.filter(dossier__memberships__publication=asked[0]).values_list("publication__key")
)

Told = Callable[[str], None]
"""Told of each publication that is taken in, by its key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reused:
    """What was taken in: publications written anew, with those taken out; and the answers of them that are long enough."""

    n_publications: int = 0
    n_answers: int = 0


def bring_up_to_date(data: Path, *, n_workers: int = 1) -> Reused:
    """Let passages be found in what changed in the record.

    Args:
        data: the data folder.
        n_workers: the processes that prepare answers, when there are many.
    Raises:
        InputError: nobody looked for passages yet (`no_index`), or another version of the program did (`old_index`).
        StoreError: another process is at it (`index_busy`); or the disk or the database fails.
    """
    with database_faults(), update(reuse_folder(data)) as writer:
        kept, there = writer.states(), _states()
        changed = [key for key, state in there.items() if kept.get(key) != state]
        gone = [key for key in kept if key not in there]
        writer.remove([*gone, *(key for key in changed if key in kept)])
        n_answers = _add_all(writer, changed, n_workers if len(changed) > _FEW else 0, lambda key: None)
    if changed or gone:
        _tell_pages()
    return Reused(n_publications=len(changed) + len(gone), n_answers=n_answers)


def rebuild_reuse(data: Path, *, n_workers: int, told: Told = lambda key: None) -> Reused:
    """Take in all answers of the record anew, beside what is there, which is used until this is ready.

    Args:
        data: the data folder.
        n_workers: the processes that prepare answers.
        told: told of each publication, by its key.
    Raises:
        StoreError: another process is at it; or the disk or the database fails.
    """
    with database_faults(), rebuild(reuse_folder(data)) as writer:
        keys = list(_states())
        n_answers = _add_all(writer, keys, n_workers, told)
    _tell_pages()
    return Reused(n_publications=len(keys), n_answers=n_answers)


def passages_of(data: Path, key: str) -> Passages:
    """The passages of a publication that stand in others, each with whether that one belongs to the same dossier.

    Args:
        data: the data folder.
        key: the publication.
    Raises:
        InputError: nobody looked for passages yet, or another version of the program did.
    """
    found = find_passages(data, key)
    others = {each.other_key for each in found.shared}
    rows = MembershipRow.objects.filter(publication__key__in=[key, *others]).values_list("publication__key", "dossier_id")
    dossiers = dict(rows)
    mine = dossiers.get(key)
    marked = (replace(each, is_same_dossier=mine is not None and dossiers.get(each.other_key) == mine) for each in found.shared)
    return Passages(shared=tuple(marked), common=found.common)


def passages_elsewhere(data: Path, publication: Publication, read_at: datetime, *, most: int) -> Passages:
    """The passages of a publication that stand in publications of other dossiers.

    None are told as long as the publication was not taken in as the record has it now.

    Args:
        data: the data folder.
        publication: it.
        read_at: when its best source was read.
        most: so many answers are compared with its own at most.
    Raises:
        InputError: nobody looked for passages yet, or another version of the program did.
    """
    apart_from = {key for (key,) in _TOGETHER.rows(publication.pk)}
    return find_passages(data, publication.key, state=_state(publication.best_id, read_at), apart_from=apart_from, most=most)


def most_copied_by(data: Path, ministry: str, limit: int = 20) -> tuple[CopiedPassage, ...]:
    """The passages that stand word for word in the most publications in which a ministry answers, those in the most first.

    Args:
        data: the data folder.
        ministry: its TOOI code.
        limit: how many are wanted.
    Raises:
        InputError: nobody looked for passages yet, or another version of the program did.
    """
    answered = Office.objects.filter(part="answering", ministry=ministry).values_list("publication__key", flat=True)
    return most_copied(data, set(answered), limit)


def answer_texts(keys: Iterable[str]) -> dict[tuple[str, str], str]:
    """The texts of all answers of some publications, by publication and anchor."""
    rows = Publication.objects.filter(key__in=set(keys)).values_list("key", "best__reading__packed_record")
    return {(key, anchor): text for key, record in rows for anchor, text in answers_of(bytes(record))}


def begin_where_empty(data: Path) -> None:
    """Begin with nothing where there is nothing in the record; else there is something to take in, which may take long."""
    if not is_library(data) and not Publication.objects.exists():
        with unless_busy():
            rebuild_reuse(data, n_workers=0)


def keep_up(data: Path, *, n_workers: int) -> None:
    """Bring it up to date if that can be done now; else the next one does, or the command."""
    if is_library(data):
        with unless_busy():
            bring_up_to_date(data, n_workers=n_workers)


def _tell_pages() -> None:
    """Let no page be given again that was made of the passages of before."""
    with database_faults():
        restamp()


def _add_all(writer: ReuseWriter, keys: Sequence[str], n_workers: int, told: Told) -> int:
    n_answers = 0
    for prepared in _prepare(_packed_of(keys), n_workers):
        writer.add(prepared)
        for key, _, answers in prepared.publications:
            n_answers += len(answers)
            told(key)
    return n_answers


def _prepare(publications: Iterator[PackedState], n_workers: int) -> Iterator[Prepared]:
    """The answers of publications, prepared by worker processes, or here without any."""
    return results_of(prepare_answers, in_chunks(publications, _JOB), n_workers=n_workers)


def _states() -> dict[str, str]:
    """All publications in the order in which they came, with what tells a state from the ones before."""
    rows = Publication.objects.order_by("pk").values_list("key", "best_id", "best__reading__read_at")
    return {key: _state(best, read_at) for key, best, read_at in rows.iterator()}


def _state(best: str, read_at: datetime) -> str:
    return f"{best[:16]} {read_at.timestamp()}"


def _packed_of(keys: Sequence[str]) -> Iterator[PackedState]:
    """The records of those of some publications that there are."""
    columns = ("key", "best_id", "best__reading__read_at", "best__reading__packed_record")
    for chunk in in_chunks(keys, _LOOK_UP):
        for key, best, read_at, record in Publication.objects.filter(key__in=chunk).order_by("pk").values_list(*columns):
            yield PackedState(key, _state(best, read_at), bytes(record))
