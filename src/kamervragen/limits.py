"""How much one document, archive or run may take. All are settings; these are the values when nobody sets another."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The bounds within which bytes are fetched and read.

    Args:
        max_document_bytes: the size of one document; a larger one is refused before it is loaded.
        max_archive_bytes: the size of all that a zip holds, when it is unpacked; of a DOCX as well.
        max_expansion: how many times its packed size a zip's content may be.
        max_archive_files: the number of files in one zip.
        timeout_s: the seconds that one document may take from bytes to record.
    """

    max_document_bytes: int = 50_000_000
    max_archive_bytes: int = 2_000_000_000
    max_expansion: int = 200
    max_archive_files: int = 1_000_000
    timeout_s: float = 30.0


DEFAULT = Limits()
