"""Entries for the record, made of invented documents without reading any bytes."""

from datetime import UTC, datetime, timedelta

from kamervragen.model import Answer, ParsedDocument, Question, RawDocument, Span, Submitter, Text
from kamervragen.store.entry import Entry, make_entry
from kamervragen.store.writing import NewSource
from kamervragen.terms import Division, Kind, MediaType

NOON = datetime(2031, 3, 2, 12, 0, tzinfo=UTC)


def make(data: str, media_type: MediaType = MediaType.PLAIN, **fields: object) -> Entry:
    """The entry of a document with these characters, of which these fields were read."""
    text = Text(body=data, media_type=media_type, reader=f"{media_type} 1")
    parsed = ParsedDocument(**{"source": "vragen.txt", "kind": Kind.ANSWER, **fields})
    return make_entry(RawDocument(name="vragen.txt", data=data.encode(), origin=f"/in/{data}"), text, parsed)


def handed_in(*entries: Entry, minute: int = 0) -> list[NewSource]:
    """The entries as they were handed in, one second after the other, from this minute past noon."""
    first = NOON + timedelta(minutes=minute)
    return [NewSource(entry=entry, seen_at=first + timedelta(seconds=n)) for n, entry in enumerate(entries)]


def two_questions(asked_by: str = "Jansen") -> dict[str, object]:
    """The fields of a document with two questions and one answer to both."""
    spans = (Span(0, 1),)
    return {
        "subject": "het weer",
        "submitters": (Submitter(name=asked_by, party="Partij A"),),
        "questions": (
            Question(number="1", text="Regent het?", division=Division.PARAGRAPH, spans=spans),
            Question(number="2", text="En morgen?", division=Division.PARAGRAPH, spans=spans),
        ),
        "answers": (Answer(numbers=("1", "2"), text="Ja.", spans=spans),),
        "see_also": ("ah-tk-20302031-7",),
    }
