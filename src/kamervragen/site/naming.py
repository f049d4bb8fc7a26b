"""How publications are named and where their official copies are: `Aanhangsel 2023–2024, nr. 1067`.

These are Dutch names, as people cite them, in every language of the page.
"""

import re

from django.utils.translation import gettext

from kamervragen.identifiers import parse_publication_id
from kamervragen.terms import Chamber

_OFFICIAL_SITE = "https://zoek.officielebekendmakingen.nl"
_PAPER = re.compile(r"kst-\d{5}(?P<chapter>-(?:[IVX]+[AB]?|[A-H]|\d{2}))?-(?P<number>[1-9]\d{0,4})")


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


def find_official_paper(identifier: str, printed: str) -> str:
    """The address of a parliamentary paper; "" for what is none, or may be a dossier without the number of a paper.

    Two digits after a dossier may also be the last part of its own number, as in "21 501-32"; then a printed "nr." tells.

    Args:
        identifier: that of the reference, such as `kst-29383-406`.
        printed: the reference.

    Source: as `find_official_copy`.
    """
    paper = _PAPER.fullmatch(identifier)
    if paper is None:
        return ""
    is_paper = paper["chapter"] or len(paper["number"]) != len("32") or re.search(r"\bn(?:rs?|o)\b", printed)
    return f"{_OFFICIAL_SITE}/{identifier}" if is_paper else ""
