"""The list of dossiers."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kamervragen.site.dossier_list import find_dossiers, read_filing_choice
from kamervragen.site.filings import ALL_KNOWN, STATUSES
from kamervragen.site.statistics import keep_options
from kamervragen.site.twins import give_kept


@require_safe
def show_dossiers(request: HttpRequest) -> HttpResponse:
    """The dossiers that the query leaves, the newest first."""
    page, kept = find_dossiers(read_filing_choice(request.GET.dict()))
    beside = {"section": "dossiers", "options": keep_options(), "statuses": (*STATUSES, ALL_KNOWN)}
    return give_kept(request, "site/dossier_list.html", page, kept, **beside)
