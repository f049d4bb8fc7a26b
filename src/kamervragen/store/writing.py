"""Entries into the database: one batch, one transaction, whole or not at all.

    turn → publications → sources and readings → rows → old addresses → to be indexed and linked → failures → stamp

No query is per document: what a batch needs to know is asked once for the whole batch.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db import connection, transaction

from kamervragen.store.dossier_models import Unlinked
from kamervragen.store.dossier_ties import note_tied
from kamervragen.store.entry import HEADING_COLUMNS, Claims, Entry, Heading, make_claims
from kamervragen.store.failures import FailedDocument, forget_failures, register_failures
from kamervragen.store.faults import database_faults
from kamervragen.store.models import Alias, Publication, Reading, Source, Stamp, Unindexed
from kamervragen.store.rows import replace_rows

_TURN = 7_305_001  # any number, as long as nothing else in the database takes an advisory lock of it


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSource:
    """An entry, and when its document was handed in."""

    entry: Entry
    seen_at: datetime


def write_batch(batch: Sequence[NewSource], failed: Sequence[FailedDocument], *, at: datetime) -> None:
    """Put documents into the record and failures into the register; after an error nothing of the batch is there.

    Args:
        batch: at most a few hundred documents; the last of equal SHA-256 counts.
        failed: documents of which nothing goes into the record.
        at: now.
    Raises:
        StoreError: the database cannot be written.
    """
    sources = {each.entry.sha256: each for each in batch}
    with database_faults(), transaction.atomic():
        take_turn()
        _write_sources(sources, at)
        forget_failures([each.entry.sha256 for each in batch], [each.entry.origin for each in batch])
        register_failures(failed, at)
        stamp(at)


def take_turn() -> None:
    """Wait for other writers: SQLite does so by itself, PostgreSQL has to be asked."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURN])


def stamp(at: datetime) -> None:
    """Say that the record is another one from now on."""
    Stamp.objects.update_or_create(pk=1, defaults={"token": secrets.token_hex(16), "changed_at": at})


def restamp() -> None:
    """Say that what is shown of the record is something else from now on, though nothing was written into it."""
    Stamp.objects.filter(pk=1).update(token=secrets.token_hex(16))


def _write_sources(sources: Mapping[str, NewSource], at: datetime) -> None:
    shelf = _Shelf(sources)
    claims = shelf.choose()
    ids = _write_publications(claims, shelf.publications)
    ids.update({key: publication.pk for key, publication in shelf.publications.items() if key not in ids})
    _write_readings(sources, ids, at)
    replace_rows({ids[key]: each for key, (_, each) in claims.items()}, [each.pk for each in shelf.publications.values()])
    Alias.objects.filter(key__in=ids).delete()
    emptied = shelf.emptied()
    note_tied(shelf.publications[key].pk for key in emptied)
    for key, successor in emptied.items():
        _retire(shelf.publications[key], ids[successor])
    changed = (*claims, *emptied)
    Unindexed.objects.bulk_create([Unindexed(key=key) for key in changed])
    Unlinked.objects.bulk_create([Unlinked(key=key) for key in changed])


class _Candidate(NamedTuple):
    """A source that a publication may show: how good it is, and since when we have it."""

    rank: int
    seen_at: datetime
    sha256: str


class _Shelf:
    """The publications that a batch touches, and the sources each will have afterwards."""

    def __init__(self, sources: Mapping[str, NewSource]) -> None:
        self._sources = sources
        known = Source.objects.filter(sha256__in=sources).select_related("publication")
        self._before = {each.sha256: each for each in known}
        self._keys = {each.entry.claims.key for each in sources.values()} | {
            each.publication.key for each in self._before.values()
        }
        self.publications = {each.key: each for each in Publication.objects.filter(key__in=self._keys)}
        self._candidates = self._gather()

    def _gather(self) -> dict[str, list[_Candidate]]:
        others = Source.objects.filter(publication__key__in=self._keys).exclude(sha256__in=self._sources)
        candidates: dict[str, list[_Candidate]] = {key: [] for key in self._keys}
        for key, rank, seen_at, sha256 in others.values_list("publication__key", "rank", "seen_at", "sha256"):
            candidates[key].append(_Candidate(rank, seen_at, sha256))
        for new in self._sources.values():
            known = self._before.get(new.entry.sha256)
            seen_at = known.seen_at if known else new.seen_at
            candidates[new.entry.claims.key].append(_Candidate(new.entry.rank, seen_at, new.entry.sha256))
        return candidates

    def choose(self) -> dict[str, tuple[str, Claims]]:
        """The best source of each publication whose columns and rows must be written, and what it says."""
        best = {key: _best(candidates).sha256 for key, candidates in self._candidates.items() if candidates}
        chosen = {key: sha256 for key, sha256 in best.items() if sha256 in self._sources or not self._shows(key, sha256)}
        elsewhere = Reading.objects.in_bulk([sha256 for sha256 in chosen.values() if sha256 not in self._sources])
        return {key: (sha256, self._claims(sha256, elsewhere)) for key, sha256 in chosen.items()}

    def _shows(self, key: str, sha256: str) -> bool:
        return key in self.publications and self.publications[key].best_id == sha256

    def _claims(self, sha256: str, elsewhere: Mapping[str, Reading]) -> Claims:
        if sha256 in self._sources:
            return self._sources[sha256].entry.claims
        reading = elsewhere[sha256]
        return make_claims(sha256, reading.parsed, reading.citations)

    def emptied(self) -> dict[str, str]:
        """The publications that lost their last source, and the one that has it now."""
        moved = {each.publication.key: self._sources[sha256].entry.claims.key for sha256, each in self._before.items()}
        return {key: moved[key] for key, candidates in self._candidates.items() if not candidates}


def _best(candidates: Sequence[_Candidate]) -> _Candidate:
    """The best form of document; of equally good ones the newest."""
    return min(candidates, key=lambda each: (each.rank, -each.seen_at.timestamp(), each.sha256))


def _write_publications(claims: Mapping[str, tuple[str, Claims]], known: Mapping[str, Publication]) -> dict[str, int]:
    """Write the columns of these publications; gives their primary keys."""
    rows = [
        Publication(key=key, is_official=each.is_official, best_id=sha256, **_columns(each.heading))
        for key, (sha256, each) in claims.items()
    ]
    columns = ["is_official", "best", *HEADING_COLUMNS]
    written = Publication.objects.bulk_create(rows, update_conflicts=True, unique_fields=["key"], update_fields=columns)
    return {each.key: each.pk for each in written}


def _columns(heading: Heading) -> dict[str, object]:
    return {name: getattr(heading, name) for name in HEADING_COLUMNS}


def _write_readings(sources: Mapping[str, NewSource], ids: Mapping[str, int], at: datetime) -> None:
    Source.objects.bulk_create(
        [_source_row(each, ids) for each in sources.values()],
        update_conflicts=True,
        unique_fields=["sha256"],
        update_fields=["publication", "media_type", "rank"],
    )
    Reading.objects.bulk_create(
        [_reading_row(each.entry, at) for each in sources.values()],
        update_conflicts=True,
        unique_fields=["source"],
        update_fields=["reader", "parser", "body_sha256", "read_at", "packed_text", "packed_record", "packed_citations"],
    )


def _source_row(new: NewSource, ids: Mapping[str, int]) -> Source:
    entry = new.entry
    return Source(
        sha256=entry.sha256,
        publication_id=ids[entry.claims.key],
        name=entry.name,
        origin=entry.origin,
        media_type=entry.media_type,
        size_bytes=entry.size_bytes,
        rank=entry.rank,
        seen_at=new.seen_at,
    )


def _reading_row(entry: Entry, at: datetime) -> Reading:
    return Reading(
        source_id=entry.sha256,
        reader=entry.reader,
        parser=entry.parser,
        body_sha256=entry.body_sha256,
        read_at=at,
        packed_text=entry.packed_text,
        packed_record=entry.packed_record,
        packed_citations=entry.packed_citations,
    )


def _retire(publication: Publication, successor_id: int) -> None:
    """Let the addresses of a publication without sources redirect to the one that has them now."""
    publication.aliases.update(publication_id=successor_id)
    Alias.objects.create(key=publication.key, publication_id=successor_id)
    publication.delete()
