"""Everything the page of one document shows, ready for its template: Text and ParsedDocument → DocumentPage."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from kamervragen.identifiers import parse_session_year
from kamervragen.model import Finding, ParsedDocument, Segment, Text
from kamervragen.site.exchanges import ExchangeView, ExchangeViews, NoteView
from kamervragen.site.heading import (
    InferredValue,
    Row,
    describe_asked,
    describe_term,
    find_evidence,
    name_publication,
    show_inference,
    summarize,
)
from kamervragen.site.notes import NoteMap
from kamervragen.site.rendering import Renderer
from kamervragen.site.words import CERTAINTY_WORDS, KIND_WORDS
from kamervragen.terms import Chamber, Kind, SegmentKind

UNTITLED = "Document zonder onderwerp"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """One document as its page shows it.

    Args:
        key: its place in the record.
        title: the subject, with a capital; a fixed phrase when none is printed.
        reference: how the publication is numbered, or its key.
        kind_word: what it is, in Dutch.
        rows: the heading as a summary.
        term: what the days between the dates mean; "" without both dates.
        asked: how many of those addressed answer here; "" when one is addressed.
        introduction: a sentence about a document that by its nature holds no answers; "" for others.
        subject_start, dates_start, remarks_start: where in the body these were read; None when the record does not say.
        loose_notes: notes to which no question or answer points.
        heading_findings, other_findings: findings outside the questions and answers.
        citation: how to cite it, without its address.
    """

    key: str
    title: str
    reference: str
    kind_word: str
    rows: tuple[Row, ...]
    submitted_on: date | None
    received_on: date | None
    letter_date: date | None
    term: str
    asked: str
    introduction: str
    subject_start: int | None
    dates_start: int | None
    exchanges: tuple[ExchangeView, ...]
    remarks: SafeString | None
    remarks_title: str
    remarks_start: int | None
    loose_notes: tuple[NoteView, ...]
    heading_findings: tuple[Finding, ...]
    other_findings: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    inferred: tuple[InferredValue, ...]
    citation: str


def present(key: str, text: Text, parsed: ParsedDocument, addresses: Mapping[str, str]) -> DocumentPage:
    """The page of a document.

    Args:
        key: its place in the record.
        text: its characters.
        parsed: what was read from them.
        addresses: the address of each cited publication that is in the record, by identifier.
    """
    renderer = Renderer(text, NoteMap(text, parsed))
    views = ExchangeViews(parsed, renderer)
    headings = [segment for segment in parsed.segments if segment.kind is SegmentKind.HEADING]
    places = [(_is_within(finding, headings), finding) for finding in views.loose_findings]
    return DocumentPage(
        key=key,
        title=title_of(parsed),
        reference=_refer(key, parsed),
        kind_word=KIND_WORDS[parsed.kind],
        rows=summarize(parsed, text.body, addresses),
        submitted_on=parsed.submitted_on,
        received_on=parsed.received_on,
        letter_date=parsed.letter_date,
        term=describe_term(parsed),
        asked=describe_asked(parsed, addresses),
        introduction=_introduce(parsed),
        subject_start=find_evidence(parsed, "subject"),
        dates_start=find_evidence(parsed, "submitted_on"),
        exchanges=views.views,
        remarks=_remarks(parsed, renderer),
        remarks_title="Mededeling" if parsed.kind is Kind.POSTPONEMENT else "Toelichting",
        remarks_start=min((span.start for span in parsed.remark_spans), default=None),
        loose_notes=views.loose_notes,
        heading_findings=tuple(finding for is_within, finding in places if is_within),
        other_findings=tuple(finding for is_within, finding in places if not is_within),
        findings=parsed.findings,
        inferred=tuple(show_inference(inference, text.body) for inference in parsed.inferred),
        citation=cite(key, parsed),
    )


def title_of(parsed: ParsedDocument) -> str:
    """The subject with a capital, as a heading shows it; a fixed phrase when none is printed."""
    subject = parsed.subject or UNTITLED
    return subject[:1].upper() + subject[1:]


def cite(key: str, parsed: ParsedDocument) -> str:
    """A document as it is cited, `Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1067`; subject and key without a number."""
    year = parse_session_year(parsed.session_year or "")
    if year is None or parsed.number is None:
        return f"{title_of(parsed)} ({key})"
    chamber = " I" if parsed.chamber is Chamber.EERSTE_KAMER else ""
    return f"Aanhangsel Handelingen{chamber}, vergaderjaar {year.first}–{year.first + 1}, nr. {parsed.number}"


def _refer(key: str, parsed: ParsedDocument) -> str:
    """The publication's number; where it is only inferred, that with how sure it is; else the key."""
    if parsed.id:
        return name_publication(parsed.id)
    for inference in parsed.inferred:
        if inference.field == "id":
            return f"{name_publication(inference.value)} (afgeleid, {CERTAINTY_WORDS[inference.certainty]})"
    return key


def _introduce(parsed: ParsedDocument) -> str:
    if parsed.kind is Kind.QUESTION:
        return "Dit document bevat de vragen zoals ze zijn ingediend; antwoorden staan in een ander document."
    if parsed.kind is Kind.POSTPONEMENT:
        return "Dit is een bericht van uitstel: antwoorden staan er niet in."
    if parsed.kind is Kind.OTHER:
        return "In dit document zijn geen vragen en antwoorden herkend; de hele tekst staat bij «tekst met herkomst»."
    return ""


def _remarks(parsed: ParsedDocument, renderer: Renderer) -> SafeString | None:
    if parsed.remarks is None:
        return None
    return renderer.render(parsed.remark_spans) if parsed.remark_spans else renderer.render_plain(parsed.remarks)


def _is_within(finding: Finding, segments: Sequence[Segment]) -> bool:
    """Whether a finding begins in one of some segments, which ascend."""
    if finding.span is None:
        return False
    index = bisect_right(segments, finding.span.start, key=lambda segment: segment.start) - 1
    return index >= 0 and finding.span.start < segments[index].end
