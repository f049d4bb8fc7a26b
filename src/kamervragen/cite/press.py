"""References to what stands elsewhere: news with its day and title, and addresses on the web."""

import re
from collections.abc import Iterable

from kamervragen.cite.form import Form, Reference
from kamervragen.dutch.dates import MONTHS
from kamervragen.model import Span
from kamervragen.terms import CitationKind

_DOMAINS = r"(?:nl|com|eu|org|be|net|nu|uk|de|int|gov)"
_SIGNS = r'[^\s«»<>"]'
# A line's end inside an address: behind a sign of its own, and not before another note, a page's foot or a sentence.
_NEXT_LINE = r"(?<=[/\-_=?&%])[^\S\n]{0,9}\n[^\S\n]{0,9}(?!https?:|www\.|\d{1,2}[A-Za-z]|(?:ah|kv)-|[A-Z][a-z]*\s|[\s(])"
_ADDRESS = rf"""
    (?: (?>https?://\s{{0,2}}(?=www\.) | https?:/[ ]?/)(?>{_SIGNS}+)      # "https:// www.…" occurs
      | (?>www\.{_SIGNS}+)
      | (?<![\w@./-])(?>(?:[a-z0-9-]{{1,60}}\.){{1,4}}{_DOMAINS}/{_SIGNS}+) )
    (?: {_NEXT_LINE} (?>{_SIGNS}+) ){{0,6}}
"""
ADDRESS = re.compile(_ADDRESS, re.X)
_MONTHS = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = rf"(?:\d{{1,2}}\s{{0,2}}(?:{_MONTHS})\.?\s{{0,2}}(?:19|20)\d{{2}})"
_NO_PAPERS = (
    r"Kamer|Aanhangsel|Handelingen|Motie|Brief|Antwoord|Stb|Stcrt|Trb|Rechtbank|Hoge\sRaad|Gerechtshof|Afdeling|Eerste|Tweede|Zie"
    r"|Minister\b|Staatssecretaris|Vraag|Vragen"
)
_PAPER = rf"(?!{_NO_PAPERS})[A-Z][\w.&’'/+-]{{1,30}}(?:[ \u00a0][\w.&’'/+(-][\w.&’'/+()-]{{0,30}}){{0,7}}"
_QUOTED = r"""
    (?: «(?:[^«»]|«[^«»]{1,100}»){1,300}?»
      | ["“][^"“”]{3,250}["”]
      | [‘'][^\n]{3,200}?(?:\n[^\n]{1,200}?)?[’'](?=[\s.,(]|$) )
"""
_PLAIN = r"(?:(?!\n\s*\n|\n\d{1,3}[\s)]?[A-Z])[^«»]){15,300}?"  # a title without quotes ends where another note begins
NEWS = re.compile(
    rf"""
    (?: (?:^|(?<=\n))[^\S\n]{{0,9}}(?P<note>\d{{1,3}}[).]?[^\S\n]{{0,3}})? | (?<=[;(])\s{{0,2}} | (?<=[.?]\s\d) )
    (?P<paper>{_PAPER}) [^\S\n]{{0,2}},\s{{0,3}}
    (?: {_DAY} [\s.,:;]{{1,4}} (?P<title>{_QUOTED}) (?:[\s.,:;(]{{0,6}}(?P<titled>{_ADDRESS}))?     # Krant, dag, «titel» (adres)
      | (?P<first>{_QUOTED}) [\s.,]{{1,4}} {_DAY} (?:[\s.,:;(]{{0,6}}(?P<dated>{_ADDRESS}))?         # Krant, «titel», dag (adres)
      | {_DAY} [\s.,:;(]{{0,6}} (?P<bare>{_ADDRESS})                                                # Krant, dag (adres)
      | {_DAY} [,.] \s{{1,2}}                                                                       # Krant, dag, titel (adres)
        (?: {_PLAIN}[\s(,]{{1,3}}(?P<late>{_ADDRESS}) | (?P<rest>[^\n«»]{{15,200}}) ) )
    """,
    re.X,
)


def _news(match: re.Match[str]) -> Iterable[Reference]:
    """The article, by its address; a title without quotes and address counts only behind the number of a note."""
    address = match["titled"] or match["dated"] or match["bare"] or match["late"]
    if match["rest"] and match["note"] is None:
        return ()
    end = match.end() - len(address) + len(clean(address)) if address else match.end()
    return (Reference(Span(match.start("paper"), end), clean_target(address) if address else None),)


_CLOSING = ".,;:»’'\""


def clean(printed: str) -> str:
    """An address as printed, without the signs of the sentence that it stands in."""
    while printed and (printed[-1] in _CLOSING or (printed[-1] == ")" and printed.count(")") > printed.count("("))):
        printed = printed[:-1]
    return printed


def clean_target(printed: str) -> str:
    """An address whole: without the sentence's signs, and without the line ends in it; `https://` before one that has none."""
    address = "".join(clean(printed).split())
    return address if address.startswith("http") else f"https://{address}"


def _addresses(match: re.Match[str]) -> Iterable[Reference]:
    printed = clean(match[0])
    return (Reference(Span(match.start(), match.start() + len(printed)), clean_target(printed)),)


_ADDRESS_HOLDS = (re.compile("http"), re.compile(r"www\."), re.compile(rf"\.{_DOMAINS}/"))

FORMS = (
    Form(kind=CitationKind.NEWS, pattern=NEWS, references=_news),
    Form(kind=CitationKind.ADDRESS, pattern=ADDRESS, references=_addresses, holds=_ADDRESS_HOLDS),
)
