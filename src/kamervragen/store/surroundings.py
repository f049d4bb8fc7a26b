"""What stands around a publication in the record, in one query: the numbers beside it, the same case, what refers to it."""

from dataclasses import dataclass
from enum import StrEnum

from django.db import connection

from kamervragen.identifiers import parse_publication_id
from kamervragen.model import Span

_LARGEST_NUMBER = 2_000_000_000  # what an integer column of every database holds


class Relation(StrEnum):
    """How another publication stands to one."""

    PREVIOUS = "previous"
    FOLLOWING = "following"
    SAME_NUMBER = "same_number"
    SAME_CASE = "same_case"
    CITED_BY = "cited_by"
    NAMED_BY = "named_by"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedRow:
    """Another publication, and how it stands to the one that was asked about.

    Args:
        key: its key.
        kind: a value of `terms.Kind`.
        inferred_id: the identifier that it does not print and is believed to have; None when it prints one, or none is believed.
        span: the characters of its text that name the one that was asked about; None where its heading does, or nothing.
    """

    relation: Relation
    key: str
    kind: str
    inferred_id: str | None
    span: Span | None = None


# Written as SQL because pages ask for all of this at once: made by the ORM it is five queries, each of which costs more to
# put together than all of them here to answer. Every branch is served by an index.
_BESIDE = "session_year = %(year)s AND chamber = %(chamber)s AND is_official AND number"
_OLDEST_FIRST = "ORDER BY dated_on IS NULL, dated_on, number, key LIMIT %(most)s"
_CITING = "id IN (SELECT publication_id FROM store_reference WHERE target IN (%(key)s, %(identifier)s))"
_BRANCHES = {
    Relation.PREVIOUS: f"{_BESIDE} < %(number)s ORDER BY number DESC, key LIMIT 1",
    Relation.FOLLOWING: f"{_BESIDE} > %(number)s ORDER BY number, key LIMIT 1",
    Relation.SAME_NUMBER: f"{_BESIDE} = %(number)s ORDER BY key LIMIT %(most)s",
    Relation.SAME_CASE: f"case_number = %(case)s {_OLDEST_FIRST}",
    Relation.CITED_BY: f"{_CITING} AND (case_number IS NULL OR case_number <> %(case)s) {_OLDEST_FIRST}",
}
_NOWHERE = "CAST(NULL AS INTEGER), CAST(NULL AS INTEGER)"
_OTHERS = f"SELECT key, kind, inferred_id, {_NOWHERE} FROM store_publication WHERE key <> %(key)s AND"  # noqa: S608 -- as below
# Texts that name it, but for those that CITED_BY and SAME_CASE tell already. A text names the case of questions and means them.
_NAMING = """
SELECT key, store_publication.kind, inferred_id, naming.start, naming."end"
FROM store_citationrow AS naming JOIN store_publication ON store_publication.id = naming.publication_id
WHERE naming.target IN (%(key)s, %(identifier)s, %(asked_case)s) AND key <> %(key)s
AND (case_number IS NULL OR case_number <> %(case)s)
AND naming.publication_id NOT IN (SELECT publication_id FROM store_reference WHERE target IN (%(key)s, %(identifier)s))
"""
_SELECTS = {
    **{relation: f"{_OTHERS} {condition}" for relation, condition in _BRANCHES.items()},
    Relation.NAMED_BY: f"{_NAMING} {_OLDEST_FIRST}",
}
_QUERY = " UNION ALL ".join(
    f"SELECT '{relation}', {relation}.* FROM ({select}) AS {relation}"  # noqa: S608 -- all values are parameters
    for relation, select in _SELECTS.items()
)


def find_surroundings(key: str, identifier: str, case_number: str | None, *, most: int) -> tuple[RelatedRow, ...]:
    """What stands around a publication, which need not be in the record itself; each relation in its order.

    Args:
        key: its key.
        identifier: the official one that it has or is believed to have; the key where it has none, and so no numbers beside it.
        case_number: that it prints; publications of the same case that refer to it are listed once, as of that case.
        most: of how many publications of one relation at most.
    """
    parts = parse_publication_id(identifier)
    number = int(parts.number) if parts and parts.number.isdecimal() else None
    values = {
        "key": key,
        "identifier": identifier,
        "year": str(parts.session_year) if parts and parts.session_year else None,
        "chamber": parts.chamber if parts else None,
        "number": number if number is not None and number < _LARGEST_NUMBER else None,
        "case": case_number or "",
        "asked_case": parts.number if parts and parts.series == "kv" else key,
        "most": most,
    }
    with connection.cursor() as cursor:
        cursor.execute(_QUERY, values)
        return tuple(
            RelatedRow(
                relation=Relation(relation),
                key=found,
                kind=kind,
                inferred_id=inferred_id,
                span=None if start is None else Span(start, end),
            )
            for relation, found, kind, inferred_id, start, end in cursor.fetchall()
        )
