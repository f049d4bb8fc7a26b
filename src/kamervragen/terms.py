"""The words of the field as enum values: every value that the record, its JSON, the store and the pages may hold.

Dutch procedural words are explained, one row each, in `docs/glossary.md`; a test compares that page with this module.
"""

from enum import StrEnum


class Chamber(StrEnum):
    """The chamber whose member asks: `tk` Tweede Kamer, `ek` Eerste Kamer."""

    TWEEDE_KAMER = "tk"
    EERSTE_KAMER = "ek"


class Form(StrEnum):
    """How questions are put: in writing, or aloud in the weekly hour for questions."""

    WRITTEN = "written"
    ORAL = "oral"


class Kind(StrEnum):
    """What a publication is."""

    ANSWER = "answer"
    QUESTION = "question"
    POSTPONEMENT = "postponement"
    CORRECTION = "correction"
    SUPPLEMENT = "supplement"
    WITHDRAWAL = "withdrawal"
    OTHER = "other"


class Role(StrEnum):
    """The office in which somebody is addressed or answers, in the word the documents print."""

    MINISTER_PRESIDENT = "minister-president"
    MINISTER = "minister"
    STAATSSECRETARIS = "staatssecretaris"


class Division(StrEnum):
    """How the text under one label ("Vraag 2, 3 en 4") was divided over its numbers."""

    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"
    SHARED = "shared"


class SegmentKind(StrEnum):
    """The kinds of characters into which the parser partitions a body."""

    HEADING = "heading"
    LABEL = "label"
    QUESTION = "question"
    ANSWER = "answer"
    MARKER = "marker"
    FOOTNOTE = "footnote"
    REMARK = "remark"
    LETTER = "letter"
    FURNITURE = "furniture"
    BLANK = "blank"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """How sure an inference is."""

    CERTAIN = "certain"
    LIKELY = "likely"
    GUESS = "guess"


class MediaType(StrEnum):
    """The forms of document that a reader exists for, best source first."""

    XML = "xml"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    MARKDOWN = "markdown"
    PLAIN = "plain"


class BlockKind(StrEnum):
    """What a block of a text is in its source's own structure."""

    HEADING = "heading"
    LABEL = "label"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    ROW = "row"
    NOTE = "note"
    FURNITURE = "furniture"


class Part(StrEnum):
    """The part of the document that the source's own markup says a block belongs to."""

    ASKED = "asked"
    ANSWERED = "answered"
    QUESTION = "question"
    ANSWER = "answer"
    REMARK = "remark"
    SIGNATURE = "signature"


class MarkKind(StrEnum):
    """What a mark beside the body says about the characters it covers."""

    BOLD = "bold"
    ITALIC = "italic"
    LINK = "link"
    NOTE_MARKER = "note_marker"
    NOTE_NUMBER = "note_number"
    GENERATED = "generated"
    SUBJECT = "subject"
    DATE = "date"
    SIGN = "sign"


class Side(StrEnum):
    """The side of an exchange on which a text stands; a hit of the search is one of the two."""

    QUESTION = "question"
    ANSWER = "answer"


class Field(StrEnum):
    """What a search may be narrowed by."""

    SUBMITTER = "submitter"
    PARTY = "party"
    MINISTRY = "ministry"
    YEAR = "year"
    DATE = "date"
    KIND = "kind"
    SIDE = "side"


class Order(StrEnum):
    """The order in which hits come."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class DossierPart(StrEnum):
    """What a publication is in the dossier of one filing."""

    QUESTION = "question"
    REPLY = "reply"
    POSTPONEMENT = "postponement"
    SUPPLEMENT = "supplement"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"
    REPRINT = "reprint"
    COPY = "copy"
    OTHER = "other"


class LinkKind(StrEnum):
    """What ties two publications to one filing, the strongest tie first."""

    EDITOR = "editor"
    IDENTIFIER = "identifier"
    REPRINT = "reprint"
    CASE_NUMBER = "case_number"
    SEE_ALSO = "see_also"
    SAME_FILING = "same_filing"


class Verdict(StrEnum):
    """What comes of a tie between two publications once both were compared."""

    JOINED = "joined"
    SUGGESTED = "suggested"
    CONTRADICTED = "contradicted"
    SEPARATED = "separated"


class RelationKind(StrEnum):
    """What one filing has to do with an earlier one."""

    FOLLOW_UP = "follow_up"
    REPEAT = "repeat"


class CorrectionAction(StrEnum):
    """What an editor's row does with two publications."""

    JOIN = "join"
    SEPARATE = "separate"


class AddresseeStatus(StrEnum):
    """Where an addressee of a filing stands on a day. UNKNOWN: what headings cite and is not read may be its answer."""

    OPEN = "open"
    POSTPONED = "postponed"
    ANSWERED = "answered"
    ANSWERED_JOINTLY = "answered_jointly"
    ANSWERED_BY_ANOTHER = "answered_by_another"
    WITHDRAWN = "withdrawn"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"


class DossierStatus(StrEnum):
    """Where a whole dossier stands on a day."""

    COMPLETE = "complete"
    PARTLY_ANSWERED = "partly_answered"
    OPEN = "open"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


class TermKind(StrEnum):
    """Which term runs for an answer."""

    FIRST = "first"
    FURTHER = "further"


class AnswerForm(StrEnum):
    """What kind of answer a reply gives to a question."""

    FULL = "full"
    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"
    REFERENCE = "reference"
    ABSENT = "absent"


class AnswerLikeness(StrEnum):
    """How an answer stands to what most other respondents answer to the same question."""

    IDENTICAL = "identical"
    NEAR = "near"
    SHARING = "sharing"
    DIFFERENT = "different"


class QuestionLikeness(StrEnum):
    """How an earlier question stands to a text that somebody gives."""

    SAME = "same"
    NEAR = "near"
    SHARING = "sharing"
    RELATED = "related"


class CitationKind(StrEnum):
    """What a reference in a text points at."""

    APPENDIX = "appendix"
    PAPER = "paper"
    PROCEEDINGS = "proceedings"
    GAZETTE = "gazette"
    LAW = "law"
    RULING = "ruling"
    REGULATION = "regulation"
    EUROPEAN = "european"
    CASE = "case"
    DOCUMENT = "document"
    QUESTION = "question"
    NEWS = "news"
    ADDRESS = "address"


class NameEvidence(StrEnum):
    """What speaks for, or against, a printed name being a person's."""

    SURNAME = "surname"
    FIRST_NAME = "first_name"
    INITIALS = "initials"
    ALIAS = "alias"
    PARTY = "party"
    SEAT = "seat"
    OFFICE = "office"
    MISPRINT = "misprint"
    OTHER_PARTY = "other_party"
    NOT_THEN = "not_then"
