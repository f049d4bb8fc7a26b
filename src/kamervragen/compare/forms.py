"""What kind of answer a text is: "Ja.", "N.v.t.", "Zie het antwoord op vraag 1", or one that says something itself."""

import re
from dataclasses import dataclass

from kamervragen.cite.inside import FORMS
from kamervragen.terms import AnswerForm

_LONGEST = 300  # characters; of what only refers, nothing as long was seen in 1,000 real answers
_HERE = "\ufffc"  # stands where a reference stood

YES_OR_NO = re.compile(r"\W*+(?:(?P<yes>ja)|nee|neen)\W*+", re.I)

# Spaces are lost at the ends of a PDF's lines, so none is asked for. Longest words first: nothing is tried twice.
_OF_REFERRING = r"""
    kortheidshalve | beantwoording | bovenstaande | antwoorden | voorgaande | hierboven | hieronder | verwijzen
  | antwoord | daarvoor | derhalve | hiervoor | verwezen | verwijst | hierbij | verwijs | daarom | gezien | tevens
  | verder | vorige | vragen | worden | boven | gelet | graag | kamer | onder | vorig | vraag | wordt | deze | mijn
  | naar | voor | bij | die | dit | dus | het | kan | ons | ook | van | wij | zie | de | en | ik | in | is | om | op
  | uw | we | u
"""
ONLY_REFERS = re.compile(rf"[^\w{_HERE}]*+ (?: (?: {_OF_REFERRING} | {_HERE} ) [^\w{_HERE}]*+ )++", re.X | re.I)
REFERS = re.compile(rf"{_HERE} | \bzie | verw[ie]+[jz]", re.X | re.I)  # else the words above are only small words
PREVIOUS = re.compile(r"(?:vorige?|voorgaande)\s*+(?:vraag|antwoord)", re.I)
NOT_APPLICABLE = re.compile(
    r"""
    \b (?: niet\s*+(?:meer\s*+)?van\s*+toepassing     # "Dit is niet van toepassing"
         | n\s?\.?\s?v\s?\.?\s?t\b\.? )               # "N.v.t.", "nvt"
    """,
    re.X | re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What kind of answer a text is.

    Args:
        form: ABSENT for a text without a letter or digit.
        refers_to: the numbers it names, in printed order; () for a text that says something itself.
        is_to_previous: whether it points at "het antwoord op de vorige vraag".
    """

    form: AnswerForm
    refers_to: tuple[str, ...] = ()
    is_to_previous: bool = False


def form_of(text: str) -> Said:
    """What kind of answer a text is. What says more than a reference, such as "Nee. Zie het antwoord op vraag 1.", is FULL.

    A reference to the questions of another filing is FULL too: no answer of this dossier is what it points at.
    """
    if not any(char.isalnum() for char in text):
        return Said(form=AnswerForm.ABSENT)
    if len(text) > _LONGEST:
        return Said(form=AnswerForm.FULL)
    if match := YES_OR_NO.fullmatch(text):
        return Said(form=AnswerForm.YES if match["yes"] else AnswerForm.NO)
    return _referring(text) or Said(form=AnswerForm.FULL)


def _referring(text: str) -> Said | None:
    """What a text is that holds nothing but references and "niet van toepassing"; None for another."""
    rest, numbers = _take_references(text)
    without, n_times = NOT_APPLICABLE.subn(" ", rest)
    only_refers = not re.search(rf"[\w{_HERE}]", without) or ONLY_REFERS.fullmatch(without)
    if not only_refers or not (n_times or REFERS.search(without)):
        return None
    return Said(
        form=AnswerForm.NOT_APPLICABLE if n_times else AnswerForm.REFERENCE,
        refers_to=numbers,
        is_to_previous=bool(PREVIOUS.search(text)),
    )


def _take_references(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with a sign for each reference to a question of its own document, and the numbers that these name."""
    numbers: list[str] = []
    pieces, end = [], 0
    for form in FORMS:
        for match in form.pattern.finditer(text):
            targets = [each.target for each in form.references(match)]
            if targets and None not in targets:
                numbers += [target.removeprefix("vraag-") for target in targets if target]
                pieces += [text[end : match.start()], f" {_HERE} "]
                end = match.end()
    return "".join((*pieces, text[end:])), tuple(dict.fromkeys(numbers))
