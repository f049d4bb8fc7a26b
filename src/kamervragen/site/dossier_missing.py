"""What can be said of a dossier that is not in the record, and where to look on."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from kamervragen.identifiers import parse_case_number, parse_publication_id
from kamervragen.site.naming import find_official_copy, name_publication
from kamervragen.store.models import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingDossier:
    """A dossier that was asked for and is not there.

    Args:
        key: what was asked for.
        message: a sentence that says what is known.
        document: the address of the publication with this key, where there is one that is in no dossier yet; "" otherwise.
        official: where the official site would have it; "" when this is no official identifier or case number.
    """

    key: str
    message: str
    document: str
    official: str


def describe_missing_dossier(key: str) -> MissingDossier:
    """What is known of a name that no dossier has."""
    case_number = parse_case_number(key)
    identifier = f"kv-tk-{case_number}" if case_number else key
    is_there = Publication.objects.filter(key=key).exists()
    return MissingDossier(
        key=key,
        message=_say(key, is_case=case_number is not None, is_there=is_there),
        document=reverse("document", args=[key]) if is_there else "",
        official=find_official_copy(identifier),
    )


def usual_name(name: str) -> str:
    """A case number or identifier as the record writes it, from one that is written in another way, as with capitals."""
    return parse_case_number(name) or str(parse_publication_id(name) or name)


def _say(key: str, *, is_case: bool, is_there: bool) -> str:
    if is_there:
        return gettext("Dit stuk is gelezen, maar nog niet bij een dossier gelegd.")
    if is_case:
        return gettext("Van zaak %(key)s is geen enkel stuk gelezen.") % {"key": key}
    if parse_publication_id(key):
        name = name_publication(key)
        return gettext("%(name)s is niet gelezen, en geen dossier kent dit kenmerk.") % {"name": name}
    return gettext("Dit is geen kenmerk van een dossier. Een goed voorbeeld is een zaaknummer: 2024Z01234.")
