"""A thread keeps its connection to a SQLite record only as long as the file is the one that it opened.

Somebody who puts back a copy, or takes the record away, is believed at the next page.
"""

from collections.abc import Callable
from pathlib import Path

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.dispatch import receiver
from django.http import HttpRequest
from django.http.response import HttpResponseBase

_OPENED = "_opened_file"  # which file a connection opened, noted on it


class RecordFileMiddleware:
    """Lets go of a connection to a file that is there no more.

    Args:
        get_response: the rest of the site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the rest of the site."""
        if connection.connection is not None and getattr(connection, _OPENED, None) != _file(connection):
            connection.close()
        return self._get_response(request)


@receiver(connection_created)
def note_file(connection: BaseDatabaseWrapper, **signal: object) -> None:
    """Note which file a new connection opened."""
    setattr(connection, _OPENED, _file(connection))


def _file(connection: BaseDatabaseWrapper) -> tuple[int, int] | None:
    """Which file the database is now; None where there is none, and for a server."""
    if connection.vendor != "sqlite":
        return None
    try:
        found = Path(connection.settings_dict["NAME"]).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
