"""The authority file in the database: claims are written once, and made to persons when somebody wants to know who is who."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import Count, Max
from django.db.models.functions import Coalesce

from kamervragen import authorities
from kamervragen.people.assemble import Assembly, assemble
from kamervragen.people.claims import Claim, from_json, kind_of, to_json
from kamervragen.people.match import People, build_people
from kamervragen.people.records import Identification
from kamervragen.store.counts import State, read_state
from kamervragen.store.faults import database_faults
from kamervragen.store.models import Office, Submitter
from kamervragen.store.people_models import PeopleRow
from kamervragen.store.writing import stamp, take_turn
from kamervragen.terms import Chamber, Role

_BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportTally:
    """What an import did: how many rows are new, say something else now, were known or newer already, or were withdrawn."""

    n_added: int
    n_changed: int
    n_known: int
    n_removed: int


def write_claims(claims: Iterable[Claim], removed: Iterable[str], *, at: datetime) -> ImportTally:
    """Put claims into the record and take those out that their source has withdrawn: all or, after an error, nothing.

    Args:
        claims: of those with one key the one from the newest page counts, and of one day the last. One from an older page than
            the row that is there changes nothing.
        removed: keys of claims.
        at: now.
    Raises:
        StoreError: the database cannot be written.
    """
    wanted = _newest(claims)
    gone = sorted(set(removed) - set(wanted))
    with database_faults(), transaction.atomic():
        take_turn()
        before = {row.key: from_json(row.kind, row.claim) for row in PeopleRow.objects.all()}
        news = [each for key, each in wanted.items() if _is_news(before.get(key), each)]
        n_removed = _delete(gone)
        _write(news, at)
        if news or n_removed:
            stamp(at)
    n_added = sum(each.key not in before for each in news)
    n_changed = sum(each.key in before and not _says_the_same(before[each.key], each) for each in news)
    return ImportTally(n_added=n_added, n_changed=n_changed, n_known=len(wanted) - n_added - n_changed, n_removed=n_removed)


def _newest(claims: Iterable[Claim]) -> dict[str, Claim]:
    """Of each key the claim that counts."""
    newest: dict[str, Claim] = {}
    for each in claims:
        if _is_news(newest.get(each.key), each):
            newest[each.key] = each
    return newest


def _is_news(before: Claim | None, claim: Claim) -> bool:
    """Whether a claim must be written: it is new, from a newer page, or says something else that no day tells to be older."""
    if before is None:
        return True
    if before.seen_on and claim.seen_on and before.seen_on != claim.seen_on:
        return claim.seen_on > before.seen_on
    return before != claim


def _says_the_same(before: Claim, claim: Claim) -> bool:
    return replace(claim, seen_on=before.seen_on) == before


def _delete(keys: Sequence[str]) -> int:
    """Delete these rows; gives how many there were."""
    parts = (keys[start : start + _BATCH] for start in range(0, len(keys), _BATCH))
    return sum(PeopleRow.objects.filter(key__in=part).delete()[0] for part in parts)


def _write(claims: Sequence[Claim], at: datetime) -> None:
    rows = [PeopleRow(key=each.key, kind=kind_of(each), claim=to_json(each), imported_at=at) for each in claims]
    PeopleRow.objects.bulk_create(
        rows, _BATCH, update_conflicts=True, unique_fields=["key"], update_fields=["kind", "claim", "imported_at"]
    )


def load_assembly() -> Assembly:
    """The persons of the authority file, and what of it could not be put together."""
    return assemble(from_json(kind, claim) for kind, claim in PeopleRow.objects.values_list("kind", "claim"))


@dataclass(frozen=True, slots=True)
class _Kept:
    """The persons, and the states of the record and of the file that they were made in."""

    state: State
    file: str
    people: People


_kept: dict[str, _Kept] = {}
_lock = threading.Lock()


def load_people() -> People:
    """The persons of the authority file with their indexes, made once for each state of that file in each process."""
    name, state = str(connection.settings_dict["NAME"]), read_state()
    with _lock:
        kept = _kept.get(name)
        if kept is None or kept.state != state:
            _kept[name] = kept = _renew(kept, state)
        return kept.people


def _renew(kept: _Kept | None, state: State) -> _Kept:
    """The persons as they are now; those of before when only the rest of the record changed."""
    file = str(PeopleRow.objects.aggregate(n=Count("pk"), newest=Max("imported_at")))
    if kept and kept.file == file:
        return replace(kept, state=state)
    return _Kept(state, file, build_people(load_assembly().persons, authorities.load()))


class AskedOn(NamedTuple):
    """A member as printed in publications of one day and chamber, and in how many."""

    name: str
    party: str | None
    on: date | None
    chamber: str | None
    n_publications: int

    def identify(self, people: People) -> Identification:
        """Who is meant."""
        return people.identify_member(self.name, self.party, self.on, Chamber(self.chamber) if self.chamber else None)


class AnsweredOn(NamedTuple):
    """An office holder as printed in publications of one day, and in how many."""

    name: str
    role: str
    portfolio: str | None
    on: date | None
    n_publications: int

    def identify(self, people: People) -> Identification:
        """Who is meant."""
        return people.identify_holder(self.name, self.on, Role(self.role), self.portfolio)


def list_asked_on(names: Iterable[str] | None = None) -> Iterator[AskedOn]:
    """How members are printed on each day; those with these names only, when names are given."""
    columns = ("name", "party", "publication__submitted_on", "publication__chamber")
    asked = Submitter.objects.all() if names is None else Submitter.objects.filter(name__in=list(names))
    rows = asked.values_list(*columns).annotate(n=Count("publication", distinct=True)).order_by(*columns)
    return (AskedOn(*row) for row in rows)


def list_answered_on() -> Iterator[AnsweredOn]:
    """How office holders who answer are printed on each day."""
    on = Coalesce("publication__received_on", "publication__letter_date")
    answering = Office.objects.filter(part="answering", name__isnull=False).annotate(on=on)
    columns = ("name", "role", "portfolio", "on")
    rows = answering.values_list(*columns).annotate(n=Count("publication", distinct=True)).order_by(*columns)
    return (AnsweredOn(*row) for row in rows)
