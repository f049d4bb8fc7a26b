"""The records of dossiers: what `link` makes of documents, and what `track`, `compare`, the store and the pages work on.

Document → Link, Relation → Dossier (Filing, Membership, Unread, findings). All are frozen; every claim names the characters it
was read from as `Place`s: a publication's key, and a span in its body.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from kamervragen.authorities import Authorities
from kamervragen.folding import fold
from kamervragen.identifiers import parse_case_number, parse_publication_id
from kamervragen.model import Addressee, Citation, ParsedDocument, Respondent, Span
from kamervragen.terms import (
    Certainty,
    CorrectionAction,
    DossierPart,
    LinkKind,
    RelationKind,
    Role,
    Verdict,
)

_SHORTEST_MISPRINT = 8
_MOST_SLIPS = 2


class Place(NamedTuple):
    """Characters of a publication: its key, and the span in its body."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that is asked or answers, as one document prints it, with what the tables know of it.

    Args:
        role: minister, staatssecretaris or minister-president.
        portfolio: as printed, without "van" or "voor"; None for the minister-president.
        name: of the office holder, as printed; None for an office that is asked, and where none is printed.
        ministry: the TOOI code of the ministry it belonged to that day; None where no row with a source says.
        usual: the usual name of the portfolio by the table ("VWS" is "Volksgezondheid, Welzijn en Sport"); None if unknown.
        is_head: whether the portfolio is named as the ministry, so that the office stays the same when the ministry is renamed.
        spans: where it was read.
    """

    role: Role
    portfolio: str | None
    name: str | None = None
    ministry: str | None = None
    usual: str | None = None
    is_head: bool = False
    spans: tuple[Span, ...] = ()

    @property
    def identity(self) -> tuple[Role, str]:
        """What is equal for the same office in two documents, however each prints it."""
        return self.role, fold(self.usual or self.portfolio or "")


def is_same_office(one: Office, other: Office) -> bool:
    """Whether two printed offices are one: by the tables, through a renamed ministry, or by a misprint that no table knows.

    The minister-president and the Minister van Algemene Zaken are one.
    """
    if one.identity == other.identity:
        return True
    if one.ministry and one.ministry == other.ministry and _leads(one) and _leads(other):
        return one.role is other.role or Role.MINISTER_PRESIDENT in (one.role, other.role)
    if one.role is not other.role or (one.usual and other.usual):
        return False
    folded = fold(one.portfolio or ""), fold(other.portfolio or "")
    return min(map(len, folded)) >= _SHORTEST_MISPRINT and Levenshtein.distance(*folded) <= _MOST_SLIPS


def _leads(office: Office) -> bool:
    return office.is_head or office.role is Role.MINISTER_PRESIDENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A publication as link, track and compare see it. Make it with `make_document`.

    Args:
        key: the publication's key: its official identifier, or `bron-…`.
        parsed: its record.
        asked: the offices it is addressed to, in printed order.
        answering: the offices that answer.
        on_behalf: the offices on whose behalf they answer too.
        citations: the references of all kinds in its body; () where nobody looked for them.
    """

    key: str
    parsed: ParsedDocument
    asked: tuple[Office, ...] = ()
    answering: tuple[Office, ...] = ()
    on_behalf: tuple[Office, ...] = ()
    citations: tuple[Citation, ...] = ()

    @property
    def identifiers(self) -> tuple[str, ...]:
        """Every identifier by which another document may cite this one: official, as key, or believed; no duplicates."""
        believed = (each.value for each in self.parsed.inferred if each.field == "id")
        return tuple(dict.fromkeys(each for each in (self.parsed.id, self.key, *believed) if each))

    @property
    def case_number(self) -> str | None:
        """The number of the case it belongs to: printed, or part of its identifier; None where neither holds one."""
        parts = parse_publication_id(self.parsed.id or "")
        of_id = parse_case_number(parts.number) if parts and parts.series == "kv" else None
        return self.parsed.case_number or of_id

    @property
    def official_id(self) -> str | None:
        """The identifier by which it is published: printed, or believed; None for a letter or a draft."""
        return next((each for each in self.identifiers if parse_publication_id(each)), None)

    def places(self, spans: Iterable[Span]) -> tuple[Place, ...]:
        """These characters of its body, as places."""
        return tuple(Place(self.key, span) for span in spans)

    def read_at(self, field: str) -> tuple[Place, ...]:
        """Where a field of the record, such as `subject`, was read."""
        return self.places(span for each in self.parsed.evidence if each.field == field for span in each.spans)


def make_document(key: str, parsed: ParsedDocument, authorities: Authorities, citations: Iterable[Citation] = ()) -> Document:
    """A publication with its offices looked up: those asked on the day of filing, those answering on the day of the answer.

    Args:
        key: the publication's key.
        parsed: its record.
        authorities: the tables of portfolios and ministries.
        citations: the references in its body.
    """
    answered_on = parsed.answered_on or parsed.submitted_on
    return Document(
        key=key,
        parsed=parsed,
        asked=tuple(_office(each, None, parsed.submitted_on, authorities) for each in parsed.addressees),
        answering=tuple(_office(each, each.name, answered_on, authorities) for each in parsed.respondents),
        on_behalf=tuple(_office(each, each.name, answered_on, authorities) for each in parsed.on_behalf_of),
        citations=tuple(citations),
    )


def _office(printed: Addressee | Respondent, name: str | None, on: date | None, authorities: Authorities) -> Office:
    known = authorities.find_portfolio(printed.portfolio, on) if printed.portfolio else None
    return Office(
        role=printed.role,
        portfolio=printed.portfolio,
        name=name,
        ministry=authorities.find_ministry_code(printed.role, printed.portfolio, on),
        usual=known.name if known else None,
        is_head=bool(known and authorities.is_ministry_name(known)),
        spans=printed.spans,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What ties two publications to one filing, and what came of comparing them.

    Args:
        source: the key of the publication that refers to the other; the smaller key where neither does.
        target: the key of the other.
        kind: the strongest tie.
        verdict: JOINED puts both in one dossier; the others are shown as what they are.
        certainty: of the verdict.
        cited_as: the identifier by which the source's heading names the target; "" when it does not.
        evidence: the characters in both that the verdict rests on.
        detail: one plain Dutch sentence: what agrees, what does not.
    """

    source: str
    target: str
    kind: LinkKind
    verdict: Verdict
    certainty: Certainty
    cited_as: str = ""
    evidence: tuple[Place, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What one filing has to do with an earlier one: it asks on, or asks the same again.

    Args:
        source: the key of a publication of the later filing.
        target: the key of a publication of the earlier filing; the identifier as cited where that is not in the record.
        kind: follow-up or repeat.
        certainty: GUESS is shown as a suggestion.
        cited_as: the identifier by which the source names the target; "" where it names none.
        evidence: the characters it rests on.
        detail: one plain Dutch sentence.
    """

    source: str
    target: str
    kind: RelationKind
    certainty: Certainty
    cited_as: str = ""
    evidence: tuple[Place, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """An editor's row about two publications.

    Args:
        action: join or separate.
        first, second: keys or identifiers of publications.
        reason: why, in the editor's words.
        by: who.
        on: the day it was decided.
    """

    action: CorrectionAction
    first: str
    second: str
    reason: str
    by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One printed form of something, and where it is printed."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """A member who asks, with every spelling that the publications of the dossier print.

    Args:
        name: the form that most of them print.
        party: the same of the party; None when none is printed.
        spellings: all forms of the name, the chosen one first.
    """

    name: str
    party: str | None
    spellings: tuple[Printed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An office to which the filing is addressed, and every place that says so."""

    office: Office
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledQuestion:
    """A question of the filing: its number, its text in the best publication, and where each publication prints it."""

    number: str
    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Who asked whom what, and when: read together from all publications of a dossier.

    Args:
        submitters: the members who ask, in printed order.
        submitted_on: the day of filing; of several printed days the one that most publications print.
        subject: as the best publication prints it.
        dates: every printed day (ISO), the chosen one first.
        subjects: every printed subject, the chosen one first.
        addressees: the offices asked, in printed order.
        questions: in printed order.
    """

    submitters: tuple[Asker, ...] = ()
    submitted_on: date | None = None
    subject: str | None = None
    dates: tuple[Printed, ...] = ()
    subjects: tuple[Printed, ...] = ()
    addressees: tuple[Asked, ...] = ()
    questions: tuple[FiledQuestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A publication in a dossier.

    Args:
        document: the publication.
        part: what it is in the dossier.
        links: the links, joined ones and the editor's, that it has with other publications of the dossier.
        replaces: the key of the publication of which this is the reprint or copy; None otherwise, and when that is not there.
    """

    document: Document
    part: DossierPart
    links: tuple[Link, ...] = ()
    replaces: str | None = None

    @property
    def key(self) -> str:
        """The publication's key."""
        return self.document.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A publication that a heading cites and that is not in the record: neither an answer nor a delay.

    Args:
        target: its identifier.
        cited_by: the headings' characters that cite it.
    """

    target: str
    cited_by: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFinding:
    """Something odd about a dossier, for people to see.

    Args:
        code: a stable word, such as `two_replies`.
        detail: one plain Dutch sentence.
        places: where; () when it is about the whole dossier.
    """

    code: str
    detail: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One filing with everything in the record that belongs to it.

    Args:
        key: the case number where one is printed, else the first official identifier, else the first key.
        aliases: every other case number, identifier and key that leads here, sorted.
        filing: who asked whom what.
        memberships: its publications: the questions first, then by date and number.
        unread: what headings cite and the record does not hold, by identifier.
        relations: to earlier filings (`source` is one of its publications) and from later ones (`target` is).
        doubts: the ties that did not join: suggested, contradicted and separated ones.
        findings: what is odd.
    """

    key: str
    aliases: tuple[str, ...] = ()
    filing: Filing = Filing()
    memberships: tuple[Membership, ...] = ()
    unread: tuple[Unread, ...] = ()
    relations: tuple[Relation, ...] = ()
    doubts: tuple[Link, ...] = ()
    findings: tuple[DossierFinding, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """Its publications, in the order of the memberships."""
        return tuple(each.document for each in self.memberships)

    def of_part(self, *parts: DossierPart) -> tuple[Membership, ...]:
        """Its publications that are one of these parts."""
        return tuple(each for each in self.memberships if each.part in parts)
