"""References to law: articles, gazettes, rulings, regulations in the national database, European acts."""

import re
from collections.abc import Iterable

from kamervragen.cite.form import GAP, Form, Reference, whole
from kamervragen.dutch.dates import MONTHS
from kamervragen.dutch.joining import loose
from kamervragen.folding import fold
from kamervragen.terms import CitationKind

# Regulations with the number that was read for them ("" for none), by every name that texts print, folded to small letters.
# Source: wetten.overheid.nl, as public bibliographies and laws in markdown link it.
_NUMBERS = {
    "grondwet": "BWBR0001840",
    "gw": "BWBR0001840",
    "algemene wet bestuursrecht": "BWBR0005537",
    "awb": "BWBR0005537",
    "wetboek van strafrecht": "BWBR0001854",
    "sr": "BWBR0001854",
    "wetboek van strafvordering": "BWBR0001903",
    "sv": "BWBR0001903",
    "wetboek van burgerlijke rechtsvordering": "BWBR0001827",
    "wet op de rechterlijke organisatie": "BWBR0001830",
    "wet politiegegevens": "BWBR0022463",
    "wpg": "BWBR0022463",
    "politiewet 2012": "BWBR0031788",
    "penitentiaire beginselenwet": "BWBR0009709",
    "pbw": "BWBR0009709",
    "postwet 2009": "BWBR0025572",
    "wet op de identificatieplicht": "BWBR0006297",
    "wet op de rechtsbijstand": "BWBR0006368",
    "ambtenarenwet 2017": "BWBR0001947",
    "wet openbaarheid van bestuur": "BWBR0005252",
    "wob": "BWBR0005252",
    "wet bescherming persoonsgegevens": "BWBR0011468",
    "wbp": "BWBR0011468",
    "europees verdrag tot bescherming van de rechten van de mens en de fundamentele vrijheden": "BWBV0001000",
    "europees verdrag voor de rechten van de mens": "BWBV0001000",
    "evrm": "BWBV0001000",
    "internationaal verdrag inzake economische, sociale en culturele rechten": "",
    "handvest van de grondrechten van de europese unie": "",
    "internationaal verdrag inzake burgerrechten en politieke rechten": "BWBV0001017",
    "ivbpr": "BWBV0001017",
}
_BY_FOLDED_NAME = {fold(name): number for name, number in _NUMBERS.items()}
_LONGEST_FIRST = sorted(_NUMBERS, key=len, reverse=True)


_SPACE = r"\s{0,3}"


def _spelled(name: str) -> str:
    """A pattern for a name whatever its capitals, with any white space between its words and line ends inside them."""
    if " " not in name and len(name) <= 5:
        return rf"(?:{re.escape(name.capitalize())}|{re.escape(name.upper())})"  # an abbreviation: "Awb", "EVRM"
    return f"(?i:{_SPACE.join(loose(word) for word in name.split())})"


_KNOWN = "|".join(_spelled(name) for name in _LONGEST_FIRST)
_STOPS = (
    "is|zijn|was|waren|wordt|worden|werd|werden|kan|kunnen|moet|moeten|mag|mogen|heeft|hebben|had|bepaalt|bepaald|staat|staan|stelt"
    "|regelt|volgt|blijkt|geldt|gelden|dat|die|dan|waarin|waarop|waarbij|waaruit|als|indien|zal|zullen|niet|ook|om|door|biedt|bieden"
    "|bevat|bevatten|luidt|vormt|maakt|maken|geeft|kent|zoals|opgenomen|ik|u|wij|in|aan|bij|uit|naar|tegen|artikel|art|schendt"
    "|verplicht|vereist|expliciet|respectievelijk|toepassen|respecteren|beschermt|verbiedt|genoemd|bedoeld|jo|juncto|hierna"
)
_WORD = rf"\s{{1,3}}(?!(?:{_STOPS})\b)(?!(?:en|of)\s{{1,3}}(?:de|het|artikel|art|{_STOPS})\b)[A-Za-zÀ-ÿ][\w’'-]{{0,40}}"
_YEAR = r"(?:\s{1,3}(?:19|20)\d{2}(?!\d))?"
_NAMED = rf"""
    (?: [A-Z][\w-]{{2,40}} (?:wet|wetboek|besluit|regeling|verordening|reglement)(?!\w) {_YEAR}        # "Gemeentewet"
      | (?:[A-Z][\w-]{{2,30}}\s{{0,3}}){{0,2}} (?:Verdrag|Handvest|Statuut)(?!\w) (?:{_WORD}){{0,14}}    # "Verdrag van Chicago"
      | (?:Algemene\s{{1,3}}wet|Wetboek|Wet|Besluit|Regeling|Reglement|Verordening)(?!\w) (?:{_WORD}){{1,8}} {_YEAR}
      | (?:WSF\s2000|Woo|AVG|VWEU|VEU|IVESCR|IVRK|BW|Wft|Vw\s2000|Vb\s2000|Wmo(?:\s2015)?|Wlz|Zvw|Wvggz|AWR|WVW\s1994)(?!\w) )
"""
_ARTICLE = r"\d{1,4}(?:[a-z]{1,2}(?![a-z]))?(?:[.:]\d{1,4}[a-z]{0,2}){0,3}(?:(?!\w)|(?=van\b|en\b))"
_ORDINAL = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende)"
_MEMBER = rf"""
    (?: [\s,]{{0,3}}(?: {_ORDINAL}(?:(?:,\s?|\s(?:en|of|tot\sen\smet)\s){_ORDINAL}){{0,4}}\s{{0,2}}lid | lid\s\d{{1,2}}
      | (?:aanhef\s(?:en|of)\s)?(?:onder(?:deel)?|sub)\s[a-z0-9]{{1,2}}(?!\w) ) ){{0,4}}
"""
_AND = r"(?:,\s?(?:en\s)?|\s{1,3}(?:en|of|t/m|tot\sen\smet|juncto|jo\.)\s{1,3})"
LAW = re.compile(
    rf"""
    (?<![A-Za-z]) (?:[Aa]rtikel(?:en)?|[Aa]rt\.)\s{{0,3}}
    (?P<article>{_ARTICLE}) (?P<members>{_MEMBER})
    (?: {_AND} (?:(?:artikel|art\.)\s{{0,2}})? {_ARTICLE} {_MEMBER} ){{0,12}}
    [\s,]{{0,3}} (?:van\s{{0,3}}(?:de|het|deze)?\s{{0,3}}(?:genoemde\s{{1,3}})?)?
    (?: (?P<known>{_KNOWN})(?![\w-]) | (?P<named>{_NAMED}) )
    """,
    re.X,
)
_FIRST_MEMBER = re.compile(rf"^[\s,]{{0,3}}(?:(?P<word>{_ORDINAL})\s{{0,2}}lid|lid\s(?P<digits>\d+))")
_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")


def _articles(match: re.Match[str]) -> Iterable[Reference]:
    """The article as an address in the national database where the law is known; the first one of several."""
    number = _BY_FOLDED_NAME[fold(match["known"])] if match["known"] else ""
    if not number:
        return whole(match, None)
    member = _FIRST_MEMBER.match(match["members"])
    address = f"jci1.31:c:{number}&artikel={match['article']}"
    if member is None:
        return whole(match, address)
    return whole(match, f"{address}&lid={member['digits'] or _ORDINALS.index(member['word']) + 1}")


_NO_MONTH = rf"(?!\d|\s{{0,2}}(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b)"
GAZETTE = re.compile(
    rf"""
    (?<![A-Za-z])(?P<name>Stb|Stcrt|Trb|Staatsblad|Staatscourant|Tractatenblad)\.?{GAP}
    (?P<year>(?:18|19|20)\d{{2}})(?:[\s,/-]{{1,3}})(?:nr\.?\s{{0,2}})?(?P<number>\d{{1,6}}){_NO_MONTH}
    """,
    re.X,
)
_SERIES = {"stb": "stb", "staatsblad": "stb", "stcrt": "stcrt", "staatscourant": "stcrt", "trb": "trb", "tractatenblad": "trb"}


def _gazettes(match: re.Match[str]) -> Iterable[Reference]:
    return whole(match, f"{_SERIES[match['name'].lower()]}-{match['year']}-{match['number']}")


RULING = re.compile(
    r"""
    \bECLI:(?P<country>[A-Z]{2})(?:-?\s{0,2}\n\s{0,2})?            # "ECLI:NL-", then a line's end
    :(?P<court>[A-Z0-9.]{1,7}):(?P<year>\d{4}):(?P<number>[A-Z0-9.]{0,24}[A-Z0-9])
    """,
    re.X,
)


def _rulings(match: re.Match[str]) -> Iterable[Reference]:
    return whole(match, f"ECLI:{match['country']}:{match['court']}:{match['year']}:{match['number']}")


REGULATION = re.compile(
    r"""
    (?P<jci>\bjci1(?:\.\d{1,2})?:[cv]:BWB[RV]\d{7}(?:&\w{1,20}=[\w.:-]{1,60}){0,12})
    | (?:^|(?<=[^A-Z]))(?P<number>BWB[RV]\d{7}|CVDR\d{1,7})(?!\d)
    """,
    re.X,
)


def _regulations(match: re.Match[str]) -> Iterable[Reference]:
    return whole(match, match["jci"] or match["number"])


EUROPEAN = re.compile(
    r"""
    (?:\bCELEX\b[\s:]{0,3}(?:nr\.?\s?)?)?(?<!\w)(?P<celex>[1-9](?:19|20)\d{2}(?:[A-Z]|DC|PC|SC|JC|CJ|TJ|CC|CO|XC)\d{4}(?:\(\d{2}\))?)(?!\w)
    | \b(?P<act>Richtlijn|richtlijn|Verordening|verordening|Kaderbesluit|kaderbesluit|Aanbeveling|aanbeveling)\s{1,3}
      (?:\((?P<before>EU|EG|EEG|EURATOM|EU,\sEuratom)\)\s{0,3})?(?P<nr>nr\.?\s{0,3})?
      (?P<first>\d{1,4})/(?P<second>\d{1,4})(?:/(?P<after>EU|EG|EEG|JBZ|EURATOM))?(?!\w)
    | \bCOM\s?\((?P<com>(?:19|20)\d{2})\)\s{0,3}\d{1,4}(?!\d)
    """,
    re.X,
)
_LETTERS = {"richtlijn": "L", "verordening": "R", "kaderbesluit": "F", "aanbeveling": "H"}
_FIRST_YEAR_IN_FRONT = 2015  # since then acts of all kinds are numbered "(EU) 2015/760"


def _european_acts(match: re.Match[str]) -> Iterable[Reference]:
    if match["celex"] or match["com"]:
        return whole(match, match["celex"])
    if not (match["before"] or match["after"]):
        return ()
    letter = _LETTERS[match["act"].lower()]
    year, number = match["first"], match["second"]
    if letter == "R" and (match["nr"] or _full_year(year) < _FIRST_YEAR_IN_FRONT):
        year, number = number, year
    return whole(match, f"3{_full_year(year)}{letter}{int(number):04}")


def _full_year(printed: str) -> int:
    """The year of an act: "95" is 1995."""
    return int(printed) + (1900 if len(printed) == 2 else 0)


_REGULATION_HOLDS = (re.compile("BWB"), re.compile("CVDR"))
_RULING_HOLDS = (re.compile("ECLI:"),)
_EUROPEAN_HOLDS = tuple(
    map(re.compile, (r"\d[A-Z]{1,2}\d{4}", "ichtlijn", "erordening", "aderbesluit", "anbeveling", r"COM\s?\("))
)

FORMS = (
    Form(kind=CitationKind.REGULATION, pattern=REGULATION, references=_regulations, holds=_REGULATION_HOLDS),
    Form(kind=CitationKind.RULING, pattern=RULING, references=_rulings, holds=_RULING_HOLDS),
    Form(kind=CitationKind.EUROPEAN, pattern=EUROPEAN, references=_european_acts, holds=_EUROPEAN_HOLDS),
    Form(kind=CitationKind.GAZETTE, pattern=GAZETTE, references=_gazettes),
    Form(kind=CitationKind.LAW, pattern=LAW, references=_articles),
)
