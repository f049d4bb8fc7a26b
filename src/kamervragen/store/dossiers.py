"""Dossiers out of the record: found by any name, and put together from the records of their publications."""

from collections.abc import Mapping

from kamervragen.dossiers import Document, Dossier
from kamervragen.link import Ties, group, relate, verify
from kamervragen.store.dossier_corrections import read_corrections
from kamervragen.store.dossier_documents import Documents
from kamervragen.store.dossier_models import DossierRow, MembershipRow
from kamervragen.store.dossier_ties import read_ties, tied_to


def find_dossier_key(name: str) -> str | None:
    """The key of the dossier that has this name: its key, a case number, or a key or identifier of one of its publications.

    Of several dossiers that have the name (a misprinted number), the one whose publication it is the key of comes first.

    Args:
        name: as people type or cite it.
    """
    found = set(DossierRow.objects.filter(names__name=name).values_list("key", flat=True))
    if name in found:
        return name
    holder = DossierRow.objects.filter(memberships__publication__key=name).values_list("key", flat=True).first()
    moved = DossierRow.objects.filter(memberships__publication__aliases__key=name).values_list("key", flat=True)
    return holder or min(found, default=None) or moved.first()


def load_dossier(key: str) -> Dossier:
    """A dossier by its key, with the records of its publications and the evidence of every tie.

    Raises:
        DossierRow.DoesNotExist: no dossier has this key.
    """
    row = DossierRow.objects.get(key=key)
    members = list(MembershipRow.objects.filter(dossier=row).values_list("publication_id", flat=True))
    documents = Documents()
    around = documents.of(tied_to(members).union(members))
    own = [around[each] for each in members]
    ties = _with_evidence(read_ties(members), {each.key: each for each in around.values()})
    # What was written since the dossier was made may divide it otherwise; the largest part is shown until it is made again.
    return max(group(own, ties, read_corrections()), key=lambda each: (each.key == key, len(each.memberships), each.key))


def _with_evidence(ties: Ties, documents: Mapping[str, Document]) -> Ties:
    links = (verify(documents[each.source], documents[each.target]) for each in ties.links)
    relations = (relate(documents[each.source], documents[each.target]) for each in ties.relations)
    return Ties(links=tuple(each for each in links if each), relations=tuple(each for each in relations if each))
