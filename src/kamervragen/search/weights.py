"""How much each kind of agreement counts in the order of hits; `docs/benchmarks.md` ("Found quality") says how it was chosen."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Factors by which the score of a word (BM25) is multiplied, for each way in which a text may have it.

    Args:
        word: the word itself, as it was typed, in the item's own text.
        key: another form of it, or a compound that contains it, in the exchange; the word itself counts as one too.
        own: the same, in the item's own text: of two sides of an exchange the one that speaks of it comes first.
        part: a part of the word, when it is a compound.
        root: the first letters of the word or of a part of it.
        rarity: how much more a rare word counts than a common one: the power of its idf in the score. BM25 alone has 1.
    """

    word: float = 0.2
    key: float = 0.9
    own: float = 0.1
    part: float = 0.4
    root: float = 1.0
    rarity: float = 2.0


WEIGHTS: Final = Weights()
