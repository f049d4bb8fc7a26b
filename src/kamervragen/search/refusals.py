"""The sentences for queries that are not understood: one for each code, with the place and what to do."""

from typing import Final

from kamervragen.search.records import MAX_HITS, MAX_SIZE, QueryError

MAX_CHARACTERS: Final = 2_000
MAX_WORDS: Final = 64
MAX_DEPTH: Final = 10
MIN_PREFIX: Final = 2
MAX_TEXT: Final = 10_000  # characters of a text that earlier questions are compared with

SENTENCES: Final = {
    "too_long": f"De zoekvraag is te lang; gebruik hooguit {MAX_CHARACTERS} tekens.",
    "too_many_words": f"De zoekvraag heeft te veel woorden; gebruik er hooguit {MAX_WORDS}.",
    "too_deep": f"Bij teken {{place}} staan te veel haakjes in elkaar; gebruik er hooguit {MAX_DEPTH}.",
    "bad_characters": "Bij teken {place} staat een teken dat geen leesbare tekst is; typ de zoekvraag opnieuw.",
    "no_words": (
        "In de zoekvraag staat geen woord om op te zoeken; typ een woord, een naam of een veld zoals "
        "ministerie:Defensie."
    ),
    "unclosed_quote": (
        "Het aanhalingsteken bij teken {place} wordt niet gesloten; zet er achter de woordgroep nog een, of "
        "laat het weg."
    ),
    "empty_phrase": "Tussen de aanhalingstekens bij teken {place} staat geen woord; zet er woorden tussen, of laat ze weg.",
    "unclosed_parenthesis": "Het haakje bij teken {place} wordt niet gesloten; zet er een «)» bij, of laat het weg.",
    "unopened_parenthesis": "Het haakje bij teken {place} sluit niets; zet er een «(» bij, of laat het weg.",
    "empty_group": "Tussen de haakjes bij teken {place} staat geen woord; zet er woorden tussen, of laat ze weg.",
    "missing_operand": (
        "Bij «{printed}» (teken {place}) ontbreekt een woord; zet er aan beide kanten een, of schrijf het "
        "met kleine letters."
    ),
    "missing_negated": "Achter «{printed}» (teken {place}) hoort meteen een woord dat er niet in mag staan; zet het erachter.",
    "only_not": (
        "De zoekvraag zegt bij teken {place} alleen wat er niet in mag staan; zet er een woord bij dat er "
        "wel in moet staan."
    ),
    "short_prefix": f"«{{printed}}» (teken {{place}}) is te kort; zet vóór het sterretje ten minste {MIN_PREFIX} letters.",
    "unknown_field": (
        "Het veld «{printed}» (teken {place}) bestaat niet; kies indiener, fractie, ministerie, jaar, datum, soort of in, "
        "of zet achter de dubbele punt een spatie."
    ),
    "bad_value": "«{printed}» (teken {place}) is geen naam; zet achter de dubbele punt een naam.",
    "bad_year": "«{printed}» (teken {place}) is geen jaar; schrijf 2024, of 2023-2024 voor een vergaderjaar.",
    "bad_date": (
        "«{printed}» (teken {place}) is geen datum; schrijf 2024-01-29, 29-01-2024, 2024-01 of 2024, "
        "en voor een tijdvak 2024-01..2024-03."
    ),
    "bad_period": "Het tijdvak «{printed}» (teken {place}) eindigt voor het begint; draai de data om.",
    "unknown_kind": (
        "De soort «{printed}» (teken {place}) bestaat niet; kies antwoord, vraag, uitstelbericht, rectificatie, aanvulling, "
        "intrekking of ander."
    ),
    "unknown_side": "«{printed}» (teken {place}) is geen kant; schrijf in:vraag of in:antwoord.",
    "unknown_ministry": "Het ministerie «{printed}» (teken {place}) is niet bekend; kies een van {known}.",
    "too_broad": "De zoekvraag past op te veel vragen en antwoorden; maak hem preciezer of gebruik minder gewone woorden.",
    "too_far": f"Verder dan {MAX_HITS} treffers bladeren kan niet; maak de zoekvraag preciezer.",
    "no_text": "Er staat geen tekst om te vergelijken; plak een vraag van ten minste twee woorden.",
    "one_word": "Eén woord is te weinig om te vergelijken; plak de hele vraag, of zoek op het woord.",
    "no_telling_word": "De tekst heeft alleen woorden die in elke vraag kunnen staan; plak de vraag waar het om gaat erbij.",
    "text_too_long": f"De tekst is te lang; plak hooguit {MAX_TEXT} tekens, bijvoorbeeld één vraag tegelijk.",
    "bad_text": "Bij teken {place} staat een teken dat geen leesbare tekst is; haal het weg, of plak de tekst opnieuw.",
    "bad_page": (
        f"De pagina's van de treffers zijn genummerd vanaf 1, met 0 tot {MAX_SIZE} treffers per pagina; kies een ander nummer."
    ),
}  # fmt: skip
"""For each code of a `QueryError` its sentence; `place` counts from 1, as people do."""

_LONGEST_PRINTED = 40  # of what was typed, a sentence repeats no more than this


def refuse(code: str, *, place: int | None = None, printed: str = "", known: str = "") -> QueryError:
    """The error with the sentence of its code.

    Args:
        code: a key of `SENTENCES`.
        place: where it is, from 0; None when it is about the whole.
        printed: what was typed there.
        known: what might have been typed instead, in words.
    """
    shown = printed if len(printed) <= _LONGEST_PRINTED else f"{printed[:_LONGEST_PRINTED]}…"
    message = SENTENCES[code].format(place=(place or 0) + 1, printed=shown, known=known)
    return QueryError(code, message, place=place, printed=shown)
