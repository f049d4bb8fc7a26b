"""What the lists of open questions say, in the language of the page."""

from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from kamervragen.site.dossier_words import STATUS_WORDS
from kamervragen.site.open_choice import ALL, GIVEN, LATE, POSTPONED, SECOND_TERM, UNCERTAIN
from kamervragen.terms import AddresseeStatus

LIST_WORDS: Final = {
    "": _("wacht op antwoord"),
    LATE: _("termijn voorbij"),
    SECOND_TERM: _("tweede termijn"),
    GIVEN: _("nieuw beantwoord"),
    UNCERTAIN: _("niet te zeggen"),
    POSTPONED: _("uitgesteld"),
    ALL: _("alle gevraagde antwoorden"),
}
_TITLES: Final = {
    "": _("Open vragen"),
    LATE: _("Termijn voorbij"),
    SECOND_TERM: _("In de tweede termijn"),
    GIVEN: _("Nieuw beantwoord"),
    UNCERTAIN: _("Niet te zeggen of er geantwoord is"),
    POSTPONED: _("Uitgesteld"),
    ALL: _("Alle gevraagde antwoorden"),
}


def list_word(which: str) -> str:
    """A list as a choice: `termijn voorbij`."""
    return gettext(LIST_WORDS[which])


def list_title(which: str) -> str:
    """A list as the heading of its page: `Termijn voorbij`."""
    return gettext(_TITLES[which])


def standing_word(status: AddresseeStatus) -> str:
    """Where an addressee stands: `termijn voorbij`."""
    return gettext(STATUS_WORDS[status])
