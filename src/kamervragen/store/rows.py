"""The rows of publications: questions, answers, people, references and findings, replaced as one set."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from kamervragen.store.entry import Claims
from kamervragen.store.models import Answer, FindingRow, Office, Question, Reference, Row, Submitter

# Each table with the field of `Claims` that fills it.
TABLES: Mapping[type[Row], str] = {
    Question: "questions",
    Answer: "answers",
    Submitter: "submitters",
    Office: "offices",
    Reference: "references",
    FindingRow: "findings",
}


def replace_rows(claims: Mapping[int, Claims], known: Collection[int]) -> None:
    """Write the rows of publications.

    Args:
        claims: what each says, by the publication's primary key.
        known: the publications that may have rows already.
    """
    rewritten = [publication_id for publication_id in claims if publication_id in set(known)]
    for table, field in TABLES.items():
        if rewritten:
            table._default_manager.filter(publication_id__in=rewritten).delete()
        rows = [row for publication_id, each in claims.items() for row in _rows(table, publication_id, getattr(each, field))]
        table._default_manager.bulk_create(rows)


def _rows(table: type[Row], publication_id: int, columns: Sequence[NamedTuple]) -> list[Row]:
    return [table(publication_id=publication_id, position=position, **each._asdict()) for position, each in enumerate(columns)]
