"""What of a text the query asked for: the places of its words, in whatever form, of its beginnings and of its phrases."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kamervragen.search.analysis import SEAM, SIGNS, Places, Token, split_words, tokenize
from kamervragen.search.keying import all_keys_of, join_terms
from kamervragen.search.leaves import find_keys
from kamervragen.search.tree import Leaf, Prefix, Word


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that was asked for.

    Args:
        start: its first character.
        end: the character after its last.
        leaf: which of the things that were asked for it is, by number.
        weight: how well it shows why the text was found: a phrase more than a word, and a word more than another form.
    """

    start: int
    end: int
    leaf: int
    weight: float


EXACT, OTHER_FORM, RELATED = 1.0, 0.6, 0.3

MAX_LOOKED_UP: Final = 16  # keys; for more it takes less time to find the keys of the words of a page of hits

_Found = tuple[int, float]
"""The number of a leaf, and how well a word answers to it."""


class Marker:
    """Finds what a query asked for.

    Args:
        asked: the leaves of the query.
        with_parts: whether what has only a part of a compound that was asked for is marked too.
        words: the words of an index that have a key, None for a key that too many have. Only for the own texts of the items of
            that index: it takes less time than to find the keys of all their words.
    """

    def __init__(
        self,
        asked: Sequence[Leaf],
        *,
        with_parts: bool = False,
        words: Callable[[str], Collection[str] | None] | None = None,
    ) -> None:
        self._beginnings = {leaf.terms[-1]: number for number, leaf in enumerate(asked) if isinstance(leaf, Prefix)}
        self._phrases: dict[str, list[tuple[list[str], int]]] = {}  # by their first word
        for number, leaf in enumerate(asked):
            if not isinstance(leaf, Prefix):
                self._phrases.setdefault(leaf.terms[0], []).append((list(leaf.terms), number))
        self._keys = _find_asked_keys(asked, with_parts=with_parts)
        self._known: dict[str, _Found | None] = {}  # texts have the same words over and over
        self._marked = set(self._phrases)  # words of which a mark may begin
        self._is_complete = words is not None and len(self._keys) <= MAX_LOOKED_UP and self._look_up(words)

    def _look_up(self, words: Callable[[str], Collection[str] | None]) -> bool:
        """Whether all words with the keys are known from here on."""
        for key, found in sorted(self._keys.items(), key=lambda each: _by_weight(each[1]), reverse=True):
            having = words(key)
            if having is None:
                return False
            self._known.update(dict.fromkeys(having, found))  # the best come last
            self._marked.update(having)
        return True

    def find(self, text: str) -> list[Mark]:
        """The marks of a text, in their order; they may overlap."""
        words = split_words(text)
        self._learn(words)
        marked = self._marked
        places = [place for place, word in enumerate(words) if word in marked]
        is_divided = bool(self._keys) and bool(SEAM.search(text))
        if not places and not is_divided:
            return []
        tokens = Places(text)
        marks = [*self._find_phrases(words, places, tokens), *self._find_words(words, places, tokens)]
        if is_divided:
            marks += [
                Mark(token.start, token.end, *found)
                for token in _join(tokenize(text), text)
                if (found := self._find_word(token.text))
            ]
        return sorted(marks, key=lambda mark: (mark.start, -mark.end))

    def _learn(self, words: Sequence[str]) -> None:
        """Find out which words of a text answer to a key or a beginning; after it all of them are known."""
        if not self._is_complete or self._beginnings:
            for word in set(words) - self._known.keys():
                self._keep(word, self._compare(word))

    def _keep(self, word: str, found: _Found | None) -> None:
        self._known[word] = found
        if found:
            self._marked.add(word)

    def _find_phrases(self, words: Sequence[str], places: Sequence[int], tokens: Places) -> Iterator[Mark]:
        for place in places:
            for terms, number in self._phrases.get(words[place], ()):
                last = place + len(terms) - 1
                if words[place : last + 1] == terms:
                    yield Mark(tokens.start(place), tokens.end(last), number, EXACT * len(terms))

    def _find_words(self, words: Sequence[str], places: Sequence[int], tokens: Places) -> Iterator[Mark]:
        for place in places:
            if found := self._known.get(words[place]):
                yield Mark(tokens.start(place), tokens.end(place), *found)

    def is_in(self, text: str) -> bool:
        """Whether a text has anything that was asked for by words and beginnings."""
        return any(self._find_word(term) for term in split_words(text))

    def find_leaves(self, text: str) -> set[int]:
        """The numbers of the words and beginnings that were asked for and that a text has, without their places."""
        return {found[0] for term in set(split_words(text)) if (found := self._find_word(term))}

    def _find_word(self, term: str) -> _Found | None:
        """The number of the leaf that a word of a text answers to, and how well; None when to none."""
        if term not in self._known:
            self._keep(term, self._compare(term))
        return self._known[term]

    def _compare(self, term: str) -> _Found | None:
        keys = frozenset() if self._is_complete or not self._keys else all_keys_of(term)
        if not keys.isdisjoint(self._keys):
            return min((self._keys[key] for key in keys if key in self._keys), key=_by_weight)
        if not term.startswith(tuple(self._beginnings)):
            return None
        return next(((number, EXACT) for start, number in self._beginnings.items() if term.startswith(start)), None)


def _by_weight(found: _Found) -> tuple[float, int]:
    """What puts the best first, and of equals the first leaf."""
    number, weight = found
    return (-weight, number)


def _find_asked_keys(asked: Sequence[Leaf], *, with_parts: bool) -> dict[str, _Found]:
    """The keys by which the words of a query are found, each with the leaf it is of."""
    words = [(number, find_keys(leaf.terms)) for number, leaf in enumerate(asked) if isinstance(leaf, Word)]
    own = {key: (number, OTHER_FORM) for number, (whole, pieces) in words for keys in whole + pieces for key in keys.own}
    parts = {key: (number, RELATED) for number, (whole, _) in words for keys in whole for key in keys.parts}
    return {**parts, **own} if with_parts else own


def _join(tokens: Sequence[Token], text: str) -> Iterator[Token]:
    """The words that signs divide, each as one word."""
    row: list[Token] = []
    for token in tokens:
        if row and not (token.start == row[-1].end + 1 and text[row[-1].end] in SIGNS):
            if len(row) > 1:
                yield from _joined(row)
            row = []
        row.append(token)
    yield from _joined(row)


def _joined(row: Sequence[Token]) -> Iterator[Token]:
    joined = join_terms([token.text for token in row])
    if joined:
        yield Token(joined, row[0].start, row[-1].end)
