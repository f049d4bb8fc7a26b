"""How many answers are waited for, late, postponed, given: of all, or of one ministry, party or member."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from kamervragen.site.kept import PAGES, Kept
from kamervragen.site.open_choice import (
    ALL,
    GIVEN,
    LATE,
    POSTPONED,
    SECOND_TERM,
    UNCERTAIN,
    OpenChoice,
    is_of,
    narrow_addressees,
)
from kamervragen.site.open_day import keep_day


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCounts:
    """How many answers each list holds, of a ministry, party or member, or of all.

    Args:
        n_waiting: answers that are waited for; their dossiers are `n_dossiers`.
        n_late: of these, those whose term is over.
        n_second_term: those that were postponed and whose second term runs.
        n_given: answers in the record.
        n_uncertain: of these it cannot be said whether they were given.
        n_postponed: all that were postponed, given or not.
        n_asked: all that were asked for.
    """

    n_waiting: int
    n_dossiers: int
    n_late: int
    n_second_term: int
    n_given: int
    n_uncertain: int
    n_postponed: int
    n_asked: int

    def of(self, which: str) -> int:
        """How many answers a list holds, by its name in addresses."""
        return {
            "": self.n_waiting,
            LATE: self.n_late,
            SECOND_TERM: self.n_second_term,
            GIVEN: self.n_given,
            UNCERTAIN: self.n_uncertain,
            POSTPONED: self.n_postponed,
            ALL: self.n_asked,
        }[which]


def keep_open_counts(choice: OpenChoice) -> Kept[OpenCounts]:
    """How many answers each list holds, of the chosen ministry, party and member."""
    return PAGES.get(("open", choice.of_all_lists), lambda: count_open(choice, keep_day()))


def count_open(choice: OpenChoice, day: date) -> OpenCounts:
    """How many answers each list holds on a day, of the chosen ministry, party and member."""
    lists = {"n_waiting": "", "n_late": LATE, "n_second_term": SECOND_TERM, "n_given": GIVEN, "n_uncertain": UNCERTAIN}
    counted = {name: Count("pk", filter=is_of(which, day)) for name, which in lists.items()}
    found = narrow_addressees(choice).aggregate(
        n_dossiers=Count("dossier_id", filter=is_of("", day), distinct=True),
        n_postponed=Count("pk", filter=is_of(POSTPONED, day)),
        n_asked=Count("pk", filter=is_of(ALL, day)),
        **counted,
    )
    return OpenCounts(**found)
