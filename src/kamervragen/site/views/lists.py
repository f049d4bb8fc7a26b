"""The lists of documents, ministries, members and parties, and the page of each of these."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from kamervragen.folding import make_slug
from kamervragen.site import listing, members, ministries, names
from kamervragen.site.kept import Kept
from kamervragen.site.twins import give_kept, twin_name


@require_safe
def show_documents(request: HttpRequest) -> HttpResponse:
    """The list of what is in the record, narrowed by the query."""
    choice = listing.read_choice(request.GET.dict())
    return give_kept(request, "site/document_list.html", *listing.find_page(choice), section="documents")


@require_safe
def show_ministries(request: HttpRequest) -> HttpResponse:
    """The ministries, with how often each is asked and answers."""
    kept = ministries.keep_ministries()
    return give_kept(request, "site/ministry_list.html", kept.value, kept, section="ministries")


@require_safe
def show_ministry(request: HttpRequest, code: str) -> HttpResponse:
    """One ministry."""
    kept = ministries.keep_ministry(code)
    if kept is None:
        raise Http404(gettext("Er is geen ministerie met de code «%s». Kies een ministerie uit de lijst.") % code)
    return give_kept(request, "site/ministry.html", kept.value, kept, section="ministries")


@require_safe
def show_members(request: HttpRequest) -> HttpResponse:
    """The members who ask, by name."""
    return give_kept(request, "site/member_list.html", *names.list_members(request.GET.dict()), section="members")


@require_safe
def show_member(request: HttpRequest, slug: str) -> HttpResponse:
    """One member, or all of one name."""
    missing = gettext("Niemand met de naam «%s» stelt vragen in dit register. Zoek de naam in de lijst van Kamerleden.")
    return _show_named(request, "member", slug, slug, names.keep_member, missing)


@require_safe
def show_parties(request: HttpRequest) -> HttpResponse:
    """The parties whose members ask, by name."""
    return give_kept(request, "site/party_list.html", *names.list_parties(request.GET.dict()), section="parties")


@require_safe
def show_party(request: HttpRequest, slug: str) -> HttpResponse:
    """One party; a variant of its name leads to it."""
    party = members.find_party(make_slug(slug))
    missing = gettext("In dit register stelt niemand vragen voor «%s». Zoek de naam in de lijst van fracties.")
    return _show_named(request, "party", slug, party.slug if party else slug, names.keep_party, missing)


def _show_named(
    request: HttpRequest, page: str, asked: str, slug: str, keep: Callable[[str], Kept[names.NamePage] | None], missing: str
) -> HttpResponse:
    """The page of a name; another form of the name redirects to it."""
    slug = make_slug(slug)
    kept = keep(slug)
    if kept is None:
        raise Http404(missing % asked)
    if slug != asked:
        return HttpResponsePermanentRedirect(reverse(twin_name(request, page), args=[slug]))
    section = {"member": "members", "party": "parties"}[page]
    return give_kept(request, f"site/{page}.html", kept.value, kept, section=section)
