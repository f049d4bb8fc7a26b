"""Under which other words of the index a word is found: its forms and the compounds it is part of, read from the index itself."""

from collections.abc import Iterable, Iterator

from kamervragen.search.index import MAX_WORDS, Snapshot
from kamervragen.search.keying import COMPOUND, FORM, JOINT, Keys, all_keys_of
from kamervragen.search.schema import TEXT


class Forms:
    """What one moment of an index holds of words.

    Args:
        snapshot: the index.
        max_words: of so many with one key it takes less time to find the keys of the words of a few texts.
    """

    def __init__(self, snapshot: Snapshot, max_words: int = MAX_WORDS) -> None:
        self._snapshot = snapshot
        self._max_words = max_words

    def find(self, keys: Keys, limit: int) -> tuple[str, ...]:
        """The words of the index that have the keys of a word: first its forms, then compounds, the commonest of each first.

        Args:
            keys: of the word.
            limit: how many words.
        """
        found: dict[str, None] = {}
        for form in self._forms(keys.own):
            if len(found) == limit:
                break
            found[form] = None
        return tuple(found)

    def words(self, key: str) -> set[str] | None:
        """All words of the texts of the index that have a key, signs within them left out; None when they are very many."""
        forms, compounds = (self._begin(key + sign) for sign in (FORM, COMPOUND))
        if max(len(forms), len(compounds)) >= self._max_words:
            return None
        own = [key] if key in all_keys_of(key) else []
        return set(" ".join((*forms, *compounds, *own)).replace(JOINT, "").split())

    def _forms(self, keys: Iterable[str]) -> Iterator[str]:
        every = list(keys)
        yield from (key for key in every if self._snapshot.n_items(TEXT, key))
        for prefix in (key + sign for sign in (FORM, COMPOUND) for key in every):
            yield from (printed.replace(JOINT, " ") for printed in self._begin(prefix))

    def _begin(self, prefix: str) -> list[str]:
        """What stands behind a key and a sign, the commonest first."""
        return self._snapshot.words_behind(prefix).split()
