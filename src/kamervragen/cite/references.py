"""Every reference of a text, of all kinds: Text → Citations."""

from bisect import bisect_left, insort
from collections.abc import Iterator

from kamervragen.cite import chamber, inside, law, press
from kamervragen.cite.find import find_citations
from kamervragen.cite.official import recognise
from kamervragen.model import Citation, Span, Text
from kamervragen.terms import BlockKind, CitationKind, MarkKind

# What stands first takes its characters: an address may hold a case number, and a paper's reference a number that looks like one.
FORMS = (*press.FORMS, *law.FORMS, *chamber.FORMS, *inside.FORMS)


def find_references(text: Text) -> tuple[Citation, ...]:
    """Every reference in a text, in printed order.

    Several publications under one reference ("nr. 4 en 5", "vraag 2 en 3") are several citations. What is recognised as a
    reference but not understood has no target. No two overlap, but for those that share one reference.
    """
    taken: list[Span] = []
    found: list[Citation] = []
    for group in _groups(text):
        spans = {citation.span for citation in group}
        if all(_is_free(span, taken) for span in spans):
            found.extend(group)
            for span in spans:
                insort(taken, span)
    return tuple(sorted(found, key=lambda each: each.span))


def _groups(text: Text) -> Iterator[tuple[Citation, ...]]:
    """The citations of each reference, the surest kind first."""
    yield from _links(text)
    for citation in find_citations(text):
        yield (citation,)
    for form in FORMS:
        for match in form.find(text.body):
            references = tuple(form.references(match))
            if references:
                yield tuple(_citation(form.kind, span, target) for span, target in references)


def _citation(kind: CitationKind, span: Span, target: str | None) -> Citation:
    """The citation of a reference; an address on an official site is what stands there."""
    official = recognise(target) if target and kind in (CitationKind.ADDRESS, CitationKind.NEWS) else None
    return (
        Citation(span=span, target=official[1], kind=official[0]) if official else Citation(span=span, target=target, kind=kind)
    )


def _links(text: Text) -> Iterator[tuple[Citation, ...]]:
    """The links that the source itself makes, outside its navigation."""
    furniture = [block.span for block in text.blocks if block.kind is BlockKind.FURNITURE]
    for mark in text.marks:
        if mark.kind is not MarkKind.LINK or mark.span.start == mark.span.end or not _is_free(mark.span, furniture):
            continue
        official = recognise(mark.target)
        if official:
            yield (Citation(span=mark.span, target=official[1], kind=official[0]),)
        elif mark.target.startswith("http"):
            yield (Citation(span=mark.span, target=mark.target, kind=CitationKind.ADDRESS),)


def _is_free(span: Span, taken: list[Span]) -> bool:
    """Whether a span shares no character with those taken, which ascend and do not overlap."""
    at = bisect_left(taken, span)
    is_free_before = at == 0 or taken[at - 1].end <= span.start
    return is_free_before and (at == len(taken) or span.end <= taken[at].start)
