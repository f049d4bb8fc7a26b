"""What the page of a document says of its dossier: the clock of who answers, and how its answers stand to those of the others.

Everything here is as true tomorrow as today: who still waits, and how long, stands on the page of the dossier itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from django.utils.translation import gettext, ngettext

from kamervragen.compare import compare
from kamervragen.comparisons import ComparedQuestion
from kamervragen.dossiers import Office
from kamervragen.folding import fold
from kamervragen.link.parts import PARTS
from kamervragen.site.dossier_question import question_address
from kamervragen.site.dossier_words import PART_WORDS, abbreviate
from kamervragen.site.exchanges import ExchangeView, LikenessView
from kamervragen.site.phrases import count_words, join_words
from kamervragen.site.routes import address_of
from kamervragen.store import models
from kamervragen.store.dossier_models import AddresseeRow, DossierRow, MembershipRow
from kamervragen.store.dossiers import load_dossier
from kamervragen.store.lookups import Finder, Lookup
from kamervragen.store.queries import find_answering
from kamervragen.terms import DossierPart, Kind, Role, TermKind

_ANSWERS: Final = {DossierPart.REPLY, DossierPart.SUPPLEMENT}
_PART = Lookup[tuple[str]](lambda asked: MembershipRow.objects.filter(pk=asked[0]).values_list("part"))
_DOSSIER = Finder[DossierRow](lambda asked: DossierRow.objects.filter(memberships=asked[0]))
_ASKED = Finder[AddresseeRow](lambda asked: AddresseeRow.objects.filter(dossier=asked[0]))
_CITED = Finder[models.Publication](lambda asked: models.Publication.objects.filter(key__in=asked))


class Membership(NamedTuple):
    """A dossier that a publication stands in, and as which part (`terms.DossierPart`)."""

    dossier: DossierRow
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierBeside:
    """The dossier of a publication.

    Args:
        key: its key.
        href: its page.
        summary: how many were asked and answered; "" where nobody is named.
        clock: how long this answer took: `op tijd: 18 dagen, termijn 21`; "" for what is no answer of one addressee.
    """

    key: str
    href: str
    summary: str
    clock: str


def find_membership(publication: models.Publication) -> Membership | None:
    """The dossier that a publication stands in, and as which part; None for one that no dossier has yet."""
    part = _PART.first(publication.pk)
    row = _DOSSIER.first(publication.pk)
    return Membership(row, part[0]) if part and row else None


def find_beside(publication: models.Publication, membership: Membership | None) -> DossierBeside | None:
    """What is told of the dossier that a publication stands in; None for one that no dossier has yet."""
    if membership is None:
        return None
    row, part = membership
    is_reply = part == DossierPart.REPLY
    return DossierBeside(
        key=row.key,
        href=address_of("dossier", row.key),
        summary=_summarize(row),
        clock=_tell_clock(publication, row) if is_reply else "",
    )


def _summarize(row: DossierRow) -> str:
    if row.n_addressees < 2:
        return ""
    words = {"asked": row.n_addressees, "answered": row.n_answered}
    return gettext("%(asked)s gevraagd, van %(answered)s is het antwoord gelezen") % words


def _tell_clock(publication: models.Publication, row: DossierRow) -> str:
    """How long the one addressee who answers here took; "" where it is not one, or the days do not say."""
    answering = find_answering([publication.pk]).get(publication.pk, ())
    asked = [each for each in _ASKED.all(row.pk) if any(_is_same(each, office) for office in answering)]
    if len(asked) != 1:
        return ""
    (clock,) = asked
    if not (clock.submitted_on and clock.answered_on and clock.due_on) or clock.answered_on < clock.submitted_on:
        return ""
    if clock.answered_on not in {publication.received_on, publication.letter_date}:
        return ""  # an earlier answer was the first
    n_days = (clock.answered_on - clock.submitted_on).days
    words = {
        "days": count_words(n_days, ngettext("%(n)s dag", "%(n)s dagen", n_days)),
        "n": (clock.due_on - clock.submitted_on).days,
    }
    duration = gettext("%(days)s, termijn %(n)s") % words
    if clock.answered_on > clock.due_on:  # whether that is late, the dossier says: a notice of delay may be unread
        return duration
    in_time = gettext("op tijd na uitstel") if clock.term == TermKind.FURTHER else gettext("op tijd")
    return f"{in_time}: {duration}"


def _is_same(asked: AddresseeRow, answering: models.Office) -> bool:
    """Whether an addressee is the office that answers, by its printed portfolio or the usual name of that."""
    if asked.role != answering.role:
        return False
    names = {fold(name) for name in (asked.portfolio, asked.usual) if name}
    return fold(answering.portfolio or "") in names if answering.portfolio else not names


def describe_cited(addresses: Mapping[str, str]) -> dict[str, str]:
    """What each publication to which a heading refers is: `antwoord, BZK`; those that are not in the record are left out.

    Args:
        addresses: the address of the page of each that is in the record, by identifier.
    """
    keys = {address.rpartition("/")[2]: identifier for identifier, address in addresses.items()}
    found = _CITED.among(list(keys))
    answering = find_answering([each.pk for each in found])
    return {keys[each.key]: _describe(each, answering.get(each.pk, ())) for each in found}


def _describe(publication: models.Publication, answering: Iterable[models.Office]) -> str:
    word = gettext(PART_WORDS[PARTS[Kind(publication.kind)]])
    on = publication.received_on or publication.letter_date or publication.submitted_on
    offices = (Office(role=Role(each.role), portfolio=each.portfolio) for each in answering)
    names = [abbreviate(office, on) for office in offices]
    return f"{word}, {join_words(names)}" if names else word


def add_likeness(
    exchanges: tuple[ExchangeView, ...], publication: models.Publication, membership: Membership | None
) -> tuple[ExchangeView, ...]:
    """The exchanges of a reply, each question with how many others answer it alike, and the way to all these answers."""
    alike = _find_alike(publication, membership)
    if not alike:
        return exchanges
    return tuple(
        replace(exchange, likeness=tuple(_join_alike(exchange, alike))) if exchange.answers else exchange
        for exchange in exchanges
    )


def _join_alike(exchange: ExchangeView, alike: Mapping[str, LikenessView]) -> list[LikenessView]:
    """One line for the questions of an exchange that stand alike to the others; it leads to the first of them."""
    numbers = [anchor.number for question in exchange.questions for anchor in question.anchors]
    found: dict[str, LikenessView] = {}
    for number in numbers:
        if number in alike:
            found.setdefault(alike[number].words, alike[number])
    return list(found.values())


def _find_alike(publication: models.Publication, membership: Membership | None) -> dict[str, LikenessView]:
    """How each answer of a publication stands to those of others; {} where there is nothing to compare."""
    if membership is None or membership.dossier.n_replies < 2 or membership.part not in _ANSWERS:
        return {}
    comparison = compare(load_dossier(membership.dossier.key, is_brief=True))
    views = ((each.number, _likeness(each, publication.key, comparison.key)) for each in comparison.questions)
    return {number: view for number, view in views if view}


def _likeness(question: ComparedQuestion, reply: str, key: str) -> LikenessView | None:
    sizes = [len(cluster.replies) for cluster in question.clusters]
    own = next((cluster for cluster in question.clusters if reply in cluster.replies), None)
    n_others = sum(sizes) - 1
    if own is None or not n_others:
        return None
    n_same = len(own.replies) - 1
    n_different = n_others - n_same
    alike = (
        ngettext("zelfde antwoord bij %(n)s ander", "zelfde antwoord bij %(n)s anderen", n_same)
        if own.is_identical
        else ngettext("bijna zelfde antwoord bij %(n)s ander", "bijna zelfde antwoord bij %(n)s anderen", n_same)
    )
    different = gettext("ander antwoord bij %(n)s")
    parts = [phrase % {"n": n} for phrase, n in ((alike, n_same), (different, n_different)) if n]
    return LikenessView(words=" · ".join(parts), href=question_address(key, question.number))
