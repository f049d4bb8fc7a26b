"""The lexicon: in which other ways a word stands in the index, and what it learns when."""

import sqlite3
from pathlib import Path

import pytest

from kamervragen.search.learning import LexiconWriter
from kamervragen.search.lexicon import FILE_NAME, MAX_VARIANTS, Lexicon, Relation, Variant

TEXTS = (
    "De ambtenaren en de financiële coördinatie van het woningbouwbeleid.",
    "Een EU-richtlijn en een kaderrichtlijn; dat is wel zo, en niet over de overheid.",
    "De belastingdienst, het gasthuis, de vergassing; het aardgas en de gasprijs.",
    "E-mail, email, een e-mailadres, zzp'ers, covid-19 en covid19.",
    "Het op te lossen raadsel is opgelost; de auto en de huursubsidies.",
    "Een minister-president, een politie-eenheid en politieeenheden.",
)


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return make_lexicon(tmp_path_factory.mktemp("lexicon"), *TEXTS)


def make_lexicon(folder: Path, *texts: str) -> Lexicon:
    writer = LexiconWriter(folder)
    writer.learn(texts)
    writer.commit()
    return Lexicon.open(folder)


def _widened(lexicon: Lexicon, word: str, relation: Relation) -> list[str]:
    return [" ".join(variant.terms) for variant in lexicon.widen(word) if variant.relation is relation]


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("ambtenaar", ["ambtenaren"]),
        ("financieel", ["financiele"]),
        ("FINANCIEEL", ["financiele"]),
        ("coordinatie", []),
        ("coördinaties", ["coordinatie"]),
        ("oplossen", ["opgelost", "op te lossen"]),
        ("email", ["e mail"]),
        ("e-mail", ["email"]),
        ("zzper", ["zzp er", "zzp ers"]),
        ("zzp'er", ["zzp ers"]),
        ("covid-19", ["covid19"]),
        ("covid19", ["covid 19"]),
        ("auto's", ["auto"]),
        ("ministerpresident", ["minister president"]),
        ("politieeenheid", ["politieeenheden", "politie eenheid"]),
        ("politie-eenheden", ["politieeenheden", "politie eenheid"]),
        ("geweld", []),
        ("genieten", []),
        ("overheid", []),
        ("zo'n", []),
    ],
)
def test_a_word_is_widened_to_its_forms_and_spellings(lexicon: Lexicon, word: str, forms: list[str]) -> None:
    assert _widened(lexicon, word, Relation.FORM) == forms


@pytest.mark.parametrize(
    ("word", "compounds"),
    [
        ("woning", ["woningbouwbeleid"]),
        ("bouw", ["woningbouwbeleid"]),
        ("woningbouw", ["woningbouwbeleid"]),
        ("beleid", ["woningbouwbeleid"]),
        ("subsidie", ["huursubsidies"]),
        ("gas", ["aardgas", "gasprijs"]),
        ("richtlijn", ["kaderrichtlijn"]),
        ("e-mail", ["e mailadres"]),
        ("last", []),
        ("over", []),
        ("woningbouwbeleid", []),
    ],
)
def test_a_word_is_widened_to_compounds_that_contain_it(lexicon: Lexicon, word: str, compounds: list[str]) -> None:
    assert _widened(lexicon, word, Relation.COMPOUND) == compounds


def test_forms_come_before_compounds_and_the_commonest_first(tmp_path: Path) -> None:
    lexicon = make_lexicon(tmp_path, *["huurprijzen"] * 9, "huurprijs", *["prijsstijging"] * 3, "prijzen")

    assert [variant.terms for variant in lexicon.widen("prijs")] == [
        ("prijzen",),
        ("huurprijzen",),
        ("prijsstijging",),
        ("huurprijs",),
    ]


def test_at_most_so_many_variants_are_given_and_the_commonest_are_kept(tmp_path: Path) -> None:
    fronts = [f"{first}{second}" for first in ("huur", "gas", "graan", "melk", "olie", "brood") for second in _LAST_PARTS]
    lexicon = make_lexicon(tmp_path, " ".join(fronts), *["huurprijs"] * 5)

    variants = lexicon.widen("prijs")

    assert len(variants) == MAX_VARIANTS
    assert variants[0] == Variant(("huurprijs",), Relation.COMPOUND)


_LAST_PARTS = "prijs prijsdaling prijsstijging prijsbeleid prijsverschil prijsafspraak prijsregeling prijsbepaling prijsindex prijsvraag prijsopgave".split()


@pytest.mark.parametrize("word", ["", "?!", "' - '", "x" * 500, "a-b-c-d-e-f-g", "²", "0", "-".join("a" * 40)])
def test_what_is_no_word_is_not_widened(lexicon: Lexicon, word: str) -> None:
    assert lexicon.widen(word) == ()


def test_a_lexicon_that_was_never_written_widens_nothing(tmp_path: Path) -> None:
    assert Lexicon.open(tmp_path).widen("ambtenaar") == ()


def test_an_open_lexicon_sees_what_is_learnt_later(tmp_path: Path) -> None:
    lexicon = make_lexicon(tmp_path, "Een ambtenaar.")
    writer = LexiconWriter(tmp_path)
    writer.learn(["Alle topambtenaren en ambtenaren."])
    before = lexicon.widen("ambtenaar")
    writer.commit()

    assert (before, [variant.terms for variant in lexicon.widen("ambtenaar")]) == ((), [("ambtenaren",), ("topambtenaren",)])


def test_nothing_is_kept_of_what_was_not_committed(tmp_path: Path) -> None:
    make_lexicon(tmp_path, "Een ambtenaar.").close()
    LexiconWriter(tmp_path).learn(["Alle ambtenaren."])
    writer = LexiconWriter(tmp_path)
    writer.commit()

    assert Lexicon.open(tmp_path).widen("ambtenaar") == ()


def test_words_that_become_commoner_move_to_the_front(tmp_path: Path) -> None:
    lexicon = make_lexicon(tmp_path, "gasprijs", "gasprijs", "huurprijs")
    writer = LexiconWriter(tmp_path)
    writer.learn(["huurprijs"] * 8)
    writer.commit()

    assert [variant.terms for variant in lexicon.widen("prijs")] == [("huurprijs",), ("gasprijs",)]


def test_a_large_index_keeps_the_whole_dictionary_and_widens_as_a_small_one(
    tmp_path: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kamervragen.search.learning.WHOLE_FROM", 10)
    large = make_lexicon(tmp_path, *TEXTS[:3])
    writer = LexiconWriter(tmp_path)
    writer.learn(TEXTS[3:])
    writer.commit()
    words = "ambtenaar financieel woning bouw gas subsidie richtlijn e-mail zzp'er oplossen geweld genieten overheid".split()
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        n_words = connection.execute("SELECT count(*) FROM words").fetchone()[0]

    assert n_words > 300_000
    assert [set(large.widen(word)) for word in words] == [set(lexicon.widen(word)) for word in words]
