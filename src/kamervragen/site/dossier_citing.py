"""A dossier as people cite it: who asked what when, its number, and the address of its page. In Dutch, as all citations."""

from kamervragen.dossiers import Dossier
from kamervragen.dutch.counting import join_words
from kamervragen.dutch.dates import print_date
from kamervragen.identifiers import parse_case_number
from kamervragen.site.citing import CHAMBERS, Citation
from kamervragen.site.dossier_words import name_asker
from kamervragen.terms import DossierPart


def cite_dossier(dossier: Dossier, address: str) -> Citation:
    """The citation of a dossier.

    Args:
        dossier: it.
        address: the absolute address of its page.
    """
    chamber = next((each.parsed.chamber for each in dossier.documents if each.parsed.chamber), None)
    subject = dossier.filing.subject or "Dossier zonder onderwerp"
    case_number = parse_case_number(dossier.key)
    return Citation(
        key=dossier.key,
        short=f"Kamervragen, zaak {dossier.key}" if case_number else "",
        title=subject[:1].upper() + subject[1:],
        description=_describe(dossier),
        author=CHAMBERS[chamber] if chamber else "",
        series="Kamervragen" if case_number else "",
        number=dossier.key if case_number else "",
        dated_on=dossier.filing.submitted_on,
        address=address,
        official="",
    )


def _describe(dossier: Dossier) -> str:
    people = [name_asker(each) for each in dossier.filing.submitters]
    asked = f"vragen van {join_words(people)}" if people else "vragen"
    filed = f", ingezonden {print_date(dossier.filing.submitted_on)}" if dossier.filing.submitted_on else ""
    n_replies = len(dossier.of_part(DossierPart.REPLY))
    return f"{asked}{filed}; met {n_replies} {'antwoord' if n_replies == 1 else 'antwoorden'}"
