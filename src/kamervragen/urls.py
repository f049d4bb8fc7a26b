"""The addresses of the site: the Dutch words of the glossary; the JSON twin of a page is its address and `.json`."""

from django.urls import path, register_converter

from kamervragen.site import views


class KeyConverter:
    """The key of a publication: letters, digits and hyphens, at most as long as the store keeps."""

    regex = "[0-9A-Za-z][0-9A-Za-z-]{0,79}"

    def to_python(self, value: str) -> str:
        """The key as it stands in the address."""
        return value

    def to_url(self, value: str) -> str:
        """The key as it stands in the record."""
        return value


class Sha256Converter(KeyConverter):
    """A SHA-256 in 64 hexadecimal digits."""

    regex = "[0-9a-f]{64}"


register_converter(KeyConverter, "key")
register_converter(Sha256Converter, "sha256")

urlpatterns = [
    path("", views.show_home, name="home"),
    path("documenten/", views.show_list, name="document-list"),
    path("documenten/<key:key>", views.show_document, name="document"),
    path("documenten/<key:key>.json", views.give_json, name="document-json"),
    path("documenten/<key:key>/tekst", views.show_text, name="document-text"),
    path("documenten/<key:key>/bron/<sha256:sha256>", views.give_source, name="document-source"),
    path("methode", views.show_method, name="method"),
]
handler400 = "kamervragen.site.views.bad_request"
handler404 = "kamervragen.site.views.not_found"
