"""The environment variables, what they set, and the page that lists them."""

import re
from pathlib import Path

import pytest

from kamervragen import environment
from kamervragen.environment import Environment, Serving, read_environment
from kamervragen.errors import InputError
from kamervragen.limits import DEFAULT, Limits
from kamervragen.settings import keep_secret_key

ROOT = Path(__file__).parent.parent


def test_without_variables_everything_has_a_default() -> None:
    assert read_environment({}) == Environment(
        data=Path("data").absolute(),
        database_url="",
        debug=False,
        secret_key="",
        allowed_hosts=("localhost", "127.0.0.1", "[::1]"),
        limits=DEFAULT,
        serving=Serving(has_proxy=False, security_contact="", logs_queries=False, timeout_s=10.0),
    )


def test_every_variable_sets_its_value() -> None:
    environ = {
        "KAMERVRAGEN_DATA": "/srv/data",
        "DATABASE_URL": "postgresql://server/name",
        "KAMERVRAGEN_DEBUG": "1",
        "KAMERVRAGEN_SECRET_KEY": "geheim",
        "KAMERVRAGEN_ALLOWED_HOSTS": "a.example,b.example",
        "KAMERVRAGEN_MAX_DOCUMENT_BYTES": "1",
        "KAMERVRAGEN_MAX_ARCHIVE_BYTES": "2",
        "KAMERVRAGEN_MAX_EXPANSION": "3",
        "KAMERVRAGEN_MAX_ARCHIVE_FILES": "4",
        "KAMERVRAGEN_TIMEOUT_S": "5",
        "KAMERVRAGEN_TRUSTED_PROXY": "ja",
        "KAMERVRAGEN_SECURITY_CONTACT": "https://a.example/melden",
        "KAMERVRAGEN_LOG_QUERIES": "true",
        "KAMERVRAGEN_REQUEST_TIMEOUT_S": "6",
    }

    assert read_environment(environ) == Environment(
        data=Path("/srv/data"),
        database_url="postgresql://server/name",
        debug=True,
        secret_key="geheim",
        allowed_hosts=("a.example", "b.example"),
        limits=Limits(max_document_bytes=1, max_archive_bytes=2, max_expansion=3, max_archive_files=4, timeout_s=5.0),
        serving=Serving(has_proxy=True, security_contact="https://a.example/melden", logs_queries=True, timeout_s=6.0),
    )


@pytest.mark.parametrize("printed", ["50MB", "-1", "0", "1.5"])
def test_a_limit_that_is_no_number_is_an_error_of_the_person_who_set_it(printed: str) -> None:
    with pytest.raises(InputError) as caught:
        read_environment({"KAMERVRAGEN_MAX_DOCUMENT_BYTES": printed})
    assert str(caught.value) == f"KAMERVRAGEN_MAX_DOCUMENT_BYTES moet een geheel getal boven nul zijn, niet «{printed}»."


@pytest.mark.parametrize(("printed", "is_on"), [("1", True), ("JA", True), ("0", False), ("nee", False), ("", False)])
def test_a_switch_is_on_or_off(printed: str, is_on: bool) -> None:
    assert read_environment({"KAMERVRAGEN_DEBUG": printed}).debug is is_on


def test_a_switch_that_is_neither_on_nor_off_is_an_error_of_the_person_who_set_it() -> None:
    with pytest.raises(InputError) as caught:
        read_environment({"KAMERVRAGEN_DEBUG": "misschien"})
    assert str(caught.value) == "KAMERVRAGEN_DEBUG moet 1 (aan) of 0 (uit) zijn, niet «misschien»."


def test_a_mail_address_is_a_contact_for_security_reports() -> None:
    assert (
        read_environment({"KAMERVRAGEN_SECURITY_CONTACT": " meld@a.example "}).serving.security_contact == "mailto:meld@a.example"
    )


@pytest.mark.parametrize("printed", ["http://a.example", "bel ons", "javascript:alert(1)", "https://a.example/\nExpires: 1"])
def test_a_contact_that_is_no_address_is_an_error_of_the_person_who_set_it(printed: str) -> None:
    with pytest.raises(InputError) as caught:
        read_environment({"KAMERVRAGEN_SECURITY_CONTACT": printed})
    assert str(caught.value) == (
        f"KAMERVRAGEN_SECURITY_CONTACT moet een mailadres of een adres met https:// zijn, niet «{printed}»."
    )


def test_the_page_on_settings_lists_exactly_the_variables_that_exist() -> None:
    listed = re.findall(r"^\| `(\w+)`", (ROOT / "docs/settings.md").read_text(), re.M)
    existing = re.findall(r'"(KAMERVRAGEN_\w+|DATABASE_URL)"', Path(environment.__file__).read_text())

    assert sorted(listed) == sorted(existing)


def test_a_secret_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "data" / "secret_key"

    key = keep_secret_key(path)

    assert len(key) > 60
    assert keep_secret_key(path) == key
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["secret_key"]
