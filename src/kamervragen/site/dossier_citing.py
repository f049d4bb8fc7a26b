"""A dossier as people cite it: who asked what when, its number, and the address of its page. In Dutch, as all citations."""

from kamervragen.dossiers import Dossier
from kamervragen.identifiers import parse_case_number
from kamervragen.site.citing import CHAMBERS, Citation, describe_filing
from kamervragen.site.dossier_words import name_asker
from kamervragen.site.words import count_words
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
    n_replies = count_words(len(dossier.of_part(DossierPart.REPLY)), "antwoord", "antwoorden")
    return f"{describe_filing(people, dossier.filing.submitted_on)}; met {n_replies}"
