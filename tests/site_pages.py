"""Every kind of page there is, each by one address over the bundled examples, for the tests that look at all of them."""

PAGES = {
    "documents": "/documenten/",
    "document": "/documenten/ah-tk-20302031-1066",
    "document-odd": "/documenten/ah-tk-20302031-1103",
    "text": "/documenten/ah-tk-20302031-1066/tekst",
    "method": "/methode",
    "not-found": "/niets",
}
LANGUAGES = {"nl": "", "en": "/en"}
