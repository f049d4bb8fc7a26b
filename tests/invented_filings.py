"""Publications of invented filings, made from the few words that a test is about."""

from datetime import date

from kamervragen import authorities
from kamervragen.cite import find_references
from kamervragen.dossiers import Document, make_document
from kamervragen.model import (
    Addressee,
    Answer,
    Citation,
    Finding,
    Inference,
    ParsedDocument,
    Question,
    Respondent,
    Span,
    Submitter,
    Text,
)
from kamervragen.terms import Certainty, Chamber, Kind, MediaType, Role

FILED_ON = date(2031, 1, 20)
SUBJECT = "koffieochtenden op ministeries naar aanleiding van de Nationale Windmolendag"
QUESTIONS = (
    "Zijn er op uw ministerie koffieochtenden georganiseerd naar aanleiding van de Nationale Windmolendag?",
    "Hoeveel ambtenaren van uw ministerie zijn bij deze koffieochtenden aanwezig geweest, en in wiens tijd?",
    "Deelt u de mening dat wie liever thee drinkt hierdoor in een moeilijke positie is gebracht?",
)
OTHER_SUBJECT = "bankjes langs fietsroutes in waterrijke gemeenten"
OTHER_QUESTIONS = (
    "Hoeveel bankjes staan er langs de fietsroutes die provincies de afgelopen vijf jaar hebben aangelegd?",
    "Welke gemeenten hebben bankjes weggehaald omdat het onderhoud niet meer te betalen was?",
    "Bent u bereid met provincies afspraken te maken over een bankje op iedere twee kilometer?",
)
SPAN = Span(0, 1)


def publication(
    key: str,
    kind: Kind = Kind.ANSWER,
    *,
    names: tuple[str, ...] = ("Rietvinck",),
    party: str = "JA21",
    day: date | None = FILED_ON,
    subject: str | None = SUBJECT,
    questions: tuple[str, ...] = QUESTIONS,
    asked: tuple[str, ...] = ("Defensie", "Financiën"),
    by: tuple[str, ...] = ("Defensie",),
    on_behalf: tuple[str, ...] = (),
    answers: tuple[str, ...] | None = None,
    received: date | None = date(2031, 2, 7),
    letter: date | None = None,
    case: str | None = None,
    see_also: tuple[str, ...] = (),
    believed: str | None = None,
    chamber: Chamber | None = None,
    citations: tuple[Citation, ...] = (),
    remarks: str | None = None,
    remark_span: Span = SPAN,
    findings: tuple[Finding, ...] = (),
) -> Document:
    """A publication; questions and answers are numbered from 1, and everything was read in the first character."""
    is_filing = kind is Kind.QUESTION
    has_answers = kind in (Kind.ANSWER, Kind.SUPPLEMENT, Kind.CORRECTION)
    printed = (
        answers if answers is not None else tuple(f"Antwoord van {by[0]} op vraag {n}." for n in range(1, len(questions) + 1))
    )
    parsed = ParsedDocument(
        source=f"{key}.txt",
        kind=kind,
        id=None if key.startswith("bron-") else key,
        chamber=chamber,
        case_number=case,
        subject=subject,
        submitters=tuple(Submitter(name=name, party=party, spans=(SPAN,)) for name in names),
        addressees=tuple(Addressee(role=Role.MINISTER, portfolio=each, spans=(SPAN,)) for each in asked),
        respondents=()
        if is_filing
        else tuple(Respondent(role=Role.MINISTER, name=None, portfolio=each, spans=(SPAN,)) for each in by),
        on_behalf_of=tuple(Respondent(role=Role.MINISTER, name=None, portfolio=each) for each in on_behalf),
        submitted_on=day,
        received_on=None if is_filing else received,
        letter_date=letter,
        see_also=see_also,
        questions=tuple(Question(number=str(n), text=text, division=None, spans=(SPAN,)) for n, text in enumerate(questions, 1)),
        answers=tuple(Answer(numbers=(str(n),), text=text, spans=(SPAN,)) for n, text in enumerate(printed, 1))
        if has_answers
        else (),
        remarks=remarks,
        remark_spans=(remark_span,) if remarks else (),
        inferred=(Inference(field="id", value=believed, evidence=(), certainty=Certainty.LIKELY),) if believed else (),
        findings=findings,
    )
    return make_document(key, parsed, authorities.load(), citations)


def filing(key: str = "kv-tk-2031Z00042", **changes: object) -> Document:
    """The questions as filed."""
    return publication(key, Kind.QUESTION, **changes)  # type: ignore[arg-type]


def notice(key: str, **changes: object) -> Document:
    """A postponement that does not repeat the questions."""
    return publication(key, Kind.POSTPONEMENT, **{"questions": (), **changes})  # type: ignore[arg-type]


def citations_in(text: str) -> tuple[Citation, ...]:
    """The references in a text."""
    return find_references(Text(body=text, media_type=MediaType.PLAIN, reader="test"))
