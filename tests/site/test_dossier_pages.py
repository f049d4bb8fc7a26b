"""The pages of dossiers as a browser asks for them, over the record of the bundled examples."""

import json
import os
import re
from html import unescape
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client

from kamervragen.store.models import Publication
from site_records import record_of

pytestmark = pytest.mark.usefixtures("bundled")


def _get(address: str) -> HttpResponse:
    return Client(SERVER_NAME="localhost").get(address)


def _page(address: str) -> str:
    response = _get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def _text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def test_the_page_says_at_the_top_who_answered_and_which_answer_stands_out() -> None:
    lead = re.search(r'<p class="lead">.*?</p>', _page("/dossiers/2031Z00042"), re.S)
    assert lead
    assert _text(lead[0]).startswith("10 van de 12 antwoorden zijn gelezen; niet in het register: minister-president")
    assert "Eén antwoord wijkt af: Justitie en Veiligheid, vraag 1. Dit rust op 13 stukken, waarvan 10 antwoorden." in _text(
        lead[0]
    )


def test_where_an_answer_is_missing_nobody_is_called_late_and_the_page_says_how_much_of_the_year_is_not_in_the_record() -> None:
    text = _text(_page("/dossiers/2031Z00042"))
    assert "minister-president AZ 64 dagen over de termijn: 85 dagen, termijn 21" in text
    assert (
        "Van het vergaderjaar 2030-2031 (Tweede Kamer) ontbreken 1.115 nummers in het register; daar kan een antwoord bij zijn. "
        "De stand is die van 15 april 2031, de laatste dag die het register kent." in text
    )
    assert re.findall(r"\d+ dag(?:en)? te laat", text) == ["1 dag te laat", "1 dag te laat"]  # of LNV, which answered
    english = _text(_page("/en/dossiers/2031Z00042"))
    assert "64 days past the term: 85 days, term 21" in english
    assert "1,115 numbers are missing from the record; an answer may be among them." in english


def test_a_dossier_of_which_all_answers_are_read_says_nothing_of_missing_numbers() -> None:
    assert "vergaderjaar" not in _text(_page("/dossiers/2031Z00123"))


def test_the_matrix_is_a_table_with_heads_for_columns_and_rows() -> None:
    table = re.search(r"<table.*?</table>", _page("/dossiers/2031Z00042"), re.S)
    assert table
    heads = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', table[0], re.S)
    assert [_text(head) for head in heads][:3] == [
        "vraag",
        "AZminister-president",
        "BZKBinnenlandse Zaken en Koninkrijksrelaties",
    ]
    rows = re.findall(r'<th scope="row"[^>]*>.*?<a href="([^"]+)">', table[0], re.S)
    assert rows == [f"/dossiers/2031Z00042/vraag/{number}" for number in range(1, 10)]


@pytest.mark.parametrize(
    "name", ["kv-tk-2031Z00042", "ah-tk-20302031-1047", "ah-tk-20302031-1067", "2031z00042", "AH-TK-20302031-1047"]
)
def test_every_other_name_of_a_dossier_redirects_to_it(name: str) -> None:
    response = _get(f"/dossiers/{name}")
    assert (response.status_code, response["Location"]) == (301, "/dossiers/2031Z00042")
    assert _get(f"/dossiers/{name}.json")["Location"] == "/dossiers/2031Z00042.json"
    assert _get(f"/en/dossiers/{name}/vraag/1")["Location"] == "/en/dossiers/2031Z00042/vraag/1"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("2031Z99999", "Van zaak 2031Z99999 is geen enkel stuk gelezen."),
        ("ah-tk-20302031-9999", "Aanhangsel 2030–2031, nr. 9999 is niet gelezen, en geen dossier kent dit kenmerk."),
        ("koffie", "Dit is geen kenmerk van een dossier. Een goed voorbeeld is een zaaknummer: 2024Z01234."),
    ],
)
def test_a_dossier_that_does_not_exist_gets_a_page_that_says_what_is_known_and_leads_on(key: str, said: str) -> None:
    response = _get(f"/dossiers/{key}")
    assert response.status_code == 404
    assert said in _text(response.content.decode())
    assert f'href="/zoeken?q={key}"' in response.content.decode()
    assert _get(f"/dossiers/{key}.json").json() == {"source": key, "error": {"code": "not_found", "message": said}}


def test_a_question_that_does_not_exist_leads_to_those_that_do() -> None:
    response = _get("/dossiers/2031Z00042/vraag/99")
    assert response.status_code == 404
    assert "Dit dossier heeft geen vraag 99." in _text(response.content.decode())
    assert 'href="/dossiers/2031Z00042/vraag/9"' in response.content.decode()
    assert _get("/dossiers/2031Z00042/vraag/99.json").status_code == 404


def test_a_page_of_answers_that_is_none_is_refused_in_a_sentence() -> None:
    assert _get("/dossiers/2031Z00042/vraag/1?pagina=nul").status_code == 400
    assert _get("/dossiers/2031Z00042/vraag/1?pagina=7").status_code == 404


def test_the_twin_holds_the_records_that_the_page_shows() -> None:
    twin = _get("/dossiers/2031Z00042.json").json()
    assert list(twin)[:4] == ["key", "aliases", "filing", "memberships"]
    assert twin["timing"]["key"] == twin["comparison"]["key"] == twin["key"] == "2031Z00042"
    assert len(twin["timing"]["clocks"]) == 12
    assert twin["comparison"]["questions"][0]["outliers"] == ["ah-tk-20302031-1063"]
    assert {each["part"] for each in twin["memberships"]} == {"question", "reply", "postponement"}


def test_the_twin_of_a_question_holds_its_answers() -> None:
    twin = _get("/dossiers/2031Z00042/vraag/1.json").json()
    assert [len(cluster["replies"]) for cluster in twin["question"]["clusters"]] == [9, 1]


def test_places_of_the_twin_are_characters_of_the_publication() -> None:
    twin = _get("/dossiers/2031Z00042.json").json()
    key, (start, end) = twin["filing"]["subjects"][0]["places"][0]
    publication = Publication.objects.get(key=key)
    body = publication.best.reading.text.body
    assert body[start:end].startswith("koffieochtenden op ministeries")


def test_every_link_of_the_pages_leads_somewhere_and_every_anchor_is_there() -> None:
    pages = {
        address: _page(address) for address in ("/dossiers/2031Z00042", "/dossiers/2031Z00042/vraag/5", "/dossiers/2031Z00405")
    }
    links = {link for page in pages.values() for link in re.findall(r'href="([^"]+)"', page)}
    inner = {unescape(link) for link in links if link.startswith("/") and not link.startswith("/static")}
    missing = []
    for link in sorted(inner):
        path, _, anchor = link.partition("#")
        response = _get(path)
        if response.status_code != 200 or (anchor and f'id="{anchor}"' not in response.content.decode()):
            missing.append(link)
    assert missing == []


def test_the_feed_holds_what_came_the_newest_first() -> None:
    feed = _get("/dossiers/kv-tk-2031Z00042.atom")
    assert feed["Content-Type"] == "application/atom+xml; charset=utf-8"
    titles = re.findall(r"<title>(.*?)</title>", feed.content.decode())
    assert titles[0].startswith("Kamervragen 2031Z00042: Koffieochtenden op ministeries")
    assert titles[-1] == "vragen ingediend: kv-tk-2031Z00042"
    assert len(titles) == 14
    assert _get("/dossiers/2031Z99999.atom").status_code == 404


def test_a_dossier_is_cited_with_its_case_number() -> None:
    bibtex = _get("/dossiers/2031Z00042/citaat.bib").content.decode()
    assert "howpublished = {Kamervragen, zaak 2031Z00042}" in bibtex
    assert "Rietvinck (JA21), ingezonden 20 januari 2031; met 10 antwoorden" in bibtex
    assert "UR  - http://localhost/dossiers/2031Z00042" in _get("/dossiers/2031Z00042/citaat.ris").content.decode()


def test_a_document_names_its_dossier_its_clock_and_how_its_answers_stand_to_others() -> None:
    page = _page("/documenten/ah-tk-20302031-1063")
    text = _text(page)
    assert "op tijd na uitstel: 22 dagen, termijn 42 (uitleg)" in text
    assert "dossier2031Z00042 (12 gevraagd, van 10 is het antwoord gelezen)" in text
    assert '<a href="/dossiers/2031Z00042/vraag/1">ander antwoord bij 9</a>' in page
    assert '<a href="/dossiers/2031Z00042/vraag/2">zelfde antwoord bij 9 anderen</a>' in page
    assert "1047 (antwoord, BZK)" in text


def test_a_document_does_not_say_what_will_not_be_true_tomorrow() -> None:
    text = _text(_page("/documenten/kv-tk-2031Z00042"))
    assert "dossier2031Z00042" in text
    assert "te laat" not in text


def test_pages_of_dossiers_run_nothing() -> None:
    for address in ("/dossiers/2031Z00042", "/dossiers/2031Z00042/vraag/1"):
        page = _page(address)
        assert "<script" not in page
        assert not re.search(r"<[^>]*\s(?:on\w+|style)=", page)


def test_an_english_page_tells_its_sentences_in_english_and_quotes_documents_in_dutch() -> None:
    page = _page("/en/dossiers/2031Z00042")
    assert "10 of the 12 answers have been read; not in the record: prime minister" in _text(page)
    assert '<span lang="nl">Nee, wel is in …</span>' in page
    assert "<p>The answer came on 6 February 2031, after 17 days." in page.replace(' lang="nl"', "")


@pytest.mark.real
def test_the_sample_alone_has_one_reply_nine_unread_citations_and_calls_nobody_late(tmp_path: Path) -> None:
    with record_of(tmp_path, [Path(os.environ["KAMERVRAGEN_CORPUS"]) / "sample.md"]):
        (key,) = Publication.objects.values_list("key", flat=True)
        response = Client(SERVER_NAME="localhost").get(f"/dossiers/{key}", follow=True)
        text = _text(response.content.decode())
        twin = json.loads(Client(SERVER_NAME="localhost").get(f"/dossiers/{key}.json", follow=True).content)
    assert "1 van de 12 antwoorden is gelezen" in text
    assert "zijn er 9 niet gelezen; daarom heet hier niemand te laat" in text
    assert "Dit rust op 1 stuk, waarvan 1 antwoord; negen stukken waarnaar zij verwijzen zijn niet gelezen." in text
    assert len(twin["unread"]) == 9
    assert [clock["status"] for clock in twin["timing"]["clocks"]].count("overdue") == 0
    assert not re.search(r"\d+ dag(en)? te laat", text)
