"""The query language: what a query is understood as, and the sentence for one that is not."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kamervragen.search.language import parse_query
from kamervragen.search.records import QueryError
from kamervragen.search.refusals import MAX_CHARACTERS, MAX_DEPTH, MAX_WORDS, SENTENCES
from kamervragen.search.tree import All, Any, Filter, Phrase, Prefix, Tree, Without, Word


def _show(tree: Tree | None) -> str:
    """A tree as one line: [a b] all, [a & b] all if so written, <a b> any, !a without, 'a b' phrase, a* prefix, field(value)."""
    match tree:
        case None:
            return ""
        case All(parts=parts, is_strict=is_strict):
            return f"[{(' & ' if is_strict else ' ').join(map(_show, parts))}]"
        case Any(parts=parts):
            return f"<{' '.join(map(_show, parts))}>"
        case Without(part=part):
            return f"!{_show(part)}"
        case _:
            return _show_leaf(tree)


def _show_leaf(leaf: Word | Prefix | Phrase | Filter) -> str:
    match leaf:
        case Phrase(terms=terms):
            return f"'{' '.join(terms)}'"
        case Prefix(terms=terms):
            return f"{'+'.join(terms)}*"
        case Word(terms=terms):
            return "+".join(terms)
        case Filter(field=field, printed=printed):
            return f"{field}({printed.partition(':')[2]})"


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        ("", ""),
        (" \n\t", ""),
        ("Stikstof", "stikstof"),
        ("stikstof uitstoot", "[stikstof uitstoot]"),
        ("stikstof AND uitstoot", "[stikstof & uitstoot]"),
        ("stikstof EN uitstoot melk", "[stikstof & uitstoot & melk]"),
        ("stikstof OR ammoniak", "<stikstof ammoniak>"),
        ("a1 OF b1 EN c1", "<a1 [b1 & c1]>"),
        ("(a1 OF b1) c1", "[<a1 b1> c1]"),
        ("((a1))", "a1"),
        ("kat NOT hond", "[kat !hond]"),
        ("kat NIET (hond OF muis)", "[kat !<hond muis>]"),
        ("kat -hond", "[kat !hond]"),
        ('kat -"rode hond"', "[kat !'rode hond']"),
        ("kat AND NOT hond", "[kat & !hond]"),
        ("NIET hond kat", "[!hond kat]"),
        ("kat - hond", "[kat hond]"),
        ("wet- en regelgeving", "[wet en regelgeving]"),
        ("kat–hond — muis", "[kat hond muis]"),
        ('"van rechtswege"', "'van rechtswege'"),
        ("“van rechtswege”", "'van rechtswege'"),
        ("„van rechtswege”", "'van rechtswege'"),
        ("hij zei ” dus”", "[hij zei dus]"),
        ("verkiez*", "verkiez*"),
        ("EU-richtl*", "eu+richtl*"),
        ("(woning* OF huis)", "<woning* huis>"),
        ("EU-richtlijn", "eu+richtlijn"),
        ("zzp'er zzp’er", "[zzp+er zzp+er]"),
        ("J&V", "j+v"),
        ("coo\u0308rdinatie", "coordinatie"),
        ("niet en of and or not", "[niet en of and or not]"),
        ("EN-norm ENkel", "[en+norm enkel]"),
        ("A/B, C.", "[a b c]"),
        ("Vraag 3: wat nu?", "[vraag 3 wat nu]"),
        ("om 10:30 u: koffie", "[om 10 30 u koffie]"),
        ("zie https://voorbeeld.nl/een-twee?a=1", "[zie https voorbeeld nl een+twee a 1]"),
        ("nr.12:wat", "[nr 12 wat]"),
        ("Bent u bekend met het bericht (zie …)? Zo ja, ...", "[bent u bekend met het bericht zie zo ja]"),
        ("foo*bar **vet**", "[foo* bar vet*]"),
        ("ministerie:Defensie", "ministry(Defensie)"),
        ("Ministerie:Defensie, woning", "[ministry(Defensie,) woning]"),
        ('indiener:"Van der Lee" (in:vraag)', '[submitter("Van der Lee") side(vraag)]'),
        ("woning -fractie:VVD", "[woning !party(VVD)]"),
        ("x" * 300 + " huis", "huis"),
    ],
)
def test_a_query_is_understood(query: str, understood: str) -> None:
    assert _show(parse_query(query)) == understood


def test_things_in_a_query_know_where_they_stand() -> None:
    tree = parse_query('de (woning OF "rode hond") -ministerie:BZK')

    assert isinstance(tree, All)
    word, either, without = tree.parts
    assert isinstance(either, Any)
    assert isinstance(without, Without)
    assert [part.place for part in (word, *either.parts, without, without.part)] == [0, 4, 14, 27, 28]


@pytest.mark.parametrize(
    ("query", "code", "place"),
    [
        ('huis "rode hond', "unclosed_quote", 5),
        ('ministerie:"Def', "unclosed_quote", 11),
        ("huis (rood", "unclosed_parenthesis", 5),
        ("(huis) (rood", "unclosed_parenthesis", 7),
        ("huis)", "unopened_parenthesis", 4),
        ("(huis)) rood", "unopened_parenthesis", 6),
        ("a1 AND )", "unopened_parenthesis", 7),
        ("huis ()", "empty_group", 5),
        ("huis ((…))", "empty_group", 5),
        ("huis (  )", "empty_group", 5),
        ("huis AND", "missing_operand", 5),
        ("OF huis", "missing_operand", 0),
        ("huis EN OF rood", "missing_operand", 5),
        ("(huis OR)", "missing_operand", 6),
        ("(OR huis)", "missing_operand", 1),
        ("huis NOT", "missing_negated", 5),
        ("huis NIET NIET rood", "missing_negated", 5),
        ("NOT huis", "only_not", 0),
        ("-huis -rood", "only_not", 0),
        ("huis OF NIET rood", "only_not", 8),
        ("(NIET huis) NIET rood", "only_not", 1),
        ("a*", "short_prefix", 0),
        ("a* OR b*", "short_prefix", 0),
        ("huis x-y*", "short_prefix", 5),
        ('huis ""', "empty_phrase", 5),
        ('"?!"', "empty_phrase", 0),
        ("foo:bar", "unknown_field", 0),
        ("huis antwoord:ja", "unknown_field", 5),
        ("fractie:?", "bad_value", 8),
        ('indiener:""', "bad_value", 9),
        ("soort:brief", "unknown_kind", 6),
        ("in:noot", "unknown_side", 3),
        ("ministerie:Tovenarij", "unknown_ministry", 11),
        ("jaar:2023-2025", "bad_year", 5),
        ("jaar:vorig", "bad_year", 5),
        ("datum:2024-13", "bad_date", 6),
        ("datum:31-02-2024", "bad_date", 6),
        ("datum:gisteren", "bad_date", 6),
        ("datum:..", "bad_date", 6),
        ("datum:2024-03..2024-01", "bad_period", 6),
        ("???", "no_words", None),
        ("huis \x07", "bad_characters", 5),
        ("huis \udcff", "bad_characters", 5),
        ("\ufffd huis", "bad_characters", 0),
        ("x" * (MAX_CHARACTERS + 1), "too_long", None),
        ("een " * (MAX_WORDS + 1), "too_many_words", None),
        ("(" * (MAX_DEPTH + 1) + "a1" + ")" * (MAX_DEPTH + 1), "too_deep", MAX_DEPTH),
    ],
)
def test_a_query_that_is_not_understood_says_where(query: str, code: str, place: int | None) -> None:
    with pytest.raises(QueryError) as refused:
        parse_query(query)

    assert (refused.value.code, refused.value.place) == (code, place)
    assert refused.value.message.endswith(".")
    assert place is None or f"teken {place + 1}" in refused.value.message


def test_the_longest_query_that_is_taken_is_taken() -> None:
    longest = " ".join(["woningbouwplannenbureau"] * MAX_WORDS).ljust(MAX_CHARACTERS)
    deepest = "(" * MAX_DEPTH + "huis" + ")" * MAX_DEPTH

    assert isinstance(parse_query(longest), All)
    assert _show(parse_query(deepest)) == "huis"


def test_the_sentence_for_an_unknown_field_names_those_that_exist() -> None:
    with pytest.raises(QueryError) as refused:
        parse_query("partij:VVD")

    assert refused.value.message == (
        "Het veld «partij» (teken 1) bestaat niet; kies indiener, fractie, ministerie, jaar, datum, soort of in, "
        "of zet achter de dubbele punt een spatie."
    )


def test_a_sentence_repeats_only_the_beginning_of_what_was_typed() -> None:
    with pytest.raises(QueryError) as refused:
        parse_query("soort:" + "x" * 500)

    assert len(refused.value.message) < 250


def test_every_sentence_is_one_sentence_that_says_what_to_do() -> None:
    filled = {code: sentence.format(place=1, printed="p", known="k") for code, sentence in SENTENCES.items()}
    assert {code for code, sentence in filled.items() if not sentence.endswith(".") or sentence.count(". ")} == set()
    assert {code for code, sentence in filled.items() if ";" not in sentence and "," not in sentence} == set()


PIECES = st.sampled_from(
    ["huis", "een-twee", "EN", "OR", "NIET", "-", "(", ")", '"', "“", "”", "*", " ", "  ", "\n", ":", "in:", "jaar:", "datum:2024..",
     "ministerie:", "foo:", "..", "2024-01", "/", "https://", "é", "e\u0301", "\ud800", "\x00", "½", "日本", "İ", "ﬁ", "x" * 120]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join), st.lists(PIECES, max_size=40).map(" ".join)))
@example("ministerie:\u0130")
def test_any_string_is_understood_or_refused_with_a_sentence(query: str) -> None:
    assert _code_of(query) in {None, *SENTENCES}


def _code_of(query: str) -> str | None:
    try:
        parse_query(query)
    except QueryError as refused:
        return refused.code
    return None
