"""The sentences in which fetching says that bytes cannot be had."""

import os

from kamervragen.errors import FetchError
from kamervragen.limits import Limits

_MEGABYTE = 1_000_000


def printable(path: str | os.PathLike[str]) -> str:
    """A path as text that can be stored and shown: bytes in a name that are no UTF-8 become "?"."""
    return os.fspath(path).encode("utf-8", "replace").decode()


def unreadable(path: str | os.PathLike[str], error: OSError) -> FetchError:
    """For a file or folder that the system does not give."""
    message = f"Dit bestand of deze map kan niet worden gelezen ({error.strerror}); controleer de rechten en het pad."
    return FetchError("not_readable", message, where=printable(path))


def too_large(size: int, limits: Limits, where: str) -> FetchError:
    """For a document that is larger than one document may be."""
    message = (
        f"Het bestand is te groot ({size // _MEGABYTE} MB; ten hoogste {limits.max_document_bytes // _MEGABYTE} MB); "
        "verhoog KAMERVRAGEN_MAX_DOCUMENT_BYTES als het werkelijk één document is."
    )
    return FetchError("too_large", message, where=where)
