"""The series of the examples: ten replies, of which one answers differently."""

from comparing import cell, question, series
from kamervragen.compare import compare
from kamervragen.terms import AnswerForm, AnswerLikeness

JUSTICE = "ah-tk-20302031-1063"


def test_the_sentence_names_the_one_ministry_that_answers_differently() -> None:
    assert compare(series()).sentence == "Eén antwoord wijkt af: Justitie en Veiligheid, vraag 1."


def test_nine_say_no_to_the_first_question_and_one_says_yes() -> None:
    first = question(compare(series()), "1")

    assert [len(each.replies) for each in first.clusters] == [9, 1]
    assert first.clusters[1].replies == first.outliers == (JUSTICE,)
    assert [each.likeness for each in first.cells if each.reply == JUSTICE] == [AnswerLikeness.DIFFERENT]
    assert {each.likeness for each in first.cells if each.reply != JUSTICE} == {AnswerLikeness.IDENTICAL}


def test_not_applicable_is_shown_as_such_for_each_number_of_the_joint_answer() -> None:
    comparison = compare(series())

    for number in ("2", "3", "4", "6", "7"):
        assert {each.form for each in question(comparison, number).cells} == {AnswerForm.NOT_APPLICABLE}, number
    assert cell(comparison, "3", JUSTICE).numbers == ("2", "3", "4")
    assert cell(comparison, "3", JUSTICE).anchor == "antwoord-2-3-4"


def test_ministries_that_differ_in_their_own_name_only_answer_the_same() -> None:
    fifth = question(compare(series()), "5")

    assert len(fifth.clusters) == 1
    assert fifth.clusters[0].is_identical
    assert [each.text[slice(*span)] for each in fifth.cells for span in each.own][:2] == ["Binnenlandse", "Koninkrijksrelaties"]


def test_a_yes_alone_is_a_yes() -> None:
    assert {each.form for each in question(compare(series()), "9").cells} == {AnswerForm.YES}


def test_a_notice_and_the_questions_as_filed_have_no_column() -> None:
    assert len(compare(series()).replies) == 10
