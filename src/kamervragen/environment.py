"""What the environment variables set, read once and checked: the only place that knows their names.

`docs/settings.md` lists them; a test compares that page with this module.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kamervragen.errors import InputError
from kamervragen.limits import DEFAULT, Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """How the site is given to others.

    Args:
        has_proxy: whether a proxy of our own stands before the site, so that what it says of the outside may be believed.
        contact: where readers send corrections, as an address with its scheme; "" for nowhere.
        security_contact: where security reports go, likewise.
        logs_queries: whether log lines hold what people search for.
        timeout_s: the seconds that the database may work on one request.
    """

    has_proxy: bool = False
    contact: str = ""
    security_contact: str = ""
    logs_queries: bool = False
    timeout_s: float = 10.0


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
        serving: how the site is given to others.
    """

    data: Path
    database_url: str
    debug: bool
    secret_key: str
    allowed_hosts: tuple[str, ...]
    limits: Limits
    serving: Serving


def read_environment(environ: Mapping[str, str]) -> Environment:
    """The settings that these variables give, with the default for each that is absent or empty.

    Raises:
        InputError: a value is not one that its variable may have.
    """
    return Environment(
        data=Path(environ.get("KAMERVRAGEN_DATA") or "data").absolute(),
        database_url=environ.get("DATABASE_URL", ""),
        debug=_read_switch(environ, "KAMERVRAGEN_DEBUG"),
        secret_key=environ.get("KAMERVRAGEN_SECRET_KEY", ""),
        allowed_hosts=tuple((environ.get("KAMERVRAGEN_ALLOWED_HOSTS") or "localhost,127.0.0.1,[::1]").split(",")),
        limits=_read_limits(environ),
        serving=_read_serving(environ),
    )


def _read_serving(environ: Mapping[str, str]) -> Serving:
    return Serving(
        has_proxy=_read_switch(environ, "KAMERVRAGEN_TRUSTED_PROXY"),
        contact=_read_contact(environ, "KAMERVRAGEN_CONTACT"),
        security_contact=_read_contact(environ, "KAMERVRAGEN_SECURITY_CONTACT"),
        logs_queries=_read_switch(environ, "KAMERVRAGEN_LOG_QUERIES"),
        timeout_s=float(_read_number(environ, "KAMERVRAGEN_REQUEST_TIMEOUT_S", int(Serving().timeout_s))),
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


_SWITCH = {"1": True, "true": True, "yes": True, "ja": True, "": False, "0": False, "false": False, "no": False, "nee": False}


def _read_switch(environ: Mapping[str, str], name: str) -> bool:
    printed = environ.get(name, "")
    if printed.lower() not in _SWITCH:
        raise InputError("bad_setting", f"{name} moet 1 (aan) of 0 (uit) zijn, niet «{printed}».")
    return _SWITCH[printed.lower()]


# Source: RFC 9116, 2.5.3: a contact is a web address under https, a mail address or a telephone number, each with its scheme.
_CONTACT = re.compile(r"(?:https://|mailto:|tel:)[^\s\x00-\x1f]+")
_MAIL = re.compile(r"[^\s@:/]+@[^\s@:/]+")


def _read_contact(environ: Mapping[str, str], name: str) -> str:
    printed = environ.get(name, "").strip()
    if _MAIL.fullmatch(printed):
        return f"mailto:{printed}"
    if printed and not _CONTACT.fullmatch(printed):
        message = f"{name} moet een mailadres of een adres met https:// zijn, niet «{printed}»."
        raise InputError("bad_setting", message)
    return printed
