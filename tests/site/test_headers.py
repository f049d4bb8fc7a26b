"""What every answer of a running site carries, and what machines find under names of their own."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest

from command_line import run
from invented import write_documents
from site_server import Site, serve

DOCUMENT = "/documenten/ah-tk-20302031-1"
PAGES = [DOCUMENT, "/en" + DOCUMENT, DOCUMENT + ".json", "/documenten/", "/methode", "/nergens", "/en/nergens", "/robots.txt"]
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of two documents, behind a proxy."""
    folder = tmp_path_factory.mktemp("site")
    assert run(folder / "data", "ingest", write_documents(folder / "in", 2)).status == 0
    with serve(folder, KAMERVRAGEN_TRUSTED_PROXY="1", KAMERVRAGEN_SECURITY_CONTACT="meld@a.example") as running:
        yield running


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_keeps_browsers_to_what_the_site_itself_sends(site: Site, path: str) -> None:
    headers = site.get(path).headers

    policy = dict(directive.split(" ", 1) for directive in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert "unsafe" not in headers["content-security-policy"]
    assert (policy["object-src"], policy["base-uri"], policy["frame-ancestors"]) == ("'none'", "'none'", "'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"
    assert "geolocation=()" in headers["permissions-policy"]
    assert headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", [DOCUMENT, "/en" + DOCUMENT, "/documenten/", "/methode", "/nergens"])
def test_no_page_holds_code_or_style_of_its_own(site: Site, path: str) -> None:
    body = site.get(path).body

    assert re.findall(r"<style|<script(?![^>]* src=)|\son\w+=|\sstyle=|javascript:", body) == []


def test_a_source_is_kept_in_its_sandbox(site: Site) -> None:
    address = re.search(rf"{DOCUMENT}/bron/[0-9a-f]{{64}}", site.get(DOCUMENT).body)

    assert address is not None
    headers = site.get(address[0]).headers
    assert headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert headers["content-disposition"].startswith("attachment")


def test_tls_is_asked_for_of_who_came_over_tls_and_of_nobody_else(site: Site) -> None:
    over_tls = site.get(DOCUMENT, headers={"X-Forwarded-Proto": "https"})

    assert over_tls.headers["strict-transport-security"] == "max-age=31536000"
    assert f'<link rel="canonical" href="https://127.0.0.1:{site.port}{DOCUMENT}">' in over_tls.body
    assert "strict-transport-security" not in site.get(DOCUMENT).headers


def test_without_a_trusted_proxy_nothing_that_strangers_say_of_the_outside_is_believed(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1) as site:
        answer = site.get("/methode", headers={"X-Forwarded-Proto": "https", "X-Request-ID": "van-een-ander"})

    assert "strict-transport-security" not in answer.headers
    assert re.fullmatch(r"[0-9a-f]{16}", answer.headers["x-request-id"])


def test_a_request_keeps_the_identifier_that_the_proxy_gave_it_when_that_is_one(site: Site) -> None:
    assert site.get("/methode", headers={"X-Request-ID": "abc-123-XYZ"}).headers["x-request-id"] == "abc-123-XYZ"
    assert re.fullmatch(r"[0-9a-f]{16}", site.get("/methode", headers={"X-Request-ID": 'a"b{c}d<e>'}).headers["x-request-id"])


@pytest.mark.parametrize(
    "path", [DOCUMENT, "/en" + DOCUMENT, DOCUMENT + ".json", DOCUMENT + "/tekst", "/sitemap.xml", "/sitemap/1.xml"]
)
def test_a_page_that_a_browser_has_already_is_not_sent_again(site: Site, path: str) -> None:
    first = site.get(path)
    second = site.get(path, headers={"If-None-Match": first.headers["etag"]})

    assert first.status == 200
    assert (second.status, second.raw) == (304, b"")
    assert second.headers["etag"] == first.headers["etag"]
    assert second.headers["vary"] == first.headers["vary"]


def test_a_page_is_sent_again_when_the_record_changed(tmp_path: Path) -> None:
    data, documents = tmp_path / "data", tmp_path / "in"
    run(data, "ingest", write_documents(documents, 1))
    with serve(tmp_path, "--workers", 1) as site:
        before = site.get(DOCUMENT).headers["etag"]
        run(data, "ingest", write_documents(documents, 2))
        after = site.get(DOCUMENT, headers={"If-None-Match": before})

    assert after.status == 200
    assert after.headers["etag"] != before


def test_what_is_not_there_has_no_state(site: Site) -> None:
    state = site.get(DOCUMENT).headers["etag"]

    assert site.get("/documenten/ah-tk-20302031-999").headers.get("etag") != state


def test_the_security_contact_is_found_where_rfc_9116_puts_it(site: Site) -> None:
    answer = site.get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in answer.body.splitlines())

    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert fields["Contact"] == "mailto:meld@a.example"
    assert re.fullmatch(r"20\d\d-\d\d-01T00:00:00Z", fields["Expires"])
    assert fields["Preferred-Languages"] == "nl, en"
    assert fields["Canonical"] == f"http://127.0.0.1:{site.port}/.well-known/security.txt"


def test_without_a_contact_there_is_no_security_txt(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1) as site:
        assert site.get("/.well-known/security.txt").status == 404


def test_robots_are_kept_from_searches_and_from_the_characters_and_bytes_of_documents(site: Site) -> None:
    assert site.get("/robots.txt").body.splitlines() == [
        "User-agent: *",
        "Disallow: /*?",
        "Disallow: /*/tekst$",
        "Disallow: /*/overgenomen$",
        "Disallow: /*/bron/",
        "",
        f"Sitemap: http://127.0.0.1:{site.port}/sitemap.xml",
    ]


def _locations(site: Site, path: str) -> list[str]:
    tree = ElementTree.fromstring(site.get(path).body)
    return [(each.text or "").removeprefix(f"http://127.0.0.1:{site.port}") for each in tree.iter(f"{NAMESPACE}loc")]


def test_the_sitemap_names_every_page_in_both_languages(site: Site) -> None:
    assert _locations(site, "/sitemap.xml") == ["/sitemap/0.xml", "/sitemap/1.xml"]
    assert {"/", "/en/", "/methode", "/en/methode"} <= set(_locations(site, "/sitemap/0.xml"))
    assert sorted(_locations(site, "/sitemap/1.xml")) == [
        "/documenten/ah-tk-20302031-1",
        "/documenten/ah-tk-20302031-2",
        "/dossiers/ah-tk-20302031-1",
        "/en/documenten/ah-tk-20302031-1",
        "/en/documenten/ah-tk-20302031-2",
        "/en/dossiers/ah-tk-20302031-1",
    ]


def test_every_page_of_the_sitemap_is_there(site: Site) -> None:
    addresses = [*_locations(site, "/sitemap/0.xml"), *_locations(site, "/sitemap/1.xml")]

    assert {path: site.get(path).status for path in addresses} == dict.fromkeys(addresses, 200)


def test_a_part_of_the_sitemap_that_holds_nothing_is_not_there(site: Site) -> None:
    assert site.get("/sitemap/2.xml").status == 404
    assert site.get("/sitemap/99999999999999999999.xml").status == 404


def test_head_gives_the_headers_of_the_page_without_the_page(site: Site) -> None:
    head, page = site.get("/methode", method="HEAD"), site.get("/methode")

    assert (head.status, head.raw) == (200, b"")
    assert head.headers["content-length"] == page.headers["content-length"]
