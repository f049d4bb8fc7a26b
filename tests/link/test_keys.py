"""Under which keys a publication is found: all that may be tied share one, and hardly anything else does."""

from collections import Counter
from datetime import timedelta
from itertools import combinations

import pytest

from invented_filings import FILED_ON, OTHER_QUESTIONS, OTHER_SUBJECT, QUESTIONS, publication
from kamervragen.dossiers import Document
from kamervragen.link import candidate_keys, link, relate, verify
from kamervragen.terms import RelationKind, Verdict

RECURRING = (
    "Kunt u per provincie en per jaar aangeven hoeveel bankjes er langs de fietsroutes van het Rijk zijn geplaatst, en door wie?"
)


def share_a_key(first: Document, second: Document) -> bool:
    return bool(candidate_keys(first) & candidate_keys(second))


def unlike(number: int, *questions: str) -> Document:
    """A publication that has nothing in common with the others of this kind but these questions."""
    things = ("bomen", "sloten", "bankjes", "bruggen", "borden")
    own = tuple(f"Wat is er bekend over de {number} {each} van dorp {number}, en wie let daar in dit jaar op?" for each in things)
    return publication(
        f"ah-tk-20302031-{number}",
        names=(f"Lid{number}",),
        day=FILED_ON + timedelta(days=number),
        subject=f"{number} bomen langs de sloten van dorp {number}",
        questions=(*own, *questions),
    )


def test_a_question_in_hundreds_of_filings_makes_candidates_of_no_two_of_them() -> None:
    documents = [unlike(number, RECURRING, "Kunt u deze vragen afzonderlijk beantwoorden?") for number in range(1, 401)]

    times = Counter(key for document in documents for key in candidate_keys(document))

    assert max(times.values()) == 1
    assert len(link(documents)) == 400


def test_a_record_of_publications_without_anything_in_common_has_some_twenty_keys_a_publication() -> None:
    assert len(candidate_keys(publication("ah-tk-20302031-1", questions=(*QUESTIONS, RECURRING)))) == 21


def test_a_text_that_comes_back_whole_is_found_whoever_asks_it_and_whenever() -> None:
    assert share_a_key(unlike(1, *QUESTIONS), unlike(2, *QUESTIONS))


def test_a_text_of_which_all_questions_but_one_were_changed_at_their_end_is_found_and_is_a_repeat() -> None:
    changed = tuple(f"{each[:-12]}, ook dit jaar?" for each in QUESTIONS[1:])
    earlier = publication("ah-tk-20302031-1")
    later = publication(
        "ah-tk-20312032-2",
        names=("Merelhof",),
        party="SP",
        day=FILED_ON + timedelta(days=400),
        subject=OTHER_SUBJECT,
        questions=(QUESTIONS[0], *changed),
    )

    assert share_a_key(earlier, later)
    relation = relate(earlier, later)
    assert relation is not None
    assert relation.kind is RelationKind.REPEAT


def test_a_question_that_is_most_of_a_text_is_found_by_itself() -> None:
    earlier = publication("ah-tk-20302031-1", questions=(RECURRING,))
    later = publication("ah-tk-20312032-2", names=("Merelhof",), party="SP", questions=(RECURRING, "Bent u hiermee bekend?"))

    assert share_a_key(earlier, later)
    assert relate(earlier, later) is not None


@pytest.mark.parametrize("kept", list(combinations((*QUESTIONS, *OTHER_QUESTIONS[:1]), 2)))
def test_a_part_of_the_questions_on_the_same_day_is_found_and_joined_whatever_is_misprinted(kept: tuple[str, ...]) -> None:
    questions = (*QUESTIONS, OTHER_QUESTIONS[0])
    whole = publication("ah-tk-20302031-1", names=("JoostRietvinck",), questions=questions)
    part = publication("ah-tk-20302031-2", names=("Rietvinck",), subject=OTHER_SUBJECT, questions=kept)

    found = verify(whole, part)

    assert share_a_key(whole, part)
    assert found is not None
    assert found.verdict is Verdict.JOINED
