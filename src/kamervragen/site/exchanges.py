"""The questions and answers of a document as a page shows them: HTML, anchors, notes and findings in their places."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from kamervragen.exchanges import Exchange, SharedText, pair
from kamervragen.model import Answer, Finding, ParsedDocument, Segment, Span
from kamervragen.site.finding_words import FindingView, show_finding
from kamervragen.site.notes import note_anchor
from kamervragen.site.phrases import count_words, join_words
from kamervragen.site.rendering import Renderer
from kamervragen.site.tracing import place_anchor
from kamervragen.terms import Kind, SegmentKind

_ANSWERING = {Kind.ANSWER, Kind.CORRECTION, Kind.SUPPLEMENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A number and the address on the page of what it numbers."""

    number: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """One text of a question, or of several that share it.

    Args:
        name: what it is and its numbers: `vraag 2`.
        anchors: its numbers and their places on the page.
        html: the text.
        text: the same without HTML.
        place: its anchor on the text page; "" when the record does not say where it stands.
    """

    name: str
    anchors: tuple[Anchor, ...]
    html: SafeString
    text: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """One answer.

    Args:
        anchor: its place on the page.
        title: what it is and its numbers: `Antwoord 2, 3 en 4`.
        html: the text.
        text: the same without HTML.
        place: its anchor on the text page, or "".
    """

    anchor: str
    title: str
    html: SafeString
    text: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """One note with its anchor; `place` is that on the text page, or ""."""

    anchor: str
    marker: str
    html: SafeString
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LikenessView:
    """How an answer stands to those of others, `zelfde antwoord bij 7 · ander antwoord bij 2`, and where all of them stand."""

    words: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeView:
    """Questions with their answers, the notes they point at, the findings about them, and a sentence where a side is missing."""

    questions: tuple[QuestionView, ...]
    answers: tuple[AnswerView, ...]
    notes: tuple[NoteView, ...]
    findings: tuple[FindingView, ...]
    grouping: str
    lack: str
    likeness: tuple[LikenessView, ...] = ()


class ExchangeViews:
    """The exchanges of one document, and what stands outside them.

    Args:
        parsed: what was read.
        renderer: makes HTML from its spans.
    """

    def __init__(self, parsed: ParsedDocument, renderer: Renderer) -> None:
        self._parsed = parsed
        self._renderer = renderer
        self._shown: set[int] = set()
        self._question_name = gettext("vraag %(numbers)s")
        self._answer_title = gettext("Antwoord %(numbers)s")
        pairs = pair(parsed)
        placed = _place_findings(parsed, pairs)
        self.views = tuple(self._view(exchange, placed[index]) for index, exchange in enumerate(pairs))
        self.loose_notes = tuple(self._notes(range(len(parsed.footnotes))))
        inside = {id(finding) for findings in placed for finding in findings}
        self.loose_findings = tuple(finding for finding in parsed.findings if id(finding) not in inside)

    def _view(self, exchange: Exchange, findings: Sequence[Finding]) -> ExchangeView:
        spans = [shared.spans for shared in exchange.asked] + [answer.spans for answer in exchange.answers]
        indexes = sorted({index for item in spans for index in self._renderer.notes_of(item)})
        return ExchangeView(
            questions=tuple(self._question(shared) for shared in exchange.asked),
            answers=tuple(self._answer(*each) for each in zip(exchange.answers, exchange.answer_anchors, strict=True)),
            notes=tuple(self._notes(indexes)),
            findings=tuple(map(show_finding, findings)),
            grouping=_describe_grouping(exchange),
            lack=_describe_lack(exchange, self._parsed.kind),
        )

    def _question(self, shared: SharedText) -> QuestionView:
        anchored = zip(shared.questions, shared.anchors, strict=True)
        anchors = tuple(Anchor(number=question.number, anchor=anchor) for question, anchor in anchored)
        html = self._html(shared.text, shared.spans)
        numbers = join_words([question.number for question in shared.questions])
        return QuestionView(
            name=self._question_name % {"numbers": numbers},
            anchors=anchors,
            html=html,
            text=shared.text,
            place=_place_of(shared.spans),
        )

    def _answer(self, answer: Answer, anchor: str) -> AnswerView:
        title = self._answer_title % {"numbers": join_words(answer.numbers)}
        html = self._html(answer.text, answer.spans)
        return AnswerView(anchor=anchor, title=title.strip(), html=html, text=answer.text, place=_place_of(answer.spans))

    def _notes(self, indexes: Iterable[int]) -> list[NoteView]:
        """The notes that are not on the page yet."""
        notes = []
        for index in indexes:
            note = self._parsed.footnotes[index]
            if index not in self._shown:
                self._shown.add(index)
                html = self._renderer.render_inline(note.spans) if note.spans else self._renderer.render_plain(note.text)
                notes.append(NoteView(anchor=note_anchor(index), marker=note.marker, html=html, place=_place_of(note.spans)))
        return notes

    def _html(self, text: str, spans: Sequence[Span]) -> SafeString:
        return self._renderer.render(spans) if spans else self._renderer.render_plain(text)


def _describe_grouping(exchange: Exchange) -> str:
    """What a reader must know about a group: how many questions one answer serves. "" outside a group."""
    n_questions, n_answers = len(exchange.questions), len(exchange.answers)
    if n_questions < 2 or not n_answers:
        return ""
    questions = count_words(n_questions, ngettext("%(n)s vraag", "%(n)s vragen", n_questions))
    answers = count_words(n_answers, ngettext("%(n)s antwoord", "%(n)s antwoorden", n_answers))
    return f"{questions}, {answers}"


def _describe_lack(exchange: Exchange, kind: Kind) -> str:
    """A sentence for a question without its answer or an answer without its question; "" when neither is missing."""
    if not exchange.asked:
        return gettext("Bij dit antwoord staat in dit document geen vraag met hetzelfde nummer.")
    if not exchange.answers:
        lack = gettext("Bij deze vraag staat in dit document geen antwoord met hetzelfde nummer.")
        return lack if kind in _ANSWERING else ""
    if exchange.not_asked:
        numbers = join_words(exchange.not_asked)
        return gettext("Het antwoord noemt ook vraag %(numbers)s; die staat niet in dit document.") % {"numbers": numbers}
    if exchange.not_answered:
        numbers = join_words(exchange.not_answered)
        return gettext("Geen antwoord noemt vraag %(numbers)s; die deelt haar tekst met de andere.") % {"numbers": numbers}
    return ""


def _place_findings(parsed: ParsedDocument, pairs: Sequence[Exchange]) -> list[list[Finding]]:
    """The findings of each exchange: those on its characters or on the label before them."""
    places = sorted(
        (span.start, span.end, index)
        for index, exchange in enumerate(pairs)
        for spans in [*(shared.spans for shared in exchange.asked), *(answer.spans for answer in exchange.answers)]
        for span in spans
    )
    placed: list[list[Finding]] = [[] for _ in pairs]
    for finding in parsed.findings:
        index = _place(finding.span, places, parsed.segments) if finding.span else None
        if index is not None:
            placed[index].append(finding)
    return placed


def _place(span: Span, places: Sequence[tuple[int, int, int]], segments: Sequence[Segment]) -> int | None:
    """The exchange whose text overlaps a span, or follows the label or marker in which the span begins; None for any other."""
    following = bisect_right(places, span.start, key=lambda place: place[0])
    if following and places[following - 1][1] > span.start:
        return places[following - 1][2]
    around = segments[bisect_right(segments, span.start, key=lambda segment: segment.start) - 1].kind if segments else None
    if around is SegmentKind.MARKER and following:
        return places[following - 1][2]
    ahead = following < len(places)
    if ahead and (places[following][0] < span.end or around is SegmentKind.LABEL):
        return places[following][2]
    return None


def _place_of(spans: Sequence[Span]) -> str:
    return place_anchor(min(span.start for span in spans) if spans else None)
