"""The editor's rows as they were followed last, and the publications that they name."""

from collections.abc import Collection, Iterable, Mapping
from itertools import product

from django.db.models import Q

from kamervragen.dossiers import Correction
from kamervragen.store.dossier_models import CorrectionRow
from kamervragen.store.dossier_ties import Pairs, note_unlinked
from kamervragen.store.lookups import Finder
from kamervragen.store.models import Publication
from kamervragen.terms import CorrectionAction

_ROWS = Finder[CorrectionRow](lambda _: CorrectionRow.objects.order_by("pk"))


def read_corrections() -> tuple[Correction, ...]:
    """The editor's rows that were followed last, in the order of the file."""
    return tuple(
        Correction(
            action=CorrectionAction(each.action),
            first=each.first,
            second=each.second,
            reason=each.reason,
            by=each.by,
            on=each.on,
        )
        for each in _ROWS.all()
    )


def replace_corrections(corrections: Collection[Correction]) -> None:
    """Keep the editor's rows, and note the publications that those which are new or gone name."""
    differing = set(read_corrections()).symmetric_difference(corrections)
    CorrectionRow.objects.all().delete()
    CorrectionRow.objects.bulk_create(
        CorrectionRow(action=each.action, first=each.first, second=each.second, reason=each.reason, by=each.by, on=each.on)
        for each in corrections
    )
    named = _find_named(differing)
    note_unlinked(Publication.objects.filter(pk__in=set().union(*named.values())).values_list("key", flat=True))


def find_pairs(corrections: Iterable[Correction]) -> Pairs:
    """For each publication that a row names, those that a row names beside it; only what is in the record."""
    rows = tuple(corrections)
    named = _find_named(rows)
    pairs: dict[int, set[int]] = {}
    for each in rows:
        for one, other in product(named.get(each.first, ()), named.get(each.second, ())):
            pairs.setdefault(one, set()).add(other)
            pairs.setdefault(other, set()).add(one)
    return pairs


def find_not_applied(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The rows that name a publication that is not in the record: they wait until it comes."""
    rows = tuple(corrections)
    named = _find_named(rows)
    return tuple(each for each in rows if not (each.first in named and each.second in named))


def _find_named(corrections: Iterable[Correction]) -> Mapping[str, set[int]]:
    """The primary keys of the publications that have a name, by key or by the identifier they are believed to have."""
    names = {name for each in corrections for name in (each.first, each.second)}
    found: dict[str, set[int]] = {}
    rows = Publication.objects.filter(Q(key__in=names) | Q(inferred_id__in=names)) if names else Publication.objects.none()
    for pk, key, believed in rows.values_list("pk", "key", "inferred_id"):
        for name in names.intersection((key, believed)):
            found.setdefault(name, set()).add(pk)
    return found
