"""What of a text the query asked for: the places of its words, in whatever form, of its beginnings and of its phrases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kamervragen.search.analysis import SEAM, SIGNS, Token, split_words, tokenize
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


class Marker:
    """Finds what a query asked for.

    Args:
        asked: the leaves of the query.
        with_parts: whether what has only a part of a compound that was asked for is marked too.
    """

    def __init__(self, asked: Sequence[Leaf], *, with_parts: bool = False) -> None:
        self._phrases = [(leaf.terms, number) for number, leaf in enumerate(asked) if not isinstance(leaf, Prefix)]
        self._beginnings = {leaf.terms[-1]: number for number, leaf in enumerate(asked) if isinstance(leaf, Prefix)}
        words = [(number, find_keys(leaf.terms)) for number, leaf in enumerate(asked) if isinstance(leaf, Word)]
        own = {key: (number, OTHER_FORM) for number, (whole, pieces) in words for keys in whole + pieces for key in keys.own}
        parts = {key: (number, RELATED) for number, (whole, _) in words for keys in whole for key in keys.parts}
        self._keys = {**parts, **own} if with_parts else own
        self._starts = {terms[0] for terms, _ in self._phrases}
        self._known: dict[str, tuple[int, float] | None] = {}  # texts have the same words over and over

    def find(self, text: str) -> list[Mark]:
        """The marks of a text, in their order; they may overlap."""
        is_divided = bool(self._keys) and bool(SEAM.search(text))
        if not self._learn(text) and not is_divided:
            return []
        tokens, known = tokenize(text), self._known
        marks = [
            mark for place, token in enumerate(tokens) if token.text in self._starts for mark in self._phrases_at(tokens, place)
        ]
        marks += [Mark(token.start, token.end, *found) for token in tokens if (found := known[token.text])]
        if is_divided:
            marks += [
                Mark(token.start, token.end, *found) for token in _join(tokens, text) if (found := self._find_word(token.text))
            ]
        return sorted(marks, key=lambda mark: (mark.start, -mark.end))

    def _learn(self, text: str) -> bool:
        """Whether there may be a mark, which takes less time than the places of words; after it all of them are known."""
        terms = set(split_words(text))
        for term in terms - self._known.keys():
            self._known[term] = self._compare(term)
        return not terms.isdisjoint(self._starts) or any(self._known[term] for term in terms)

    def is_in(self, text: str) -> bool:
        """Whether a text has anything that was asked for by words and beginnings."""
        return any(self._find_word(term) for term in split_words(text))

    def find_leaves(self, text: str) -> set[int]:
        """The numbers of the words and beginnings that were asked for and that a text has, without their places."""
        return {found[0] for term in set(split_words(text)) if (found := self._find_word(term))}

    def _phrases_at(self, tokens: Sequence[Token], place: int) -> Iterator[Mark]:
        for terms, number in self._phrases:
            row = tokens[place : place + len(terms)]
            if tuple(token.text for token in row) == terms:
                yield Mark(row[0].start, row[-1].end, number, EXACT * len(terms))

    def _find_word(self, term: str) -> tuple[int, float] | None:
        """The number of the leaf that a word of a text answers to, and how well; None when to none."""
        try:
            return self._known[term]
        except KeyError:
            found = self._known[term] = self._compare(term)
            return found

    def _compare(self, term: str) -> tuple[int, float] | None:
        keys = all_keys_of(term) if self._keys else frozenset()
        if not keys.isdisjoint(self._keys):
            return max((self._keys[key] for key in keys if key in self._keys), key=lambda each: each[1])
        if not self._beginnings:
            return None
        return next(((number, EXACT) for start, number in self._beginnings.items() if term.startswith(start)), None)


def _join(tokens: Sequence[Token], text: str) -> Iterator[Token]:
    """The words that signs divide, each as one word."""
    row: list[Token] = []
    for token in tokens:
        if row and not (token.start == row[-1].end + 1 and text[row[-1].end] in SIGNS):
            yield from _joined(row)
            row = []
        row.append(token)
    yield from _joined(row)


def _joined(row: Sequence[Token]) -> Iterator[Token]:
    joined = join_terms([token.text for token in row])
    if joined:
        yield Token(joined, row[0].start, row[-1].end)
