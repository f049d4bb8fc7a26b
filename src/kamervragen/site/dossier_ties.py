"""What a dossier rests on and what it has to do with others: its publications, relations, doubts, findings and corrections."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _

from kamervragen.dossiers import Document, Dossier, DossierFinding, Link, Membership, Relation, Unread
from kamervragen.site.dossier_words import (
    PART_WORDS,
    RELATION_WORDS,
    PlaceLink,
    link_places,
    name_office,
)
from kamervragen.site.naming import find_official_copy, name_publication
from kamervragen.site.phrases import certainty_word
from kamervragen.site.routes import address_of
from kamervragen.terms import Certainty, DossierPart, LinkKind, Verdict

_N_TIES: Final = 2  # so many say enough; each publication of a series is tied to each other one
_KINDS: Final = tuple(LinkKind)  # the strongest first
_CERTAINTIES: Final = tuple(Certainty)
_WORDS: Final = {
    "impossible_date": _("Een gedrukte datum bestaat niet."),
    "answered_before_asked": _("Een antwoord is volgens hetzelfde stuk ouder dan de vragen."),
    "two_replies": _("Twee stukken zijn antwoorden van dezelfde bewindspersoon op dezelfde vragen."),
    "withdrawn_and_answered": _("De vragen zijn ingetrokken, en toch is er een antwoord."),
    "cites_itself": _("Een stuk verwijst naar zichzelf; de verwijzing is niet gevolgd."),
    "dates_differ": _("De stukken noemen verschillende dagen van indiening."),
    "names_differ": _("De naam van een indiener is verschillend gedrukt."),
    "unknown_addressee": _("Een gevraagde staat in geen tabel met een bron; het ministerie is niet bekend."),
    "case_numbers_differ": _("De stukken noemen verschillende zaaknummers."),
    "see_also_other_questions": _("Een stuk verwijst naar een stuk over andere vragen; de verwijzing is niet gevolgd."),
    "case_number_of_other_questions": _("Een stuk noemt het zaaknummer van andere vragen; het is niet gevolgd."),
    "number_of_other_questions": _("Een stuk noemt het nummer van andere vragen; het is niet gevolgd."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Why a publication belongs here, or may: a Dutch sentence, how sure it is, and the characters it rests on."""

    detail: str
    certainty: str
    sources: tuple[PlaceLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A publication of the dossier on its day.

    Args:
        key: of the publication.
        name: how it is cited.
        href: its page.
        part_word: what it is here.
        by: the offices that answer or notify; () for the questions.
        replaces: the name of what it is a reprint or copy of; "" otherwise.
        ties: why it belongs here, the strongest first.
        n_more_ties: how many more there are.
    """

    key: str
    name: str
    href: str
    part_word: str
    by: tuple[str, ...]
    replaces: str
    ties: tuple[Tie, ...]
    n_more_ties: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What happened on a day; None for what prints no day."""

    day: date | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadView:
    """A publication that is cited and not in the record: its name, its official address ("" without), and where it is cited."""

    name: str
    official: str
    sources: tuple[PlaceLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    """Another filing.

    Args:
        phrase: what it has to do with this one.
        name: of that filing.
        href: its dossier; "" when it is not in the record.
        is_sure: False for a suggestion.
        ties: what that rests on.
    """

    phrase: str
    name: str
    href: str
    is_sure: bool
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtView:
    """A tie that did not join: the other publication, and why it may belong here."""

    name: str
    href: str
    tie: Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFindingView:
    """Something odd: in the language of the page ("" on a Dutch one), in the record's Dutch, and where."""

    code: str
    sentence: str
    detail: str
    sources: tuple[PlaceLink, ...]


def list_days(dossier: Dossier) -> tuple[Day, ...]:
    """The publications of a dossier by day, those that print none last."""
    memberships = sorted(dossier.memberships, key=lambda each: _day(each) or date.max)
    names = {each.key: name_publication(each.document.official_id or each.key) for each in dossier.memberships}
    events = groupby(memberships, key=_day)
    return tuple(Day(day=day, events=tuple(_event(each, names) for each in found)) for day, found in events)


def _day(membership: Membership) -> date | None:
    parsed = membership.document.parsed
    return parsed.submitted_on if membership.part is DossierPart.QUESTION else parsed.answered_on


def _event(membership: Membership, names: Mapping[str, str]) -> Event:
    document = membership.document
    links = sorted((each for each in membership.links if each.kind is not LinkKind.EDITOR), key=_weakness)
    return Event(
        key=document.key,
        name=names[document.key],
        href=address_of("document", document.key),
        part_word=gettext(PART_WORDS[membership.part]),
        by=_respondents(document),
        replaces=names.get(membership.replaces or "", membership.replaces or ""),
        ties=tuple(map(_tie, links[:_N_TIES])),
        n_more_ties=max(len(links) - _N_TIES, 0),
    )


def _weakness(link: Link) -> tuple[int, int, str, str]:
    return _CERTAINTIES.index(link.certainty), _KINDS.index(link.kind), link.source, link.target


def _respondents(document: Document) -> tuple[str, ...]:
    on = document.parsed.answered_on or document.parsed.submitted_on
    return tuple(name_office(office, on).full for office in document.answering)


def _tie(link: Link | Relation) -> Tie:
    return Tie(detail=link.detail, certainty=certainty_word(link.certainty), sources=link_places(link.evidence))


def list_unread(unread: Iterable[Unread]) -> tuple[UnreadView, ...]:
    """What is cited and was not read."""
    return tuple(
        UnreadView(
            name=name_publication(each.target), official=find_official_copy(each.target), sources=link_places(each.cited_by)
        )
        for each in unread
    )


def list_corrections(dossier: Dossier) -> tuple[str, ...]:
    """What an editor decided about this dossier: one Dutch sentence each, with who, when and why."""
    links = (*(link for each in dossier.memberships for link in each.links), *dossier.doubts)
    found = (each for each in links if each.kind is LinkKind.EDITOR or each.verdict is Verdict.SEPARATED)
    return tuple(dict.fromkeys(f"{name_publication(e.source)} – {name_publication(e.target)}: {e.detail}" for e in found))


def list_relations(dossier: Dossier, homes: Mapping[str, str]) -> tuple[RelationView, ...]:
    """The filings on which this one asks on or which it repeats, and those that do so with this one; each once.

    Args:
        dossier: it.
        homes: the key of the dossier of each related publication or case that is in the record, by its name.
    """
    own = {each.key for each in dossier.memberships}
    found: dict[tuple[object, ...], list[Relation]] = {}
    for relation in dossier.relations:
        is_later = relation.source in own
        other = relation.target if is_later else relation.source
        found.setdefault((relation.kind, is_later, homes.get(other, ""), "" if other in homes else other), []).append(relation)
    return tuple(_relation(relations, own, homes) for relations in found.values())


def _relation(relations: Sequence[Relation], own: set[str], homes: Mapping[str, str]) -> RelationView:
    first = relations[0]
    is_later = first.source in own
    other = first.target if is_later else first.source
    home = homes.get(other, "")
    return RelationView(
        phrase=gettext(RELATION_WORDS[first.kind][0 if is_later else 1]),
        name=home or name_publication(other),
        href=address_of("dossier", home) if home else "",
        is_sure=any(each.certainty is not Certainty.GUESS for each in relations),
        ties=tuple(map(_tie, relations)),
    )


def list_doubts(dossier: Dossier) -> tuple[DoubtView, ...]:
    """The ties that are not sure enough to join. Contradicted ones are findings; those that an editor cut, corrections."""
    own = {each.key for each in dossier.memberships}
    doubts = (each for each in dossier.doubts if each.verdict is Verdict.SUGGESTED)
    return tuple(_doubt(each, each.target if each.source in own else each.source) for each in doubts)


def _doubt(link: Link, other: str) -> DoubtView:
    return DoubtView(
        name=name_publication(other),
        href=address_of("document", other),
        tie=_tie(link),
    )


def show_dossier_finding(finding: DossierFinding) -> DossierFindingView:
    """A finding in the language of the page."""
    is_explained = get_language() != "nl" and finding.code in _WORDS
    sentence = gettext(_WORDS[finding.code]) if is_explained else ""
    return DossierFindingView(code=finding.code, sentence=sentence, detail=finding.detail, sources=link_places(finding.places))


def related_names(dossier: Dossier) -> tuple[str, ...]:
    """The names of the publications and cases of other filings that its relations lead to."""
    own = {each.key for each in dossier.memberships}
    return tuple(dict.fromkeys(each.target if each.source in own else each.source for each in dossier.relations))
