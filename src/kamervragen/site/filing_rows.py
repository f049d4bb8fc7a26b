"""Filings from the store as the plain records that `track.figures` counts, one after the other."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from kamervragen.site.filings import FilingChoice, narrow_filings
from kamervragen.site.links import slug_of_party
from kamervragen.store.dossier_models import AddresseeRow, AskerRow
from kamervragen.terms import AddresseeStatus, Chamber, TermKind
from kamervragen.timings import WAITING
from kamervragen.track.figures import Addressed, Filed
from kamervragen.track.rules import find_rule

_CHUNK = 10_000  # rows fetched at a time


class _Row(NamedTuple):
    """An addressee in the store."""

    dossier_id: int
    ministry: str | None
    status: str
    due_on: date | None
    answered_on: date | None
    postponed_on: date | None
    withdrawn_on: date | None
    n_unread: int


class _Groups:
    """The rows of each dossier, for who asks in the order of the rows.

    Args:
        rows: by the number of their dossier, which comes first in each.
    """

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._groups = groupby(rows, key=itemgetter(0))
        self._next = next(self._groups, None)

    def take(self, dossier: int) -> list[tuple[Any, ...]]:
        """The rows of this dossier; [] when it has none."""
        while self._next and self._next[0] < dossier:
            self._next = next(self._groups, None)
        return list(self._next[1]) if self._next and self._next[0] == dossier else []


def read_filings(choice: FilingChoice, until: date) -> Iterator[Filed]:
    """The filings that a choice leaves, each with all its addressees.

    Args:
        choice: it; what it says of addressees chooses filings only.
        until: the last day that the record knows of.
    """
    found = narrow_filings(choice, until)
    asked = AddresseeRow.objects.filter(dossier__in=found).order_by("dossier_id", "position").values_list(*_Row._fields)
    asking = AskerRow.objects.filter(dossier__in=found, party__isnull=False).order_by("dossier_id", "position")
    addressees = _Groups(asked.iterator(chunk_size=_CHUNK))
    parties = _Groups(asking.values_list("dossier_id", "party").iterator(chunk_size=_CHUNK))
    dossiers = found.order_by("pk").values_list("pk", "submitted_on", "chamber", "n_unread")
    for pk, submitted_on, chamber, n_unread in dossiers.iterator(chunk_size=_CHUNK):
        due_on = _first_due(submitted_on, chamber)
        offices = tuple(_addressed(_Row(*row), due_on) for row in addressees.take(pk))
        yield Filed(submitted_on, tuple(dict.fromkeys(slug_of_party(name) for _, name in parties.take(pk))), offices, n_unread)


@lru_cache(maxsize=2_000)
def _first_due(submitted_on: date | None, chamber: str | None) -> date | None:
    """The last day of the first term of what was filed on a day; None where no rule sets one."""
    rule = find_rule(TermKind.FIRST, Chamber(chamber), submitted_on) if submitted_on and chamber else None
    return submitted_on + timedelta(days=rule.n_days) if submitted_on and rule and rule.n_days is not None else None


def _addressed(row: _Row, first_due_on: date | None) -> Addressed:
    """An addressee; with a term only where its clock has one, which it has not when days of filing contradict each other."""
    is_silent = row.answered_on is None and row.withdrawn_on is None
    return Addressed(
        row.ministry,
        first_due_on if row.due_on else None,
        row.answered_on,
        row.postponed_on,
        row.withdrawn_on,
        is_unknown=is_silent and (row.n_unread > 0 or AddresseeStatus(row.status) not in WAITING),
    )
