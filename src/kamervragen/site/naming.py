"""How publications are named and where their official copies are: `Aanhangsel 2023–2024, nr. 1067`.

These are Dutch names, as people cite them, in every language of the page.
"""

from django.utils.translation import gettext

from kamervragen.identifiers import parse_publication_id
from kamervragen.terms import Chamber

_OFFICIAL_SITE = "https://zoek.officielebekendmakingen.nl"


def name_publication(identifier: str) -> str:
    """An official identifier as people cite it, `Aanhangsel 2023–2024, nr. 1047`; itself when it is of another kind."""
    publication = parse_publication_id(identifier)
    if publication is None or publication.series != "ah":
        return identifier
    year = f" {publication.session_year}".replace("-", "–") if publication.session_year else ""
    chamber = " Eerste Kamer" if publication.chamber == Chamber.EERSTE_KAMER else ""
    reprint = f" ({publication.reprint})" if publication.reprint else ""
    return f"Aanhangsel{chamber}{year}, nr. {publication.number}{reprint}"


def name_subject(subject: str | None) -> str:
    """A subject with a capital, as a heading shows it; a fixed phrase in the language of the page when none is printed."""
    return subject[:1].upper() + subject[1:] if subject else gettext("Document zonder onderwerp")


def find_official_copy(identifier: str) -> str:
    """The address of the official publication with this identifier; "" when it is no official one.

    Source: the form of address that existing clients of the official site read from (`/{id}`, `/{id}.html`, `/{id}.pdf`).
    """
    publication = parse_publication_id(identifier)
    return f"{_OFFICIAL_SITE}/{identifier}" if publication else ""
