"""Links from names on a page to the lists of what belongs to them: members, parties, ministries."""

from datetime import date
from functools import lru_cache

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from kamervragen import authorities
from kamervragen.folding import make_slug
from kamervragen.site.phrases import in_dutch, role_word
from kamervragen.site.routes import address_of
from kamervragen.terms import Role


def link_member(name: str) -> SafeString:
    """The name of a member with a link to what that member asked."""
    return _link("member", make_slug(name), escape(name))


def link_party(name: str) -> SafeString:
    """The name of a party with a link to what its members asked."""
    return _link("party", slug_of_party(name), escape(name))


@lru_cache(maxsize=2_000)
def slug_of_party(printed: str) -> str:
    """A party in an address: by the table's name where the table knows the printed one, so that its variants are together."""
    known = authorities.load().find_party(printed)
    return make_slug(known.name if known else printed)


def link_office(role: Role, name: str | None, portfolio: str | None, on: date | None) -> SafeString:
    """An office, `minister De Wit (Defensie)`, with a link to what its ministry answered.

    Args:
        role: the office.
        name: who holds it; None when that is not said.
        portfolio: as printed.
        on: the day on which it must have been held; ministries take other portfolios over.
    """
    code = authorities.load().find_ministry_code(role, portfolio, on) or ""
    holder = format_html("{} {}", role_word(role), name) if name else escape(role_word(role))
    if portfolio is None:
        return _link("ministry", code, holder)
    return format_html("{} ({})", holder, _link("ministry", code, in_dutch(portfolio)))


def _link(page: str, argument: str, html: SafeString) -> SafeString:
    """The HTML in a link to a page; itself where nothing can stand in the page's address."""
    return format_html('<a href="{}">{}</a>', address_of(page, argument), html) if argument else html
