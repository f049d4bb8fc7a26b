"""The time that the database may work on one request: after it, a query is cut off, and the page says so.

What is guaranteed: no query of a request goes on for longer than KAMERVRAGEN_REQUEST_TIMEOUT_S after the request began
(PostgreSQL: each statement for itself). A search is not a query of the database; what it may cost is bounded by what a query
may hold. What is counted for all workers (`counted`) is waited for half a minute at most. Nothing else that a page does waits
for anything.
"""

import threading
import time
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.dispatch import receiver
from django.http import HttpRequest
from django.http.response import HttpResponseBase

CACHE_KIB: Final = 4_000  # of each connection, beside what the system keeps of the file: a larger one makes no page faster
STEPS: Final = 100_000  # of SQLite's machine between two looks at the clock: about ten milliseconds

_REQUEST = threading.local()  # each request has a thread of its own, and SQLite asks in the thread of its query


class DeadlineMiddleware:
    """Lets the database work on a request until its time is over.

    Args:
        get_response: the rest of the site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the rest of the site."""
        _REQUEST.ends_at = time.monotonic() + settings.SERVING.timeout_s
        try:
            return self._get_response(request)
        finally:
            del _REQUEST.ends_at


def is_over() -> bool:
    """Whether the time of the request that this thread answers is over; never outside a request."""
    return time.monotonic() > getattr(_REQUEST, "ends_at", float("inf"))


@receiver(connection_created)
def watch_queries(connection: BaseDatabaseWrapper, **signal: object) -> None:
    """Let a new connection to the database keep to the time of requests, and to the memory of a worker."""
    if connection.vendor == "sqlite":
        connection.connection.set_progress_handler(is_over, STEPS)
        connection.connection.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
    else:
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = %s", [int(settings.SERVING.timeout_s * 1000)])
