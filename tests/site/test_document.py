"""The page of a document: what it links to, what it says in another language, what it says of what is not there, how to cite it."""

import json
import re
from dataclasses import dataclass, replace
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest

from kamervragen.model import Inference, ParsedDocument
from kamervragen.terms import Certainty
from site_documents import DRAFT, NOW, POSTPONED, REPLY, Site, add

CASE = "2031Z00042"


def _numbered(number: int, **fields: object):
    def change(parsed: ParsedDocument) -> ParsedDocument:
        identifier = f"ah-tk-20302031-{number}"
        return replace(parsed, id=identifier, session_year="2030-2031", number=number, chamber="tk", **fields)

    return change


def _long(n: int) -> str:
    pairs = "\n\n".join(
        f"Vraag {k}\nWaarom vaart de pont op dag {k} niet?\n\nAntwoord {k}\nDat weten we niet." for k in range(1, n + 1)
    )
    return f"{DRAFT.split('Vraag 1')[0]}Antwoord van Minister De Wit (Defensie) (ontvangen 20 maart 2031).\n\n{pairs}\n"


@dataclass(frozen=True)
class LongSite(Site):
    """The same with a document of many questions."""

    long: str


@pytest.fixture(scope="module")
def site(record: Path) -> LongSite:
    return LongSite(
        data=record,
        reply=add(record, "antwoord.xml", REPLY, change=_numbered(1067)),
        draft=add(record, "concept.txt", DRAFT, change=lambda parsed: replace(parsed, case_number=CASE, id=f"kv-tk-{CASE}")),
        postponed=add(record, "uitstel.txt", POSTPONED, change=_numbered(1060, see_also=("ah-tk-20302031-1067",))),
        long=add(record, "lang.txt", _long(9), change=_numbered(1070)),
    )


def _text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def _row(page: str, name: str) -> str:
    rows = re.findall(r'<div class="utrecht-data-list__item"><dt[^>]*>(.*?)</dt><dd[^>]*>(.*?)</dd></div>', page, re.S)
    return next(value for key, value in rows if key == name)


def test_members_parties_and_ministries_lead_to_what_belongs_to_them(site: Site) -> None:
    page = site.page(f"/documenten/{site.reply}")
    asked_by = '<a href="/kamerleden/zandstra">Zandstra</a> (<a href="/fracties/lijst-zandstra">Lijst Zandstra</a>)'
    assert asked_by in _row(page, "gevraagd door")
    assert 'minister De Wit (<a href="/ministeries/mnre1018">Defensie</a>)' in _row(page, "beantwoord door")
    assert '<a href="/ministeries/mnre1010">minister-president</a>' in _row(page, "aan")
    assert all(site.get(link).status_code == 200 for link in ("/kamerleden/zandstra", "/fracties/lijst-zandstra"))


def test_subject_and_number_lead_to_their_characters(site: Site) -> None:
    page = site.page(f"/documenten/{site.reply}")
    traced = site.page(f"/documenten/{site.reply}/tekst")
    for what, printed in (("onderwerp", "het bericht «Veerpont"), ("nummer", "1067")):
        place = re.search(rf'href="/documenten/{site.reply}/tekst#(teken-\d+)" aria-label="bron: {what}"', page)
        assert place
        assert unescape(traced[traced.index(f'id="{place[1]}"') :]).split(">", 1)[1].startswith(printed)


def test_the_page_leads_to_the_numbers_beside_it(site: Site) -> None:
    page = site.page(f"/documenten/{site.reply}")
    assert f'<a rel="prev" href="/documenten/{site.postponed}">' in page
    assert f'<a rel="next" href="/documenten/{site.long}">' in page


def test_what_refers_to_a_document_and_what_is_of_the_same_case_is_listed(site: Site) -> None:
    assert f'href="/documenten/{site.postponed}"' in _row(site.page(f"/documenten/{site.reply}"), "hierheen verwijst")
    assert f'href="/documenten/{site.draft}"' in _row(site.page(f"/documenten/{site.postponed}"), "zelfde zaak")


def test_what_a_document_refers_to_itself_is_not_named_twice(site: Site) -> None:
    back = _numbered(1075, see_also=(site.postponed,), case_number="2031Z00042")
    key = add(site.data, "terug.txt", DRAFT.replace("zondag", "feestdagen"), change=back)
    page = site.page(f"/documenten/{key}")
    assert page.count(f'href="/documenten/{site.postponed}"') == 1
    assert f'href="/documenten/{site.draft}"' in _row(page, "zelfde zaak")


def test_a_reference_that_is_not_read_leads_to_the_official_site_and_says_so(site: Site) -> None:
    row = _row(site.page(f"/documenten/{site.reply}"), "zie ook")
    assert 'href="https://zoek.officielebekendmakingen.nl/ah-tk-20302031-1047"' in row
    assert "nog niet gelezen; naar de officiële site" in row


def test_only_official_documents_have_an_official_copy(site: Site) -> None:
    unofficial = add(site.data, "los.txt", DRAFT.replace("zondag", "vrijdag"), at=NOW - timedelta(days=300))
    assert f"https://zoek.officielebekendmakingen.nl/{site.reply}" in site.page(f"/documenten/{site.reply}")
    assert "officielebekendmakingen" not in site.page(f"/documenten/{unofficial}")


def test_a_long_document_has_a_list_of_its_questions_that_lead_there_and_a_short_one_has_none(site: Site) -> None:
    page = site.page(f"/documenten/{site.long}")
    index = re.search(r'<nav class="question-index.*?</nav>', page, re.S)
    assert index
    assert set(re.findall(r'href="#([^"]+)"', index[0])) == {f"vraag-{n}" for n in range(1, 10)}
    assert "Waarom vaart de pont op dag 9 niet?" in _text(index[0])
    assert "question-index" not in site.page(f"/documenten/{site.reply}")


def test_an_english_page_says_which_of_its_words_are_dutch(site: Site) -> None:
    page = site.page(f"/en/documenten/{site.reply}")
    assert '<html lang="en"' in page
    prose = re.findall(r'<div class="prose"([^>]*)>', page)
    assert prose
    assert set(prose) == {' lang="nl"'}
    assert re.search(r'<h1[^>]* lang="nl">', page)
    assert '<span lang="nl">Defensie</span>' in page


def test_a_dutch_page_says_once_that_it_is_dutch(site: Site) -> None:
    assert (
        site.page(f"/documenten/{site.reply}").replace('hreflang="nl"', "").count('lang="nl"') == 2
    )  # the page, and its own link


def test_an_english_page_quotes_the_dutch_sentence_of_a_finding(site: Site) -> None:
    page = site.page(f"/en/documenten/{site.reply}")
    assert '<q lang="nl">Vraag 8 heeft in dit document geen antwoord met dat nummer.</q>' in page


def test_links_of_an_english_page_lead_to_english_pages(site: Site) -> None:
    page = site.page(f"/en/documenten/{site.reply}")
    main = page[page.index("<main") : page.index("</main>")]
    pages = [link for link in re.findall(r'href="(/[^"]*)"', main) if not re.search(r"\.json$|/bron/|/citaat\.", link)]
    assert pages
    assert all(link.startswith("/en/") for link in pages)


def test_a_document_is_cited_in_short_and_in_full_with_its_address(site: Site) -> None:
    page = site.page(f"/en/documenten/{site.reply}")
    citation = _text(page[page.index('id="citeer"') : page.index('id="bron"')])
    assert "Aanhangsel Handelingen II 2030/31, nr. 1067" in citation
    assert "Vragen van Zandstra (Lijst Zandstra), ingezonden 29 januari 2031; antwoord van minister De Wit (Defensie)" in citation
    assert f"http://localhost/documenten/{site.reply}" in citation


@pytest.mark.parametrize(
    ("form", "media_type", "begins"),
    [("bib", "application/x-bibtex", "@misc{ah-tk-"), ("ris", "application/x-research-info-systems", "TY  - GOVDOC\r\n")],
)
def test_a_reference_manager_gets_the_citation_as_a_file(site: Site, form: str, media_type: str, begins: str) -> None:
    response = site.get(f"/documenten/{site.reply}/citaat.{form}")
    assert response["Content-Type"] == f"{media_type}; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="{site.reply}.{form}"'
    assert response.content.decode().startswith(begins)


def test_there_is_no_other_form_of_citation(site: Site) -> None:
    assert site.get(f"/documenten/{site.reply}/citaat.doc").status_code == 404


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("ah-tk-20302031-1047", "Deze publicatie is bekend, want andere verwijzen ernaar"),
        ("ah-tk-20302031-1064", "Dit nummer ontbreekt in het register: een hoger nummer"),
        ("ah-tk-20302031-9999", "er staat geen publicatie met dit kenmerk in het register"),
        ("bron-0123456789ab", "Er staat geen bron met dit kenmerk"),
        ("notulen", "Dit is geen kenmerk van een publicatie"),
    ],
)
def test_a_document_that_is_not_there_gets_a_page_that_says_what_is_known_of_it(site: Site, key: str, said: str) -> None:
    response = site.get(f"/documenten/{key}")
    assert response.status_code == 404
    assert said in _text(response.content.decode())
    assert site.get(f"/en/documenten/{key}").status_code == 404


def test_that_page_leads_to_those_who_refer_to_it_and_to_the_numbers_beside_it(site: Site) -> None:
    page = site.get("/documenten/ah-tk-20302031-1047").content.decode()
    assert f'<li><a href="/documenten/{site.reply}">' in page
    beside = site.get("/documenten/ah-tk-20302031-1064").content.decode()
    assert f'href="/documenten/{site.postponed}"' in beside
    assert f'href="/documenten/{site.reply}"' in beside


def test_the_twin_of_a_document_that_is_not_there_says_the_same_as_json(site: Site) -> None:
    response = site.get("/documenten/ah-tk-20302031-1047.json")
    assert response.status_code == 404
    given = json.loads(response.content)
    assert given["source"] == "ah-tk-20302031-1047"
    assert given["error"]["code"] == "not_found"
    assert given["error"]["message"].startswith("Deze publicatie is bekend")


def test_an_identifier_in_capitals_leads_to_the_document(site: Site) -> None:
    response = site.get("/documenten/AH-TK-20302031-1067/tekst")
    assert (response.status_code, response["Location"]) == (301, f"/documenten/{site.reply}/tekst")


def test_an_unknown_key_cannot_run(site: Site) -> None:
    assert "<script" not in site.get("/documenten/%3Cscript%3Ealert(1)%3C/script%3E").content.decode()


def test_a_document_in_which_nothing_was_recognised_says_where_its_text_is(site: Site) -> None:
    key = add(site.data, "motie.txt", "Motie van het lid Zandstra\n\nDe Kamer verzoekt de regering de pont te laten varen.\n")
    page = site.page(f"/documenten/{key}")
    assert "In dit document zijn geen vragen en antwoorden herkend" in page
    assert '<section class="exchanges"' not in page


def test_an_identifier_leads_to_the_document_that_is_believed_to_have_it_but_not_for_good(site: Site) -> None:
    believed = Inference(field="id", value="ah-tk-20302031-1047", evidence=(), certainty=Certainty.LIKELY)
    assert "nog niet gelezen" in _row(site.page(f"/documenten/{site.reply}"), "zie ook")
    content = POSTPONED.replace("kade", "steiger").replace("2031Z00042", "2031Z00043")
    key = add(
        site.data,
        "steiger.txt",
        content,
        at=NOW - timedelta(days=200),
        change=lambda parsed: replace(parsed, inferred=(believed,)),
    )
    response = site.get("/documenten/ah-tk-20302031-1047")
    assert (response.status_code, response["Location"]) == (302, f"/documenten/{key}")
    assert f'<a href="/documenten/{key}">1047</a>' in _row(site.page(f"/documenten/{site.reply}"), "zie ook")
    assert f'href="/documenten/{site.reply}"' in _row(site.page(f"/documenten/{key}"), "hierheen verwijst")
