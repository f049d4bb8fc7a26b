"""The zip inside a DOCX: its parts as XML trees, with the limits that a hostile file meets."""

import io
import posixpath
import zipfile
from dataclasses import dataclass
from typing import Final

from lxml import etree

from kamervragen.errors import BROKEN_ZIP, ReadError
from kamervragen.limits import Limits

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_OFFICE_DOCUMENT = "/officeDocument"
_MIN_BOMB_BYTES = 10_000_000  # below this, unpacking costs nothing and ratios say nothing
# "Strict" DOCX has other namespace names for the same elements. Source: ISO/IEC 29500-1 and -4.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode()),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """What an `r:id` of a part points at: another part's name, or an address outside the file."""

    kind: str
    target: str
    is_external: bool


class Package:
    """The parts of a DOCX.

    Args:
        data: the bytes of the file.
        limits: what its content may measure.

    Raises:
        ReadError: `malformed`, `encrypted`, `archive_bomb` or `too_large`.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN_ZIP as error:
            raise _malformed() from error
        self._sizes = {info.filename: info for info in self._zip.infolist()}
        self._check(len(data))
        self.main = self._find_main()

    def tree(self, name: str) -> etree._Element | None:
        """The root of a part; None when there is no such part."""
        if name not in self._sizes:
            return None
        content = self._content(name)
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        try:
            # A parser is made for each part: entities, DTDs and network off, lxml's own bounds on depth and text on.
            parser = etree.XMLParser(
                resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
            )
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise _malformed() from error

    def relations(self, name: str) -> dict[str, Relation]:
        """The relations of a part, by identifier."""
        folder, file = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        return {element.get("Id", ""): _relation(element, folder) for element in root if isinstance(element.tag, str)}

    def related(self, name: str, kind: str) -> etree._Element | None:
        """The root of the part to which a part has a relation of this kind, such as `styles`; None when it has none."""
        for relation in self.relations(name).values():
            if relation.kind == kind and not relation.is_external:
                return self.tree(relation.target)
        return None

    def _content(self, name: str) -> bytes:
        info = self._sizes[name]
        if info.flag_bits & 0x1:
            raise ReadError("encrypted", "Het Word-bestand is met een wachtwoord beveiligd; sla het op zonder wachtwoord.")
        if info.file_size > self._limits.max_document_bytes:
            size = info.file_size // 1_000_000
            raise ReadError("too_large", f"Het Word-bestand is uitgepakt te groot ({size} MB); splits het of lever het als PDF.")
        try:
            return self._zip.read(name)
        except BROKEN_ZIP as error:
            raise _malformed() from error

    def _check(self, n_bytes: int) -> None:
        unpacked = sum(info.file_size for info in self._sizes.values())
        too_many = len(self._sizes) > self._limits.max_archive_files
        expands = unpacked > _MIN_BOMB_BYTES and unpacked > self._limits.max_expansion * n_bytes
        if too_many or expands or unpacked > self._limits.max_archive_bytes:
            detail = "Het Word-bestand is uitgepakt onwaarschijnlijk groot (een zip-bom?); controleer de herkomst."
            raise ReadError("archive_bomb", detail)

    def _find_main(self) -> str:
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.target in self._sizes:
                return relation.target
        if "word/document.xml" in self._sizes:
            return "word/document.xml"
        raise _malformed()


def _relation(element: etree._Element, folder: str) -> Relation:
    target = element.get("Target", "")
    is_external = element.get("TargetMode") == "External"
    if not is_external:
        target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return Relation(element.get("Type", "").rpartition("/")[2], target, is_external)


def _malformed() -> ReadError:
    return ReadError(
        "malformed", "Het Word-bestand is beschadigd of onvolledig; open het in Word, sla het opnieuw op en probeer het nog eens."
    )
