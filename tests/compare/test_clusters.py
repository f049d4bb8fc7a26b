"""Which answers to one question say the same."""

import pytest

from comparing import MINISTRIES, all_answer, answering, dossier_of, question
from kamervragen.compare import compare
from kamervragen.comparisons import ComparedQuestion
from kamervragen.model import Span
from kamervragen.terms import AnswerLikeness

LONG = (
    "Wij hebben bij alle directies nagevraagd of er in november koffieochtenden zijn gehouden en wie daarbij aanwezig was, "
    "maar daarvan wordt geen administratie bijgehouden zodat wij dat nu niet meer kunnen nagaan."
)
OTHER = "Over de inrichting van het gebouw beslist de beheerder samen met de gemeente, volgens de regels die daarvoor gelden."


def compared(*texts: str) -> ComparedQuestion:
    return all_answer(texts).questions[0]


def likenesses(row: ComparedQuestion) -> list[str | None]:
    return [each.likeness for each in row.cells]


def test_an_answer_that_stands_alone_is_a_cluster_of_its_own_and_all_its_words_are_its_own() -> None:
    row = compared("«Ja», dat klopt.")

    assert [(each.replies, each.is_identical, each.text) for each in row.clusters] == [(("ah-0",), True, "«Ja», dat klopt.")]
    assert [(each.cluster, each.likeness, each.shared, each.own) for each in row.cells] == [(0, None, (), (Span(1, 15),))]
    assert row.outliers == ()


def test_where_nobody_answers_there_is_no_cluster() -> None:
    row = question(compare(dossier_of([answering("ah-1", {"1": "Ja."})])), "2")

    assert row.clusters == ()
    assert [(each.cluster, each.own) for each in row.cells] == [(None, ())]


def test_answers_that_differ_in_capitals_signs_and_spaces_are_identical() -> None:
    row = compared("Ja, dat klopt: wij deden het.", "ja – dat klopt. Wij  deden\nhet", "Ja, datklopt; wij deden hét!")

    assert [(len(each.replies), each.is_identical) for each in row.clusters] == [(3, True)]
    assert set(likenesses(row)) == {"identical"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Mijn ministerie deed dat niet.", "Het ministerie van Financiën deed dat niet."),
        ("Het ministerie van Defensie deed dat.", "Ons ministerie deed dat."),
        ("Defensie deed dat.", "Financiën deed dat."),
        ("Op het Ministerie van Defensie was dat zo.", "Op het departement was dat zo."),
    ],
)
def test_answers_that_differ_in_the_name_of_the_own_ministry_are_identical(first: str, second: str) -> None:
    row = compared(first, second)

    assert [each.is_identical for each in row.clusters] == [True]


def test_the_name_of_another_ministry_is_a_difference() -> None:
    row = compared("Het ministerie van Justitie en Veiligheid deed dat.", "Het ministerie van Financiën deed dat.")

    assert len(row.clusters) == 2


def test_the_short_form_of_the_own_ministry_is_its_name_too() -> None:
    replies = [
        answering("ah-1", {"1": "Bij JenV is dat anders geregeld."}, "Justitie en Veiligheid"),
        answering("ah-2", {"1": "Bij IenW is dat anders geregeld."}, "Infrastructuur en Waterstaat"),
    ]

    assert question(compare(dossier_of(replies)), "1").clusters[0].is_identical


def test_one_other_word_in_twenty_is_nearly_identical() -> None:
    row = compared(LONG, LONG, LONG.replace("november", "december"))

    assert likenesses(row) == ["identical", "identical", "near"]
    assert [(len(each.replies), each.is_identical) for each in row.clusters] == [(3, False)]
    assert row.outliers == ()


@pytest.mark.parametrize(("word", "other"), [("geen administratie", "administratie"), ("alle", "drie"), ("niet meer", "wel")])
def test_answers_that_differ_in_a_yes_a_no_or_a_number_are_not_nearly_identical(word: str, other: str) -> None:
    row = compared(LONG, LONG, LONG.replace(word, other))

    assert likenesses(row) == ["identical", "identical", "sharing"]
    assert row.outliers == ("ah-2",)


def test_another_figure_makes_another_answer() -> None:
    row = compared("Er waren 12 mensen aanwezig.", "Er waren 15 mensen aanwezig.")

    assert likenesses(row) == ["different", "different"]


def test_a_paragraph_in_common_is_sharing_passages() -> None:
    row = compared(LONG, LONG, f"{OTHER} {OTHER[::-1]} {LONG}")

    assert likenesses(row) == ["identical", "identical", "sharing"]


def test_repeating_the_question_is_not_sharing_a_passage() -> None:
    text = "Deelt u de mening dat dergelijke koffieochtenden op gespannen voet staan met de thee?"
    echo = "de mening dat dergelijke koffieochtenden op gespannen voet staan met de thee"

    row = all_answer([f"Wij delen {echo} volledig en van harte.", f"Het is onzin om {echo} te hebben."], text).questions[0]

    assert likenesses(row) == ["different", "different"]


def test_yes_and_no_are_never_the_same() -> None:
    row = compared("Ja.", "Nee.", "ja", "Ja")

    assert [each.replies for each in row.clusters] == [("ah-0", "ah-2", "ah-3"), ("ah-1",)]
    assert row.outliers == ("ah-1",)


def test_not_applicable_is_one_answer_in_every_spelling() -> None:
    assert [each.is_identical for each in compared("N.v.t.", "Niet van toepassing.", "nvt").clusters] == [True]


def test_one_answer_has_nothing_to_be_like() -> None:
    row = compared("Ja.", "", "")

    assert likenesses(row) == [None, None, None]
    assert [each.replies for each in row.clusters] == [("ah-0",)]
    assert row.outliers == ()


def test_without_a_single_largest_group_every_answer_stands_to_the_others() -> None:
    row = compared("Ja.", "Nee.", "Ja.", "Nee.")

    assert set(likenesses(row)) == {AnswerLikeness.DIFFERENT}
    assert row.outliers == ()


def test_half_of_the_answers_is_no_majority() -> None:
    row = compared("Ja.", "Ja.", "Nee.", OTHER)

    assert row.outliers == ()
    assert likenesses(row) == ["identical", "identical", "different", "different"]


def test_the_largest_group_comes_first_and_of_two_as_large_the_one_with_the_first_column() -> None:
    row = compared(OTHER, "Nee.", "Ja.", "Ja.", "Nee.")

    assert [each.replies for each in row.clusters] == [("ah-1", "ah-4"), ("ah-2", "ah-3"), ("ah-0",)]
    assert [each.cluster for each in row.cells] == [2, 0, 1, 1, 0]


def test_answers_each_near_the_next_are_no_chain() -> None:
    words = [f"woord{n}" for n in range(20)]
    steps = [" ".join([*(f"ander{n}" for n in range(3 * step)), *words[3 * step :]]) for step in range(4)]

    row = compared(*steps)

    assert [each.replies for each in row.clusters] == [("ah-0", "ah-1"), ("ah-2", "ah-3")]


def test_many_respondents_are_compared() -> None:
    replies = [answering(f"ah-{n:02}", {"1": LONG if n else OTHER}, MINISTRIES[n % 5]) for n in range(29)]

    row = question(compare(dossier_of(replies)), "1")

    assert [len(each.replies) for each in row.clusters] == [28, 1]
    assert row.outliers == ("ah-00",)
