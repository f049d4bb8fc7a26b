import pytest

from kamervragen.model import ParsedDocument
from kamervragen.terms import MediaType
from parsing import parse_lines

HEAD = "Vragen van het lid Bakker (SP) aan de Minister van Defensie over vrede (ingezonden 1 april 2031).\n"
FOOT = "kv-tk-2031Z00042\n’s-Gravenhage 2031 Tweede Kamer, vergaderjaar 2030–2031, Vragen 1\n"


def notes(parsed: ParsedDocument) -> list[tuple[str, str]]:
    return [(note.marker, note.text) for note in parsed.footnotes]


MARKERS = [" 29.1", "»?1", "» ?1", "»?\n1", "» 1?", "»1?", "»?[1 ]", "»?\n1 "]


@pytest.mark.parametrize("printed", MARKERS)
def test_a_marker_is_found_and_left_out_of_the_question(printed: str) -> None:
    parsed = parse_lines(
        f"{HEAD}Vraag 1\nKent u het bericht «Boot{printed}\nVraag 2\nEn?\n1Krant, 2 mei 2031, «Boot»\n \n{FOOT}Vraag 3\nZo?\n"
    )

    assert "1" not in parsed.questions[0].text
    assert notes(parsed) == [("1", "Krant, 2 mei 2031, «Boot»")]
    assert parsed.findings == ()


def test_notes_stand_at_the_foot_of_each_page_and_go_on_counting() -> None:
    parsed = parse_lines(
        f"{HEAD}Vraag 1\nKent u het bericht «Boot»?1 2\nVraag 2\nIs de boot inmid-\n1Krant, 2 mei 2031\n2Blad, 3 mei 2031, een regel die\n"
        f"doorloopt, https://blad.nl/boot\n \n{FOOT}dels gevonden?3\nVraag 3\nZo?\n3https://krant.nl/drie\n"
        "Tweede Kamer, vergaderjaar 2030–2031, Vragen 2\n"
    )

    assert notes(parsed) == [
        ("1", "Krant, 2 mei 2031"),
        ("2", "Blad, 3 mei 2031, een regel die doorloopt, https://blad.nl/boot"),
        ("3", "https://krant.nl/drie"),
    ]
    assert [question.text for question in parsed.questions] == [
        "Kent u het bericht «Boot»?",
        "Is de boot inmiddels gevonden?",
        "Zo?",
    ]


def test_a_year_glued_behind_a_number_belongs_to_the_note() -> None:
    parsed = parse_lines(f"{HEAD}Vraag 1\nKent u het verslag?1\n12030 Jaarverslag van de vloot\n \n{FOOT}")

    assert notes(parsed) == [("1", "2030 Jaarverslag van de vloot")]


def test_a_numbered_list_at_the_foot_of_a_page_is_no_note() -> None:
    parsed = parse_lines(f"{HEAD}Vraag 1\nKent u deze twee?\n1. De eerste boot\n2. De tweede boot\n \n{FOOT}Vraag 2\nZo?\n")

    assert parsed.footnotes == ()
    assert (
        parsed.questions[0].text.endswith("1. De eerste boot 2. De tweede boot")
        or "2. De tweede boot" in parsed.questions[0].text
    )


def test_notes_with_parentheses_stand_after_the_last_item() -> None:
    parsed = parse_lines(
        f"{HEAD}\nVraag 1\nKent u het bericht? 1)\n\nAntwoord 1\nJa.\n\n\n1) Krant, 2 mei 2031\n\nToelichting: Deze vragen zijn nieuw.\n"
    )

    assert notes(parsed) == [("1", "Krant, 2 mei 2031")]
    assert (parsed.questions[0].text, parsed.answers[0].text) == ("Kent u het bericht?", "Ja.")
    assert parsed.remarks == "Deze vragen zijn nieuw."


def test_notes_in_a_document_on_one_line_stand_before_the_foot() -> None:
    flat = f"{HEAD}Vraag 1 Kent u het bericht «Boot»?1 Vraag 2 Is de boot nu 1 Krant, 2 mei 2031, «Boot» {FOOT}gevonden?".replace(
        "\n", " "
    )
    parsed = parse_lines(flat + " Vraag 3 " + "En wat vindt u daarvan, gelet op alles wat er is gebeurd? " * 5)

    assert notes(parsed) == [("1", "Krant, 2 mei 2031, «Boot»")]
    assert parsed.questions[1].text == "Is de boot nu gevonden?"


def test_a_note_without_marker_and_a_marker_without_note_are_findings() -> None:
    without_marker = parse_lines(f"{HEAD}Vraag 1\nKent u het bericht?\n1Krant, 2 mei 2031\n \n{FOOT}")
    without_note = parse_lines(f"{HEAD}\nVraag 1\n\nKent u het bericht «Boot»?1\n")

    assert [finding.code for finding in without_marker.findings] == ["note_without_marker"]
    assert [finding.code for finding in without_note.findings] == ["marker_without_note"]
    assert without_note.questions[0].text == "Kent u het bericht «Boot»?"


def test_markers_in_brackets_of_markdown_are_found() -> None:
    parsed = parse_lines(
        f"## Tweede Kamer\n\n{HEAD}\nVraag 1\nKent u deze berichten?[1, 2 ]\n\n1 Krant, 2 mei 2031\n\n2 Blad, 3 mei 2031\n\n-----\n\nVraag 2\nZo?\n",
        MediaType.MARKDOWN,
    )

    assert [marker for marker, _ in notes(parsed)] == ["1", "2"]
    assert parsed.questions[0].text == "Kent u deze berichten?"


def test_notes_in_the_way_of_markdown_are_found() -> None:
    parsed = parse_lines(
        f"{HEAD}\nVraag 1\n\nKent u dit bericht?[^1]\n\nToelichting\n\nZie ook elders.[^2]\n\n[^1]: Krant, 2 mei 2031.\n\n[^2]: Blad.\n",
        MediaType.MARKDOWN,
    )

    assert notes(parsed) == [("1", "Krant, 2 mei 2031."), ("2", "Blad.")]
    assert (parsed.questions[0].text, parsed.remarks, parsed.findings) == ("Kent u dit bericht?", "Zie ook elders.", ())


def test_notes_of_the_official_site_as_text_are_found() -> None:
    parsed = parse_lines(f"{HEAD}\nVraag 1\n\nKent u het bericht «Boot»?1\n\nVraag 2\n\nZo?\n\nX Noot\n1\n\nKrant, 2 mei 2031\n")

    assert notes(parsed) == [("1", "Krant, 2 mei 2031")]
    assert [question.text for question in parsed.questions] == ["Kent u het bericht «Boot»?", "Zo?"]


def test_no_space_stands_where_a_marker_was_taken_out_before_a_full_stop() -> None:
    parsed = parse_lines(
        f"{HEAD}Vraag 1\nHet kost 12 cent per liter\n1. Klopt dat?\n1Krant, 2 mei 2031, «Boot»\n \n{FOOT}Vraag 2\nZo?\n"
    )

    assert parsed.questions[0].text == "Het kost 12 cent per liter. Klopt dat?"


def test_markers_that_an_extractor_glued_on_a_line_are_both_found() -> None:
    parsed = parse_lines(
        f"{HEAD}Vraag 1\nKent u beide berichten?\n12\nVraag 2\nZo?\n1Krant, 2 mei 2031\n2Blad, 3 mei 2031\n \n{FOOT}"
    )

    assert [marker for marker, _ in notes(parsed)] == ["1", "2"]
    assert parsed.questions[0].text == "Kent u beide berichten?"
    assert parsed.findings == ()


REFERENCES = [
    "Zie het antwoord op vraag 2.",
    "Zie vraag 1 en 2.",
    "Dat kost 14.900 2.900 per jaar.",
    "Zie artikel 2.",
    "Dat doet 2% al.",
]


@pytest.mark.parametrize("answer", REFERENCES)
def test_numbers_that_refer_or_count_are_no_markers(answer: str) -> None:
    parsed = parse_lines(
        f"{HEAD}Vraag 1\nKent u beide berichten?1 en 2\nAntwoord 1\n{answer}\n1Krant, 2 mei 2031\n2Blad, 3 mei 2031\n \n{FOOT}"
    )

    assert (parsed.questions[0].text, parsed.answers[0].text) == ("Kent u beide berichten?", answer)
    assert parsed.findings == ()


def test_notes_are_found_where_only_the_breaks_between_pages_are_left() -> None:
    long = "Dat is een antwoord dat zonder regels doorloopt tot het einde van de bladzijde. " * 12
    parsed = parse_lines(
        f"{HEAD[:-1]} Vraag 1 Kent u het bericht «Boot»? 1 Antwoord 1Volgens het verslag»2 gaat dat goed. {long}Het kost 30 1 Krant, 2 mei 2031, «Boot» 22030 Verslag "
        f"Tweede Kamer, vergaderjaar 2030–2031, Aanhangsel 1\n\feuro. Vraag 2 Zo? Antwoord 2{long}"
        "Tweede Kamer, vergaderjaar 2030–2031, Aanhangsel 2\n"
    )

    assert notes(parsed) == [("1", "Krant, 2 mei 2031, «Boot»"), ("2", "2030 Verslag")]
    assert parsed.questions[0].text == "Kent u het bericht «Boot»?"
    assert parsed.answers[0].text.endswith("Het kost 30 euro.")
