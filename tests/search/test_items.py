"""The questions and answers of a document as items of the index."""

from datetime import date

from invented import text_of
from kamervragen.model import Addressee, Answer, ParsedDocument, Question, RawDocument, Respondent, Span, Submitter
from kamervragen.pipeline import process
from kamervragen.search.items import make_items
from kamervragen.search.records import Item
from kamervragen.terms import Division, Kind, Role, Side

KEY = "ah-tk-20302031-8"


def _parsed(**fields: object) -> ParsedDocument:
    return ParsedDocument(**{"source": "vragen.txt", "kind": Kind.ANSWER, **fields})


def _question(number: str, text: str, start: int, division: Division | None = None) -> Question:
    return Question(number=number, text=text, division=division, spans=(Span(start, start + 1),))


def _answer(numbers: tuple[str, ...], text: str, start: int) -> Answer:
    return Answer(numbers=numbers, text=text, spans=(Span(start, start + 1),))


def test_an_item_has_its_text_that_of_the_other_side_and_what_the_heading_says() -> None:
    parsed = process(RawDocument(name="8.txt", data=text_of(8).encode())).parsed

    first = make_items(KEY, parsed)[0]

    assert first == Item(
        key=KEY,
        side=Side.QUESTION,
        anchor="vraag-1",
        numbers=("1",),
        text="Regent het op plein 8?",
        other="Ja.",
        subject="het weer op plein 8",
        kind="answer",
        session_year="2030-2031",
        submitted_on=date(2031, 1, 29),
        received_on=date(2031, 2, 16),
        submitters=("Jansen",),
        parties=("Partij A",),
        ministries=("mnre1018",),
        addressees=("minister (Defensie)",),
        respondents=("De Vries, minister (Defensie)",),
    )


def test_every_question_and_every_answer_is_an_item_in_printed_order() -> None:
    parsed = process(RawDocument(name="8.txt", data=text_of(8).encode())).parsed

    found = [(item.side, item.anchor, item.text) for item in make_items(KEY, parsed)]

    assert found == [
        (Side.QUESTION, "vraag-1", "Regent het op plein 8?"),
        (Side.ANSWER, "antwoord-1", "Ja."),
        (Side.QUESTION, "vraag-2", "Houdt het morgen op?"),
        (Side.ANSWER, "antwoord-2", "Dat hangt van de wind af."),
    ]


def test_questions_that_share_a_text_are_one_item_with_all_their_numbers() -> None:
    shared = [_question(number, "Wie komt, en wanneer?", 0, Division.SHARED) for number in ("6", "7")]
    parsed = _parsed(questions=tuple(shared), answers=(_answer(("6", "7"), "Niemand.", 5),))

    questions = [item for item in make_items(KEY, parsed) if item.side is Side.QUESTION]

    assert [(item.anchor, item.numbers) for item in questions] == [("vraag-6", ("6", "7"))]


def test_of_a_group_each_item_has_the_texts_of_the_whole_other_side() -> None:
    questions = (_question("2", "Waarom?", 0), _question("3", "Waar?", 2))
    parsed = _parsed(questions=questions, answers=(_answer(("2", "3"), "Omdat.", 4), _answer(("2",), "Hier.", 6)))

    other = {item.anchor: item.other for item in make_items(KEY, parsed)}

    assert other == {
        "vraag-2": "Omdat.\nHier.",
        "vraag-3": "Omdat.\nHier.",
        "antwoord-2-3": "Waarom?\nWaar?",
        "antwoord-2": "Waarom?\nWaar?",
    }


def test_a_number_that_is_printed_twice_has_two_anchors() -> None:
    parsed = _parsed(questions=(_question("7", "Wie?", 0), _question("7", "Wat?", 2)))

    assert [item.anchor for item in make_items(KEY, parsed)] == ["vraag-7", "vraag-7.2"]


def test_a_question_without_answer_and_an_answer_without_number_are_items_too() -> None:
    parsed = _parsed(questions=(_question("1", "Wie?", 0),), answers=(_answer((), "Iedereen.", 2),))

    assert [(item.anchor, item.other) for item in make_items(KEY, parsed)] == [("vraag-1", ""), ("antwoord", "")]


def test_what_has_no_text_is_no_item() -> None:
    parsed = _parsed(questions=(_question("1", " \n", 0), _question("2", "Wie?", 2)), answers=(_answer(("1", "2"), "", 4),))

    assert [item.anchor for item in make_items(KEY, parsed)] == ["vraag-2"]


def test_a_document_without_questions_and_answers_has_no_items() -> None:
    assert make_items(KEY, _parsed(kind=Kind.POSTPONEMENT, subject="het weer")) == ()


def test_a_question_is_of_the_ministries_that_are_asked_and_an_answer_of_those_that_answer() -> None:
    parsed = _parsed(
        questions=(_question("1", "Wie?", 0),),
        answers=(_answer(("1",), "Ik.", 2),),
        addressees=(Addressee(role=Role.MINISTER_PRESIDENT, portfolio=None), Addressee(role=Role.MINISTER, portfolio="Defensie")),
        respondents=(Respondent(role=Role.MINISTER, name="De Vries", portfolio="Defensie"),),
        on_behalf_of=(Respondent(role=Role.STAATSSECRETARIS, name=None, portfolio="Financiën"),),
    )

    question, answer = make_items(KEY, parsed)

    assert question.ministries == ("mnre1010", "mnre1018")
    assert answer.ministries == ("mnre1018", "mnre1090")
    assert answer.respondents == ("De Vries, minister (Defensie)", "staatssecretaris (Financiën)")
    assert question.addressees == ("minister-president", "minister (Defensie)")


def test_a_ministry_is_the_one_that_had_the_portfolio_on_that_day() -> None:
    asked = (Addressee(role=Role.MINISTER, portfolio="Economische Zaken"),)
    fields = {"questions": (_question("1", "Wie?", 0),), "addressees": asked}

    before, after = (make_items(KEY, _parsed(submitted_on=date(year, 5, 1), **fields))[0].ministries for year in (2009, 2015))

    assert (before, after) == (("mnre1040",), ("mnre1045",))


def test_an_office_that_no_table_knows_has_no_ministry_but_its_words() -> None:
    parsed = _parsed(
        questions=(_question("1", "Wie?", 0),), addressees=(Addressee(role=Role.MINISTER, portfolio="Ruimtevaart en Zee"),)
    )

    item = make_items(KEY, parsed)[0]

    assert (item.ministries, item.addressees) == ((), ("minister (Ruimtevaart en Zee)",))


def test_names_that_are_printed_twice_are_there_once() -> None:
    submitters = (
        Submitter(name="Jansen", party="Partij A"),
        Submitter(name="De Wit", party="Partij A"),
        Submitter(name="De Wit", party=None),
    )
    parsed = _parsed(questions=(_question("1", "Wie?", 0),), submitters=submitters)

    item = make_items(KEY, parsed)[0]

    assert (item.submitters, item.parties) == (("Jansen", "De Wit"), ("Partij A",))


def test_where_no_day_of_receipt_is_printed_the_date_of_the_letter_stands_for_it() -> None:
    parsed = _parsed(questions=(_question("1", "Wie?", 0),), letter_date=date(2031, 2, 14))

    assert make_items(KEY, parsed)[0].received_on == date(2031, 2, 14)
