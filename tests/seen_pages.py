"""Pages as the test client gives them, and what a reader sees of them."""

import re
from html import unescape

from django.http import HttpResponse
from django.test import Client


def get(address: str) -> HttpResponse:
    """The response to a request for an address."""
    return Client(SERVER_NAME="localhost").get(address)


def main_of(address: str) -> str:
    """The HTML of the part of a page that is its own."""
    response = get(address)
    assert response.status_code == 200, address
    page = response.content.decode()
    return page[page.index("<main") : page.index("</main>")]


def words_of(html: str) -> str:
    """What a reader sees of some HTML, in one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def read(address: str) -> str:
    """What a reader sees of a page, in one line."""
    return words_of(main_of(address))


def rows_of(html: str) -> list[list[str]]:
    """The rows of the tables in some HTML, heads included, each as the words of its cells."""
    rows = re.findall(r"<tr>.*?</tr>", html, re.S)
    return [[words_of(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)] for row in rows]


def link_of(html: str, words: str) -> str:
    """Where the first link with exactly these words leads."""
    for href, inner in re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', html, re.S):
        if words_of(inner) == words:
            return unescape(href)
    raise AssertionError(f"no link says {words}")
