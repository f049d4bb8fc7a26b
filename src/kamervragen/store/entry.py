"""What goes into the record for one document: columns, rows and packed texts, ready to write. Works without Django.

Worker processes make entries; the process that owns the database only writes them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import NamedTuple

from kamervragen import authorities
from kamervragen.cite import find_references
from kamervragen.contract import to_json
from kamervragen.model import Addressee, Citation, ParsedDocument, RawDocument, Respondent, Text
from kamervragen.parse import PARSER_VERSION
from kamervragen.store.packing import pack, pack_citations, pack_text
from kamervragen.terms import CitationKind, MediaType

_RANKS = {media_type: rank for rank, media_type in enumerate(MediaType)}
_LARGEST_NUMBER = 2_000_000_000  # what an integer column of every database holds


class QuestionRow(NamedTuple):
    """The columns of a `Question`."""

    number: str
    division: str | None


class AnswerRow(NamedTuple):
    """The columns of an `Answer`."""

    numbers: str


class SubmitterRow(NamedTuple):
    """The columns of a `Submitter`."""

    name: str
    party: str | None


class OfficeRow(NamedTuple):
    """The columns of an `Office`."""

    part: str
    role: str
    name: str | None
    portfolio: str | None
    ministry: str | None


class ReferenceRow(NamedTuple):
    """The columns of a `Reference`."""

    target: str


class CitationColumns(NamedTuple):
    """The columns of a `CitationRow`."""

    kind: str
    target: str
    start: int
    end: int


class FindingColumns(NamedTuple):
    """The columns of a `FindingRow`."""

    code: str
    detail: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The columns of a `Publication` that its best source fills; names are those of the columns."""

    kind: str
    form: str
    chamber: str | None
    session_year: str | None
    number: int | None
    case_number: str | None
    inferred_id: str | None
    subject: str | None
    is_numbered: bool
    submitted_on: date | None
    received_on: date | None
    letter_date: date | None
    n_questions: int
    n_answers: int
    n_findings: int


HEADING_COLUMNS = tuple(field.name for field in fields(Heading))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What a document says, as columns and rows.

    Args:
        key: the publication it belongs to.
        is_official: whether the key is an official identifier.
    """

    key: str
    is_official: bool
    heading: Heading
    questions: tuple[QuestionRow, ...]
    answers: tuple[AnswerRow, ...]
    submitters: tuple[SubmitterRow, ...]
    offices: tuple[OfficeRow, ...]
    references: tuple[ReferenceRow, ...]
    citations: tuple[CitationColumns, ...]
    findings: tuple[FindingColumns, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A source, its reading, and what it says.

    Args:
        rank: how good a source is of which this is the form; 0 is best.
        packed_text: see `packing.pack_text`.
        packed_record: the JSON of the contract, packed.
        packed_citations: every reference in the text, packed.
    """

    sha256: str
    name: str
    origin: str
    size_bytes: int
    media_type: str
    rank: int
    reader: str
    parser: str
    body_sha256: str
    packed_text: bytes
    packed_record: bytes
    packed_citations: bytes
    claims: Claims


def make_entry(raw: RawDocument, text: Text, parsed: ParsedDocument) -> Entry:
    """What goes into the record for a document."""
    sha256, citations = raw.sha256, find_references(text)
    return Entry(
        sha256=sha256,
        name=raw.name,
        origin=raw.origin,
        size_bytes=len(raw.data),
        media_type=str(text.media_type),
        rank=_rank(text),
        reader=text.reader,
        parser=PARSER_VERSION,
        body_sha256=text.sha256,
        packed_text=pack_text(text),
        packed_record=pack(to_json(parsed)),
        packed_citations=pack_citations(citations),
        claims=make_claims(sha256, parsed, citations),
    )


def _rank(text: Text) -> int:
    """Metadata alone says less than any form of the document itself."""
    return len(_RANKS) if text.reader.startswith("metadata") else _RANKS[text.media_type]


def make_claims(sha256: str, parsed: ParsedDocument, citations: Iterable[Citation]) -> Claims:
    """What a record says, as columns and rows.

    Args:
        sha256: of the source; it makes the key of a publication without official identifier.
        parsed: the record.
        citations: every reference in the text.
    """
    return Claims(
        key=parsed.id or f"bron-{sha256[:12]}",
        is_official=parsed.id is not None,
        heading=_heading(parsed),
        questions=tuple(QuestionRow(each.number[:20], each.division and str(each.division)) for each in parsed.questions),
        answers=tuple(AnswerRow(", ".join(each.numbers)) for each in parsed.answers),
        submitters=tuple(SubmitterRow(each.name, each.party) for each in parsed.submitters),
        offices=_offices(parsed),
        references=tuple(ReferenceRow(target[:80]) for target in parsed.see_also),
        citations=citation_columns(citations),
        findings=tuple(FindingColumns(each.code, each.detail, *(each.span or (None, None))) for each in parsed.findings),
    )


_ELSEWHERE = (CitationKind.QUESTION, CitationKind.NEWS, CitationKind.ADDRESS)


def citation_columns(citations: Iterable[Citation]) -> tuple[CitationColumns, ...]:
    """The rows of what a text refers to by an identifier, each where it stands first; not the web, nor its own questions."""
    first: dict[str, CitationColumns] = {}
    for each in citations:
        if each.target and each.kind not in _ELSEWHERE:
            first.setdefault(each.target, CitationColumns(str(each.kind), each.target[:120], *each.span))
    return tuple(first.values())


def _heading(parsed: ParsedDocument) -> Heading:
    number = parsed.number if parsed.number is not None and parsed.number < _LARGEST_NUMBER else None
    return Heading(
        kind=str(parsed.kind),
        form=str(parsed.form),
        chamber=parsed.chamber and str(parsed.chamber),
        session_year=parsed.session_year,
        number=number,
        case_number=parsed.case_number,
        inferred_id=next((each.value for each in parsed.inferred if each.field == "id"), None),
        subject=parsed.subject,
        is_numbered=parsed.numbered,
        submitted_on=parsed.submitted_on,
        received_on=parsed.received_on,
        letter_date=parsed.letter_date,
        n_questions=len(parsed.questions),
        n_answers=len(parsed.answers),
        n_findings=len(parsed.findings),
    )


def _offices(parsed: ParsedDocument) -> tuple[OfficeRow, ...]:
    asked = (_office("asked", each, None, parsed) for each in parsed.addressees)
    answering = (_office("answering", each, each.name, parsed) for each in parsed.respondents)
    on_behalf = (_office("on_behalf", each, each.name, parsed) for each in parsed.on_behalf_of)
    return (*asked, *answering, *on_behalf)


def _office(part: str, office: Addressee | Respondent, name: str | None, parsed: ParsedDocument) -> OfficeRow:
    on = parsed.submitted_on if part == "asked" else parsed.answered_on or parsed.submitted_on
    ministry = authorities.load().find_ministry_code(office.role, office.portfolio, on)
    return OfficeRow(part, str(office.role), name, office.portfolio, ministry)
