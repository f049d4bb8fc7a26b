"""The records of text reuse. Spans lie in the text of an answer as its page shows it, in code points."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kamervragen.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPassage:
    """A passage of an answer that also stands in one answer of another publication.

    Args:
        anchor: the answer's place on the page of its publication.
        span: the passage in its text.
        other_key: the other publication.
        other_anchor: the other answer.
        other_span: the passage in its text.
        n_words: the words that are equal, in the same order.
        is_same_dossier: whether both publications belong to one dossier; False as long as nobody told (`ingest.reusing`).
    """

    anchor: str
    span: Span
    other_key: str
    other_anchor: str
    other_span: Span
    n_words: int
    is_same_dossier: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonPassage:
    """A passage of an answer that so many others have that they are counted instead of named.

    Args:
        anchor: the answer's place on the page of its publication.
        span: the passage in its text.
        n_answers: the answers that have it, this one included.
        is_exact: whether they have it word for word; else they have it with some words changed, and the number is a lower bound.
    """

    anchor: str
    span: Span
    n_answers: int
    is_exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """The passages of one publication.

    Args:
        shared: in the order of its answers, and for each of these the longest first.
        common: in the order of its answers.
        cut: the anchors of its answers that more others may have a passage of, with which they were not compared.
    """

    shared: tuple[SharedPassage, ...] = ()
    common: tuple[CommonPassage, ...] = ()
    cut: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedPassage:
    """A passage that stands word for word in answers of several publications.

    Args:
        key: one of them: the lowest key.
        anchor: its answer.
        span: the passage in that answer's text.
        n_answers: the answers that have it.
        n_publications: the publications that have it.
    """

    key: str
    anchor: str
    span: Span
    n_answers: int
    n_publications: int


class Told(NamedTuple):
    """A publication as the record has it: its key, which state of it this is, and of each answer its anchor and text."""

    key: str
    state: str
    answers: Sequence[tuple[str, str]]


class PreparedAnswer(NamedTuple):
    """An answer as it is kept: its anchor; its words as numbers, their places and the sentences, each as bytes."""

    anchor: str
    numbers: bytes
    places: bytes
    sentences: bytes


class Prepared(NamedTuple):
    """Publications, ready to be kept.

    Args:
        publications: of each its key, its state, and those of its answers that are long enough.
        owners: of each unit the place of its answer among those of all publications.
        keys: for each unit a row of keys.
    """

    publications: list[tuple[str, str, list[PreparedAnswer]]]
    owners: NDArray[np.uint32]
    keys: NDArray[np.uint32]
