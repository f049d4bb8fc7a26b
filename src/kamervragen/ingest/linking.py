"""Dossiers beside the record: those that a change touches are made again, and only those.

What changed is noted in the transaction that changes it (`store.dossier_models.Unlinked`); a note goes in the transaction that
writes the dossiers. So an interruption at any point costs time only, and nothing is done twice.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from kamervragen.dossiers import Correction, Dossier
from kamervragen.errors import InputError
from kamervragen.ingest.preparing import without_collector
from kamervragen.link import CorrectionFile, Ties, group, parse_corrections, tie
from kamervragen.store.chunks import in_chunks
from kamervragen.store.dossier_corrections import find_pairs, read_corrections, replace_corrections
from kamervragen.store.dossier_documents import Documents
from kamervragen.store.dossier_models import Unlinked
from kamervragen.store.dossier_ties import (
    Pairs,
    find_candidates,
    is_linked_by_this_version,
    note_all,
    read_ties,
    replace_candidate_keys,
    replace_ties,
    tied_to,
    whole_dossiers,
)
from kamervragen.store.dossier_writing import (
    Moment,
    find_ended_terms,
    find_rivals,
    give_distinct_keys,
    track_again,
    write_dossiers,
)
from kamervragen.store.dossiers import load_dossiers
from kamervragen.store.faults import database_faults
from kamervragen.store.last_day import find_last_day
from kamervragen.store.models import Publication
from kamervragen.store.writing import stamp, take_turn

CORRECTIONS = "correcties.csv"
_BATCH = 1_000  # notes followed in one transaction
_NOT_NEEDED = ("segments",)  # half of what is made of a record; links and dossiers are made of what was read in them


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What was linked.

    Args:
        n_publications: those that had changed.
        n_dossiers: those that were made or made again.
    """

    n_publications: int = 0
    n_dossiers: int = 0

    def __add__(self, other: "Linked") -> "Linked":
        return Linked(n_publications=self.n_publications + other.n_publications, n_dossiers=self.n_dossiers + other.n_dossiers)


def read_correction_file(data: Path) -> CorrectionFile:
    """What the editor's file in a data folder says; a folder without one has no rows.

    Raises:
        InputError: it is no text in UTF-8, or cannot be read.
    """
    path = data / CORRECTIONS
    try:
        return parse_corrections(path.read_text("utf-8-sig") if path.exists() else "", name=str(path))
    except (OSError, UnicodeDecodeError) as error:
        message = "Dit bestand kan niet worden gelezen; sla het op als CSV in UTF-8."
        raise InputError("bad_corrections", message, where=str(path)) from error


Told = Callable[[int], None]
"""Told after each batch how many publications it followed."""


def _nobody(n_publications: int) -> None:
    """Tell nobody."""


def link_changed(data: Path, *, today: date | None = None, told: Told = _nobody) -> Linked:
    """Make the dossiers again that what changed in the record, or in the editor's file, touches, or the days that passed.

    Args:
        data: the data folder.
        today: the day on which statuses are told; by default the last that the record knows of.
        told: told of the progress.
    Raises:
        InputError: the editor's file cannot be read.
        StoreError: the database cannot be written.
    """
    done = link_noted(data, today=today, told=told)
    with database_faults():
        _follow_days(_moment(today))
    return done


def link_noted(data: Path, *, today: date | None = None, told: Told = _nobody) -> Linked:
    """The same, but for what days that passed do to other dossiers: enough while documents are still coming."""
    done = Linked()
    with database_faults():
        _follow_version()
        _follow_corrections(read_correction_file(data).corrections)
        while Unlinked.objects.exists():
            batch = _link_batch(_moment(today))
            told(batch.n_publications)
            done += batch
    return done


def link_all(data: Path, *, today: date | None = None, told: Told = _nobody) -> Linked:
    """Make all dossiers again; those of before are shown until then, and what changed in them stays told. See `link_changed`."""
    with database_faults(), transaction.atomic():
        take_turn()
        note_all()
    return link_changed(data, today=today, told=told)


def _moment(today: date | None) -> Moment:
    return Moment(today=today or find_last_day() or timezone.localdate(), at=timezone.now())


def _follow_days(moment: Moment) -> None:
    """Track the dossiers again in which a term ended since they were tracked."""
    for keys in in_chunks(find_ended_terms(moment.today), _BATCH):
        with transaction.atomic():
            take_turn()
            track_again(load_dossiers(keys), moment)
            stamp(moment.at)


def _follow_version() -> None:
    """Note everything when another version of the linker linked it: under its keys what is new might find nothing."""
    if not is_linked_by_this_version():
        with transaction.atomic():
            take_turn()
            note_all()


def _follow_corrections(corrections: tuple[Correction, ...]) -> None:
    if corrections != read_corrections():
        with transaction.atomic():
            take_turn()
            replace_corrections(corrections)


def _link_batch(moment: Moment) -> Linked:
    """Follow the oldest notes, and strike them, in one transaction."""
    with transaction.atomic(), without_collector():
        take_turn()
        noted = list(Unlinked.objects.order_by("pk").values_list("pk", "key")[:_BATCH])
        keys = {key for _, key in noted}
        there = dict(Publication.objects.filter(key__in=keys).values_list("key", "pk"))
        n_dossiers = _Relinking().relink(set(there.values()), keys - there.keys(), moment)
        Unlinked.objects.filter(pk__in=[pk for pk, _ in noted]).delete()
        stamp(moment.at)
    return Linked(n_publications=len(keys), n_dossiers=n_dossiers)


class _Relinking:
    """The publications of one batch on their way to dossiers."""

    def __init__(self) -> None:
        self._documents = Documents(without=_NOT_NEEDED)
        self._corrections = read_corrections()
        self._pairs = find_pairs(self._corrections)

    def relink(self, changed: set[int], gone: Collection[str], moment: Moment) -> int:
        """Tie publications anew and write all dossiers that this touches; gives how many.

        Args:
            changed: the primary keys of the publications that are in the record.
            gone: the keys of those that were retired.
            moment: now.
        """
        before = tied_to(changed)
        dossiers = self._group(self._tie(changed) | before)
        rivals = find_rivals(dossiers, self._documents.ids)
        while more := set().union(*rivals.values()) - changed:
            # Another dossier has the key of one of these: what it holds changed too and is noted still, or was keyed otherwise.
            changed |= more
            before |= tied_to(changed)
            dossiers = self._group(self._tie(changed) | before)
            rivals = find_rivals(dossiers, self._documents.ids)
        write_dossiers(give_distinct_keys(dossiers, rivals), self._documents.ids, gone, moment)
        return len(dossiers)

    def _tie(self, changed: set[int]) -> set[int]:
        """Write the keys and ties of publications; gives all that these, the ties and the editor's rows name."""
        own = self._documents.of(changed)
        replace_candidate_keys({each: self._documents.traits(each) for each in own})
        candidates = find_candidates(own)
        self._documents.of(changed.union(*candidates.values()))
        found = [
            tie(self._documents.traits(each), map(self._documents.traits, self._others(each, candidates, own)))
            for each in sorted(own)
        ]
        ties = Ties(
            links=tuple(link for each in found for link in each.links),
            relations=tuple(relation for each in found for relation in each.relations),
        )
        ids = self._documents.ids
        replace_ties(changed, ties, ids)
        ends = {key for tie in ties.links for key in (tie.source, tie.target)}
        ends |= {key for tie in ties.relations for key in (tie.source, tie.target)}
        return {ids[key] for key in ends}.union(own, *(self._pairs.get(each, ()) for each in own))

    @staticmethod
    def _others(each: int, candidates: Pairs, own: Collection[int]) -> list[int]:
        """With what a publication is compared: its candidates, but those that are compared with it in their turn."""
        return [other for other in candidates.get(each, ()) if other not in own or other > each]

    def _group(self, touched: set[int]) -> tuple[Dossier, ...]:
        """The whole dossiers of these publications."""
        affected = whole_dossiers(touched, self._pairs)
        documents = self._documents.of(affected)
        return group(list(documents.values()), read_ties(documents), self._corrections)
