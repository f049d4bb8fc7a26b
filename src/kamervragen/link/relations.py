"""What one filing has to do with an earlier one: it asks on after its answers, or asks the same again."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from kamervragen.dossiers import Document, Relation
from kamervragen.link.comparison import Comparison, compare, evidence_of
from kamervragen.link.keys import cited_targets
from kamervragen.link.likeness import Likeness, compare_subjects
from kamervragen.link.traits import Traits, traits_of
from kamervragen.model import Citation, Span
from kamervragen.terms import Certainty, Kind, RelationKind

# How a text says that it asks on after earlier questions.
_CUE = re.compile(
    r"""
    \b(?:nadere|vervolg-?|aanvullende) \s* (?:schriftelijke \s+)? (?:kamer)?vragen\b         # "nadere vragen", "vervolgvragen"
    | \b(?:antwoord(?:en)?|beantwoording) \s+ (?:van|op) \s+                                # "de antwoorden op eerdere vragen"
      (?:\w+\s+){0,4}? (?:kamer|vervolg)?vragen\b
    | \b(?:eerdere|eerder\s+gestelde|vorige) \s+ (?:schriftelijke\s+)? (?:kamer)?vragen\b     # "eerdere schriftelijke vragen"
    | \bter\s+aanvulling\s+op\b                                                             # "ter aanvulling op vragen over"
    """,
    re.X | re.I,
)
_LEAST_REPEATED = 100  # letters: a filing of one short question is soon asked twice by chance
_SHORTEST_CORE = 15


def relate(first: Document, second: Document) -> Relation | None:
    """What the later of two filings has to do with the earlier; None when nothing. `relate(a, b) == relate(b, a)`.

    It takes two documents that `verify` does not join.
    """
    return relate_traits(traits_of(first), traits_of(second))


def relate_traits(first: Traits, second: Traits) -> Relation | None:
    """The same from traits."""
    return relate_compared(compare(first, second))


def relate_compared(comparison: Comparison) -> Relation | None:
    """The same from two that are compared already."""
    first, second = comparison.first, comparison.second
    if first.key == second.key or Kind.OTHER in (first.kind, second.kind):
        return None
    followed = _cited_follow_up(first, second) or _cited_follow_up(second, first)
    if followed:
        return followed
    later, earlier = sorted((first, second), key=lambda each: (each.submitted_on or date.min, each.key), reverse=True)
    return _repeat(comparison, later, earlier) or _follow_up_in_name(comparison, later, earlier)


def cited_relations(document: Document) -> tuple[Relation, ...]:
    """The follow-ups that a document names by identifier, whether or not the record holds what they name."""
    targets = dict.fromkeys(each.target for each in _asked_on(document) if each.target)
    return tuple(_follow_up(document, target, target) for target in targets if target not in document.identifiers)


def _cited_follow_up(source: Traits, target: Traits) -> Relation | None:
    """The relation when the source asks on after something that it cites, and that is the target."""
    if not any(each in target.identifiers or each == target.case_number for each in cited_targets(source.document)):
        return None
    names = target.identifiers | {target.case_number}
    cited = sorted({each.target for each in _asked_on(source.document) if each.target in names and each.target})
    if not cited or source.case_number == cited[0]:
        return None
    is_backwards = bool(source.submitted_on and target.submitted_on and source.submitted_on < target.submitted_on)
    return _follow_up(source.document, target.key, cited[0], is_backwards=is_backwards)


def _follow_up(document: Document, target: str, cited_as: str, *, is_backwards: bool = False) -> Relation:
    spans = [each.span for each in _asked_on(document) if each.target == cited_as]
    detail = f"{document.key} vraagt door naar aanleiding van {cited_as}."
    if is_backwards:
        detail = f"{document.key} noemt {cited_as} als eerdere vragen, maar die zijn later ingediend."
    return Relation(
        source=document.key,
        target=target,
        kind=RelationKind.FOLLOW_UP,
        certainty=Certainty.GUESS if is_backwards else _certainty_of(document),
        cited_as=cited_as,
        evidence=document.places(spans),
        detail=detail,
    )


def _certainty_of(document: Document) -> Certainty:
    """A filing whose subject says so is a follow-up; one of whose questions says so is likely to be one."""
    return Certainty.CERTAIN if _CUE.search(document.parsed.subject or "") else Certainty.LIKELY


def _asked_on(document: Document) -> Iterator[Citation]:
    """The citations of Aanhangsel numbers and cases by which a document says that it asks on after them.

    They stand in its subject, or in a question, note or remark that has the cue itself or hangs on a question that has it.
    """
    parsed = document.parsed
    is_cued = bool(_CUE.search(parsed.subject or ""))
    asked = [(each.spans, is_cued or bool(_CUE.search(each.text))) for each in parsed.questions]
    remark = (parsed.remark_spans, bool(_CUE.search(parsed.remarks or "")))
    subject = (tuple(place.span for place in document.read_at("subject")), is_cued)
    any_cue = is_cued or any(cue for _, cue in asked)
    notes = [(each.spans, any_cue and _is_about_questions(each.text)) for each in parsed.footnotes]
    cued = [span for spans, cue in (subject, *asked, remark, *notes) if cue for span in spans]
    wanted = set(cited_targets(document)) - {document.case_number}
    return (each for each in document.citations if each.target in wanted and _is_within(each.span, cued))


def _is_about_questions(note: str) -> bool:
    return "vragen" in note.lower() or "aanhangsel" in note.lower()


def _is_within(span: Span, spans: Iterable[Span]) -> bool:
    return any(each.start <= span.start and span.end <= each.end for each in spans)


def _repeat(comparison: Comparison, later: Traits, earlier: Traits) -> Relation | None:
    """The relation when both ask the same and another member, day, case or office says that they are two filings."""
    if min(len(later.text), len(earlier.text)) < _LEAST_REPEATED:
        return None
    if not _are_two_filings(comparison) or comparison.text not in (Likeness.SAME, Likeness.NEAR):
        return None
    word = "dezelfde vragen" if comparison.text is Likeness.SAME else "bijna dezelfde vragen"
    return Relation(
        source=later.key,
        target=earlier.key,
        kind=RelationKind.REPEAT,
        certainty=Certainty.CERTAIN if comparison.text is Likeness.SAME else Certainty.LIKELY,
        evidence=evidence_of(comparison),
        detail=f"{later.key} stelt {word} als {earlier.key}.",
    )


def _are_two_filings(comparison: Comparison) -> bool:
    return Likeness.DIFFERENT in (comparison.members, comparison.day, comparison.case, comparison.offices)


def _follow_up_in_name(comparison: Comparison, later: Traits, earlier: Traits) -> Relation | None:
    """The relation when the later one calls itself "nadere vragen" on the subject that the same member asked about before."""
    subject = later.document.parsed.subject or ""
    if not _CUE.search(subject) or later.submitted_on is None or earlier.submitted_on is None:
        return None
    is_later = earlier.submitted_on < later.submitted_on
    about = compare_subjects(later.core, earlier.core)
    is_about_one = len(later.core) >= _SHORTEST_CORE and about.agrees
    if not is_later or not is_about_one or comparison.members is not Likeness.SAME:
        return None
    return Relation(
        source=later.key,
        target=earlier.key,
        kind=RelationKind.FOLLOW_UP,
        certainty=Certainty.LIKELY if about is Likeness.SAME else Certainty.GUESS,
        evidence=(*later.document.read_at("subject"), *earlier.document.read_at("subject")),
        detail=f"{later.key} noemt zich vervolg, met het onderwerp en de indiener van {earlier.key}.",
    )
