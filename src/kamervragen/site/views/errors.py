"""The pages for what cannot be shown: each says in a sentence what is wrong and what to do."""

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext

from kamervragen.site.languages import in_language, language_of
from kamervragen.site.logs import REQUEST_ID
from kamervragen.site.twins import give_json, is_twin


def show_error(request: HttpRequest, status: int, title: str, message: str) -> HttpResponse:
    """A page that says in a sentence what is wrong and what to do; as JSON for an address that ends with `.json`."""
    if is_twin(request):
        return give_json({"error": {"status": status, "message": message}}, status=status)
    return render(request, "site/error.html", {"title": title, "message": message, "section": None}, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for an address that leads nowhere."""
    said = str(exception.args[0]) if exception.args and isinstance(exception.args[0], str) else ""
    message = said or gettext("Op dit adres staat niets. Misschien is het verkeerd overgenomen.")
    return show_error(request, 404, gettext("Niet gevonden"), message)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for a request that cannot be understood."""
    message = gettext("Het adres of het formulier klopt niet. Begin opnieuw.")
    if isinstance(exception, DisallowedHost):
        message = gettext(
            "Onder deze naam is de site niet bekend. Wie haar beheert, voegt de naam toe aan KAMERVRAGEN_ALLOWED_HOSTS."
        )
    return show_error(request, 400, gettext("Dit verzoek is niet te begrijpen"), message)


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for a mistake of ours. It uses as little of the site as it can, since that may be what broke."""
    title = gettext("Hier ging iets mis")
    message = gettext("Dat ligt aan de site, niet aan u. Wie het meldt met nummer %(number)s, helpt ons het te vinden.")
    said = message % {"number": REQUEST_ID.get()}
    if is_twin(request):
        return give_json({"error": {"status": 500, "message": said}}, status=500)
    language = language_of(request.path_info)
    context = {"title": title, "message": said, "language": language, "home": in_language("/", language)}
    return HttpResponse(render_to_string("site/broken.html", context), status=500)
