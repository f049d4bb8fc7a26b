"""Records for the tests of the site that shows them, and a browser to look at it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import open_browser, serve_site
from records import make_tables, record_in
from site_records import EXAMPLES, record_of, tell_people


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data folder of an empty record that Django is at work on."""
    data = tmp_path_factory.mktemp("record")
    with record_in(data):
        make_tables()
        yield data


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data folder of a record of the bundled examples, with its index, that Django is at work on."""
    data = tmp_path_factory.mktemp("bundled")
    with record_of(data, [EXAMPLES]):
        yield data


@contextmanager
def serve_documents(data: Path, folder: Path) -> Iterator[str]:
    """The address of the site over a record of all documents in a folder."""
    with record_of(data, [folder]), serve_site() as address:
        yield address


@pytest.fixture
def serve() -> Callable[[Path, Path], AbstractContextManager[str]]:
    """What gives the address of the site over a record, in a data folder, of all documents in another folder."""
    return serve_documents


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site over a record of the bundled examples, with the list of their people."""
    with record_of(tmp_path_factory.mktemp("examples"), [EXAMPLES]):
        tell_people()
        with serve_site() as address:
            yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, for the tests marked `browser`."""
    with open_browser() as chromium:
        yield chromium
