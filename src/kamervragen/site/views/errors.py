"""The pages for what cannot be shown: each says in a sentence what is wrong and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from kamervragen.site.twins import give_json, is_twin


def show_error(request: HttpRequest, status: int, title: str, message: str) -> HttpResponse:
    """A page that says in a sentence what is wrong and what to do; as JSON for an address that ends with `.json`."""
    if is_twin(request):
        return give_json({"error": {"status": status, "message": message}}, status=status)
    return render(request, "site/error.html", {"title": title, "message": message}, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for an address that leads nowhere."""
    said = str(exception.args[0]) if exception.args and isinstance(exception.args[0], str) else ""
    message = said or gettext("Op dit adres staat niets. Misschien is het verkeerd overgenomen.")
    return show_error(request, 404, gettext("Niet gevonden"), message)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for a request that cannot be understood."""
    message = gettext("Het adres of het formulier klopt niet. Begin opnieuw.")
    return show_error(request, 400, gettext("Dit verzoek is niet te begrijpen"), message)
