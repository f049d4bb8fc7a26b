"""Passages of answers that stand in other dossiers, on the pages of documents and ministries; references in texts, both ways."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from kamervragen.errors import StoreError
from kamervragen.ingest.reusing import bring_up_to_date
from kamervragen.site import copied, ministries
from kamervragen.site.naming import find_official_paper
from kamervragen.site.reused import shorten_passage
from site_records import record_of

PASSAGE = (
    "De gemeente Duinoord heeft in het voorjaar een vergunning verleend voor drie windmolens langs de vaart bij Ziltdorp, en de "
    "provincie ziet daarop toe."
)
_DOCUMENT = """\
Tweede Kamer der Staten-Generaal
Vergaderjaar 2030–2031 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden
{n}
Vragen van het lid Jansen (Partij A) aan de Minister van Defensie over {subject} (ingezonden {day} januari 2031).
Antwoord van Minister De Vries (Defensie) (ontvangen 16 februari 2031).

Vraag 1
{question}

Antwoord 1
{answer}

ah-tk-20302031-{n}
"""
_ANSWERS = (
    ("windmolens", f"Daarover is eerder bericht. {PASSAGE}"),
    ("de vaart", f"{PASSAGE} Zie ook Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 1 en Kamerstuk 39 998, nr. 406."),
    ("het paard", "Zie Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 99 en ECLI:NL:HR:2030:123."),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("in")
    for n, (subject, answer) in enumerate(_ANSWERS, 1):
        question = f"Wat vindt u van {subject} in gemeente nummer {n}?"
        text = _DOCUMENT.format(n=n, subject=subject, day=n, question=question, answer=answer)
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    data = tmp_path_factory.mktemp("data")
    with record_of(data, [folder]):
        bring_up_to_date(data)
        yield Client(SERVER_NAME="localhost")


def _page(site: Client, address: str) -> str:
    response = site.get(address)
    assert response.status_code == 200
    return response.content.decode()


def _text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def test_which_other_answers_have_a_passage_of_an_answer_stands_on_a_page_of_its_own(site: Client) -> None:
    address = "/documenten/ah-tk-20302031-1/overgenomen"
    assert f'<a href="{address}">wat ook in andere antwoorden staat</a>' in _page(site, "/documenten/ah-tk-20302031-1")
    page = _page(site, address)
    (told,) = re.findall(r'<div class="reused prose">.*?</div>', page, re.S)
    assert _text(told) == (
        "Een passage hieruit, met 24 gelijke woorden, staat ook in 1 ander antwoord: "
        "Def, 16 februari 2031: De vaart (24 gelijke woorden: De gemeente Duinoord heeft in het … en de provincie ziet daarop toe)"
    )
    assert 'href="/documenten/ah-tk-20302031-2#antwoord-1"' in told
    assert '<a href="/documenten/ah-tk-20302031-1#antwoord-1">Antwoord 1</a>' in page


def test_a_document_without_long_answers_has_no_link_to_passages_and_its_page_says_that_there_are_none(site: Client) -> None:
    assert "/overgenomen" not in _page(site, "/documenten/ah-tk-20302031-3")
    assert "Geen passage van ten minste vijftien gelijke woorden is ook elders gevonden" in _page(
        site, "/documenten/ah-tk-20302031-3/overgenomen"
    )


def test_an_english_page_says_so_in_english(site: Client) -> None:
    page = _text(_page(site, "/en/documenten/ah-tk-20302031-1/overgenomen"))
    assert "A passage of this, with 24 equal words, is also in 1 other answer" in page


def test_where_nobody_looked_for_passages_the_page_says_how_that_is_done(
    site: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "DATA", tmp_path)
    assert "kamervragen reuse" in _page(site, "/documenten/ah-tk-20302031-1/overgenomen")


def test_the_twin_of_the_page_has_the_same(site: Client) -> None:
    (answer,) = site.get("/documenten/ah-tk-20302031-1/overgenomen.json").json()["answers"]
    assert (answer["anchor"], answer["reused"]["shown"][0]["href"]) == ("antwoord-1", "/documenten/ah-tk-20302031-2#antwoord-1")


def test_the_page_of_a_ministry_shows_what_is_copied_most(site: Client) -> None:
    page = _page(site, "/ministeries/mnre1018")
    copied = page[page.index("Meest overgenomen passages") :].partition("</ol>")[0]
    assert "in 2 publicaties, waaronder Aanhangsel 2030–2031, nr. 1" in _text(copied)
    assert 'href="/documenten/ah-tk-20302031-1#antwoord-1"' in copied


def test_what_a_text_names_is_listed_with_a_link_only_where_the_address_is_certain(site: Client) -> None:
    second = _page(site, "/documenten/ah-tk-20302031-2")
    listed = second[second.index('id="verwijzingen"') :].partition("</section>")[0]
    assert '<a href="/documenten/ah-tk-20302031-1">Aanhangsel 2030–2031, nr. 1</a>' in listed
    assert '<a href="https://zoek.officielebekendmakingen.nl/kst-39998-406" rel="noopener">kst-39998-406</a>' in listed
    third = _page(site, "/documenten/ah-tk-20302031-3")
    listed = third[third.index('id="verwijzingen"') :].partition("</section>")[0]
    assert "Aanhangsel 2030–2031, nr. 99 (niet in het register)" in _text(listed)
    assert "uitspraak ECLI:NL:HR:2030:123" in _text(listed)


def test_what_is_named_says_by_whom(site: Client) -> None:
    page = _page(site, "/documenten/ah-tk-20302031-1")
    listed = page[page.index('id="verwijzingen"') :].partition("</section>")[0]
    assert "staat een verwijzing hierheen Aanhangsel 2030–2031, nr. 2 (antwoord) bron" in _text(listed)


@pytest.mark.parametrize(
    ("identifier", "printed", "official"),
    [
        ("kst-29383-406", "Kamerstuk 29 383, nr. 406", "https://zoek.officielebekendmakingen.nl/kst-29383-406"),
        ("kst-36410-XIV-9", "36 410 XIV, nr. 9", "https://zoek.officielebekendmakingen.nl/kst-36410-XIV-9"),
        ("kst-21501-32", "Kamerstuk 21 501-32", ""),
        ("kst-36410-XIV", "Kamerstuk 36 410 XIV", ""),
        ("stb-2011-35", "Stb. 2011, 35", ""),
    ],
)
def test_a_paper_has_an_official_address_when_it_is_surely_one(identifier: str, printed: str, official: str) -> None:
    assert find_official_paper(identifier, printed) == official


def test_a_short_passage_is_shown_whole() -> None:
    assert shorten_passage("een twee\ndrie") == "een twee drie"


def test_a_page_of_a_ministry_whose_passages_cannot_be_read_now_is_made_and_not_written_for_others(
    site: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreError("not_readable", "De schijf geeft een fout.")

    count = ministries.list_counts()[0]
    assert count.is_whole(count.make())
    monkeypatch.setattr(copied, "most_copied_by", fail)
    page = count.make()

    assert page.copied is None
    assert not count.is_whole(page)
