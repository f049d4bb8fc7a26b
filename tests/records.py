"""A record of its own for a test, in a folder and a database that are gone afterwards, and all that is in it, to compare."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dj_database_url
import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections

# Settings are read once for the whole run: the folder that they name then is hardly used, each test names its own.
_FOLDER = tempfile.TemporaryDirectory(prefix="kamervragen-tests-")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kamervragen.settings")
os.environ["KAMERVRAGEN_DATA"] = _FOLDER.name
django.setup()
_SQLITE = dict(settings.DATABASES["default"])


@contextmanager
def record_in(data: Path, url: str = "") -> Iterator[None]:
    """Django at work on the record in this folder, or on the database at this address, for as long as the context lasts."""
    connections["default"].close()  # makes the connection where this thread has none yet
    before = connections.settings
    configured = _SQLITE | {"NAME": str(data / "kamervragen.sqlite3")}
    connections.settings = connections.configure_settings({"default": dj_database_url.parse(url) if url else configured})
    del connections["default"]
    folder, settings.DATA = settings.DATA, data
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings, settings.DATA = before, folder
        del connections["default"]


def make_tables() -> None:
    """Make the tables of the record that Django is at work on."""
    call_command("migrate", verbosity=0, skip_checks=True)


def contents() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of the record, without the moments at which and the keys under which the database wrote them."""
    models = apps.get_app_config("store").get_models()
    return {model.__name__: _rows(model) for model in models if model.__name__ not in _ABOUT_THE_WRITING}


_ABOUT_THE_WRITING = {"Stamp", "Unindexed", "Unlinked", "ChangeRow"}  # what was seen when hangs on what was written together


_MOMENTS = {"seen_at", "read_at", "first_seen_at", "last_seen_at", "at"}
_KEYED = ("Publication", "DossierRow")  # named by their key, whatever number the database gave them


def _rows(model) -> list[tuple[object, ...]]:
    names = [
        f"{field.name}__key" if field.related_model and field.related_model.__name__ in _KEYED else field.attname
        for field in model._meta.fields
        if field.attname not in _MOMENTS and field.get_internal_type() != "BigAutoField" and not field.generated
    ]
    rows = [
        tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)
        for row in model.objects.values_list(*names)
    ]
    return sorted(rows, key=repr)


def raw_files(data: Path) -> dict[str, str]:
    """The files under the sources of a data folder, each with the SHA-256 of its bytes."""
    paths = (path for path in (data / "sources").rglob("*") if path.is_file())
    return {str(path.relative_to(data)): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
