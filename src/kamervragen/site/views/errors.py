"""The pages for what cannot be shown: each says in a sentence what is wrong and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext


def show_error(request: HttpRequest, status: int, title: str, message: str) -> HttpResponse:
    """A page that says in a sentence what is wrong and what to do."""
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
