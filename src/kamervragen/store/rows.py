"""The rows of publications: questions, answers, people, references and findings, replaced as one set."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from django.db import connection

from kamervragen.store.abstract_models import Row
from kamervragen.store.dossier_models import CitationRow
from kamervragen.store.entry import Claims
from kamervragen.store.models import Answer, FindingRow, Office, Question, Reference, Submitter

# Each table with the field of `Claims` that fills it.
TABLES: Mapping[type[Row], str] = {
    Question: "questions",
    Answer: "answers",
    Submitter: "submitters",
    Office: "offices",
    Reference: "references",
    CitationRow: "citations",
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
        columns = {publication_id: getattr(each, field) for publication_id, each in claims.items() if getattr(each, field)}
        if columns:
            _insert(table, columns)


def _insert(table: type[Row], columns: Mapping[int, Sequence[NamedTuple]]) -> None:
    """Write rows without making model objects of them: most of the rows of the record are these."""
    names = ("publication_id", "position", *next(iter(columns.values()))[0]._fields)
    quoted = ", ".join(connection.ops.quote_name(name) for name in names)
    sql = f"INSERT INTO {table._meta.db_table} ({quoted}) VALUES ({', '.join(['%s'] * len(names))})"  # noqa: S608 - our own names
    rows = [(publication_id, n, *row) for publication_id, each in columns.items() for n, row in enumerate(each)]
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)
