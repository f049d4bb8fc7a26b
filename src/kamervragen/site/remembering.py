"""Pages that this process made already: while record, index and day stay the same, they are given again as they were sent."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final, TypeGuard

from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from kamervragen.errors import InputError
from kamervragen.site.finding import open_index
from kamervragen.store.counts import read_state

MAX_BYTES: Final = 12_000_000  # of pages as they are sent, most of them compressed to a fifth
MAX_PAGE: Final = 250_000  # bytes; what is larger, such as a source, is made anew
PASSING: Final = "is_passing"
"""Set on a response that is not what the record says now, such as a page of figures that are being counted again."""


@dataclass(frozen=True, slots=True)
class _Sent:
    """A page as it was sent."""

    body: bytes
    headers: tuple[tuple[str, str], ...]


class Pages:
    """Pages by name, those asked for last; threads may share it.

    Args:
        max_bytes: how much of them is held; the ones that nobody asked for the longest go first.
    """

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._n_bytes = 0
        self._pages: OrderedDict[Hashable, _Sent] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, name: Hashable) -> HttpResponse | None:
        """The page with this name as a new response; None when it is not held."""
        with self._lock:
            sent = self._pages.get(name)
            if sent is None:
                return None
            self._pages.move_to_end(name)
        return HttpResponse(sent.body, headers=dict(sent.headers))

    def keep(self, name: Hashable, response: HttpResponse) -> None:
        """Hold a page."""
        sent = _Sent(response.content, tuple(response.headers.items()))
        with self._lock:
            self._drop(name)
            self._pages[name] = sent
            self._n_bytes += len(sent.body)
            while self._n_bytes > self._max_bytes:
                self._drop(next(iter(self._pages)))

    def _drop(self, name: Hashable) -> None:
        sent = self._pages.pop(name, None)
        self._n_bytes -= len(sent.body) if sent else 0


class RememberMiddleware:
    """Gives a page again that was made of the same state of everything it may depend on.

    Args:
        get_response: the rest of the site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response
        self._pages = Pages()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The page, made now or before."""
        name = _name(request)  # before the page is made: what changes meanwhile has another name
        if name is None:
            return self._get_response(request)
        made = self._pages.get(name)
        if made:
            return made
        response = self._get_response(request)
        if _may_be_kept(response):
            self._pages.keep(name, response)
        return response


def _may_be_kept(response: HttpResponseBase) -> TypeGuard[HttpResponse]:
    if not isinstance(response, HttpResponse) or response.status_code != HTTPStatus.OK:
        return False
    return not response.cookies and not getattr(response, PASSING, False) and len(response.content) <= MAX_PAGE


def _name(request: HttpRequest) -> Hashable | None:
    """All that a page depends on; None for what is not a page, and for who says what it has already."""
    if request.method != "GET" or "If-None-Match" in request.headers or request.COOKIES:
        return None
    try:
        address = (
            request.scheme,
            request.get_host(),
            request.get_full_path(),
            "gzip" in request.headers.get("Accept-Encoding", ""),
        )
        return *address, read_state().token, _index_state(), timezone.localdate()
    except (DisallowedHost, DatabaseError):  # the rest of the site will meet it too, and say so
        return None


def _index_state() -> Hashable:
    try:
        return open_index().state()
    except InputError:
        return None
