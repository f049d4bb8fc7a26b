"""References in texts, both ways: what a publication refers to, with what of that is in the record, and what refers to it.

Nothing is resolved beforehand: an identifier is looked up when it is asked for, so that what a text cites is found as soon as it
arrives, and by whichever of its names it is cited.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kamervragen.dossiers import Place
from kamervragen.model import Citation, Span
from kamervragen.store.chunks import in_chunks
from kamervragen.store.dossier_models import CitationRow, DossierName
from kamervragen.store.models import Alias, Publication, Reading
from kamervragen.terms import CitationKind

_OF_THE_RECORD: Final = {CitationKind.APPENDIX, CitationKind.CASE}  # what the record may hold; it holds no laws and no papers


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A reference in the text of a publication.

    Args:
        citation: its characters, its kind, and the identifier that it names; None as target when it is not understood.
        publication: the key of the publication of the record that it points at; None when that is none, or not there.
        dossier: the key of the dossier that it points at, by a case number or a publication of it; None likewise.
    """

    citation: Citation
    publication: str | None
    dossier: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """A publication that refers to something.

    Args:
        key: the publication's.
        kind: what its text says that it refers to.
        target: by which name.
        place: where its text says so first.
        dated_on: the day of the publication.
    """

    key: str
    kind: CitationKind
    target: str
    place: Place
    dated_on: date | None


def find_cited(key: str) -> tuple[Cited, ...]:
    """What a publication refers to, in printed order; () for one that is not in the record."""
    reading = Reading.objects.filter(source__best_of__key=key).first()
    return resolve(reading.citations) if reading else ()


def resolve(citations: Sequence[Citation]) -> tuple[Cited, ...]:
    """References, each with what of the record it points at."""
    targets = {each.target for each in citations if each.target and each.kind in _OF_THE_RECORD}
    publications, dossiers = (find_publications(targets), _find_dossiers(targets)) if targets else ({}, {})
    return tuple(
        Cited(citation=each, publication=publications.get(each.target or ""), dossier=dossiers.get(each.target or ""))
        for each in citations
    )


def find_publications(identifiers: Iterable[str]) -> Mapping[str, str]:
    """For each identifier that is in the record the key of the publication that has it: printed, believed, or before."""
    found: dict[str, str] = {}
    for chunk in in_chunks(identifiers):
        found.update(Alias.objects.filter(key__in=chunk).values_list("key", "publication__key"))
        believed = Publication.objects.filter(inferred_id__in=chunk).order_by("-key").values_list("inferred_id", "key")
        found.update((name, key) for name, key in believed if name)
        found.update((key, key) for key in Publication.objects.filter(key__in=chunk).values_list("key", flat=True))
    return found


def _find_dossiers(names: Iterable[str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for chunk in in_chunks(names):
        rows = DossierName.objects.filter(name__in=chunk).order_by("-dossier__key").values_list("name", "dossier__key")
        found.update(rows)
        found.update((key, key) for _, key in rows if key in chunk)  # of several that have a name, the one whose key it is
    return found


def find_citing(names: Collection[str], *, most: int) -> tuple[Citing, ...]:
    """The publications whose texts refer to any of these names, the newest first; one for each publication and name.

    Args:
        names: identifiers, keys and case numbers of one thing, such as those of a publication or a dossier.
        most: how many at most.
    """
    rows = CitationRow.objects.filter(target__in=names).exclude(publication__key__in=names)
    ordered = rows.order_by("-publication__dated_on", "publication__key", "start")
    columns = ("publication__key", "kind", "target", "start", "end", "publication__dated_on")
    return tuple(
        Citing(key=key, kind=CitationKind(kind), target=target, place=Place(key, Span(start, end)), dated_on=dated_on)
        for key, kind, target, start, end, dated_on in ordered.values_list(*columns)[:most]
    )
