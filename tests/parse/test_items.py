import pytest

from kamervragen.model import ParsedDocument
from kamervragen.terms import Division
from parsing import parse_lines

HEAD = (
    "Vragen van het lid Bakker (SP) aan de Minister van Defensie over vrede (ingezonden 1 april 2031).\n\n"
    "Antwoord van Minister Smit (Defensie) (ontvangen 9 april 2031).\n\n"
)


def numbering(parsed: ParsedDocument) -> tuple[list[str], list[tuple[str, ...]]]:
    return [question.number for question in parsed.questions], [answer.numbers for answer in parsed.answers]


LABELS = [
    ("Vraag 1\nWaarom?\n\nAntwoord 1\nDaarom.", ["1"], [("1",)]),
    ("Vraag 1 \nWaarom?\n\nAntwoord op vraag 1:\nDaarom.", ["1"], [("1",)]),
    ("VRAAG 1\nWaarom?\n\nANTWOORD 1\nDaarom.", ["1"], [("1",)]),
    ("1\nWaarom?\n\nAntwoord\nDaarom.\n\n2\nHoezo?\n\nAntwoord \nZo.", ["1", "2"], [("1",), ("2",)]),
    ("1. Waarom?\n\nAntwoord vraag 1: \nDaarom.\n\n2. Hoezo?\n\nAntwoord vraag 2:\nZo.", ["1", "2"], [("1",), ("2",)]),
    ("Vraag 1\nWaarom?\n\nVraag 2\nHoezo?\n\nVraag 3\nEn?\n\nAntwoorden 1, 2 en 3\nZo.", ["1", "2", "3"], [("1", "2", "3")]),
    ("Vraag 1\nA?\n\nVraag 2\nB?\n\nVraag 3\nC?\n\nAntwoord vragen 1,2 en 3\nZo.", ["1", "2", "3"], [("1", "2", "3")]),
    ("Vraag 1\nA?\n\nVraag 2\nB?\n\nVraag 3\nC?\n\nAntwoord vraag 1-3:\nZo.", ["1", "2", "3"], [("1", "2", "3")]),
    ("Vraag 1\nA?\n\nVraag 2\nB?\n\nVraag 3\nC?\n\nAntwoord op vragen 1 t/m 3\nZo.", ["1", "2", "3"], [("1", "2", "3")]),
    ("Vraag 3\nA?\n\nAntwoord 3\nZo.\n\nVraag 6\nB?\n\nAntwoord 6\nZo.", ["3", "6"], [("3",), ("6",)]),
    ("Vraag 7\nA?\n\nAntwoord 7\nZo.\n\nVraag 7\nB?\n\nAntwoord 8\nZo.", ["7", "7"], [("7",), ("8",)]),
    ("Vraag:\n1. Waarom?\n\nAntwoord:\n1. Daarom.\n\nVraag:\n2. Hoezo?\n\nAntwoord:\n2. Zo.", ["1", "2"], [("1",), ("2",)]),
    ("Vraag 3a\nA?\n\nAntwoord 3a\nZo.\n\nVraag 3b\nB?\n\nAntwoord 3b\nZo.", ["3a", "3b"], [("3a",), ("3b",)]),
    ("• Vraag 1\n A?\n\n Zo.\n\n • Vraag 2\n B?\n\n Zo.", ["1", "2"], [("1",), ("2",)]),
]


@pytest.mark.parametrize(("items", "questions", "answers"), LABELS)
def test_these_labels_divide_a_document(items: str, questions: list[str], answers: list[tuple[str, ...]]) -> None:
    assert numbering(parse_lines(HEAD + items)) == (questions, answers)


def test_a_group_out_of_order_pairs_by_numbers() -> None:
    parsed = parse_lines(HEAD + "Vraag 1 en 3\nA?\nC?\n\nAntwoord 1 en 3\nAC.\n\nVraag 2\nB?\n\nAntwoord 2\nBB.")

    assert numbering(parsed) == (["1", "3", "2"], [("1", "3"), ("2",)])
    assert parsed.findings == ()


def test_a_number_that_a_group_left_out_may_follow_on_the_same_line() -> None:
    flat = "Vraag 1, 2 en 4 A? B? D? Antwoord 1, 2 en 4 Zo. Vraag 3 C? Antwoord 3 Zie vraag 1. Vraag 5 E? Antwoord 5 Zo."

    parsed = parse_lines((HEAD + flat).replace("\n", " "))

    assert numbering(parsed) == (["1", "2", "4", "3", "5"], [("1", "2", "4"), ("3",), ("5",)])


def test_as_many_paragraphs_as_numbers_are_one_question_each() -> None:
    parsed = parse_lines(HEAD + "Vraag 1, 2 en 3\n\nWaarom?\n\nHoezo?\n\nWanneer?\n\nAntwoord 1, 2 en 3\nNiet van toepassing.")

    assert [(question.text, question.division) for question in parsed.questions] == [
        ("Waarom?", Division.PARAGRAPH),
        ("Hoezo?", Division.PARAGRAPH),
        ("Wanneer?", Division.PARAGRAPH),
    ]


def test_one_paragraph_is_shared_by_all_numbers_of_its_label() -> None:
    parsed = parse_lines(HEAD + "Vraag 1 en 2\n\nWaarom? Hoezo?\n\nAntwoord 1 en 2\nNiet van toepassing.")

    assert [(question.text, question.division) for question in parsed.questions] == [("Waarom? Hoezo?", Division.SHARED)] * 2
    assert parsed.questions[0].spans == parsed.questions[1].spans


def test_other_than_n_paragraphs_are_shared_with_a_finding() -> None:
    parsed = parse_lines(HEAD + "Vraag 1 en 2\n\nWaarom?\n\nHoezo?\n\nWanneer?\n\nAntwoord 1 en 2\nZo.")

    assert {question.division for question in parsed.questions} == {Division.SHARED}
    assert [finding.code for finding in parsed.findings] == ["group_not_divided"]


WRAPPED = "dit is een gewone regel van een document die is afgebroken waar de bladzijde vol was en\n" * 6


def test_where_paragraphs_are_lost_sentences_divide_a_group_when_there_are_exactly_n() -> None:
    parsed = parse_lines(HEAD + f"Vraag 1 en 2\nWaarom is dat? Hoezo dan wel?\nAntwoord 1 en 2\n{WRAPPED}zo.")

    assert [(question.text, question.division) for question in parsed.questions] == [
        ("Waarom is dat?", Division.SENTENCE),
        ("Hoezo dan wel?", Division.SENTENCE),
    ]


def test_where_paragraphs_are_lost_a_glued_capital_shows_where_one_ended() -> None:
    parsed = parse_lines(
        HEAD + f"Vraag 1 en 2\nWaarom is dat? Kunt u dat toelichten?Hoe helpt u? Kunt u dat ook?\nAntwoord 1 en 2\n{WRAPPED}zo."
    )

    assert [question.text for question in parsed.questions] == [
        "Waarom is dat? Kunt u dat toelichten?",
        "Hoe helpt u? Kunt u dat ook?",
    ]


def test_what_stays_over_is_reported_and_nothing_is_paired_by_position() -> None:
    parsed = parse_lines(HEAD + "Vraag 1\nA?\n\nAntwoord 1\nZo.\n\nVraag 2\nB?\n\nAntwoord 4\nZo.")

    assert [(finding.code, finding.detail) for finding in parsed.findings] == [
        ("question_without_answer", "Vraag 2 heeft in dit document geen antwoord met dat nummer."),
        ("answer_without_question", "Dit antwoord noemt vraag 4; die vraag staat niet in dit document."),
    ]


def test_repeated_and_skipped_numbers_are_reported() -> None:
    parsed = parse_lines(
        HEAD + "Vraag 1\nA?\n\nAntwoord 1\nZo.\n\nVraag 3\nB?\n\nAntwoord 3\nZo.\n\nVraag 3\nC?\n\nAntwoord 3\nZo."
    )

    assert [finding.code for finding in parsed.findings] == ["repeated_number", "skipped_number"]


def test_a_document_on_one_line_is_divided_by_the_count_of_its_labels() -> None:
    flat = (
        HEAD + "Vraag 1 Waarom? Antwoord 1Ja, zie vraag 2. Vraag 2 Hoezo (vraag 1)? Antwoord 2Zie het antwoord op vraag 1."
    ).replace("\n", " ")

    parsed = parse_lines(flat)

    assert numbering(parsed) == (["1", "2"], [("1",), ("2",)])
    assert [answer.text for answer in parsed.answers] == ["Ja, zie vraag 2.", "Zie het antwoord op vraag 1."]


def test_a_filing_without_numbers_counts_its_paragraphs() -> None:
    parsed = parse_lines(
        "Vragen van het lid Bakker (SP) aan de minister van Defensie over vrede\n\nWaarom is dat zo? 1)\n\nHoezo dan?\n\n1) Krant, 2 mei 2031\n"
    )

    assert parsed.numbered is False
    assert [(question.number, question.text) for question in parsed.questions] == [
        ("1", "Waarom is dat zo?"),
        ("2", "Hoezo dan?"),
    ]


def test_an_answer_set_under_its_question_without_label_is_inferred() -> None:
    parsed = parse_lines(HEAD + "Vraag 1\nA?\n\nAntwoord 1\nZo.\n\nVraag 2\nB?\n\nDat gaat zo.\n\nVraag 3\nC?\n\nAntwoord 3\nZo.")

    assert numbering(parsed) == (["1", "2", "3"], [("1",), ("2",), ("3",)])
    assert [(each.field, each.certainty) for each in parsed.inferred if each.field.startswith("answers")] == [
        ("answers[2]", "likely")
    ]


def test_lines_that_end_with_an_address_do_not_make_a_page_a_printed_column() -> None:
    parsed = parse_lines(
        HEAD
        + "Bron vraag https://uitgever.example/vragen/kv-tk-2031Z00900.html\n" * 4
        + "Bron antwoord https://uitgever.example/antwoorden/2031-900.html\n" * 2
        + "\n• Vraag 1\n  A?\n\n  Zo.\n\n• Vraag 2\n  B?\n\n  Zie antwoord vraag 1.\n"
    )

    assert [answer.text for answer in parsed.answers] == ["Zo.", "Zie antwoord vraag 1."]
    assert [question.text for question in parsed.questions] == ["A?", "B?"]


def test_an_answer_in_which_no_answer_is_found_is_a_finding() -> None:
    parsed = parse_lines(HEAD + "Vraag 1\nA? Zo.\n\nVraag 2\nB? En zo.")

    assert (parsed.kind, parsed.answers) == ("answer", ())
    assert [finding.code for finding in parsed.findings] == ["no_answers"]


def test_a_toelichting_is_a_remark() -> None:
    parsed = parse_lines(
        HEAD + "Vraag 1\nA?\n\nAntwoord 1\nZo.\n\nToelichting:\nDeze vragen dienen ter aanvulling op eerdere vragen."
    )

    assert parsed.remarks == "Deze vragen dienen ter aanvulling op eerdere vragen."
    assert [answer.text for answer in parsed.answers] == ["Zo."]


def test_a_list_in_another_kind_of_document_is_no_questions() -> None:
    parsed = parse_lines("Motie van het lid Bakker\n\n1. verzoekt de regering te lezen;\n\n2. en te schrijven.\n")

    assert (parsed.kind, parsed.questions) == ("other", ())


NOTICE = "AH 12\n2031Z00042\nMededeling van minister Smit (Defensie) (ontvangen 9 april 2031)\n\n"
TEXT = (
    "Hierbij deel ik u mede dat de vragen van het lid Bakker (SP) van uw Kamer aan de minister van Defensie over de boot "
    "(ingezonden 1 april 2031) niet binnen de gebruikelijke termijn kunnen worden beantwoord."
)


def test_a_notice_without_questions_tells_in_its_text_who_asked() -> None:
    parsed = parse_lines(NOTICE + TEXT)

    assert (parsed.kind, parsed.subject, parsed.remarks) == ("postponement", "de boot", TEXT)
    assert (str(parsed.submitted_on), str(parsed.received_on)) == ("2031-04-01", "2031-04-09")
    assert [(each.name, each.party) for each in parsed.submitters] == [("Bakker", "SP")]
    assert [each.name for each in parsed.respondents] == ["Smit"]
    assert parsed.findings == ()


@pytest.mark.parametrize("label", ["Mededeling\n", ""])
def test_a_notice_under_its_questions_is_a_remark_and_no_answer(label: str) -> None:
    parsed = parse_lines(f"{NOTICE}Vraag 1\nA?\n\nVraag 2\nB?\n\n{label}{TEXT}")

    assert numbering(parsed) == (["1", "2"], [])
    assert (parsed.kind, parsed.remarks) == ("postponement", TEXT)
    assert ([each.name for each in parsed.submitters], parsed.subject) == (["Bakker"], "de boot")


def test_a_filing_without_numbers_keeps_its_lists_and_its_toelichting() -> None:
    parsed = parse_lines(
        "Vragen van het lid Bakker (SP) aan de minister van Defensie over vrede\n\nWaarom?\n\nKunt u zeggen:\n- wat?\n- hoe?\n\nKunt u snel antwoorden.\n\n"
        "Toelichting: \n\nDeze vragen dienen ter aanvulling.\n"
    )

    assert [question.text for question in parsed.questions] == [
        "Waarom?",
        "Kunt u zeggen:\n- wat?\n- hoe?",
        "Kunt u snel antwoorden.",
    ]
    assert (parsed.numbered, parsed.remarks) == (False, "Deze vragen dienen ter aanvulling.")


@pytest.mark.parametrize("label", ["Vraag\n", ""])
def test_a_single_question_needs_no_number(label: str) -> None:
    parsed = parse_lines(f"{HEAD}{label}Waarom?\n\nAntwoord\nDaarom.")

    assert numbering(parsed) == (["1"], [("1",)])
    assert (parsed.numbered, parsed.findings) == (False, ())


def test_a_number_under_a_label_is_the_labels_and_no_part_of_the_text() -> None:
    parsed = parse_lines(HEAD + "Vraag:\n1. Waarom?\n\nAntwoord:\n1. Daarom.\n\nVraag:\n2. Hoezo?\n\nAntwoord:\n2. Zo.")

    assert [question.text for question in parsed.questions] == ["Waarom?", "Hoezo?"]
    assert [answer.text for answer in parsed.answers] == ["Daarom.", "Zo."]


def test_a_list_under_a_label_keeps_its_numbers() -> None:
    parsed = parse_lines(HEAD + "Vraag 1\nWaarom?\n\nAntwoord:\n1. Eerst dit.\n2. Dan dat.")

    assert (parsed.answers[0].numbers, parsed.answers[0].text) == (("1",), "1. Eerst dit.\n2. Dan dat.")
