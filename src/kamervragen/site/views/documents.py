"""The page of one document, its text, its citations, its twin and its bytes."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import wraps
from pathlib import PurePath

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from kamervragen.site import citing, records
from kamervragen.site.document import entitle, present
from kamervragen.site.dossier_beside import add_likeness, describe_cited, find_beside, find_membership
from kamervragen.site.finding_words import show_finding
from kamervragen.site.holders import describe_people
from kamervragen.site.languages import DUTCH, in_language
from kamervragen.site.missing import describe_missing, find_believed_key, find_usual_key
from kamervragen.site.referring import list_cited
from kamervragen.site.related import find_related
from kamervragen.site.reused import has_passages, present_reused
from kamervragen.site.routes import address_of
from kamervragen.site.tracing import read_place, shares, trace, write_trace
from kamervragen.site.twins import give
from kamervragen.store.models import Publication
from kamervragen.store.people import load_people
from kamervragen.store.raw import RawStore

_CITATIONS = {
    "bib": ("application/x-bibtex", citing.write_bibtex),
    "ris": ("application/x-research-info-systems", citing.write_ris),
}


def _of_publication(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of the publication whose key stands in the address.

    An earlier key, the same key written otherwise, or an identifier that a publication is believed to have redirects to the
    present key; of any other a page says what is known.
    """

    @wraps(view)
    @require_safe
    def find_and_view(request: HttpRequest, key: str, **rest: str) -> HttpResponse:
        try:
            publication = records.find_publication(key)
        except records.MovedError as moved:
            return _redirect(request, moved.key, rest)
        except records.MissingError:
            return _lead_on(request, key, rest)
        return view(request, publication, **rest)

    return find_and_view


def _redirect(request: HttpRequest, key: str, rest: Mapping[str, str], *, for_good: bool = True) -> HttpResponse:
    name = request.resolver_match.url_name if request.resolver_match else None
    address = reverse(name or "document", kwargs={"key": key, **rest})
    return HttpResponsePermanentRedirect(address) if for_good else HttpResponseRedirect(address)


def _lead_on(request: HttpRequest, key: str, rest: Mapping[str, str]) -> HttpResponse:
    """To the publication that is meant by a key that none has; else what is known of it, as JSON where its twin was asked for."""
    if usual := find_usual_key(key):
        return _redirect(request, usual, rest)
    if believed := find_believed_key(key):
        return _redirect(request, believed, rest, for_good=False)
    missing = describe_missing(key)
    if request.path_info.endswith(".json"):
        error = {"source": key, "error": {"code": "not_found", "message": missing.message}}
        return JsonResponse(error, status=404, json_dumps_params={"ensure_ascii": False})
    return render(request, "site/document_missing.html", {"missing": missing, "section": "documents"}, status=404)


@_of_publication
def show_document(request: HttpRequest, publication: Publication) -> HttpResponse:
    """The page of one document."""
    reading, membership = records.load_reading(publication), find_membership(publication)
    text, parsed = reading.text, reading.parsed
    addresses = records.find_addresses(parsed.see_also)
    page = present(publication.key, text, parsed, addresses, describe_cited(addresses))
    context = {
        "section": "documents",
        "page": replace(
            page,
            rows=(*page.rows, *describe_people(parsed, load_people())),
            exchanges=add_likeness(page.exchanges, publication, membership),
        ),
        "dossier": find_beside(publication, membership),
        "related": find_related(
            publication.key,
            believed=publication.inferred_id,
            case_number=publication.case_number,
            listed=addresses.values(),
        ),
        "cited": list_cited(publication, reading, parsed, text.body),
        "sources": records.list_sources(publication, reading, parsed),
        "citation": citing.cite(publication.key, parsed, _address(request, publication.key)),
        "text_address": address_of("document-text", publication.key),
        "reused_address": address_of("document-reused", publication.key) if has_passages(page.exchanges) else "",
    }
    return render(request, "site/document.html", context)


def _address(request: HttpRequest, key: str) -> str:
    """The address under which a document is cited: that of its Dutch page."""
    return request.build_absolute_uri(in_language(address_of("document", key), DUTCH))


@_of_publication
def show_text(request: HttpRequest, publication: Publication) -> HttpResponse:
    """All characters of the document with the kind of each."""
    reading = records.load_reading(publication)
    text, parsed = reading.text, reading.parsed
    context = {
        "section": "documents",
        "title": entitle(publication.key, parsed),
        "shares": shares(parsed.segments),
        "traced": write_trace(trace(text.body, parsed, read_place(request.GET.get("teken", ""), text.body))),
        "findings": [show_finding(each) for each in parsed.findings],
        "text_address": "",
    }
    return render(request, "site/text.html", context)


@_of_publication
def show_reused(request: HttpRequest, publication: Publication) -> HttpResponse:
    """Which passages of the answers stand in other dossiers too."""
    reading = records.load_reading(publication)
    page = present(publication.key, reading.text, reading.parsed, addresses={})
    reused = present_reused(page.title, page.exchanges, publication, reading.read_at)
    return give(request, "site/reused.html", reused, section="documents")


@_of_publication
def give_citation(request: HttpRequest, publication: Publication, form: str) -> HttpResponse:
    """The citation of a document for a reference manager, to be saved: BibTeX (`bib`) or RIS (`ris`)."""
    parsed = records.load_reading(publication).parsed
    return give_citation_file(citing.cite(publication.key, parsed, _address(request, publication.key)), form)


def give_citation_file(citation: citing.Citation, form: str) -> HttpResponse:
    """A citation as a file to be saved: BibTeX (`bib`) or RIS (`ris`)."""
    media_type, write = _CITATIONS[form]
    response = HttpResponse(write(citation), content_type=f"{media_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{citation.key}.{form}"'
    return response


@_of_publication
def give_json(request: HttpRequest, publication: Publication) -> HttpResponse:
    """The record that the page shows, as the JSON of the contract."""
    return JsonResponse(records.load_reading(publication).json, json_dumps_params={"ensure_ascii": False})


@_of_publication
def give_source(request: HttpRequest, publication: Publication, sha256: str) -> HttpResponse:
    """The bytes of a source, to be saved and never shown: what they hold was written by strangers."""
    source = publication.sources.filter(sha256=sha256).first()
    if source is None:
        raise Http404(gettext("Deze bron hoort niet bij dit document."))
    response = HttpResponse(RawStore(settings.DATA).read(sha256), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, PurePath(source.name).name) or "attachment"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
