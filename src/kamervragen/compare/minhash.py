"""Units of texts and their keys: units of texts with many words in common have, almost always, equal keys (MinHash, LSH).

A unit begins with a sentence and takes in the next ones until it has `MIN_WORDS` words. Units overlap: every sentence begins one,
so that a passage is met wherever it stands, between whatever, and whether or not the source kept its paragraphs.

Of each unit, 240 hash functions each keep the smallest value that any of its words has (function words left out). The share of
equal smallest values estimates the share of common words J. Five of them make a key, and there are 48 keys. Texts with two equal
keys, of whichever units, are compared; two units have that with probability 1 - (1 - p)^48 - 48 p (1 - p)^47, where p = J^5. With
15 % of the words changed J is about .74, and that is .9999; with stock phrases in common J may be .4, and it is .09; for two
unrelated units J is below .2, and it is .0001. The words' order counts for nothing here: what comes out is verified word by word
(`copied`).

Source: A. Broder, On the resemblance and containment of documents (1997); the numbers were chosen by measurement (docs/reuse.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kamervragen.compare.wording import Wording, join_numbers, number_of

MIN_WORDS: Final = 20
"""The words that a unit has at least; a text with fewer has none, and is too short to be taken for copied."""

N_BANDS: Final = 48
"""The keys that a unit has by its smallest values; it has one more, for its words as they are."""

N_ROWS: Final = 5
"""The smallest values that make a key."""

EXACT: Final = 0
"""The place of the key that units have in common only when all their words are equal, in the same order."""

MIN_KEYS: Final = 2
"""The keys of different bands that texts are equal in at least that are compared.

One of six values would find as much, and much more by chance.
"""

FUNCTION_WORDS: Final = frozenset(
    """
de het van en in op is een dat voor te met om zijn aan die niet deze dit ik worden ook bij er over heeft door wordt als of
zoals naar geen kan kunnen ja tot uit vraag hebben zal antwoord andere dan zich meer onder nog mijn zo
""".split()
)
"""The fifty commonest words of answers. Counting them in makes unrelated texts look alike: a hundred times the false pairs."""

_Words64 = NDArray[np.uint64]
_NOTHING = np.uint64(2**64 - 1)  # larger than the hash of any word


def weight_of(band: int) -> int:
    """How many keys an equal one counts for: the exact one is enough by itself."""
    return MIN_KEYS if band == EXACT else 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Units:
    """The units of several texts.

    Args:
        owners: of each unit the place of its text.
        firsts: its first word in that text.
        ends: the word after its last.
        keys: for each unit a row of 1 + N_BANDS keys.
    """

    owners: NDArray[np.int64]
    firsts: NDArray[np.int64]
    ends: NDArray[np.int64]
    keys: NDArray[np.uint32]


def mix(values: _Words64) -> _Words64:
    """Other values, spread over all 64 bits; equal ones for equal ones. Source: the finalizer of SplitMix64."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _constants(n: int, series: int) -> _Words64:
    """Odd numbers that look random and are always the same."""
    return mix(np.arange(1, n + 1, dtype=np.uint64) + np.uint64(series << 32)) | np.uint64(1)


_FACTORS = _constants(N_BANDS * N_ROWS, 1)
_KEY_FACTORS = _constants(N_BANDS * N_ROWS, 2).reshape(N_BANDS, N_ROWS, 1)
_STEP = np.uint64(0x9E3779B97F4A7C15)
_STEP_BACK = np.uint64(pow(0x9E3779B97F4A7C15, -1, 2**64))
_COMMON = np.sort(np.array([number_of(word) for word in FUNCTION_WORDS], dtype=np.uint32))


def make_units(wordings: Sequence[Wording]) -> Units:
    """The units of some texts, with their keys. A few thousand texts at a time go fastest.

    Args:
        wordings: the texts.
    """
    numbers = join_numbers(wordings)
    lengths = np.array([len(each) for each in wordings], dtype=np.int64)
    begins = np.cumsum(lengths) - lengths
    sentences = np.concatenate([each.sentences + begin for each, begin in zip(wordings, begins, strict=True)] or [begins])
    owners = np.repeat(np.arange(len(wordings)), [len(each.sentences) for each in wordings])
    bounds = np.append(sentences, len(numbers))
    lasts = np.searchsorted(bounds, sentences + MIN_WORDS)
    fits = lasts < len(bounds)
    fits[fits] = bounds[lasts[fits]] <= (begins + lengths)[owners[fits]]
    firsts, ends = np.flatnonzero(fits), lasts[fits]
    return Units(
        owners=owners[fits],
        firsts=sentences[firsts] - begins[owners[fits]],
        ends=bounds[ends] - begins[owners[fits]],
        keys=_make_keys(numbers, bounds, firsts, ends),
    )


def _make_keys(
    numbers: NDArray[np.uint32], bounds: NDArray[np.int64], firsts: NDArray[np.int64], ends: NDArray[np.int64]
) -> NDArray[np.uint32]:
    """The keys of units that reach from one bound to another."""
    keys = np.empty((len(firsts), 1 + N_BANDS), dtype=np.uint32)
    if not len(firsts):
        return keys
    keys[:, EXACT] = _hash_runs(numbers, bounds[firsts], bounds[ends])
    minima = _minima(numbers, bounds[:-1], firsts, ends)
    joined = (minima.reshape(N_BANDS, N_ROWS, -1) * _KEY_FACTORS).sum(axis=1, dtype=np.uint64)
    keys[:, 1:] = (mix(joined) >> np.uint64(32)).astype(np.uint32).T
    nothing = minima[0] == _NOTHING  # function words only: that such units have the same keys says nothing of them
    keys[nothing, 1:] = keys[nothing, :1]
    return keys


def _minima(
    numbers: NDArray[np.uint32], sentences: NDArray[np.int64], firsts: NDArray[np.int64], ends: NDArray[np.int64]
) -> _Words64:
    """For each hash function (row) and each unit (column) the smallest hash of a word, by way of those of its sentences."""
    is_common = _COMMON[np.searchsorted(_COMMON, numbers).clip(max=len(_COMMON) - 1)] == numbers
    spread = mix(numbers.astype(np.uint64))
    masked = np.where(is_common, _NOTHING, np.uint64(0))
    hashes = np.empty_like(spread)
    of_sentences = np.empty((len(_FACTORS), len(sentences) + 1), dtype=np.uint64)
    of_sentences[:, -1] = _NOTHING  # so that a unit may end with the last sentence
    for row, factor in enumerate(_FACTORS):
        np.multiply(spread, factor, out=hashes)
        np.bitwise_or(hashes, masked, out=hashes)
        np.minimum.reduceat(hashes, sentences, out=of_sentences[row, :-1])
    # reduceat reads pairs of places; between two units it gives values that nobody asked for.
    pairs = np.stack((firsts, ends), axis=1).ravel()
    return np.ascontiguousarray(np.minimum.reduceat(of_sentences, pairs, axis=1)[:, ::2])


def _hash_runs(numbers: NDArray[np.uint32], firsts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.uint32]:
    """A hash of the words of each run in their order, wherever it begins."""
    n = len(numbers)
    powers = np.cumprod(np.full(n, _STEP, dtype=np.uint64))
    sums = np.append(np.zeros(1, dtype=np.uint64), np.cumsum(mix(numbers.astype(np.uint64)) * powers))
    back = np.cumprod(np.full(n, _STEP_BACK, dtype=np.uint64))
    return (mix((sums[ends] - sums[firsts]) * back[firsts]) >> np.uint64(32)).astype(np.uint32)
