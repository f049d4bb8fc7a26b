"""What is in the record, and what is known to be missing."""

from pathlib import Path

from entries import NOON, handed_in, make, two_questions
from kamervragen.model import Inference, Respondent
from kamervragen.store.failures import FailedDocument
from kamervragen.store.queries import FailureCount, Gap, MinistryCount, YearCount, count_missing_numbers, take_status
from kamervragen.store.writing import write_batch
from kamervragen.terms import Certainty, Chamber, Kind, Role


def _answer(number: int, chamber: Chamber = Chamber.TWEEDE_KAMER, **fields: object):
    key = f"ah-{chamber}-20302031-{number}"
    return make(key, id=key, chamber=chamber, session_year="2030-2031", number=number, **fields)


def _write(*entries, failed=()) -> None:
    write_batch(handed_in(*entries), failed, at=NOON)


def test_an_empty_record_has_nothing_and_misses_nothing(record: Path) -> None:
    status = take_status()

    assert (status.n_sources, status.n_publications, status.n_questions) == (0, 0, 0)
    assert (status.years, status.ministries, status.gaps, status.unseen, status.failures) == ((), (), (), (), ())


def test_publications_are_counted_by_year_and_kind(record: Path) -> None:
    _write(_answer(1, **two_questions()), _answer(2), _answer(3, kind=Kind.POSTPONEMENT), make("los"))

    status = take_status()

    assert (status.n_sources, status.n_publications, status.n_questions) == (4, 4, 2)
    assert set(status.years) == {
        YearCount(session_year=None, kind="answer", n_publications=1),
        YearCount(session_year="2030-2031", kind="answer", n_publications=2),
        YearCount(session_year="2030-2031", kind="postponement", n_publications=1),
    }


def test_a_publication_counts_once_for_a_ministry_that_answers_twice_in_it(record: Path) -> None:
    defence = Respondent(role=Role.MINISTER, name="De Vries", portfolio="Defensie")
    deputy = Respondent(role=Role.STAATSSECRETARIS, name="Bakker", portfolio="Defensie")
    _write(_answer(1, respondents=(defence, deputy)), _answer(2, respondents=(defence,)))

    assert take_status().ministries == (MinistryCount(ministry="mnre1018", n_publications=2),)


def test_numbers_below_the_highest_of_their_year_and_chamber_are_known_to_be_missing(record: Path) -> None:
    _write(_answer(2), _answer(3), _answer(7), _answer(1, Chamber.EERSTE_KAMER), _answer(3, Chamber.EERSTE_KAMER))

    assert take_status().gaps == (
        Gap(chamber="ek", session_year="2030-2031", first=2, last=2),
        Gap(chamber="tk", session_year="2030-2031", first=1, last=1),
        Gap(chamber="tk", session_year="2030-2031", first=4, last=6),
    )


def test_missing_numbers_are_counted_by_year_as_often_as_their_gaps_say(record: Path) -> None:
    _write(_answer(2), _answer(3), make("nog eens 3", id="ah-tk-20302031-3-h1", chamber=Chamber.TWEEDE_KAMER), _answer(7))
    _write(_answer(1, Chamber.EERSTE_KAMER), make("zonder jaar", chamber=Chamber.TWEEDE_KAMER, number=40))

    assert count_missing_numbers(Chamber.TWEEDE_KAMER) == {"2030-2031": 4}
    assert count_missing_numbers(Chamber.EERSTE_KAMER) == {"2030-2031": 0}


def test_a_reference_to_what_is_here_or_was_here_under_another_address_is_not_missing(record: Path) -> None:
    _write(make("oud", id="ah-tk-20302031-70"), make("verwijst", see_also=("ah-tk-20302031-70", "ah-tk-20302031-8")))
    _write(make("verwijst ook", see_also=("ah-tk-20302031-8", "ah-tk-20302031-9")))
    _write(make("oud", id="ah-tk-20302031-7"))

    assert take_status().unseen == ("ah-tk-20302031-8", "ah-tk-20302031-9")


def test_a_reference_to_a_document_that_only_seems_to_have_that_identifier_is_not_missing(record: Path) -> None:
    believed = Inference(field="id", value="ah-tk-20302031-8", evidence=(), certainty=Certainty.LIKELY)
    _write(make("zonder", inferred=(believed,)), make("verwijst", see_also=("ah-tk-20302031-8", "ah-tk-20302031-9")))

    assert take_status().unseen == ("ah-tk-20302031-9",)


def test_failures_are_counted_by_kind(record: Path) -> None:
    failed = [
        FailedDocument(where=f"/in/{n}", name="a", sha256="", stage="read", code="empty", message="Leeg.") for n in range(2)
    ]
    _write(failed=failed)

    assert take_status().failures == (FailureCount(stage="read", code="empty", n_documents=2),)
