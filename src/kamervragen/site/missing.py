"""What can be said of a publication that is not in the record: whether it is known, who refers to it, where it may be read."""

from dataclasses import dataclass

from django.utils.translation import gettext

from kamervragen.identifiers import PublicationId, parse_publication_id
from kamervragen.site.naming import find_official_copy, name_publication
from kamervragen.site.related import Related, find_related
from kamervragen.store.models import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A publication that was asked for and is not there.

    Args:
        key: what was asked for.
        name: the same as people cite it.
        message: a sentence that says what is known about it.
        official: the address of its official copy; "" when this is no official identifier.
        related: what stands around it: which publications refer to it, and which numbers beside it are in the record.
    """

    key: str
    name: str
    message: str
    official: str
    related: Related


def describe_missing(key: str) -> Missing:
    """What is known of a key that no publication has."""
    identifier = parse_publication_id(key)
    related = find_related(key)
    return Missing(
        key=key,
        name=name_publication(key),
        message=_say(key, identifier, related),
        official=find_official_copy(key),
        related=related,
    )


def find_usual_key(key: str) -> str | None:
    """The key of the publication that is meant by one written in another way, as with capitals; None when there is none."""
    identifier = parse_publication_id(key)
    usual = str(identifier) if identifier else key.lower()
    return usual if usual != key and Publication.objects.filter(key=usual).exists() else None


def find_believed_key(identifier: str) -> str | None:
    """The key of the one publication that does not print this identifier and is believed to have it; else None."""
    keys = Publication.objects.filter(inferred_id=identifier).values_list("key", flat=True)[:2]
    return keys[0] if len(keys) == 1 else None


def _say(key: str, identifier: PublicationId | None, related: Related) -> str:
    if related.cited_by.shown:
        return gettext("Deze publicatie is bekend, want andere verwijzen ernaar, maar zij is nog niet gelezen.")
    if related.following:
        return gettext("Dit nummer ontbreekt in het register: een hoger nummer van hetzelfde vergaderjaar staat er wel in.")
    if identifier:
        return gettext("Dit kenmerk is goed gevormd, maar er staat geen publicatie met dit kenmerk in het register.")
    if key.startswith("bron-"):
        return gettext("Er staat geen bron met dit kenmerk in het register.")
    return gettext("Dit is geen kenmerk van een publicatie. Een goed voorbeeld: ah-tk-20232024-1067.")
