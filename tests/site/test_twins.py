"""The twin of each page: the same record as the page shows, as JSON, as docs/twins.md says."""

import json
from pathlib import Path

import pytest
from django.http import HttpRequest
from django.template.backends.jinja2 import Template
from django.test.signals import template_rendered

from kamervragen.site.twins import plain
from seen_pages import get
from twin_docs import MARK, PAGE, describe_twins

PAGES = {
    "/": "/index.json",
    "/zoeken?q=koffieochtenden&in=question&pagina=2": "/zoeken.json?q=koffieochtenden&in=question&pagina=2",
    "/zoeken?ministerie=mnre1018&volgorde=oudste": "/zoeken.json?ministerie=mnre1018&volgorde=oudste",
    "/documenten/?soort=answer": "/documenten.json?soort=answer",
    "/ministeries": "/ministeries.json",
    "/ministeries/mnre1018": "/ministeries/mnre1018.json",
    "/kamerleden?letter=R": "/kamerleden.json?letter=R",
    "/kamerleden/rietvinck": "/kamerleden/rietvinck.json",
    "/fracties": "/fracties.json",
    "/fracties/ja21": "/fracties/ja21.json",
    "/dekking": "/dekking.json",
    "/over": "/over.json",
    "/methode": "/methode.json",
    "/zoeken/hulp": "/zoeken/hulp.json",
}


@pytest.fixture
def contexts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Responses of the test client know what their templates were given, as Django lets them for templates of its own kind."""
    render = Template.render

    def render_and_tell(template: Template, context: dict[str, object], request: HttpRequest | None = None) -> str:
        template_rendered.send(sender=template, template=template, context=context)
        return render(template, context, request)

    monkeypatch.setattr(Template, "render", render_and_tell)


@pytest.mark.parametrize(("page", "twin"), PAGES.items())
def test_a_twin_is_the_record_that_the_page_shows(bundled: Path, contexts: None, page: str, twin: str) -> None:
    shown, given = get(page), get(twin)
    assert (shown.status_code, given.status_code) == (200, 200)
    assert given["Content-Type"] == "application/json"
    body = given.json()
    moment = {key: body.pop(key) for key in ("changed_at", "is_current") if key in body}
    assert body == json.loads(json.dumps(plain(shown.context["page"])))
    if moment:
        kept = shown.context["kept"]
        assert moment == {"changed_at": kept.changed_at.isoformat(), "is_current": True}


@pytest.mark.parametrize(("page", "twin"), PAGES.items())
def test_a_page_names_its_twin_in_both_languages(bundled: Path, page: str, twin: str) -> None:
    for prefix in ("", "/en"):
        html = get(prefix + page).content.decode()
        assert f'<link rel="alternate" type="application/json" href="{twin}">'.replace("&", "&amp;") in html


def test_a_query_that_is_not_understood_says_where_and_what_to_do(bundled: Path) -> None:
    response = get("/zoeken.json?q=koffie+kleur:rood")
    assert response.status_code == 400
    body = response.json()
    assert (body["code"], body["place"], body["printed"]) == ("unknown_field", 7, "kleur")
    assert body["message"].startswith("Het veld «kleur» (teken 8) bestaat niet")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/zoeken.json?q=koffie&pagina=999999", 404),
        ("/zoeken.json?volgorde=beste", 400),
        ("/documenten.json?pagina=0", 400),
        ("/ministeries/mnre9999.json", 404),
        ("/kamerleden/niemand.json", 404),
        ("/niets.json", 404),
    ],
)
def test_what_cannot_be_given_is_said_in_json(bundled: Path, address: str, status: int) -> None:
    response = get(address)
    assert response.status_code == status
    assert response["Content-Type"] == "application/json"
    assert response.json()["error"]["status"] == status
    assert response.json()["error"]["message"].endswith(".")


def test_a_twin_has_no_language(bundled: Path) -> None:
    assert get("/en/ministeries.json").status_code == 404
    assert {hit["href"].partition("#")[0][:12] for hit in get("/zoeken.json?q=koffie").json()["hits"]} <= {"/documenten/"}


def test_the_page_about_twins_is_what_the_records_say() -> None:
    assert PAGE.read_text(encoding="utf-8").partition(MARK)[2].strip() == describe_twins().strip()
