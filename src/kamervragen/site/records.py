"""What pages ask of the store: a publication with its reading, by its present or an earlier key, and where its bytes are from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from kamervragen.model import ParsedDocument
from kamervragen.site.differences import find_differences
from kamervragen.site.phrases import media_word
from kamervragen.site.routes import address_of
from kamervragen.store.lookups import Finder, Lookup
from kamervragen.store.models import Alias, Publication, Reading, Source
from kamervragen.terms import MediaType

_PUBLICATION = Finder[Publication](lambda asked: Publication.objects.filter(key=asked[0]))
_READING = Finder[Reading](lambda asked: Reading.objects.filter(pk=asked[0]))
_READINGS = Finder[Reading](lambda asked: Reading.objects.filter(pk__in=asked))
_SOURCES = Finder[Source](lambda asked: Source.objects.filter(publication=asked[0]).order_by("rank", "-seen_at", "sha256"))
_KNOWN = Lookup[tuple[str, str | None]](
    lambda asked: Publication.objects.filter(Q(key__in=asked) | Q(inferred_id__in=asked)).values_list("key", "inferred_id")
)


class MissingError(Exception):
    """No publication has or had a key.

    Args:
        key: the key.
    """

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class MovedError(Exception):
    """A publication has another key by now.

    Args:
        key: the present one.
    """

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """Bytes behind a publication, as its page lists them. `differences` says how they differ from what the page shows."""

    sha256: str
    name: str
    media_word: str
    size: int
    reader: str
    read_at: datetime
    is_shown: bool
    differences: tuple[str, ...]


def find_publication(key: str) -> Publication:
    """The publication with this key.

    Raises:
        MovedError: it has another key by now.
        MissingError: no publication has or had it.
    """
    publication = _PUBLICATION.first(key)
    if publication is not None:
        return publication
    alias = Alias.objects.filter(key=key).select_related("publication").first()
    if alias is None:
        raise MissingError(key)
    raise MovedError(alias.publication.key)


def load_reading(publication: Publication) -> Reading:
    """What was read in the publication's best source."""
    reading = _READING.first(publication.best_id)
    if reading is None:
        raise Reading.DoesNotExist(publication.best_id)
    return reading


def list_sources(publication: Publication, shown: Reading, parsed: ParsedDocument) -> list[SourceView]:
    """The sources of a publication, best first.

    Args:
        publication: it.
        shown: the reading that its page shows, of its best source.
        parsed: the record of that reading; the others are compared with it.
    """
    sources = _SOURCES.all(publication.pk)
    others = [source.sha256 for source in sources if source.sha256 != shown.source_id]
    readings = {reading.source_id: reading for reading in _READINGS.among(others)}
    return [_source(source, readings.get(source.sha256), shown, parsed) for source in sources]


def find_addresses(identifiers: Sequence[str]) -> dict[str, str]:
    """The address of the page of each of these publications that is in the record, or is believed to be one that is there."""
    known = _KNOWN.among(identifiers)
    found = [(key, key) for key, _ in known] + [(believed, key) for key, believed in known if believed]
    return {identifier: address_of("document", key) for identifier, key in reversed(found) if identifier in identifiers}


def _source(source: Source, other: Reading | None, shown: Reading, parsed: ParsedDocument) -> SourceView:
    """A source; `other` is its reading when it is not the one that is shown."""
    reading = other or shown
    return SourceView(
        sha256=source.sha256,
        name=source.name,
        media_word=media_word(MediaType(source.media_type)),
        size=source.size_bytes,
        reader=reading.reader,
        read_at=reading.read_at,
        is_shown=other is None,
        differences=find_differences(parsed, other.parsed) if other else (),
    )
