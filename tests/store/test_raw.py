"""Raw bytes on disk: whole under their name or not there, and read back as they were."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kamervragen.errors import StoreError
from kamervragen.store.raw import RawStore
from records import raw_files

DATA = b"Vraag 1"
SHA256 = hashlib.sha256(DATA).hexdigest()


def test_bytes_lie_under_their_sha256_and_are_read_back(tmp_path: Path) -> None:
    RawStore(tmp_path).keep({SHA256: DATA})

    assert raw_files(tmp_path) == {f"sources/{SHA256[:2]}/{SHA256}": SHA256}
    assert RawStore(tmp_path).read(SHA256) == DATA


def test_bytes_that_are_there_are_not_written_again(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    store.keep({SHA256: DATA})
    before = store.path(SHA256).stat()

    store.keep({SHA256: DATA})

    assert store.path(SHA256).stat() == before


def test_a_file_of_another_size_is_mended(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    store.keep({SHA256: DATA})
    store.path(SHA256).write_bytes(b"Vra")

    store.keep({SHA256: DATA})

    assert store.read(SHA256) == DATA


@pytest.mark.parametrize(("damage", "code"), [(b"Vraag 2", "bytes_damaged"), (None, "bytes_missing")])
def test_damaged_or_missing_bytes_are_never_given(tmp_path: Path, damage: bytes | None, code: str) -> None:
    store = RawStore(tmp_path)
    if damage:
        store.keep({SHA256: DATA})
        store.path(SHA256).write_bytes(damage)

    with pytest.raises(StoreError) as caught:
        store.read(SHA256)
    assert (caught.value.code, caught.value.where) == (code, SHA256)


def test_the_draft_of_a_process_that_lives_stays_and_that_of_a_dead_one_goes(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    drafts = tmp_path / "sources" / "drafts"
    drafts.mkdir(parents=True)
    for pid in (os.getpid(), dead.pid):
        (drafts / f"{pid}-{SHA256}").write_bytes(b"Vra")

    RawStore(tmp_path).sweep()

    assert [path.name for path in drafts.iterdir()] == [f"{os.getpid()}-{SHA256}"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kilobytes."""
    mount = tmp_path / "disk"
    mount.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(mount)], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"needs the right to mount a small disk: {done.stderr.strip()}")
    yield mount
    subprocess.run(["umount", str(mount)], check=True)


def test_on_a_full_disk_nothing_is_left_half_written(small_disk: Path) -> None:
    store = RawStore(small_disk)
    store.keep({SHA256: DATA})
    large = bytes(300_000)

    with pytest.raises(StoreError) as caught:
        store.keep({hashlib.sha256(large).hexdigest(): large})

    assert caught.value.code == "disk_full"
    assert raw_files(small_disk) == {f"sources/{SHA256[:2]}/{SHA256}": SHA256}
