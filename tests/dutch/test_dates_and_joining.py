from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.dutch.dates import parse_date, print_date
from kamervragen.dutch.joining import join_lines
from kamervragen.folding import fold, fold_with_places

DATES = [
    ("29 januari 2031", date(2031, 1, 29)),
    ("18 november2031", date(2031, 11, 18)),
    ("27\naugustus\n2031", date(2031, 8, 27)),
    ("27 au-\ngustus 2031", date(2031, 8, 27)),
    ("8 sep. 2008", date(2008, 9, 8)),
    ("29 februari 2032", date(2032, 2, 29)),
    ("31 februari 2031", None),
    ("maart 2031", None),
]


@pytest.mark.parametrize(("printed", "day"), DATES)
def test_a_printed_date_is_this_day(printed: str, day: date | None) -> None:
    assert parse_date(printed) == day


LINES = [
    ("Handelin-\ngen", "Handelingen"),
    ("wet- en\nregelgeving", "wet- en regelgeving"),
    ("in- en\n uitvoer", "in- en uitvoer"),
    ("de zorg-\nen jeugdsector", "de zorg- en jeugdsector"),
    ("EU-\nlanden", "EU-landen"),
    ("COVID-\n19", "COVID-19"),
    ("Zuid-\nHolland", "Zuid-Holland"),
    ("een  dubbele\u00a0spatie\n", "een dubbele spatie"),
    ("zorgverzeke- raars", "zorgverzekeraars"),
    ("zorg- enwelzijn", "zorg- enwelzijn"),
    ("wet- en regelgeving", "wet- en regelgeving"),
    ("zie https://krant.nl/de-boot-\nis-weg/\n2031 en", "zie https://krant.nl/de-boot-is-weg/2031 en"),
    ("(https://\nkrant.nl/boot)", "(https://krant.nl/boot)"),
    ("https://krant.nl/\nhttps://blad.nl/\nen", "https://krant.nl/ https://blad.nl/en"),
    ("GroenLinks-\nPvdA", "GroenLinks-PvdA"),
    ("gevange-\n\n nispersoneel", "gevangenispersoneel"),
]


@pytest.mark.parametrize(("printed", "joined"), LINES)
def test_printed_lines_join_into_this_sentence(printed: str, joined: str) -> None:
    assert join_lines(printed) == joined


@given(st.text(max_size=200))
def test_joined_lines_have_no_line_break_and_join_to_themselves(printed: str) -> None:
    joined = join_lines(printed)

    assert "\n" not in joined
    assert join_lines(joined) == joined


@given(st.text(max_size=100))
def test_every_folded_character_knows_its_place(printed: str) -> None:
    folded, places = fold_with_places(printed)

    assert folded == "".join(fold(char) for char in printed)
    assert all(fold(printed[place]) for place in places)
    assert places == sorted(places)


def test_folding_forgets_case_accents_spaces_and_signs() -> None:
    assert fold("Yeşilgöz – Van der Werf, 2e") == "yesilgozvanderwerf2e"


def test_line_ends_in_an_endless_address_cost_no_time() -> None:
    assert join_lines("https://a/\n" * 20_000 + "https://" + "a-\n" * 20_000) == " ".join(
        ["https://a/"] * 20_000 + ["https://" + "a-" * 20_000]
    )


def test_a_day_is_printed_as_it_is_read() -> None:
    assert print_date(date(2031, 2, 1)) == "1 februari 2031"
    assert parse_date(print_date(date(2031, 12, 31))) == date(2031, 12, 31)
