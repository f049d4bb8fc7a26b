"""Answers as words and keys: all that is costly, in any process. And words as bytes, for the database."""

import zlib
from collections.abc import Sequence

import numpy as np

from kamervragen.compare.minhash import MIN_WORDS, make_units
from kamervragen.compare.wording import Wording, make_wording
from kamervragen.search.reuse.records import Prepared, PreparedAnswer, Told


def prepare(publications: Sequence[Told]) -> Prepared:
    """Publications, ready to be kept; answers that are too short to be copied are left out."""
    wordings: list[Wording] = []
    kept = []
    for key, state, answers in publications:
        made = [(anchor, make_wording(text)) for anchor, text in answers]
        long = [(anchor, wording) for anchor, wording in made if len(wording) >= MIN_WORDS]
        wordings += [wording for _, wording in long]
        kept.append((key, state, [pack_answer(anchor, wording) for anchor, wording in long]))
    units = make_units(wordings)
    return Prepared(kept, units.owners.astype(np.uint32), units.keys)


def pack_answer(anchor: str, wording: Wording) -> PreparedAnswer:
    """An answer as it is kept."""
    # Where words begin and end, each as the distance from the place before: small numbers, which compress to a fifth.
    places = np.empty(2 * len(wording), dtype=np.uint32)
    places[::2], places[1::2] = wording.starts, wording.ends
    distances = places.copy()
    distances[1:] -= places[:-1]
    sentences = wording.sentences.astype(np.uint32).tobytes()
    return PreparedAnswer(anchor, wording.numbers.tobytes(), zlib.compress(distances.tobytes(), 1), sentences)


def unpack_wording(numbers: bytes, places: bytes, sentences: bytes) -> Wording:
    """The words of an answer as it is kept."""
    all_places = np.cumsum(np.frombuffer(zlib.decompress(places), dtype=np.uint32), dtype=np.uint32)
    return Wording(
        numbers=np.frombuffer(numbers, dtype=np.uint32),
        starts=all_places[::2],
        ends=all_places[1::2],
        sentences=np.frombuffer(sentences, dtype=np.uint32).astype(np.int64),
    )
