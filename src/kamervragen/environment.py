"""What the environment variables set, read once and checked: the only place that knows their names.

`docs/settings.md` lists them; a test compares that page with this module.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kamervragen.errors import InputError
from kamervragen.limits import DEFAULT, Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The settings of one installation.

    Args:
        data: the folder that holds the raw bytes, the SQLite database and the generated secret key.
        database_url: where the database is; "" for SQLite in the data folder.
        debug: True shows errors with their source in the browser; never on a public server.
        secret_key: signs what browsers hand back; "" for a key that is made once and kept in the data folder.
        allowed_hosts: the host names by which the site may be asked for.
        limits: how much one document or archive may take.
    """

    data: Path
    database_url: str
    debug: bool
    secret_key: str
    allowed_hosts: tuple[str, ...]
    limits: Limits


def read_environment(environ: Mapping[str, str]) -> Environment:
    """The settings that these variables give, with the default for each that is absent or empty.

    Raises:
        InputError: a value that should be a number is none.
    """
    return Environment(
        data=Path(environ.get("KAMERVRAGEN_DATA") or "data").absolute(),
        database_url=environ.get("DATABASE_URL", ""),
        debug=environ.get("KAMERVRAGEN_DEBUG", "").lower() in {"1", "true", "yes", "ja"},
        secret_key=environ.get("KAMERVRAGEN_SECRET_KEY", ""),
        allowed_hosts=tuple((environ.get("KAMERVRAGEN_ALLOWED_HOSTS") or "localhost,127.0.0.1,[::1]").split(",")),
        limits=_read_limits(environ),
    )


def _read_limits(environ: Mapping[str, str]) -> Limits:
    return Limits(
        max_document_bytes=_read_number(environ, "KAMERVRAGEN_MAX_DOCUMENT_BYTES", DEFAULT.max_document_bytes),
        max_archive_bytes=_read_number(environ, "KAMERVRAGEN_MAX_ARCHIVE_BYTES", DEFAULT.max_archive_bytes),
        max_expansion=_read_number(environ, "KAMERVRAGEN_MAX_EXPANSION", DEFAULT.max_expansion),
        max_archive_files=_read_number(environ, "KAMERVRAGEN_MAX_ARCHIVE_FILES", DEFAULT.max_archive_files),
        timeout_s=float(_read_number(environ, "KAMERVRAGEN_TIMEOUT_S", int(DEFAULT.timeout_s))),
    )


def _read_number(environ: Mapping[str, str], name: str, default: int) -> int:
    printed = environ.get(name) or str(default)
    if not printed.isdecimal() or int(printed) == 0:
        raise InputError("bad_setting", f"{name} moet een geheel getal boven nul zijn, niet «{printed}».")
    return int(printed)
