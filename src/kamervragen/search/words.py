"""Dutch words: the form under which a dictionary has a word."""

from collections.abc import Mapping
from functools import lru_cache

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from kamervragen.search.analysis import split_words


def fold_word(printed: str) -> str:
    """A printed word as one word of the index: `financiële` → `financiele`, `zzp'er` → `zzper`."""
    return printed if printed.isascii() and printed.isalnum() and printed.islower() else "".join(split_words(printed))


class Dictionary:
    """The dictionary of simplemma, asked with words as the index has them."""

    def __init__(self, printed: Mapping[str, str]) -> None:
        self._printed = printed
        self._folded = {fold_word(form): lemma for form, lemma in printed.items() if fold_word(form) != form}

    def lemma(self, form: str) -> str | None:
        """The form under which the dictionary has a word; None when it has not."""
        lemma = self._printed.get(form) or self._folded.get(form)
        return fold_word(lemma) if lemma else None

    def forms(self) -> dict[str, list[str]]:
        """Every lemma with its forms."""
        forms: dict[str, list[str]] = {}
        for form, lemma in self._printed.items():
            forms.setdefault(fold_word(lemma), []).append(fold_word(form))
        return forms


@lru_cache(maxsize=1)
def load_dictionary() -> Dictionary:
    """The dictionary; the first call takes about a second."""
    return Dictionary(DefaultDictionaryFactory().get_dictionary("nl"))
