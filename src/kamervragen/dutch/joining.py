"""Printed lines joined into the sentence a reader sees. The only place that closes hyphens."""

import re

# A hyphen at a line's end that the typesetter put there: a small letter before it and after the break.
_SOFT_HYPHEN = re.compile(
    r"""
    (?<=[a-zà-ÿ]) [-\u00ad] \s*\n\s*                 # "Handelin-\n"
    (?! (?:en|of|dan|tot|als|respectievelijk|c\.q\.) \b )   # "wet- en regelgeving" keeps its hyphen
    (?=[a-zà-ÿ])
    """,
    re.X,
)
_HARD_HYPHEN = re.compile(r"(?<=\w)-\s*\n\s*(?=[\w«])(?!(?:en|of|dan|tot|als)\b)")  # "EU-\nlanden", "COVID-\n19"


def loose(word: str) -> str:
    """A pattern for a word that a line's end may have broken anywhere: "Handelin-\\ngen" is "Handelingen"."""
    return r"(?:-\s*)?".join(word)


def join_lines(printed: str) -> str:
    """One paragraph from its printed lines: line-break hyphens closed, other breaks and runs of white space one space."""
    if "\n" not in printed:
        return " ".join(printed.split())
    closed = _SOFT_HYPHEN.sub("", printed)
    closed = _HARD_HYPHEN.sub("-", closed)
    return " ".join(closed.split())
