"""The sentences for queries that are not understood, in the language of the page; in Dutch they are those of the search."""

from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from kamervragen.search.records import QueryError
from kamervragen.site.ministries import current_names

QUERY_WORDS: Final = {
    "too_long": _("De zoekvraag is te lang; gebruik hooguit 2000 tekens."),
    "too_many_words": _("De zoekvraag heeft te veel woorden; gebruik er hooguit 64."),
    "too_deep": _("Bij teken {place} staan te veel haakjes in elkaar; gebruik er hooguit 10."),
    "bad_characters": _("Bij teken {place} staat een teken dat geen leesbare tekst is; typ de zoekvraag opnieuw."),
    "no_words": _(
        "In de zoekvraag staat geen woord om op te zoeken; typ een woord, een naam of een veld zoals ministerie:Defensie."
    ),
    "unclosed_quote": _(
        "Het aanhalingsteken bij teken {place} wordt niet gesloten; zet er achter de woordgroep nog een, of laat het weg."
    ),
    "empty_phrase": _("Tussen de aanhalingstekens bij teken {place} staat geen woord; zet er woorden tussen, of laat ze weg."),
    "unclosed_parenthesis": _("Het haakje bij teken {place} wordt niet gesloten; zet er een «)» bij, of laat het weg."),
    "unopened_parenthesis": _("Het haakje bij teken {place} sluit niets; zet er een «(» bij, of laat het weg."),
    "empty_group": _("Tussen de haakjes bij teken {place} staat geen woord; zet er woorden tussen, of laat ze weg."),
    "missing_operand": _(
        "Bij «{printed}» (teken {place}) ontbreekt een woord; zet er aan beide kanten een, of schrijf het met kleine letters."
    ),
    "missing_negated": _("Achter «{printed}» (teken {place}) hoort meteen een woord dat er niet in mag staan; zet het erachter."),
    "only_not": _(
        "De zoekvraag zegt bij teken {place} alleen wat er niet in mag staan; zet er een woord bij dat er wel in moet staan."
    ),
    "short_prefix": _("«{printed}» (teken {place}) is te kort; zet vóór het sterretje ten minste 2 letters."),
    "unknown_field": _(
        "Het veld «{printed}» (teken {place}) bestaat niet; kies indiener, fractie, ministerie, jaar, datum, soort of "
        "in, of zet achter de dubbele punt een spatie."
    ),
    "bad_value": _("«{printed}» (teken {place}) is geen naam; zet achter de dubbele punt een naam."),
    "bad_year": _("«{printed}» (teken {place}) is geen jaar; schrijf 2024, of 2023-2024 voor een vergaderjaar."),
    "bad_date": _(
        "«{printed}» (teken {place}) is geen datum; schrijf 2024-01-29, 29-01-2024, 2024-01 of 2024, en voor een "
        "tijdvak 2024-01..2024-03."
    ),
    "bad_period": _("Het tijdvak «{printed}» (teken {place}) eindigt voor het begint; draai de data om."),
    "unknown_kind": _(
        "De soort «{printed}» (teken {place}) bestaat niet; kies antwoord, vraag, uitstelbericht, rectificatie, "
        "aanvulling, intrekking of ander."
    ),
    "unknown_side": _("«{printed}» (teken {place}) is geen kant; schrijf in:vraag of in:antwoord."),
    "unknown_ministry": _("Het ministerie «{printed}» (teken {place}) is niet bekend; kies een van {known}."),
    "too_broad": _("De zoekvraag past op te veel vragen en antwoorden; maak hem preciezer of gebruik minder gewone woorden."),
    "too_far": _("Verder dan 1000 treffers bladeren kan niet; maak de zoekvraag preciezer."),
    "no_text": _("Er staat geen tekst om te vergelijken; plak een vraag van ten minste twee woorden."),
    "one_word": _("Eén woord is te weinig om te vergelijken; plak de hele vraag, of zoek op het woord."),
    "no_telling_word": _("De tekst heeft alleen woorden die in elke vraag kunnen staan; plak de vraag waar het om gaat erbij."),
    "text_too_long": _("De tekst is te lang; plak hooguit 10000 tekens, bijvoorbeeld één vraag tegelijk."),
    "bad_text": _("Bij teken {place} staat een teken dat geen leesbare tekst is; haal het weg, of plak de tekst opnieuw."),
    "bad_page": _(
        "De pagina's van de treffers zijn genummerd vanaf 1, met 0 tot 100 treffers per pagina; kies een ander nummer."
    ),
}


def explain_refusal(error: QueryError) -> str:
    """What is wrong with a query, where, and what to do."""
    place, known = (error.place or 0) + 1, "; ".join(current_names())
    return gettext(QUERY_WORDS[error.code]).format(place=place, printed=error.printed, known=known)
