"""Pages that a browser has already: for one of the same state of the record it is told so before anything is made."""

import hashlib
from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.http import parse_etags

import kamervragen
from kamervragen.store.counts import read_state

# Pages that depend on nothing but their address, the record and the program: no clock, no index, no figures that are kept.
STEADY: Final = frozenset({
    "document",
    "document-json",
    "document-text",
    "document-citation",
    "document-source",
    "sitemap",
    "sitemap-part",
})  # fmt: skip


class RevalidationMiddleware:
    """Names the state of steady pages in `ETag`, and answers those who have it with 304 without making the page again.

    Args:
        get_response: the rest of the site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the rest of the site, with the state that it was made of."""
        response = self._get_response(request)
        name = getattr(request, "_state_name", "")
        if name and response.status_code == HTTPStatus.OK:
            response.headers["ETag"] = name
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., object], args: object, kwargs: object
    ) -> HttpResponseNotModified | None:
        """The answer to somebody who has the page of this state."""
        match = request.resolver_match
        if match is None or match.url_name not in STEADY or request.method not in {"GET", "HEAD"}:
            return None
        try:
            name = _name_state()
        except DatabaseError:  # the view will meet it too, and what it raises becomes a page
            return None
        request._state_name = name  # type: ignore[attr-defined]  # before the page is made: a later state gets another name
        if name not in parse_etags(request.headers.get("If-None-Match", "")):
            return None
        return HttpResponseNotModified(headers={"ETag": name, "Vary": "Accept-Encoding"})


def _name_state() -> str:
    return f'W/"{read_state().token}-{name_program()}"'


@cache
def name_program() -> str:
    """What tells this program, with its settings, from an earlier or another one."""
    root = Path(kamervragen.__file__).parent
    changes = sorted((str(path), path.stat().st_mtime_ns) for path in root.rglob("*") if path.suffix != ".pyc" and path.is_file())
    return hashlib.sha256(repr((changes, settings.ENVIRONMENT)).encode()).hexdigest()[:12]
