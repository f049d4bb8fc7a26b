"""The language of a page: it stands in the address, and nothing else decides it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.http import escape_leading_slashes

DUTCH, ENGLISH = (code for code, _ in settings.LANGUAGES)
_PREFIX = f"/{ENGLISH}"


def language_of(path: str) -> str:
    """The language of the page at this path: English under `/en/`, else Dutch."""
    return ENGLISH if path == _PREFIX or path.startswith(f"{_PREFIX}/") else DUTCH


def in_language(address: str, language: str) -> str:
    """The address, from the first slash on, of the same page with the same query in a language."""
    bare = address.removeprefix(_PREFIX) if language_of(address.partition("?")[0]) == ENGLISH else address
    # A link that begins with two slashes would lead to another site.
    bare = escape_leading_slashes(bare if bare.startswith("/") else f"/{bare}")
    return f"{_PREFIX}{bare}" if language == ENGLISH else bare


class LanguageMiddleware:
    """Answers each request in the language of its address, and says so in `Content-Language`.

    Unlike Django's own it never looks at `Accept-Language`, so that an address means the same to all, caches too.

    Args:
        get_response: the rest of the site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response of the rest of the site, made in the language of the address."""
        language = language_of(request.path_info)
        with translation.override(language):
            response = self._get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Content-Language", language)
        return response
