"""Everything the page of one document shows, ready for its template: Text and ParsedDocument → DocumentPage."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kamervragen.model import Finding, ParsedDocument, Segment, Text
from kamervragen.site.exchanges import Anchor, ExchangeView, ExchangeViews, NoteView
from kamervragen.site.finding_words import FindingView, show_finding
from kamervragen.site.heading import (
    InferredValue,
    Row,
    describe_asked,
    describe_term,
    find_place,
    show_inference,
    summarize,
)
from kamervragen.site.naming import find_official_copy, name_publication, name_subject
from kamervragen.site.notes import NoteMap
from kamervragen.site.phrases import certainty_word, kind_word
from kamervragen.site.rendering import Renderer
from kamervragen.site.tracing import place_anchor
from kamervragen.terms import Kind, SegmentKind

_LONG = 8  # so many questions need a list of them above
_OPENING_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """What a document is called.

    Args:
        key: its place in the record.
        subject: what it is about, with a capital; a fixed phrase when none is printed.
        is_dutch: whether that is the printed subject rather than our phrase.
        reference: how the publication is numbered, or its key.
        kind_word: what it is.
    """

    key: str
    subject: str
    is_dutch: bool
    reference: str
    kind_word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """A question in the list of a long document: its numbers with their places, and its first words."""

    anchors: tuple[Anchor, ...]
    opening: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """One document as its page shows it.

    Args:
        title: what it is called.
        rows: the heading as a summary.
        term: what the days between the dates mean; "" without both dates.
        asked: how many of those addressed answer here; "" when one is addressed.
        introduction: a sentence about what the document by its nature, or as it was read, does not hold; "" for others.
        official: the address of the official publication; "" when it has no official identifier.
        subject_place, number_place, dates_place, remarks_place: the anchors on the text page of where these were read; "" when
            the record does not say.
        index: the questions of a long document; () for a short one.
        loose_notes: notes to which no question or answer points.
        heading_findings: those in the heading.
    """

    title: Title
    rows: tuple[Row, ...]
    submitted_on: date | None
    received_on: date | None
    letter_date: date | None
    term: str
    asked: str
    introduction: str
    official: str
    subject_place: str
    number_place: str
    dates_place: str
    index: tuple[IndexEntry, ...]
    exchanges: tuple[ExchangeView, ...]
    remarks: SafeString | None
    remarks_title: str
    remarks_place: str
    loose_notes: tuple[NoteView, ...]
    heading_findings: tuple[FindingView, ...]
    findings: tuple[FindingView, ...]
    inferred: tuple[InferredValue, ...]


def present(
    key: str,
    text: Text,
    parsed: ParsedDocument,
    addresses: Mapping[str, str],
    cited: Mapping[str, str] = MappingProxyType({}),
) -> DocumentPage:
    """The page of a document.

    Args:
        key: its place in the record.
        text: its characters.
        parsed: what was read from them.
        addresses: the address of each cited publication that is in the record, by identifier.
        cited: what each of these is, in words.
    """
    renderer = Renderer(text, NoteMap(text, parsed))
    views = ExchangeViews(parsed, renderer)
    headings = [segment for segment in parsed.segments if segment.kind is SegmentKind.HEADING]
    return DocumentPage(
        title=entitle(key, parsed),
        rows=summarize(parsed, text.body, addresses, cited),
        submitted_on=parsed.submitted_on,
        received_on=parsed.received_on,
        letter_date=parsed.letter_date,
        term=describe_term(parsed),
        asked=describe_asked(parsed, addresses),
        introduction=_introduce(parsed),
        official=find_official_copy(parsed.id) if parsed.id else "",
        subject_place=find_place(parsed, "subject"),
        number_place=find_place(parsed, "number", "id"),
        dates_place=find_place(parsed, "submitted_on", "received_on", "letter_date"),
        index=_list_questions(views.views),
        exchanges=views.views,
        remarks=_remarks(parsed, renderer),
        remarks_title=gettext("Mededeling") if parsed.kind is Kind.POSTPONEMENT else gettext("Toelichting"),
        remarks_place=place_anchor(min((span.start for span in parsed.remark_spans), default=None)),
        loose_notes=views.loose_notes,
        heading_findings=tuple(show_finding(each) for each in views.loose_findings if _is_within(each, headings)),
        findings=tuple(map(show_finding, parsed.findings)),
        inferred=tuple(show_inference(inference, text.body) for inference in parsed.inferred),
    )


def entitle(key: str, parsed: ParsedDocument) -> Title:
    """What a document is called: its subject, its number and what it is."""
    return Title(
        key=key,
        subject=name_subject(parsed.subject),
        is_dutch=bool(parsed.subject),
        reference=_refer(key, parsed),
        kind_word=kind_word(parsed.kind),
    )


def _refer(key: str, parsed: ParsedDocument) -> str:
    """The publication's number; where it is only inferred, that with how sure it is; else the key."""
    if parsed.id:
        return name_publication(parsed.id)
    for inference in parsed.inferred:
        if inference.field == "id":
            parts = {"name": name_publication(inference.value), "certainty": certainty_word(inference.certainty)}
            return gettext("%(name)s (afgeleid, %(certainty)s)") % parts
    return key


def _introduce(parsed: ParsedDocument) -> str:
    sentences = [_describe_kind(parsed.kind)]
    if not parsed.questions and not parsed.answers and parsed.remarks is None:
        sentences.append(
            gettext("In dit document zijn geen vragen en antwoorden herkend; de hele tekst staat bij «tekst met herkomst».")
        )
    return " ".join(filter(None, sentences))


def _describe_kind(kind: Kind) -> str:
    """What a document of a kind by its nature does not hold; "" for one that holds questions with their answers."""
    if kind is Kind.QUESTION:
        return gettext("Dit document bevat de vragen zoals ze zijn ingediend; antwoorden staan in een ander document.")
    if kind is Kind.POSTPONEMENT:
        return gettext("Dit is een bericht van uitstel: antwoorden staan er niet in.")
    if kind is Kind.WITHDRAWAL:
        return gettext("Dit is een bericht dat vragen zijn ingetrokken: antwoorden staan er niet in.")
    return ""


def _list_questions(exchanges: Sequence[ExchangeView]) -> tuple[IndexEntry, ...]:
    questions = [question for exchange in exchanges for question in exchange.questions]
    if sum(len(question.anchors) for question in questions) < _LONG:
        return ()
    return tuple(IndexEntry(anchors=question.anchors, opening=_open(question.text)) for question in questions)


def _open(text: str) -> str:
    words = text.split()
    return " ".join(words[:_OPENING_WORDS]) + (" …" if len(words) > _OPENING_WORDS else "")


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
