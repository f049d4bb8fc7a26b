"""The Dutch words in which pages say what the record's values mean."""

from collections.abc import Sequence

from kamervragen.model import Inference
from kamervragen.terms import Certainty, Kind, MediaType, Role, SegmentKind

KIND_WORDS = {
    Kind.ANSWER: "antwoord",
    Kind.QUESTION: "vragen",
    Kind.POSTPONEMENT: "uitstelbericht",
    Kind.CORRECTION: "rectificatie",
    Kind.SUPPLEMENT: "aanvullend antwoord",
    Kind.WITHDRAWAL: "intrekking",
    Kind.OTHER: "ander document",
}

ROLE_WORDS = {
    Role.MINISTER_PRESIDENT: "minister-president",
    Role.MINISTER: "minister",
    Role.STAATSSECRETARIS: "staatssecretaris",
}

CERTAINTY_WORDS = {Certainty.CERTAIN: "zeker", Certainty.LIKELY: "waarschijnlijk", Certainty.GUESS: "een gok"}

SEGMENT_WORDS = {
    SegmentKind.HEADING: "kop",
    SegmentKind.LABEL: "opschrift",
    SegmentKind.QUESTION: "vraag",
    SegmentKind.ANSWER: "antwoord",
    SegmentKind.MARKER: "nootteken",
    SegmentKind.FOOTNOTE: "voetnoot",
    SegmentKind.REMARK: "toelichting of mededeling",
    SegmentKind.LETTER: "brief",
    SegmentKind.FURNITURE: "opmaak",
    SegmentKind.BLANK: "wit",
    SegmentKind.UNKNOWN: "onbekend",
}

MEDIA_WORDS = {
    MediaType.XML: "XML",
    MediaType.HTML: "HTML",
    MediaType.DOCX: "Word",
    MediaType.PDF: "PDF",
    MediaType.MARKDOWN: "markdown",
    MediaType.PLAIN: "platte tekst",
}

FIELD_WORDS = {
    "id": "kenmerk",
    "kind": "soort",
    "chamber": "Kamer",
    "form": "vorm",
    "session_year": "vergaderjaar",
    "number": "nummer",
    "case_number": "zaaknummer",
    "subject": "onderwerp",
    "submitters": "indiener",
    "addressees": "gericht aan",
    "respondents": "wie antwoordt",
    "on_behalf_of": "mede namens",
    "submitted_on": "ingezonden",
    "received_on": "ontvangen",
    "letter_date": "datum van de brief",
    "see_also": "zie ook",
    "numbered": "nummering",
    "questions": "vragen",
    "answers": "antwoorden",
    "footnotes": "voetnoten",
    "remarks": "toelichting of mededeling",
}


def field_word(field: str) -> str:
    """The Dutch word for a field of the record, also for a part of one such as `submitters[0].name`; else the field itself."""
    return FIELD_WORDS.get(field.replace("[", ".").split(".")[0], field)


def inference_words(inference: Inference) -> tuple[str, str]:
    """What was inferred and its value in Dutch: `("antwoord 1", "staat zonder kopje onder de vraag")`."""
    if inference.value == "unlabelled":
        numbers = inference.field.removeprefix("answers[").removesuffix("]").split("+")
        return f"antwoord {join_words(numbers)}", "staat zonder kopje onder de vraag"
    return field_word(inference.field), inference.value


def office_words(role: Role, portfolio: str | None) -> str:
    """An office as a reader writes it: `minister van Defensie` is not always printed so, hence `minister (Defensie)`."""
    word = ROLE_WORDS[role]
    return f"{word} ({portfolio})" if portfolio else word


def join_words(words: Sequence[str]) -> str:
    """Words as a Dutch enumeration: `a, b en c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} en {words[-1]}"


def count_words(n: int, one: str, many: str) -> str:
    """A number with the right form of its noun: `1 vraag`, `1.200 vragen`."""
    return f"{n:,} {one if n == 1 else many}".replace(",", ".")
