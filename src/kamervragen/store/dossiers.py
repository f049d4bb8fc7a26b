"""Dossiers out of the record: found by any name, and put together from the records of their publications."""

from collections.abc import Collection, Mapping, Sequence

from django.db.models import Q

from kamervragen.dossiers import Document, Dossier
from kamervragen.link import Ties, group
from kamervragen.link.relations import relate_traits
from kamervragen.link.traits import traits_of
from kamervragen.link.verify import verify_traits
from kamervragen.store.chunks import in_chunks
from kamervragen.store.dossier_corrections import read_corrections
from kamervragen.store.dossier_documents import Documents
from kamervragen.store.dossier_models import DossierRow, LinkRow, MembershipRow, RelationRow, Unlinked
from kamervragen.store.dossier_ties import read_ties
from kamervragen.store.lookups import Lookup
from kamervragen.store.models import Publication

_MEMBERS = Lookup[tuple[int]](lambda asked: MembershipRow.objects.filter(dossier__key=asked[0]).values_list("publication_id"))


def _ends_of(table: type[LinkRow] | type[RelationRow]) -> Lookup[tuple[int, int]]:
    """The ends of the ties that touch some publications."""
    return Lookup(
        lambda asked: table.objects.filter(Q(source_id__in=asked) | Q(target_id__in=asked)).values_list("source_id", "target_id")
    )


_TIES = (_ends_of(LinkRow), _ends_of(RelationRow))


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


def load_dossier(key: str, *, is_brief: bool = False) -> Dossier:
    """A dossier by its key, with the records of its publications and the evidence of every tie.

    Args:
        key: as `find_dossier_key` gives it.
        is_brief: leave out the evidence and the sentences of ties, for who only needs the publications: in half the time.

    Raises:
        DossierRow.DoesNotExist: no dossier has this key.
    """
    members = [pk for (pk,) in _MEMBERS.rows(key)]
    if not members and not DossierRow.objects.filter(key=key).exists():
        raise DossierRow.DoesNotExist(key)
    tied = _tied_to(members)
    documents = Documents()
    around = documents.of(tied.union(members))
    own = [around[each] for each in members]
    ties = read_ties(members) if tied else Ties(links=(), relations=())
    if not is_brief:
        ties = _with_evidence(ties, {each.key: each for each in around.values()})
    # What was written since the dossier was made may divide it otherwise; the largest part is shown until it is made again.
    return max(group(own, ties, read_corrections()), key=lambda each: (each.key == key, len(each.memberships), each.key))


def _tied_to(members: Sequence[int]) -> set[int]:
    """As `tied_to`: most publications have no ties at all, and the SQL that finds it out is kept."""
    return {pk for chunk in in_chunks(members) for table in _TIES for ends in table.among(chunk) for pk in ends}


def _with_evidence(ties: Ties, documents: Mapping[str, Document]) -> Ties:
    traits = {key: traits_of(document) for key, document in documents.items()}  # once each: in a series all are tied to all
    links = (verify_traits(traits[each.source], traits[each.target]) for each in ties.links)
    relations = (relate_traits(traits[each.source], traits[each.target]) for each in ties.relations)
    return Ties(links=tuple(each for each in links if each), relations=tuple(each for each in relations if each))


def load_dossiers(keys: Collection[str]) -> tuple[Dossier, ...]:
    """Dossiers by their keys, without the evidence of ties: enough for `track` and `compare`, and many at once.

    Args:
        keys: those that no dossier has are left out.
    """
    members = MembershipRow.objects.filter(dossier__key__in=keys).values_list("publication_id", flat=True)
    documents = Documents().of(list(members))
    found = group(list(documents.values()), read_ties(documents), read_corrections())
    return tuple(each for each in found if each.key in keys)


def count_unlinked() -> int:
    """How many publications stand in no dossier yet, or in one that does not know what changed in them."""
    n_unknown = Publication.objects.count() - MembershipRow.objects.count()
    return max(n_unknown, Unlinked.objects.values("key").distinct().count())
