"""The frozen records that everything is made of, in the order in which a document becomes them.

RawDocument → Text (blocks, marks) → ParsedDocument (questions, answers, people, segments, findings). All text positions are
`Span`s: half-open, counted in Unicode code points of `Text.body`. Records hold tuples, never lists; methods do no I/O.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kamervragen.terms import (
    BlockKind,
    Certainty,
    Chamber,
    CitationKind,
    Division,
    Form,
    Kind,
    MarkKind,
    MediaType,
    Part,
    Role,
    SegmentKind,
)


class Span(NamedTuple):
    """The characters `body[start:end]`; 0 ≤ start ≤ end ≤ len(body)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something odd in a document, for people to see.

    Args:
        code: a stable word, such as `question_without_answer`.
        detail: one plain Dutch sentence that says what is odd and what was done with it.
        span: where; None when it is about the whole document.
    """

    code: str
    detail: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """Bytes as they came, never changed.

    Args:
        name: the file name, or the path inside an archive.
        data: the bytes.
        origin: the path or address they came from.
    """

    name: str
    data: bytes
    origin: str = ""

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, 64 hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, list item, table row, label, heading line, note or piece of furniture, in reading order.

    Blocks do not overlap, stand in ascending order, and together cover every character of the body that is not white space.

    Args:
        span: the characters, without surrounding white space.
        kind: what it is in the source's structure. PARAGRAPH where the source says nothing.
        part: what the source's own markup says it belongs to; None where it says nothing.
        group: the ordinal of the element that holds it, so that blocks of one `<vraag>` share it; -1 outside any.
        note: the identifier of the note, for NOTE blocks (several blocks may hold one note); "" otherwise.
    """

    span: Span
    kind: BlockKind
    part: Part | None = None
    group: int = -1
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something the source says about characters beside the text itself. Marks may overlap and nest.

    Args:
        span: the characters.
        kind: BOLD, ITALIC; LINK (target: the address); NOTE_MARKER (a marker in running text; target: the note's identifier);
            NOTE_NUMBER (the number printed at the note itself); GENERATED (a label Word made, absent from the file's text);
            SUBJECT; DATE (target: the ISO date that the source gives for it); SIGN (a sign of markdown, kept in the body).
        target: see kind; "" where a kind has none.
    """

    span: Span
    kind: MarkKind
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A named value that the source states beside its text: a field of metadata, the `id` of a wrapper element.

    Args:
        name: as the source names it, such as `DC.identifier` or `OVERHEIDop.datumOntvangst`.
        value: as printed.
    """

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """All characters of a document in reading order, made once by a reader and never changed afterwards.

    Args:
        body: NFC, lines ended by "\\n", no NUL; nothing of the document is dropped.
        media_type: the form that was read.
        reader: name and version of the reader, such as `xml 1`.
        blocks: see `Block`.
        marks: see `Mark`, in ascending order of start.
        facts: what the source states beside its text.
        has_paragraphs: False when the source lost its paragraphs (one line per printed line, or one line for all).
        findings: what the reader met that is odd, such as an element that no table knows.
    """

    body: str
    media_type: MediaType
    reader: str
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()
    facts: tuple[Fact, ...] = ()
    has_paragraphs: bool = True
    findings: tuple[Finding, ...] = ()

    @property
    def is_marked(self) -> bool:
        """Whether the source itself says which blocks are questions, answers or remarks."""
        return any(block.part in (Part.QUESTION, Part.ANSWER, Part.REMARK) for block in self.blocks)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the body in UTF-8."""
        return hashlib.sha256(self.body.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference in a text to another publication.

    Args:
        span: the characters of the reference.
        target: the publication's identifier, such as `ah-tk-20232024-1047`; None when the reference is not understood.
        kind: what it points at.
    """

    span: Span
    target: str | None
    kind: CitationKind = CitationKind.APPENDIX


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitter:
    """A member who asks: name and party as printed, and where. `party` is None when none is printed."""

    name: str
    party: str | None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """An office that is asked. `portfolio` is the printed name without "van"/"voor"; None for the minister-president."""

    role: Role
    portfolio: str | None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondent:
    """An office holder who answers, or on whose behalf: name as printed (None when not printed), and office."""

    role: Role
    name: str | None
    portfolio: str | None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a field of the heading was read: the field's JSON name and its characters."""

    field: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One numbered question. `division` is None outside a group; shared questions have equal spans."""

    number: str
    text: str
    division: Division | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One block of answer and the numbers of all questions that its label names, in printed order."""

    numbers: tuple[str, ...]
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A note: its marker and its text, without the marker."""

    marker: str
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """What we believe though it is not printed as such: the field, the value, what it rests on, and how sure it is."""

    field: str
    value: str
    evidence: tuple[Span, ...]
    certainty: Certainty


class Segment(NamedTuple):
    """A piece of the partition of a body."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedDocument:
    """What a document says, each claim with the characters it was read from. Fields are those of the JSON contract."""

    source: str
    kind: Kind
    id: str | None = None
    chamber: Chamber | None = None
    form: Form = Form.WRITTEN
    session_year: str | None = None
    number: int | None = None
    case_number: str | None = None
    subject: str | None = None
    numbered: bool = True
    submitters: tuple[Submitter, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    respondents: tuple[Respondent, ...] = ()
    on_behalf_of: tuple[Respondent, ...] = ()
    submitted_on: date | None = None
    received_on: date | None = None
    letter_date: date | None = None
    see_also: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    remarks: str | None = None
    remark_spans: tuple[Span, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    inferred: tuple[Inference, ...] = ()
    segments: tuple[Segment, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def answered_on(self) -> date | None:
        """When the answers came: when they were received, or the date of their letter where that is all there is."""
        return self.received_on or self.letter_date
