"""The site as a browser asks for it, over a record of invented documents."""

import hashlib
import json
import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from site_documents import DRAFT, NOW, POSTPONED, REPLY, Site, add


@pytest.fixture(scope="module")
def site(record: Path) -> Site:
    return Site(
        data=record,
        reply=add(record, "antwoord.xml", REPLY, change=lambda parsed: replace(parsed, id="ah-tk-20302031-1067")),
        draft=add(record, "concept.txt", DRAFT),
        postponed=add(record, "uitstel.txt", POSTPONED),
    )


def _text(html: str) -> str:
    """What a reader sees of some HTML, in one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def _exchanges(page: str) -> list[str]:
    return re.findall(r'<section class="exchange">.*?</section>', page, re.S)


def test_the_list_shows_who_asked_whom_what_and_when_the_newest_first(site: Site) -> None:
    page = site.page("/documenten/").partition("<footer")[0]
    items = [_text(item) for item in re.findall(r"<li>.*?</li>", page, re.S)]
    assert [item[:25] for item in items] == [
        "De kade bij Oever uitstel",
        "De veerpont bij Oever vra",
        "Het bericht «Veerpont <sc",
    ]
    assert "Zandstra (Lijst Zandstra) aan minister (Defensie)" in items[1]
    assert "ingezonden 3 maart 2031 · 2 vragen" in items[1]
    assert "minister-president en 3 anderen · beantwoord door minister De Wit (Defensie)" in items[2]
    assert "beantwoord door" not in items[0] + items[1]
    assert "7 vragen · 5 antwoorden" in items[2]


@pytest.mark.parametrize(("query", "n_items"), [("?soort=answer", 1), ("?soort=withdrawal", 0), ("?soort=&jaar=", 3)])
def test_the_list_can_be_narrowed(site: Site, query: str, n_items: int) -> None:
    assert len(re.findall(r'class="document-title"', site.page(f"/documenten/{query}"))) == n_items


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?soort=brief", "«brief» is geen soort document"),
        ("?jaar=2030-2035", "«2030-2035» is geen vergaderjaar"),
        ("?pagina=nul", "«nul» is geen paginanummer"),
        ("?pagina=0", "«0» is geen paginanummer"),
        ("?pagina=²", "«²» is geen paginanummer"),
        ("?soort=<script>", "«<script>» is geen soort document"),
    ],
)
def test_an_odd_query_gets_a_sentence_that_says_what_is_wrong(site: Site, query: str, said: str) -> None:
    response = site.get(f"/documenten/{query}")
    assert response.status_code == 400
    assert said in _text(response.content.decode())
    assert "<script>" not in response.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/niets",
        "/documenten/ah-tk-20302031-9999",
        "/documenten/../../etc/passwd",
        "/documenten/?pagina=40",
    ],
)
def test_an_address_that_leads_nowhere_gets_a_page_that_leads_on(site: Site, address: str) -> None:
    response = site.get(address)
    assert response.status_code == 404
    assert "Niet gevonden" in response.content.decode()
    assert 'href="/documenten/"' in response.content.decode()


def test_the_subject_is_the_heading_of_the_page_and_cannot_run(site: Site) -> None:
    page = site.page(f"/documenten/{site.reply}")
    headings = re.findall(r"<h1[^>]*>(.*?)</h1>", page, re.S)
    assert [unescape(heading) for heading in headings] == ["Het bericht «Veerpont <script>alert(1)</script> vaart niet»"]
    assert "<script" not in page
    assert "<img" not in page
    assert "<style" not in page
    assert not re.search(r"<[^>]*\s(?:on\w+|style)=", page)


def test_each_question_has_its_answer_under_it_by_number(site: Site) -> None:
    exchanges = _exchanges(site.page(f"/documenten/{site.reply}"))
    anchors = [re.findall(r'id="((?:vraag|antwoord)-[^"]*)"', exchange) for exchange in exchanges]
    assert anchors == [
        ["vraag-1", "antwoord-1"],
        ["vraag-2", "vraag-3", "vraag-4", "antwoord-2-3-4"],
        ["vraag-6", "vraag-7", "antwoord-7", "antwoord-6"],
        ["vraag-8"],
        ["antwoord-9"],
    ]


def test_questions_that_share_a_text_show_it_once_under_all_their_numbers(site: Site) -> None:
    page = site.page(f"/documenten/{site.reply}")
    assert page.count("Zijn er plannen voor een brug?") == 1
    shared = _exchanges(page)[2]
    assert re.search(r'id="vraag-6" href="#vraag-6">6</a>\s*<a id="vraag-7" href="#vraag-7">7</a>', shared)
    assert "2 vragen, 2 antwoorden" in shared


def test_one_answer_to_three_questions_stands_once_below_them(site: Site) -> None:
    exchange = _exchanges(site.page(f"/documenten/{site.reply}"))[1]
    assert "3 vragen, 1 antwoord" in exchange
    assert exchange.index("Wat was de aanleiding?") < exchange.index("Hoeveel reizigers") < exchange.index("Niet van toepassing.")
    assert exchange.count("Niet van toepassing.") == 1


def test_what_stays_over_is_said_to_stay_over_and_is_not_paired_by_place(site: Site) -> None:
    _, _, _, question, answer = _exchanges(site.page(f"/documenten/{site.reply}"))
    assert "Bij deze vraag staat in dit document geen antwoord met hetzelfde nummer." in question
    assert "In de zomer." not in question
    assert "Bij dit antwoord staat in dit document geen vraag met hetzelfde nummer." in answer


def test_a_note_stands_under_the_question_that_points_at_it_with_its_link(site: Site) -> None:
    exchange = _exchanges(site.page(f"/documenten/{site.reply}"))[0]
    assert 'veerpont?<sup class="note-marker"><a href="#noot-1" aria-label="noot 1">1</a></sup>' in exchange
    note = re.search(r'<li id="noot-1">.*?</li>', exchange, re.S)
    assert note
    assert "De Oeverkrant, 2 januari 2031" in note[0]
    assert '<a href="https://oeverkrant.test/pont" rel="nofollow noopener">oeverkrant.test/pont</a>' in note[0]


def test_emphasis_lists_and_tables_are_kept(site: Site) -> None:
    page = site.page(f"/documenten/{site.reply}")
    assert "<p>Ja, <em>zeker</em>." in page
    assert "<li>a. een brug;</li>\n<li>b. een tunnel.</li></ul>" in page
    assert "<tr><td>2030</td><td>12.000</td></tr></table>" in page


def test_the_summary_counts_days_and_references_and_blames_nobody(site: Site) -> None:
    text = _text(site.page(f"/documenten/{site.reply}"))
    assert "18 dagen na inzending ontvangen" in text
    assert "Van de 4 gevraagden: 1 antwoord hier, 2 verwijzingen nog niet gelezen." in text
    assert "te laat" not in text.lower()


def test_a_finding_stands_where_it_applies_and_in_the_list(site: Site) -> None:
    page = site.page(f"/documenten/{site.reply}")
    detail = "Vraag 8 heeft in dit document geen antwoord met dat nummer."
    assert detail in _exchanges(page)[3]
    assert detail in page[page.index('id="bevindingen"') :]


def test_what_is_inferred_is_shown_as_inferred_with_its_ground(site: Site) -> None:
    page = site.page(f"/documenten/{site.postponed}")
    inferred = _text(page[page.index('id="afgeleid"') : page.index('id="bron"')])
    assert "vergaderjaar2030-2031waarschijnlijk" in inferred.replace(" ", "")
    assert "22 april 2031" in inferred


def test_a_postponement_shows_its_questions_and_its_notice_and_misses_no_answer(site: Site) -> None:
    page = site.page(f"/documenten/{site.postponed}")
    assert "Dit is een bericht van uitstel" in page
    assert "aangezien afstemming meer tijd vergt" in page
    assert "geen antwoord met hetzelfde nummer" not in page
    assert "mededeling van" in page


def test_the_twin_is_the_record(site: Site) -> None:
    from kamervragen.contract import from_json, to_json
    from kamervragen.store.models import Publication

    response = site.get(f"/documenten/{site.reply}.json")
    assert response["Content-Type"] == "application/json"
    given = json.loads(response.content)
    reading = Publication.objects.get(key=site.reply).best.reading
    assert from_json(given) == reading.parsed
    assert given == json.loads(json.dumps(to_json(reading.parsed)))


def test_the_bytes_come_back_as_they_were_to_be_saved_and_not_shown(site: Site) -> None:
    sha256 = hashlib.sha256(REPLY.encode()).hexdigest()
    assert sha256 in site.page(f"/documenten/{site.reply}")
    response = site.get(f"/documenten/{site.reply}/bron/{sha256}")
    assert response.content == REPLY.encode()
    assert response["Content-Disposition"] == 'attachment; filename="antwoord.xml"'
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_the_bytes_of_another_document_are_not_given(site: Site) -> None:
    sha256 = hashlib.sha256(DRAFT.encode()).hexdigest()
    assert site.get(f"/documenten/{site.reply}/bron/{sha256}").status_code == 404
    assert site.get(f"/documenten/{site.reply}/bron/{'0' * 64}").status_code == 404


def test_bytes_that_are_gone_are_said_to_be_gone(site: Site) -> None:
    key = add(site.data, "weg.txt", DRAFT.replace("zondag", "maandag"), at=NOW - timedelta(days=900))
    sha256 = hashlib.sha256(DRAFT.replace("zondag", "maandag").encode()).hexdigest()
    (site.data / "sources" / sha256[:2] / sha256).unlink()
    response = site.get(f"/documenten/{key}/bron/{sha256}")
    assert response.status_code == 503
    assert "De bytes van deze bron ontbreken" in response.content.decode()


def test_every_character_of_the_body_is_on_the_text_page(site: Site) -> None:
    from kamervragen.store.models import Publication

    page = site.page(f"/documenten/{site.reply}/tekst")
    traced = re.search(r'<div class="traced">(.*?)</div>', page, re.S)
    assert traced
    without_words = re.sub(r'<span class="segment-word">.*?</span>', "", traced[1])
    body = unescape(re.sub(r"<[^>]+>", "", without_words))
    assert body == Publication.objects.get(key=site.reply).best.reading.text.body


def test_every_claim_leads_to_characters_that_are_there(site: Site) -> None:
    for key in (site.reply, site.draft, site.postponed):
        page = site.page(f"/documenten/{key}")
        wanted = set(re.findall(rf'href="/documenten/{key}/tekst#(teken-\d+)"', page))
        anchors = re.findall(r'id="(teken-\d+)"', site.page(f"/documenten/{key}/tekst"))
        assert wanted
        assert wanted <= set(anchors)
        assert len(anchors) == len(set(anchors))


def test_anchors_are_unique_and_links_within_the_page_lead_somewhere(site: Site) -> None:
    for key in (site.reply, site.draft, site.postponed):
        page = site.page(f"/documenten/{key}")
        anchors = re.findall(r'\sid="([^"]+)"', page)
        assert len(anchors) == len(set(anchors))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors)


def test_the_key_of_before_the_identifier_was_known_redirects(site: Site) -> None:
    content = DRAFT.replace("zondag", "dinsdag")
    old = add(site.data, "later.txt", content, at=NOW - timedelta(days=999))
    new = add(
        site.data,
        "later.txt",
        content,
        at=NOW - timedelta(days=999),
        change=lambda parsed: replace(parsed, id="kv-tk-2031Z00099"),
    )
    assert old.startswith("bron-")
    for rest in ("", ".json", "/tekst", f"/bron/{hashlib.sha256(content.encode()).hexdigest()}"):
        response = site.get(f"/documenten/{old}{rest}")
        assert (response.status_code, response["Location"]) == (301, f"/documenten/{new}{rest}")


def test_another_source_of_the_same_publication_is_listed_with_its_differences(site: Site) -> None:
    def with_id(parsed):
        return replace(parsed, id="kv-tk-2031Z00077")

    first = DRAFT.replace("zondag", "woensdag")
    second = DRAFT.replace("zondag", "donderdag").replace("Zo nee", "Zo niet")
    key = add(site.data, "een.txt", first, at=NOW - timedelta(days=500), change=with_id)
    add(site.data, "twee.txt", second, at=NOW - timedelta(days=400), change=with_id)
    text = _text(site.page(f"/documenten/{key}"))
    assert "een.txt" in text
    assert "2 vragen hebben een andere tekst (1 en 2)" in text
    assert "Vaart de pont op donderdag?" in text


def test_the_method_page_says_plainly_which_forms_were_not_seen_on_a_real_file(site: Site) -> None:
    text = _text(site.page("/methode"))
    assert "Nog niet op een echt bestand gezien" in text
    for form in ("officiële XML-bestand", "oudere generatie", "HTML van de officiële site", "officiële PDF"):
        assert form in text


@pytest.mark.parametrize("address", ["/documenten/", "/methode", "/niets"])
def test_pages_forbid_what_they_do_not_need(site: Site, address: str) -> None:
    response = site.get(address)
    assert response["Content-Security-Policy"].startswith("default-src 'self'; object-src 'none'")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"


def test_pages_are_in_dutch_with_landmarks_one_heading_and_a_way_past_the_menu(site: Site) -> None:
    for address in ("/documenten/", f"/documenten/{site.reply}", f"/documenten/{site.reply}/tekst", "/methode", "/niets"):
        page = site.get(address).content.decode()
        assert '<html lang="nl"' in page
        assert len(re.findall(r"<h1[ >]", page)) == 1
        for landmark in ("<header", "<nav", '<main id="inhoud"', "<footer", 'href="#inhoud">Naar de inhoud</a>'):
            assert landmark in page


def test_the_style_sheet_is_served(site: Site) -> None:
    response = site.get("/static/site/site.css")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/css")
    assert b"prefers-color-scheme:dark" in response.getvalue()
    response.close()


def test_pages_only_answer_to_reading(site: Site) -> None:
    assert Client(SERVER_NAME="localhost").post("/documenten/").status_code == 405
