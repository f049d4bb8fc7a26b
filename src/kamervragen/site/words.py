"""The Dutch words for the record's values. The command line prints them as they stand; pages get theirs from `phrases`."""

from typing import Final

from kamervragen.dutch.counting import join_words
from kamervragen.model import Inference
from kamervragen.terms import Certainty, Kind, MediaType, NameEvidence, QuestionLikeness, Role, SegmentKind

_: Final = str  # marks a word for the catalog of translations; this module knows no other language, and no Django

KIND_WORDS = {
    Kind.ANSWER: _("antwoord"),
    Kind.QUESTION: _("vragen"),
    Kind.POSTPONEMENT: _("uitstelbericht"),
    Kind.CORRECTION: _("rectificatie"),
    Kind.SUPPLEMENT: _("aanvullend antwoord"),
    Kind.WITHDRAWAL: _("intrekking"),
    Kind.OTHER: _("ander document"),
}

QUESTION_LIKENESS_WORDS = {
    QuestionLikeness.SAME: _("woordelijk gelijk"),
    QuestionLikeness.NEAR: _("bijna woordelijk gelijk"),
    QuestionLikeness.SHARING: _("deelt een passage"),
    QuestionLikeness.RELATED: _("deelt woorden"),
}

ROLE_WORDS = {
    Role.MINISTER_PRESIDENT: _("minister-president"),
    Role.MINISTER: _("minister"),
    Role.STAATSSECRETARIS: _("staatssecretaris"),
}

CERTAINTY_WORDS = {Certainty.CERTAIN: _("zeker"), Certainty.LIKELY: _("waarschijnlijk"), Certainty.GUESS: _("een gok")}

NAME_EVIDENCE_WORDS = {
    NameEvidence.SURNAME: _("achternaam"),
    NameEvidence.FIRST_NAME: _("voornaam"),
    NameEvidence.INITIALS: _("voorletters"),
    NameEvidence.ALIAS: _("bekende andere schrijfwijze"),
    NameEvidence.PARTY: _("fractie op die dag"),
    NameEvidence.SEAT: _("zetel op die dag"),
    NameEvidence.OFFICE: _("ambt op die dag"),
    NameEvidence.MISPRINT: _("een letter of twee verschil: misschien een drukfout"),
    NameEvidence.OTHER_PARTY: _("maar op die dag een andere fractie"),
    NameEvidence.NOT_THEN: _("maar op die dag niet in dienst, voor zover bekend"),
}

SEGMENT_WORDS = {
    SegmentKind.HEADING: _("kop"),
    SegmentKind.LABEL: _("opschrift"),
    SegmentKind.QUESTION: _("vraag"),
    SegmentKind.ANSWER: _("antwoord"),
    SegmentKind.MARKER: _("nootteken"),
    SegmentKind.FOOTNOTE: _("voetnoot"),
    SegmentKind.REMARK: _("toelichting of mededeling"),
    SegmentKind.LETTER: _("brief"),
    SegmentKind.FURNITURE: _("opmaak"),
    SegmentKind.BLANK: _("wit"),
    SegmentKind.UNKNOWN: _("onbekend"),
}

MEDIA_WORDS = {
    MediaType.XML: _("XML"),
    MediaType.HTML: _("HTML"),
    MediaType.DOCX: _("Word"),
    MediaType.PDF: _("PDF"),
    MediaType.MARKDOWN: _("markdown"),
    MediaType.PLAIN: _("platte tekst"),
}

FIELD_WORDS = {
    "id": _("kenmerk"),
    "kind": _("soort"),
    "chamber": _("Kamer"),
    "form": _("vorm"),
    "session_year": _("vergaderjaar"),
    "number": _("nummer"),
    "case_number": _("zaaknummer"),
    "subject": _("onderwerp"),
    "submitters": _("indiener"),
    "addressees": _("gericht aan"),
    "respondents": _("wie antwoordt"),
    "on_behalf_of": _("mede namens"),
    "submitted_on": _("ingezonden"),
    "received_on": _("ontvangen"),
    "letter_date": _("datum van de brief"),
    "see_also": _("zie ook"),
    "numbered": _("nummering"),
    "questions": _("vragen"),
    "answers": _("antwoorden"),
    "footnotes": _("voetnoten"),
    "remarks": _("toelichting of mededeling"),
}


UNLABELLED = _("staat zonder kopje onder de vraag")


def field_word(field: str) -> str:
    """The Dutch word for a field of the record, also for a part of one such as `submitters[0].name`; else the field itself."""
    return FIELD_WORDS.get(root_of(field), field)


def root_of(field: str) -> str:
    """The field of the record that a part of it belongs to: `submitters` for `submitters[0].name`."""
    return field.replace("[", ".").split(".")[0]


def inference_words(inference: Inference) -> tuple[str, str]:
    """What was inferred and its value in Dutch: `("antwoord 1", "staat zonder kopje onder de vraag")`."""
    if inference.value == "unlabelled":
        return f"antwoord {join_words(numbers_of(inference))}", UNLABELLED
    return field_word(inference.field), inference.value


def numbers_of(inference: Inference) -> list[str]:
    """The numbers of the answer that an inference is about: `2` and `3` for `answers[2+3]`."""
    return inference.field.removeprefix("answers[").removesuffix("]").split("+")


def count_words(n: int, one: str, many: str) -> str:
    """A number with the right form of its noun: `1 vraag`, `1.200 vragen`."""
    return f"{n:,} {one if n == 1 else many}".replace(",", ".")
