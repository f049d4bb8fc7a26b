"""The second room: a raw document becomes a `Text`. Each form of document has one reader; this module chooses it.

bytes ─detect→ media type ─READERS→ reader → Text
"""

from collections.abc import Callable

from kamervragen.errors import ReadError
from kamervragen.limits import DEFAULT, Limits
from kamervragen.model import RawDocument, Text
from kamervragen.read.detect import add_byte_order_mark, detect, root_name
from kamervragen.read.docx import read_docx
from kamervragen.read.html import read_html
from kamervragen.read.metadata import read_metadata
from kamervragen.read.pdf import read_pdf
from kamervragen.read.plain import read_plain
from kamervragen.read.xml import read_xml
from kamervragen.terms import MediaType

_METADATA_ROOTS = frozenset({"metadata_gegevens", "owms-metadata"})


def read(raw: RawDocument, limits: Limits = DEFAULT) -> Text:
    """All characters of a document in reading order, with what its source says about them.

    Args:
        raw: the document; its name plays no part in choosing the reader.
        limits: what it may take.

    Raises:
        ReadError: with `where` filled; codes `empty`, `too_large`, `not_text`, `wrong_format`, `encrypted`, `malformed`,
            `no_text`, `archive_bomb`.
    """
    try:
        _check_size(raw.data, limits)
        return READERS[detect(raw.data)](raw.data, limits)
    except ReadError as error:
        raise ReadError(error.code, error.message, where=error.where or raw.name) from error


def _check_size(data: bytes, limits: Limits) -> None:
    if len(data) > limits.max_document_bytes:
        size, most = len(data) // 1_000_000, limits.max_document_bytes // 1_000_000
        detail = (
            f"Het bestand is te groot ({size} MB; ten hoogste {most} MB); verhoog de grens als het werkelijk één document is."
        )
        raise ReadError("too_large", detail)
    if not data.strip(b"\0 \t\r\n\f"):
        raise ReadError("empty", "Het bestand is leeg; haal het opnieuw op.")


def _read_xml(data: bytes, limits: Limits) -> Text:
    return read_metadata(data) if root_name(data) in _METADATA_ROOTS else read_xml(data)


READERS: dict[MediaType, Callable[[bytes, Limits], Text]] = {
    MediaType.XML: _read_xml,
    MediaType.HTML: lambda data, limits: read_html(data),
    MediaType.DOCX: read_docx,
    MediaType.PDF: lambda data, limits: read_pdf(data),
    MediaType.MARKDOWN: lambda data, limits: read_plain(add_byte_order_mark(data), MediaType.MARKDOWN),
    MediaType.PLAIN: lambda data, limits: read_plain(add_byte_order_mark(data), MediaType.PLAIN),
}
