"""Pages that are given again while nothing changed."""

from pathlib import Path

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from kamervragen.site import remembering
from kamervragen.site.remembering import MAX_PAGE, PASSING, RememberMiddleware
from kamervragen.store.models import Stamp
from site_records import EXAMPLES, record_of

_requests = RequestFactory(SERVER_NAME="localhost")


class Site:
    """A site that counts how often it makes a page."""

    def __init__(self, **response: object) -> None:
        self.n_made = 0
        self.response = response
        self.passing = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self.n_made += 1
        response = HttpResponse(**{"content": f"{request.get_full_path()} {self.n_made}", **self.response})
        setattr(response, PASSING, self.passing)
        return response


def _ask(middleware: RememberMiddleware, address: str = "/zoeken?q=koffie", method: str = "get", **headers: str) -> str:
    request = getattr(_requests, method)(address, headers=headers)
    return middleware(request).content.decode()[:200]


@pytest.fixture
def site(record: Path) -> Site:
    return Site()


def test_a_page_is_made_once_and_given_again_with_its_headers(site: Site) -> None:
    site.response = {"headers": {"Content-Language": "nl"}}
    middleware = RememberMiddleware(site)
    first, again = (middleware(_requests.get("/zoeken?q=koffie")) for _ in range(2))

    assert (first.content, again.content, site.n_made) == (b"/zoeken?q=koffie 1", b"/zoeken?q=koffie 1", 1)
    assert dict(again.headers) == dict(first.headers)
    assert again.headers["Content-Language"] == "nl"


@pytest.mark.parametrize(
    ("address", "headers"),
    [("/zoeken?q=thee", {}), ("/en/zoeken?q=koffie", {}), ("/zoeken?q=koffie", {"Accept-Encoding": "gzip"})],
)
def test_another_address_or_form_is_another_page(site: Site, address: str, headers: dict[str, str]) -> None:
    middleware = RememberMiddleware(site)
    _ask(middleware)

    assert _ask(middleware, address, **headers) == f"{address} 2"


@pytest.mark.parametrize(
    ("method", "headers"), [("head", {}), ("post", {}), ("get", {"If-None-Match": '"a"'}), ("get", {"Cookie": "a=b"})]
)
def test_what_is_asked_for_in_another_way_is_made_anew(site: Site, method: str, headers: dict[str, str]) -> None:
    middleware = RememberMiddleware(site)
    _ask(middleware)
    _ask(middleware, method=method, **headers)

    assert site.n_made == 2


@pytest.mark.parametrize("response", [{"status": 404}, {"status": 503}, {"content": "a" * (MAX_PAGE + 1)}])
def test_refusals_and_large_pages_are_not_held(site: Site, response: dict[str, object]) -> None:
    site.response = response
    middleware = RememberMiddleware(site)
    _ask(middleware)
    _ask(middleware)

    assert site.n_made == 2


def test_figures_that_are_not_of_now_are_not_held(site: Site) -> None:
    site.passing = True
    middleware = RememberMiddleware(site)

    assert (_ask(middleware), _ask(middleware)) == ("/zoeken?q=koffie 1", "/zoeken?q=koffie 2")


def test_after_a_change_of_the_record_pages_are_made_anew(tmp_path: Path) -> None:
    site = Site()
    with record_of(tmp_path, [EXAMPLES / "ah-tk-20302031-1101.xml"]):
        middleware = RememberMiddleware(site)
        before = _ask(middleware), _ask(middleware)
        Stamp.objects.update(token="another")
        after = _ask(middleware)

    assert (before, after) == (("/zoeken?q=koffie 1", "/zoeken?q=koffie 1"), "/zoeken?q=koffie 2")


def test_the_site_holds_its_pages(bundled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(SERVER_NAME="localhost")
    first = client.get("/zoeken?q=koffie", headers={"Accept-Encoding": "gzip"})
    monkeypatch.setattr(remembering, "_may_be_kept", lambda *_: pytest.fail("it was made again"))
    again = client.get("/zoeken?q=koffie", headers={"Accept-Encoding": "gzip"})

    assert again.content == first.content
    assert again.headers["Content-Encoding"] == "gzip"


def test_a_text_that_was_pasted_is_written_nowhere(bundled: Path) -> None:
    client = Client(SERVER_NAME="localhost")
    for address in ("/vergelijkbaar?tekst=Wat+kost+de+koffie+op+uw+ministerie", "/documenten/"):
        assert client.get(address).status_code == 200

    held = b"".join(path.read_bytes() for path in (bundled / "pages").iterdir())
    assert b"koffie op uw" not in held
    assert b"<h1" in held
