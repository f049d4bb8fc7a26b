"""A list of open questions as an Atom feed: what came onto it last comes first."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from django.contrib.syndication.views import Feed
from django.db.models import F
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from kamervragen.dutch.offices import office_words
from kamervragen.site.naming import name_subject
from kamervragen.site.open_choice import (
    GIVEN,
    LATE,
    POSTPONED,
    SECOND_TERM,
    OpenChoice,
    is_of,
    narrow_addressees,
    read_open_choice,
)
from kamervragen.site.open_day import keep_day
from kamervragen.site.open_lines import OpenLine, make_open_lines
from kamervragen.site.open_words import list_title, standing_word
from kamervragen.site.phrases import print_day

N_ENTRIES: Final = 50
_CAME_ON: Final = {LATE: "due_on", SECOND_TERM: "postponed_on", POSTPONED: "postponed_on", GIVEN: "answered_on"}

if TYPE_CHECKING:
    _OpenFeed = Feed[OpenLine, OpenChoice]
else:
    _OpenFeed = Feed  # which takes no types when the program runs


class OpenFeed(_OpenFeed):
    """What came onto a list last; the address is that of the list with `.atom`."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, *args: object, **kwargs: object) -> OpenChoice:
        """The list that is asked for.

        Raises:
            InputError: the query asks for none.
        """
        return read_open_choice(request.GET.dict())

    def title(self, choice: OpenChoice) -> str:
        """What the feed is about."""
        return f"Kamervragen: {list_title(choice.which)}"

    def link(self, choice: OpenChoice) -> str:
        """The page of the same list."""
        return choice.address()

    def items(self, choice: OpenChoice) -> tuple[OpenLine, ...]:
        """What came onto the list last."""
        day = keep_day()
        found = narrow_addressees(choice).filter(is_of(choice.which, day))
        newest = found.order_by(F(_came_on(choice.which)).desc(nulls_last=True), "dossier_id", "position")
        return make_open_lines(list(newest.values_list("pk", flat=True)[:N_ENTRIES]), day)

    def item_title(self, item: OpenLine) -> str:
        """How it stands, with whom, and about what."""
        return (
            f"{standing_word(item.status)}: {office_words(item.asked.role, item.asked.portfolio)}, {name_subject(item.subject)}"
        )

    def item_description(self, item: OpenLine) -> str:
        """The days that matter."""
        days = {"ingezonden": item.submitted_on, "uitgesteld": item.postponed_on, "beantwoord": item.answered_on}
        return ", ".join(f"{word} {print_day(day)}" for word, day in days.items() if day)

    def item_link(self, item: OpenLine) -> str:
        """Its dossier."""
        return reverse("dossier", args=[item.dossier])

    def item_guid(self, item: OpenLine) -> str:
        """What makes the entry another one than the same answer in another state."""
        return f"urn:kamervragen:{item.dossier}:{item.position}:{item.status}"

    def item_updateddate(self, item: OpenLine) -> datetime | None:
        """The day on which it came to stand so."""
        day = _last_day(item)
        return timezone.make_aware(datetime.combine(day, time())) if day else None


def _came_on(which: str) -> str:
    return _CAME_ON.get(which, "submitted_on")


def _last_day(item: OpenLine) -> date | None:
    """The day of the answer, of the end of the term, of the notice, or of filing."""
    if item.n_days_late is not None:
        return item.due_on
    return item.answered_on or item.postponed_on or item.submitted_on
