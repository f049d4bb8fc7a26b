"""The two addresses by which a machine asks how the site does: whether the process answers, and whether it can do its work.

They are answered before all else, under any host name, since who watches a site often knows only its number.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase, HttpResponseNotAllowed

from kamervragen.errors import InputError, StoreError
from kamervragen.site.finding import open_index
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
    """Whether pages can be made: 200 when the record can be read, with or without an index; 503 and a sentence when not."""
    try:
        read_state()
        return _say(HTTPStatus.OK, "ready", index=_look_at_index())
    except DatabaseError as error:
        message = f"De database is niet te lezen ({' '.join(str(error).split())}). Controleer DATABASE_URL en de schijf."
    except StoreError as error:
        message = error.message
    return _say(HTTPStatus.SERVICE_UNAVAILABLE, "not_ready", message=message)


def _look_at_index() -> str:
    """Whether one can search: `ok`, or why not. Without an index all other pages work."""
    try:
        open_index().snapshot()
    except InputError as error:
        return error.code
    return "ok"


def _say(status: HTTPStatus, word: str, **more: str) -> JsonResponse:
    return JsonResponse({"status": word, **more}, status=status, json_dumps_params={"ensure_ascii": False})
