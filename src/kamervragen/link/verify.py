"""Whether two documents belong to one filing: a function of the two and of nothing else, so that no order can matter.

The strongest tie between them decides what is asked of the rest: a shared case number holds unless the documents contradict it,
a "zie ook" must be borne out by what both print, and where nothing ties them member, day, subject and text must agree.
"""

from collections.abc import Callable

from kamervragen.dossiers import Document, Link, Place
from kamervragen.link.comparison import Comparison, agreement_words, compare, evidence_of
from kamervragen.link.likeness import Likeness
from kamervragen.link.traits import Traits, traits_of
from kamervragen.terms import Certainty, Kind, LinkKind, Verdict

_Outcome = tuple[Verdict, Certainty]
_CERTAIN: _Outcome = (Verdict.JOINED, Certainty.CERTAIN)
_LIKELY: _Outcome = (Verdict.JOINED, Certainty.LIKELY)
_SUGGESTED: _Outcome = (Verdict.SUGGESTED, Certainty.GUESS)
_CONTRADICTED: _Outcome = (Verdict.CONTRADICTED, Certainty.LIKELY)


def verify(first: Document, second: Document) -> Link | None:
    """What ties two documents to one filing; None when nothing does. `verify(a, b) == verify(b, a)`."""
    return verify_traits(traits_of(first), traits_of(second))


def verify_traits(first: Traits, second: Traits) -> Link | None:
    """The same from traits."""
    return verify_compared(compare(first, second))


def verify_compared(comparison: Comparison) -> Link | None:
    """The same from two that are compared already."""
    first, second = comparison.first, comparison.second
    if first.key == second.key:
        return None
    for kind, is_tied, judge in _TIES:
        if is_tied(first, second):
            outcome = judge(comparison)
            return _link(kind, outcome, comparison) if outcome else None
    return None


def _share_identifier(first: Traits, second: Traits) -> bool:
    return bool(first.identifiers & second.identifiers)


def _are_reprints(first: Traits, second: Traits) -> bool:
    return bool(first.bases & second.bases)


def _share_case(first: Traits, second: Traits) -> bool:
    return first.case_number is not None and first.case_number == second.case_number


def _cited_as(first: Traits, second: Traits) -> str:
    """The identifier by which the heading of the first refers to the second; "" when it does not."""
    return min(first.cited & (second.identifiers | second.bases), default="")


def _one_cites(first: Traits, second: Traits) -> bool:
    return bool(_cited_as(first, second) or _cited_as(second, first))


def _may_be_compared(first: Traits, second: Traits) -> bool:
    """Whether both are about written questions, or both about oral ones, and not each the filing itself under a number."""
    are_filings = first.kind is second.kind is Kind.QUESTION
    are_numbered = first.document.official_id is not None and second.document.official_id is not None
    are_readable = Kind.OTHER not in (first.kind, second.kind) and first.form is second.form
    return are_readable and not (are_filings and are_numbered)


def _judge_number(comparison: Comparison) -> _Outcome:
    """A shared number holds, unless most of what both print speaks against it."""
    other_text = comparison.text is Likeness.DIFFERENT and comparison.n_different >= 2
    if comparison.chamber is Likeness.DIFFERENT or other_text or comparison.n_different > max(1, comparison.n_agreeing):
        return _CONTRADICTED
    return _LIKELY if comparison.n_different else _CERTAIN


def _judge_see_also(comparison: Comparison) -> _Outcome:
    """A reference holds when two aspects agree and none differs, or when all but one agree and it is not the text."""
    if Likeness.DIFFERENT in (comparison.case, comparison.chamber):
        return _CONTRADICTED
    if not comparison.are_asked_alike and not comparison.n_different:
        return _SUGGESTED
    if comparison.n_agreeing >= 2 and not comparison.n_different:
        return _CERTAIN if comparison.is_exact or comparison.n_agreeing >= 3 else _LIKELY
    if comparison.n_agreeing == 3 and comparison.text.agrees:
        return _LIKELY
    is_other = comparison.text is Likeness.DIFFERENT or comparison.n_different > comparison.n_agreeing
    return _CONTRADICTED if is_other else _SUGGESTED


def _judge_filing(comparison: Comparison) -> _Outcome | None:
    """Without number and reference the text with member and day must agree, or where no text is, all the rest."""
    needed = (comparison.chamber, comparison.case, comparison.day, comparison.members)
    if Likeness.DIFFERENT in needed:  # asked first: most that share a key are other filings, and comparing texts costs most
        return None
    outcome = _of_text(comparison) if comparison.text.agrees else _of_heading(comparison)
    return outcome if outcome is None or comparison.are_asked_alike else _SUGGESTED


def _of_text(comparison: Comparison) -> _Outcome | None:
    """The outcome where the questions agree: with member and day certain; with one of both misprinted only with the subject."""
    members, day, subject = comparison.members, comparison.day, comparison.subject
    if members is Likeness.SAME and day is Likeness.SAME:
        return _CERTAIN if comparison.is_exact else _LIKELY
    if day is Likeness.SAME and (subject.agrees or comparison.text is Likeness.SAME):
        return _LIKELY  # a misprinted or missing name
    if day is Likeness.NEAR and members is Likeness.SAME and subject.agrees:
        return _LIKELY  # a misprinted day
    return _SUGGESTED


def _of_heading(comparison: Comparison) -> _Outcome | None:
    """The outcome where no text can be compared, as for most notices: member, day and subject, one of them near at most."""
    aspects = (comparison.members, comparison.day, comparison.subject)
    if Likeness.DIFFERENT in (comparison.text, comparison.subject):
        return None
    n_near = sum(each is Likeness.NEAR for each in aspects)
    if comparison.day is Likeness.SAME and Likeness.UNKNOWN not in aspects and n_near <= 1:
        return _LIKELY
    return _SUGGESTED if comparison.n_agreeing >= 2 and n_near <= 1 else None


_Judge = Callable[[Comparison], _Outcome | None]
_TIES: tuple[tuple[LinkKind, Callable[[Traits, Traits], bool], _Judge], ...] = (
    (LinkKind.IDENTIFIER, _share_identifier, _judge_number),
    (LinkKind.REPRINT, _are_reprints, _judge_number),
    (LinkKind.CASE_NUMBER, _share_case, _judge_number),
    (LinkKind.SEE_ALSO, _one_cites, _judge_see_also),
    (LinkKind.SAME_FILING, _may_be_compared, _judge_filing),
)


def _link(kind: LinkKind, outcome: _Outcome, comparison: Comparison) -> Link:
    first, second = comparison.first, comparison.second
    source, target = (second, first) if not _cited_as(first, second) and _cited_as(second, first) else (first, second)
    verdict, certainty = outcome
    return Link(
        source=source.key,
        target=target.key,
        kind=kind,
        verdict=verdict,
        certainty=certainty,
        cited_as=_cited_as(source, target),
        evidence=(*_tie_evidence(kind, source, target), *evidence_of(comparison)),
        detail=f"{_tie_words(kind, verdict, source, target)}; {agreement_words(comparison)}.",
    )


_FIELDS = {LinkKind.IDENTIFIER: "id", LinkKind.REPRINT: "id", LinkKind.CASE_NUMBER: "case_number", LinkKind.SEE_ALSO: "see_also"}


def _tie_evidence(kind: LinkKind, source: Traits, target: Traits) -> tuple[Place, ...]:
    """Where the number stands in both, or the reference in the one that refers."""
    documents = (source.document,) if kind is LinkKind.SEE_ALSO else (source.document, target.document)
    return tuple(place for each in documents if kind in _FIELDS for place in each.read_at(_FIELDS[kind]))


def _tie_words(kind: LinkKind, verdict: Verdict, source: Traits, target: Traits) -> str:
    words = {
        LinkKind.IDENTIFIER: "Beide zijn dezelfde publicatie",
        LinkKind.REPRINT: "Het ene nummer is dat van een herdruk van het andere",
        LinkKind.CASE_NUMBER: f"Beide noemen zaaknummer {source.case_number}",
        LinkKind.SEE_ALSO: f"{source.key} verwijst naar {target.key}",
        LinkKind.SAME_FILING: "Geen nummer en geen verwijzing verbindt deze stukken",
    }[kind]
    return f"{words}, maar dat gaat over andere vragen" if verdict is Verdict.CONTRADICTED else words
