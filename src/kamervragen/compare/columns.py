"""Dossier → columns of the matrix: the publications that answer."""

from kamervragen.comparisons import Reply
from kamervragen.dossiers import Dossier, Membership, Office
from kamervragen.dutch.offices import office_words
from kamervragen.terms import DossierPart, Role

_ANSWERING = (DossierPart.REPLY, DossierPart.SUPPLEMENT, DossierPart.CORRECTION)
_AGAIN = (DossierPart.REPRINT, DossierPart.COPY)


def columns_of(dossier: Dossier) -> tuple[Membership, ...]:
    """The publications that answer, in the order of the dossier: replies, supplements and corrections, two of one ministry too.

    The reprint or copy of another has no column: the publication that it repeats has, with its own text. It has one when that
    other is not in the dossier. Of the rest (a notice that also answers) those with answers have one.
    """
    keys = {each.key for each in dossier.memberships}
    return tuple(each for each in dossier.memberships if _is_column(each, keys))


def _is_column(membership: Membership, keys: set[str]) -> bool:
    if membership.part in _ANSWERING:
        return True
    if membership.part in _AGAIN and membership.replaces in keys:
        return False
    return bool(membership.document.parsed.answers)


def reply_of(membership: Membership) -> Reply:
    """The head of a column."""
    offices = tuple(dict.fromkeys(map(_office_name, membership.document.answering)))
    return Reply(key=membership.key, offices=offices, part=membership.part)


def _office_name(office: Office) -> str:
    name = office.usual or office.portfolio
    return name if name and office.role is Role.MINISTER else office_words(office.role, name)
