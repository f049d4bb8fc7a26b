"""A document as people cite it: the short form of lawyers, a sentence for everybody else, BibTeX and RIS.

Source of the short form: Aanwijzingen voor de regelgeving 3.43 and Leidraad voor juridische auteurs, `Aanhangsel Handelingen I
2014/15, nr. 12`. Citations are in Dutch, whatever the language of the page: they name Dutch publications.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kamervragen.dutch.counting import join_words
from kamervragen.dutch.dates import print_date
from kamervragen.identifiers import SessionYear, parse_session_year
from kamervragen.model import ParsedDocument, Respondent
from kamervragen.site.naming import find_official_copy
from kamervragen.terms import Chamber, Kind

CHAMBERS = {Chamber.TWEEDE_KAMER: "Tweede Kamer der Staten-Generaal", Chamber.EERSTE_KAMER: "Eerste Kamer der Staten-Generaal"}
_CHAMBER_SIGNS = {Chamber.TWEEDE_KAMER: "II", Chamber.EERSTE_KAMER: "I"}
_FROM = {
    Kind.ANSWER: "antwoord van",
    Kind.POSTPONEMENT: "bericht van uitstel van",
    Kind.CORRECTION: "rectificatie van",
    Kind.SUPPLEMENT: "aanvullend antwoord van",
    Kind.WITHDRAWAL: "bericht van",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A document as it is cited.

    Args:
        key: its key in the record.
        short: `Aanhangsel Handelingen II 2023/24, nr. 1067`; "" for a document without an official number.
        title: the subject, with a capital.
        description: who asked and who answered, and when: `vragen van Zandstra (LZ); antwoord van minister De Wit (Defensie)`.
        author: the chamber in whose series it is; "" when the document does not say.
        series: `Aanhangsel Handelingen II 2023/24`; "" without an official number.
        number: its number in that series; "" without one.
        dated_on: the day on which it was received, written or filed.
        address: where it can be read.
        official: the address of the official publication; "" when it has no official identifier.
    """

    key: str
    short: str
    title: str
    description: str
    author: str
    series: str
    number: str
    dated_on: date | None
    address: str
    official: str

    @property
    def sentence(self) -> str:
        """The whole citation as one line of text, but for its address."""
        description = self.description[:1].upper() + self.description[1:]
        parts = [self.title.rstrip("."), description, self.short]
        return ". ".join(part for part in parts if part) + "."


def cite(key: str, parsed: ParsedDocument, address: str) -> Citation:
    """The citation of a document.

    Args:
        key: its key in the record.
        parsed: what it says.
        address: the absolute address of its page.
    """
    series, is_printed = _series(parsed)
    subject = parsed.subject or "Document zonder onderwerp"
    return Citation(
        key=key,
        short=f"{series}, nr. {parsed.number}{'' if is_printed else ' (vergaderjaar afgeleid)'}" if series else "",
        title=subject[:1].upper() + subject[1:],
        description=_describe(parsed),
        author=CHAMBERS[parsed.chamber] if parsed.chamber else "",
        series=series,
        number=str(parsed.number) if series else "",
        dated_on=parsed.answered_on or parsed.submitted_on,
        address=address,
        official=find_official_copy(parsed.id) if parsed.id else "",
    )


def _series(parsed: ParsedDocument) -> tuple[str, bool]:
    """The series in which a document is numbered, and whether it prints its year itself; "" for one without number or year."""
    inferred = next((each.value for each in parsed.inferred if each.field == "session_year"), "")
    year = parse_session_year(parsed.session_year or inferred)
    if year is None or parsed.number is None:
        return "", False
    sign = f" {_CHAMBER_SIGNS[parsed.chamber]}" if parsed.chamber else ""
    return f"Aanhangsel Handelingen{sign} {_short_year(year)}", parsed.session_year is not None


def _short_year(year: SessionYear) -> str:
    """`2023/24`; the turn of a century is written in full: `1999/2000`."""
    following = year.first + 1
    return f"{year.first}/{following if following % 100 == 0 else f'{following % 100:02}'}"


def _describe(parsed: ParsedDocument) -> str:
    reply = _describe_reply(parsed) if parsed.kind in _FROM and parsed.respondents else ""
    return "; ".join(part for part in (_describe_asked(parsed), reply) if part)


def _describe_asked(parsed: ParsedDocument) -> str:
    people = [f"{each.name} ({each.party})" if each.party else each.name for each in parsed.submitters]
    return describe_filing(people, parsed.submitted_on) if people or parsed.questions else ""


def describe_filing(people: Sequence[str], filed_on: date | None) -> str:
    """Who asked and when: `vragen van Zandstra (LZ), ingezonden 7 november 2023`; without what is not printed.

    Args:
        people: the members who ask, with their parties.
        filed_on: the day of filing; None when none is printed.
    """
    asked = f"vragen van {join_words(people)}" if people else "vragen"
    return f"{asked}, ingezonden {print_date(filed_on)}" if filed_on else asked


def _describe_reply(parsed: ParsedDocument) -> str:
    received = f", ontvangen {print_date(parsed.received_on)}" if parsed.received_on else ""
    return f"{_FROM[parsed.kind]} {join_words([_holder(each) for each in parsed.respondents])}{received}"


def _holder(holder: Respondent) -> str:
    name = f"{holder.role} {holder.name}" if holder.name else str(holder.role)
    return f"{name} ({holder.portfolio})" if holder.portfolio else name


_SPECIAL = re.compile(r"[\\{}&%$#_~^]")
_ESCAPES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def write_bibtex(citation: Citation) -> str:
    """The citation as an entry of BibTeX."""
    day = citation.dated_on
    fields = {
        "author": f"{{{_tex(citation.author)}}}" if citation.author else "",
        "title": f"{{{_tex(citation.title)}}}",
        "howpublished": _tex(citation.short),
        "year": str(day.year) if day else "",
        "month": str(day.month) if day else "",
        "note": _tex(citation.description),
        "url": _address(citation.official or citation.address),
        "language": "dutch",
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "@misc{" + citation.key + ",\n" + ",\n".join(lines) + "\n}\n"


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES.get(match[0], f"\\{match[0]}"), _one_line(text))


def _address(address: str) -> str:
    return "".join(char for char in address if char not in "{}\\")


def write_ris(citation: Citation) -> str:
    """The citation in the tagged form of RIS, its lines ended as that form wants them."""
    day = citation.dated_on
    fields = [
        ("TY", "GOVDOC"),
        ("AU", citation.author),
        ("TI", citation.title),
        ("T2", citation.series),
        ("M1", citation.number),
        ("PY", str(day.year) if day else ""),
        ("DA", day.strftime("%Y/%m/%d") if day else ""),
        ("N1", citation.description),
        ("LA", "nl"),
        ("UR", citation.official),
        ("UR", citation.address),
    ]
    lines = [f"{tag}  - {_one_line(value)}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _one_line(text: str) -> str:
    return " ".join(text.split())
