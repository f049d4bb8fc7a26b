"""What stands around a publication in the record, for its page: the numbers beside it, the same case, and what refers to it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from kamervragen.dossiers import Place
from kamervragen.site.naming import name_publication
from kamervragen.site.phrases import kind_word
from kamervragen.site.routes import address_of
from kamervragen.site.tracing import address_of_place
from kamervragen.store.surroundings import RelatedRow, Relation, find_surroundings
from kamervragen.terms import Kind

_MOST = 12  # of one relation; that there are more is said


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another publication.

    Args:
        name: its name.
        kind_word: what it is.
        href: its page.
        source: the address of the characters of its text that name this one; "" where it is not its text that does.
    """

    name: str
    kind_word: str
    href: str
    source: str = ""

    @property
    def short(self) -> str:
        """Its name beside another of the same session year: `nr. 1068`."""
        return self.name.rpartition(", ")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Some publications, and whether there are more."""

    shown: tuple[Neighbour, ...]
    has_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """What stands around a publication.

    Args:
        previous: the nearest lower number of the same session year that is in the record.
        following: the nearest higher one.
        same_number: reprints, or what they replace.
        same_case: publications that print the same case number, oldest first; without those to which it refers itself.
        cited_by: publications whose heading refers to it, those of the same case left out, oldest first; likewise.
        named_by: those whose text names it, but for all of these, oldest first.
    """

    previous: Neighbour | None
    following: Neighbour | None
    same_number: Neighbours
    same_case: Neighbours
    cited_by: Neighbours
    named_by: Neighbours


def find_related(
    key: str, *, believed: str | None = None, case_number: str | None = None, listed: Collection[str] = ()
) -> Related:
    """What stands around a publication, whether it is in the record itself or not.

    Args:
        key: its key.
        believed: the identifier that it does not print and is believed to have.
        case_number: that it prints.
        listed: the addresses of publications to which it refers itself, so that they are not named twice.
    """
    rows = find_surroundings(key, believed or key, case_number, most=_MOST + 1)
    by_relation = {relation: [row for row in rows if row.relation is relation] for relation in Relation}
    return Related(
        previous=next(map(_neighbour, by_relation[Relation.PREVIOUS]), None),
        following=next(map(_neighbour, by_relation[Relation.FOLLOWING]), None),
        same_number=_neighbours(by_relation[Relation.SAME_NUMBER]),
        same_case=_neighbours(by_relation[Relation.SAME_CASE], listed),
        cited_by=_neighbours(by_relation[Relation.CITED_BY], listed),
        named_by=_neighbours(list({row.key: row for row in by_relation[Relation.NAMED_BY]}.values())),
    )


def _neighbours(rows: Sequence[RelatedRow], listed: Collection[str] = ()) -> Neighbours:
    found = tuple(map(_neighbour, rows[:_MOST]))
    return Neighbours(shown=tuple(each for each in found if each.href not in listed), has_more=len(rows) > _MOST)


def _neighbour(row: RelatedRow) -> Neighbour:
    name = name_publication(row.inferred_id or row.key)
    return Neighbour(
        name=gettext("%(name)s (afgeleid)") % {"name": name} if row.inferred_id else name,
        kind_word=kind_word(Kind(row.kind)),
        href=address_of("document", row.key),
        source=address_of_place(Place(row.key, row.span)) if row.span else "",
    )
