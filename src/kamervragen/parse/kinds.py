"""What kind of publication a document is, from its heading, its items and its remarks."""

import re

from kamervragen.parse.pairing import Pairing
from kamervragen.terms import Kind

_LATE = re.compile(
    r"""
    niet\s*(?:tijdig\s*)?binnen\s*de[\w\s]{1,80}?termijn
    | uitstel(?:brief|bericht)?\s{0,9}(?:op|voor|van)?\s{0,9}(?:de\s{1,9})?   # "Uitstel beantwoording Kamervragen"
      (?:beantwoord|antwoord|kamervragen)
    | reden\s{1,9}van\s{1,9}het\s{1,9}uitstel
    """,
    re.X | re.I,
)
_POSTPONED = re.compile(rf"{_LATE.pattern} | uitstel", re.X | re.I)  # where no heading says that a subject may name it
_WITHDRAWN = re.compile(r"\b(?:ingetrokken|intrekk?(?:en|t|ing))\b", re.I)
_CORRECTED = re.compile(r"\b(?:Herdruk|HERDRUK|Rectificatie|RECTIFICATIE|Gecorrigeerde?\s+versie)\b")
_SUPPLEMENTED = re.compile(r"\b(?:Nader\s+antwoord|Aanvullend\s+antwoord|Aanvulling\s+op\s+(?:het|de)\s+antwoord)", re.I)


def kind_of(stated: Kind | None, pairing: Pairing, top: str, remarks: str, number: int | None) -> Kind:
    """The kind of a document.

    Args:
        stated: what the heading's own word says; None without a heading.
        pairing: its questions and answers.
        top: the text down to its first item.
        remarks: the text of its remarks.
        number: its Aanhangsel number.
    """
    if not pairing.questions and not pairing.answers and stated in (None, Kind.QUESTION):
        return _without_items(stated, top)
    if stated in (Kind.ANSWER, Kind.QUESTION, None) and pairing.answers:
        return _of_answers(top)
    if stated is Kind.POSTPONEMENT or (stated is None and _POSTPONED.search(top)):
        return _of_notice(pairing, remarks or top)
    return stated or Kind.QUESTION


def _without_items(stated: Kind | None, top: str) -> Kind:
    if (_LATE if stated else _POSTPONED).search(top) and re.search(r"vragen", top):
        return Kind.POSTPONEMENT
    return stated or Kind.OTHER


def _of_answers(top: str) -> Kind:
    if _SUPPLEMENTED.search(top):
        return Kind.SUPPLEMENT
    return Kind.CORRECTION if _CORRECTED.search(top) else Kind.ANSWER


def _of_notice(pairing: Pairing, text: str) -> Kind:
    if _WITHDRAWN.search(text) and not _POSTPONED.search(text):
        return Kind.WITHDRAWAL
    return Kind.ANSWER if pairing.answers else Kind.POSTPONEMENT
