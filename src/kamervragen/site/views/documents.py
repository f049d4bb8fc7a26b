"""The page of one document, its text, its twin and its bytes."""

from collections.abc import Callable
from functools import wraps
from pathlib import PurePath

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from kamervragen.site import records
from kamervragen.site.document import present
from kamervragen.site.tracing import shares, trace
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
