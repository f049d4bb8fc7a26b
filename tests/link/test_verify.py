"""When two publications belong to one filing, and when they do not."""

from datetime import date

import pytest

from invented_filings import FILED_ON, OTHER_QUESTIONS, OTHER_SUBJECT, QUESTIONS, SUBJECT, filing, notice, publication
from kamervragen.dossiers import Document, Link
from kamervragen.link import verify
from kamervragen.terms import Certainty, Chamber, Kind, LinkKind, Verdict

REPLY = publication("ah-tk-20302031-1047")


def tie(first: Document, second: Document) -> Link:
    link = verify(first, second)
    assert link == verify(second, first)
    assert link is not None
    return link


def test_a_filing_and_its_reply_share_member_day_subject_and_text() -> None:
    link = tie(filing(), REPLY)

    assert (link.kind, link.verdict, link.certainty) == (LinkKind.SAME_FILING, Verdict.JOINED, Certainty.CERTAIN)
    assert link.detail == (
        "Geen nummer en geen verwijzing verbindt deze stukken; gelijk: indiener, datum van indiening, onderwerp en tekst van de vragen."
    )
    assert {place.key for place in link.evidence} == {"kv-tk-2031Z00042", "ah-tk-20302031-1047"}


@pytest.mark.parametrize("name", ["Rietvink", "Joost Rietvinck", "JoostRietvinck", "Rietvinck"])
def test_a_misprinted_or_longer_name_does_not_break_a_link(name: str) -> None:
    assert tie(REPLY, publication("ah-tk-20302031-1059", names=(name,))).verdict is Verdict.JOINED


def test_a_misprinted_name_on_a_notice_without_questions_is_borne_by_day_and_subject() -> None:
    link = tie(REPLY, notice("ah-tk-20302031-1001", names=("Rietvink",)))

    assert (link.verdict, link.certainty) == (Verdict.JOINED, Certainty.LIKELY)


def test_a_notice_whose_subject_and_member_are_both_misprinted_is_only_suggested_nothing() -> None:
    assert verify(REPLY, notice("ah-tk-20302031-1001", names=("Rietvink",), subject=SUBJECT[:-4])) is None


@pytest.mark.parametrize("day", [date(2030, 1, 20), date(2031, 1, 21), date(2031, 11, 20)])
def test_a_day_with_one_digit_off_does_not_break_a_link(day: date) -> None:
    link = tie(REPLY, publication("ah-tk-20302031-1059", day=day))

    assert (link.verdict, link.certainty) == (Verdict.JOINED, Certainty.LIKELY)


def test_the_same_text_on_another_day_by_the_same_member_is_another_filing() -> None:
    assert verify(REPLY, publication("ah-tk-20312032-15", day=date(2032, 3, 4))) is None


def test_the_same_text_by_another_member_is_another_filing() -> None:
    assert verify(REPLY, publication("ah-tk-20302031-1059", names=("Merelhof",), party="SP")) is None


def test_two_names_that_differ_by_a_letter_in_two_parties_are_two_members() -> None:
    assert verify(REPLY, notice("ah-tk-20302031-1001", names=("Rietvink",), party="SP")) is None


def test_a_name_without_its_particle_is_another_name() -> None:
    long = publication("ah-tk-20302031-1001", names=("Inge van der Zwaluw",), questions=())
    short = notice("ah-tk-20302031-1002", names=("Zwaluw",))

    assert verify(long, short) is None


def test_two_filings_of_one_day_and_subject_to_different_ministers_stay_apart() -> None:
    one = publication("ah-tk-20302031-1", asked=("Defensie",))
    other = publication("ah-tk-20302031-2", asked=("Financiën",), by=("Financiën",))

    assert tie(one, other).verdict is Verdict.SUGGESTED


def test_two_filings_that_share_an_addressee_and_differ_in_a_word_of_the_subject_stay_apart() -> None:
    one = publication("ah-tk-20302031-1", subject=f"{SUBJECT} bij Defensie", asked=("Defensie", "Financiën"), questions=())
    other = notice("ah-tk-20302031-2", subject=f"{SUBJECT} bij de Marine", asked=("Financiën",))

    assert tie(one, other).verdict is Verdict.SUGGESTED


def test_a_misprinted_portfolio_is_the_same_office() -> None:
    link = tie(REPLY, publication("ah-tk-20302031-1059", asked=("Defensie", "Financiëm"), by=("Financiën",)))

    assert link.verdict is Verdict.JOINED


def test_two_filings_with_numbers_of_their_own_are_never_one_by_likeness() -> None:
    assert verify(filing("kv-tk-2031Z00042"), filing("kv-tk-2031Z00043")) is None


def test_a_reply_with_another_case_number_is_not_joined() -> None:
    assert verify(filing(), publication("ah-tk-20302031-1047", case="2031Z00043")) is None


def test_a_reply_that_repeats_a_part_of_the_questions_belongs_to_the_filing() -> None:
    link = tie(filing(), publication("ah-tk-20302031-1047", questions=QUESTIONS[1:]))

    assert (link.verdict, link.certainty) == (Verdict.JOINED, Certainty.LIKELY)
    assert "deels gelijk: tekst van de vragen" in link.detail


def test_a_letter_without_a_day_is_suggested() -> None:
    assert tie(filing(), publication("bron-1", day=None)).verdict is Verdict.SUGGESTED


def test_a_draft_without_heading_but_with_a_day_is_joined_by_its_text() -> None:
    draft = publication("bron-1", names=(), subject=None, asked=())

    assert tie(filing(), draft).verdict is Verdict.JOINED


def test_a_draft_with_nothing_but_the_text_is_suggested() -> None:
    assert tie(filing(), publication("bron-1", names=(), subject=None, asked=(), day=None)).verdict is Verdict.SUGGESTED


def test_a_shared_case_number_holds_without_anything_to_compare() -> None:
    bare = publication("bron-1", names=(), subject=None, asked=(), day=None, questions=(), case="2031Z00042")
    link = tie(filing(), bare)

    assert (link.kind, link.verdict, link.certainty) == (LinkKind.CASE_NUMBER, Verdict.JOINED, Certainty.CERTAIN)
    assert link.detail == "Beide noemen zaaknummer 2031Z00042; verder is er niets te vergelijken."


def test_a_shared_case_number_with_another_member_is_joined_with_less_certainty() -> None:
    link = tie(filing(), publication("ah-tk-20302031-1047", case="2031Z00042", names=("Merelhof",)))

    assert (link.verdict, link.certainty) == (Verdict.JOINED, Certainty.LIKELY)


def test_a_shared_case_number_over_other_questions_is_contradicted() -> None:
    other = publication("ah-tk-20302031-9", case="2031Z00042", subject=OTHER_SUBJECT, questions=OTHER_QUESTIONS)
    link = tie(filing(), other)

    assert (link.kind, link.verdict) == (LinkKind.CASE_NUMBER, Verdict.CONTRADICTED)
    assert link.detail == (
        "Beide noemen zaaknummer 2031Z00042, maar dat gaat over andere vragen; "
        "gelijk: indiener en datum van indiening; verschillend: onderwerp en tekst van de vragen."
    )


def test_a_reference_holds_when_both_print_the_same() -> None:
    later = publication("ah-tk-20302031-1138", see_also=("ah-tk-20302031-1047",))
    link = tie(REPLY, later)

    assert (link.source, link.target, link.kind) == ("ah-tk-20302031-1138", "ah-tk-20302031-1047", LinkKind.SEE_ALSO)
    assert (link.verdict, link.certainty, link.cited_as) == (Verdict.JOINED, Certainty.CERTAIN, "ah-tk-20302031-1047")


def test_a_reference_that_misprints_the_year_of_filing_holds() -> None:
    later = publication("ah-tk-20302031-1138", see_also=("ah-tk-20302031-1047",), day=date(2021, 1, 20))

    assert tie(REPLY, later).verdict is Verdict.JOINED


def test_a_reference_to_other_questions_is_contradicted() -> None:
    other = publication("ah-tk-20302031-9", names=("Merelhof",), subject=OTHER_SUBJECT, questions=OTHER_QUESTIONS)
    link = tie(publication("ah-tk-20302031-1138", see_also=("ah-tk-20302031-9",)), other)

    assert link.verdict is Verdict.CONTRADICTED
    assert link.detail.startswith("ah-tk-20302031-1138 verwijst naar ah-tk-20302031-9, maar dat gaat over andere vragen;")


def test_a_reference_to_another_filing_of_that_day_is_contradicted_by_its_questions() -> None:
    other = publication("ah-tk-20302031-9", questions=OTHER_QUESTIONS)

    assert tie(publication("ah-tk-20302031-1138", see_also=("ah-tk-20302031-9",)), other).verdict is Verdict.CONTRADICTED


def test_a_reference_to_what_says_nothing_is_suggested() -> None:
    bare = publication("ah-tk-20302031-9", names=(), subject=None, day=None, questions=(), asked=())

    assert tie(publication("ah-tk-20302031-1138", see_also=("ah-tk-20302031-9",)), bare).verdict is Verdict.SUGGESTED


def test_a_reference_to_the_number_that_a_source_is_believed_to_have_is_found() -> None:
    source = publication("bron-1", believed="ah-tk-20302031-1067")
    link = tie(source, publication("ah-tk-20302031-1047", see_also=("ah-tk-20302031-1067",)))

    assert (link.kind, link.verdict, link.cited_as) == (LinkKind.SEE_ALSO, Verdict.JOINED, "ah-tk-20302031-1067")


def test_a_reprint_belongs_to_what_it_reprints() -> None:
    link = tie(REPLY, publication("ah-tk-20302031-1047-n1"))

    assert (link.kind, link.verdict) == (LinkKind.REPRINT, Verdict.JOINED)


def test_a_reference_to_a_number_finds_its_reprint() -> None:
    link = tie(publication("ah-tk-20302031-9-n1"), publication("ah-tk-20302031-10", see_also=("ah-tk-20302031-9",)))

    assert (link.kind, link.cited_as) == (LinkKind.SEE_ALSO, "ah-tk-20302031-9")


def test_a_source_that_is_believed_to_be_a_publication_is_that_publication() -> None:
    link = tie(REPLY, publication("bron-1", believed="ah-tk-20302031-1047"))

    assert (link.kind, link.verdict) == (LinkKind.IDENTIFIER, Verdict.JOINED)


def test_the_chambers_are_two_worlds() -> None:
    one = publication("ah-tk-20302031-7", chamber=Chamber.TWEEDE_KAMER)
    other = publication("ah-ek-20302031-7", chamber=Chamber.EERSTE_KAMER)

    assert verify(one, other) is None


def test_a_document_of_another_kind_is_tied_by_numbers_only() -> None:
    motion = publication("bron-1", Kind.OTHER)
    numbered = publication("bron-2", Kind.OTHER, case="2031Z00042")

    assert verify(motion, REPLY) is None
    assert tie(numbered, filing()).kind is LinkKind.CASE_NUMBER


def test_a_publication_is_not_tied_to_itself() -> None:
    assert verify(REPLY, REPLY) is None


def test_the_day_of_filing_is_what_the_examples_share() -> None:
    assert REPLY.parsed.submitted_on == FILED_ON
