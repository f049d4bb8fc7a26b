from datetime import date

from kamervragen.terms import Kind, Role
from parsing import parse_lines

LETTER = """De voorzitter van de Tweede Kamer
der Staten-Generaal

Datum\t25 juli 2031

In antwoord op uw brief van 5 juli 2031, nr. 2031Z11859, deel ik u mede dat de vragen van de leden Bakker (SP) en De Wit (D66) over de boot worden beantwoord zoals aangegeven in de bijlage van deze brief.

Mede namens de Minister van Defensie,

De Minister van Justitie en Veiligheid,

D.M. van Smit

Antwoorden van de minister van Justitie en Veiligheid op Kamervragen
van de leden Bakker (SP) en De Wit (D66) over de gezonken boot.
Vraag 1
Waarom?

Antwoord op vraag 1
Daarom.
"""


def test_a_letter_gives_who_signed_it_and_when() -> None:
    parsed = parse_lines(LETTER)

    assert (parsed.kind, parsed.case_number, parsed.letter_date) == (Kind.ANSWER, "2031Z11859", date(2031, 7, 25))
    assert [(each.role, each.name, each.portfolio) for each in parsed.respondents] == [
        (Role.MINISTER, "D.M. van Smit", "Justitie en Veiligheid")
    ]
    assert [(each.role, each.portfolio) for each in parsed.on_behalf_of] == [(Role.MINISTER, "Defensie")]
    assert [each.name for each in parsed.submitters] == ["Bakker", "De Wit"]
    assert parsed.subject == "de gezonken boot"
    assert (parsed.submitted_on, parsed.received_on) == (None, None)


def test_nothing_of_a_letter_is_unknown() -> None:
    parsed = parse_lines(LETTER)

    assert {str(segment.kind) for segment in parsed.segments} == {"letter", "heading", "label", "question", "answer", "blank"}


def test_a_letter_of_postponement_needs_no_heading() -> None:
    parsed = parse_lines(
        "De Voorzitter van de Tweede Kamer\nder Staten-Generaal\n\n"
        "De vragen van het Kamerlid Bakker (SP) over de boot, ingezonden op 22 december 2030, kunnen tot mijn spijt niet binnen de "
        "gebruikelijke termijn worden beantwoord.\n\nde staatssecretaris van Volksgezondheid,\nWelzijn en Sport,\n\nmw. dr. J. Smit\n"
    )

    assert (parsed.kind, parsed.subject, parsed.submitted_on) == (Kind.POSTPONEMENT, "de boot", date(2030, 12, 22))
    assert [(each.role, each.name) for each in parsed.respondents] == [(Role.STAATSSECRETARIS, "J. Smit")]


def test_a_letter_is_known_by_its_address_and_its_case_by_the_number_of_the_filing() -> None:
    asked = "de vragen van het lid Bakker (SP) over de boot (ingezonden 3 februari 2031, nr. 2031Z01999)"
    parsed = parse_lines(
        "Aan de Voorzitter van de Tweede Kamer\nder Staten-Generaal\n\nDatum\t1 maart 2031\n\n"
        f"Hierbij zend ik u de antwoorden op {asked}.\n\nDe Minister van Defensie,\n\n\nM.G.J. Smit-Vos\n\n"
        f"Antwoorden van de Minister van Defensie op {asked}.\n\nVraag 1\nWaarom?\n\nAntwoord op vraag 1\nDaarom.\n"
    )

    assert (parsed.case_number, parsed.letter_date, parsed.submitted_on) == ("2031Z01999", date(2031, 3, 1), date(2031, 2, 3))
    assert [(each.role, each.name) for each in parsed.respondents] == [(Role.MINISTER, "M.G.J. Smit-Vos")]


def test_the_subject_ends_where_a_letter_says_that_the_answer_is_late() -> None:
    parsed = parse_lines(
        "In antwoord op uw brief van 5 februari 2031, nr. 2031Z01111, deel ik u mede dat de vragen van het lid Bakker (SP) over de boot "
        "niet binnen de gebruikelijke termijn kunnen worden beantwoord.\n\nDe minister van Defensie\n\nD. Smit\n"
    )

    assert (parsed.kind, parsed.subject) == (Kind.POSTPONEMENT, "de boot")
