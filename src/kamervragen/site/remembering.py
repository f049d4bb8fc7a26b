"""Pages that were made already: while record, index and day stay the same, they are given again as they were sent."""

from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import Final, NamedTuple
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from kamervragen.errors import InputError
from kamervragen.site.finding import open_index
from kamervragen.site.page_store import PageStore
from kamervragen.store.counts import read_state

MAX_PAGE: Final = 250_000  # bytes; what is larger, such as a source, is made anew
PASSING: Final = "is_passing"
"""Set on a response that is not what the record says now, such as a page of figures that are being counted again."""


class _Place(NamedTuple):
    """Where a page is held: the state of everything that it may depend on, and its name."""

    state: str
    name: str


class RememberMiddleware:
    """Gives a page again that was made of the same state of everything it may depend on.

    Args:
        get_response: the rest of the site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response
        self._site = uuid4().hex  # the same for all workers that begin as copies of one process; another may send other pages
        self._stores: dict[Path, PageStore] = {}

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The page, made now or before."""
        place = _place(request)  # before the page is made: what changes meanwhile has another place
        if place is None:
            return self._get_response(request)
        pages = self._pages(Path(settings.DATA) / "pages")
        made = pages.get(*place)
        if made:
            return made
        response = self._get_response(request)
        if isinstance(response, HttpResponse) and _may_be_kept(response):
            pages.keep(*place, response)
        return response

    def _pages(self, folder: Path) -> PageStore:
        return self._stores.get(folder) or self._stores.setdefault(folder, PageStore(folder, self._site))


def _may_be_kept(response: HttpResponse) -> bool:
    if response.status_code != HTTPStatus.OK or response.cookies or getattr(response, PASSING, False):
        return False
    return "no-store" not in response.headers.get("Cache-Control", "") and len(response.content) <= MAX_PAGE


def _place(request: HttpRequest) -> _Place | None:
    """All that a page depends on; None for what is not a page, and for who says what it has already."""
    if request.method != "GET" or "If-None-Match" in request.headers or request.COOKIES:
        return None
    try:
        form = "gzip" if "gzip" in request.headers.get("Accept-Encoding", "") else "plain"
        state = (read_state().token, _index_state(), timezone.localdate())
        address = f"{form} {request.scheme}://{request.get_host()}{request.get_full_path()}"
        return _Place(repr(state), sha256(address.encode()).hexdigest())
    except (DisallowedHost, DatabaseError):  # the rest of the site will meet it too, and say so
        return None


def _index_state() -> object:
    try:
        return open_index().state()
    except InputError:
        return None
