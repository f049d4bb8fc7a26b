"""What a database says when it cannot do its work, in our words."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection

from kamervragen.errors import StoreError


@contextmanager
def database_faults() -> Iterator[None]:
    """Let a database that is full, locked, broken or gone be a StoreError for as long as the context lasts.

    Raises:
        StoreError: codes `disk_full` and `database`.
    """
    try:
        yield
    except OperationalError as error:
        raise _store_error(error) from error


def _store_error(error: OperationalError) -> StoreError:
    said, name = " ".join(str(error).split()), str(connection.settings_dict["NAME"])
    if "full" in said or "No space" in said:
        message = "De schijf is vol: maak ruimte en geef dezelfde opdracht nog eens; wat al was opgeslagen, blijft."
        return StoreError("disk_full", message, where=name)
    return StoreError("database", f"De database doet haar werk niet ({said}); wat al was opgeslagen, blijft.", where=name)
