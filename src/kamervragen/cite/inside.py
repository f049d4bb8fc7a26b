"""References inside a document: "zie het antwoord op vraag 3 en 4", "zie vraag 6"."""

import re
from collections.abc import Iterable

from kamervragen.cite.form import Form, Reference, whole
from kamervragen.dutch.numbers import NUMBER_LIST, parse_numbers
from kamervragen.model import Span
from kamervragen.terms import CitationKind

_THE_QUESTIONS = r"(?:op|bij|van|onder|in)?\s{0,3}(?:de\s{0,3})?(?:vra(?:ag|gen)\s{0,3})?"
QUESTION = re.compile(
    rf"""
    (?: (?:\b(?:het|de|mijn|ons|onze|hun|zie|ook|in|bij|dit|verder|daarvoor)|\()\s{{0,3}}   # not a label: "Antwoord op vraag 3"
        (?:antwoord(?:en)?|beantwoording)
      | \bgeantwoord | \bZie\s{{1,3}}(?:antwoord(?:en)?|beantwoording) )
    \s{{0,3}} {_THE_QUESTIONS} (?P<answered>{NUMBER_LIST})
    | \b[Zz]ie\s{{1,3}}(?:(?:ook|verder|hiervoor|tevens)\s{{1,3}})?                         # "zie vraag 6"
      (?:vra(?:ag|gen)|antwoord(?:en)?)\s{{0,3}} (?P<seen>{NUMBER_LIST})
    | \bantwoord(?:en)?\s{{1,3}}op\s{{1,3}}(?:de\s{{1,3}})?(?:vorige|voorgaande)\s{{1,3}}vra(?:ag|gen)\b
    """,
    re.X,
)
# What follows when the questions are those of another filing: "antwoord op vraag 3 van de leden …", "(Aanhangsel …".
_ELSEWHERE = re.compile(
    r"""\s{0,3}(?:van\s+(?:het\s+(?:Kamer)?lid|de\s+leden|de\s+(?:eerdere|schriftelijke)|mijn\s+brief|eerdere|schriftelijke|uw\s+eerdere)
      |\((?:Aanhangsel|Kamerstuk|vergaderjaar|\d{4}Z)|in\s+(?:de\s+(?:brief|eerdere)|mijn\s+brief|eerdere))""",
    re.X,
)
_NO_NUMBER = re.compile(r"(?:[.,]\d|\s?%|\s?(?:jaar|maanden|weken|dagen|procent|miljoen|miljard|euro)\b)")


def _questions(match: re.Match[str]) -> Iterable[Reference]:
    """One reference for each number, all with the characters of the whole; without target when it is about another document."""
    printed = match["answered"] or match["seen"]
    if printed is None or _ELSEWHERE.match(match.string, match.end()):
        return whole(match, None)
    if _NO_NUMBER.match(match.string, match.end()) or not _names_questions(match):
        return ()
    return tuple(Reference(Span(*match.span()), f"vraag-{number}") for number in parse_numbers(printed))


def _names_questions(match: re.Match[str]) -> bool:
    """Whether "vraag" is printed, or "zie antwoord 8": "het antwoord in 2023" is neither."""
    printed = match[0].lower()
    return "vra" in printed or "zie" in printed


FORMS = (Form(kind=CitationKind.QUESTION, pattern=QUESTION, references=_questions),)
