"""One document from its bytes to its page: the whole program in one function, to be read from top to bottom."""

import json
from datetime import UTC, datetime
from pathlib import Path

from django.test import Client

from kamervragen import authorities
from kamervragen.cite import find_citations
from kamervragen.contract import from_json, to_json
from kamervragen.model import RawDocument
from kamervragen.parse import parse
from kamervragen.read import read
from kamervragen.store.entry import make_entry
from kamervragen.store.raw import RawStore
from kamervragen.store.writing import NewSource, write_batch

EXAMPLE = Path(__file__).parent.parent / "examples" / "documents" / "ah-tk-20302031-1067.md"


def test_one_document_goes_from_its_bytes_to_its_page(record: Path) -> None:
    # Bytes, as they came.
    raw = RawDocument(name=EXAMPLE.name, data=EXAMPLE.read_bytes(), origin=str(EXAMPLE))

    # read: all characters of the document, and what their source says about them. The file's name plays no part.
    text = read(raw)
    assert text.media_type == "markdown"
    assert text.body.strip().startswith("Vragen gesteld door de leden der Kamer")

    # cite: the references to other publications, each with its characters.
    citations = find_citations(text)
    assert len(citations) == 9
    assert citations[0].target == "ah-tk-20302031-1047"
    assert text.body[slice(*citations[0].span)].endswith("nr. 1047")

    # parse: who asks whom what, and who answers. Names stand as they are printed, slips included.
    parsed = parse(text, citations, authorities.load(), source=raw.name)
    assert [(member.name, member.party) for member in parsed.submitters] == [("Rietvink", "JA21")]
    assert len(parsed.addressees) == 12
    assert parsed.respondents[0].name == "Berkenrode"
    assert parsed.received_on is not None
    assert parsed.submitted_on is not None
    assert (parsed.received_on - parsed.submitted_on).days == 18

    # Numbers are sets: one answer may belong to three questions. Three paragraphs are one question each, one is shared.
    assert [question.number for question in parsed.questions] == ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
    assert [answer.numbers for answer in parsed.answers] == [("1",), ("2", "3", "4"), ("5",), ("6", "7"), ("8",), ("9",)]
    assert [question.division for question in parsed.questions[1:4]] == ["paragraph"] * 3
    assert [question.division for question in parsed.questions[5:7]] == ["shared"] * 2

    # Every claim points at characters of the body, and every character of the body is called something.
    assert text.body[slice(*parsed.answers[1].spans[0])] == "Niet van toepassing."
    assert "".join(text.body[piece.start : piece.end] for piece in parsed.segments) == text.body

    # What is not printed is no field but an inference, which says how sure it is.
    assert parsed.id is None
    assert [(each.field, each.value, each.certainty) for each in parsed.inferred] == [
        ("session_year", "2030-2031", "likely"),
        ("id", "ah-tk-20302031-1067", "likely"),
    ]

    # The record as JSON, there and back.
    assert from_json(json.loads(json.dumps(to_json(parsed)))) == parsed

    # store: the bytes by their SHA-256, the record once, rows for what is searched.
    entry = make_entry(raw, text, parsed)
    RawStore(record).keep({raw.sha256: raw.data})
    now = datetime(2031, 3, 1, tzinfo=UTC)
    write_batch([NewSource(entry=entry, seen_at=now)], [], at=now)

    # site: the page, its JSON twin, and the bytes to download.
    site, address = Client(SERVER_NAME="localhost"), f"/documenten/{entry.claims.key}"
    page = site.get(address).content.decode()
    assert "Koffieochtenden op ministeries" in page
    assert 'id="vraag-2"' in page
    assert 'id="antwoord-2-3-4"' in page
    assert site.get(f"{address}.json").json()["submitters"][0]["name"] == "Rietvink"
    downloaded = site.get(f"{address}/bron/{raw.sha256}")
    assert b"".join(downloaded) == raw.data
