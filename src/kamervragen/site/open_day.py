"""The day on which pages say who waits and who is late: the last one that the record knows of, never one it has not heard of."""

from datetime import date

from django.utils import timezone

from kamervragen.site.filings import find_last_day
from kamervragen.site.kept import SHELF
from kamervragen.store.counts import read_state


def keep_day() -> date:
    """The last day that the record knows of; today where it knows of none.

    A record that was filled last year says nothing of who answered since.
    """
    # By the name under which the page of figures keeps it: both look it up once.
    return SHELF.get("last day", lambda: find_last_day(read_state().changed_at)).value or timezone.localdate()
