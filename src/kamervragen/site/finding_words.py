"""What each code of a finding means, in the language of the page.

The record holds one Dutch sentence for each finding, which names the numbers and characters it is about. A page in another
language shows the sentence for its code from this table, and quotes the Dutch one.
"""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _

from kamervragen.model import Finding
from kamervragen.site.tracing import place_anchor

FINDING_WORDS: Final = {
    # questions and answers
    "question_without_number": _("Een vraag heeft geen nummer en is daarom aan geen antwoord gekoppeld."),
    "question_without_answer": _("Een vraag heeft in dit document geen antwoord met haar nummer."),
    "answer_without_question": _("Een antwoord noemt een vraag die niet in dit document staat."),
    "no_answers": _("Het document zegt antwoord te geven, maar er is geen antwoord herkend."),
    "group_not_divided": _("Een kop noemt meer vragen dan er alinea's zijn; de tekst hoort bij alle nummers samen."),
    "repeated_number": _("Een vraagnummer komt meer dan eens voor; beide vragen staan er zoals gedrukt."),
    "skipped_number": _("In de reeks vraagnummers ontbreekt een nummer."),
    # the heading
    "respondent_not_found": _("Wie antwoordt, is in de kop niet gevonden."),
    "unknown_portfolio": _("Een portefeuille staat niet in onze tabel; zij is overgenomen zoals gedrukt."),
    "unknown_party": _("Een fractie staat niet in onze tabel; zij is overgenomen zoals gedrukt."),
    "impossible_date": _("Een gedrukte datum bestaat niet."),
    "citation_not_understood": _("Een verwijzing is niet begrepen en daarom niet gelegd."),
    # notes
    "note_without_marker": _("Bij een voetnoot is in de lopende tekst geen verwijsteken gevonden."),
    "marker_without_note": _("Een voetnootteken heeft in dit document geen voetnoot."),
    # what no rule fits
    "not_understood": _("Een stuk tekst is niet begrepen en daarom nergens ingedeeld."),
    # the bytes
    "encoding_guessed": _("De tekens zijn niet in de opgegeven codering; hoe ze gelezen zijn, is een aanname."),
    "nul_character": _("De bron bevat NUL-tekens; elk staat er als vervangteken."),
    "control_character": _("De bron bevat stuurtekens; elk staat er als vervangteken."),
    "named_reference": _("De XML gebruikt namen van tekens zonder verklaring; ze zijn gelezen zoals in HTML."),
    "unknown_entity": _("De naam van een teken is onbekend; hij staat er zoals in de bron."),
    "bare_ampersand": _("De XML bevat losse &-tekens; ze zijn als tekst gelezen."),
    "no_root_element": _("De XML heeft geen omvattend element; de losse elementen zijn achter elkaar gelezen."),
    "malformed_xml": _("De XML is niet welgevormd; wat leesbaar was, is gelezen."),
    "malformed_html": _("De HTML is te diep genest; alleen de tekst tussen de tags is gelezen."),
    "nested_too_deep": _("De XML is te diep genest; wat dieper staat, is als lopende tekst gelezen."),
    "unknown_element": _("Een element van de XML is onbekend; de tekst ervan is bewaard als lopende tekst."),
    "unknown_class": _("Een klasse van de HTML is onbekend; de tekst ervan is bewaard als lopende tekst."),
    "picture": _("In de bron staat een afbeelding, die hier niet te zien is."),
    "page_without_text": _("Een bladzijde van de PDF bevat geen tekst; misschien is het een afbeelding of scan."),
    "broken_glyphs": _("Van sommige tekens zegt de PDF niet welke letter het is; ze staan er zoals ze zijn."),
    "hidden_text": _("Het Word-bestand bevat verborgen tekst, die is weggelaten."),
    "deleted_text": _("Het Word-bestand bevat verwijderde tekst, die is weggelaten."),
    "comments_left_out": _("Het Word-bestand bevat opmerkingen in de kantlijn, die zijn weggelaten."),
    "part_not_read": _("Het Word-bestand bevat een ingevoegd document dat niet gelezen is."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding as a page shows it.

    Args:
        code: its stable word.
        sentence: what it says in the language of the page; "" on a Dutch page, where the detail says it better.
        detail: the Dutch sentence of the record.
        place: the anchor on the text page of the characters it is about; "" when it is about the whole document.
    """

    code: str
    sentence: str
    detail: str
    place: str


def show_finding(finding: Finding) -> FindingView:
    """A finding in the language of the page."""
    sentence = "" if get_language() == "nl" else explain(finding.code)
    place = place_anchor(finding.span.start if finding.span else None)
    return FindingView(code=finding.code, sentence=sentence, detail=finding.detail, place=place)


def explain(code: str) -> str:
    """What a code means; "" for one that this version does not know, which an older record may hold."""
    return gettext(FINDING_WORDS[code]) if code in FINDING_WORDS else ""
