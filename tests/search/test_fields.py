"""Fields of the query language: the names they go by, and the values they take."""

import pytest

from kamervragen.errors import InputError
from kamervragen.folding import fold
from kamervragen.search.fields import FIELD_NAMES, KIND_NAMES, SIDE_NAMES, read_filter
from kamervragen.search.tree import Days, Filter, Names, Values
from kamervragen.site.words import KIND_WORDS
from kamervragen.terms import Field, Kind, Side


def _read(printed: str) -> Filter:
    return read_filter(printed, 0)


def test_every_field_every_kind_and_both_sides_can_be_asked_for() -> None:
    assert set(FIELD_NAMES.values()) == set(Field)
    assert set(KIND_NAMES.values()) == set(Kind)
    assert set(SIDE_NAMES.values()) == set(Side)


def test_the_words_that_pages_show_for_kinds_are_understood() -> None:
    assert {kind: KIND_NAMES.get(fold(word)) for kind, word in KIND_WORDS.items()} == {kind: kind for kind in Kind}


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("indiener:Jansen", "submitter:Jansen"),
        ("fractie:VVD", "party:VVD"),
        ("ministerie:Defensie", "ministry:Defensie"),
        ("jaar:2024", "year:2024"),
        ("datum:2024-01", "DATE:2024-01"),
        ("soort:uitstelbericht", "kind:postponement"),
        ("in:vraag", "IN:question"),
        ("in:antwoorden", "in:answers"),
    ],
)
def test_fields_have_dutch_and_english_names(dutch: str, english: str) -> None:
    assert (_read(dutch).field, _read(dutch).wanted) == (_read(english).field, _read(english).wanted)


def test_a_name_keeps_its_words_and_is_folded_to_one() -> None:
    assert _read('indiener:"Van der Lée"').wanted == Names(terms=("van", "der", "lee"), folded="vanderlee")
    assert _read("fractie:GroenLinks-PvdA").wanted == Names(terms=("groenlinks", "pvda"), folded="groenlinkspvda")


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("Defensie", ("mnre1018",)),
        ("defensie,", ("mnre1018",)),
        ("mnre1018", ("mnre1018",)),
        ("vws", ("mnre1025",)),
        ("BZK", ("mnre1034",)),
        ("Financien", ("mnre1090",)),
        ('"Veiligheid en Justitie"', ("mnre1058",)),
        ("J&V", ("mnre1058",)),
        ("EZ", ("mnre1040", "mnre1045")),
        ('"Natuur en Stikstof"', ("mnre1150",)),
        ("Infrastructuur", ("mnre1130",)),
        ("Landbouw", ("mnre1045", "mnre1150", "mnre1153")),
    ],
)
def test_a_ministry_is_known_by_its_names_abbreviations_code_and_portfolios(printed: str, codes: tuple[str, ...]) -> None:
    assert _read(f"ministerie:{printed}").wanted == Values(values=codes)


@pytest.mark.parametrize("printed", ["-", "?", '"."', "X"])
def test_what_has_no_word_or_too_little_of_one_means_no_ministry(printed: str) -> None:
    with pytest.raises(InputError, match="is niet bekend"):
        _read(f"ministerie:{printed}")


def test_an_unknown_ministry_gets_a_sentence_that_names_those_of_today() -> None:
    with pytest.raises(InputError) as refused:
        _read("ministerie:Tovenarij")

    assert str(refused.value).startswith("Het ministerie «Tovenarij» (teken 12) is niet bekend; kies een van Algemene Zaken; ")
    assert "Defensie" in str(refused.value)
    assert "Verkeer en Waterstaat" not in str(refused.value)


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("2024-01-29", 20240129, 20240129),
        ("2024-1-9", 20240109, 20240109),
        ("29-01-2024", 20240129, 20240129),
        ("29/01/2024", 20240129, 20240129),
        ("2024-01", 20240101, 20240131),
        ("02-2024", 20240201, 20240229),
        ("2024", 20240101, 20241231),
        ('"29 januari 2024"', 20240129, 20240129),
        ('"jan. 2024"', 20240101, 20240131),
        ('"februari 2023"', 20230201, 20230228),
        ("2024-01..2024-03", 20240101, 20240331),
        ("29-01-2024..16-02-2024", 20240129, 20240216),
        ("2024-01-01..", 20240101, None),
        ("..2023", None, 20231231),
        ("2024..2024", 20240101, 20241231),
    ],
)
def test_a_date_is_a_day_a_month_a_year_or_a_period(printed: str, first: int | None, last: int | None) -> None:
    assert _read(f"datum:{printed}").wanted == Days(first=first, last=last)


@pytest.mark.parametrize(
    "printed",
    [
        "0",
        "99-99-2024",
        "2024-00",
        "2024-13",
        "2024-01-00",
        "0-2024",
        '"29 jan 24"',
        '"3 zomer 2024"',
        "2024-01-01-01",
        "30-02-2024..",
    ],
)
def test_what_is_no_date_is_refused(printed: str) -> None:
    with pytest.raises(InputError) as refused:
        _read(f"datum:{printed}")

    assert refused.value.code == "bad_date"


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("2023-2024", Values(values=("2023-2024",))),
        ("20232024", Values(values=("2023-2024",))),
        ("2023–2024", Values(values=("2023-2024",))),
        ("2023-24", Values(values=("2023-2024",))),
        ("1999-2000", Values(values=("1999-2000",))),
        ("2024", Days(first=20240101, last=20241231)),
        ("2020..2024", Days(first=20200101, last=20241231)),
        ("2020..", Days(first=20200101, last=None)),
    ],
)
def test_a_year_is_a_session_year_or_a_calendar_year(printed: str, wanted: Values | Days) -> None:
    assert _read(f"jaar:{printed}").wanted == wanted
