"""A query as a row of signs: words, phrases, fields, operators and parentheses; everything else only stands between them.

A pasted sentence is as good as a typed query: commas, question marks, dashes, slashes and colons that belong to no field
are not signs. Every expression reads each character once, so that the time grows with the length of the query.
"""

import re
import unicodedata
from collections.abc import Iterator

from lark import Token

from kamervragen.search.analysis import WORD, split_words
from kamervragen.search.refusals import MAX_CHARACTERS, MAX_DEPTH, MAX_WORDS, refuse

_SIGNS = re.compile(
    rf"""
    (?P<BLANK>   \s+ )
    | (?P<PHRASE>  "[^"]*" | [“„][^“”„"]*[”“] )                          # "van rechtswege"
    | (?P<AND>     (?:AND|EN)(?![^\s()"]) )                              # whole words in capitals
    | (?P<OR>      (?:OR|OF)(?![^\s()"]) )
    | (?P<NOT>     (?:NOT|NIET)(?![^\s()"]) | (?<![^\s(])-(?=[\w"(]) )   # -woord: the minus before a word, with none before it
    | (?P<FILTER>  (?<![^\s(\-])[^\W\d_]+:(?![/\\:])(?:"[^"]*"|[^\s"()]+) )  # ministerie:Defensie; not https://…
    | (?P<PREFIX>  {WORD}\* )                                             # verkiez*
    | (?P<WORD>    {WORD} )                                               # woning, EU-richtlijn, zzp'er
    | (?P<DOTS>    \([^\w\s"()]+\) )                                   # (…): what a quotation leaves out
    | (?P<OPEN>    \( )
    | (?P<CLOSE>   \) )
    | (?P<QUOTE>   " )                                                   # one that no other closes
    | (?P<OTHER>   . )
    """,
    re.X | re.S,
)
_WITH_WORDS = frozenset({"PHRASE", "PREFIX", "WORD"})
_SIGNIFICANT = frozenset(_SIGNS.groupindex) - {"BLANK", "DOTS", "OTHER"}
_LAYOUT = "\t\n\r\v\f"
_REPLACEMENT = "\ufffd"  # what a broken character became on its way here


def scan(query: str) -> list[Token]:
    """The signs of a query, each with its place in it.

    Raises:
        QueryError: it is longer than we take, or has characters that are no text, or a quotation mark that is not closed.
    """
    if len(query) > MAX_CHARACTERS:
        raise refuse("too_long")
    place = find_unreadable(query)
    if place is not None:
        raise refuse("bad_characters", place=place)
    signs = list(_find_signs(query))
    _check_size(signs)
    if not signs and query.strip():
        raise refuse("no_words")
    return signs


def tidy(query: str) -> str:
    """A query as `scan` expects it: letters with their accents as one character, as in the index."""
    return unicodedata.normalize("NFC", query)


def find_unreadable(text: str) -> int | None:
    """The place of the first half of a character, control character or mark of a broken one; None where all is text."""
    for place, char in enumerate(text):
        is_text = char != _REPLACEMENT and unicodedata.category(char) not in {"Cc", "Cs"}
        if not is_text and char not in _LAYOUT:
            return place
    return None


def _find_signs(query: str) -> Iterator[Token]:
    for match in _SIGNS.finditer(query):
        kind = match.lastgroup or ""
        if kind == "QUOTE":
            raise refuse("unclosed_quote", place=match.start(), printed=match[0])
        if kind in _SIGNIFICANT and not _is_wordless(kind, match[0]):
            yield Token(kind, match[0], start_pos=match.start())


def _is_wordless(kind: str, printed: str) -> bool:
    """Whether it looks like a word and the index can have none such: a string of hundreds of letters."""
    return kind in {"WORD", "PREFIX"} and not split_words(printed)


def _check_size(signs: list[Token]) -> None:
    if sum(len(split_words(sign)) for sign in signs if sign.type in _WITH_WORDS) > MAX_WORDS:
        raise refuse("too_many_words")
    depth = 0
    for sign in signs:
        depth += (sign.type == "OPEN") - (sign.type == "CLOSE")
        if depth > MAX_DEPTH:
            raise refuse("too_deep", place=sign.start_pos, printed=sign)
