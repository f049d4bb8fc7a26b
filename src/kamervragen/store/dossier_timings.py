"""Where the addressees of dossiers stood when they were last written, as the timings of that day."""

from collections.abc import Mapping

from kamervragen.dossiers import Office
from kamervragen.store.chunks import in_chunks
from kamervragen.store.dossier_models import AddresseeRow
from kamervragen.terms import AddresseeStatus, DossierStatus, Role, TermKind
from kamervragen.timings import Clock, Timing


def read_timings(forebears: Mapping[int, str]) -> dict[str, Timing]:
    """What was known before of each of some dossiers; those of which nothing was known are left out.

    Args:
        forebears: for the primary key of a dossier of before the key of the one of now that it became a part of.
    """
    found: dict[str, list[AddresseeRow]] = {}
    for chunk in in_chunks(forebears):
        rows = AddresseeRow.objects.filter(dossier_id__in=chunk).select_related("dossier").order_by("dossier_id", "position")
        for row in rows:
            found.setdefault(forebears[row.dossier_id], []).append(row)
    return {key: _timing(key, rows) for key, rows in found.items()}


def _timing(key: str, rows: list[AddresseeRow]) -> Timing:
    dossier = rows[0].dossier
    return Timing(
        key=key,
        today=dossier.tracked_on,
        status=DossierStatus(dossier.status),
        clocks=tuple(_clock(each) for each in rows),
        sentence="",
        n_unread=dossier.n_unread,
    )


def _clock(row: AddresseeRow) -> Clock:
    return Clock(
        office=Office(role=Role(row.role), portfolio=row.portfolio, ministry=row.ministry, usual=row.usual),
        status=AddresseeStatus(row.status),
        due_on=row.due_on,
        term=TermKind(row.term) if row.term else None,
        answered_on=row.answered_on,
        postponed_on=row.postponed_on,
        n_days=None,
        n_days_late=None,
    )
