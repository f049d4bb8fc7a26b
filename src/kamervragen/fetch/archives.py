"""The documents in a zip, unpacked one at a time in memory; nothing of an archive is ever written under its own names.

Source: limits against decompression bombs follow what the directory of a zip declares, and hold the reading to that.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from kamervragen.errors import BROKEN_ZIP, FetchError
from kamervragen.fetch.refusals import printable, too_large
from kamervragen.limits import Limits
from kamervragen.model import RawDocument

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
_WORD = "[Content_Types].xml"  # every office document is a zip that holds this file
_ENCRYPTED = 0x1  # bit 0 of the flags of an entry; APPNOTE.TXT 4.4.4


def is_archive(path: Path) -> bool:
    """Whether a file is a zip of documents; a Word document is a zip too, but one document."""
    with path.open("rb") as file:
        if file.read(4) not in _SIGNATURES:
            return False
    try:
        with zipfile.ZipFile(path) as archive:
            return _WORD not in archive.NameToInfo
    except BROKEN_ZIP:
        return path.suffix.lower() != ".docx"


def count_entries(path: Path) -> int:
    """How many documents a file holds: those of a zip, or one."""
    try:
        if not path.is_file() or not is_archive(path):
            return 1
        with zipfile.ZipFile(path) as archive:
            return sum(_is_document(entry) for entry in archive.infolist())
    except BROKEN_ZIP:
        return 1


def read_archive(path: Path, limits: Limits) -> Iterator[RawDocument | FetchError]:
    """The documents in a zip, in the order of its directory; a FetchError for each that cannot be had.

    Directories, and files whose name or folder begins with a dot or is `__MACOSX`, are passed over.
    """
    try:
        archive = zipfile.ZipFile(path)
    except BROKEN_ZIP:
        message = "Het zip-bestand is afgekapt of beschadigd; haal het opnieuw op."
        yield FetchError("broken_archive", message, where=printable(path))
        return
    with archive:
        refusal = _refuse(archive, path, limits)
        if refusal:
            yield refusal
        else:
            yield from (_read_entry(archive, entry, path, limits) for entry in archive.infolist() if _is_document(entry))


def _is_document(entry: zipfile.ZipInfo) -> bool:
    parts = _path(entry).parts
    return not entry.is_dir() and not any(part == "__MACOSX" or (part.startswith(".") and part != "..") for part in parts)


def _path(entry: zipfile.ZipInfo) -> PurePosixPath:
    """The path of an entry, however the program that made the zip wrote it."""
    return PurePosixPath(entry.filename.replace("\\", "/"))


def _refuse(archive: zipfile.ZipFile, path: Path, limits: Limits) -> FetchError | None:
    """Why a whole archive is left alone; None when it may be read."""
    size = sum(entry.file_size for entry in archive.infolist())
    packed = path.stat().st_size
    if len(archive.infolist()) > limits.max_archive_files:
        message = f"Het zip-bestand bevat te veel bestanden (ten hoogste {limits.max_archive_files}); verdeel het."
    elif size > limits.max_archive_bytes:
        message = (
            f"Het zip-bestand is uitgepakt te groot ({size // 10**6} MB; ten hoogste {limits.max_archive_bytes // 10**6} MB)."
        )
    elif size > packed * limits.max_expansion:
        message = f"Het zip-bestand wordt uitgepakt meer dan {limits.max_expansion} keer zo groot; het is niet geopend."
    else:
        return None
    return FetchError("archive_bomb", message, where=printable(path))


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path, limits: Limits) -> RawDocument | FetchError:
    name = printable(entry.filename)
    where = f"{printable(path)}!{name}"
    refusal = _refuse_entry(entry, where, limits)
    if refusal:
        return refusal
    try:
        with archive.open(entry) as file:
            data = file.read(entry.file_size)  # with a bound, so that an entry larger than it says is not unpacked first
    except BROKEN_ZIP:
        return FetchError("broken_entry", "Dit bestand in het zip-bestand is beschadigd; haal het opnieuw op.", where=where)
    if _is_nested(data):
        return FetchError(
            "nested_archive", "Dit is een zip-bestand in een zip-bestand; pak het buitenste eerst uit.", where=where
        )
    return RawDocument(name=name, data=data, origin=where)


def _refuse_entry(entry: zipfile.ZipInfo, where: str, limits: Limits) -> FetchError | None:
    path = _path(entry)
    if not path.parts or path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return FetchError(
            "unsafe_name", "De naam van dit bestand wijst buiten het zip-bestand; het is overgeslagen.", where=where
        )
    if entry.flag_bits & _ENCRYPTED:
        return FetchError("encrypted", "Dit bestand in het zip-bestand heeft een wachtwoord; pak het eerst uit.", where=where)
    return too_large(entry.file_size, limits, where) if entry.file_size > limits.max_document_bytes else None


def _is_nested(data: bytes) -> bool:
    return data.startswith(_SIGNATURES) and _WORD.encode() not in data
