"""The list of open questions."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kamervragen.site.open import find_open_page
from kamervragen.site.open_choice import read_open_choice
from kamervragen.site.twins import give_kept


@require_safe
def show_open(request: HttpRequest) -> HttpResponse:
    """Which answers are waited for, and which are late; or another list that the query asks for."""
    choice = read_open_choice(request.GET.dict())
    return give_kept(request, "site/open.html", *find_open_page(choice), section="open")
