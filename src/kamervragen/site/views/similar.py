"""Already asked? A pasted text, or a question of the record, and the earlier questions that ask the same."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from kamervragen.errors import InputError
from kamervragen.search.records import QueryError
from kamervragen.search.similar import find_question, find_similar
from kamervragen.search.similar_words import read_text
from kamervragen.site import similar
from kamervragen.site.finding import open_index
from kamervragen.site.query_words import explain_refusal
from kamervragen.site.similar import LikeView, SimilarPage
from kamervragen.site.twins import give, is_twin
from kamervragen.site.views.errors import show_error


@require_http_methods(["GET", "HEAD", "POST"])
def show_similar(request: HttpRequest) -> HttpResponse:
    """The earlier questions that ask the same as `tekst`, or as the question `bij` of the record.

    A form is sent because addresses are too short for some texts: it changes nothing, so that nobody can be made to send one.
    """
    try:
        if request.method == "POST":
            return _answer_form(request, request.POST.get("tekst", ""))
        if request.GET.get("bij"):
            return _show_like(request, *request.GET["bij"].split("#", 1))
        return _show_text(request, request.GET.get("tekst", ""))
    except InputError as error:
        return show_error(request, 503, gettext("Vergelijken kan nog niet"), gettext(error.message))


def _answer_form(request: HttpRequest, text: str) -> HttpResponse:
    """A text that fits in an address gets one, which can be kept and sent on."""
    try:
        read_text(text)
    except QueryError:
        return _show_text(request, text)
    address = "" if is_twin(request) else similar.find_address(text)
    return HttpResponseRedirect(address) if address else _show_text(request, text)


def _show_text(request: HttpRequest, text: str) -> HttpResponse:
    if request.method != "POST" and "tekst" not in request.GET:
        return _give(request, SimilarPage(text=""))
    response = _compare(request, text, None, "", 400)
    response.headers["Cache-Control"] = "no-store"  # the text may be a draft
    return response


def _show_like(request: HttpRequest, key: str, anchor: str = "") -> HttpResponse:
    question = find_question(open_index(), key, anchor)
    if question is None:
        raise Http404(gettext("Deze vraag staat hier niet. Plak haar tekst om haar te vergelijken."))
    return _compare(request, question.text, similar.show_like(question), key, 200)


def _compare(request: HttpRequest, text: str, like: LikeView | None, without: str, status: int) -> HttpResponse:
    """The page of what is found; one with a sentence, and this status, for a text that cannot be compared."""
    try:
        found = find_similar(open_index(), text, without=without)
    except QueryError as error:
        page = SimilarPage(text=text, like=like, code=error.code, message=explain_refusal(error))
        return _give(request, page, status)
    return _give(request, similar.show_similar(text, like, found))


def _give(request: HttpRequest, page: SimilarPage, status: int = 200) -> HttpResponse:
    return give(request, "site/similar.html", page, status=status, section="similar")
