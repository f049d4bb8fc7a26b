"""Pages of the Chamber's SyncFeed (Atom) → the rows that its OData has: one shape for both.

Source: https://gegevensmagazijn.tweedekamer.nl/SyncFeed/2.0/Feed?category=Persoon and its schema `tkData-v1-0`: the content of an
entry is an element `persoon` with `id`, `tk:verwijderd` and `tk:bijgewerkt`; references to other entities stand in `ref`.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

# The names of the elements, and what OData calls the same.
_ENTITIES: Final = {
    "persoon": "Persoon", "fractie": "Fractie", "fractieZetel": "FractieZetel", "fractieZetelPersoon": "FractieZetelPersoon",
}  # fmt: skip
_FIELDS: Final = {
    "nummer": "Nummer", "initialen": "Initialen", "tussenvoegsel": "Tussenvoegsel", "achternaam": "Achternaam",
    "roepnaam": "Roepnaam", "afkorting": "Afkorting", "naamNl": "NaamNL", "gewicht": "Gewicht",
    "functie": "Functie", "van": "Van", "totEnMet": "TotEnMet",
    "fractie": "Fractie_Id", "fractieZetel": "FractieZetel_Id", "persoon": "Persoon_Id",
}  # fmt: skip


def is_feed(data: bytes) -> bool:
    """Whether some bytes begin as XML does."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def read_feed(data: bytes) -> tuple[str, list[object]] | None:
    """The entity and the rows of a page of the feed; None when it is none of an entity that we take over."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    elements = [content[0] for content in root.iter("{*}content") if len(content)]
    names = {_local(each) for each in elements}
    if len(names) != 1 or not names <= set(_ENTITIES):
        return None
    return _ENTITIES[names.pop()], [_row(each) for each in elements]


def has_next_feed_page(data: bytes) -> bool:
    """Whether a page of the feed says, beside its entries, that more follow it."""
    head = data.partition(b"<entry")[0]
    return b'rel="next"' in head


def _local(element: "etree._Element") -> str:
    return str(etree.QName(element).localname)


def _row(element: "etree._Element") -> Mapping[str, object]:
    row = dict(_attributes(element.attrib.items()))
    for child in element:
        name = _FIELDS.get(_local(child))
        if name:
            row[name] = child.get("ref") or (child.text or "").strip() or None
    return row


def _attributes(attributes: Iterable[tuple[object, object]]) -> Iterable[tuple[str, object]]:
    for name, value in attributes:
        local = etree.QName(str(name)).localname
        if local == "id":
            yield "Id", str(value)
        elif local == "verwijderd":
            yield "Verwijderd", value in ("true", "1")
        elif local == "bijgewerkt":
            yield "GewijzigdOp", str(value)
