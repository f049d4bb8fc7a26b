"""What is refused before any page is looked for: addresses and bodies that are too large or are no text."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext, gettext_noop

from kamervragen.site.views.errors import show_error

MAX_ADDRESS: Final = 8_000  # bytes of a path and its query
MAX_BODY: Final = 1_000_000  # bytes; no page takes more than a form

# All control characters but tab and line ends, which pasted text may hold.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why a request is refused: the status, a title and one sentence, both still to be translated."""

    status: HTTPStatus
    title: str
    message: str


_TOO_LONG = Fault(
    status=HTTPStatus.REQUEST_URI_TOO_LONG,
    title=gettext_noop("Dit adres is te lang"),
    message=gettext_noop("Een adres mag hier hooguit 8.000 tekens hebben. Zoek met minder woorden."),
)
_TOO_LARGE = Fault(
    status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    title=gettext_noop("Dit is te veel tekst"),
    message=gettext_noop("Wat u stuurt mag hooguit een miljoen bytes groot zijn. Stuur minder."),
)
_NO_TEXT = Fault(
    status=HTTPStatus.BAD_REQUEST,
    title=gettext_noop("Dit verzoek is niet te begrijpen"),
    message=gettext_noop("In het adres staan tekens die geen tekst zijn. Neem het nog eens over, of typ het zelf."),
)


class GuardMiddleware:
    """Answers requests that no page can mean anything to with a sentence; all others go on to the rest of the site.

    Args:
        get_response: the rest of the site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response."""
        fault = find_fault(request)
        if fault is None:
            return self._get_response(request)
        return show_error(request, fault.status, gettext(fault.title), gettext(fault.message))


def find_fault(request: HttpRequest) -> Fault | None:
    """Why the request is refused; None when it is not."""
    query = request.META.get("QUERY_STRING", "").encode("latin-1")  # servers hand it on with a character for each byte
    if len(request.path_info.encode()) + len(query) > MAX_ADDRESS:
        return _TOO_LONG
    if _body_size(request) > MAX_BODY:
        return _TOO_LARGE
    if _CONTROL.search(request.path_info) or not _is_text(unquote_to_bytes(query)):
        return _NO_TEXT
    return None


def _body_size(request: HttpRequest) -> int:
    printed: str = request.META.get("CONTENT_LENGTH") or "0"
    return int(printed) if printed.isdecimal() else 0


def _is_text(sent: bytes) -> bool:
    try:
        return not _CONTROL.search(sent.decode())
    except UnicodeDecodeError:
        return False
