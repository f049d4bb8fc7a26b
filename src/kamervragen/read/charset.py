"""Bytes of a file that names its own encoding → characters, and a finding where the name is wrong or missing."""

import codecs
import re

from kamervragen.model import Finding

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = re.compile(r"(?:iso[-_]?8859[-_]?1|latin[-_]?1|l1|us-ascii|ascii|windows-1252|cp1252)")  # browsers read all as cp1252
_ONE_BYTE = re.compile(r"(?:iso[-_]?8859[-_]?\d+|windows-\d+|cp\d+|mac\w*)")


def is_one_byte(declared: str) -> bool:
    """Whether an encoding has one byte a character, so that UTF-8 read in it gives no error but wrong characters."""
    name = declared.lower()
    return bool(_WESTERN.fullmatch(name) or _ONE_BYTE.fullmatch(name))


def decode_declared(data: bytes, declared: str | None) -> tuple[str, list[Finding]]:
    """The characters: by byte order mark, as UTF-8 where that fits, as declared, or else as Windows-1252.

    Args:
        data: all bytes.
        declared: the encoding that the file names, if any.
    """
    name = (declared or "utf-8").lower()
    marked = next((codec for bom, codec in _BOMS if data.startswith(bom)), None)
    try:
        text = data.decode(marked or "utf-8")
    except UnicodeDecodeError:
        return _decode_one_byte(data, name)
    if marked or text.isascii() or not is_one_byte(name):
        return text, []
    return text, [_wrong(name, "UTF-8")]


def _decode_one_byte(data: bytes, name: str) -> tuple[str, list[Finding]]:
    codec = "cp1252" if _WESTERN.fullmatch(name) or not is_one_byte(name) else name
    try:
        return data.decode(codec), [] if is_one_byte(name) else [_wrong(name, "Windows-1252")]
    except (UnicodeDecodeError, LookupError):
        return data.decode("cp1252", errors="replace"), [_wrong(name, "Windows-1252")]


def _wrong(declared: str, used: str) -> Finding:
    detail = f"De tekens zijn niet in de opgegeven codering ({declared}); ze zijn gelezen als {used}. Vergelijk ze met de bron."
    return Finding(code="encoding_guessed", detail=detail)
