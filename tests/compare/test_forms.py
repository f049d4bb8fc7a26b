"""What kind of answer a text is. Each row is a form that real answers have, or one that looks like it and says more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.compare.forms import form_of
from kamervragen.terms import AnswerForm

REFERENCES = [
    ("Zie het antwoord op vraag 1.", ("1",)),
    ("Zie mijn antwoord op de vragen 2 en 3", ("2", "3")),
    ("Zie vraag 1", ("1",)),
    ("Zie antwoord vraag 23.", ("23",)),
    ("Zie antwoord 8.", ("8",)),
    ("Zie antwoord bij vraag 1.", ("1",)),
    ("Zie mijn antwoord bij vraag 5.", ("5",)),
    ("Zie hiervoor het antwoord op vraag 7.", ("7",)),
    ("Zie ook het antwoord op vraag 8.", ("8",)),
    ("Zie antwoord vragen 2, 4, 5, 6 en 9.", ("2", "4", "5", "6", "9")),
    ("Zie de beantwoording van de vragen 1 tot en met 4.", ("1", "2", "3", "4")),
    ("Zie het antwoord op vraag 3a.", ("3a",)),
    ("Zie het antwoord op vraag 1 en het antwoord op vraag 4.", ("1", "4")),
    ("(Zie het antwoord op vraag 2.)", ("2",)),
    ("Ik verwijs u naar het antwoord op vraag 4.", ("4",)),
    ("Ik verwijs uw Kamer naar mijn antwoord op vraag 3, 4, en 5.", ("3", "4", "5")),
    ("Hiervoor verwijs ik naar de beantwoording van vraag 2.", ("2",)),
    ("Voor het antwoord op deze vraag verwijs ik u naar het antwoord op vraag 3.", ("3",)),
    ("Kortheidshalve wordt verwezen naar het antwoord op vraag 6.", ("6",)),
]
NOT_APPLICABLE = [
    ("Niet van toepassing.", ()),
    ("Niet van toepassing", ()),
    ("N.v.t.", ()),
    ("n.v.t", ()),
    ("NVT", ()),
    ("N. v. t.", ()),
    ("Niet vantoepassing.", ()),
    ("Dit is niet van toepassing.", ()),
    ("Deze vraag is niet van toepassing.", ()),
    ("Niet van toepassing, zie het antwoord op vraag 1.", ("1",)),
    ("Gelet op het antwoord op vraag 1 is deze vraag niet van toepassing.", ("1",)),
    ("Niet van toepassing. Zie vraag 2.", ("2",)),
]
FULL = [
    "Ja, ik deel deze mening.",
    "Nee. Zie het antwoord op vraag 1.",
    "Dit is helaas niet gelukt. Zie ook het antwoord op vraag 4.",
    "Zie het antwoord op vraag 1. De minister heeft dit toegezegd.",
    "Voor de gevolgen van de maximale rekenafstand verwijs ik naar het antwoord op vraag 6.",
    "Zie beantwoording vraag 11 voor het verschil tussen 6 en 7.",
    "Zie het antwoord op vraag 3 van het lid Rietvinck.",
    "Zie mijn antwoord op vraag 3 (Aanhangsel Handelingen, vergaderjaar 2030-2031, nr. 12).",
    "De wet is niet van toepassing op gemeenten.",
    "Het is aan de Kamer.",
    "Zie bijlage 1.",
    "15",
]


@pytest.mark.parametrize(("text", "numbers"), REFERENCES)
def test_what_only_refers_is_a_reference_with_its_numbers(text: str, numbers: tuple[str, ...]) -> None:
    said = form_of(text)

    assert (said.form, said.refers_to) == (AnswerForm.REFERENCE, numbers)


@pytest.mark.parametrize(("text", "numbers"), NOT_APPLICABLE)
def test_not_applicable_is_seen_in_every_spelling_with_the_numbers_it_rests_on(text: str, numbers: tuple[str, ...]) -> None:
    said = form_of(text)

    assert (said.form, said.refers_to) == (AnswerForm.NOT_APPLICABLE, numbers)


@pytest.mark.parametrize("text", FULL)
def test_what_says_more_than_that_is_an_answer_in_full(text: str) -> None:
    assert form_of(text).form is AnswerForm.FULL
    assert form_of(text).refers_to == ()


@pytest.mark.parametrize("text", ["Ja.", "ja", "JA!", "«Ja»", " Ja "])
def test_a_yes_with_nothing_more_is_yes(text: str) -> None:
    assert form_of(text).form is AnswerForm.YES


@pytest.mark.parametrize("text", ["Nee.", "Neen.", "nee"])
def test_a_no_with_nothing_more_is_no(text: str) -> None:
    assert form_of(text).form is AnswerForm.NO


@pytest.mark.parametrize("text", ["", " ", "–", "\n…\n"])
def test_a_text_without_a_letter_is_no_answer(text: str) -> None:
    assert form_of(text).form is AnswerForm.ABSENT


@pytest.mark.parametrize("text", ["Zie het antwoord op de vorige vraag.", "Zie vorig antwoord.", "Zie voorgaande vraag"])
def test_the_previous_question_is_referred_to_without_number(text: str) -> None:
    said = form_of(text)

    assert (said.form, said.refers_to, said.is_to_previous) == (AnswerForm.REFERENCE, (), True)


def test_see_above_is_a_reference_that_names_nothing() -> None:
    said = form_of("Zie hierboven.")

    assert (said.form, said.refers_to, said.is_to_previous) == (AnswerForm.REFERENCE, (), False)


@given(
    st.lists(
        st.sampled_from(["zie ", "de", "het ", "antwoord ", "op ", "vraag ", "1", " en ", "§", "\ufffc", "n.v.t. ", "ja"]),
        max_size=60,
    )
)
def test_any_heap_of_such_words_has_a_form(pieces: list[str]) -> None:
    assert form_of("".join(pieces)).form in AnswerForm
