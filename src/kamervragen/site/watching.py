"""A log line for each request that was answered, and the identifier by which it can be found again."""

import logging
import re
import secrets
import time
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from kamervragen.site.health import HEALTH_PATHS
from kamervragen.site.logs import REQUEST_ID

SLOW_MS = 500
MAX_PATH = 300  # characters of a path in a line
_REQUEST_ID = re.compile(r"[0-9A-Za-z-]{8,64}")
_LOGGER = logging.getLogger("kamervragen.requests")

_Next = Callable[[HttpRequest], HttpResponseBase]


class WatchMiddleware:
    """Gives each response the identifier of its request, and writes a line about it that holds nothing of who asked or what for.

    Args:
        get_response: the rest of the site.
    """

    def __init__(self, get_response: _Next) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the rest of the site, with `X-Request-ID`."""
        began = time.perf_counter()
        identifier = _identify(request)
        token = REQUEST_ID.set(identifier)
        try:
            response = self._get_response(request)
            response.headers["X-Request-ID"] = identifier
            _log(request, response, round((time.perf_counter() - began) * 1000, 1))
        finally:
            REQUEST_ID.reset(token)
        return response


def _identify(request: HttpRequest) -> str:
    """The identifier that our own proxy gave the request, or a new one: of strangers nothing gets into our lines unasked."""
    given = request.headers.get("X-Request-ID", "") if settings.SERVING.has_proxy else ""
    return given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)


def _log(request: HttpRequest, response: HttpResponseBase, duration_ms: float) -> None:
    fields: dict[str, object] = {
        "method": request.method,
        "path": request.path[:MAX_PATH],
        "status": response.status_code,
        "duration_ms": duration_ms,
        "bytes": _count_bytes(response),
        "language": response.headers.get("Content-Language"),
    }
    if settings.SERVING.logs_queries:
        fields["query"] = request.META.get("QUERY_STRING", "")
    level, event = _weigh(request, response, duration_ms)
    _LOGGER.log(level, event, extra={"fields": fields})


def _weigh(request: HttpRequest, response: HttpResponseBase, duration_ms: float) -> tuple[int, str]:
    if response.status_code == HTTPStatus.INTERNAL_SERVER_ERROR:
        return logging.ERROR, "request"
    if duration_ms > SLOW_MS:
        return logging.WARNING, "slow_request"
    if request.path in HEALTH_PATHS and response.status_code == HTTPStatus.OK:
        return logging.DEBUG, "request"
    return logging.INFO, "request"


def _count_bytes(response: HttpResponseBase) -> int | None:
    printed = response.headers.get("Content-Length", "")
    return int(printed) if printed.isdecimal() else None
