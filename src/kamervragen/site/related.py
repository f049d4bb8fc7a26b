"""What stands around a publication in the record: the numbers beside it, the same case, and what refers to it."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse

from kamervragen.identifiers import PublicationId, parse_publication_id
from kamervragen.site.naming import name_publication
from kamervragen.site.phrases import kind_word
from kamervragen.store.models import Publication
from kamervragen.terms import Kind

_MOST = 12  # of one relation; the rest is counted
_DIGITS = 9  # of a number that an integer column of every database holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another publication: its name, what it is, and where its page is."""

    name: str
    kind_word: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Some publications, and how many there are more."""

    shown: tuple[Neighbour, ...] = ()
    n_more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """What stands around a publication.

    Args:
        previous: the nearest lower number of the same session year that is in the record.
        following: the nearest higher one.
        same_number: reprints, or what they replace.
        same_case: publications that print the same case number.
        cited_by: publications whose heading refers to it.
    """

    previous: Neighbour | None
    following: Neighbour | None
    same_number: tuple[Neighbour, ...]
    same_case: Neighbours
    cited_by: Neighbours


def find_related(publication: Publication) -> Related:
    """What stands around a publication."""
    identifier = parse_publication_id(publication.key)
    previous, following = find_nearest(identifier) if identifier else (None, None)
    return Related(
        previous=previous,
        following=following,
        same_number=_same_number(publication, identifier) if identifier else (),
        same_case=_same_case(publication),
        cited_by=find_citing(publication.key, besides=publication.case_number),
    )


def find_citing(identifier: str, besides: str | None = None) -> Neighbours:
    """The publications whose heading refers to an identifier.

    Args:
        identifier: of a publication that may or may not be in the record.
        besides: a case number whose publications are left out, for they are listed already.
    """
    citing = Publication.objects.filter(reference__target=identifier).distinct()
    return _neighbours(citing.exclude(case_number=besides) if besides else citing)


def find_nearest(identifier: PublicationId) -> tuple[Neighbour | None, Neighbour | None]:
    """The nearest lower and the nearest higher number of the same session year that are in the record."""
    is_countable = identifier.number.isdecimal() and len(identifier.number) <= _DIGITS
    if identifier.session_year is None or not is_countable:
        return None, None
    year = _official_of(str(identifier.session_year), identifier.chamber)
    number = int(identifier.number)
    return _first(year.filter(number__lt=number), "-number"), _first(year.filter(number__gt=number), "number")


def _same_number(publication: Publication, identifier: PublicationId) -> tuple[Neighbour, ...]:
    if identifier.session_year is None or publication.number is None:
        return ()
    year = _official_of(str(identifier.session_year), identifier.chamber)
    return tuple(map(_neighbour, year.filter(number=publication.number).exclude(pk=publication.pk).order_by("key")[:_MOST]))


def _official_of(session_year: str, chamber: str | None) -> QuerySet[Publication]:
    return Publication.objects.filter(session_year=session_year, chamber=chamber, is_official=True)


def _first(found: QuerySet[Publication], order: str) -> Neighbour | None:
    return next(map(_neighbour, found.order_by(order, "key")[:1]), None)


def _same_case(publication: Publication) -> Neighbours:
    if not publication.case_number:
        return Neighbours()
    return _neighbours(Publication.objects.filter(case_number=publication.case_number).exclude(pk=publication.pk))


def _neighbours(found: QuerySet[Publication]) -> Neighbours:
    """The first of some publications, oldest first; the others are counted."""
    first = list(found.order_by("dated_on", "number", "key")[: _MOST + 1])
    n_more = found.count() - _MOST if len(first) > _MOST else 0
    return Neighbours(shown=tuple(map(_neighbour, first[:_MOST])), n_more=n_more)


def _neighbour(publication: Publication) -> Neighbour:
    return Neighbour(
        name=name_publication(publication.key),
        kind_word=kind_word(Kind(publication.kind)),
        href=reverse("document", args=[publication.key]),
    )
