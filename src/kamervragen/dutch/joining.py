"""Printed lines joined into the sentence a reader sees. The only place that closes hyphens."""

import re

# A hyphen at a line's end that the typesetter put there: a small letter before it and after the break.
_NO_COMPOUND = r"(?!(?:en|of|dan|tot|als|respectievelijk|c\.q\.)\b)"  # "wet- en regelgeving" keeps its hyphen
_SOFT_HYPHEN = re.compile(
    rf"""
    (?<=[a-zà-ÿ])
    (?: [-\u00ad] \s*\n\s* {_NO_COMPOUND}       # "Handelin-\ngen"
      | -[ ] (?!en|of) {_NO_COMPOUND}            # "Handelin- gen" where lines were lost, not "zorg- enwelzijn"
      | \u00ad )
    (?=[a-zà-ÿ])
    """,
    re.X,
)
_HARD_HYPHEN = re.compile(rf"(?<=\w)-\s*\n\s*(?=[\w«]){_NO_COMPOUND}")  # "EU-\nlanden", "COVID-\n19"
_ADDRESS = re.compile(
    r"""
    https?:/ (?>[^\s«»]*)
    (?: (?<=[/\-_=?&%.]) (?>[^\S\n]*) \n (?>\s*) (?!https?:|[\s«»(]|\Z) (?>[^\s«»]*) )*  # goes on behind a sign at a line's end
    """,
    re.X,
)


def loose(word: str) -> str:
    """A pattern for a word that a line's end may have broken anywhere: "Handelin-\\ngen" is "Handelingen"."""
    return r"(?:-\s*)?".join(word)


def join_lines(printed: str) -> str:
    """One paragraph from its printed lines: line-break hyphens closed, other breaks and runs of white space one space."""
    whole = printed
    if "\n" in printed:
        whole = _HARD_HYPHEN.sub("-", _SOFT_HYPHEN.sub("", _ADDRESS.sub(_unbroken, printed)))
    elif "- " in printed:
        whole = _SOFT_HYPHEN.sub("", printed)
    return " ".join(whole.split())


def _unbroken(address: re.Match[str]) -> str:
    """A web address whole that line ends broke; its hyphens are its own."""
    return "".join(address[0].split())
