"""Searching, through a real index: what is found by what, and in which order."""

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from items import make_index, make_item
from kamervragen.search import MAX_HITS, Facet, Index, QueryError, Request, Results, costs, search
from kamervragen.search.records import Item
from kamervragen.search.writer import update
from kamervragen.terms import Field, Order, Side

DAY = date(2031, 2, 16)


def _texts_index(folder: Path, *texts: str) -> Index:
    """An index with each text as a question of its own."""
    return make_index(folder, [make_item(key=f"ah-tk-20302031-{n}", text=text) for n, text in enumerate(texts)])


def _texts(results: Results) -> list[str]:
    return [hit.item.text for hit in results.hits]


def _find(index: Index, query: str, **values: object) -> list[str]:
    """The texts that have everything the query asks for, best first."""
    results = search(index, Request(query=query, **values))
    return _texts(results)[: results.n_complete]


# Words


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ambtenaar", "Hoeveel ambtenaren werken er?"),
        ("ambtenaren", "Elke ambtenaar weet het."),
        ("coordinatie", "De coördinatie ontbreekt."),
        ("coördinatie", "De coordinatie ontbreekt."),
        ("financieel", "De financiële gevolgen."),
        ("woningbouw", "Het woningbouwbeleid is af."),
        ("EU richtlijn", "Een EU-richtlijn schrijft dit voor."),
        ("EU-richtlijn", "Een richtlijn van de EU."),
        ("EU-richtlijnen", "Een EU-richtlijn schrijft dit voor."),
        ("email", "Stuur een e-mail."),
        ("e-mail", "Stuur een email."),
        ("zzp'er", "Veel zzp’ers klagen."),
        ("oplossen", "Hoe is dit op te lossen?"),
        ("wat is dat", "Wat is dat dan?"),
        ("VERKIEZINGSUITSLAG", "De verkiezingsuitslag."),
    ],
)
def test_a_word_finds_its_other_forms_and_the_compounds_it_is_part_of(tmp_path: Path, query: str, text: str) -> None:
    assert _find(_texts_index(tmp_path, text, "Iets heel anders."), query) == [text]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("geweld", "Dat is wel zo."),
        ("genieten", "Dat is niet zo."),
        ("gemeente", "Ik meen het."),
        ("overheid", "Dat is over."),
        ("zon", "Zo'n plan is er niet."),
        ("woningbouwbeleid", "De woningbouw."),
        ('"ambtenaar"', "Hoeveel ambtenaren werken er?"),
        ('"de rode fiets"', "De fiets, de rode."),
        ("verkiez*", "Het werk is gekozen."),
    ],
)
def test_a_word_does_not_find_what_only_looks_like_it(tmp_path: Path, query: str, text: str) -> None:
    results = search(_texts_index(tmp_path, text), Request(query=query))

    assert (results.n_hits, results.hits) == (0, ())


def test_the_word_itself_comes_above_its_other_forms_however_long_its_text_is(tmp_path: Path) -> None:
    long = f"Over {'van alles en nog wat gesproken, ' * 200} een ambtenaar."
    index = _texts_index(tmp_path, "Ambtenaren.", "Ambtenaren, ambtenaren, ambtenaren!", long, "Het ambtenarenrecht.")

    assert _find(index, "ambtenaar")[0] == long
    assert set(_find(index, "ambtenaren")[2:]) == {long, "Het ambtenarenrecht."}


def test_all_words_exactly_come_above_some_of_them_in_another_form(tmp_path: Path) -> None:
    filler = "Verder ging het over iets anders dat hier niet ter zake doet. " * 40
    exact = f"De minister noemt een richtlijn. {filler} En ook een ambtenaar."
    index = _texts_index(tmp_path, "Richtlijn, richtlijn: ambtenaren, ambtenaren.", exact, "Richtlijnen voor een ambtenaar.")

    assert _find(index, "richtlijn ambtenaar")[0] == exact


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("stikstof uitstoot", {"both"}),
        ("stikstof AND uitstoot", {"both"}),
        ("stikstof EN uitstoot", {"both"}),
        ("stikstof OR uitstoot", {"both", "one", "other"}),
        ("stikstof OF uitstoot", {"both", "one", "other"}),
        ("stikstof NOT uitstoot", {"one"}),
        ("stikstof NIET uitstoot", {"one"}),
        ("stikstof -uitstoot", {"one"}),
        ("melk (stikstof OF uitstoot)", {"one"}),
        ("melk OF stikstof EN uitstoot", {"both", "one", "none"}),
        ("(de -melk) OF melk", {"other", "one", "none"}),
        ("(de -melk -water) stikstof", {"both"}),
        ("(-melk -water) stikstof", {"both"}),
        ("melk OF (-stikstof (-water -auto) uitstoot) OF (en -stikstof)", {"one", "none"}),
        ('"stikstof en uitstoot"', {"both"}),
        ('"uitstoot en stikstof"', set()),
        ("stikst*", {"both", "one"}),
        ("stikst* -melk", {"both"}),
    ],
)
def test_operators_phrases_and_prefixes(tmp_path: Path, query: str, found: set[str]) -> None:
    texts = {
        "both": "Stikstof en uitstoot.",
        "one": "Stikstof en melk.",
        "other": "De uitstoot van auto's.",
        "none": "Melk.",
    }
    names = {text: name for name, text in texts.items()}

    assert {names[text] for text in _find(_texts_index(tmp_path, *texts.values()), query)} == found


def test_a_phrase_is_found_in_the_subject_too(tmp_path: Path) -> None:
    items = [
        make_item(text="Klopt dit?", subject="Het bericht dat het regent"),
        make_item(key="ah-2", text="Regent het bericht?"),
    ]

    assert _find(make_index(tmp_path, items), '"het bericht dat"') == ["Klopt dit?"]


def test_words_may_stand_on_both_sides_of_an_exchange_but_one_of_them_in_the_text_itself(tmp_path: Path) -> None:
    question, answer = "Wie gaat over de veerpont?", "De provincie bepaalt het vaarschema."
    items = [
        make_item(text=question, other=answer, subject="de rivier"),
        make_item(text=answer, other=question, subject="de rivier", side=Side.ANSWER),
    ]
    index = make_index(tmp_path, items)

    assert set(_find(index, "veerponten vaarschema")) == {question, answer}
    assert _find(index, "veerpont rivieren") == [question]
    assert _find(index, "veerpont") == [question]
    assert _find(index, "veerpont -vaarschema") == []


def test_words_that_say_nothing_are_not_asked_for(tmp_path: Path) -> None:
    results = search(_texts_index(tmp_path, "Regen valt in Drenthe."), Request(query="valt er ook regen in de Drenthe?"))

    assert (results.n_complete, results.left_out) == (1, ("er", "ook", "in", "de"))


def test_the_other_forms_that_were_looked_for_are_told(tmp_path: Path) -> None:
    results = search(_texts_index(tmp_path, "Ambtenaren.", "Een ambtenaar."), Request(query="ambtenaar"))

    assert [(widened.word, widened.forms) for widened in results.widened] == [("ambtenaar", ("ambtenaren",))]


# Fields


ITEMS = (
    make_item(
        key="ah-1", text="Regen een", submitters=("Van der Lee",), parties=("GroenLinks-PvdA",), ministries=("mnre1018",),
        submitted_on=date(2024, 1, 29), received_on=date(2024, 2, 16), session_year="2023-2024",
    ),
    make_item(
        key="ah-2", text="Regen twee", submitters=("Öztürk", "Jansen"), parties=("DENK", "D66"), ministries=("mnre1025", "mnre1018"),
        submitted_on=date(2024, 9, 20), received_on=date(2024, 10, 4), session_year="2024-2025", side=Side.ANSWER,
    ),
    make_item(
        key="ah-3", text="Regen drie", submitters=("Jansen",), parties=("D66",), ministries=("mnre1034",), kind="postponement",
        submitted_on=date(2023, 12, 31), received_on=None, session_year="2023-2024",
    ),
    make_item(key="ah-4", text="Regen vier", submitted_on=None, received_on=None, session_year=None, kind="question"),
)  # fmt: skip


@pytest.fixture(scope="module")
def fields(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index of four items that differ in every field."""
    return make_index(tmp_path_factory.mktemp("fields"), ITEMS)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("indiener:Lee", {"een"}),
        ('indiener:"van der lee"', {"een"}),
        ("submitter:ozturk", {"twee"}),
        ("indiener:Jansen", {"twee", "drie"}),
        ("fractie:D66", {"twee", "drie"}),
        ('fractie:"Democraten 66"', {"twee", "drie"}),
        ("party:PvdA", {"een"}),
        ("fractie:GL-PvdA", {"een"}),
        ("ministerie:Defensie", {"een", "twee"}),
        ("ministry:VWS", {"twee"}),
        ("ministerie:mnre1034", {"drie"}),
        ("jaar:2023-2024", {"een", "drie"}),
        ("year:2024", {"een", "twee"}),
        ("jaar:2023", {"drie"}),
        ("datum:2024-02-16", {"een"}),
        ("datum:2024-02", {"een"}),
        ("datum:2024-02..", {"een", "twee"}),
        ("date:..2024-03", {"een", "drie"}),
        ("datum:16-02-2024..04-10-2024", {"een", "twee"}),
        ("soort:uitstelbericht", {"drie"}),
        ("kind:question", {"vier"}),
        ("in:antwoord", {"twee"}),
        ("in:question", {"een", "drie", "vier"}),
        ("regen indiener:Jansen -fractie:DENK", {"drie"}),
        ("indiener:Lee OF in:antwoord", {"een", "twee"}),
        ("de ministerie:Defensie", {"een", "twee"}),
        ("indiener:Niemand", set()),
    ],
)
def test_a_field_narrows_what_is_found(fields: Index, query: str, found: set[str]) -> None:
    assert {text.removeprefix("Regen ") for text in _find(fields, query)} == found


@pytest.mark.parametrize(
    ("choices", "found"),
    [
        ({Field.SUBMITTER: ("Jansen",)}, {"twee", "drie"}),
        ({Field.PARTY: ("DENK", "GroenLinks-PvdA")}, {"een", "twee"}),
        ({Field.MINISTRY: ("mnre1018",), Field.SIDE: ("question",)}, {"een"}),
        ({Field.YEAR: ("2023", "2024")}, {"een", "twee", "drie"}),
        ({Field.KIND: ("postponement",)}, {"drie"}),
        ({Field.DATE: ("2024-02", "2024-10-04")}, {"een", "twee"}),
        ({Field.PARTY: ()}, {"een", "twee", "drie", "vier"}),
        ({Field.PARTY: ("Niets",)}, set()),
    ],
)
def test_choices_narrow_what_is_found_with_and_without_words(
    fields: Index, choices: dict[Field, tuple[str, ...]], found: set[str]
) -> None:
    for query in ("", "regen"):
        assert {text.removeprefix("Regen ") for text in _find(fields, query, choices=choices)} == found


# Facets


def _counts(facets: Iterable[Facet]) -> dict[Field, dict[str, int]]:
    return {facet.field: {each.value: each.n_hits for each in facet.values} for facet in facets}


def _values(item: Item, field: Field) -> Sequence[str]:
    day = item.received_on or item.submitted_on
    return {
        Field.SUBMITTER: item.submitters,
        Field.PARTY: item.parties,
        Field.MINISTRY: item.ministries,
        Field.YEAR: (str(day.year),) if day else (),
        Field.KIND: (item.kind,),
        Field.SIDE: (str(item.side),),
    }[field]


def _matches(item: Item, choices: dict[Field, tuple[str, ...]]) -> bool:
    return all(set(_values(item, field)) & set(values) for field, values in choices.items())


@pytest.mark.parametrize(
    "choices",
    [
        {},
        {Field.PARTY: ("D66",)},
        {Field.PARTY: ("D66", "SP"), Field.YEAR: ("2030",)},
        {Field.SIDE: ("answer",), Field.MINISTRY: ("mnre1018",), Field.SUBMITTER: ("Lid 3",)},
    ],
)
def test_facets_count_what_counting_the_items_gives(tmp_path: Path, choices: dict[Field, tuple[str, ...]]) -> None:
    items = [
        make_item(
            key=f"ah-{n // 2}",
            text="Regen" if n % 7 else "Zon",
            side=Side.ANSWER if n % 2 else Side.QUESTION,
            parties=(("D66", "SP", "VVD")[n % 3], "CDA")[: 1 + n % 2],
            ministries=(("mnre1018", "mnre1025")[n % 5 == 0],),
            submitters=(f"Lid {n % 13}",),
            received_on=date(2028 + n % 4, 1, 1),
        )
        for n in range(300)
    ]
    results = search(make_index(tmp_path, items), Request(query="regen", choices=choices))

    found = [item for item in items if item.text == "Regen"]
    for field, counted in _counts(results.facets).items():
        others = {each: values for each, values in choices.items() if each is not field}
        expected = Counter(value for item in found if _matches(item, others) for value in _values(item, field))
        assert counted == expected, field
    assert results.n_hits == sum(_matches(item, choices) for item in found)


def test_facets_come_commonest_first_and_years_last_first(fields: Index) -> None:
    facets = {facet.field: facet.values for facet in search(fields, Request(query="regen")).facets}

    assert [(each.value, each.n_hits) for each in facets[Field.PARTY]] == [("D66", 2), ("DENK", 1), ("GroenLinks-PvdA", 1)]
    assert [(each.value, each.n_hits) for each in facets[Field.YEAR]] == [("2024", 2), ("2023", 1)]


def test_a_chosen_value_stays_visible_when_nothing_has_it(fields: Index) -> None:
    results = search(fields, Request(query="regen", choices={Field.PARTY: ("VVD",), Field.SIDE: ("answer",)}))
    party = next(facet for facet in results.facets if facet.field is Field.PARTY)

    assert results.n_hits == 0
    assert [(each.value, each.n_hits, each.is_chosen) for each in party.values] == [
        ("D66", 1, False),
        ("DENK", 1, False),
        ("VVD", 0, True),
    ]


def test_facets_are_those_of_the_search_and_of_the_index_as_it_is_now(tmp_path: Path) -> None:
    index = make_index(tmp_path, [make_item(text="regen", parties=("D66",), submitted_on=None, received_on=None)])
    regen, zon = Request(query="regen"), Request(query="zon")

    before = [_counts(search(index, request).facets)[Field.PARTY] for request in (regen, zon, regen, replace(regen, page=2))]
    chosen = search(index, replace(regen, choices={Field.PARTY: ("DENK",)}))
    with update(tmp_path) as writer:
        writer.replace("ah-tk-20302031-9", [make_item(key="ah-tk-20302031-9", text="regen en zon", parties=("DENK",))])
        writer.commit()
    after = [_counts(search(index, request).facets)[Field.PARTY] for request in (regen, zon)]

    assert before == [{"D66": 1}, {}, {"D66": 1}, {"D66": 1}]
    assert _counts(chosen.facets)[Field.PARTY] == {"D66": 1, "DENK": 0}
    assert after == [{"D66": 1, "DENK": 1}, {"DENK": 1}]


def test_facets_are_not_counted_when_nobody_wants_them(fields: Index) -> None:
    assert search(fields, Request(query="regen", with_facets=False)).facets == ()


# Order and paging


@pytest.mark.parametrize(
    ("order", "found"),
    [(Order.NEWEST, ["twee", "een", "drie", "vier"]), (Order.OLDEST, ["drie", "een", "twee", "vier"])],
)
@pytest.mark.parametrize("query", ["regen", "regen sneeuw hagel"])
def test_orders_by_day_have_what_is_of_no_known_day_last(fields: Index, query: str, order: Order, found: list[str]) -> None:
    results = search(fields, Request(query=query, order=order))

    assert [text.removeprefix("Regen ") for text in _texts(results)] == found


def test_a_search_for_nothing_gives_the_newest_first(fields: Index) -> None:
    assert _texts(search(fields, Request(query=" "))) == ["Regen twee", "Regen een", "Regen drie", "Regen vier"]
    assert _texts(search(fields, Request(query="", choices={Field.PARTY: ("D66",)}))) == ["Regen twee", "Regen drie"]


@pytest.mark.parametrize("order", list(Order))
def test_pages_together_hold_every_hit_once(tmp_path: Path, order: Order) -> None:
    index = _texts_index(tmp_path, *(f"Regen {n}" for n in range(47)))

    pages = [_texts(search(index, Request(query="regen", order=order, page=page, size=10))) for page in range(1, 7)]

    assert [len(page) for page in pages] == [10, 10, 10, 10, 7, 0]
    assert len({text for page in pages for text in page}) == 47


def test_a_search_may_want_no_hits_but_their_number(tmp_path: Path) -> None:
    results = search(_texts_index(tmp_path, "Regen", "Regen"), Request(query="regen", size=0))

    assert (results.n_hits, results.hits) == (2, ())


@pytest.mark.parametrize(
    ("page", "size", "code"),
    [(0, 20, "bad_page"), (-1, 20, "bad_page"), (1, 101, "bad_page"), (1, -1, "bad_page"), (MAX_HITS // 20 + 1, 20, "too_far")],
)
def test_a_page_that_is_too_far_or_none_is_refused(fields: Index, page: int, size: int, code: str) -> None:
    with pytest.raises(QueryError) as refused:
        search(fields, Request(query="regen", page=page, size=size))

    assert refused.value.code == code


def test_the_last_page_that_may_be_asked_for_can_be(fields: Index) -> None:
    assert search(fields, Request(query="regen", page=MAX_HITS // 20)).hits == ()


# A part of what was asked for


def _partial_index(folder: Path) -> Index:
    return _texts_index(
        folder,
        "Hoe staat het met de palingstand in het IJsselmeer?",
        "De paling en het herstel van de visstand.",
        "Het IJsselmeer is een meer.",
        "Over de belastingdienst en de toeslagen.",
    )


def test_with_few_hits_those_with_a_part_of_the_words_are_taken_as_well_after_the_others(tmp_path: Path) -> None:
    results = search(_partial_index(tmp_path), Request(query="palingstand IJsselmeer"))

    assert (results.n_hits, results.n_complete) == (3, 1)
    assert _texts(results)[0] == "Hoe staat het met de palingstand in het IJsselmeer?"
    assert "Over de belastingdienst en de toeslagen." not in _texts(results)


def test_what_is_found_in_part_is_narrowed_by_what_is_no_word(tmp_path: Path) -> None:
    index = _partial_index(tmp_path)

    assert _texts(search(index, Request(query='palingstand IJsselmeer herstelplan "is een meer"'))) == [
        "Het IJsselmeer is een meer."
    ]
    assert "Het IJsselmeer is een meer." not in _texts(search(index, Request(query="palingstand IJsselmeer herstelplan -meer")))
    assert search(index, Request(query="palingstand IJsselmeer fractie:VVD")).n_hits == 0


@pytest.mark.parametrize("query", ["palingstand AND IJsselmeer AND herstelplan", "herstelplan", '"palingstand herstelplan"'])
def test_nothing_is_left_out_of_a_query_that_says_how_its_words_hang_together(tmp_path: Path, query: str) -> None:
    assert search(_partial_index(tmp_path), Request(query=query)).n_hits == 0


def test_facets_of_what_is_found_in_part_count_all_of_it(tmp_path: Path) -> None:
    results = search(_partial_index(tmp_path), Request(query="palingstand IJsselmeer", size=1))

    assert _counts(results.facets)[Field.KIND] == {"answer": 3}


def test_with_enough_hits_nothing_else_is_taken(tmp_path: Path) -> None:
    index = _texts_index(tmp_path, *(f"Regen en wind {n}" for n in range(10)), "Alleen regen", "Alleen wind")

    results = search(index, Request(query="regen wind"))

    assert (results.n_hits, results.n_complete) == (10, 10)


# Queries that are not understood


@pytest.mark.parametrize("query", ['"regen', "(regen", "regen AND", "foo:bar", "a* OR b*", "NOT regen", "x" * 3000])
def test_a_query_that_is_not_understood_is_refused(fields: Index, query: str) -> None:
    with pytest.raises(QueryError):
        search(fields, Request(query=query))


PIECES = st.sampled_from(
    ["regen", "twee", "EU-regen", "EN", "OR", "NIET", "-", "(", ")", '"', '"regen een"', "re*", "é*", "日本*", " ", " ", "in:vraag",
     "(de -twee -een)", "(-twee -een)", "jaar:2024", "indiener:Lee", "de", "zo'n", "½", "²", "ﬁ", "\u0130", "a" * 120, "+.*[", "\\", "x_y", "'s"]
)  # fmt: skip


@given(query=st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join)))
def test_any_string_finds_something_or_nothing_or_is_refused(fields: Index, query: str) -> None:
    with suppress(QueryError):
        results = search(fields, Request(query=query))
        assert 0 <= results.n_complete <= results.n_hits <= len(ITEMS)
        assert len(results.hits) == results.n_hits


@given(
    choices=st.dictionaries(st.sampled_from([each for each in Field if each is not Field.DATE]), st.tuples(st.text()), max_size=3)
)
def test_any_values_may_be_chosen(fields: Index, choices: dict[Field, tuple[str, ...]]) -> None:
    results = search(fields, Request(query="regen", choices=choices))

    assert all(
        value.is_chosen == (value.value in choices.get(facet.field, ())) for facet in results.facets for value in facet.values
    )


# What searches cost


def test_a_query_that_matches_too_much_is_refused_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rain = [make_item(key=f"ah-{n}", text=f"Regen en wind {n}", subject="het droge weer") for n in range(30)]
    index = make_index(tmp_path, [*rain, make_item(text="Zon")])
    monkeypatch.setattr(costs, "MAX_READ", 70)

    for query in (
        "zon",
        "regen",
        "regen wind",
        "regen OF zon",
        "regen (wind OF zon OF wind)",
        '"droge"',
        "zon -regen",
        "reg*",
        "in:vraag",
    ):
        assert search(index, Request(query=query)).n_hits
    for query in (
        "regen OF wind OF regen",
        '"regen en wind"',
        '"droge weer"',
        "reg* OF win* OF re*",
        "zon -reg* -win*",
        "(regen OF wind) (wind OF regen)",
    ):
        with pytest.raises(QueryError) as refused:
            search(index, Request(query=query))
        assert refused.value.code == "too_broad"
