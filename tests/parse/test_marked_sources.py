"""Sources that mark their own questions and answers: official XML, both generations."""

from datetime import date

from kamervragen.model import ParsedDocument, RawDocument
from kamervragen.pipeline import process
from kamervragen.terms import Kind


def parse_xml(inner: str) -> ParsedDocument:
    data = f"<officiele-publicatie><kamervragen>{inner}</kamervragen></officiele-publicatie>".encode()
    return process(RawDocument(name="test.xml", data=data)).parsed


HEAD = (
    "<kamervraagkop><tekstregel inhoud='vergaderjaar'>Vergaderjaar 2030-2031</tekstregel></kamervraagkop>"
    "<kamervraagnummer>7</kamervraagnummer>"
    "<kamervraagomschrijving type='vraag'>Vragen van het lid Bakker (SP) aan de Minister van Defensie over "
    "<kamervraagonderwerp>vrede</kamervraagonderwerp> (ingezonden <datum isodatum='2031-04-01'>1 april 2031</datum>)."
    "</kamervraagomschrijving>"
)


def test_the_masthead_gives_session_year_and_number_and_so_the_identifier() -> None:
    parsed = parse_xml(HEAD + "<vraag><nr>Vraag 1</nr><al>Klopt dat?</al></vraag>")

    assert (parsed.session_year, parsed.number, parsed.id) == ("2030-2031", 7, "ah-tk-20302031-7")
    assert (parsed.subject, parsed.submitted_on) == ("vrede", date(2031, 4, 1))


def test_paragraphs_of_a_group_are_one_question_each_and_a_list_belongs_to_its_paragraph() -> None:
    parsed = parse_xml(
        HEAD
        + "<vraag><nr>Vraag 1, 2</nr><al>Eerste, met:</al><lijst><li><li.nr>a.</li.nr><al>een</al></li><li><li.nr>b.</li.nr><al>twee</al></li></lijst>"
        + "<al>Tweede?</al></vraag><antwoord><nr>Antwoord 1, 2</nr><al>Ja.</al></antwoord>"
    )

    assert [question.text for question in parsed.questions] == ["Eerste, met:\na. een\nb. twee", "Tweede?"]
    assert parsed.answers[0].numbers == ("1", "2")


def test_a_note_in_the_running_text_leaves_the_sentence_whole() -> None:
    parsed = parse_xml(
        HEAD
        + "<vraag><nr>Vraag 1</nr><al>Kent u het bericht<noot id='n1' type='voet'><noot.nr>1</noot.nr><noot.al>Krant, 2 mei 2031</noot.al></noot>"
        + " over de boot?</al></vraag>"
    )

    assert parsed.questions[0].text == "Kent u het bericht over de boot?"
    assert [(note.marker, note.text) for note in parsed.footnotes] == [("1", "Krant, 2 mei 2031")]


def test_questions_without_any_number_are_counted() -> None:
    parsed = parse_xml(HEAD + "<vraag><nr/><al>Klopt dat?</al></vraag><antwoord><nr/><al>Ja.</al></antwoord>")

    assert parsed.numbered is False
    assert [question.number for question in parsed.questions] == ["1"]
    assert [answer.numbers for answer in parsed.answers] == [("1",)]


def test_one_question_without_number_among_others_is_kept_with_a_finding() -> None:
    parsed = parse_xml(
        HEAD
        + "<vraag><nr>Vraag 1</nr><al>A?</al></vraag><antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord><vraag><nr/><al>B?</al></vraag>"
    )

    assert [(question.number, question.text) for question in parsed.questions] == [("1", "A?"), ("", "B?")]
    assert [finding.code for finding in parsed.findings] == ["question_without_number"]


def test_the_older_generation_prints_its_second_heading_below_the_questions() -> None:
    data = (
        b"<kamerwrk><vragen><vraagnummer>7</vraagnummer><omschr>Vragen van het lid Bakker (SP) aan de minister van Defensie over vrede. "
        b"(Ingezonden 1 april 2003)</omschr><vraag><nummer>1</nummer><al>Klopt dat?</al></vraag></vragen>"
        b"<reactie><omschr>Antwoord van minister Smit (Defensie). (Ontvangen 9 april 2003)</omschr>"
        b"<antwoord><nummer>1</nummer><al>Ja.</al></antwoord></reactie></kamerwrk>"
    )
    parsed = process(RawDocument(name="old.xml", data=data)).parsed

    assert (parsed.kind, parsed.subject, parsed.received_on) == (Kind.ANSWER, "vrede", date(2003, 4, 9))
    assert [(question.number, question.text) for question in parsed.questions] == [("1", "Klopt dat?")]
    assert [(answer.numbers, answer.text) for answer in parsed.answers] == [(("1",), "Ja.")]


def test_a_signature_is_a_letter_segment_and_nothing_is_unknown() -> None:
    parsed = parse_xml(
        HEAD
        + "<vraag><nr>Vraag 1</nr><al>A?</al></vraag>"
        + "<ondertekening><functie>De Minister van Defensie,</functie><naam>J. Smit</naam></ondertekening>"
    )

    assert "letter" in {str(segment.kind) for segment in parsed.segments}
    assert parsed.findings == ()


def test_the_number_of_an_older_note_is_no_part_of_its_text() -> None:
    data = (
        b"<kamerwrk><vragen><vraagnummer>7</vraagnummer><vraag><nummer>1</nummer><al>Klopt dat?<nootref refid='n1'>1</nootref></al></vraag>"
        b"<noot id='n1'><nr>1</nr><al>Krant, 2 mei 2003</al></noot></vragen></kamerwrk>"
    )
    parsed = process(RawDocument(name="old.xml", data=data)).parsed

    assert [(note.marker, note.text) for note in parsed.footnotes] == [("1", "Krant, 2 mei 2003")]
