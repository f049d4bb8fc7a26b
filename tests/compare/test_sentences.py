"""The one sentence of a comparison."""

from comparing import MINISTRIES, answering, dossier_of
from kamervragen.compare import compare
from kamervragen.dossiers import Dossier, Membership, Unread
from kamervragen.terms import DossierPart

YES = {"1": "Ja.", "2": "Ja.", "3": "Ja."}


def replies(*answers: dict[str, str]) -> list[Membership]:
    return [answering(f"ah-{place}", each, MINISTRIES[place % 5]) for place, each in enumerate(answers)]


def sentence(*memberships: Membership) -> str:
    return compare(dossier_of(memberships)).sentence


def test_all_answers_are_equal() -> None:
    assert sentence(*replies(YES, YES, YES)) == "Alle drie antwoorden zijn bij elke vraag gelijk."


def test_two_answers_are_both() -> None:
    assert sentence(*replies(YES, YES)) == "Beide antwoorden zijn bij elke vraag gelijk."


def test_nearly_equal_is_said() -> None:
    long = "Wij hebben daar in november met alle directies van ons eigen departement over gesproken en dat blijft zo."
    near = long.replace("november", "december")

    assert sentence(*replies({**YES, "3": long}, {**YES, "3": near})) == (
        "Beide antwoorden zijn bij elke vraag gelijk of bijna gelijk."
    )


def test_one_answer_differs() -> None:
    assert sentence(*replies(YES, YES, {**YES, "2": "Nee."})) == "Eén antwoord wijkt af: Justitie en Veiligheid, vraag 2."


def test_several_answers_of_one_ministry_differ() -> None:
    other = {"1": "Nee.", "2": "Nee.", "3": "Ja."}

    assert sentence(*replies(YES, YES, other)) == "Twee antwoorden wijken af: Justitie en Veiligheid, vraag 1 en 2."


def test_answers_of_several_ministries_differ() -> None:
    found = sentence(*replies(YES, YES, {**YES, "1": "Nee."}, {**YES, "3": "N.v.t."}, YES))

    assert found == "Twee antwoorden wijken af: Justitie en Veiligheid, vraag 1; Infrastructuur en Waterstaat, vraag 3."


def test_more_than_four_that_differ_are_counted() -> None:
    no = [{**YES, "1": "Nee."}] * 5

    assert sentence(*replies(*[YES] * 6, *no)) == "Vijf antwoorden wijken af: die van 5 antwoordende stukken, bij vraag 1."


def test_where_no_most_say_the_same_nobody_is_said_to_differ() -> None:
    assert sentence(*replies(YES, {**YES, "2": "Nee."})) == "De antwoorden op vraag 2 lopen uiteen."


def test_both_can_be_said() -> None:
    found = sentence(*replies(YES, {**YES, "2": "N.v.t."}, {"1": "Nee.", "2": "Nee.", "3": "Ja."}))

    assert found == "Eén antwoord wijkt af: Justitie en Veiligheid, vraag 1; de antwoorden op vraag 2 lopen uiteen."


def test_answers_to_different_questions_cannot_be_compared() -> None:
    assert sentence(*replies({"1": "Ja."}, {"2": "Nee."})) == (
        "Geen vraag heeft meer dan één antwoord: er is niets om te vergelijken."
    )


def test_nobody_differs_in_answers_that_name_no_number() -> None:
    no, other = {"1": "Ja.", "": "Nee."}, {"1": "Nee.", "": "Nee."}

    assert sentence(*replies({**YES, "": "Ja."}, {**YES, "": "Ja."}, {**YES, "": "Nee."})) == (
        "Waar meer dan één antwoord is gegeven, zijn de antwoorden gelijk."
    )
    assert sentence(*replies(no, no, other)) == "Eén antwoord wijkt af: Justitie en Veiligheid, vraag 1."


def test_answers_that_are_equal_as_far_as_they_go_are_said_so() -> None:
    assert sentence(*replies(YES, {"1": "Ja."})) == "Waar meer dan één antwoord is gegeven, zijn de antwoorden gelijk."


def test_one_respondent_has_no_sentence() -> None:
    assert sentence(answering("ah-1", YES)) == ""
    assert sentence(answering("ah-1", YES), answering("ah-2", {"1": "Nee."}, part=DossierPart.SUPPLEMENT)) == ""


def test_a_supplement_that_differs_is_named_as_such() -> None:
    supplement = answering("ah-9", {"1": "Nee."}, "Defensie", DossierPart.SUPPLEMENT)

    assert sentence(*replies(YES, YES), supplement) == "Eén antwoord wijkt af: Defensie (aanvullend antwoord), vraag 1."


def test_while_replies_are_unread_only_those_read_are_spoken_of() -> None:
    whole = dossier_of(replies(YES, YES, YES))
    part = Dossier(
        key=whole.key, filing=whole.filing, memberships=whole.memberships, unread=(Unread(target="ah-tk-1", cited_by=()),)
    )

    assert compare(part).sentence == "Alle drie gelezen antwoorden zijn bij elke vraag gelijk."
