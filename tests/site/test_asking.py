"""The address of a search and what it asks for, and what is found as its page shows it."""

from datetime import date

import pytest
from django.http import QueryDict

from items import make_item
from kamervragen.errors import InputError
from kamervragen.search.records import Facet, FacetValue, Hit, Piece, Request, Results
from kamervragen.search.refusals import SENTENCES, refuse
from kamervragen.site.asking import Asking, read_asking
from kamervragen.site.query_words import QUERY_WORDS, explain_refusal
from kamervragen.site.results import count_pages, show_hit, show_refusal, show_results
from kamervragen.terms import Field, Order, Side


def _results(asking: Asking, *hits: Hit, n_hits: int = 0, facets: tuple[Facet, ...] = ()) -> Results:
    return Results(request=asking.request(), n_hits=n_hits, n_complete=n_hits, hits=hits, facets=facets, widened=(), left_out=())


def test_an_address_says_all_that_a_search_is_asked() -> None:
    asking = read_asking(QueryDict("q=water+%22in+de+kelder%22&ministerie=mnre1018&jaar=2023-2024&volgorde=nieuwste&pagina=2"))
    assert asking.request() == Request(
        query='water "in de kelder"',
        choices={Field.YEAR: ("2023-2024",), Field.MINISTRY: ("mnre1018",)},
        order=Order.NEWEST,
        page=2,
    )


@pytest.mark.parametrize(
    "query",
    [
        "q=water",
        "q=a%26b&soort=answer&soort=question&in=answer",
        "fractie=GL-PvdA&pagina=3",
        "q=x&volgorde=oudste",
        "indiener=Van+der+A",
    ],
)
def test_an_address_leads_to_itself(query: str) -> None:
    asking = read_asking(QueryDict(query))
    assert asking.address() == f"/zoeken?{query}"
    assert read_asking(QueryDict(asking.address().partition("?")[2])) == asking


def test_without_words_the_newest_come_first() -> None:
    assert read_asking(QueryDict("ministerie=mnre1018")).order is Order.NEWEST
    assert read_asking(QueryDict("q=+&volgorde=oudste")).order is Order.OLDEST
    assert read_asking(QueryDict("q=water")).order is Order.RELEVANCE


@pytest.mark.parametrize(
    "query",
    ["volgorde=beste", "pagina=0", "pagina=-1", "pagina=1e3", "soort=" + "x" * 201, "&".join(f"jaar={n}" for n in range(51))],
)
def test_an_address_that_asks_nothing_sensible_is_refused(query: str) -> None:
    with pytest.raises(InputError):
        read_asking(QueryDict(query))


def test_a_choice_is_made_and_left_on_the_first_page() -> None:
    asking = read_asking(QueryDict("q=water&jaar=2024&pagina=4"))
    both = asking.toggled(Field.YEAR, "2025")
    assert both.address() == "/zoeken?q=water&jaar=2024&jaar=2025"
    assert both.toggled(Field.YEAR, "2024").address() == "/zoeken?q=water&jaar=2025"
    assert asking.toggled(Field.YEAR, "2024").address() == "/zoeken?q=water"


@pytest.mark.parametrize(
    ("query", "addresses"),
    [
        ("", ["/zoeken?jaar=2024", "/zoeken?jaar=a%26b+c"]),
        ("q=a%26b&pagina=3", ["/zoeken?q=a%26b&jaar=2024", "/zoeken?q=a%26b&jaar=a%26b+c"]),
        ("jaar=2024", ["/zoeken", "/zoeken?jaar=2024&jaar=a%26b+c"]),
        (
            "q=x&soort=answer&jaar=2023&fractie=%C3%A9&volgorde=oudste",
            [
                "/zoeken?q=x&soort=answer&jaar=2023&jaar=2024&fractie=%C3%A9&volgorde=oudste",
                "/zoeken?q=x&soort=answer&jaar=2023&jaar=a%26b+c&fractie=%C3%A9&volgorde=oudste",
            ],
        ),
    ],
)
def test_the_addresses_of_many_values_are_those_of_each(query: str, addresses: list[str]) -> None:
    asking = read_asking(QueryDict(query))
    assert asking.toggled_addresses(Field.YEAR, ["2024", "a&b c"]) == addresses
    assert [asking.toggled(Field.YEAR, value).address() for value in ("2024", "a&b c")] == addresses


def test_facets_lead_to_the_search_with_or_without_each_value() -> None:
    asking = read_asking(QueryDict("q=water&jaar=2024"))
    values = (FacetValue(value="2024", n_hits=3, is_chosen=True), FacetValue(value="2023", n_hits=0, is_chosen=False))
    page = show_results(asking, _results(asking, n_hits=3, facets=(Facet(field=Field.YEAR, values=values),)))
    assert [(each.value, each.is_chosen, each.href) for each in page.facets[0].values] == [
        ("2024", True, "/zoeken?q=water"),
        ("2023", False, "/zoeken?q=water&jaar=2024&jaar=2023"),
    ]
    assert [(each.field, each.value, each.href) for each in page.choices] == [(Field.YEAR, "2024", "/zoeken?q=water")]


@pytest.mark.parametrize(("n_hits", "n_pages"), [(0, 1), (20, 1), (21, 2), (1_000, 50), (1_200_000, 50)])
def test_no_more_pages_are_offered_than_one_may_page_to(n_hits: int, n_pages: int) -> None:
    assert count_pages(n_hits) == n_pages


def test_pages_lead_to_each_other_and_the_last_to_none() -> None:
    def pages(query: str) -> tuple[str, str]:
        asking = read_asking(QueryDict(query))
        page = show_results(asking, _results(asking, n_hits=45))
        return page.previous_href, page.next_href

    assert pages("q=a") == ("", "/zoeken?q=a&pagina=2")
    assert pages("q=a&pagina=2") == ("/zoeken?q=a", "/zoeken?q=a&pagina=3")
    assert pages("q=a&pagina=3") == ("/zoeken?q=a&pagina=2", "")


def test_the_feed_is_that_of_the_whole_search_whatever_page_is_shown() -> None:
    asking = read_asking(QueryDict("q=a&in=answer&volgorde=oudste&pagina=2"))
    assert show_results(asking, _results(asking, n_hits=45)).feed_href == "/zoeken.atom?q=a&in=answer"


@pytest.mark.parametrize(
    ("filed", "received", "n_days"),
    [
        (date(2031, 1, 29), date(2031, 2, 16), 18),
        (date(2031, 1, 29), date(2031, 1, 29), 0),
        (date(2031, 2, 16), date(2031, 1, 29), None),
        (None, date(2031, 1, 29), None),
        (date(2031, 1, 29), None, None),
    ],
)
def test_days_are_counted_only_between_two_printed_days_in_order(filed: date, received: date, n_days: int | None) -> None:
    hit = Hit(item=make_item(submitted_on=filed, received_on=received), snippet=(), score=1.0)
    assert show_hit(hit).n_days == n_days


def test_a_hit_leads_to_its_place_in_its_document() -> None:
    item = make_item(side=Side.ANSWER, anchor="antwoord-2-3-4")
    hit = show_hit(Hit(item=item, snippet=(Piece(text="Ja", is_match=True),), score=2.5))
    assert hit.href == "/documenten/ah-tk-20302031-8#antwoord-2-3-4"
    assert hit.reference == "Aanhangsel 2030–2031, nr. 8"


def test_when_nothing_is_found_each_plain_word_can_be_left_out() -> None:
    def suggested(query: str, n_hits: int = 0) -> list[tuple[str, str]]:
        asking = Asking(query=query)
        page = show_results(asking, _results(asking, n_hits=n_hits))
        return [(each.left_out, each.href) for each in page.fewer_words]

    assert suggested("natte kelders") == [("natte", "/zoeken?q=kelders"), ("kelders", "/zoeken?q=natte")]
    assert suggested("natte kelders", n_hits=1) == []
    assert suggested("kelders") == []
    assert suggested('"natte kelders" OR nat') == []


def test_a_refused_query_is_shown_with_the_place_marked() -> None:
    asking = Asking(query="water kleur:rood kelder")
    page = show_refusal(asking, refuse("unknown_field", place=6, printed="kleur"))
    assert (page.before, page.printed, page.after) == ("water ", "kleur", ":rood kelder")
    assert page.message.startswith("Het veld «kleur» (teken 7) bestaat niet")
    whole = show_refusal(asking, refuse("too_many_words"))
    assert (whole.before, whole.printed, whole.after) == ("water kleur:rood kelder", "", "")


@pytest.mark.parametrize("code", SENTENCES)
def test_in_dutch_the_page_says_what_the_search_says(code: str) -> None:
    error = refuse(code, place=4, printed="wat er staat", known="")
    if code == "unknown_ministry":
        error = refuse(code, place=4, printed="x", known=explain_refusal(error).partition("kies een van ")[2].rstrip("."))
    assert explain_refusal(error) == error.message


def test_there_is_a_sentence_for_each_refusal_and_no_other() -> None:
    assert set(QUERY_WORDS) == set(SENTENCES)
