"""The page of one dossier, and of one of its questions with all answers beside each other."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from kamervragen.compare import compare
from kamervragen.comparisons import Comparison
from kamervragen.dossiers import Dossier
from kamervragen.site.coverage import keep_missing_numbers
from kamervragen.site.dossier import list_questions, present_dossier
from kamervragen.site.dossier_citing import cite_dossier
from kamervragen.site.dossier_heading import tell_gaps
from kamervragen.site.dossier_missing import describe_missing_dossier, usual_name
from kamervragen.site.dossier_question import find_question, present_question
from kamervragen.site.dossier_ties import related_names
from kamervragen.site.dossier_twin import QuestionTwin, make_twin
from kamervragen.site.dossier_words import page_wording
from kamervragen.site.languages import DUTCH, in_language
from kamervragen.site.open_day import keep_day
from kamervragen.site.querying import read_page
from kamervragen.site.routes import address_of
from kamervragen.site.twins import give_json, is_twin, plain
from kamervragen.site.views.documents import give_citation_file
from kamervragen.store.dossier_models import DossierRow
from kamervragen.store.dossiers import find_dossier_key, load_dossier
from kamervragen.timings import Timing
from kamervragen.track import track

_View = Callable[..., HttpResponse]


def _of_dossier(*, is_brief: bool = False) -> Callable[[_View], _View]:
    """Makes a view of the dossier whose key stands in the address; any other name of it redirects there.

    Args:
        is_brief: whether the view needs no evidence of what ties its publications.
    """

    def make(view: _View) -> _View:
        @wraps(view)
        @require_safe
        def find_and_view(request: HttpRequest, key: str, **rest: str) -> HttpResponse:
            try:
                return view(request, load_dossier(key, is_brief=is_brief), **rest)
            except DossierRow.DoesNotExist:
                return _lead_on(request, key, rest)

        return find_and_view

    return make


def _lead_on(request: HttpRequest, key: str, rest: dict[str, str]) -> HttpResponse:
    """To the dossier that has another key by this name; else a page that says what is known of it."""
    name = request.resolver_match.url_name if request.resolver_match else None
    present = find_dossier_key(key) or find_dossier_key(usual_name(key))
    if present and present != key:
        return HttpResponsePermanentRedirect(reverse(name or "dossier", kwargs={"key": present, **rest}))
    missing = describe_missing_dossier(key)
    if is_twin(request):
        return give_json({"source": key, "error": {"code": "not_found", "message": missing.message}}, status=404)
    return render(request, "site/dossier_missing.html", {"missing": missing, "section": "documents"}, status=404)


def _track(dossier: Dossier) -> Timing:
    return track(dossier, keep_day(), wording=page_wording())


@_of_dossier()
def show_dossier(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """The page of one dossier, or its twin."""
    timing, comparison = _track(dossier), compare(dossier)
    if is_twin(request):
        return give_json(plain(make_twin(dossier, timing, comparison)))
    homes = {name: key for name in related_names(dossier) if (key := find_dossier_key(name))}
    page = present_dossier(dossier, timing, comparison, homes, tell_gaps(dossier, timing, keep_missing_numbers))
    citation = cite_dossier(dossier, request.build_absolute_uri(in_language(address_of("dossier", dossier.key), DUTCH)))
    context = {"page": page, "citation": citation, "section": "documents"}
    return render(request, "site/dossier.html", context)


@_of_dossier(is_brief=True)
def show_question(request: HttpRequest, dossier: Dossier, number: str) -> HttpResponse:
    """One question with all its answers, or its twin."""
    timing, comparison = _track(dossier), compare(dossier)
    question = find_question(comparison, number)
    if question is None:
        return _refuse_question(request, dossier, comparison, number)
    if is_twin(request):
        return give_json(plain(QuestionTwin(key=dossier.key, replies=comparison.replies, question=question)))
    n_page = read_page(request.GET.get("pagina", "1"))
    page = present_question(dossier, timing, comparison, question, n_page)
    return render(request, "site/dossier_question.html", {"page": page, "section": "documents"})


def _refuse_question(request: HttpRequest, dossier: Dossier, comparison: Comparison, number: str) -> HttpResponse:
    """The page for a number that no question has: it leads to those that there are."""
    message = gettext("Dit dossier heeft geen vraag %(number)s.") % {"number": number}
    if is_twin(request):
        return give_json({"source": dossier.key, "error": {"code": "not_found", "message": message}}, status=404)
    context = {"message": message, "key": dossier.key, "questions": list_questions(comparison), "section": "documents"}
    return render(request, "site/dossier_question_missing.html", context, status=404)


@_of_dossier(is_brief=True)
def give_dossier_citation(request: HttpRequest, dossier: Dossier, form: str) -> HttpResponse:
    """The citation of a dossier for a reference manager, to be saved: BibTeX (`bib`) or RIS (`ris`)."""
    address = request.build_absolute_uri(in_language(address_of("dossier", dossier.key), DUTCH))
    return give_citation_file(cite_dossier(dossier, address), form)
