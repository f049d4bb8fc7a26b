"""The day on which pages say who waits and who is late: the last one that the record knows of, never one it has not heard of."""

from datetime import date

from django.utils import timezone

from kamervragen.site.filings import keep_last_day


def keep_day() -> date:
    """The last day that the record knows of; today where it knows of none.

    A record that was filled last year says nothing of who answered since.
    """
    return keep_last_day() or timezone.localdate()
