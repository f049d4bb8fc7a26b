"""How another source of a publication differs from the one that is shown."""

from kamervragen.model import Answer, ParsedDocument, Question
from kamervragen.site.differences import find_differences
from kamervragen.terms import Kind


def _parsed(subject: str, question: str, answer: str = "Ja.", **fields: object) -> ParsedDocument:
    return ParsedDocument(
        source="a",
        kind=Kind.ANSWER,
        subject=subject,
        questions=(Question(number="1", text=question, division=None, spans=()),),
        answers=(Answer(numbers=("1",), text=answer, spans=()),),
        **fields,
    )


def test_spaces_signs_and_capitals_make_no_difference_for_every_form_sets_those_in_its_own_way() -> None:
    shown, other = _parsed("het weer", "Klopt dat, «toch»?"), _parsed("Het  weer", 'Klopt\ndat, "toch"?')

    assert find_differences(shown, other) == ()


def test_words_and_numbers_make_a_difference() -> None:
    shown = _parsed("het weer", "Klopt dat?", number=8)
    other = _parsed("het klimaat", "Klopt dit?", number=9)

    assert find_differences(shown, other) == ("anders: nummer en onderwerp", "1 vraag heeft een andere tekst (1)")


def test_an_accent_makes_a_difference() -> None:
    assert find_differences(_parsed("het weer", "Eén?"), _parsed("het weer", "Een?")) != ()
