"""What "already asked?" finds: the questions that ask the same as a text, each once, with the places where it was asked."""

from dataclasses import dataclass

from kamervragen.search.records import Item, Piece
from kamervragen.terms import QuestionLikeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """A question that asks the same as a text, or asks about the same.

    Args:
        likeness: how it is alike.
        share: which part of the shorter of both stands in the other, word for word and in that order, 0 to 1; 0 when it was not
            near enough to be compared so.
        pieces: its whole text; what the given text has as well is a match.
        shared: telling words of the given text that the question has, in whatever form, the rarest first.
        shared_in_answer: those that only its answer or its subject has.
        places: where it was asked: the same words may have been put to several ministers, or again. Those with an answer first,
            which they hold, the last first.
        score: higher is better; comparable within one search only.
    """

    likeness: QuestionLikeness
    share: float
    pieces: tuple[Piece, ...]
    shared: tuple[str, ...]
    shared_in_answer: tuple[str, ...]
    places: tuple[Item, ...]
    score: float

    @property
    def n_answered(self) -> int:
        """At how many places there is an answer."""
        return sum(bool(place.other.strip()) for place in self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarResults:
    """What was found for a text.

    Args:
        similar: best first.
        looked_for: the words by which they were found, the rarest first.
        n_questions: how many questions the index holds.
    """

    similar: tuple[Similar, ...]
    looked_for: tuple[str, ...]
    n_questions: int
