"""Words: what the analyzer makes of texts, which words share a key, and what compounds are made of."""

import pytest
import tantivy
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.search.analysis import ANALYZER, make_analyzer, split_words, tokenize
from kamervragen.search.analyst import Analyst
from kamervragen.search.compounds import Splitter
from kamervragen.search.endings import is_same_stem, split_particle, strip_ending
from kamervragen.search.keying import Printed, keys_of, text_keys
from kamervragen.search.words import fold_word, load_dictionary

FORMS = """
ambtenaar ambtenaren
financieel financiele
verhogen verhoogt verhoogd verhoogde
hebben heeft had gehad
hoog hoger hoogste
huis huizen huisje
economisch economische
financieren financiert gefinancierd
gemeente gemeenten gemeentes
lid leden
kost kosten gekost
kaart kaarten
fiets fietsen gefietst
vragen vraag vraagt gevraagd
gevaccineerd gevaccineerde vaccineert
uitgesloten uitsluiten
blijft blijvend
ruimtelijk ruimtelijke
privaat private
woningbouwplan woningbouwplannen
ransomwareaanval ransomwareaanvallen
onderzoekrapport onderzoeksrapporten
werkgever werkgevers
"""
OTHERS = """
zevende zeven
negende negen
geweld wel
genieten niet
gemeente meen
overheid over
bad bidden
bedrijven bedreven
verkiezing verkiesbaar
woning wonen
last belasting
wijze matige
doorgaan doorgaans
reden rede
wet weten
"""
COMPOUNDS = {
    "woningbouwbeleid": ["woning", "bouw", "beleid"],
    "verkiezingsuitslag": ["verkiezings", "uitslag"],
    "kinderopvangtoeslag": ["kinder", "opvang", "toeslag"],
    "huursubsidie": ["huur", "subsidie"],
    "aardgas": ["aard", "gas"],
    "vluchtelingenopvang": ["vluchtelingen", "opvang"],
    "milieuschade": ["milieu", "schade"],
    "ransomwareaanvallen": ["ransomware", "aanvallen"],
    "ovchipkaart": ["ov", "chip", "kaart"],
    "herbeoordeling": ["her", "beoordeling"],
    "scheepsbouw": [
        "scheeps",
        "bouw",
    ],  # here and below the part in front is no word, and the end is too short to be guessed from
    "hivtest": ["hiv", "test"],
    "ggdarts": ["ggd", "arts"],
    "aowgat": ["aow", "gat"],
    "pgbhuis": ["pgb", "huis"],
    "ictbaan": ["ict", "baan"],
}
SIMPLE = (
    "overheid gemeente geweld genieten belasting vergassing besluit onderwijs overlast president minister oordeel kantoor cultuur "
    "wetenschap regelmatig werkloos handhaven aanvraag toeslag noodzaak slachtoffer nederland rotterdam aanvullende exacte"
).split()


def _keys(word: str) -> set[str]:
    own, _ = Analyst(load_dictionary()).keys(fold_word(word))
    return set(own)


def _split(word: str) -> list[str]:
    return [part.text for part in Splitter(load_dictionary()).split(word)]


# The analyzer


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_the_index_has_the_words_that_queries_are_made_of(text: str) -> None:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name=ANALYZER)
    schema = builder.build()
    index = tantivy.Index(schema)
    index.register_tokenizer(ANALYZER, make_analyzer())
    with index.writer(15_000_000, 1) as writer:
        writer.add_document(tantivy.Document(text=[text]))
    index.reload()
    words = split_words(text)

    assert set(words) == {term for term, _ in index.searcher().terms_with_prefix("text", "")}
    assert words == [token.text for token in tokenize(text)]


@given(st.text(st.characters(codec="cp1252")))
def test_the_quick_way_to_words_gives_those_of_the_analyzer(text: str) -> None:
    assert split_words(text) == make_analyzer().analyze(text)


@pytest.mark.parametrize("length", [32, 33, 49, 50, 99, 100, 101])
def test_long_words_are_those_of_the_analyzer_too(length: int) -> None:
    text = f"a {'b' * length} {'ë' * length}"

    assert split_words(text) == make_analyzer().analyze(text)


def test_tokens_say_where_their_words_stand_in_code_points() -> None:
    text = "😀 Coördinatie: 's-Gravenhage, e-mail"

    tokens = tokenize(text)

    assert [token.text for token in tokens] == ["coordinatie", "s", "gravenhage", "e", "mail"]
    assert [text[token.start : token.end] for token in tokens] == ["Coördinatie", "s", "Gravenhage", "e", "mail"]


def test_what_is_too_long_to_be_a_word_is_left_out() -> None:
    assert split_words(f"a {'b' * 200} c") == ["a", "c"]


# Keys


def test_a_text_has_the_keys_of_its_words_and_of_those_that_signs_and_te_divide() -> None:
    keys = text_keys("Wil zij het e-mail-verkeer - en zo'n zaak - op te lossen?")

    assert {"oplossen", "emailverkeer", "mail", "verkeer"} <= set(keys.keys.split())
    assert {"emailverkeer|e_mail_verkeer", "verkeer/e_mail_verkeer", "willen|wil"} <= set(keys.forms.split())
    assert [word for word in keys.forms.split() if "zo_n" in word] == []
    assert "oploss" in keys.roots.split()
    assert text_keys(" - ") == ("", "", "")


def test_words_that_do_not_say_what_a_text_is_about_have_keys_but_no_roots() -> None:
    keys = text_keys("Waarom zouden bruggen sluiten?")

    assert {"waarom", "zullen"} <= set(keys.keys.split())
    assert set(keys.roots.split()) == {"brug", "slui"}
    assert (keys_of("waarom").roots, keys_of("bruggen").roots) == ((), ("brug",))


def test_words_that_are_not_at_hand_any_more_are_worked_out_again() -> None:
    few = Printed(2)
    words = ["ambtenaren", "woningbouw", "huizen", "kaarten", "ambtenaren", "e_mail"]

    assert [few[word].keys.split()[0] for word in words] == ["ambtenaar", "woningbouw", "huis", "kaart", "ambtenaar", "emailen"]
    assert len(few) <= 2


@pytest.mark.parametrize("line", FORMS.strip().splitlines())
def test_forms_of_a_word_share_a_key_with_it(line: str) -> None:
    first, *others = line.split()

    assert [word for word in others if not _keys(word) & _keys(first)] == []


@pytest.mark.parametrize("line", OTHERS.strip().splitlines())
def test_words_that_merely_look_alike_share_no_key(line: str) -> None:
    first, second = line.split()

    assert _keys(first) & _keys(second) == set()


@pytest.mark.parametrize(("printed", "folded"), [("financiële", "financiele"), ("zzp'er", "zzper"), ("Groningen", "groningen")])
def test_a_printed_word_is_folded_to_one_word_of_the_index(printed: str, folded: str) -> None:
    assert fold_word(printed) == folded


@pytest.mark.parametrize(
    ("word", "ending", "bases"),
    [("wetten", "en", ["wett", "wet"]), ("scholen", "en", ["schol", "school"]), ("brieven", "en", ["brief"]), ("zee", "e", [])],
)
def test_an_ending_is_taken_off_with_what_it_did_to_the_spelling(word: str, ending: str, bases: list[str]) -> None:
    assert list(strip_ending(word, ending)) == bases


@pytest.mark.parametrize(
    ("form", "infinitive", "expected"),
    [("gevraagd", "vragen", True), ("vroeg", "vragen", False), ("leeft", "leven", True), ("opgebouwd", "opbouwen", True)],
)
def test_a_form_keeps_the_stem_of_its_verb_or_not(form: str, infinitive: str, expected: bool) -> None:
    assert is_same_stem(form, infinitive) is expected


def test_a_particle_is_split_from_its_verb() -> None:
    assert list(split_particle("aanpakken")) == [("aan", "pakken")]


# Compounds


@pytest.mark.parametrize(("word", "parts"), COMPOUNDS.items())
def test_a_compound_is_divided_into_its_parts(word: str, parts: list[str]) -> None:
    assert _split(word) == parts


@pytest.mark.parametrize("word", SIMPLE)
def test_a_word_that_only_has_the_letters_of_others_is_not_divided(word: str) -> None:
    assert _split(word) == []


@given(st.text("abdeginorstuvw", min_size=1, max_size=40))
def test_the_parts_of_a_compound_are_the_whole_of_it(word: str) -> None:
    assert "".join(_split(word)) in ("", word)


@pytest.mark.parametrize(
    ("word", "contained"),
    [
        ("woningbouwbeleid", ("woning", "bouw", "beleid", "woningbouw", "bouwbeleid")),
        ("verkiezingsuitslagen", ("verkiezing", "uitslag")),
        ("huurtoeslag", ("huur", "toeslag")),
        ("woonruimte", ("wonen+", "ruimte")),
        ("nieuwbouwplan", ("bouw", "plan", "nieuwbouw", "bouwplan")),
        ("covid19", ()),
        ("gemeente", ()),
    ],
)
def test_a_compound_contains_its_parts_and_the_compounds_among_them(word: str, contained: tuple[str, ...]) -> None:
    assert Analyst(load_dictionary()).keys(word)[1] == contained


def test_a_form_of_a_verb_is_not_found_in_compounds_but_its_infinitive_is() -> None:
    assert "wonen+" in _keys("wonen")
    assert "wonen+" not in _keys("woont")
