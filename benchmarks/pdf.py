"""A case as a PDF in the published form, written by hand: pages of set lines in the fonts that every reader has."""

import textwrap
from collections.abc import Iterator

from benchmarks.invent import Case
from benchmarks.markup import as_lines

_LINES_A_PAGE = 52
_WIDTH = 78  # characters in a line of 9 points over 12.5 cm
_LEADING = 11.5
_LEFT, _TOP, _FOOT = 156, 770, 60
_FONTS = "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >> " + (
    "/F2 << /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >> >>"
)


def as_pdf(case: Case) -> bytes:
    """The bytes of the PDF."""
    lines = list(_lines(case))
    pages = [lines[start : start + _LINES_A_PAGE] for start in range(0, len(lines), _LINES_A_PAGE)]
    kids = " ".join(f"{3 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()]
    for index, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font {_FONTS} >> "
            f"/Contents {4 + 2 * index} 0 R >>".encode()
        )
        content = "\n".join(_page(page, case, index + 1)).encode("cp1252", errors="replace")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def _lines(case: Case) -> Iterator[tuple[str, str]]:
    """Font and characters of each printed line; a blank one above labels."""
    for what, paragraph in as_lines(case):
        if what == "label":
            yield "F1", ""
        for line in textwrap.wrap(paragraph, _WIDTH):
            yield ("F2" if what in ("label", "heading") else "F1"), line


def _page(lines: list[tuple[str, str]], case: Case, number: int) -> Iterator[str]:
    yield f"BT {_LEADING} TL {_LEFT} {_TOP} Td"
    for font, line in lines:
        yield f"/{font} 9 Tf ({_escape(line)}) Tj T*"
    yield f"ET BT 6.5 TL {_LEFT} {_FOOT} Td /F1 6.5 Tf"
    if number == 1:
        yield f"({case.identifier}) Tj T* (ISSN 0921 - 7398) Tj T* ('s-Gravenhage {case.year + 1}) Tj T*"
    yield f"({_escape(f'Tweede Kamer, vergaderjaar {case.session_year}, Aanhangsel')}) Tj ET"
    yield f"BT /F1 6.5 Tf 520 {_FOOT - (20 if number == 1 else 0)} Td ({number}) Tj ET"


def _escape(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: list[bytes]) -> bytes:
    made = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    made += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{made.index(b'xref')}\n%%EOF\n".encode()
    return bytes(made)
