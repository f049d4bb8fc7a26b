"""References to what the two chambers publish: papers, sittings, other Aanhangsel forms, cases and documents."""

import re
from collections.abc import Iterable, Iterator

from kamervragen.cite.form import GAP, SESSION_YEAR, Form, Reference, whole
from kamervragen.dutch.dates import MONTHS
from kamervragen.dutch.joining import loose
from kamervragen.identifiers import SessionYear, appendix_id, parse_session_year
from kamervragen.model import Span
from kamervragen.terms import CitationKind

_CHAMBER = r"(?:Tweede\s{0,2}Kamer|Eerste\s{0,2}Kamer|II|I|TK|EK)(?![\w-])"
_UPPER_HOUSE = ("I", "EK")
_NO_DATE = rf"(?!\d|\s{{0,2}}(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b)"  # "nr. 1031, 5 november 2024"

# A dossier: "29 383", "36 410 XIV", "21 501-02", "35 925-A", "34 300 B", "35570XVI".
_CHAPTER = r"(?:-\d{2}|[\s-]?(?:[IVX]{1,6}[AB]?|[A-H]))(?![\w-]*[a-z])"
_DOSSIER = rf"\d{{2}}[\s.]?\d{{3}}(?:{_CHAPTER})?(?:\s?\(R\s?\d{{3,4}}\))?(?!\d)"
_SPACED_DOSSIER = rf"\d{{2}}(?:[\s.]\d{{3}}(?:{_CHAPTER})?|\d{{3}}-\d{{2}})(?:\s?\(R\s?\d{{3,4}}\))?(?!\d)"
_NUMBER = rf"(?:\d{{1,5}}{_NO_DATE}|[A-Z]{{1,3}}(?![\w-]))"
_PAGES = r"(?:[\s,]{0,4}(?:p|pp|blz|pag)\.?\s?\d{1,5}(?:\s?[-–]\s?\d{1,5})?)?"
_ANOTHER = rf"(?:\d{{1,5}}(?!\w|\s\d{{3}}){_NO_DATE}|[A-Z]{{1,3}}(?=[,;.)]))"
_AND = r"(?:[,;]\s{0,2}(?:en\s{1,2})?|\s{1,2}(?:en|t/m)\s{1,2})(?:nrs?\.?\s{0,2})?"
_NUMBERS = rf"(?:nrs?|no|nummers?)\b\.?\s{{0,3}}(?P<numbers>{_NUMBER}{_PAGES}(?:{_AND}{_ANOTHER}{_PAGES}){{0,20}})"
_SINGLE = rf"-(?P<joined>\d{{1,4}})(?![\w-])|,\s{{0,2}}(?P<bare>\d{{1,4}}{_NO_DATE}|[A-Z]{{1,2}})(?![\w-]|\.\d|\s\d{{3}})"

PAPER = re.compile(
    rf"""
    (?: (?<![\w-]) | (?<=\n\d) | (?<=\n\d\d) )                       # the number of a note is glued to what it says
    (?: (?P<lead>{loose("Kamerstuk")}(?:-?\s?{loose("ken")})?(?:nummer|dossier)?){GAP} )?
    (?: (?P<chamber>{_CHAMBER}){GAP} )?
    (?: (?:{loose("vergaderjaar")}\s{{0,2}})?(?P<year>{SESSION_YEAR}){GAP} )?
    (?P<dossier>{_DOSSIER})
    (?P<others>(?:\s?[,/]\s?{_DOSSIER}(?=[\s,/]{{1,3}}(?:{_DOSSIER}|nr))){{0,5}})   # a paper of several dossiers
    (?: {GAP}{_NUMBERS} | {_SINGLE} )?
    """,
    re.X,
)
_ONE_NUMBER = re.compile(
    r"(?<![\w-])(?<!\d\.)(?:(?:p|pp|blz|pag)\.?\s?\d+(?:\s?[-–]\s?\d+)?|(?P<number>\d{1,5}|[A-Z]{1,3}))(?!\w)"
)
_SHOWN_SPACED = re.compile(_SPACED_DOSSIER)


def _papers(match: re.Match[str]) -> Iterator[Reference]:
    """The papers of a match; without "Kamerstuk" or chamber and year only a dossier with a space and "nr." is one."""
    has_lead = bool(match["lead"] or (match["chamber"] and (match["year"] or match["bare"])))
    number = match["numbers"] or match["joined"] or match["bare"]
    is_bare = bool(match["numbers"] and _SHOWN_SPACED.fullmatch(match["dossier"]))
    is_volume = bool(match["bare"]) and not match["year"] and not match["chamber"]
    if not (has_lead or is_bare) or is_volume or (match["year"] and not number):
        return
    dossier = _dossier_id(match["dossier"])
    if number is None:
        yield Reference(Span(match.start(), match.end("others") if match["others"] else match.end("dossier")), f"kst-{dossier}")
        return
    yield from _numbered(match, f"kst-{dossier}", match["joined"] or match["bare"])


def _numbered(match: re.Match[str], dossier: str, single: str | None) -> Iterator[Reference]:
    """The first paper with all characters before it, each further one with those of its number."""
    if single:
        yield from whole(match, f"{dossier}-{single}")
        return
    numbers = [each for each in _ONE_NUMBER.finditer(match.string, *match.span("numbers")) if each["number"]]
    for each in numbers:
        start = match.start() if each is numbers[0] else each.start()
        yield Reference(Span(start, each.end()), f"{dossier}-{each['number']}")


def _dossier_id(printed: str) -> str:
    """The part of an identifier that a printed dossier is: "36 410 XIV" → `36410-XIV`, "21 501-02" → `21501-02`."""
    plain = re.sub(r"\s?\(R.*", "", printed)
    digits = re.sub(r"\D", "", plain[:6])[:5]
    rest = re.sub(r"[\s.]", "", plain)[5:].strip("-")
    return f"{digits}-{rest}" if rest else digits


PROCEEDINGS = re.compile(
    rf"""
    (?P<appendix>{loose("Aanhangsel")}s?\s{{0,3}}(?:van\s{{0,2}}de\s{{0,2}})?)?
    {loose("Handelingen")} {GAP} (?:(?P<chamber>{_CHAMBER}){GAP})?
    (?:{loose("vergaderjaar")}\s{{0,2}})?(?P<year>{SESSION_YEAR}) {GAP}
    nr\.?\s{{0,2}}(?P<number>\d{{1,3}})(?!\d)
    (?:{GAP}(?:item|nr\.?)\s{{0,2}}(?P<item>\d{{1,2}})(?!\d))? {_PAGES}
    """,
    re.X,
)


def _sittings(match: re.Match[str]) -> Iterable[Reference]:
    year = _year(match["year"])
    if match["appendix"]:
        return ()
    if year is None or match["chamber"] is None:
        return whole(match, None)
    chamber = "ek" if _is_upper(match["chamber"]) else "tk"
    parts = ("h", chamber, year.compact, match["number"], match["item"])
    return whole(match, "-".join(part for part in parts if part))


# Forms of Aanhangsel references that headings do not print, beside those of `find.APPENDIX`.
OTHER_APPENDIX = re.compile(
    rf"""
    Kamervragen\s{{0,2}}\(Aanhangsel\)\s{{0,2}} (?P<kamervragen>{SESSION_YEAR}) {GAP} nr\.?\s? (?P<n1>\d{{1,5}}) (?!\d)
    | (?:Tweede\s{{0,2}}Kamer|Handelingen\s{{0,2}}(?:II|I)) {GAP}           # "Handelingen II 2023/24, Aanhangsel"
      (?:{loose("vergaderjaar")}\s{{0,2}})? (?P<sitting>{SESSION_YEAR}) {GAP}
      {loose("Aanhangsel")} \s{{0,2}} (?:van\s{{0,2}}de\s{{0,2}}{loose("Handelingen")})? {GAP} nr\.?\s? (?P<n2>\d{{1,5}}) (?!\d)
    | (?<![\w/-]) ah-(?P<chamber>tk|ek)-                                    # "ah-tk-2017–2018, nr.2509"
      (?P<literal>(?:19|20)\d{{2}}\s?[-–]?\s?(?:19|20)\d{{2}}) \s?[-–,]\s? (?:nr\.?\s?)? (?P<n3>\d{{1,5}}) (?![\w-])
    """,
    re.X,
)
_AT_A_FOOT = re.compile(r"\s{0,4}(?:ISSN|.{0,3}s-Gravenhage|Tweede\s?Kamer,|Eerste\s?Kamer,|$)")
_ALONE = re.compile(r"[^\S\n]*(?:\n|$)")


def _other_appendices(match: re.Match[str]) -> Iterable[Reference]:
    printed = match["kamervragen"] or match["sitting"] or match["literal"]
    if match["literal"] and _is_own(match):
        return ()
    year = _year(re.sub(r"^(\d{4})\s?(\d{4})$", r"\1-\2", printed))
    number = int(match["n1"] or match["n2"] or match["n3"])
    return whole(match, appendix_id(year, number, match["chamber"] or "tk") if year else None)


def _is_own(match: re.Match[str]) -> bool:
    """Whether an identifier stands where a document prints its own: at a page's foot, or alone on its line."""
    return _AT_A_FOOT.match(match.string, match.end()) is not None or _is_alone(match)


def _is_alone(match: re.Match[str]) -> bool:
    """Whether a number stands alone on its line, as the document's own does at its head."""
    before = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    return before.strip(" \t#*") == "" and _ALONE.match(match.string, match.end()) is not None


# A case or a document of the chamber; at the beginning of a note its number is glued to it: "42024D27196".
CASE = re.compile(r"(?:(?<![\w/=-])|(?<=\n\d))(?P<number>(?:19|20)\d{2}\s?[Zz]\s?\d{5})(?!\w)")
DOCUMENT = re.compile(r"(?:(?<![\w/=-])|(?<=\n\d)|(?<=\d/))(?P<number>(?:19|20)\d{2}D\d{5})(?!\w)")


def _numbers_of_chamber(match: re.Match[str]) -> Iterable[Reference]:
    return () if _is_alone(match) else whole(match, re.sub(r"\s", "", match["number"]).upper())


def _year(printed: str) -> SessionYear | None:
    return parse_session_year(re.sub(r"\s", "", printed))


def _is_upper(chamber: str) -> bool:
    return chamber in _UPPER_HOUSE or chamber.startswith("Eerste")


FORMS = (
    Form(kind=CitationKind.APPENDIX, pattern=OTHER_APPENDIX, references=_other_appendices),
    Form(kind=CitationKind.PROCEEDINGS, pattern=PROCEEDINGS, references=_sittings),
    Form(kind=CitationKind.PAPER, pattern=PAPER, references=_papers, holds=(re.compile(r"\d\d[\s.]?\d{3}"),)),
    Form(kind=CitationKind.CASE, pattern=CASE, references=_numbers_of_chamber, holds=(re.compile(r"[Zz]\s?\d{5}"),)),
    Form(kind=CitationKind.DOCUMENT, pattern=DOCUMENT, references=_numbers_of_chamber, holds=(re.compile(r"D\d{5}"),)),
)
