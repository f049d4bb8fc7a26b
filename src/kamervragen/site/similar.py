"""What "already asked?" shows: a text and SimilarResults → SimilarPage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.http import urlencode

from kamervragen.search.records import Hit, Item, Piece
from kamervragen.search.similar_records import Similar, SimilarResults
from kamervragen.site.dossier_question import question_address
from kamervragen.site.results import HitView, place_of, show_hit
from kamervragen.store.dossier_models import MembershipRow
from kamervragen.terms import QuestionLikeness

MAX_ADDRESS: Final = 2_000  # bytes of a text in an address; a longer one is sent as a form and has no address of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class LikeView:
    """The question of the record that others are compared with: its address, and how its document is cited."""

    href: str
    reference: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarView:
    """An earlier question that asks the same, or about the same.

    Args:
        likeness: how it is alike.
        share: which part of the shorter of both stands in the other, word for word, 0 to 1; 0 when it is not near.
        pieces: its whole text; what the given text has as well is a match.
        shared: telling words that both have, in whatever form, the rarest first.
        shared_in_answer: those that only its answer or its subject has.
        place: where it was asked and answered last, or asked, where nobody answered.
        others: the other places where it was asked, the answered ones first.
        n_other_answers: how many of those hold an answer.
        dossier_href: where the answers of one filing to this question stand side by side; "" where there is one or none.
        score: comparable within one comparison only.
    """

    likeness: QuestionLikeness
    share: float
    pieces: tuple[Piece, ...]
    shared: tuple[str, ...]
    shared_in_answer: tuple[str, ...]
    place: HitView
    others: tuple[HitView, ...]
    n_other_answers: int
    dossier_href: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarPage:
    """Earlier questions that ask the same as a text.

    Args:
        text: what they are compared with; "" when nothing was given yet.
        like: the question of the record that the text is from; None for a text that somebody gave.
        code: why the text cannot be compared, a stable word; "" when it can.
        message: the same as a sentence.
        n_questions: how many questions there are to compare with; None when nothing was compared.
        looked_for: the words by which they were found, the rarest first.
        questions: best first.
    """

    text: str
    like: LikeView | None = None
    code: str = ""
    message: str = ""
    n_questions: int | None = None
    looked_for: tuple[str, ...] = ()
    questions: tuple[SimilarView, ...] = ()


def show_similar(text: str, like: LikeView | None, found: SimilarResults) -> SimilarPage:
    """The page of what was found for a text."""
    compared = [each.places for each in found.similar if _count_answers(each.places) > 1]
    dossiers = _find_dossiers({place.key for places in compared for place in places})
    return SimilarPage(
        text=text,
        like=like,
        n_questions=found.n_questions,
        looked_for=found.looked_for,
        questions=tuple(_show(each, dossiers) for each in found.similar),
    )


def show_like(item: Item) -> LikeView:
    """The question of the record that others are compared with."""
    return LikeView(href=place_of(item), reference=show_place(item).reference, numbers=item.numbers)


def show_place(item: Item) -> HitView:
    """A place where a question was asked."""
    return show_hit(Hit(item=item, snippet=(), score=0.0))


def find_address(text: str) -> str:
    """The address of the comparison with a text; "" for one that is too long to stand in it."""
    query = urlencode({"tekst": "\n".join(text.strip().splitlines())})
    return f"{reverse('similar')}?{query}" if len(query) <= MAX_ADDRESS else ""


def _find_dossiers(keys: set[str]) -> Mapping[str, str]:
    """The key of the dossier of each publication that has one; the database is not asked about none."""
    memberships = MembershipRow.objects.filter(publication__key__in=keys)
    return dict(memberships.values_list("publication__key", "dossier__key"))


def _show(similar: Similar, dossiers: Mapping[str, str]) -> SimilarView:
    first, *others = similar.places
    return SimilarView(
        likeness=similar.likeness,
        share=similar.share,
        pieces=similar.pieces,
        shared=similar.shared,
        shared_in_answer=similar.shared_in_answer,
        place=show_place(first),
        others=tuple(map(show_place, others)),
        n_other_answers=_count_answers(others),
        dossier_href=_find_comparison(similar.places, dossiers),
        score=similar.score,
    )


def _find_comparison(places: Sequence[Item], dossiers: Mapping[str, str]) -> str:
    """Where the answers of the filing that the first place belongs to stand side by side; "" where there are no two."""
    first, key = places[0], dossiers.get(places[0].key)
    if key is None or not first.numbers or _count_answers([each for each in places if dossiers.get(each.key) == key]) < 2:
        return ""
    return question_address(key, first.numbers[0])


def _count_answers(places: Sequence[Item]) -> int:
    return sum(bool(place.other.strip()) for place in places)
