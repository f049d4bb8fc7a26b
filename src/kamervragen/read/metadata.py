"""The metadata file of a publication → Text: one line a field in the body, each field also a fact, in the file's order.

Two containers exist: `metadata_gegevens` (attributes, fields may repeat and nest) and `owms-metadata` (elements). Values are
kept as printed: real files hold dates that do not exist. Fields are about a publication and not of it, so their blocks are
furniture.

Source: metadata.xml and metadata_owms.xml of the official publications.
"""

from collections.abc import Iterator

from lxml import etree

from kamervragen.model import Text
from kamervragen.read.builder import TextBuilder
from kamervragen.read.tree import local_name, parse_xml
from kamervragen.terms import BlockKind, MediaType

READER = "metadata 1"

Field = tuple[str, str, str]  # name, scheme, value


def read_metadata(data: bytes) -> Text:
    """The fields of a metadata file: body lines `name: value`, or `name (scheme): value`, and facts.

    Args:
        data: the bytes of `metadata.xml` or `metadata_owms.xml`.

    Raises:
        ReadError: `empty`, `unsafe`, `malformed`.
    """
    root, findings = parse_xml(data)
    builder = TextBuilder()
    for finding in findings:
        builder.find(finding.code, finding.detail)
    for name, scheme, value in _fields(root):
        builder.state(name, value)
        builder.open(BlockKind.FURNITURE)
        builder.append(f"{name} ({scheme}): {value}" if scheme else f"{name}: {value}")
    return builder.build(MediaType.XML, READER)


def _fields(root: etree._Element) -> Iterator[Field]:
    for element in root.iter(etree.Element):
        scheme = element.get("scheme", "")
        text = (element.text or "").strip()
        if local_name(element) == "metadata" and element.get("name"):
            yield element.get("name", ""), scheme, element.get("content", "")
            if text:
                yield element.get("name", ""), scheme, text
        elif text or len(element) == 0:
            yield _printed_name(element), scheme, text or element.get("resourceIdentifier", "")
        tail = (element.tail or "").strip()
        if tail and element is not root:
            yield "tekst", "", tail


def _printed_name(element: etree._Element) -> str:
    name = local_name(element)
    return f"{element.prefix}:{name}" if element.prefix else name
