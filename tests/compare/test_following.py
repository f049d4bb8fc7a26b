"""Answers that point at others, and where they come down to."""

from hypothesis import given
from hypothesis import strategies as st

from comparing import all_answer, answering, cell, dossier_of, question
from kamervragen.compare import compare
from kamervragen.terms import AnswerForm

SEE = "Zie het antwoord op vraag {}."


def test_a_reference_means_what_it_points_at() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"1": "Dat weten wij niet.", "2": SEE.format(1)})]))

    found = cell(comparison, "2", "ah-1")

    assert (found.text, found.form, found.refers_to) == ("Zie het antwoord op vraag 1.", AnswerForm.REFERENCE, ("1",))
    assert (found.leads_to, found.meant, found.problem) == (("1",), "Dat weten wij niet.", "")


def test_a_chain_of_references_is_followed_to_its_end() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"1": "Ja.", "2": SEE.format(1), "3": SEE.format(2)})]))

    found = cell(comparison, "3", "ah-1")

    assert (found.refers_to, found.leads_to, found.meant) == (("2",), ("1",), "Ja.")


def test_a_reference_to_several_answers_means_all_of_them() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"1": "Twee.", "2": "Drie.", "3": SEE.format("1 en 2")})]))

    found = cell(comparison, "3", "ah-1")

    assert (found.leads_to, found.meant) == (("1", "2"), "Twee.\nDrie.")


def test_the_previous_question_is_the_one_before_the_first_that_is_answered() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"1": "Twee.", "2 3": "Zie het antwoord op de vorige vraag."})]))

    assert cell(comparison, "3", "ah-1").refers_to == ("1",)
    assert cell(comparison, "3", "ah-1").meant == "Twee."


def test_a_circle_ends_and_is_said() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"1": SEE.format(2), "2": SEE.format(3), "3": SEE.format(1)})]))

    found = cell(comparison, "1", "ah-1")

    assert (found.leads_to, found.meant) == ((), "")
    assert found.problem == "De antwoorden op vraag 2, 3 en 1 verwijzen naar elkaar: aan het eind staat geen antwoord."


def test_a_joint_answer_that_points_at_itself_is_a_circle() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"2 3": SEE.format(3)})]))

    assert cell(comparison, "2", "ah-1").problem == "Het antwoord op vraag 3 verwijst naar zichzelf: er staat geen antwoord."


def test_a_reference_to_a_question_without_answer_is_said() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"1": SEE.format(9)})]))

    assert cell(comparison, "1", "ah-1").problem == (
        "Dit antwoord verwijst naar vraag 9, maar daarop staat in dit stuk geen antwoord."
    )


def test_a_reference_without_number_is_said() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"2": "Zie hierboven."})]))

    assert cell(comparison, "2", "ah-1").problem == "Dit antwoord verwijst, maar zegt niet naar welke vraag."


def test_not_applicable_stays_what_it_is_and_names_what_it_rests_on() -> None:
    comparison = compare(dossier_of([answering("ah-1", {"1": "Nee.", "2": "Niet van toepassing. Zie vraag 1."})]))

    found = cell(comparison, "2", "ah-1")

    assert (found.form, found.leads_to) == (AnswerForm.NOT_APPLICABLE, ("1",))
    assert found.meant == "Niet van toepassing. Zie vraag 1."


def test_equal_references_differ_when_what_they_point_at_differs() -> None:
    replies = [
        answering("ah-1", {"1": "Nee.", "2": SEE.format(1)}, "Defensie"),
        answering("ah-2", {"1": "Nee.", "2": "Nee."}, "Financiën"),
        answering("ah-3", {"1": "Ja.", "2": SEE.format(1)}, "Justitie en Veiligheid"),
    ]

    second = question(compare(dossier_of(replies)), "2")

    assert [each.replies for each in second.clusters] == [("ah-1", "ah-2"), ("ah-3",)]
    assert second.clusters[0].text == "Nee."
    assert second.outliers == ("ah-3",)
    assert [each.likeness for each in second.cells] == ["identical", "identical", "different"]


def test_a_reference_shares_what_it_points_at_and_not_its_own_words() -> None:
    see = "Ik verwijs u hiervoor graag naar het antwoord op vraag 1."
    long = "Daarover is in november een bericht rondgestuurd aan alle medewerkers van het departement."
    replies = [
        answering("ah-1", {"1": f"{long} Meer is er niet over te zeggen dan dit alles.", "2": see}),
        answering("ah-2", {"1": f"{long} Verder zwijgen wij.", "2": see}, "Financiën"),
        answering("ah-3", {"1": "Ja.", "2": see}, "Justitie en Veiligheid"),
    ]

    assert [each.likeness for each in question(compare(dossier_of(replies)), "2").cells] == ["sharing", "sharing", "different"]


def test_nobody_is_said_to_differ_for_a_reference_that_does_not_end() -> None:
    row = question(all_answer(["Nee.", "Nee.", "Nee.", "Zie hierboven.", SEE.format(1)]), "1")

    assert [each.likeness for each in row.cells] == ["identical", "identical", "identical", None, None]
    assert [each.cluster for each in row.cells] == [0, 0, 0, None, None]
    assert row.outliers == ()


@given(st.dictionaries(st.integers(1, 6).map(str), st.lists(st.integers(1, 7).map(str), min_size=1, max_size=3), min_size=1))
def test_any_web_of_references_ends_and_says_so(web: dict[str, list[str]]) -> None:
    answers = {number: SEE.format(" en ".join(targets)) for number, targets in web.items()}

    comparison = compare(dossier_of([answering("ah-1", answers)], "1 2 3 4 5 6"))

    assert all(cell(comparison, number, "ah-1").problem for number in web)
