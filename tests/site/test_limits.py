"""Requests that are too long, too much or no text: each costs little and gets a sentence, in the language of its address.

All of them go to a running site, and the broken ones as bytes, since no well-behaved client would send them.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from command_line import run
from invented import write_documents
from site_server import Site, serve

MAX_MS = 200
N_TRIES = 5  # of which the fastest counts: the machine may be busy with something else

WORDS = " ".join(f"woord{n}" for n in range(200))
PREFIXES = " OF ".join(f"{letter}*" for letter in "abcdefghijklmnopqrstuvwxyz")
NESTED = "(" * 500 + "weer" + ")" * 500
LONG_WORD = "a" * 1_900

# Searches: what is asked, and the statuses that are in order. What can be understood may be answered, as long as it is cheap.
SEARCHES = {
    "200 words": (WORDS, {200, 400}),
    "a word in 150 ways": (" OF ".join(["weer"] * 150), {200, 400}),
    "two prefixes of one letter": ("a* OR b*", {200, 400}),
    "26 prefixes of one letter": (PREFIXES, {200, 400}),
    "nothing but a star": ("*", {200, 400}),
    "a quotation mark that is never closed": ('"weer', {200, 400}),
    "parentheses in parentheses": (NESTED, {400}),
    "a word of 1,900 letters": (LONG_WORD, {200, 400}),
    "more than 2,000 characters": ("weer " * 401, {400}),
    "nothing but operators": ("AND OR NOT EN OF NIET", {200, 400}),
    "a field that is none": ("schoenmaat:43", {200, 400}),
    "no year": ("jaar:%", {200, 400}),
    "a phrase of 200 words": (f'"{WORDS}"', {200, 400}),
    "not this and nothing else": ("-weer", {200, 400}),
    "letters with a hundred accents": ("e" + "\u0301" * 100, {200, 400}),
    "signs of other scripts": ("مرحبا 你好 \U0001f3db", {200, 400}),
    "a word that runs backwards": ("weer\u202ereew", {200, 400}),
}

# Addresses that no page can mean anything to: what is sent as it stands, and the status that comes back.
ADDRESSES = {
    "10 kB": ("/zoeken?q=" + "a" * 10_000, 414),
    "60 kB": ("/zoeken?q=" + "a" * 60_000, 414),
    "a very long path": ("/documenten/" + "a" * 9_000, 414),
    "a long path": ("/documenten/" + "a" * 5_000, 404),
    "broken UTF-8": ("/zoeken?q=%ff%fe", 400),
    "broken UTF-8 in the path": ("/documenten/%ff%fe", 404),
    "half a letter": ("/zoeken?q=caf%C3", 400),
    "UTF-8 that is longer than it need be": ("/zoeken?q=%C0%AFetc", 400),
    "half of a pair of UTF-16": ("/zoeken?q=%ED%A0%80", 400),
    "NUL": ("/zoeken?q=%00", 400),
    "NUL as year": ("/documenten/?jaar=%00", 400),
    "NUL in the path": ("/documenten/a%00b", 400),
    "an escape character": ("/zoeken?q=%1b%5b2J", 400),
    "a control character of Latin-1": ("/zoeken?q=%C2%85", 400),
    "a per cent sign alone": ("/documenten/?jaar=%", 400),
    "no year": ("/documenten/?jaar=tweeduizend", 400),
    "no kind": ("/documenten/?soort=" + "x" * 3_000, 400),
    "page zero": ("/documenten/?pagina=0", 400),
    "page minus one": ("/documenten/?pagina=-1", 400),
    "a page in other digits": ("/documenten/?pagina=%D9%A3", 400),
    "a page far away": ("/documenten/?pagina=999999", 404),
    "a page of a hundred digits": ("/documenten/?pagina=" + "9" * 100, 400),
    "hits far away": ("/zoeken?q=weer&pagina=999999", 404),
    "hits on a page of a hundred digits": ("/zoeken?q=weer&pagina=" + "9" * 100, 400),
    "an order that is none": ("/zoeken?q=weer&volgorde=toeval", 400),
    "2,000 parameters": ("/zoeken?" + "a=1&" * 1_900, 400),
    "1,000 choices": ("/zoeken?q=weer&" + "".join(f"jaar={n}&" for n in range(800)), 400),
    "another place on the disk": ("/../../../etc/passwd", 404),
    "the same in code": ("/%2e%2e/%2e%2e/etc/passwd", 404),
    "two slashes": ("//elders.example/x", 404),
    "a name with accents that nobody has": ("/documenten/caf%C3%A9-%E2%82%AC", 404),
    "a template": ("/documenten/{{7*7}}", 404),
    "a script": ("/documenten/%3Cscript%3Ealert(1)%3C/script%3E", 404),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of a hundred documents."""
    folder = tmp_path_factory.mktemp("site")
    assert run(folder / "data", "ingest", write_documents(folder / "in", 100)).status == 0
    with serve(folder, "--workers", 1) as running:
        running.get("/zoeken?q=weer")  # what is loaded at the first search is not what is measured here
        yield running


def _ask(site: Site, address: str) -> tuple[int, str]:
    """The status and the page of an address that is sent as it stands."""
    request = b"GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" % address.encode("latin-1")
    head, _, body = site.send(request).partition(b"\r\n\r\n")
    return int(head.split()[1]), body.decode()


def _fastest_ms(site: Site, address: str) -> float:
    for _ in range(N_TRIES):
        _ask(site, address)
    lines = [line for line in site.lines() if line["event"] in {"request", "slow_request"}]
    return min(float(str(line["duration_ms"])) for line in lines[-N_TRIES:])


def _check_refusal(page: str, prefix: str) -> None:
    """A page in its language, with a title and a sentence, and nothing of our inside."""
    assert f'<html lang="{"en" if prefix else "nl"}"' in page
    assert re.search(r"<h1[^>]*>\s*\w+", page)
    assert re.search(r"<p[^>]*>\s*[^<\s]", page)
    assert not re.search(r"Traceback|Django|Exception|object at 0x", page)


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("name", SEARCHES)
def test_a_slow_or_absurd_search_costs_little_and_is_answered(site: Site, name: str, prefix: str) -> None:
    query, statuses = SEARCHES[name]
    address = f"{prefix}/zoeken?q={quote(query)}"
    status, page = _ask(site, address)

    assert status in statuses
    _check_refusal(page, prefix)
    assert _fastest_ms(site, address) <= MAX_MS


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("name", ADDRESSES)
def test_an_address_that_means_nothing_costs_little_and_gets_a_sentence(site: Site, name: str, prefix: str) -> None:
    path, expected = ADDRESSES[name]
    address = path if path.startswith(("//", "/.", "/%2e")) else prefix + path
    status, page = _ask(site, address)

    assert status == expected
    _check_refusal(page, prefix if address.startswith("/en") else "")
    assert _fastest_ms(site, address) <= MAX_MS


@pytest.mark.parametrize("name", ["broken UTF-8", "NUL", "10 kB", "page zero", "a page far away"])
def test_a_program_gets_its_sentence_as_json(site: Site, name: str) -> None:
    path, expected = ADDRESSES[name]
    answer = site.get(path.replace("/?", ".json?").replace("/zoeken?", "/zoeken.json?"))

    assert answer.status == expected
    assert answer.headers["content-type"] == "application/json"
    assert re.search(r'"message": "[A-Z«].+[.]"', answer.body)


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "VERZIN"])
def test_a_page_that_can_only_be_read_says_so(site: Site, method: str, prefix: str) -> None:
    answer = site.get(f"{prefix}/documenten/ah-tk-20302031-1", method=method, body=b"a=b")

    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD"
    _check_refusal(answer.body, prefix)


def test_too_much_text_is_refused_before_it_is_read(site: Site) -> None:
    request = b"POST /documenten/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 5000000000\r\n\r\n"

    assert site.send(request).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_host_name_that_is_not_ours_is_refused_with_what_to_do(site: Site, prefix: str) -> None:
    answer = site.get(f"{prefix}/documenten/", headers={"Host": "elders.example"})

    assert answer.status == 400
    _check_refusal(answer.body, prefix)
    assert "KAMERVRAGEN_ALLOWED_HOSTS" in answer.body
    assert "elders.example" not in answer.body


def test_a_host_name_that_is_none_is_refused(site: Site) -> None:
    for host in (b"", b"a b", b"<script>", b"localhost:port", b"[::1", b"\xff\xfe"):
        answer = site.send(b"GET /documenten/ HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 400 ")


# What is no HTTP is refused by the server itself, before there is an address whose language a page could have.
NO_HTTP = {
    "bytes of TLS": b"\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03",
    "a path in bytes that are no text": b"GET /\xff HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "NUL": b"GET /\x00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a blank in the path": b"GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "no path": b"GET  HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "two lengths": b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    "a header without name": b"GET / HTTP/1.1\r\n: localhost\r\n\r\n",
}


@pytest.mark.parametrize("name", NO_HTTP)
def test_what_is_no_http_is_refused_by_the_server(site: Site, name: str) -> None:
    assert site.send(NO_HTTP[name]).startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize(("n_bytes", "statuses"), [(100_000, {b"414", b"431"}), (1_000_000, {b"414", b"431"})])
def test_a_request_line_beyond_all_measure_is_refused_by_the_server(site: Site, n_bytes: int, statuses: set[bytes]) -> None:
    answer = site.send(b"GET /?q=" + b"a" * n_bytes + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")

    assert answer.split()[1] in statuses


def test_a_hundred_headers_and_more_are_refused_by_the_server(site: Site) -> None:
    headers = b"".join(b"X-%d: a\r\n" % n for n in range(200))

    assert site.send(b"GET / HTTP/1.1\r\nHost: localhost\r\n" + headers + b"\r\n").startswith(b"HTTP/1.1 431 ")


def test_after_all_this_the_site_still_answers(site: Site) -> None:
    assert site.get("/documenten/ah-tk-20302031-1").status == 200
    assert not [line for line in site.lines() if line["level"] == "error"]
