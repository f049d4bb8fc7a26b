"""What is made at set-up: it is in the wheel and not in the repository, and comes from packages whose licences allow it."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SITE = ROOT / "src/kamervragen/site"
# Permissive, or weak copyleft; the fonts' own licence.
LICENCES = {"EUPL-1.2", "MIT", "Apache-2.0", "MPL-2.0", "OFL-1.1", "ISC", "BSD-3-Clause"}


def _packages() -> dict[str, dict[str, object]]:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    return {name: package for name, package in packages.items() if name}


def _kept_files() -> list[str]:
    return subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()


def test_every_package_of_the_sheet_has_a_licence_that_allows_its_use() -> None:
    packages = _packages()
    assert len(packages) > 30
    assert {name: package.get("license") for name, package in packages.items() if package.get("license") not in LICENCES} == {}


def test_every_package_of_the_sheet_has_a_hash_and_one_version() -> None:
    assert [name for name, package in _packages().items() if not str(package.get("integrity")).startswith("sha512-")] == []
    wanted = json.loads((ROOT / "package.json").read_text())
    versions = wanted["dependencies"] | wanted["devDependencies"]
    assert {name: version for name, version in versions.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)} == {}


def test_no_style_of_others_stands_in_the_repository() -> None:
    kept = _kept_files()
    sheets = [name for name in kept if name.endswith((".css", ".woff2", ".mo"))]
    assert sheets != []
    assert [name for name in sheets if not name.startswith("src/kamervragen/site/styles/")] == []
    for name in sheets:
        assert not re.search(
            r"^\s*[^/\s*@].*\.(?:nl|utrecht)-[\w-]+\s*\{[^}]*var\(--(?:nl|utrecht)-", (ROOT / name).read_text(), re.M
        )


def test_the_sheet_has_every_class_of_a_component_that_a_page_uses() -> None:
    sheet = (SITE / "static/site/site.css").read_text()
    used = {name for path in SITE.rglob("*.html") for name in re.findall(r"\b(?:nl|utrecht)-[\w-]+", path.read_text())}
    components = {
        name
        for path in ROOT.glob("node_modules/@*/*-css/dist/*.css")
        for name in re.findall(r"\.([a-z][\w-]*)", path.read_text())
    }
    assert len(used) > 20
    assert {name for name in used & components if f".{name}" not in sheet} == set()


def test_a_wheel_holds_the_sheet_its_fonts_and_the_catalog(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    skip = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(ROOT / "src", copy / "src", ignore=skip)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-build-isolation",
        "--no-deps",
        "--no-index",
        "-w",
        str(tmp_path),
        str(copy),
    ]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    made = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (SITE / "static/site").iterdir()
        if path.suffix in {".css", ".woff2"}
    }
    assert len(made) == 6
    assert made | {"kamervragen/site/locale/en/LC_MESSAGES/django.mo", "kamervragen/site/static/site/icon.svg"} <= names
