"""The words of a pasted text by which earlier questions are found: str → Words, the most telling first.

A text may hold many questions. Each of them has its say: words are taken from all of them in turn, the rarest of each first,
until there are enough.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from typing import Final

from kamervragen.dutch.joining import join_lines
from kamervragen.search.analysis import WORD, split_words
from kamervragen.search.function_words import FUNCTION_WORDS
from kamervragen.search.keying import Keys
from kamervragen.search.leaves import Leaves, find_keys
from kamervragen.search.refusals import MAX_TEXT, refuse
from kamervragen.search.scanning import find_unreadable, tidy
from kamervragen.search.schema import EXCHANGE, ROOTS
from kamervragen.search.tree import Word

MIN_WORDS: Final = 2
MAX_TELLING: Final = 24  # the twelve rarest of one question find as much as all; the rest is for texts of several

_WORD: Final = re.compile(WORD)
_PART: Final = re.compile(
    r"""
    (?<=[?]) \s+                                # after a question
    | \n \s* \n                                # an empty line
    | \n (?= \s* (?: \d{1,3} | vraag ) \b )    # a line that begins with a number, or with "Vraag"
    """,
    re.X | re.I,
)


def read_text(text: str) -> tuple[str, ...]:
    """The parts of a pasted text, each a question or what stands between two of them, with its lines joined.

    Raises:
        QueryError: there is nothing to compare with (`no_text`, `one_word`, `no_telling_word`), or more than we take
            (`text_too_long`), or it has characters that are no text (`bad_text`).
    """
    if len(text) > MAX_TEXT:
        raise refuse("text_too_long")
    place = find_unreadable(text)
    if place is not None:
        raise refuse("bad_text", place=place)
    words = [split_words(match[0]) for match in _WORD.finditer(text)]
    if len(words) < MIN_WORDS:
        raise refuse("one_word" if words else "no_text")
    if FUNCTION_WORDS.issuperset(term for terms in words for term in terms):
        raise refuse("no_telling_word")
    return tuple(joined for part in _PART.split(tidy(text)) if (joined := join_lines(part)))


def choose_words(parts: Sequence[str], leaves: Leaves) -> tuple[Word, ...]:
    """The words by which the parts of a text are looked for, at most `MAX_TELLING`; none of which the index has nothing."""
    rows = [sorted(_known(part, leaves), key=lambda pair: pair[0]) for part in parts]
    in_turn = chain.from_iterable(zip_longest(*rows))
    each_once = {word.terms: (n_items, word) for pair in in_turn if pair for n_items, word in [pair]}
    chosen = list(each_once.values())[:MAX_TELLING]
    return tuple(word for _, word in sorted(chosen, key=lambda pair: pair[0]))


def count_items(terms: Sequence[str], leaves: Leaves) -> int:
    """In how many items a word stands, in whatever form; of one that stands in none, its rarest part or root."""
    whole, pieces = find_keys(terms)
    own = sum(leaves.n_items(EXCHANGE, key) for keys in whole for key in keys.own)
    if own:
        return own
    rest = (n for keys in whole + pieces for n in _related(keys, leaves))
    return min(filter(None, rest), default=0)


def _related(keys: Keys, leaves: Leaves) -> Iterator[int]:
    yield from (leaves.n_items(EXCHANGE, key) for key in (*keys.own, *keys.parts))
    yield from (leaves.n_items(ROOTS, root) for root in keys.roots)


def _known(part: str, leaves: Leaves) -> Iterator[tuple[int, Word]]:
    """The words of a part that say something and of which the index has anything, each with the number of items that have it."""
    for match in _WORD.finditer(part):
        terms = tuple(split_words(match[0]))
        if terms and not FUNCTION_WORDS.issuperset(terms):
            n_items = count_items(terms, leaves)
            if n_items:
                yield n_items, Word(printed=match[0], place=match.start(), terms=terms)
