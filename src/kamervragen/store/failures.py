"""The register of failures: one row for each document that could not be fetched, read or parsed, until it can."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from kamervragen.store.models import Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedDocument:
    """A document that is not in the record, and why.

    Args:
        where: the path, with the path inside an archive after it.
        name: the file name, or the path inside an archive.
        sha256: of its bytes, which are kept; "" when they could not be had.
        stage: `fetch`, `read` or `work` (the time was up, or a program broke down).
        code: a stable word.
        message: one sentence for the person who meets it.
    """

    where: str
    name: str
    sha256: str
    stage: str
    code: str
    message: str


def register_failures(failed: Sequence[FailedDocument], at: datetime) -> None:
    """Add failures to the register, or count one more attempt of those that are there."""
    known = {each.where: each for each in Failure.objects.filter(where__in=[each.where for each in failed])} if failed else {}
    latest = {each.where: each for each in failed}
    Failure.objects.bulk_create(
        [_row(each, known.get(where), at) for where, each in latest.items()],
        update_conflicts=True,
        unique_fields=["where"],
        update_fields=["name", "sha256", "stage", "code", "message", "n_attempts", "last_seen_at"],
    )


def _row(failed: FailedDocument, known: Failure | None, at: datetime) -> Failure:
    return Failure(
        where=failed.where,
        name=failed.name,
        sha256=failed.sha256,
        stage=failed.stage,
        code=failed.code,
        message=failed.message,
        n_attempts=known.n_attempts + 1 if known else 1,
        first_seen_at=known.first_seen_at if known else at,
        last_seen_at=at,
    )


def forget_failures(sha256s: Sequence[str], wheres: Sequence[str]) -> None:
    """Take what succeeded out of the register, and the archives that it came from: they could be opened."""
    archives = {where.rpartition("!")[0] for where in wheres if "!" in where}
    Failure.objects.filter(Q(sha256__in=sha256s) | Q(where__in=archives.union(wheres))).delete()
