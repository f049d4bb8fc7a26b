"""The day on which pages say who waits and who is late: the last one that the record knows of, never one it has not heard of."""

from datetime import date

from django.db.models import Max
from django.utils import timezone

from kamervragen.site.filings import find_last_day
from kamervragen.site.kept import SHELF
from kamervragen.store.counts import read_state
from kamervragen.store.models import Publication


def keep_day() -> date:
    """The last printed day that was over when the record changed last.

    A record that was filled last year says nothing of who answered since. Where all its days are still to come, as in invented
    documents, it is the last of them; in an empty record it is today.
    """
    return SHELF.get("day", _find_day).value


def _find_day() -> date:
    known = find_last_day(read_state().changed_at)
    return known or _find_last_to_come() or timezone.localdate()


def _find_last_to_come() -> date | None:
    found = Publication.objects.aggregate(Max("received_on"), Max("letter_date"), Max("submitted_on"))
    return max((day for day in found.values() if day), default=None)
