"""The page of figures, its charts as pictures and its tables as CSV."""

import csv
import io
from dataclasses import replace

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from kamervragen.site.languages import DUTCH
from kamervragen.site.querying import NO_YEAR, read_one_of
from kamervragen.site.statistics import find_chart, keep_options, keep_picture, keep_statistics, read_statistics_choice
from kamervragen.site.twins import give_kept


@require_safe
def show_statistics(request: HttpRequest) -> HttpResponse:
    """What is counted, as charts with their tables."""
    choice = read_statistics_choice(request.GET.dict())
    kept = keep_statistics(choice)
    beside = {
        "section": "statistics",
        "drawings": kept.value.drawings,
        "options": keep_options(),
        "undated_href": replace(choice, year=NO_YEAR).address(),
        "odd_href": replace(choice, status="dag-klopt-niet").address(),
        "picture_query": _in_language(choice.query),
    }
    return give_kept(request, "site/statistics.html", kept.value.page, kept, **beside)


def _in_language(query: str) -> str:
    """The query with the language of the page, for an address that has no language itself."""
    language = translation.get_language()
    return query if language == DUTCH else f"{query or '?'}{'&' if query else ''}taal={language}"


@require_safe
def give_csv(request: HttpRequest, chart: str) -> HttpResponse:
    """The table of a chart as CSV, with the names and units of docs/statistics.md. Source: RFC 4180."""
    kept = keep_statistics(read_statistics_choice(request.GET.dict()))
    table = find_chart(kept.value.page, chart)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([column.name for column in table.columns])
    writer.writerows([cell.value for cell in row] for row in table.rows)
    response = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8; header=present")
    response.headers["Content-Disposition"] = f'attachment; filename="kamervragen-{table.name}.csv"'
    return response


@require_safe
def give_picture(request: HttpRequest, chart: str) -> HttpResponse:
    """A chart as SVG for use elsewhere, in the language that `taal` names."""
    query = request.GET.dict()
    languages = [code for code, _ in settings.LANGUAGES]
    no_language = gettext("«%s» is geen taal van deze site. Schrijf nl of en.")
    with translation.override(read_one_of(query.get("taal", ""), languages, no_language) or DUTCH):
        picture = keep_picture(read_statistics_choice(query), chart).value
    if picture is None:
        raise Http404(gettext("Voor deze grafiek zijn er te weinig gegevens."))
    return HttpResponse(picture, content_type="image/svg+xml")
