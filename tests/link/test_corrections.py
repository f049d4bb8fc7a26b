"""An editor's file: the rows that hold, and one sentence for each that does not."""

from datetime import date

import pytest

from kamervragen.dossiers import Correction
from kamervragen.link import parse_corrections
from kamervragen.terms import CorrectionAction

HEAD = "action,first,second,reason,by,on\n"
GOOD = 'join,ah-tk-20302031-1047,kv-tk-2031Z00042,"het nummer, zo gedrukt, klopt niet",A. de Wit,2031-03-01\n'


def test_a_row_is_a_correction() -> None:
    read = parse_corrections(HEAD + GOOD)

    assert read.problems == ()
    assert read.corrections == (
        Correction(
            action=CorrectionAction.JOIN,
            first="ah-tk-20302031-1047",
            second="kv-tk-2031Z00042",
            reason="het nummer, zo gedrukt, klopt niet",
            by="A. de Wit",
            on=date(2031, 3, 1),
        ),
    )


@pytest.mark.parametrize("text", ["", HEAD, "\ufeff" + HEAD])
def test_a_file_without_rows_has_no_corrections(text: str) -> None:
    assert parse_corrections(text).corrections == ()
    assert parse_corrections(text).problems == ()


WRONG = [
    ("merge,a,b,r,x,2031-03-01", "Regel 2: «merge» is geen actie; schrijf «join» of «separate»."),
    ("join,,b,r,x,2031-03-01", "Regel 2: Kolom «first» is leeg; noem de eerste publicatie."),
    ("join,a,b,,x,2031-03-01", "Regel 2: Kolom «reason» is leeg; noem een reden."),
    ("join,a,a,r,x,2031-03-01", "Regel 2: Beide kolommen noemen dezelfde publicatie; noem er twee."),
    ("join,a,b,r,x,1 maart 2031", "Regel 2: «1 maart 2031» is geen datum; schrijf die als 2031-03-01."),
    ("join,a,b,r,x,2031-02-31", "Regel 2: «2031-02-31» is geen datum; schrijf die als 2031-03-01."),
    ("join,a,b", "Regel 2: Kolom «reason» is leeg; noem een reden."),
    (
        "join,a,b,r,x,2031-03-01,y",
        "Regel 2: Deze regel heeft meer dan 6 kolommen; zet een tekst met komma's tussen aanhalingstekens.",
    ),
    (
        'join,a,b,"r,x,2031-03-01',
        "Regel 2: De aanhalingstekens kloppen niet; deze en de volgende regels zijn niet gelezen.",
    ),
]


@pytest.mark.parametrize(("row", "sentence"), WRONG)
def test_a_wrong_row_gets_a_sentence(row: str, sentence: str) -> None:
    read = parse_corrections(f"{HEAD}{row}\n", "correcties.csv")

    assert read.corrections == ()
    assert [str(problem) for problem in read.problems] == [f"correcties.csv: {sentence}"]


def test_a_wrong_row_does_not_take_the_others_along() -> None:
    read = parse_corrections(f"{HEAD}join,a,b,r,x,gisteren\n{GOOD}")

    assert len(read.corrections) == 1
    assert len(read.problems) == 1


def test_a_row_that_says_the_opposite_of_an_earlier_one_is_a_problem() -> None:
    read = parse_corrections(f"{HEAD}join,a,b,r,x,2031-03-01\nseparate,b,a,r,x,2031-03-02\n")

    assert len(read.corrections) == 1
    assert [problem.message for problem in read.problems] == [
        "Regel 3: Een eerdere regel zegt het omgekeerde over deze twee publicaties; verwijder er een."
    ]


def test_another_first_line_is_a_problem() -> None:
    assert [problem.message for problem in parse_corrections("a,b,c\nx,y,z\n").problems] == [
        "Regel 1: De eerste regel moet «action,first,second,reason,by,on» zijn."
    ]
