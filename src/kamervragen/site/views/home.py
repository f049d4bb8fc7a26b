"""The home page."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe


@require_safe
def show_home(request: HttpRequest) -> HttpResponse:
    """For the time being the list is the home page."""
    return HttpResponse(status=302, headers={"Location": reverse("document-list")})
