"""Under which other words of the index a word is found: its forms and the compounds it is part of, read from the index itself."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

import tantivy

from kamervragen.search.keying import COMPOUND, FORM, JOINT, Keys, all_keys_of
from kamervragen.search.schema import FORMS, TEXT

MAX_WORDS: Final = 4_000  # with one key: of so many it takes less time to find the keys of the words of a few texts


class Forms:
    """What one moment of an index holds of the words of one query; each key is read once.

    Args:
        searcher: the index.
        max_words: so many are read of each key.
    """

    def __init__(self, searcher: tantivy.Searcher, max_words: int = MAX_WORDS) -> None:
        self._searcher = searcher
        self._max_words = max_words
        self._read: dict[str, list[str]] = {}

    def find(self, keys: Keys, limit: int) -> tuple[str, ...]:
        """The words of the index that have the keys of a word: first its forms, then compounds, the commonest of each first.

        Args:
            keys: of the word.
            limit: how many words.
        """
        return tuple(islice(dict.fromkeys(self._forms(keys.own)), limit))

    def words(self, key: str) -> set[str] | None:
        """All words of the texts of the index that have a key, signs within them left out; None when they are very many."""
        forms, compounds = (self._begin(key + sign) for sign in (FORM, COMPOUND))
        if max(len(forms), len(compounds)) >= self._max_words:
            return None
        own = [key] if key in all_keys_of(key) else []
        return set(" ".join((*forms, *compounds, *own)).replace(JOINT, "").split())

    def _forms(self, keys: Iterable[str]) -> Iterator[str]:
        every = list(keys)
        yield from (key for key in every if self._searcher.doc_freq(TEXT, key))
        for prefix in (key + sign for sign in (FORM, COMPOUND) for key in every):
            yield from (printed.replace(JOINT, " ") for printed in self._begin(prefix))

    def _begin(self, prefix: str) -> list[str]:
        """What stands behind a key and a sign, the commonest first."""
        if prefix not in self._read:
            found = self._searcher.terms_with_prefix(FORMS, prefix, limit=self._max_words)
            self._read[prefix] = [term[len(prefix) :] for term, _ in found]
        return self._read[prefix]
