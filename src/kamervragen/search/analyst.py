"""The keys of words: of which words a word is a form, and which words it contains."""

from collections.abc import Iterable, Iterator
from typing import Final

from kamervragen.search.compounds import Part, Splitter
from kamervragen.search.words import Dictionary

MAX_PARTS: Final = 5  # of longer compounds only the parts themselves are keys


class Analyst:
    """Finds the keys of words of an index.

    Args:
        dictionary: what is known of words.
    """

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._splitter = Splitter(dictionary)

    def keys(self, term: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The keys of which a word is a form, at least one, and those of the words that it contains."""
        if not term.isalpha():
            return (term,), ()
        parts = self._splitter.split(term)
        forms = (*self._dictionary.keys(term), *(self._keys_of_compound(parts) if parts else ()))
        own = dict.fromkeys(forms or (*self._dictionary.guess(term), term))
        contained = dict.fromkeys(_contained(parts))
        return tuple(own), tuple(key for key in contained if key not in own)

    def _keys_of_compound(self, parts: tuple[Part, ...]) -> Iterator[str]:
        """A compound is a form of what its last part is a form of, with or without the letters that link the parts."""
        *fronts, last = parts
        for front in (_joined(fronts), "".join(part.text for part in fronts)):
            yield from (front + key for key in self._dictionary.keys(last.text) or (last.key,))


def _contained(parts: tuple[Part, ...]) -> Iterator[str]:
    """Each part, and each row of parts that is a compound too: `woning`, `bouw`, `woningbouw`, `bouwbeleid`, …"""
    longest = len(parts) - 1 if len(parts) <= MAX_PARTS else 1
    for n_parts in range(1, longest + 1):
        for start in range(len(parts) - n_parts + 1):
            row = parts[start : start + n_parts]
            if row[-1].key:
                yield _joined(row)


def _joined(parts: Iterable[Part]) -> str:
    return "".join(part.key or part.text for part in parts)
