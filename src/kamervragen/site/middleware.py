"""What every response carries, and the pages for what cannot be done: changing a page, reading a record that is not there."""

import logging
from collections.abc import Callable
from http import HTTPStatus

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext

from kamervragen.errors import InputError, KamervragenError
from kamervragen.site.deadline import is_over
from kamervragen.site.views.errors import show_error

_LOGGER = logging.getLogger("kamervragen.pages")

# Nothing stands in a page itself that a browser would run, and nothing comes from elsewhere.
_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",  # to be kept, and asked after each time: a 304 costs next to nothing
}


class PagesMiddleware:
    """Adds the headers that a response does not have, and turns failures of the world into pages.

    Args:
        get_response: the rest of the site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the rest of the site, with the headers."""
        response = self._get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            response = _refuse_method(request, response)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A page for what a person asked wrongly, and for a record that is not there; our own mistakes go on as they are."""
        if isinstance(exception, InputError):
            return show_error(request, 400, gettext("Dit verzoek is niet te begrijpen"), gettext(exception.message))
        if not isinstance(exception, KamervragenError | DatabaseError):
            return None
        _LOGGER.warning("record_unreadable", exc_info=exception)
        if is_over():
            message = gettext("Dit duurt langer dan hier mag. Vraag minder tegelijk, of probeer het later nog eens.")
            return show_error(request, 503, gettext("Dit duurt te lang"), message)
        message = gettext(
            "De database is er nog niet of is bezet. Lees documenten in met «kamervragen ingest MAP» en probeer opnieuw."
        )
        said = gettext(exception.message) if isinstance(exception, KamervragenError) else message
        return show_error(request, 503, gettext("Het register is niet te lezen"), said)


def _refuse_method(request: HttpRequest, refusal: HttpResponseBase) -> HttpResponse:
    message = gettext("Van dit adres kan men alleen lezen: er is hier niets in te vullen of te wijzigen.")
    response = show_error(request, 405, gettext("Dit kan hier niet"), message)
    response.headers["Allow"] = refusal.headers.get("Allow", "GET, HEAD")
    return response
