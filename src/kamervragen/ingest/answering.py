"""Packed records of the database → answers in which passages are found, in any process. Works without Django."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kamervragen.exchanges import pair
from kamervragen.ingest.preparing import unpack_exchanges
from kamervragen.search.reuse.prepare import prepare
from kamervragen.search.reuse.records import Prepared, Told


class PackedState(NamedTuple):
    """A publication's key, which state of it this is, and the packed record of its best source."""

    key: str
    state: str
    record: bytes


def prepare_answers(publications: Sequence[PackedState]) -> Prepared:
    """The answers of publications, ready to be kept; this is what worker processes do.

    Raises:
        StoreError: what is packed is not a record.
    """
    return prepare([Told(key, state, list(answers_of(record))) for key, state, record in publications])


def answers_of(record: bytes) -> Iterator[tuple[str, str]]:
    """The anchor and the text of each answer of a packed record."""
    for exchange in pair(unpack_exchanges(record)):
        for answer, anchor in zip(exchange.answers, exchange.answer_anchors, strict=True):
            yield anchor, answer.text
