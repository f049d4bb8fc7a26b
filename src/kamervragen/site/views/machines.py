"""What programs look for under names of their own: which pages there are, which they may visit, and whom to tell of a hole."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from django.conf import settings
from django.db.models import F, Max
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kamervragen.site.languages import DUTCH, ENGLISH, in_language
from kamervragen.store.dossier_models import MembershipRow
from kamervragen.store.models import Publication

# Source: https://www.sitemaps.org/protocol.html: at most 50,000 addresses and 50 MB in a file. Each publication has two, and
# its dossier has two.
PART: Final = 2_500

_PAGES: Final = (
    "home",
    "coverage",
    "document-list",
    "ministry-list",
    "member-list",
    "party-list",
    "statistics",
    "dossier-list",
    "about",
    "method",
    "search-help",
)
_INDEX = '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{}</sitemapindex>\n'
_SET = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{}</urlset>\n'
)

# Addresses with a query lead to the same documents over and over; a document's characters and bytes need not be found.
_ROBOTS = """User-agent: *
Disallow: /*?
Disallow: /*/tekst$
Disallow: /*/overgenomen$
Disallow: /*/bron/

Sitemap: {sitemap}
"""


@require_safe
def give_robots(request: HttpRequest) -> HttpResponse:
    """What robots are asked to leave alone. Source: RFC 9309."""
    text = _ROBOTS.format(sitemap=request.build_absolute_uri(reverse("sitemap")))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
def give_security_contact(request: HttpRequest) -> HttpResponse:
    """Where to report a hole in the site, when the settings say so. Source: RFC 9116."""
    if not settings.SERVING.security_contact:
        raise Http404
    lines = (
        f"Contact: {settings.SERVING.security_contact}",
        f"Expires: {_expiry(datetime.now(UTC)):%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {DUTCH}, {ENGLISH}",
        f"Canonical: {request.build_absolute_uri(request.path)}",
    )
    return HttpResponse("\n".join((*lines, "")), content_type="text/plain; charset=utf-8")


def _expiry(now: datetime) -> datetime:
    """The first of a month about half a year from now: the RFC wants less than a year."""
    months = now.year * 12 + now.month - 1 + 6
    return datetime(months // 12, months % 12 + 1, 1, tzinfo=UTC)


@require_safe
def give_sitemap(request: HttpRequest) -> HttpResponse:
    """The index of the parts of the sitemap; part 0 holds the pages that are always there."""
    last = Publication.objects.aggregate(last=Max("pk"))["last"] or 0
    addresses = (request.build_absolute_uri(reverse("sitemap-part", args=[n])) for n in range(-(-last // PART) + 1))
    return _give_xml(_INDEX.format("".join(f"<sitemap><loc>{escape(each)}</loc></sitemap>\n" for each in addresses)))


@require_safe
def give_sitemap_part(request: HttpRequest, part: int) -> HttpResponse:
    """The addresses of the publications of one part, and of the dossiers they stand in, each in both languages.

    Publications are dealt out by the number under which the record keeps them, so that a part is a short walk along an index.
    """
    entries = "".join(_describe_pages(request) if part == 0 else _describe_documents(request, part))
    if not entries:
        raise Http404
    return _give_xml(_SET.format(entries))


def _describe_pages(request: HttpRequest) -> Iterator[str]:
    for name in _PAGES:
        yield from _describe(request, reverse(name), "")


def _describe_documents(request: HttpRequest, part: int) -> Iterator[str]:
    found = Publication.objects.filter(pk__gt=(part - 1) * PART, pk__lte=part * PART).order_by("pk")
    rows = list(found.values_list("pk", "key", F("best__seen_at")))
    for _, key, changed_at in rows:
        yield from _describe(request, reverse("document", args=[key]), f"<lastmod>{changed_at:%Y-%m-%d}</lastmod>")
    around = MembershipRow.objects.filter(publication__in=[pk for pk, _, _ in rows])
    for key in around.order_by("dossier__key").values_list("dossier__key", flat=True).distinct():
        yield from _describe(request, reverse("dossier", args=[key]), "")


def _describe(request: HttpRequest, address: str, change: str) -> Iterator[str]:
    """The entry of a page in each language; every one names all of them."""
    site = f"{request.scheme}://{request.get_host()}"
    editions = {language: site + in_language(address, language) for language in (DUTCH, ENGLISH)}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(each)}/>' for language, each in editions.items()
    )
    for each in editions.values():
        yield f"<url><loc>{escape(each)}</loc>{change}{links}</url>\n"


def _give_xml(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="application/xml; charset=utf-8")
