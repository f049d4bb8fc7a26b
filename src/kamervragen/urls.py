"""The addresses of the site: the glossary's Dutch words, after `/en` for English; a page's twin is its address and `.json`."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path, register_converter

from kamervragen.site.dossier_feed import DossierFeed
from kamervragen.site.feeds import SearchFeed
from kamervragen.site.open_feed import OpenFeed
from kamervragen.site.views import about, documents, dossier_list, dossiers, home, lists, machines, search, similar, statistics
from kamervragen.site.views import open as open_questions


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


class CitationConverter(KeyConverter):
    """The form of a citation: BibTeX or RIS."""

    regex = "bib|ris"


register_converter(KeyConverter, "key")
register_converter(CitationConverter, "citation")
register_converter(Sha256Converter, "sha256")

# What people read, in Dutch and, under /en/, in English.
_pages = [
    path("", home.show_home, name="home"),
    path("documenten/", lists.show_documents, name="document-list"),
    path("documenten/<key:key>", documents.show_document, name="document"),
    path("documenten/<key:key>/tekst", documents.show_text, name="document-text"),
    path("documenten/<key:key>/overgenomen", documents.show_reused, name="document-reused"),
    path("ministeries", lists.show_ministries, name="ministry-list"),
    path("ministeries/<slug:code>", lists.show_ministry, name="ministry"),
    path("kamerleden", lists.show_members, name="member-list"),
    path("kamerleden/<slug:slug>", lists.show_member, name="member"),
    path("fracties", lists.show_parties, name="party-list"),
    path("fracties/<slug:slug>", lists.show_party, name="party"),
    path("dossiers", dossier_list.show_dossiers, name="dossier-list"),
    path("dossiers/<key:key>", dossiers.show_dossier, name="dossier"),
    path("dossiers/<key:key>/vraag/<slug:number>", dossiers.show_question, name="dossier-question"),
    path("open", open_questions.show_open, name="open"),
    path("cijfers", statistics.show_statistics, name="statistics"),
    path("dekking", home.show_coverage, name="coverage"),
    path("zoeken", search.show_results, name="search"),
    path("vergelijkbaar", similar.show_similar, name="similar"),
    path("zoeken/hulp", about.show_help, name="search-help"),
    path("over", about.show_about, name="about"),
    path("methode", about.show_method, name="method"),
]
# What programs read, and bytes: these have no language.
_twins = [
    path("zoeken.json", search.show_results, name="search-json"),
    path("vergelijkbaar.json", similar.show_similar, name="similar-json"),
    path("zoeken.atom", SearchFeed(), name="search-feed"),
    path("index.json", home.show_home, name="home-json"),
    path("dekking.json", home.show_coverage, name="coverage-json"),
    path("documenten.json", lists.show_documents, name="document-list-json"),
    path("ministeries.json", lists.show_ministries, name="ministry-list-json"),
    path("ministeries/<slug:code>.json", lists.show_ministry, name="ministry-json"),
    path("kamerleden.json", lists.show_members, name="member-list-json"),
    path("kamerleden/<slug:slug>.json", lists.show_member, name="member-json"),
    path("fracties.json", lists.show_parties, name="party-list-json"),
    path("fracties/<slug:slug>.json", lists.show_party, name="party-json"),
    path("zoeken/hulp.json", about.show_help, name="search-help-json"),
    path("over.json", about.show_about, name="about-json"),
    path("methode.json", about.show_method, name="method-json"),
    path("documenten/<key:key>.json", documents.give_json, name="document-json"),
    path("documenten/<key:key>/overgenomen.json", documents.show_reused, name="document-reused-json"),
    path("documenten/<key:key>/citaat.<citation:form>", documents.give_citation, name="document-citation"),
    path("documenten/<key:key>/bron/<sha256:sha256>", documents.give_source, name="document-source"),
    path("dossiers.json", dossier_list.show_dossiers, name="dossier-list-json"),
    path("cijfers.json", statistics.show_statistics, name="statistics-json"),
    path("cijfers/<slug:chart>.csv", statistics.give_csv, name="statistics-csv"),
    path("cijfers/<slug:chart>.svg", statistics.give_picture, name="statistics-picture"),
    path("open.json", open_questions.show_open, name="open-json"),
    path("open.atom", OpenFeed(), name="open-feed"),
    path("dossiers/<key:key>.json", dossiers.show_dossier, name="dossier-json"),
    path("dossiers/<key:key>.atom", DossierFeed(), name="dossier-feed"),
    path("dossiers/<key:key>/citaat.<citation:form>", dossiers.give_dossier_citation, name="dossier-citation"),
    path("dossiers/<key:key>/vraag/<slug:number>.json", dossiers.show_question, name="dossier-question-json"),
    path("robots.txt", machines.give_robots, name="robots"),
    path("sitemap.xml", machines.give_sitemap, name="sitemap"),
    path("sitemap/<int:part>.xml", machines.give_sitemap_part, name="sitemap-part"),
    path(".well-known/security.txt", machines.give_security_contact, name="security-contact"),
]
urlpatterns = [*_twins, *i18n_patterns(*_pages, prefix_default_language=False)]

handler400 = "kamervragen.site.views.errors.bad_request"
handler404 = "kamervragen.site.views.errors.not_found"
handler500 = "kamervragen.site.views.errors.server_error"
