"""The newest hits of a search as an Atom feed, for who wants to follow a subject."""

from datetime import datetime, time
from typing import TYPE_CHECKING, Final

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext

from kamervragen.search import search
from kamervragen.search.records import Hit
from kamervragen.site.asking import Asking, read_asking
from kamervragen.site.finding import open_index
from kamervragen.site.naming import name_publication, name_subject
from kamervragen.site.results import place_of
from kamervragen.terms import Order, Side

N_ENTRIES: Final = 30

if TYPE_CHECKING:
    _HitFeed = Feed[Hit, Asking]
else:
    _HitFeed = Feed  # which takes no types when the program runs


class SearchFeed(_HitFeed):
    """The newest questions and answers that a search finds; the address is that of the search with `.atom`."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, *args: object, **kwargs: object) -> Asking:
        """What is asked for.

        Raises:
            InputError: the query is not understood, or there is no index.
        """
        return read_asking(request.GET).ordered(Order.NEWEST)

    def title(self, asking: Asking) -> str:
        """What the feed is about."""
        words = ", ".join(filter(None, [asking.query, *(value for _, value in asking.values)]))
        return f"Kamervragen: {words}" if words else gettext("Kamervragen: alles")

    def link(self, asking: Asking) -> str:
        """The page of the same search."""
        return asking.address()

    def items(self, asking: Asking) -> tuple[Hit, ...]:
        """The newest hits."""
        return search(open_index(), asking.request(size=N_ENTRIES, with_facets=False)).hits

    def item_title(self, item: Hit) -> str:
        """What was found, and about what."""
        side = gettext("Vraag") if item.item.side is Side.QUESTION else gettext("Antwoord")
        return f"{side}: {name_subject(item.item.subject)} ({name_publication(item.item.key)})"

    def item_description(self, item: Hit) -> str:
        """The part of the text that shows why."""
        return "".join(piece.text for piece in item.snippet)

    def item_link(self, item: Hit) -> str:
        """Its place on the page of its document."""
        return place_of(item.item)

    def item_updateddate(self, item: Hit) -> datetime | None:
        """The day of the answer, or of the question where there is none."""
        day = item.item.dated_on
        return timezone.make_aware(datetime.combine(day, time())) if day else None
