"""The home page, and what is in the record and what is missing."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kamervragen.site.coverage import keep_coverage
from kamervragen.site.home import make_home
from kamervragen.site.twins import give_kept


@require_safe
def show_home(request: HttpRequest) -> HttpResponse:
    """How much there is, what is new, and a box to search in."""
    return give_kept(request, "site/home.html", *make_home(), section="home")


@require_safe
def show_coverage(request: HttpRequest) -> HttpResponse:
    """What is in the record, and what is known to be missing."""
    kept = keep_coverage()
    return give_kept(request, "site/coverage.html", kept.value, kept, section="coverage")
