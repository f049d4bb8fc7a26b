"""What the lists of open questions say, in the language of the page."""

from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from kamervragen.site.dossier_words import STATUS_WORDS
from kamervragen.site.open_choice import ALL, GIVEN, LATE, POSTPONED, SECOND_TERM, UNCERTAIN
from kamervragen.terms import AddresseeStatus

LIST_WORDS: Final = {
    "": _("wacht op antwoord"),
    LATE: _("te laat"),
    SECOND_TERM: _("tweede termijn"),
    GIVEN: _("nieuw beantwoord"),
    UNCERTAIN: _("niet te zeggen"),
    POSTPONED: _("uitgesteld"),
    ALL: _("alle gevraagde antwoorden"),
}
_TITLES: Final = {
    "": _("Open vragen"),
    LATE: _("Te laat"),
    SECOND_TERM: _("In de tweede termijn"),
    GIVEN: _("Nieuw beantwoord"),
    UNCERTAIN: _("Niet te zeggen of er geantwoord is"),
    POSTPONED: _("Uitgesteld"),
    ALL: _("Alle gevraagde antwoorden"),
}


def list_word(which: str) -> str:
    """A list as a choice: `te laat`."""
    return gettext(LIST_WORDS[which])


def list_title(which: str) -> str:
    """A list as the heading of its page: `Te laat`."""
    return gettext(_TITLES[which])


def standing_word(status: AddresseeStatus) -> str:
    """Where an addressee stands: `te laat`."""
    return gettext(STATUS_WORDS[status])
