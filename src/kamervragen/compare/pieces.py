"""The words of one text cut into pieces by the sets of texts in which they stand too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_FEWEST_KEPT = 0.5  # of the texts in which a piece stands: fewer are no reason to draw it together with its neighbour

Stretch = tuple[int, int]  # words, half-open


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a text, one after another.

    Args:
        start, end: the words, half-open.
        holders: a bit for each text in which all of them stand, one after another.
        begins: a bit for each text in which they do not follow on the words before.
    """

    start: int
    end: int
    holders: int
    begins: int = 0


def cut(n_words: int, stretches: Sequence[Sequence[Stretch]], short: int) -> list[Piece]:
    """All words of a text as pieces, in order; each stands unbroken in all of its holders.

    Short pieces side by side are drawn together, and then have the texts that hold all of them: in ten answers that each
    differ in other words, every word would be a piece of its own otherwise.

    Args:
        n_words: of the text.
        stretches: for each other text the words that stand unbroken in it, without overlap.
        short: the number of words from which a piece is never drawn together with others.
    """
    holds = np.zeros((len(stretches), n_words), dtype=np.bool_)
    begins = np.zeros_like(holds)
    for text, found in enumerate(stretches):
        for start, end in found:
            holds[text, start:end] = True
            begins[text, start] = True
    return list(_draw_together(_finest(_integers(holds), _integers(begins)), short))


def _integers(bits: npt.NDArray[np.bool_]) -> list[int]:
    """For each word an integer with a bit for each text."""
    packed = np.packbits(bits, axis=0, bitorder="little").T
    return [int.from_bytes(row.tobytes(), "little") for row in packed]


def _finest(holds: Sequence[int], begins: Sequence[int]) -> Iterator[Piece]:
    """The longest pieces with the same holders throughout."""
    start = 0
    for place in range(1, len(holds) + 1):
        if place == len(holds) or holds[place] != holds[start] or begins[place]:
            yield Piece(start=start, end=place, holders=holds[start], begins=begins[start])
            start = place


def _draw_together(pieces: Iterator[Piece], short: int) -> Iterator[Piece]:
    """The pieces, short ones together with those before them where most of the holders are the same."""
    last: Piece | None = None
    for piece in pieces:
        together = _together(last, piece, short) if last else None
        if last and not together:
            yield last
        last = together or piece
    if last:
        yield last


def _together(first: Piece, second: Piece, short: int) -> Piece | None:
    """Two pieces as one; None where one is long, or too many of the holders are not those of both."""
    both = first.holders & second.holders & ~second.begins
    most = max(first.holders.bit_count(), second.holders.bit_count())
    is_short = second.end - second.start < short and first.end - first.start < 2 * short
    if first.holders == second.holders == 0 or (is_short and both and both.bit_count() >= _FEWEST_KEPT * most):
        return Piece(start=first.start, end=second.end, holders=both, begins=first.begins)
    return None
