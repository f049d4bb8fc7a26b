"""Under which other words of the index a word is found."""

from pathlib import Path

import pytest

from items import make_index, make_item
from kamervragen.search.index import Snapshot
from kamervragen.search.keying import keys_of
from kamervragen.search.language import parse_query
from kamervragen.search.marking import Marker
from kamervragen.search.trimming import positive_leaves
from kamervragen.search.widening import Forms
from kamervragen.search.writer import update

TEXTS = (
    "De ambtenaren en een ambtenaar; de topambtenaren.",
    "Ambtenaren van de politie: politieambtenaren.",
    "De politieambtenaren en ambtenaren.",
    "Een e-mail en een e-mailadres.",
    "Geweld: dat is wel zo, en het wordt niet genoten.",
)
LONG = " ".join((*"ambtenaren politie email geweld niet genieten".split(), *(f"woord{n}" for n in range(12))))


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    items = [make_item(key=f"ah-{n}", text=text) for n, text in enumerate(TEXTS)]
    return make_index(tmp_path_factory.mktemp("index"), items).snapshot()


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("ambtenaar", ("ambtenaar", "ambtenaren", "politieambtenaren", "topambtenaren")),
        ("ambtenaren", ("ambtenaar", "ambtenaren", "politieambtenaren", "topambtenaren")),
        ("email", ("e mail",)),
        ("genieten", ("genoten",)),
        ("wel", ("wel",)),
        ("niet", ("niet",)),
        ("zonneschijn", ()),
    ],
)
def test_forms_come_first_then_compounds_the_commonest_of_each_first(
    snapshot: Snapshot, word: str, forms: tuple[str, ...]
) -> None:
    assert Forms(snapshot).find(keys_of(word), 10) == forms


def test_no_more_are_told_than_one_asks_for(snapshot: Snapshot) -> None:
    assert Forms(snapshot).find(keys_of("ambtenaar"), 2) == ("ambtenaar", "ambtenaren")


def test_the_forms_of_what_is_written_are_known_to_an_index_that_was_open_already(tmp_path: Path) -> None:
    index = make_index(tmp_path, [make_item(text="Een woord")])
    index.snapshot()

    with update(tmp_path) as writer:
        writer.replace("ah-tk-20302031-8", [make_item(text="Twee ambtenaren")])
        writer.commit()

    assert Forms(index.snapshot()).find(keys_of("ambtenaar"), 10) == ("ambtenaren",)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("ambtenaar", {"ambtenaar", "ambtenaren", "politieambtenaren", "topambtenaren"}),
        ("email", {"email"}),
        ("genieten", {"genieten", "genoten"}),
        ("zonneschijn", {"zonneschijn"}),
    ],
)
def test_all_words_with_a_key_are_known_signs_left_out(snapshot: Snapshot, key: str, words: set[str]) -> None:
    assert Forms(snapshot).words(key) == words


def test_of_a_key_that_very_many_words_have_they_are_not_told(snapshot: Snapshot) -> None:
    assert Forms(snapshot, max_words=3).words("ambtenaar") is not None
    assert Forms(snapshot, max_words=2).words("ambtenaar") is None


@pytest.mark.parametrize(
    "query",
    [
        "ambtenaar",
        "topambtenaar politie",
        "email",
        "e-mail",
        "adres",
        "genieten OF ambten*",
        '"de ambtenaren"',
        "wel geweld",
        LONG,
    ],
)
@pytest.mark.parametrize("max_words", [2, 4_000])
def test_the_words_of_the_index_and_the_keys_of_the_words_mark_the_same(snapshot: Snapshot, query: str, max_words: int) -> None:
    asked = tuple(positive_leaves(parse_query(query)))
    by_index, by_keys = Marker(asked, words=Forms(snapshot, max_words).words), Marker(asked)

    marks = [by_keys.find(text) for text in TEXTS]

    assert [by_index.find(text) for text in TEXTS] == marks
    assert any(marks)
