"""What ties publications, as rows: found under shared keys, replaced for what changed, followed to whole dossiers."""

from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2b

from django.db import connection
from django.db.models import Q

from kamervragen.dossiers import Link, Relation
from kamervragen.link import LINKER_VERSION, Ties, Traits, keys_of
from kamervragen.store.chunks import in_chunks
from kamervragen.store.dossier_models import CandidateKey, Linker, LinkRow, MembershipRow, RelationRow, Unlinked
from kamervragen.store.models import Publication
from kamervragen.terms import Certainty, LinkKind, RelationKind, Verdict

Pairs = Mapping[int, Collection[int]]
"""For a publication the others that it has something to do with."""


def replace_candidate_keys(traits: Mapping[int, Traits]) -> None:
    """Write under which keys publications are found.

    Args:
        traits: by primary key.
    """
    for chunk in in_chunks(traits):
        CandidateKey.objects.filter(publication_id__in=chunk).delete()
    rows = [(_number(key), pk) for pk, each in traits.items() for key in sorted(keys_of(each))]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {CandidateKey._meta.db_table} (key, publication_id) VALUES (%s, %s)", rows)  # noqa: S608


def _number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), signed=True)


_SHARING = """
    SELECT DISTINCT own.publication_id, other.publication_id
    FROM store_candidatekey own JOIN store_candidatekey other ON other.key = own.key
    WHERE own.publication_id IN ({}) AND other.publication_id <> own.publication_id
"""


def find_candidates(ids: Iterable[int]) -> Pairs:
    """The publications that share a candidate key with each of these."""
    found: dict[int, set[int]] = {}
    for chunk in in_chunks(ids):
        with connection.cursor() as cursor:
            cursor.execute(_SHARING.format(", ".join(["%s"] * len(chunk))), chunk)
            for own, other in cursor.fetchall():
                found.setdefault(own, set()).add(other)
    return found


def tied_to(ids: Collection[int], *, is_joined: bool = False) -> set[int]:
    """The publications that a tie connects to any of these, the ends of ties between them among them.

    Args:
        ids: primary keys.
        is_joined: only by links that join.
    """
    joined = LinkRow.objects.filter(verdict=Verdict.JOINED)
    tables = (joined,) if is_joined else (LinkRow.objects.all(), RelationRow.objects.all())
    found: set[int] = set()
    for chunk in in_chunks(ids):
        for rows in tables:
            for source, target in rows.filter(_touches(chunk)).values_list("source_id", "target_id"):
                found.update((source, target))
    return found


def _touches(ids: Collection[int]) -> Q:
    return Q(source_id__in=ids) | Q(target_id__in=ids)


def replace_ties(changed: Collection[int], ties: Ties, ids: Mapping[str, int]) -> None:
    """Write all ties of publications in place of those they had.

    Args:
        changed: primary keys of the publications.
        ties: what was found between them and all others.
        ids: the primary key of each publication that a tie names.
    """
    for chunk in in_chunks(changed):
        LinkRow.objects.filter(_touches(chunk)).delete()
        RelationRow.objects.filter(_touches(chunk)).delete()
    LinkRow.objects.bulk_create(
        LinkRow(
            source_id=ids[each.source],
            target_id=ids[each.target],
            kind=each.kind,
            verdict=each.verdict,
            certainty=each.certainty,
            cited_as=each.cited_as,
        )
        for each in ties.links
    )
    RelationRow.objects.bulk_create(
        RelationRow(
            source_id=ids[each.source],
            target_id=ids[each.target],
            kind=each.kind,
            certainty=each.certainty,
            cited_as=each.cited_as,
        )
        for each in ties.relations
    )


def read_ties(ids: Collection[int]) -> Ties:
    """All ties that touch these publications, also from outside, without evidence."""
    links: dict[int, Link] = {}
    relations: dict[int, Relation] = {}
    columns = ("pk", "source__key", "target__key", "kind", "certainty", "cited_as")
    for chunk in in_chunks(ids):
        for row in LinkRow.objects.filter(_touches(chunk)).values_list(*columns, "verdict").iterator():
            links[row[0]] = _link(*row[1:])
        for found in RelationRow.objects.filter(_touches(chunk)).values_list(*columns).iterator():
            relations[found[0]] = _relation(*found[1:])
    return Ties(links=tuple(links.values()), relations=tuple(relations.values()))


def _link(source: str, target: str, kind: str, certainty: str, cited_as: str, verdict: str) -> Link:
    return Link(
        source=source,
        target=target,
        kind=LinkKind(kind),
        verdict=Verdict(verdict),
        certainty=Certainty(certainty),
        cited_as=cited_as,
        detail=f"{source} – {target}",  # two doubts without words would be one finding
    )


def _relation(source: str, target: str, kind: str, certainty: str, cited_as: str) -> Relation:
    return Relation(source=source, target=target, kind=RelationKind(kind), certainty=Certainty(certainty), cited_as=cited_as)


def whole_dossiers(start: Collection[int], pairs: Pairs) -> set[int]:
    """These publications with all that joined links, the editor's rows and the dossiers of before connect to them, however far.

    Args:
        start: primary keys.
        pairs: what the editor's rows connect.
    """
    found, edge = set(start), set(start)
    while edge:
        named = (pairs.get(each, ()) for each in edge)
        edge = tied_to(edge, is_joined=True).union(_members_beside(edge), *named) - found
        found |= edge
    return found


def _members_beside(ids: Collection[int]) -> set[int]:
    """The publications that stand in one dossier with any of these."""
    found: set[int] = set()
    for chunk in in_chunks(ids):
        dossiers = MembershipRow.objects.filter(publication_id__in=chunk).values("dossier_id")
        found.update(MembershipRow.objects.filter(dossier_id__in=dossiers).values_list("publication_id", flat=True))
    return found


def note_tied(retired: Iterable[int]) -> None:
    """Note, before publications go, what stands in one dossier with them or is tied to them."""
    gone = list(retired)
    if not gone:
        return
    beside = tied_to(gone).union(_members_beside(gone)).difference(gone)
    note_unlinked(Publication.objects.filter(pk__in=beside).values_list("key", flat=True))


def note_unlinked(keys: Iterable[str]) -> None:
    """Note that the dossiers of these publications are to be made again."""
    Unlinked.objects.bulk_create(Unlinked(key=key) for key in keys)


def is_linked_by_this_version() -> bool:
    """Whether this version of the linker found the keys and ties that there are."""
    return Linker.objects.filter(version=LINKER_VERSION).exists()


def note_all() -> None:
    """Note that all dossiers are to be made again, by this version of the linker."""
    Linker.objects.update_or_create(pk=1, defaults={"version": LINKER_VERSION})
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO store_unlinked (key) SELECT key FROM store_publication ORDER BY id")
