"""The pages that say what this site is, how it works and how to search."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kamervragen.site.about import make_about, make_help, make_method
from kamervragen.site.twins import give


@require_safe
def show_about(request: HttpRequest) -> HttpResponse:
    """What this is, how well it reads, what is not known, and how to correct something."""
    return give(request, "site/about.html", make_about(), section="about")


@require_safe
def show_method(request: HttpRequest) -> HttpResponse:
    """How documents are read and questions found."""
    return give(request, "site/method.html", make_method(), section="about")


@require_safe
def show_help(request: HttpRequest) -> HttpResponse:
    """How to search, with examples."""
    return give(request, "site/search_help.html", make_help(), section="search")
