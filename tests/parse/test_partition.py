from hypothesis import given, settings
from hypothesis import strategies as st

from kamervragen.model import ParsedDocument
from parsing import parse_lines, parts

PIECES = st.sampled_from(
    [
        "Vragen van het lid Bakker (SP) aan de Minister van Defensie over vrede (ingezonden 1 april 2031).",
        "Antwoord van Minister Smit (Defensie) (ontvangen 9 april 2031).",
        "Zie ook Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 5.",
        "Vraag 1", "Vraag 2, 3 en 4", "Antwoord 1", "Antwoord op vraag 2 t/m 4", "Antwoord", "1", "2.", "Toelichting", "Mededeling",
        "Klopt dat?1", "Ja.", "1Krant, 2 mei 2031", "– een punt", "a\tb\t1 2 3",
        "Tweede Kamer, vergaderjaar 2030–2031, Aanhangsel 1", "ah-tk-20302031-5", "ISSN 0921 - 7398", "\f", "", " ", "afge-", "broken",
    ]
)  # fmt: skip


def assert_sound(parsed: ParsedDocument, body: str) -> None:
    """The segments partition the body, and every span of the record lies in it."""
    edges = [(segment.start, segment.end) for segment in parsed.segments]
    assert [0, *(end for _, end in edges)] == [*(start for start, _ in edges), len(body)]
    assert all(start < end for start, end in edges)
    spans = [span for each in (*parsed.questions, *parsed.answers, *parsed.footnotes, *parsed.evidence) for span in each.spans]
    spans += [finding.span for finding in parsed.findings if finding.span]
    assert all(0 <= start < end <= len(body) for start, end in spans)
    unknown = [segment for segment in parsed.segments if segment.kind == "unknown"]
    assert len(unknown) == sum(finding.code == "not_understood" for finding in parsed.findings)


@given(st.lists(PIECES, max_size=30), st.sampled_from(["\n", "\n\n", " ", ""]))
@settings(max_examples=200, deadline=None)
def test_segments_partition_any_mixture_of_the_forms(pieces: list[str], glue: str) -> None:
    body = glue.join(pieces)

    assert_sound(parse_lines(body), body)


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_segments_partition_any_text(printed: str) -> None:
    from kamervragen.read.plain import read_plain

    assert_sound(parse_lines(printed), read_plain(printed.encode()).body)


@given(st.lists(PIECES, max_size=20))
@settings(max_examples=50, deadline=None)
def test_parsing_twice_gives_equal_records(pieces: list[str]) -> None:
    body = "\n".join(pieces)

    assert parse_lines(body) == parse_lines(body)


def test_every_piece_of_a_page_is_called_by_its_name() -> None:
    body = (
        "Tweede Kamer der Staten-Generaal2\nVergaderjaar 2030–2031 Aanhangsel van de Handelingen\n7\n"
        "Vragen van het lid Bakker (SP) aan de Minister van Defensie over vrede (ingezonden 1 april 2031).\n"
        "Antwoord van Minister Smit (Defensie) (ontvangen 9 april 2031).\n"
        "Vraag 1\nKlopt dat?1\nAntwoord 1\nJa.\n1Krant, 2 mei 2031\n"
        "ah-tk-20302031-7\nISSN 0921 - 7398 ’s-Gravenhage 2031 Tweede Kamer, vergaderjaar 2030–2031, Aanhangsel 1\n"
    )
    parsed = parse_lines(body)

    assert (parsed.id, parsed.session_year, parsed.number) == ("ah-tk-20302031-7", "2030-2031", 7)
    assert parts(parsed, body, "label") == ["Vraag 1", "Antwoord 1"]
    assert parts(parsed, body, "question") == ["Klopt dat?"]
    assert parts(parsed, body, "marker") == ["1"]
    assert parts(parsed, body, "answer") == ["Ja."]
    assert parts(parsed, body, "footnote") == ["1", "Krant, 2 mei 2031"]
    assert parts(parsed, body, "unknown") == []
    assert "".join(parts(parsed, body, "furniture")).startswith("ah-tk-20302031-7")
