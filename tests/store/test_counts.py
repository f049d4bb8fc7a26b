"""The record in numbers: its state, and who asks and answers how often."""

from datetime import timedelta
from pathlib import Path

from entries import NOON, handed_in, make, two_questions
from kamervragen.model import Addressee, Respondent, Submitter
from kamervragen.store.counts import (
    Asked,
    FormCount,
    OfficeCount,
    State,
    Totals,
    count_all,
    count_forms,
    count_offices,
    list_asked,
    read_state,
)
from kamervragen.store.models import Publication
from kamervragen.store.writing import write_batch
from kamervragen.terms import MediaType, Role


def _write(*entries, minute: int = 0) -> None:
    write_batch(handed_in(*entries), [], at=NOON + timedelta(minutes=minute))


def test_each_batch_gives_the_record_another_state_and_says_when(record: Path) -> None:
    assert read_state() == State(token="", changed_at=None)
    _write(make("een"))
    first = read_state()
    _write(make("twee"), minute=7)
    second = read_state()

    assert first.changed_at == NOON
    assert second.changed_at == NOON + timedelta(minutes=7)
    assert len({first.token, second.token, ""}) == 3
    assert read_state() == second


def test_publications_questions_and_answers_are_counted(record: Path) -> None:
    assert count_all() == Totals(n_publications=0, n_questions=0, n_answers=0)
    _write(make("een", **two_questions()), make("twee", **two_questions()), make("drie"))
    assert count_all() == Totals(n_publications=3, n_questions=4, n_answers=2)


def test_a_publication_counts_once_for_a_ministry_on_each_side(record: Path) -> None:
    minister = Respondent(role=Role.MINISTER, name="De Vries", portfolio="Defensie")
    deputy = Respondent(role=Role.STAATSSECRETARIS, name="Bakker", portfolio="Defensie")
    asked = (Addressee(role=Role.MINISTER, portfolio="Defensie"), Addressee(role=Role.MINISTER, portfolio="Sterren"))
    _write(
        make("een", session_year="2030-2031", addressees=asked, respondents=(minister,), on_behalf_of=(deputy,)),
        make("twee", session_year="2030-2031", respondents=(deputy,)),
        make("drie", addressees=asked[:1]),
    )

    assert set(count_offices()) == {
        OfficeCount(ministry=None, is_asked=True, session_year="2030-2031", n_publications=1),
        OfficeCount(ministry="mnre1018", is_asked=True, session_year="2030-2031", n_publications=1),
        OfficeCount(ministry="mnre1018", is_asked=True, session_year=None, n_publications=1),
        OfficeCount(ministry="mnre1018", is_asked=False, session_year="2030-2031", n_publications=2),
    }


def test_who_asks_comes_publication_by_publication_in_printed_order(record: Path) -> None:
    both = (Submitter(name="Zandstra", party="Partij A"), Submitter(name="Aalders", party=None))
    _write(make("een", session_year="2030-2031", submitters=both), make("twee", submitters=both[:1]))
    ids = {each.session_year: each.pk for each in Publication.objects.all()}

    assert set(list_asked()) == {
        Asked(ids["2030-2031"], "Zandstra", "Partij A", "2030-2031"),
        Asked(ids["2030-2031"], "Aalders", None, "2030-2031"),
        Asked(ids[None], "Zandstra", "Partij A", None),
    }
    assert [each.name for each in list_asked() if each.session_year] == ["Zandstra", "Aalders"]


def test_sources_are_counted_by_form_most_first(record: Path) -> None:
    _write(make("een"), make("twee", MediaType.XML), make("drie", MediaType.XML))
    assert count_forms() == (FormCount(media_type="xml", n_sources=2), FormCount(media_type="plain", n_sources=1))


def test_lists_are_ordered_by_the_day_of_the_answers_or_else_of_the_questions(record: Path) -> None:
    filed, answered = NOON.date(), NOON.date() + timedelta(days=20)
    _write(make("a", submitted_on=filed, received_on=answered), make("b", submitted_on=filed), make("c", letter_date=answered))
    dated = Publication.objects.values_list("best__origin", "dated_on")
    assert dict(dated) == {"/in/a": answered, "/in/b": filed, "/in/c": answered}
