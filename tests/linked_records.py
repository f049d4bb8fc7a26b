"""Publications of invented filings put into a record and linked, as an ingest does it."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kamervragen.dossiers import Document
from kamervragen.ingest.linking import Linked, link_changed
from kamervragen.model import RawDocument, Text
from kamervragen.store.dossier_models import AddresseeRow, ChangeRow, DossierRow, MembershipRow
from kamervragen.store.entry import make_entry
from kamervragen.store.writing import NewSource, write_batch
from kamervragen.terms import MediaType

NOON = datetime(2031, 3, 2, 12, 0, tzinfo=UTC)
TODAY = date(2031, 3, 2)


def put(
    data: Path,
    *documents: Document,
    bodies: Iterable[str] = (),
    names: Iterable[str] = (),
    today: date = TODAY,
    minute: int = 0,
) -> Linked:
    """Put publications into the record as one batch and link them.

    Args:
        data: the data folder.
        documents: the publications.
        bodies: the text of each, in which references are found; without any it is the key.
        names: what tells the bytes of each from others; without any it is the key.
        today: the day on which statuses are told.
        minute: after noon: of two equally good sources the later is shown.
    """
    texts = [*bodies] or [each.key for each in documents]
    at = NOON + timedelta(minutes=minute)
    contents = [*names] or [each.key for each in documents]
    batch = [NewSource(entry=_entry(*each), seen_at=at) for each in zip(documents, texts, contents, strict=True)]
    write_batch(batch, (), at=at)
    return link_changed(data, today=today)


def _entry(document: Document, body: str, name: str):
    text = Text(body=body, media_type=MediaType.PLAIN, reader="test")
    return make_entry(RawDocument(name=f"{document.key}.txt", data=name.encode(), origin="/in"), text, document.parsed)


def members() -> dict[str, list[str]]:
    """The keys of the publications of each dossier."""
    found: dict[str, list[str]] = {key: [] for key in DossierRow.objects.values_list("key", flat=True)}
    for key, publication in MembershipRow.objects.values_list("dossier__key", "publication__key").order_by("publication__key"):
        found[key].append(publication)
    return found


def statuses(key: str) -> dict[str, str]:
    """Where each addressee of a dossier stood when it was written last."""
    rows = AddresseeRow.objects.filter(dossier__key=key).order_by("position")
    return {each.portfolio or each.role: each.status for each in rows}


def told_changes(key: str) -> list[tuple[str, str | None, str]]:
    """What changed in a dossier, the oldest first."""
    rows = ChangeRow.objects.filter(dossier__key=key).order_by("pk")
    return [(each.addressee, each.before, each.after) for each in rows]
