"""Dossiers into the database, in place of those that held the same publications before."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import connection, models
from django.db.models import F

from kamervragen.dossiers import Dossier
from kamervragen.identifiers import parse_publication_id
from kamervragen.store.chunks import in_chunks
from kamervragen.store.dossier_heirs import Heirs
from kamervragen.store.dossier_models import AddresseeRow, AskerRow, ChangeRow, DossierName, DossierRow, MembershipRow
from kamervragen.store.dossier_timings import read_timings
from kamervragen.terms import AddresseeStatus, DossierPart
from kamervragen.timings import ANSWERED, Clock, Timing
from kamervragen.track import changes, track

_COLUMNS = [field.name for field in DossierRow._meta.concrete_fields if field.name not in ("id", "key")]
_Cell = str | int | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When dossiers are made: the day on which statuses hold, and the instant at which changes are noted."""

    today: date
    at: datetime


def write_dossiers(dossiers: Sequence[Dossier], ids: Mapping[str, int], gone: Collection[str], moment: Moment) -> None:
    """Write dossiers with where their addressees stand, and note every change of that.

    Args:
        dossiers: whole dossiers; with them come all publications that stood in one dossier with any of theirs.
        ids: the primary key of each of their publications.
        gone: the keys of publications that were retired.
        moment: now.
    """
    heirs = Heirs(dossiers, ids, gone)
    before = read_timings(heirs.forebears)
    timed = [(each, track(each, moment.today)) for each in dossiers]
    _clear(heirs)
    rows = _write_rows(timed, heirs)
    _end(heirs, rows)
    _write_members(dossiers, ids, rows)
    write_standings(timed, rows)
    note_changes([(rows[timing.key], before.get(timing.key), timing) for _, timing in timed], moment)


def find_rivals(dossiers: Sequence[Dossier], ids: Mapping[str, int]) -> Mapping[str, set[int]]:
    """For each key that a dossier beside these has too, the publications of both.

    Args:
        dossiers: whole dossiers, not yet written.
        ids: the primary key of each of their publications.
    """
    by_key = {each.key: {ids[member.key] for member in each.memberships} for each in dossiers}
    own = set().union(*by_key.values())
    found: dict[str, set[int]] = {}
    for chunk in in_chunks(by_key):
        rows = MembershipRow.objects.filter(dossier__key__in=chunk).values_list("dossier__key", "publication_id")
        for key, publication_id in rows:
            if publication_id not in own:
                found.setdefault(key, set(by_key[key])).add(publication_id)
    return found


def give_distinct_keys(dossiers: Iterable[Dossier], taken: Collection[str]) -> tuple[Dossier, ...]:
    """The dossiers, with the key of a publication for one whose own key is taken, so that no mistake of ours stops an ingest."""
    used, found = set(taken), []
    for each in dossiers:
        names = (each.key, *(member.key for member in each.memberships))
        key = next((name for name in names if name not in used), each.key)
        used.add(key)
        found.append(each if key == each.key else replace(each, key=key))
    return tuple(found)


def _clear(heirs: Heirs) -> None:
    """Take out what is written anew, and free the keys that go to another dossier."""
    for chunk in in_chunks(heirs.keys):
        for table in (MembershipRow, DossierName, AskerRow):
            table._default_manager.filter(dossier_id__in=chunk).delete()
    renamed = [(f"~{old}", old) for key, old in heirs.rows.items() if heirs.keys[old] != key]
    renamed += [(f"~{old}", old) for old in heirs.ended]
    _rename(renamed)
    _rename((key, old) for key, old in heirs.rows.items() if heirs.keys[old] != key)


def _rename(names: Iterable[tuple[str, int]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany("UPDATE store_dossierrow SET key = %s WHERE id = %s", list(names))


def _write_rows(timed: Sequence[tuple[Dossier, Timing]], heirs: Heirs) -> dict[str, int]:
    """The primary keys of the rows of these dossiers, by key."""
    rows = [_row(dossier, timing) for dossier, timing in timed]
    DossierRow.objects.bulk_create(rows, update_conflicts=True, unique_fields=["key"], update_fields=_COLUMNS)
    return {each.key: each.pk for each in rows}


def _row(dossier: Dossier, timing: Timing) -> DossierRow:
    answered_on = sorted(each.answered_on for each in timing.clocks if each.answered_on)
    parsed = [each.parsed for each in dossier.documents]
    return DossierRow(
        key=dossier.key,
        subject=dossier.filing.subject,
        submitted_on=dossier.filing.submitted_on,
        chamber=_chamber(dossier),
        form=parsed[0].form,
        session_year=next((each.session_year for each in parsed if each.session_year), None),
        n_publications=len(parsed),
        n_questions=len(dossier.filing.questions),
        n_replies=len(dossier.of_part(DossierPart.REPLY)),
        n_addressees=len(timing.clocks),
        n_answered=sum(each.status in ANSWERED for each in timing.clocks),
        n_unread=timing.n_unread,
        n_findings=len(dossier.findings),
        first_answered_on=answered_on[0] if answered_on else None,
        last_answered_on=answered_on[-1] if answered_on else None,
        status=timing.status,
        tracked_on=timing.today,
    )


def _chamber(dossier: Dossier) -> str | None:
    printed = (each.parsed.chamber for each in dossier.documents)
    named = (parts.chamber for each in dossier.documents if (parts := parse_publication_id(each.official_id or "")))
    return next((each for each in (*printed, *named) if each), None)


def _end(heirs: Heirs, rows: Mapping[str, int]) -> None:
    """Remove the dossiers that do not go on; what changed in them is told of those they became a part of."""
    for old in heirs.ended & heirs.forebears.keys():
        ChangeRow.objects.filter(dossier_id=old).update(dossier_id=rows[heirs.forebears[old]])
    for chunk in in_chunks(heirs.ended):
        DossierRow.objects.filter(pk__in=chunk).delete()


def _write_members(dossiers: Sequence[Dossier], ids: Mapping[str, int], rows: Mapping[str, int]) -> None:
    """What stands in each dossier, who asks, and under which names it is found."""
    numbered = [(rows[each.key], each) for each in dossiers]
    members = ((ids[each.key], row, str(each.part)) for row, dossier in numbered for each in dossier.memberships)
    names = ((row, name[:120]) for row, dossier in numbered for name in _names(dossier))
    askers = (
        (row, place, each.name, each.party) for row, dossier in numbered for place, each in enumerate(dossier.filing.submitters)
    )
    _insert(MembershipRow, ("publication_id", "dossier_id", "part"), members)
    _insert(DossierName, ("dossier_id", "name"), names)
    _insert(AskerRow, ("dossier_id", "position", "name", "party"), askers)


def _names(dossier: Dossier) -> Iterator[str]:
    return iter(dict.fromkeys((dossier.key, *dossier.aliases, *(each.key for each in dossier.memberships))))


def _insert(table: type[models.Model], columns: Sequence[str], rows: Iterable[tuple[_Cell, ...]]) -> None:
    """Write rows without making model objects of them."""
    sql = f"INSERT INTO {table._meta.db_table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.executemany(sql, list(rows))


_STANDING = tuple(
    """dossier_id position role portfolio usual ministry submitted_on
    status due_on term answered_on postponed_on withdrawn_on n_unread""".split()
)


def write_standings(timed: Sequence[tuple[Dossier, Timing]], rows: Mapping[str, int]) -> None:
    """Write where each addressee stands, in place of where it stood.

    Args:
        timed: dossiers with their timing.
        rows: the primary keys of the dossiers.
    """
    for chunk in in_chunks(rows.values()):
        AddresseeRow.objects.filter(dossier_id__in=chunk).delete()
    _insert(
        AddresseeRow,
        _STANDING,
        (
            (rows[timing.key], place, *_standing(dossier, each), timing.n_unread)
            for dossier, timing in timed
            for place, each in enumerate(timing.clocks)
        ),
    )


def _standing(dossier: Dossier, clock: Clock) -> tuple[_Cell, ...]:
    office = clock.office
    is_withdrawn = clock.status is AddresseeStatus.WITHDRAWN
    withdrawals = dossier.of_part(DossierPart.WITHDRAWAL) if is_withdrawn else ()
    return (
        str(office.role),
        office.portfolio,
        office.usual,
        office.ministry,
        dossier.filing.submitted_on,
        str(clock.status),
        clock.due_on,
        clock.term and str(clock.term),
        clock.answered_on,
        clock.postponed_on,
        next((each.document.parsed.answered_on for each in withdrawals if each.document.parsed.answered_on), None),
    )


def note_changes(tracked: Iterable[tuple[int, Timing | None, Timing]], moment: Moment) -> None:
    """Note what changed.

    Args:
        tracked: for each dossier its primary key, its timing before (None for the first time), and its timing now.
        moment: now.
    """
    ChangeRow.objects.bulk_create(
        ChangeRow(
            dossier_id=row,
            addressee=each.addressee,
            before=each.before,
            after=each.after,
            reason=each.reason,
            on=each.on,
            at=moment.at,
        )
        for row, before, after in tracked
        for each in changes(before, after)
    )


def find_ended_terms(today: date) -> tuple[str, ...]:
    """The keys of the dossiers of which a term ended since they were tracked, without anything else that changed.

    Args:
        today: the day that is after the last day of these terms.
    """
    waiting = AddresseeRow.objects.filter(status__in=_WAITING, due_on__lt=today, due_on__gte=F("dossier__tracked_on"))
    return tuple(waiting.order_by("dossier__key").values_list("dossier__key", flat=True).distinct())


_WAITING = (AddresseeStatus.OPEN, AddresseeStatus.POSTPONED)


def track_again(dossiers: Sequence[Dossier], moment: Moment) -> None:
    """Write where the addressees of dossiers stand on another day, and note every change.

    Args:
        dossiers: as they are in the record.
        moment: now.
    """
    rows = dict(DossierRow.objects.filter(key__in=[each.key for each in dossiers]).values_list("key", "pk"))
    before = read_timings({pk: key for key, pk in rows.items()})
    timed = [(each, track(each, moment.today)) for each in dossiers if each.key in rows]
    write_standings(timed, rows)
    note_changes([(rows[timing.key], before.get(timing.key), timing) for _, timing in timed], moment)
    for _, timing in timed:
        DossierRow.objects.filter(key=timing.key).update(status=timing.status, tracked_on=timing.today)
