"""Dossiers of the bundled examples without a store, for tests of what is made of them."""

from functools import cache

from kamervragen import authorities
from kamervragen.cite import find_references
from kamervragen.dossiers import Dossier, make_document
from kamervragen.link import link
from kamervragen.model import RawDocument
from kamervragen.pipeline import process
from site_records import EXAMPLES


@cache
def example_dossiers() -> dict[str, Dossier]:
    """All dossiers of the bundled examples, by key; a document without official identifier is called by its file's name."""
    documents = []
    for path in sorted(EXAMPLES.iterdir()):
        record = process(RawDocument(name=path.name, data=path.read_bytes()))
        key = record.parsed.id or f"bron-{path.name.replace('.', '-')}"
        documents.append(make_document(key, record.parsed, authorities.load(), find_references(record.text)))
    return {each.key: each for each in link(documents)}
