"""By which readers and parser documents are read now; what others read is read again."""

from collections.abc import Sequence

from kamervragen.parse import PARSER_VERSION
from kamervragen.read import docx, html, metadata, pdf, plain, xml
from kamervragen.store.models import Reading

READERS = frozenset(module.READER for module in (docx, html, metadata, pdf, plain, xml))


def read_already(sha256s: Sequence[str]) -> set[str]:
    """Those of some sources that the present version of the program has read.

    The database is asked by key alone: asked for the version as well, it may walk through all readings of that version.
    """
    rows = Reading.objects.filter(source_id__in=sha256s).values_list("source_id", "parser", "reader")
    return {sha256 for sha256, parser, reader in rows if parser == PARSER_VERSION and reader in READERS}
