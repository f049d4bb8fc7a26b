"""The record, opened: Django set up, the data folder made, the tables as this version of the program wants them."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.conf import settings

from kamervragen.errors import StoreError


def open_record() -> Path:
    """The data folder of the record, which is made or brought up to date first when that is needed.

    Raises:
        InputError: a setting is no good.
        StoreError: the folder or the database cannot be made or opened.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kamervragen.settings")
    try:
        django.setup()
        with _one_at_a_time(settings.DATA / "opening.lock"):
            _migrate()
    except OSError as error:
        message = f"De datamap kan niet worden gemaakt of geopend ({error.strerror}); kies een andere met KAMERVRAGEN_DATA."
        raise StoreError("not_writable", message, where=str(error.filename or "")) from error
    return Path(settings.DATA)


def _migrate() -> None:
    from django.core.management import call_command
    from django.db import DatabaseError, connection

    try:
        call_command("migrate", verbosity=0, skip_checks=True)
    except DatabaseError as error:
        message = f"De database kan niet worden geopend ({' '.join(str(error).split())}); controleer DATABASE_URL en de schijf."
        raise StoreError("not_opened", message, where=str(connection.settings_dict["NAME"])) from error


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Let only one process at a time change the tables of a data folder; the others wait."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
