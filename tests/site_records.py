"""A record made by ingest, for tests that look at a whole site."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from kamervragen.ingest.run import ingest
from kamervragen.limits import DEFAULT
from kamervragen.people.reading import read_people
from kamervragen.store.people import write_claims
from records import make_tables, record_in

EXAMPLES = Path(__file__).parent.parent / "examples/documents"


@contextmanager
def record_of(data: Path, paths: Sequence[Path]) -> Iterator[None]:
    """Django at work on a record, in this data folder, of all documents at some paths."""
    with record_in(data):
        make_tables()
        ingest(paths, data=data, limits=DEFAULT, n_workers=2, watch=lambda outcome, where: None)
        yield


def tell_people() -> None:
    """Put the list of the people of the examples into the record that Django is at work on."""
    path = EXAMPLES.parent / "people.csv"
    write_claims(read_people(path.read_bytes(), path.name).claims, (), at=datetime(2031, 5, 1, tzinfo=UTC))
