"""What every response carries, and the page for when the record cannot be reached."""

from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from kamervragen.errors import InputError, KamervragenError
from kamervragen.site.views.errors import show_error

_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"


class PagesMiddleware:
    """Adds the content security policy to responses that have none, and turns failures of the world into pages.

    Args:
        get_response: the rest of the site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response of the rest of the site, with the policy."""
        response = self._get_response(request)
        response.headers.setdefault("Content-Security-Policy", _POLICY)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A page for what a person asked wrongly, and for a record that is not there; our own mistakes go on as they are."""
        if isinstance(exception, InputError):
            return show_error(request, 400, "Dit verzoek is niet te begrijpen", exception.message)
        if isinstance(exception, KamervragenError):
            return show_error(request, 503, "Het register is niet te lezen", exception.message)
        if isinstance(exception, DatabaseError):
            message = (
                "De database is er nog niet of is bezet. Lees documenten in met «kamervragen ingest MAP» en probeer opnieuw."
            )
            return show_error(request, 503, "Het register is niet te lezen", message)
        return None
