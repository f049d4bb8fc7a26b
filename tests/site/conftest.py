"""A record of invented documents, for the tests of the site that shows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from records import make_tables, record_in


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data folder of an empty record that Django is at work on."""
    data = tmp_path_factory.mktemp("record")
    with record_in(data):
        make_tables()
        yield data
