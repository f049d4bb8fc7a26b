"""What the text of a document names, for its page; which texts name it is told by `related`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from kamervragen.dossiers import Place
from kamervragen.model import Citation, ParsedDocument
from kamervragen.site.naming import find_official_copy, find_official_paper, name_publication
from kamervragen.site.routes import address_of
from kamervragen.site.tracing import address_of_place
from kamervragen.store.citations import Cited, resolve
from kamervragen.store.models import Publication, Reading
from kamervragen.terms import CitationKind

_FEWEST_SIGNS: Final = 6  # of a printed reference that says by itself what it is: not the "5" of "nrs. 4 en 5"
_KIND_WORDS: Final = {
    CitationKind.APPENDIX: _("Aanhangsel"),
    CitationKind.PAPER: _("Kamerstuk"),
    CitationKind.PROCEEDINGS: _("Handelingen"),
    CitationKind.GAZETTE: _("officieel blad"),
    CitationKind.LAW: _("wetsartikel"),
    CitationKind.RULING: _("uitspraak"),
    CitationKind.REGULATION: _("regeling"),
    CitationKind.EUROPEAN: _("Europees stuk"),
    CitationKind.CASE: _("zaak"),
    CitationKind.DOCUMENT: _("stuk van de Kamer"),
}
_OF_THE_RECORD: Final = {CitationKind.APPENDIX, CitationKind.CASE}


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedView:
    """Something that the text of a document names.

    Args:
        kind_word: what it is: `Kamerstuk`.
        printed: the reference as the text has it; "" where that says nothing by itself, or the name says the same.
        name: what is named, by its identifier; "" when it is not understood.
        href: its page; "" when it is not in the record.
        official: the address of the official publication; "" where it is in the record, or its address is not certain.
        is_missing: whether it would stand in the record and does not.
        source: the address of the characters in which it is named.
    """

    kind_word: str
    printed: str
    name: str
    href: str
    official: str
    is_missing: bool
    source: str


def list_cited(publication: Publication, reading: Reading, parsed: ParsedDocument, body: str) -> tuple[CitedView, ...]:
    """What the text of a publication names, in printed order; each thing once, and nothing that its heading refers to.

    Args:
        publication: it.
        reading: that of its best source.
        parsed: the record of that reading.
        body: its characters.
    """
    told = {publication.key, publication.inferred_id, publication.case_number, *parsed.see_also}
    citations = _once(each for each in reading.citations if each.target is None or each.target not in told)
    return tuple(_cited(each, publication.key, body) for each in resolve(citations))


def _once(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The references to what has an identifier, or looks as if; each thing once, where it is named first."""
    first: dict[object, Citation] = {}
    for each in citations:
        if each.kind in _KIND_WORDS:
            first.setdefault(each.target or each.span, each)
    return tuple(first.values())


def _cited(cited: Cited, key: str, body: str) -> CitedView:
    citation = cited.citation
    target = citation.target or ""
    name = gettext("zaak %(number)s") % {"number": target} if citation.kind is CitationKind.CASE else name_publication(target)
    printed = " ".join(body[slice(*citation.span)].split())
    is_plain = citation.kind in _OF_THE_RECORD and bool(target)
    href = _find_page(cited)
    return CitedView(
        kind_word="" if is_plain else gettext(_KIND_WORDS[citation.kind]),
        printed="" if is_plain or printed == name or (name and len(printed) < _FEWEST_SIGNS) else printed,
        name=name,
        href=href,
        official="" if href else find_official_copy(target) or find_official_paper(target, printed),
        is_missing=is_plain and not href,
        source=address_of_place(Place(key, citation.span)),
    )


def _find_page(cited: Cited) -> str:
    if cited.publication:
        return address_of("document", cited.publication)
    return address_of("dossier", cited.dossier) if cited.dossier else ""
