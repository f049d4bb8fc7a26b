"""Every kind of page there is, each by an address over the bundled examples, for the tests that look at all of them."""

PAGES = {
    "home": "/",
    "documents": "/documenten/",
    "documents-chosen": "/documenten/?soort=postponement",
    "document": "/documenten/ah-tk-20302031-1066",
    "document-odd": "/documenten/ah-tk-20302031-1103",
    "document-postponed": "/documenten/ah-tk-20302031-1101",
    "document-missing": "/documenten/ah-tk-20302031-1048",
    "text": "/documenten/ah-tk-20302031-1066/tekst",
    "ministries": "/ministeries",
    "ministry": "/ministeries/mnre1018",
    "members": "/kamerleden",
    "member": "/kamerleden/rietvinck",
    "parties": "/fracties",
    "party": "/fracties/ja21",
    "results": "/zoeken?q=koffieochtenden",
    "results-chosen": "/zoeken?q=koffieochtenden&soort=answer",
    "results-none": "/zoeken?q=zeppelinvaart",
    "results-refused": "/zoeken?q=%22koffie",
    "similar": "/vergelijkbaar",
    "similar-found": "/vergelijkbaar?bij=ah-tk-20302031-1066%23vraag-1",
    "similar-none": "/vergelijkbaar?tekst=zeppelinvaart+bij+nacht",
    "similar-refused": "/vergelijkbaar?tekst=zeppelinvaart",
    "search-help": "/zoeken/hulp",
    "about": "/over",
    "method": "/methode",
    "coverage": "/dekking",
    "not-found": "/niets",
}
LANGUAGES = {"nl": "", "en": "/en"}

# Pages that are answered with another status than 200.
STATUSES = {"document-missing": 404, "results-refused": 400, "similar-refused": 400, "not-found": 404}
