"""Everything the page of one dossier shows, ready for its template: Dossier, Timing, Comparison → DossierPage."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from kamervragen.comparisons import Comparison
from kamervragen.dossiers import Asker, Dossier
from kamervragen.folding import make_slug
from kamervragen.site.dossier_heading import tell
from kamervragen.site.dossier_question import question_address
from kamervragen.site.dossier_ties import (
    Day,
    DossierFindingView,
    DoubtView,
    RelationView,
    UnreadView,
    list_corrections,
    list_days,
    list_doubts,
    list_relations,
    list_unread,
    show_dossier_finding,
)
from kamervragen.site.dossier_words import DOSSIER_WORDS, PlaceLink, link_places
from kamervragen.site.links import slug_of_party
from kamervragen.site.matrix import Matrix, lay_out
from kamervragen.site.naming import name_subject
from kamervragen.site.timeline import Timeline, draw_timeline
from kamervragen.terms import DossierStatus
from kamervragen.timings import Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class AskerView:
    """A member who asks.

    Args:
        name: as most publications print it.
        slug: the name in the address of the member's page.
        party: likewise; "" when none is printed.
        party_slug: the party in an address.
        spellings: the other printed forms, each with where it stands.
    """

    name: str
    slug: str
    party: str
    party_slug: str
    spellings: tuple[tuple[str, tuple[PlaceLink, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """A question of a dossier: its number, its text, and the page with its answers."""

    number: str
    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPage:
    """One dossier as its page shows it.

    Args:
        key: its key.
        subject: with a capital; a fixed phrase when none is printed.
        is_dutch: whether that is the printed subject.
        status: of the whole, as a value of the record.
        status_word: the same in words.
        sentences: who answered and who did not, what stands out, what that rests on.
        subject_sources, date_sources: where these were read.
        days: its publications by day.
        questions: the addresses of the questions, in the order of the rows of the matrix.
    """

    key: str
    subject: str
    is_dutch: bool
    status: DossierStatus
    status_word: str
    sentences: tuple[str, ...]
    today: date
    submitted_on: date | None
    askers: tuple[AskerView, ...]
    subject_sources: tuple[PlaceLink, ...]
    date_sources: tuple[PlaceLink, ...]
    timeline: Timeline
    matrix: Matrix
    questions: tuple[QuestionLine, ...]
    days: tuple[Day, ...]
    unread: tuple[UnreadView, ...]
    relations: tuple[RelationView, ...]
    doubts: tuple[DoubtView, ...]
    findings: tuple[DossierFindingView, ...]
    corrections: tuple[str, ...]
    aliases: tuple[str, ...]


def present_dossier(
    dossier: Dossier, timing: Timing, comparison: Comparison, homes: Mapping[str, str], gaps: str = ""
) -> DossierPage:
    """The page of a dossier.

    Args:
        dossier: it.
        timing: where its addressees stand today.
        comparison: its answers beside each other.
        homes: the key of the dossier of each related publication or case that is in the record, by its name.
        gaps: the sentence on the numbers that are not in the record, as `dossier_heading.tell_gaps` gives it.
    """
    filing = dossier.filing
    matrix = lay_out(comparison, timing, filing.submitted_on)
    return DossierPage(
        key=dossier.key,
        subject=name_subject(filing.subject),
        is_dutch=bool(filing.subject),
        status=timing.status,
        status_word=gettext(DOSSIER_WORDS[timing.status]),
        sentences=tell(dossier, timing, comparison, matrix.columns, gaps),
        today=timing.today,
        submitted_on=filing.submitted_on,
        askers=tuple(map(_asker, filing.submitters)),
        subject_sources=link_places(filing.subjects[0].places if filing.subjects else ()),
        date_sources=link_places(filing.dates[0].places if filing.dates else ()),
        timeline=draw_timeline(dossier, timing),
        matrix=matrix,
        questions=list_questions(comparison),
        days=list_days(dossier),
        unread=list_unread(dossier.unread),
        relations=list_relations(dossier, homes),
        doubts=list_doubts(dossier),
        findings=tuple(map(show_dossier_finding, dossier.findings)),
        corrections=list_corrections(dossier),
        aliases=dossier.aliases,
    )


def list_questions(comparison: Comparison) -> tuple[QuestionLine, ...]:
    """The questions of a dossier with the pages of their answers."""
    return tuple(
        QuestionLine(number=each.number, text=each.text, href=question_address(comparison.key, each.number))
        for each in comparison.questions
    )


def _asker(asker: Asker) -> AskerView:
    others = tuple((each.text, link_places(each.places)) for each in asker.spellings if each.text != asker.name)
    return AskerView(
        name=asker.name,
        slug=make_slug(asker.name),
        party=asker.party or "",
        party_slug=slug_of_party(asker.party) if asker.party else "",
        spellings=others,
    )
