"""Publications out of the record as documents: what `link`, `track` and `compare` work on."""

from collections.abc import Collection, Iterable, Mapping
from typing import cast

from kamervragen import authorities
from kamervragen.contract import Json, from_json
from kamervragen.dossiers import Document, make_document
from kamervragen.link import Traits, traits_of
from kamervragen.store.chunks import in_chunks
from kamervragen.store.lookups import Lookup
from kamervragen.store.models import Publication, Reading
from kamervragen.store.packing import unpack, unpack_citations

_COLUMNS = ("pk", "key", "best_id", "best__reading__packed_record", "best__reading__packed_citations")
_PACKED = Lookup[tuple[int, str, str, bytes, bytes | None]](
    lambda asked: Publication.objects.filter(pk__in=asked).values_list(*_COLUMNS)
)


class Documents:
    """Publications as documents, by primary key; each is read from the database once.

    Args:
        without: the names of fields of their records that nobody will ask for; they stay empty, and are not made.
    """

    def __init__(self, *, without: Collection[str] = ()) -> None:
        self._empty: Mapping[str, Json] = dict.fromkeys(without, ())
        self._by_id: dict[int, Document] = {}
        self._traits: dict[int, Traits] = {}
        self.ids: dict[str, int] = {}

    def of(self, ids: Collection[int]) -> Mapping[int, Document]:
        """The documents of these primary keys; those that are not in the record are left out."""
        self._load(each for each in ids if each not in self._by_id)
        return {each: self._by_id[each] for each in ids if each in self._by_id}

    def traits(self, pk: int) -> Traits:
        """What one of them is recognised by; it must have been asked for before."""
        if pk not in self._traits:
            self._traits[pk] = traits_of(self._by_id[pk])
        return self._traits[pk]

    def _load(self, ids: Iterable[int]) -> None:
        for chunk in in_chunks(ids):
            for pk, key, sha256, record, citations in _PACKED.among(chunk):
                self._by_id[pk] = _document(key, sha256, record, citations, self._empty)
                self.ids[key] = pk


def _document(key: str, sha256: str, record: bytes, citations: bytes | None, empty: Mapping[str, Json]) -> Document:
    found = Reading.objects.get(pk=sha256).citations if citations is None else unpack_citations(citations)
    parsed = from_json({**cast(Mapping[str, Json], unpack(record)), **empty})
    return make_document(key, parsed, authorities.load(), found)
