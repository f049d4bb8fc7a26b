"""What a document is recognised by, folded once, so that comparing it with many others costs little."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kamervragen.dossiers import Document, Place
from kamervragen.folding import fold
from kamervragen.identifiers import PublicationId, parse_publication_id
from kamervragen.link.names import Name, fold_name
from kamervragen.terms import Chamber, Form, Kind, Role

# Words before a subject that say that it was asked about before, and those that only introduce it.
_BEFORE_SUBJECT = re.compile(
    r"""
    \A (?: (?:de\s+|het\s+|uw\s+)? (?:beantwoording|antwoord(?:en)?) \s+ (?:van|op) \s+    # "de antwoorden op"
      | (?:eerdere|nadere|aanvullende|schriftelijke|de|mijn) \s+                        # "eerdere schriftelijke"
      | (?:kamer|vervolg)?vragen \s+ (?:over|inzake|betreffende|naar\s+aanleiding\s+van) \s+
      | (?:het|een|de) \s+ (?:bericht|artikel|uitzending|nieuws) (?:en)? \s+ (?:dat\s+|over\s+|van\s+)?
    )+
    """,
    re.X | re.I,
)


@dataclass(frozen=True, kw_only=True)
class Traits:
    """A document's traits. Make them with `traits_of`.

    Args:
        document: the document.
        names: the members who ask.
        subject: folded; "" when none is printed.
        core: the folded subject without the words that introduce it.
        texts: the folded texts of its questions, each once, in printed order.
        bases: its identifiers without the mark of a reprint.
        cited: the identifiers that its heading refers to.
    """

    document: Document
    names: tuple[Name, ...]
    subject: str
    core: str
    texts: tuple[str, ...]
    identifiers: frozenset[str]
    bases: frozenset[str]
    cited: frozenset[str]
    case_number: str | None

    @property
    def key(self) -> str:
        """The key of the publication."""
        return self.document.key

    @property
    def submitted_on(self) -> date | None:
        """The day of filing."""
        return self.document.parsed.submitted_on

    @property
    def kind(self) -> Kind:
        """What the publication is."""
        return self.document.parsed.kind

    @property
    def form(self) -> Form:
        """Whether the questions are put in writing or aloud."""
        return self.document.parsed.form

    @property
    def chamber(self) -> Chamber | None:
        """The chamber that it names."""
        return self.document.parsed.chamber

    @cached_property
    def asked(self) -> frozenset[tuple[Role, str]]:
        """The identities of the offices that it is addressed to."""
        return frozenset(each.identity for each in self.document.asked)

    @cached_property
    def asked_at(self) -> tuple[Place, ...]:
        """Where its questions were read; what several share once."""
        questions = self.document.parsed.questions
        return tuple(dict.fromkeys(place for each in questions for place in self.document.places(each.spans)))

    @cached_property
    def text(self) -> str:
        """The folded text of all questions."""
        return "".join(self.texts)


def traits_of(document: Document) -> Traits:
    """What a document is recognised by."""
    parsed = document.parsed
    identifiers = frozenset(document.identifiers)
    return Traits(
        document=document,
        names=tuple(fold_name(each) for each in parsed.submitters),
        subject=fold(parsed.subject or ""),
        core=fold(_BEFORE_SUBJECT.sub("", parsed.subject or "", count=1)),
        texts=tuple(dict.fromkeys(folded for each in parsed.questions if (folded := fold(each.text)))),
        identifiers=identifiers,
        bases=frozenset(base_of(each) for each in identifiers),
        cited=frozenset(parsed.see_also),
        case_number=document.case_number,
    )


def base_of(identifier: str) -> str:
    """The identifier without the mark of a reprint: `ah-tk-20302031-1103-n1` → `ah-tk-20302031-1103`."""
    parts = parse_publication_id(identifier)
    if parts is None or not parts.reprint:
        return identifier
    return str(PublicationId(parts.series, parts.chamber, parts.session_year, parts.number))
