"""Which publications are columns, which numbers are rows, and where an answer stands."""

from dataclasses import replace

from comparing import answering, cell, dossier_of, question
from invented_filings import filing, notice
from kamervragen.compare import compare
from kamervragen.dossiers import Membership
from kamervragen.terms import AnswerForm, DossierPart, Role


def test_two_replies_by_one_ministry_are_two_columns() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"1": "Ja."}), answering("ah-2", {"1": "Nee."})]))

    assert [(each.key, each.offices) for each in comparison.replies] == [("ah-1", ("Defensie",)), ("ah-2", ("Defensie",))]
    assert len(question(comparison, "1").clusters) == 2
    assert comparison.sentence == ""


def test_supplements_and_corrections_are_columns_with_their_part() -> None:
    parts = (DossierPart.REPLY, DossierPart.SUPPLEMENT, DossierPart.CORRECTION)

    comparison = compare(dossier_of([answering(f"ah-{part}", {"1": "Ja."}, part=part) for part in parts]))

    assert [each.part for each in comparison.replies] == ["reply", "supplement", "correction"]


def test_a_minister_and_a_state_secretary_of_one_portfolio_are_two_respondents() -> None:
    minister, other = answering("ah-1", {"1": "Ja."}), answering("ah-2", {"1": "Nee."})
    secretary = tuple(replace(office, role=Role.STAATSSECRETARIS) for office in other.document.answering)
    replies = [minister, replace(other, document=replace(other.document, answering=secretary))]

    comparison = compare(dossier_of(replies))

    assert [each.offices for each in comparison.replies] == [("Defensie",), ("staatssecretaris (Defensie)",)]
    assert comparison.sentence == "De antwoorden op vraag 1 lopen uiteen."


def test_a_reprint_has_no_column_beside_what_it_reprints() -> None:
    reprint = replace(answering("ah-1-n1", {"1": "Nee."}, part=DossierPart.REPRINT), replaces="ah-1")

    comparison = compare(dossier_of([answering("ah-1", {"1": "Ja."}), reprint]))

    assert [each.key for each in comparison.replies] == ["ah-1"]
    assert cell(comparison, "1", "ah-1").text == "Ja."


def test_a_reprint_of_what_is_not_there_has_a_column() -> None:
    reprint = replace(answering("ah-1-n1", {"1": "Nee."}, part=DossierPart.REPRINT), replaces=None)

    assert [each.key for each in compare(dossier_of([reprint])).replies] == ["ah-1-n1"]


def test_the_questions_and_a_notice_have_no_column() -> None:
    asked = Membership(document=filing(), part=DossierPart.QUESTION)
    delayed = Membership(document=notice("ah-9"), part=DossierPart.POSTPONEMENT)

    assert [each.key for each in compare(dossier_of([asked, delayed, answering("ah-1", {"1": "Ja."})])).replies] == ["ah-1"]


def test_a_joint_answer_stands_under_each_of_its_numbers() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"3 1": "Dat is niet bekend."})]))

    assert [cell(comparison, number, "ah-1").text for number in ("1", "2", "3")] == [
        "Dat is niet bekend.", "", "Dat is niet bekend.",
    ]  # fmt: skip
    assert cell(comparison, "1", "ah-1").numbers == ("3", "1")
    assert cell(comparison, "1", "ah-1").anchor == "antwoord-3-1"
    assert (cell(comparison, "2", "ah-1").form, cell(comparison, "2", "ah-1").likeness) == (AnswerForm.ABSENT, None)


def test_answers_in_another_order_stand_under_their_numbers() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"3": "Drie.", "1": "Een."})]))

    assert [cell(comparison, number, "ah-1").text for number in ("1", "2", "3")] == ["Een.", "", "Drie."]


def test_the_parts_of_an_answer_stand_together_under_the_number_that_is_asked() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"3a": "Eerst dit.", "3b": "Dan dat."})]))

    assert cell(comparison, "3", "ah-1").text == "Eerst dit.\nDan dat."
    assert cell(comparison, "3", "ah-1").numbers == ("3a", "3b")


def test_an_answer_to_the_whole_stands_under_each_part_that_is_asked() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"3": "Dit."}), answering("ah-2", {"3a": "Dat."})], "3a 3b"))

    assert [cell(comparison, number, "ah-1").text for number in ("3a", "3b")] == ["Dit.", "Dit."]
    assert [cell(comparison, number, "ah-2").text for number in ("3a", "3b")] == ["Dat.", ""]


def test_an_answer_to_a_number_that_nobody_asks_has_a_row_of_its_own() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"12": "Twaalf.", "1": "Een."})]))

    assert [(each.number, each.text) for each in comparison.questions][-1] == ("12", "")
    assert cell(comparison, "12", "ah-1").text == "Twaalf."


def test_an_answer_without_number_is_not_placed_by_its_position() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"": "Losse tekst."})]))

    assert [(each.number, each.cells[0].text) for each in comparison.questions] == [
        ("1", ""), ("2", ""), ("3", ""), ("", "Losse tekst."),
    ]  # fmt: skip


def test_a_label_without_text_is_no_answer_though_its_number_is_there() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"1": ""})]))

    found = cell(comparison, "1", "ah-1")

    assert (found.numbers, found.form, found.likeness, found.cluster) == (("1",), AnswerForm.ABSENT, None, None)


def test_a_dossier_without_replies_has_rows_and_no_columns() -> None:
    comparison = compare(dossier_of([]))

    assert (len(comparison.questions), comparison.replies, comparison.sentence) == (3, (), "")
