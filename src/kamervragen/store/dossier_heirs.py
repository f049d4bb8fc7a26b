"""Which dossier of before goes on in which of now, when publications came, went or were divided otherwise."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from kamervragen.dossiers import Dossier
from kamervragen.store.chunks import in_chunks
from kamervragen.store.dossier_models import DossierName, DossierRow, MembershipRow


class Heirs:
    """The dossiers of before that some dossiers take the place of.

    The one that shares most publications goes on, whatever its key was: a number that others claim may pass to them. Where two
    became one, the other goes into it.

    Args:
        dossiers: those of now; with them come all publications that stood in one dossier with any of theirs.
        ids: the primary key of each of their publications.
        gone: the keys of publications that were retired.

    Attributes:
        rows: for the key of a dossier the primary key of the row that goes on as it.
        forebears: for the primary key of a row of before the key of the dossier that it became, or became a part of.
        ended: the primary keys of the rows that do not go on.
    """

    def __init__(self, dossiers: Sequence[Dossier], ids: Mapping[str, int], gone: Collection[str]) -> None:
        self.keys = _old_keys([ids[each.key] for dossier in dossiers for each in dossier.memberships], gone)
        stood_in = _stood_in(self.keys)
        shares = {each.key: Counter(_old_of(each, ids, stood_in)) for each in dossiers}
        claims = sorted(_claims(shares, self.keys))
        self.rows: dict[str, int] = {}
        self.forebears: dict[int, str] = {}
        for *_, key, old in claims:
            if key not in self.rows and old not in self.forebears:
                self.rows[key] = old
                self.forebears[old] = key
        for *_, key, old in claims:
            self.forebears.setdefault(old, key)
        self.ended = set(self.keys) - set(self.rows.values())


def _old_keys(publication_ids: Collection[int], gone: Collection[str]) -> dict[int, str]:
    """The dossiers that held these publications, or had these names, with their keys."""
    found: dict[int, str] = {}
    for chunk in in_chunks(publication_ids):
        found.update(DossierRow.objects.filter(memberships__publication_id__in=chunk).values_list("pk", "key"))
    for names in in_chunks(gone):
        holders = DossierName.objects.filter(name__in=names, dossier__memberships=None)
        found.update(holders.values_list("dossier_id", "dossier__key"))
    return found


def _stood_in(old: Collection[int]) -> dict[int, int]:
    """For each publication of these dossiers the dossier."""
    found: dict[int, int] = {}
    for chunk in in_chunks(old):
        found.update(MembershipRow.objects.filter(dossier_id__in=chunk).values_list("publication_id", "dossier_id"))
    return found


def _old_of(dossier: Dossier, ids: Mapping[str, int], stood_in: Mapping[int, int]) -> list[int]:
    members = [ids[each.key] for each in dossier.memberships]
    return [stood_in[each] for each in members if each in stood_in]


def _claims(shares: Mapping[str, Counter[int]], keys: Mapping[int, str]) -> list[tuple[int, bool, str, int]]:
    """Who may go on as what, the strongest claim first when sorted."""
    return [(-n, keys[old] != new, new, old) for new, found in shares.items() for old, n in found.items()]
