"""What is true of every record, whatever was parsed."""

from collections.abc import Iterator

from kamervragen.contract import from_json, to_json
from kamervragen.model import ParsedDocument, Span, Text


def check_record(text: Text, parsed: ParsedDocument) -> None:
    """Segments partition the body, spans lie in it, what is unknown has a finding, and the JSON gives the record back."""
    edges = [(segment.start, segment.end) for segment in parsed.segments]
    assert [0, *(end for _, end in edges)] == [*(start for start, _ in edges), len(text.body)]
    assert all(start < end for start, end in edges)
    assert all(0 <= start <= end <= len(text.body) for start, end in _spans(parsed))
    unknown = [segment for segment in parsed.segments if segment.kind == "unknown"]
    assert len(unknown) == sum(finding.code == "not_understood" for finding in parsed.findings)
    assert from_json(to_json(parsed)) == parsed


def _spans(parsed: ParsedDocument) -> Iterator[Span]:
    for each in (
        *parsed.submitters, *parsed.addressees, *parsed.respondents, *parsed.on_behalf_of, *parsed.questions, *parsed.answers,
        *parsed.footnotes, *parsed.evidence,
    ):  # fmt: skip
        yield from each.spans
    for inference in parsed.inferred:
        yield from inference.evidence
    yield from parsed.remark_spans
    yield from (finding.span for finding in parsed.findings if finding.span)
