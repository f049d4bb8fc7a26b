"""The pages that say how this site works."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def show_method(request: HttpRequest) -> HttpResponse:
    """How documents are read, and what is not known."""
    return render(request, "site/method.html", {"section": "method"})
