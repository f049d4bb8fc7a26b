"""The pages of the search over the bundled examples, in the test client and in a browser."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.utils.http import urlencode
from playwright.sync_api import Browser

from browsing import DESKTOP, PHONE, visit
from kamervragen.search.records import MAX_HITS
from records import make_tables, record_in
from seen_pages import get, link_of, main_of, read, words_of

ATOM = "{http://www.w3.org/2005/Atom}"


def _search(**parameters: str) -> str:
    return f"/zoeken?{urlencode(parameters)}"


def _hits(address: str) -> list[str]:
    """Each hit of a page, as a reader sees it."""
    return [words_of(hit) for hit in re.findall(r'<li class="hit .*?</li>', main_of(address), re.S)]


def _n_hits(address: str) -> int:
    found = re.search(r"([\d.]+) (?:vraag of antwoord|vragen en antwoorden)", words_of(main_of(address)))
    assert found, address
    return int(found[1].replace(".", ""))


def test_a_hit_shows_who_asked_whom_when_and_who_answered_after_how_many_days(bundled: Path) -> None:
    hits = _hits(_search(q="windmolendag", ministerie="mnre1018", **{"in": "answer"}))
    assert hits
    assert hits[0].startswith("Koffieochtenden op ministeries naar aanleiding van de Nationale Windmolendag")
    assert "Rietvink (JA21) aan minister-president en 11 anderen · ingezonden 20 januari 2031 " in hits[0]
    assert "beantwoord door Berkenrode, minister (Defensie), na 18 dagen ( 7 februari 2031 )" in hits[0]


def test_what_was_asked_for_is_marked_in_the_hit(bundled: Path) -> None:
    marked = [words_of(each).lower() for each in re.findall(r"<mark>(.*?)</mark>", main_of(_search(q="windmolendag")))]
    assert set(marked) == {"windmolendag"}


def test_a_hit_leads_to_its_anchor_on_the_page_of_its_document(bundled: Path) -> None:
    page = main_of(_search(q="koffieochtenden"))
    links = re.findall(r'<h2 class="hit-title"><a href="(/documenten/[^"#]+)#([^"]+)"', page)
    assert len(links) == 20
    for href, anchor in links[:5]:
        assert f'id="{anchor}"' in main_of(href)


def test_the_other_half_unfolds_in_place_without_script(bundled: Path) -> None:
    page = main_of(_search(q="koffieochtenden", **{"in": "question"}))
    assert "<details><summary>toon het antwoord</summary>" in page
    assert "Niet van toepassing." in read(_search(q="koffieochtenden", **{"in": "question"}))
    assert "<details><summary>toon de vraag</summary>" in main_of(_search(q="overleggen", **{"in": "answer"}))


def test_facets_count_what_choosing_them_leaves_and_say_names_for_codes(bundled: Path) -> None:
    page = main_of(_search(q="koffieochtenden"))
    facets = re.search(r'<aside class="facets".*?</aside>', page, re.S)
    assert facets
    values = re.findall(r'<li><a href="([^"]+)"[^>]*>(.*?)</a> <span class="count">([\d.]+)</span>', facets[0], re.S)
    assert "Defensie" in {words_of(name) for _, name, _ in values}
    assert "mnre" not in words_of(facets[0])
    assert len(values) > 10
    for href, name, n in values:
        assert _n_hits(href.replace("&amp;", "&")) == int(n), name


def test_a_choice_can_be_taken_away(bundled: Path) -> None:
    page = main_of(_search(q="koffieochtenden", ministerie="mnre1018"))
    assert link_of(page, "ministerie: Defensie × (weghalen)") == "/zoeken?q=koffieochtenden"


def test_the_page_says_how_the_query_was_understood(bundled: Path) -> None:
    said = read(_search(q="koffieochtend"))
    assert re.search(r"«koffieochtend»: ook gezocht naar .*koffieochtenden", said)


def test_the_page_says_when_hits_have_only_a_part_of_what_was_asked(bundled: Path) -> None:
    said = read(_search(q="koffieochtenden xqzwvk"))
    assert re.search(r"[\d.]+ vragen en antwoorden; geen met alles waarnaar is gevraagd, alle met een deel", said)
    assert "met een deel" not in read(_search(q="koffieochtenden"))


def test_each_example_on_the_home_page_finds_something(bundled: Path) -> None:
    examples = re.findall(r'<a href="(/zoeken\?q=[^"]+)">', main_of("/"))
    assert len(examples) == 3
    for address in examples:
        assert _n_hits(address.replace("&amp;", "&")) > 0, address


def test_the_order_can_be_chosen(bundled: Path) -> None:
    page = main_of(_search(q="koffieochtenden"))
    for words, order in (("nieuwste eerst", "nieuwste"), ("oudste eerst", "oudste")):
        href = link_of(page, words)
        assert href == _search(q="koffieochtenden", volgorde=order)
        days = re.findall(r'<time datetime="(\d{4}-\d\d-\d\d)">[^<]*</time>\)', main_of(href))
        assert len(days) > 5
        assert days == sorted(days, reverse=order == "nieuwste")


def test_pages_follow_each_other_without_gap_or_repetition(bundled: Path) -> None:
    address, seen = _search(q="koffieochtenden", volgorde="oudste"), []
    n_hits = _n_hits(address)
    while address:
        page = main_of(address)
        seen += re.findall(r'<h2 class="hit-title"><a href="([^"]+)"', page)
        following = re.search(r'rel="next" href="([^"]+)"', page)
        address = following[1].replace("&amp;", "&") if following else ""
    assert len(seen) == len(set(seen)) == n_hits > 20


def test_the_query_stays_in_the_box_with_its_choices(bundled: Path) -> None:
    page = main_of(_search(q='"koffie" <b>', ministerie="mnre1018"))
    assert 'name="q" value="&#34;koffie&#34; &lt;b&gt;"' in page
    assert '<input type="hidden" name="ministerie" value="mnre1018">' in page


def test_when_nothing_is_found_the_page_says_what_to_try(bundled: Path) -> None:
    page = main_of(_search(q="xqzwvk brgllmp", ministerie="mnre1018"))
    assert "Niets gevonden" in page
    assert link_of(page, "ministerie: Defensie") == _search(q="xqzwvk brgllmp")
    assert link_of(page, "Zoek zonder «xqzwvk»") == _search(q="brgllmp", ministerie="mnre1018")


def test_a_query_that_is_not_understood_keeps_the_query_and_marks_the_place(bundled: Path) -> None:
    response = get(_search(q="koffie kleur:rood"))
    page = response.content.decode()
    assert response.status_code == 400
    assert "Het veld «kleur» (teken 8) bestaat niet" in page
    assert "koffie <mark>kleur</mark>:rood" in page
    assert 'value="koffie kleur:rood"' in page


def test_the_sentence_is_in_the_language_of_the_page(bundled: Path) -> None:
    page = get("/en" + _search(q="koffie kleur:rood")).content.decode()
    assert "bestaat niet" not in page
    assert "kleur" in page


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"q": "koffie", "pagina": "999999"}, f"Verder dan {MAX_HITS} treffers wordt niet gebladerd"),
        ({"q": "windmolendag", "pagina": "50"}, "Deze zoekvraag heeft geen pagina 50"),
    ],
)
def test_a_page_that_is_not_there_is_said_not_to_be_there(bundled: Path, parameters: dict[str, str], said: str) -> None:
    response = get(_search(**parameters))
    assert response.status_code == 404
    assert said in response.content.decode()


def test_without_words_everything_is_there_the_newest_first(bundled: Path) -> None:
    assert _n_hits("/zoeken") > 200
    assert "2031" in _hits("/zoeken")[0]


def test_without_an_index_the_page_says_how_to_make_one(tmp_path: Path) -> None:
    with record_in(tmp_path):
        make_tables()
        response = get(_search(q="koffie"))
    assert response.status_code == 503
    assert "kamervragen index" in response.content.decode()


def test_the_feed_holds_the_newest_hits_of_the_search(bundled: Path) -> None:
    address = link_of(main_of(_search(q="windmolendag", **{"in": "answer"})), "volg deze zoekvraag (feed)")
    response = get(address)
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(response.content)
    entries = feed.findall(f"{ATOM}entry")
    updated = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert len(entries) > 5
    assert updated == sorted(updated, reverse=True)
    assert entries[0].find(f"{ATOM}link").get("href").startswith("http://localhost/documenten/")
    assert "#antwoord-" in entries[0].find(f"{ATOM}link").get("href")


def test_the_feed_of_a_query_that_is_not_understood_says_so(bundled: Path) -> None:
    response = get("/zoeken.atom?q=kleur:rood")
    assert response.status_code == 400
    assert "bestaat niet" in response.content.decode()


def test_a_page_of_results_is_light(bundled: Path) -> None:
    for query in ("koffieochtenden", "minister", ""):
        assert len(get(_search(q=query)).content) < 150_000


@pytest.mark.browser
def test_from_the_home_page_to_the_answer_of_one_ministry_in_two_clicks(examples: str, browser: Browser) -> None:
    with visit(browser, f"{examples}/", DESKTOP) as seen:
        page = seen.page
        page.get_by_role("searchbox").fill("windmolendag")
        page.get_by_role("button", name="zoek", exact=True).click()
        page.locator(".hit--answer", has_text="Berkenrode, minister (Defensie)").first.locator(".hit-title a").click()
        assert "/documenten/" in page.url
        assert page.locator(":target").get_attribute("id").startswith("antwoord-")
        assert "Berkenrode" in page.inner_text("main")


@pytest.mark.browser
@pytest.mark.real
def test_from_the_home_page_to_the_answer_of_defence_about_the_elections_in_two_clicks(
    corpus: Path, tmp_path: Path, browser: Browser, serve: Callable[[Path, Path], AbstractContextManager[str]]
) -> None:
    folder, data = tmp_path / "documents", tmp_path / "data"
    folder.mkdir()
    data.mkdir()
    (folder / "sample.md").write_bytes((corpus / "sample.md").read_bytes())
    with serve(data, folder) as address, visit(browser, f"{address}/", DESKTOP) as seen:
        page = seen.page
        page.get_by_role("searchbox").fill("verkiezingsuitslag")
        page.get_by_role("button", name="zoek", exact=True).click()
        page.locator(".hit--answer", has_text="minister (Defensie)").first.locator(".hit-title a").click()
        assert "verkiezingsuitslag" in page.locator(":target").inner_text()
        assert "(Defensie)" in page.inner_text("main")


@pytest.mark.browser
def test_facets_are_folded_on_a_phone_and_stand_beside_the_hits_on_a_desktop(examples: str, browser: Browser) -> None:
    with visit(browser, f"{examples}/zoeken?q=koffieochtenden", PHONE) as seen:
        assert not seen.page.locator(".facets").is_visible()
        seen.page.locator(".facets-fold > summary").click()
        assert seen.page.locator(".facets").is_visible()
    with visit(browser, f"{examples}/zoeken?q=koffieochtenden", DESKTOP) as seen:
        facets, hits = seen.page.locator(".facets").bounding_box(), seen.page.locator(".hits").bounding_box()
        assert facets["x"] + facets["width"] <= hits["x"]
        assert not seen.page.locator(".facets-fold > summary").is_visible()
