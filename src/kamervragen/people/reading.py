"""The bytes of a file of people → claims: what the file is, is seen from its content."""

import json
from collections.abc import Mapping
from datetime import date

from kamervragen.errors import InputError
from kamervragen.people.feed import has_next_feed_page, is_feed, read_feed
from kamervragen.people.fixtures import is_fixture, read_fixture
from kamervragen.people.foreign import Reading
from kamervragen.people.odata import ENTITIES, find_entity, read_page
from kamervragen.people.table import is_table, read_table


def read_people(data: bytes, name: str, as_of: date | None = None) -> Reading:
    """What a file says of people.

    Args:
        data: a page of the Chamber's open data (OData or SyncFeed), a fixture of openkamer, or our CSV.
        name: of the file, for the sentences.
        as_of: the day on which a fetched file was made; None to go by the newest change in it.
    Raises:
        InputError: the file is none of these.
    """
    if is_feed(data):
        page = read_feed(data)
        if page is None:
            raise _not_people(name)
        return read_page(*page, as_of)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("not_utf8", "Dit is geen tekst in UTF-8; bewaar het bestand als UTF-8.", where=name) from error
    if is_table(text):
        return read_table(text)
    content = _parse(text, name)
    if isinstance(content, list) and is_fixture(content):
        return read_fixture(content, as_of)
    rows = content.get("value") if isinstance(content, Mapping) else None
    entity = find_entity(content, rows) if isinstance(content, Mapping) and isinstance(rows, list) else None
    if entity is None or not isinstance(rows, list):
        raise _not_people(name)
    return read_page(entity, rows, as_of)


def has_next_page(data: bytes) -> bool:
    """Whether a page of open data says that more follow it."""
    return has_next_feed_page(data) if is_feed(data) else b'"@odata.nextLink"' in data


def _not_people(name: str) -> InputError:
    message = f"Dit is geen lijst van mensen: verwacht wordt een pagina van {', '.join(ENTITIES)}, of de CSV van docs/people.md."
    return InputError("not_people", message, where=name)


def _parse(text: str, name: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        message = "Dit is geen JSON en geen CSV met de kolommen van docs/people.md."
        raise InputError("not_people", message, where=name) from error
