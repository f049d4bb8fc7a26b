"""The pages and their twins. Each view: find the publication, load its record, show it."""

from collections.abc import Callable
from functools import wraps
from pathlib import PurePath

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from kamervragen.site import listing, records
from kamervragen.site.document import present
from kamervragen.site.tracing import shares, trace
from kamervragen.site.words import count_words
from kamervragen.store.models import Publication
from kamervragen.store.raw import RawStore

_View = Callable[..., HttpResponse]


def _of_publication(view: Callable[[HttpRequest, Publication], HttpResponse]) -> _View:
    """A view of the publication whose key stands in the address; an earlier key redirects to the present one."""

    @wraps(view)
    @require_safe
    def find_and_view(request: HttpRequest, key: str) -> HttpResponse:
        try:
            publication = records.find_publication(key)
        except records.MovedError as moved:
            name = request.resolver_match.url_name if request.resolver_match else None
            return HttpResponsePermanentRedirect(reverse(name or "document", args=[moved.key]))
        return view(request, publication)

    return find_and_view


@require_safe
def show_home(request: HttpRequest) -> HttpResponse:
    """For the time being the list is the home page."""
    return HttpResponse(status=302, headers={"Location": reverse("document-list")})


@require_safe
def show_list(request: HttpRequest) -> HttpResponse:
    """The list of what is in the record, filtered by the query."""
    choice = listing.read_choice(request.GET.dict())
    page = listing.find_page(choice)
    n_all = Publication.objects.count()
    count = page.paginator.count
    context = {
        "section": "documents",
        "n_all": n_all,
        "listing": page,
        "items": listing.make_items(page),
        "kinds": listing.count_kinds(),
        "years": listing.count_years(),
        "kind": choice.kind,
        "session_year": choice.session_year,
        "query": choice.query,
        "count_line": f"{count_words(count, 'document', 'documenten')}, het nieuwste eerst",
    }
    return render(request, "site/document_list.html", context)


@_of_publication
def show_document(request: HttpRequest, publication: Publication) -> HttpResponse:
    """The page of one document."""
    reading = records.load_reading(publication)
    parsed = reading.parsed
    page = present(publication.key, reading.text, parsed, records.find_addresses(parsed.see_also))
    sources = records.list_sources(publication, parsed)
    address = request.build_absolute_uri(reverse("document", args=[publication.key]))
    return render(request, "site/document.html", {"page": page, "sources": sources, "address": address})


@_of_publication
def show_text(request: HttpRequest, publication: Publication) -> HttpResponse:
    """All characters of the document with the kind of each."""
    reading = records.load_reading(publication)
    text, parsed = reading.text, reading.parsed
    page = present(publication.key, text, parsed, {})
    segments = trace(text.body, parsed)
    context = {"page": page, "shares": shares(parsed.segments), "segments": segments, "findings": parsed.findings}
    return render(request, "site/text.html", context)


@_of_publication
def give_json(request: HttpRequest, publication: Publication) -> HttpResponse:
    """The record that the page shows, as the JSON of the contract."""
    return JsonResponse(records.load_reading(publication).json, json_dumps_params={"ensure_ascii": False})


@require_safe
def give_source(request: HttpRequest, key: str, sha256: str) -> HttpResponse:
    """The bytes of a source, to be saved and never shown: what they hold was written by strangers."""
    try:
        publication = records.find_publication(key)
    except records.MovedError as moved:
        return HttpResponsePermanentRedirect(reverse("document-source", args=[moved.key, sha256]))
    source = publication.sources.filter(sha256=sha256).first()
    if source is None:
        raise Http404("Deze bron hoort niet bij dit document.")
    response = HttpResponse(RawStore(settings.DATA).read(sha256), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, PurePath(source.name).name) or "attachment"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@require_safe
def show_method(request: HttpRequest) -> HttpResponse:
    """How documents are read, and what is not known."""
    return render(request, "site/method.html", {"section": "method"})


def show_error(request: HttpRequest, status: int, title: str, message: str) -> HttpResponse:
    """A page that says in a sentence what is wrong and what to do."""
    return render(request, "site/error.html", {"title": title, "message": message}, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for an address that leads nowhere."""
    said = str(exception.args[0]) if exception.args and isinstance(exception.args[0], str) else ""
    message = said or "Op dit adres staat niets. Misschien is het verkeerd overgenomen."
    return show_error(request, 404, "Niet gevonden", message)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for a request that cannot be understood."""
    return show_error(request, 400, "Dit verzoek is niet te begrijpen", "Het adres of het formulier klopt niet. Begin opnieuw.")
