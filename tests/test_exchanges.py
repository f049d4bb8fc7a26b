"""Questions and answers belong together by their numbers, wherever they stand."""

from kamervragen.exchanges import Exchange, pair
from kamervragen.model import Answer, ParsedDocument, Question, Span
from kamervragen.terms import Kind


def _question(number: str, start: int) -> Question:
    return Question(number=number, text=f"Vraag {number}?", division=None, spans=(Span(start, start + 5),))


def _answer(numbers: str, start: int) -> Answer:
    return Answer(numbers=tuple(numbers.split()), text="Ja.", spans=(Span(start, start + 3),))


def _pair(questions: list[Question], answers: list[Answer]) -> list[tuple[str, str]]:
    """The numbers asked and the numbers answered of each exchange."""
    parsed = ParsedDocument(source="x", kind=Kind.ANSWER, questions=tuple(questions), answers=tuple(answers))
    return [_numbers(exchange) for exchange in pair(parsed)]


def _numbers(exchange: Exchange) -> tuple[str, str]:
    asked = " ".join(question.number for question in exchange.questions)
    return asked, "|".join(" ".join(answer.numbers) for answer in exchange.answers)


def test_an_answer_stands_under_the_question_with_its_number_even_when_printed_out_of_order() -> None:
    questions = [_question("1", 0), _question("2", 10), _question("3", 20)]
    answers = [_answer("3", 30), _answer("1", 40), _answer("2", 50)]
    assert _pair(questions, answers) == [("1", "1"), ("2", "2"), ("3", "3")]


def test_one_answer_to_several_questions_stands_once_under_all_of_them() -> None:
    questions = [_question("1", 0), _question("2", 10), _question("3", 20), _question("4", 30)]
    assert _pair(questions, [_answer("1", 40), _answer("2 3 4", 50)]) == [("1", "1"), ("2 3 4", "2 3 4")]


def test_a_group_whose_numbers_do_not_follow_each_other_stands_where_it_begins() -> None:
    questions = [_question(number, int(number) * 10) for number in "4 5 6 7 8".split()]
    assert _pair(questions, [_answer("4 5 7 8", 100), _answer("6", 110)]) == [("4 5 7 8", "4 5 7 8"), ("6", "6")]


def test_questions_that_share_a_text_stay_together_when_they_are_answered_apart() -> None:
    shared = Span(0, 5)
    questions = [Question(number=number, text="Samen?", division=None, spans=(shared,)) for number in ("6", "7")]
    exchange = pair(
        ParsedDocument(source="x", kind=Kind.ANSWER, questions=tuple(questions), answers=(_answer("6", 9), _answer("7", 20)))
    )
    assert [_numbers(each) for each in exchange] == [("6 7", "6|7")]
    assert len(exchange[0].asked) == 1


def test_a_question_without_answer_and_an_answer_without_question_stay_alone() -> None:
    assert _pair([_question("1", 0), _question("2", 10)], [_answer("1", 20), _answer("5", 30)]) == [
        ("1", "1"),
        ("2", ""),
        ("", "5"),
    ]


def test_the_same_number_of_questions_and_answers_is_no_reason_to_pair_them() -> None:
    assert _pair([_question("1", 0), _question("2", 10)], [_answer("3", 20), _answer("4", 30)]) == [
        ("1", ""),
        ("2", ""),
        ("", "3"),
        ("", "4"),
    ]


def test_an_answer_without_number_stands_by_itself() -> None:
    assert _pair([_question("1", 0)], [_answer("", 10)]) == [("1", ""), ("", "")]


def test_answers_by_letter_stand_under_the_question_whose_number_has_none() -> None:
    assert _pair([_question("3", 0), _question("4", 10)], [_answer("3a", 20), _answer("3b", 30), _answer("4", 40)]) == [
        ("3", "3a|3b"),
        ("4", "4"),
    ]


def test_questions_by_letter_with_answers_by_letter_are_paired_by_letter() -> None:
    assert _pair([_question("3a", 0), _question("3b", 10)], [_answer("3a", 20), _answer("3b", 30)]) == [
        ("3a", "3a"),
        ("3b", "3b"),
    ]


def test_numbers_that_an_answer_names_in_vain_are_known() -> None:
    parsed = ParsedDocument(source="x", kind=Kind.ANSWER, questions=(_question("2", 0),), answers=(_answer("2 9", 10),))
    (exchange,) = pair(parsed)
    assert exchange.not_asked == ("9",)
    assert exchange.not_answered == ()


def _anchors(questions: list[Question], answers: list[Answer]) -> list[str]:
    parsed = ParsedDocument(source="x", kind=Kind.ANSWER, questions=tuple(questions), answers=tuple(answers))
    exchanges = pair(parsed)
    asked = [anchor for exchange in exchanges for shared in exchange.asked for anchor in shared.anchors]
    return asked + [anchor for exchange in exchanges for anchor in exchange.answer_anchors]


def test_an_anchor_is_made_of_what_it_is_and_all_its_numbers() -> None:
    questions = [_question("1", 0), _question("2", 10), _question("3a", 20)]
    answers = [_answer("1", 30), _answer("2 3a", 40), _answer("", 50)]
    assert _anchors(questions, answers) == ["vraag-1", "vraag-2", "vraag-3a", "antwoord-1", "antwoord-2-3a", "antwoord"]


def test_a_number_that_is_printed_twice_gets_two_anchors() -> None:
    assert _anchors([_question("7", 0), _question("7", 10)], [_answer("7", 20), _answer("7", 30)]) == [
        "vraag-7",
        "vraag-7.2",
        "antwoord-7",
        "antwoord-7.2",
    ]
