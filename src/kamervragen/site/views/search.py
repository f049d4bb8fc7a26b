"""The search: its results, their twin, and what is said of a query that is not understood."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from kamervragen.errors import InputError
from kamervragen.search import search
from kamervragen.search.records import MAX_HITS, QueryError, Results
from kamervragen.site import results
from kamervragen.site.asking import Asking, read_asking
from kamervragen.site.finding import open_index
from kamervragen.site.twins import give
from kamervragen.site.views.errors import show_error


@require_safe
def show_results(request: HttpRequest) -> HttpResponse:
    """What a search finds."""
    asking = read_asking(request.GET)
    if asking.page > results.LAST_PAGE:
        message = gettext("Verder dan %s treffers wordt niet gebladerd. Zoek met meer woorden, of maak een keuze.")
        raise Http404(message % MAX_HITS)
    try:
        return _show_found(request, asking, search(open_index(), asking.request()))
    except QueryError as error:
        page = results.show_refusal(asking, error)
        return give(request, "site/refused.html", page, status=400, section="search", asked=asking.query)
    except InputError as error:
        return show_error(request, 503, gettext("Zoeken kan nog niet"), gettext(error.message))


def _show_found(request: HttpRequest, asking: Asking, found: Results) -> HttpResponse:
    page = results.show_results(asking, found)
    if asking.page > page.n_pages:
        raise Http404(gettext("Deze zoekvraag heeft geen pagina %s.") % asking.page)
    return give(request, "site/results.html", page, section="search", asked=asking.query)
