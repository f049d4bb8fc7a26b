"""The list of documents."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kamervragen.site import listing
from kamervragen.site.words import count_words
from kamervragen.store.models import Publication


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
