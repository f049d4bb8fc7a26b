"""What comes into a dossier, the newest first, as an Atom feed for who waits for an answer."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext

from kamervragen.dossiers import Dossier
from kamervragen.site.dossier_ties import Event, list_days
from kamervragen.site.naming import name_subject
from kamervragen.site.phrases import join_words
from kamervragen.store.dossiers import find_dossier_key, load_dossier


class Entry(NamedTuple):
    """A publication of the dossier, with its day."""

    day: date | None
    event: Event


if TYPE_CHECKING:
    _EntryFeed = Feed[Entry, Dossier]
else:
    _EntryFeed = Feed  # which takes no types when the program runs


class DossierFeed(_EntryFeed):
    """The publications of a dossier; the address is that of its page with `.atom`. Any name of the dossier will do."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, *args: object, key: str, **kwargs: object) -> Dossier:
        """The dossier with this name.

        Raises:
            Http404: there is none.
        """
        present = find_dossier_key(key)
        if present is None:
            raise Http404(gettext("Er is geen dossier met de naam «%s».") % key)
        return load_dossier(present, is_brief=True)

    def title(self, dossier: Dossier) -> str:
        """What the feed is about."""
        return f"Kamervragen {dossier.key}: {name_subject(dossier.filing.subject)}"

    def link(self, dossier: Dossier) -> str:
        """The page of the dossier."""
        return reverse("dossier", args=[dossier.key])

    def items(self, dossier: Dossier) -> list[Entry]:
        """Its publications, the newest first, those without a day last."""
        entries = [Entry(each.day, event) for each in list_days(dossier) for event in each.events]
        return sorted(entries, key=lambda entry: entry.day or date.min, reverse=True)

    def item_title(self, item: Entry) -> str:
        """What came, from whom."""
        by = f" {join_words(item.event.by)}" if item.event.by else ""
        return f"{item.event.part_word}{by}: {item.event.name}"

    def item_description(self, item: Entry) -> str:
        """Nothing more: the page says it."""
        return ""

    def item_link(self, item: Entry) -> str:
        """The page of the publication."""
        return item.event.href

    def item_updateddate(self, item: Entry) -> datetime | None:
        """The day of the publication; None for one that prints none."""
        return timezone.make_aware(datetime.combine(item.day, time())) if item.day else None
