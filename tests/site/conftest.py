"""A record of invented documents, and a browser's requests to the site that shows it."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

NOW = datetime(2031, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def _django(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Django, set up once per process."""
    import django
    from django.apps import apps

    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kamervragen.settings")
        os.environ.setdefault("KAMERVRAGEN_DATA", str(tmp_path_factory.mktemp("data")))
        django.setup()


@pytest.fixture(scope="module")
def record(_django: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty record in a data folder of its own, which the settings name as long as the module's tests run."""
    from django.core.management import call_command
    from django.db import connections
    from django.test.utils import override_settings

    data = tmp_path_factory.mktemp("record")
    connection = connections["default"]
    connection.close()
    before = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = str(data / "kamervragen.sqlite3")
    with override_settings(DATA=data, ALLOWED_HOSTS=["localhost", "127.0.0.1"]):
        call_command("migrate", verbosity=0)
        yield data
    connection.close()
    connection.settings_dict["NAME"] = before


def add(data: Path, name: str, content: bytes, at: datetime = NOW) -> str:
    """Put a document into the record as ingest does; gives its key."""
    from kamervragen.model import RawDocument
    from kamervragen.pipeline import process
    from kamervragen.store.entry import make_entry
    from kamervragen.store.raw import RawStore
    from kamervragen.store.writing import NewSource, write_batch

    raw = RawDocument(name=name, data=content, origin=name)
    done = process(raw)
    entry = make_entry(raw, done.text, done.parsed)
    RawStore(data).keep(raw.sha256, content)
    write_batch([NewSource(entry=entry, seen_at=at)], [], at=at)
    return entry.claims.key
