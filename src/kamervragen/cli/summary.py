"""A parsed document as a person reads it in a terminal."""

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date

from kamervragen.dutch.counting import join_words
from kamervragen.dutch.offices import office_words
from kamervragen.model import ParsedDocument, Respondent, Submitter
from kamervragen.site.words import CERTAINTY_WORDS, KIND_WORDS, count_words, inference_words

_WIDTH = 110


def summarise(parsed: ParsedDocument) -> str:
    """The lines of a summary: heading, questions with their answers, what was inferred, and findings."""
    return "\n".join((parsed.source, *_heading(parsed), *_items(parsed), *_inferred(parsed), *_findings(parsed), ""))


def _heading(parsed: ParsedDocument) -> Iterator[str]:
    rows = (
        ("soort", KIND_WORDS[parsed.kind]),
        ("kenmerk", parsed.id or "geen"),
        ("onderwerp", parsed.subject or "niet gevonden"),
        ("gevraagd door", join_words([_submitter(each) for each in parsed.submitters])),
        ("gericht aan", join_words([office_words(each.role, each.portfolio) for each in parsed.addressees])),
        ("beantwoord door", join_words([_respondent(each) for each in parsed.respondents])),
        ("mede namens", join_words([_respondent(each) for each in parsed.on_behalf_of])),
        ("data", _dates(parsed)),
        ("zie ook", join_words(parsed.see_also)),
    )
    return (line for name, value in rows if value for line in _wrap(f"{name}: {value}"))


def _submitter(submitter: Submitter) -> str:
    return f"{submitter.name} ({submitter.party})" if submitter.party else submitter.name


def _respondent(respondent: Respondent) -> str:
    office = office_words(respondent.role, respondent.portfolio)
    return f"{respondent.name}, {office}" if respondent.name else office


def _dates(parsed: ParsedDocument) -> str:
    dates = (("ingezonden", parsed.submitted_on), ("ontvangen", parsed.received_on), ("brief van", parsed.letter_date))
    return ", ".join(f"{word} {_day(day)}" for word, day in dates if day)


def _day(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"


def _items(parsed: ParsedDocument) -> Iterator[str]:
    counts = (
        count_words(len(parsed.questions), "vraag", "vragen"),
        count_words(len(parsed.answers), "antwoord", "antwoorden"),
        count_words(len(parsed.footnotes), "voetnoot", "voetnoten"),
    )
    yield f"  {join_words(counts)}"
    for question in parsed.questions:
        yield from _wrap(f"Vraag {question.number}: {question.text}")
    for answer in parsed.answers:
        yield from _wrap(f"Antwoord {join_words(answer.numbers)}: {answer.text}")
    if parsed.remarks:
        yield from _wrap(f"Toelichting of mededeling: {parsed.remarks}")


def _inferred(parsed: ParsedDocument) -> Iterator[str]:
    for each in parsed.inferred:
        yield from _wrap(f"Afgeleid: {' '.join(inference_words(each))} ({CERTAINTY_WORDS[each.certainty]})")


def _findings(parsed: ParsedDocument) -> Iterator[str]:
    yield f"  {count_words(len(parsed.findings), 'bevinding', 'bevindingen')}"
    for each in parsed.findings:
        place = f" (tekens {each.span.start} tot {each.span.end})" if each.span else ""
        yield from _wrap(f"! {each.detail}{place}")


def _wrap(line: str) -> Iterable[str]:
    line = " ".join(line.split())
    return textwrap.wrap(line, _WIDTH, initial_indent="  ", subsequent_indent="      ", break_on_hyphens=False)
