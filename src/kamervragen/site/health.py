"""The two addresses by which a machine asks how the site does: whether the process answers, and whether it can do its work.

They are answered before all else, under any host name, since who watches a site often knows only its number.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase, HttpResponseNotAllowed

from kamervragen.errors import InputError
from kamervragen.search.index import Index
from kamervragen.store.counts import read_state

ALIVE: Final = "/gezond"
READY: Final = "/gereed"
HEALTH_PATHS: Final = frozenset({ALIVE, READY})


class HealthMiddleware:
    """Answers `/gezond` and `/gereed`; everything else goes on to the rest of the site.

    Args:
        get_response: the rest of the site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response."""
        if request.path not in HEALTH_PATHS:
            return self._get_response(request)
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        response = JsonResponse({"status": "ok"}) if request.path == ALIVE else give_readiness()
        response.headers["Cache-Control"] = "no-store"
        return response


def give_readiness() -> JsonResponse:
    """Whether pages can be made: 200 when the database can be read, with or without an index; 503 and a sentence when not."""
    try:
        read_state()
    except DatabaseError as error:
        message = f"De database is niet te lezen ({' '.join(str(error).split())}). Controleer DATABASE_URL en de schijf."
        body = {"status": "not_ready", "database": "unreadable", "index": None, "message": message}
        return JsonResponse(body, status=HTTPStatus.SERVICE_UNAVAILABLE)
    index, sentence = _look_at_index()
    return JsonResponse({"status": "ready", "database": "ok", "index": index, "message": sentence})


def _look_at_index() -> tuple[str, str | None]:
    """Whether one can search, and if not, what to do."""
    try:
        Index.open(settings.DATA / "index")
    except InputError as error:
        return error.code, error.message
    return "ok", None
