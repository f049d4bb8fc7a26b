"""The addresses that every page names: itself, itself in each language, and its JSON twin."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import get_language

from kamervragen.site.languages import DUTCH, in_language, language_of
from kamervragen.site.phrases import dutch_attribute


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A page in one language.

    Args:
        language: its code, `nl` or `en`.
        name: what the language calls itself.
        href: the address from the first slash on, with the query.
        is_current: whether it is the page that is shown.
    """

    language: str
    name: str
    href: str
    is_current: bool


class Here:
    """The addresses of the page that answers a request. They are made when a template asks for them.

    Args:
        request: what was asked for.
    """

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self.language = get_language() or DUTCH

    @property
    def editions(self) -> list[Edition]:
        """This page, with its query, in every language; the one shown is among them."""
        address = self._request.get_full_path()
        return [
            Edition(language=code, name=str(name), href=in_language(address, code), is_current=code == self.language)
            for code, name in settings.LANGUAGES
        ]

    @property
    def canonical(self) -> str:
        """The whole address of this page without a query: for pages on which a query changes nothing."""
        return self._request.build_absolute_uri(in_language(self._request.get_full_path().partition("?")[0], self.language))

    @property
    def canonical_with_query(self) -> str:
        """The whole address of this page with its query: for pages that the query makes another."""
        return self._request.build_absolute_uri(in_language(self._request.get_full_path(), self.language))

    @property
    def alternates(self) -> list[Edition]:
        """This page in every language, each with its whole address: what search engines ask for."""
        return [
            Edition(
                language=each.language,
                name=each.name,
                href=self._request.build_absolute_uri(each.href),
                is_current=each.is_current,
            )
            for each in self.editions
        ]

    @cached_property
    def twin(self) -> str:
        """The address of the same as JSON, with the query; "" for a page that has no twin. Twins have no language."""
        path, mark, query = in_language(self._request.get_full_path(), DUTCH).partition("?")
        twin = f"{path.rstrip('/') or '/index'}.json"
        return f"{twin}{mark}{query}" if _leads_somewhere(twin) else ""


def _leads_somewhere(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return language_of(path) == DUTCH


def describe_page(request: HttpRequest) -> dict[str, object]:
    """What every template knows: `here`, and as `dutch` the attribute that marks Dutch on pages in another language."""
    return {"here": Here(request), "dutch": dutch_attribute()}
