"""The last day that the record knows of: who waits and who is late is told on that day, never on one it has not heard of."""

from datetime import date

from django.db.models import Max
from django.utils import timezone

from kamervragen.store.counts import read_state
from kamervragen.store.models import Publication


def find_last_day() -> date | None:
    """The last day that a publication is dated; None when none is dated.

    A day after the last change of the record is a misprint and is passed over, unless most are: then it is a record of examples.
    A record that was filled last year says nothing of who answered since.
    """
    dated = Publication.objects.filter(dated_on__isnull=False)
    changed_at = read_state().changed_at
    if changed_at is not None:
        today = timezone.localdate(changed_at)
        # Counted are those that an index tells apart, and all of them: looking which are dated would be looking at each.
        n_misprinted = dated.filter(dated_on__gt=today).count()
        n_dated = Publication.objects.count() - Publication.objects.filter(dated_on__isnull=True).count()
        dated = dated.filter(dated_on__lte=today) if 2 * n_misprinted <= n_dated else dated
    last: date | None = dated.aggregate(last=Max("dated_on"))["last"]
    return last
