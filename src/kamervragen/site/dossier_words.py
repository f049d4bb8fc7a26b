"""Words on the pages of dossiers, in the language of the page: where an addressee stands, what an answer is, names of offices."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from kamervragen import authorities
from kamervragen.dossiers import Asker, Office, Place
from kamervragen.site.phrases import group_digits, join_words, print_day, role_word
from kamervragen.site.tracing import address_of_place
from kamervragen.terms import AddresseeStatus, AnswerForm, DossierPart, DossierStatus, RelationKind, Role
from kamervragen.track import Wording

STATUS_WORDS: Final = {
    AddresseeStatus.OPEN: _("nog niet beantwoord"),
    AddresseeStatus.POSTPONED: _("uitgesteld"),
    AddresseeStatus.ANSWERED: _("beantwoord"),
    AddresseeStatus.ANSWERED_JOINTLY: _("gezamenlijk beantwoord"),
    AddresseeStatus.ANSWERED_BY_ANOTHER: _("door een ander beantwoord"),
    AddresseeStatus.WITHDRAWN: _("ingetrokken"),
    AddresseeStatus.OVERDUE: _("termijn voorbij"),  # «te laat» is said only of an answer that was read
    AddresseeStatus.UNKNOWN: _("niet te zeggen"),
}
DOSSIER_WORDS: Final = {
    DossierStatus.COMPLETE: _("volledig beantwoord"),
    DossierStatus.PARTLY_ANSWERED: _("deels beantwoord"),
    DossierStatus.OPEN: _("geen antwoord in het register"),
    DossierStatus.WITHDRAWN: _("ingetrokken"),
    DossierStatus.UNKNOWN: _("niet alles gelezen"),
}
PART_WORDS: Final = {
    DossierPart.QUESTION: _("vragen ingediend"),
    DossierPart.REPLY: _("antwoord"),
    DossierPart.POSTPONEMENT: _("bericht van uitstel"),
    DossierPart.SUPPLEMENT: _("aanvullend antwoord"),
    DossierPart.CORRECTION: _("verbeterd antwoord"),
    DossierPart.WITHDRAWAL: _("vragen ingetrokken"),
    DossierPart.REPRINT: _("herdruk"),
    DossierPart.COPY: _("ander exemplaar"),
    DossierPart.OTHER: _("ander stuk"),
}
RELATION_WORDS: Final = {
    RelationKind.FOLLOW_UP: (_("vraagt door op"), _("vervolgvragen")),
    RelationKind.REPEAT: (_("stelt dezelfde vragen als"), _("dezelfde vragen opnieuw")),
}
_NUMBERS: Final = (
    _("nul"), _("één"), _("twee"), _("drie"), _("vier"), _("vijf"), _("zes"), _("zeven"), _("acht"), _("negen"), _("tien"),
    _("elf"), _("twaalf"),
)  # fmt: skip
_FORM_WORDS: Final = {
    AnswerForm.YES: _("ja"),
    AnswerForm.NO: _("nee"),
    AnswerForm.NOT_APPLICABLE: _("n.v.t."),
    AnswerForm.ABSENT: _("geen antwoord"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeName:
    """An office on the page of a dossier.

    Args:
        short: its abbreviation for the head of a column, `BZK`; the portfolio where no table gives one.
        full: as printed, with the role where that is not `minister`: `Defensie`, `staatssecretaris (Defensie)`.
        code: of its ministry; "" where no table says.
    """

    short: str
    full: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLink:
    """The way to the characters in which something was read: the address, and the publication's key."""

    href: str
    key: str


def name_office(office: Office, on: date | None) -> OfficeName:
    """The office in few and in all words.

    Args:
        office: as a publication prints it.
        on: the day on which it was held; ministries are renamed.
    """
    full = office.portfolio or role_word(office.role)
    if office.portfolio and office.role is not Role.MINISTER:
        full = f"{role_word(office.role)} ({office.portfolio})"
    short = abbreviate(office, on)
    if office.role is Role.STAATSSECRETARIS:
        short = gettext("stas %(name)s") % {"name": short}
    return OfficeName(short=short, full=full, code=office.ministry or "")


def abbreviate(office: Office, on: date | None) -> str:
    """The shortest usual name of an office's portfolio: `BZK`; the portfolio itself, or the role, where no table gives one."""
    tables = authorities.load()
    if office.portfolio is None:
        known = tables.find_portfolio("Algemene Zaken", on) if office.role is Role.MINISTER_PRESIDENT else None
    else:
        known = tables.find_portfolio(office.portfolio, on)
    if known and known.abbreviations:
        return known.abbreviations[0]
    return office.portfolio or role_word(office.role)


def name_asker(asker: Asker) -> str:
    """A member with the party, as most publications print them: `Rietvinck (JA21)`."""
    return f"{asker.name} ({asker.party})" if asker.party else asker.name


def link_places(places: tuple[Place, ...]) -> tuple[PlaceLink, ...]:
    """The ways to some characters, one for each publication: the first of its places."""
    first = {place.key: place for place in reversed(places)}
    keys = dict.fromkeys(place.key for place in places)
    return tuple(PlaceLink(href=address_of_place(first[key]), key=key) for key in keys)


def number_word(n: int) -> str:
    """A number as running text has it: in letters up to twelve, in digits beyond."""
    return gettext(_NUMBERS[n]) if 0 <= n < len(_NUMBERS) else group_digits(n)


def page_wording() -> Wording:
    """In which words a timing is told on this page."""
    return Wording(say=gettext, day=print_day, office=_office_words, enumerate=join_words)


def _office_words(role: Role, portfolio: str | None) -> str:
    return f"{role_word(role)} ({portfolio})" if portfolio else role_word(role)


def form_word(form: AnswerForm) -> str:
    """An answer that is no more than a word, in that word; "" for one that says more."""
    return gettext(_FORM_WORDS[form]) if form in _FORM_WORDS else ""
