"""One reading of a text, from left to right."""

import re
from collections.abc import Iterator, Sequence

from kamervragen.authorities import Authorities
from kamervragen.model import Citation, Finding, Inference, ParsedDocument, Span, Text
from kamervragen.parse.cards import read_card
from kamervragen.parse.heading import read_heading
from kamervragen.parse.inference import infer
from kamervragen.parse.items import Item, counted, items_from_blocks, items_from_labels
from kamervragen.parse.kinds import kind_of
from kamervragen.parse.labels import find_labels, first_label
from kamervragen.parse.layout import footnotes_of, lay_out, without_furniture
from kamervragen.parse.letters import Letter, read_letter
from kamervragen.parse.masthead import adopt_id, chamber_of, id_among, is_masthead, read_masthead
from kamervragen.parse.pairing import check_pairs, pair, render
from kamervragen.parse.segments import partition
from kamervragen.parse.unlabelled import notice, only_question, plain_questions, with_unlabelled
from kamervragen.parse.view import View
from kamervragen.terms import BlockKind, Kind, Part, SegmentKind

PARSER_VERSION = "1"

_SEGMENT_KINDS = {Part.QUESTION: SegmentKind.QUESTION, Part.ANSWER: SegmentKind.ANSWER, Part.REMARK: SegmentKind.REMARK}
_MARKED_KINDS: dict[Part | None, SegmentKind] = {
    Part.ASKED: SegmentKind.HEADING,
    Part.ANSWERED: SegmentKind.HEADING,
    Part.SIGNATURE: SegmentKind.LETTER,
}


def parse(text: Text, citations: Sequence[Citation], authorities: Authorities, *, source: str) -> ParsedDocument:
    """What a text says.

    Args:
        text: made by a reader.
        citations: found in the same text.
        authorities: the table of portfolios.
        source: the name of the file it came from.
    """
    return _Parsing(text, citations, authorities).document(source)


class _Parsing:
    """One document on its way from text to record; each attribute is made once, in this order."""

    def __init__(self, text: Text, citations: Sequence[Citation], authorities: Authorities) -> None:
        self.text, self.body = text, text.body
        self.page, furniture, page_ends = without_furniture(text)
        limit = first_label(self.page.text)
        if text.is_marked:
            headed = _marked_heading(text)
            self.heading = read_heading(headed, citations, authorities, len(headed.text), has_paragraphs=True)
        else:
            self.heading = read_card(self.page) or read_heading(
                self.page, citations, authorities, limit, has_paragraphs=text.has_paragraphs
            )
        self.letter = (None if text.is_marked else read_letter(self.page, limit, authorities)) or Letter()
        start = min(max(self.heading.end, 0), limit) if self.heading.kind and not text.is_marked else 0
        self.layout = lay_out(text, self.page, furniture, page_ends, start)
        self.start = (
            self.layout.view.position_of(self.page.at(start)) if start < len(self.page.text) else len(self.layout.view.text)
        )
        self.items, self.implied, self.numbered = self._find_items()
        self.pairing = pair(self.body, self.items, has_paragraphs=text.has_paragraphs)
        self.top = self._first_item()
        self.masthead = read_masthead(text, self.top)
        stated = self.heading.id or (id_among(text.facts) if self.heading.kind or self.items else None)
        if stated:
            adopt_id(self.masthead, stated)

    def _find_items(self) -> tuple[list[Item], list[Inference], bool]:
        """The items, the answers that no label announces, and whether the questions have numbers."""
        if self.text.is_marked:
            items = items_from_blocks(self.text, self.layout.view)
            has_numbers = any(item.numbers for item in items)
            return (items if has_numbers else counted(items)), [], has_numbers
        is_about_questions = self.heading.kind is not None or bool(self.letter.evidence)
        labels = find_labels(self.layout.view.text, self.start, self.layout.view.gaps, with_bare=is_about_questions)
        items = items_from_labels(self.layout.view, labels, self.text)
        if all(item.part is Part.REMARK for item in items):
            return self._without_labels(items, labels[0].start if labels else len(self.layout.view.text))
        if self.heading.kind and not any(item.part is Part.QUESTION for item in items):
            items = [*only_question(self.layout.view, self.start, labels[0].start), *items]
        has_numbers = any(item.numbers for item in items if item.label)
        items = items if has_numbers else counted(items)
        if self.heading.kind is Kind.QUESTION and not self.letter.evidence:
            return items, [], has_numbers
        part = Part.REMARK if self.heading.kind is Kind.POSTPONEMENT else Part.ANSWER
        return (*with_unlabelled(self.body, items, part), has_numbers)

    def _without_labels(self, remarks: list[Item], end: int) -> tuple[list[Item], list[Inference], bool]:
        """The same of a document that labels no question and no answer; its remarks begin at `end`."""
        if self.heading.kind is Kind.POSTPONEMENT and not remarks:
            return notice(self.layout.view, self.start), [], True
        if self.heading.kind is Kind.QUESTION and self.text.has_paragraphs:
            questions = plain_questions(self.layout.view, self.start, end)
            return [*questions, *remarks], [], not questions
        return remarks, [], True

    def _first_item(self) -> int:
        starts = [span.start for item in self.items for span in (*item.label, *item.spans)]
        return min(starts, default=len(self.body))

    def document(self, source: str) -> ParsedDocument:
        """The record."""
        kind, remarks = self._kind()
        head, heading, letter, pairing = self.masthead, self.heading, self.letter, self.pairing
        evidence = (*head.evidence, *heading.evidence, *letter.evidence)
        segments, unknown = partition(self.body, self._painted())
        return ParsedDocument(
            source=source,
            kind=kind,
            id=head.id,
            chamber=chamber_of(head),
            form=heading.form,
            session_year=str(head.session_year) if head.session_year else None,
            number=head.number,
            case_number=head.case_number,
            subject=heading.subject,
            numbered=self.numbered,
            submitters=heading.submitters,
            addressees=heading.addressees,
            respondents=letter.respondents or heading.respondents,
            on_behalf_of=heading.on_behalf_of or letter.on_behalf_of,
            submitted_on=heading.submitted_on,
            received_on=heading.received_on,
            letter_date=letter.letter_date,
            see_also=heading.see_also,
            questions=tuple(pairing.questions),
            answers=tuple(pairing.answers),
            footnotes=footnotes_of(self.body, self.layout.notes),
            remarks=remarks or None,
            remark_spans=tuple(span for item in pairing.remarks for span in item.spans),
            evidence=evidence,
            inferred=(*infer(head, kind, heading.received_on, evidence), *self.implied),
            segments=segments,
            findings=self._findings(kind, unknown),
        )

    def _kind(self) -> tuple[Kind, str]:
        remarks = "\n".join(render(self.body, item.paragraphs) for item in self.pairing.remarks)
        return kind_of(self.heading.kind, self.pairing, self.body[: self.top], remarks, self.masthead.number), remarks

    def _findings(self, kind: Kind, unknown: Sequence[Finding]) -> tuple[Finding, ...]:
        pairs = check_pairs(self.pairing, kind) if kind is not Kind.OTHER else []
        return (*self.text.findings, *self.heading.findings, *self.pairing.findings, *pairs, *self.layout.findings, *unknown)

    def _painted(self) -> Iterator[tuple[SegmentKind, Span]]:
        """Every character that is understood, with its kind; what stands first keeps its characters."""
        layout = self.layout
        for note in layout.notes:
            yield from ((SegmentKind.FOOTNOTE, span) for span in (*note.sign, *note.spans))
        yield from ((SegmentKind.MARKER, span) for span in layout.markers)
        yield from ((SegmentKind.FURNITURE, span) for span in layout.furniture)
        for item in self.items:
            yield from ((SegmentKind.LABEL, span) for span in item.label)
        for item in self.items:
            yield from ((_SEGMENT_KINDS[item.part], span) for span in item.spans)
        yield from self._painted_top()

    def _painted_top(self) -> Iterator[tuple[SegmentKind, Span]]:
        """What stands above the items: the heading, and around it a letter, or the lines of a masthead."""
        if self.text.is_marked:
            yield from self._painted_marked()
            return
        page, heading = self.page, self.heading
        end = heading.end if heading.kind else heading.start
        yield from ((SegmentKind.HEADING, line) for line in self._page_lines(heading.start, end))
        top = page.position_of(self.top)
        for line in (*self._page_lines(0, heading.start), *self._page_lines(end, top)):
            if self.letter.evidence:
                yield SegmentKind.LETTER, line
            elif heading.kind and is_masthead(self.body[line.start : line.end]):
                yield SegmentKind.HEADING, line

    def _painted_marked(self) -> Iterator[tuple[SegmentKind, Span]]:
        """The headings and signatures that the source marks, and the lines of its masthead."""
        for block in self.text.blocks:
            kind = _MARKED_KINDS.get(block.part)
            if block.part is None and (block.kind is BlockKind.HEADING or is_masthead(self.body[slice(*block.span)])):
                kind = SegmentKind.HEADING
            if kind:
                yield from ((kind, Span(*line.span())) for line in _LINE.finditer(self.body, *block.span))

    def _page_lines(self, start: int, end: int) -> Iterator[Span]:
        """The lines of a part of the page, furniture left out, without white space at their ends."""
        for span in self.page.spans(start, end):
            yield from (Span(*match.span()) for match in _LINE.finditer(self.body, *span))


_LINE = re.compile(r"\S(?:[^\n]*\S)?")


def _marked_heading(text: Text) -> View:
    """What the source marks as its headings: in older official XML the answer's stands after the questions."""
    parts = (Part.ASKED, Part.ANSWERED)
    return View(text.body, [Span(block.span.start, block.span.end + 1) for block in text.blocks if block.part in parts])
