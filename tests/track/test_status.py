"""Where an addressee stands: the words and days of its clock."""

from dataclasses import replace
from datetime import date

import pytest

from invented_filings import FILED_ON, filing, notice, publication
from kamervragen.dossiers import Document, Dossier
from kamervragen.link import link
from kamervragen.terms import AddresseeStatus, Chamber, DossierStatus, Form, Kind, TermKind
from kamervragen.timings import Clock, Timing
from kamervragen.track import track

LAST_DAY = date(2031, 2, 10)
FURTHER_LAST_DAY = date(2031, 3, 3)
LONG_AFTER = date(2031, 6, 1)
UNREAD = ("ah-tk-20302031-1001",)


def only(*documents: Document) -> Dossier:
    dossiers = link(documents)
    assert len(dossiers) == 1
    return dossiers[0]


def timing(*documents: Document, today: date = LONG_AFTER) -> Timing:
    return track(only(*documents), today)


def clock(*documents: Document, today: date = LONG_AFTER) -> Clock:
    return timing(*documents, today=today).clocks[0]


def statuses(told: Timing) -> list[AddresseeStatus]:
    return [each.status for each in told.clocks]


def alone(**changes: object) -> Document:
    """Questions to the Minister van Defensie alone."""
    return filing(asked=("Defensie",), **changes)


def reply(received: date | None = date(2031, 2, 7), key: str = "ah-tk-20302031-1047", **changes: object) -> Document:
    return publication(key, **{"asked": ("Defensie",), "received": received, **changes})  # type: ignore[arg-type]


def postponement(received: date | None = LAST_DAY, key: str = "ah-tk-20302031-1043", **changes: object) -> Document:
    return notice(key, **{"asked": ("Defensie",), "received": received, **changes})


def test_questions_are_open_until_the_last_day_of_the_term() -> None:
    told = clock(alone(), today=LAST_DAY)

    assert (told.status, told.due_on, told.term, told.n_days, told.n_days_late) == (
        AddresseeStatus.OPEN,
        LAST_DAY,
        TermKind.FIRST,
        21,
        0,
    )
    assert told.reason == (
        "In het register staat nog geen antwoord; de termijn van drie weken na de indiening loopt tot en met 10 februari 2031."
    )


def test_the_day_after_they_are_overdue() -> None:
    told = clock(alone(), today=date(2031, 2, 11))

    assert (told.status, told.n_days_late) == (AddresseeStatus.OVERDUE, 1)
    assert told.reason == (
        "In het register staat geen antwoord en geen uitstelbericht; "
        "de termijn van drie weken na de indiening liep tot en met 10 februari 2031, 1 dag geleden."
    )


def test_a_reply_is_in_time_on_its_last_day() -> None:
    told = clock(alone(), reply(LAST_DAY))

    assert (told.status, told.answered_on, told.n_days, told.n_days_late) == (AddresseeStatus.ANSWERED, LAST_DAY, 21, 0)
    assert told.reason == (
        "Het antwoord kwam op 10 februari 2031, na 21 dagen. Dat is op tijd: de termijn van drie weken liep tot en met 10 februari 2031."
    )


def test_a_reply_on_the_day_after_is_one_day_late() -> None:
    told = clock(alone(), reply(date(2031, 2, 11)))

    assert (told.status, told.n_days, told.n_days_late) == (AddresseeStatus.ANSWERED, 22, 1)
    assert "Dat is 1 dag te laat" in told.reason
    assert "er staat geen uitstelbericht in het register" in told.reason


def test_after_a_notice_a_further_term_runs_as_practice() -> None:
    told = clock(alone(), postponement(), today=FURTHER_LAST_DAY)

    assert (told.status, told.due_on, told.term, told.postponed_on) == (
        AddresseeStatus.POSTPONED,
        FURTHER_LAST_DAY,
        TermKind.FURTHER,
        LAST_DAY,
    )
    assert told.reason == (
        "In het register staat nog geen antwoord, wel een uitstelbericht van 10 februari 2031; "
        "in de praktijk mag het dan nog eens drie weken duren, tot en met 3 maart 2031."
    )


def test_after_the_further_term_it_is_overdue() -> None:
    told = clock(alone(), postponement(), today=date(2031, 3, 4))

    assert (told.status, told.n_days_late) == (AddresseeStatus.OVERDUE, 1)
    assert "mocht het in de praktijk tot en met 3 maart 2031" in told.reason


def test_a_reply_in_the_further_term_is_not_late() -> None:
    told = clock(alone(), postponement(), reply(date(2031, 2, 11)))

    assert (told.status, told.term, told.n_days_late, told.postponed_on) == (
        AddresseeStatus.ANSWERED,
        TermKind.FURTHER,
        0,
        LAST_DAY,
    )
    assert told.by == ("ah-tk-20302031-1047", "ah-tk-20302031-1043")


def test_a_reply_after_the_further_term_is_late_by_the_days_after_it() -> None:
    told = clock(alone(), postponement(), reply(date(2031, 3, 5)))

    assert (told.n_days, told.n_days_late) == (44, 2)
    assert "Dat is 2 dagen te laat: met het uitstelbericht van 10 februari 2031" in told.reason


def test_a_notice_after_the_reply_does_not_move_the_term_of_the_reply() -> None:
    told = clock(alone(), reply(date(2031, 2, 11)), postponement(date(2031, 2, 12)))

    assert (told.status, told.term, told.n_days_late) == (AddresseeStatus.ANSWERED, TermKind.FIRST, 1)


def test_while_a_cited_number_is_not_read_nobody_is_called_late() -> None:
    told = timing(
        filing(asked=("Defensie", "Financiën")), publication("ah-tk-20302031-1047", received=date(2031, 3, 5), see_also=UNREAD)
    )

    assert statuses(told) == [AddresseeStatus.ANSWERED, AddresseeStatus.UNKNOWN]
    assert [each.n_days_late for each in told.clocks] == [None, None]
    assert told.clocks[1].reason == (
        "In het register staat geen antwoord van deze bewindspersoon, maar van de nummers waarnaar de stukken verwijzen, "
        "is er 1 niet gelezen; daar kan het antwoord bij zijn."
    )
    assert "daar kan een uitstelbericht bij zijn" in told.clocks[0].reason
    assert (told.status, told.n_unread) == (DossierStatus.PARTLY_ANSWERED, 1)


def test_who_answers_together_answers_jointly() -> None:
    told = timing(filing(), publication("ah-tk-20302031-1047", by=("Defensie", "Financiën")))

    assert statuses(told) == [AddresseeStatus.ANSWERED_JOINTLY, AddresseeStatus.ANSWERED_JOINTLY]
    assert told.clocks[1].answered_by == ("minister (Defensie)", "minister (Financiën)")
    assert told.status is DossierStatus.COMPLETE


def test_on_behalf_of_is_jointly_too() -> None:
    told = timing(filing(), publication("ah-tk-20302031-1047", on_behalf=("Financiën",)))

    assert statuses(told) == [AddresseeStatus.ANSWERED_JOINTLY, AddresseeStatus.ANSWERED_JOINTLY]


def test_another_who_answers_what_one_was_asked_is_named() -> None:
    told = clock(alone(), reply(by=("Financiën",)))

    assert (told.status, told.answered_by) == (AddresseeStatus.ANSWERED_BY_ANOTHER, ("minister (Financiën)",))
    assert told.reason.startswith("Het antwoord kwam van minister (Financiën), op 7 februari 2031, na 18 dagen.")


def test_of_several_nobody_guesses_for_whom_a_stranger_answers() -> None:
    told = timing(filing(), publication("ah-tk-20302031-1047", by=("Buitenlandse Zaken",)))

    assert statuses(told) == [AddresseeStatus.UNKNOWN, AddresseeStatus.UNKNOWN]
    assert told.clocks[0].reason == (
        "In het register staat een antwoord van minister (Buitenlandse Zaken); "
        "of dat ook namens deze bewindspersoon is, staat er niet in."
    )


def test_a_letter_without_addressees_is_not_another_ones_answer_because_some_notice_names_only_one_addressee() -> None:
    asked = ("Defensie", "Financiën", "Buitenlandse Zaken")
    told = timing(filing(asked=asked), postponement(), publication("bron-1", asked=(), by=("Financiën",), case="2031Z00042"))

    assert statuses(told) == [AddresseeStatus.UNKNOWN, AddresseeStatus.ANSWERED, AddresseeStatus.OVERDUE]


def test_a_letter_without_addressees_of_another_answers_what_one_was_asked() -> None:
    told = clock(alone(), publication("bron-1", asked=(), by=("Financiën",), case="2031Z00042"))

    assert (told.status, told.answered_by) == (AddresseeStatus.ANSWERED_BY_ANOTHER, ("minister (Financiën)",))


def test_of_two_ministers_of_one_ministry_the_silent_one_is_not_called_late() -> None:
    asked = ("Justitie en Veiligheid", "Rechtsbescherming", "Defensie")
    told = timing(filing(asked=asked), publication("ah-tk-20302031-1047", asked=asked, by=("Justitie en Veiligheid",)))

    assert statuses(told) == [AddresseeStatus.ANSWERED, AddresseeStatus.UNKNOWN, AddresseeStatus.OVERDUE]


def test_the_successor_of_a_renamed_ministry_is_the_same_office() -> None:
    filed_on, answered_on = date(2017, 10, 16), date(2017, 11, 2)
    told = clock(
        filing("kv-tk-2017Z00042", asked=("Veiligheid en Justitie",), day=filed_on),
        publication(
            "ah-tk-20172018-47",
            asked=("Veiligheid en Justitie",),
            by=("Justitie en Veiligheid",),
            day=filed_on,
            received=answered_on,
        ),
    )

    assert (told.status, told.n_days) == (AddresseeStatus.ANSWERED, 17)


def test_withdrawn_questions_wait_for_nobody() -> None:
    withdrawal = publication("ah-tk-20302031-1115", Kind.WITHDRAWAL, received=date(2031, 1, 27))
    told = timing(filing(), withdrawal)

    assert statuses(told) == [AddresseeStatus.WITHDRAWN, AddresseeStatus.WITHDRAWN]
    assert told.clocks[0].reason == "De vragen zijn ingetrokken op 27 januari 2031."
    assert (told.status, told.sentence) == (DossierStatus.WITHDRAWN, "De vragen zijn ingetrokken.")


def test_an_answer_stays_one_when_the_questions_were_withdrawn() -> None:
    withdrawal = publication("ah-tk-20302031-1115", Kind.WITHDRAWAL, received=date(2031, 2, 9))
    told = timing(filing(), publication("ah-tk-20302031-1047"), withdrawal)

    assert statuses(told) == [AddresseeStatus.ANSWERED, AddresseeStatus.WITHDRAWN]
    assert told.status is DossierStatus.COMPLETE


def test_the_eerste_kamer_has_no_term() -> None:
    asked = publication("ah-ek-20302031-7", Kind.POSTPONEMENT, asked=("Defensie",), chamber=Chamber.EERSTE_KAMER)
    told = clock(asked)

    assert (told.status, told.due_on, told.term, told.n_days_late) == (AddresseeStatus.POSTPONED, None, None, None)
    assert "Voor antwoorden aan de Eerste Kamer geldt geen termijn." in told.reason


def test_oral_questions_have_no_term() -> None:
    spoken = alone()
    told = clock(replace(spoken, parsed=replace(spoken.parsed, form=Form.ORAL)))

    assert (told.status, told.due_on, told.n_days_late) == (AddresseeStatus.OPEN, None, None)
    assert told.reason == (
        "In het register staat nog geen antwoord. "
        "De vragen zijn mondeling gesteld; de termijn van drie weken is die van schriftelijke vragen."
    )


def test_a_reply_dated_before_its_question_is_an_answer_without_a_time() -> None:
    told = clock(alone(), reply(date(2031, 1, 2)))

    assert (told.status, told.answered_on, told.n_days, told.n_days_late) == (
        AddresseeStatus.ANSWERED,
        date(2031, 1, 2),
        None,
        None,
    )
    assert told.reason == (
        "Het antwoord van minister (Defensie) draagt de dag 2 januari 2031, vóór de indiening op 20 januari 2031; "
        "hoe lang het duurde, is niet te zeggen."
    )


def test_of_two_replies_by_one_ministry_the_first_counts() -> None:
    told = clock(alone(), reply(date(2031, 3, 7), "ah-tk-20302031-1090"), reply())

    assert (told.answered_on, told.n_days_late) == (date(2031, 2, 7), 0)
    assert told.by == ("ah-tk-20302031-1047", "ah-tk-20302031-1090")
    assert "Er zijn meer antwoorden van deze bewindspersoon; het eerste telt." in told.reason


def test_a_day_that_does_not_exist_makes_no_term() -> None:
    told = clock(alone(day=None), today=LONG_AFTER)

    assert (told.status, told.due_on, told.n_days, told.n_days_late) == (AddresseeStatus.OPEN, None, None, None)
    assert told.reason == (
        "In het register staat nog geen antwoord. "
        "Een termijn is niet te noemen: de dag van indiening of de Kamer staat niet in de stukken."
    )


def test_a_reply_without_a_day_is_an_answer_that_nobody_calls_late() -> None:
    told = clock(alone(), reply(None))

    assert (told.status, told.answered_on, told.n_days_late) == (AddresseeStatus.ANSWERED, None, None)


def test_beside_a_late_reply_one_without_a_day_may_have_been_in_time() -> None:
    told = clock(alone(), reply(date(2031, 2, 20)), reply(None, "ah-tk-20302031-1090"))

    assert (told.answered_on, told.n_days_late) == (date(2031, 2, 20), None)


def test_an_addressee_that_no_table_knows_is_followed_and_said_to_be_unknown() -> None:
    asked = ("Waterwegen en Vuurtorens",)
    told = clock(filing(asked=asked), publication("ah-tk-20302031-1047", asked=asked, by=asked))

    assert told.status is AddresseeStatus.ANSWERED
    assert told.reason.endswith("Deze functie staat in geen van onze tabellen; de naam is overgenomen zoals hij gedrukt is.")


def test_a_supplement_alone_shows_that_there_was_an_answer_and_not_when() -> None:
    told = clock(alone(), publication("ah-tk-20302031-1105", Kind.SUPPLEMENT, asked=("Defensie",), received=date(2031, 4, 2)))

    assert (told.status, told.answered_on, told.n_days) == (AddresseeStatus.ANSWERED, None, None)
    assert "alleen een aanvulling of rectificatie" in told.reason


def test_a_dossier_of_which_only_a_supplement_was_read_says_so() -> None:
    later = publication("ah-tk-20302031-1105", Kind.SUPPLEMENT, asked=("Defensie",), received=date(2031, 4, 2))

    assert timing(alone(), later, today=date(2031, 5, 1)).sentence == (
        "Van het antwoord is alleen een aanvulling of rectificatie gelezen; het eerste antwoord zelf niet."
    )
    assert timing(filing(), reply(asked=("Financiën",), by=("Financiën",)), later, today=date(2031, 5, 1)).sentence == (
        "Van beide bewindspersonen is een antwoord gelezen. "
        "Van minister (Defensie) is alleen een aanvulling of rectificatie gelezen; het eerste antwoord zelf niet."
    )


def test_a_reprint_is_no_second_reply() -> None:
    told = clock(alone(), reply(), reply(key="ah-tk-20302031-1047-n1"))

    assert "meer antwoorden" not in told.reason
    assert told.by == ("ah-tk-20302031-1047", "ah-tk-20302031-1047-n1")


def test_a_notice_of_another_leaves_open_whom_it_is_for_until_the_further_term_is_over() -> None:
    documents = (filing(), notice("ah-tk-20302031-1043", by=("Buitenlandse Zaken",), received=LAST_DAY))

    assert statuses(timing(*documents, today=LAST_DAY)) == [AddresseeStatus.UNKNOWN] * 2
    assert statuses(timing(*documents, today=FURTHER_LAST_DAY)) == [AddresseeStatus.UNKNOWN] * 2
    late = timing(*documents, today=date(2031, 3, 4))
    assert statuses(late) == [AddresseeStatus.OVERDUE] * 2
    assert [each.n_days_late for each in late.clocks] == [1, 1]


def test_when_publications_print_different_days_of_filing_the_later_one_counts_and_is_named() -> None:
    misprinted = reply(date(2031, 2, 12), day=date(2031, 1, 22), case="2031Z00042")
    told = clock(alone(), misprinted)

    assert (told.due_on, told.n_days_late) == (date(2031, 2, 12), 0)
    assert "De stukken noemen verschillende dagen van indiening; gerekend is vanaf 22 januari 2031." in told.reason


def test_a_day_of_answer_after_today_is_pointed_out() -> None:
    told = clock(alone(), reply(), today=FILED_ON)

    assert told.reason.endswith("Let op: 7 februari 2031 ligt na vandaag.")


def test_before_the_day_of_filing_nobody_waits() -> None:
    told = clock(alone(), today=date(2031, 1, 1))

    assert (told.status, told.n_days) == (AddresseeStatus.OPEN, None)


def test_without_addressees_nothing_is_claimed() -> None:
    told = timing(publication("bron-1", asked=(), day=None, case="2031Z00042"))

    assert (told.status, told.clocks) == (DossierStatus.UNKNOWN, ())
    assert told.sentence == "Er is een antwoord gelezen; aan wie de vragen gericht waren, staat niet in de stukken."


@pytest.mark.parametrize(
    ("documents", "sentence"),
    [
        ((alone(), reply()), "Het antwoord is gelezen."),
        ((alone(),), "Het antwoord staat niet in het register: minister (Defensie), 111 dagen over de termijn."),
        (
            (filing(), publication("ah-tk-20302031-1047")),
            "1 van de 2 antwoorden is gelezen; niet in het register: minister (Financiën), 111 dagen over de termijn.",
        ),
        (
            (filing(), publication("ah-tk-20302031-1047", on_behalf=("Financiën",))),
            "Van beide bewindspersonen is een antwoord gelezen.",
        ),
        (
            (filing(), publication("ah-tk-20302031-1047", see_also=UNREAD)),
            "1 van de 2 antwoorden is gelezen; niet in het register: minister (Financiën). "
            "Van de nummers waarnaar de stukken verwijzen, is er 1 niet gelezen; daarom heet hier niemand te laat.",
        ),
    ],
)
def test_the_dossier_is_told_with_its_coverage(documents: tuple[Document, ...], sentence: str) -> None:
    assert timing(*documents).sentence == sentence
