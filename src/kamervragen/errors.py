"""The whole error tree. A `KamervragenError` means that the world failed us, never that we made a mistake.

    KamervragenError          code, message, where
    ├── InputError            a person asked for something that cannot be done (exit status 2, or a 4xx page)
    ├── FetchError            bytes could not be had: missing file, broken or oversized archive
    ├── ReadError             bytes could not be turned into text: empty, too large, encrypted, no text in it, wrong format
    └── StoreError            the record could not be written: disk full, database locked or absent

A document that was read but is odd is not an error: it is a `Finding` (see `model`).
"""

import lzma
import struct
import zipfile
import zlib
from typing import Final


class KamervragenError(Exception):
    """Something outside this program failed; carries where, and a sentence that says what to do next.

    Args:
        code: a stable word for statistics and JSON, such as `empty` or `encrypted`.
        message: one sentence for the person who meets it.
        where: the file, address or publication it is about; "" when there is none.
    """

    def __init__(self, code: str, message: str, *, where: str = "") -> None:
        super().__init__(code, message, where)
        self.code = code
        self.message = message
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message

    def __reduce__(self) -> tuple[object, ...]:
        """Let errors travel from worker processes: keyword-only arguments do not pickle by themselves."""
        return (_rebuild, (type(self), self.code, self.message, self.where))


def _rebuild(kind: "type[KamervragenError]", code: str, message: str, where: str) -> KamervragenError:
    return kind(code, message, where=where)


class InputError(KamervragenError):
    """A person asked for something that cannot be done."""


class FetchError(KamervragenError):
    """Bytes could not be had from where they should be."""


class ReadError(KamervragenError):
    """Bytes could not be turned into text."""


class StoreError(KamervragenError):
    """The record could not be written or opened."""


# All that Python's reader of zips raises over broken bytes: ValueError over a place before the file's beginning, for one,
# and NotImplementedError over a kind of compression or a version that it does not know.
BROKEN_ZIP: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, NotImplementedError, OSError, ValueError,
)  # fmt: skip
