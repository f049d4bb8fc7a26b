"""A dossier as JSON: the records that its page shows, without the documents, of which each has a twin of its own."""

from dataclasses import dataclass

from kamervragen.comparisons import ComparedQuestion, Comparison, Reply
from kamervragen.dossiers import Dossier, DossierFinding, Filing, Link, Relation, Unread
from kamervragen.terms import DossierPart
from kamervragen.timings import Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinMembership:
    """A publication of the dossier by its key, what it is in it, and why it belongs there."""

    key: str
    part: DossierPart
    replaces: str | None
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierTwin:
    """What the record says of a dossier. Places are `[key, [start, end]]`, in code points of the publication's body."""

    key: str
    aliases: tuple[str, ...]
    filing: Filing
    memberships: tuple[TwinMembership, ...]
    unread: tuple[Unread, ...]
    relations: tuple[Relation, ...]
    doubts: tuple[Link, ...]
    findings: tuple[DossierFinding, ...]
    timing: Timing
    comparison: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionTwin:
    """What the record says of one question of a dossier and its answers."""

    key: str
    replies: tuple[Reply, ...]
    question: ComparedQuestion


def make_twin(dossier: Dossier, timing: Timing, comparison: Comparison) -> DossierTwin:
    """The twin of a dossier's page."""
    memberships = (
        TwinMembership(key=each.key, part=each.part, replaces=each.replaces, links=each.links) for each in dossier.memberships
    )
    return DossierTwin(
        key=dossier.key,
        aliases=dossier.aliases,
        filing=dossier.filing,
        memberships=tuple(memberships),
        unread=dossier.unread,
        relations=dossier.relations,
        doubts=dossier.doubts,
        findings=dossier.findings,
        timing=timing,
        comparison=comparison,
    )
