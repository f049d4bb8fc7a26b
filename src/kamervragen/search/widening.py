"""Under which other words of the index a word is found: its forms and the compounds it is part of, read from the index itself."""

from collections.abc import Iterable, Iterator
from itertools import islice

import tantivy

from kamervragen.search.keying import COMPOUND, FORM, JOINT, Keys
from kamervragen.search.schema import FORMS, TEXT


def find_forms(searcher: tantivy.Searcher, keys: Keys, limit: int) -> tuple[str, ...]:
    """The words of the index that have the keys of a word: first its forms, then compounds, the commonest of each first.

    Args:
        searcher: the index.
        keys: of the word.
        limit: how many words.
    """
    return tuple(islice(dict.fromkeys(_forms(searcher, keys.own, limit)), limit))


def _forms(searcher: tantivy.Searcher, keys: Iterable[str], limit: int) -> Iterator[str]:
    every = list(keys)
    yield from (key for key in every if searcher.doc_freq(TEXT, key))
    for prefix in (key + sign for sign in (FORM, COMPOUND) for key in every):
        for found, _ in searcher.terms_with_prefix(FORMS, prefix, limit=limit):
            yield found.removeprefix(prefix).replace(JOINT, " ")
