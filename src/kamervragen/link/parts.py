"""What each publication is in its dossier, and in which order they stand."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from kamervragen.dossiers import Document
from kamervragen.folding import fold
from kamervragen.identifiers import parse_publication_id
from kamervragen.link.likeness import Likeness, compare_texts
from kamervragen.link.offices import compare_offices
from kamervragen.link.traits import base_of
from kamervragen.terms import DossierPart, Kind

PARTS: Final = {
    Kind.QUESTION: DossierPart.QUESTION,
    Kind.ANSWER: DossierPart.REPLY,
    Kind.POSTPONEMENT: DossierPart.POSTPONEMENT,
    Kind.SUPPLEMENT: DossierPart.SUPPLEMENT,
    Kind.CORRECTION: DossierPart.CORRECTION,
    Kind.WITHDRAWAL: DossierPart.WITHDRAWAL,
    Kind.OTHER: DossierPart.OTHER,
}
"""What a publication of each kind is in a dossier, when it is the first of its text there."""

_NO_COPIES = (Kind.OTHER, Kind.POSTPONEMENT, Kind.WITHDRAWAL)


def order_of(document: Document) -> tuple[object, ...]:
    """A key that sorts publications: the questions first, then by day, number and key."""
    parts = parse_publication_id(document.official_id or "")
    number = int(parts.number) if parts and parts.number.isdigit() else 0
    return document.parsed.kind is not Kind.QUESTION, document.parsed.answered_on or date.max, number, document.key


def parts_of(documents: Sequence[Document]) -> dict[str, tuple[DossierPart, str | None]]:
    """For the key of each publication its part, and the key of the one of which it is the reprint or copy (or None)."""
    ordered = sorted(documents, key=lambda each: (not is_published(each), order_of(each)))
    return {document.key: _part_of(document, ordered[:index], documents) for index, document in enumerate(ordered)}


def _part_of(document: Document, before: Iterable[Document], all_documents: Iterable[Document]) -> tuple[DossierPart, str | None]:
    parts = parse_publication_id(document.official_id or "")
    if parts and parts.reprint:
        base = base_of(str(parts))
        same = (each.key for each in all_documents if each is not document and base in each.identifiers)
        return DossierPart.REPRINT, min(same, default=None)
    original = None if is_published(document) else next((each for each in before if _is_copy(document, each)), None)
    return (DossierPart.COPY, original.key) if original else (PARTS[document.parsed.kind], None)


def is_published(document: Document) -> bool:
    """Whether the publication is known by an official identifier, so that it is no letter or draft."""
    return parse_publication_id(document.key) is not None


def _is_copy(document: Document, other: Document) -> bool:
    """Whether a letter or draft is the same publication as another: the same number, or the same office with the same text."""
    if document.parsed.kind is not other.parsed.kind or document.parsed.kind in _NO_COPIES:
        return False
    if set(document.identifiers) & set(other.identifiers):
        return True
    offices = compare_offices(document.answering, other.answering)
    return offices is not Likeness.DIFFERENT and _is_same_text(_content(document), _content(other))


def _is_same_text(one: str, other: str) -> bool:
    return compare_texts(one, other) in (Likeness.SAME, Likeness.NEAR)


def _content(document: Document) -> str:
    """What two forms of one publication have in common: the folded answers, or the questions where there are none."""
    parsed = document.parsed
    return "".join(fold(each.text) for each in parsed.answers or parsed.questions)
