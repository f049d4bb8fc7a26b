"""Zips → RawDocuments, and the zips and entries that are refused."""

import random
import struct
import zipfile
from pathlib import Path

import pytest

from kamervragen.errors import FetchError
from kamervragen.fetch import count_documents, open_source
from kamervragen.limits import DEFAULT, Limits
from kamervragen.model import RawDocument


def _make_zip(path: Path, entries: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data, compression)
    return path


def _fetch(path: Path, limits: Limits = DEFAULT) -> list[str]:
    """The names of the documents, and the codes and places of refusals."""
    results = open_source(path, limits)
    return [
        each.name if isinstance(each, RawDocument) else f"{each.code} {each.where.removeprefix(str(path))}" for each in results
    ]


def test_a_zip_gives_its_documents_with_their_place_inside_it(tmp_path: Path) -> None:
    path = _make_zip(tmp_path / "a.zip", {"2024/vragen.txt": b"Vraag 1", "antwoord.txt": b"Antwoord 1"})

    assert list(open_source(path, DEFAULT)) == [
        RawDocument(name="2024/vragen.txt", data=b"Vraag 1", origin=f"{path}!2024/vragen.txt"),
        RawDocument(name="antwoord.txt", data=b"Antwoord 1", origin=f"{path}!antwoord.txt"),
    ]
    assert count_documents(path) == 2


def test_a_zip_in_a_folder_is_opened_whatever_its_name(tmp_path: Path) -> None:
    _make_zip(tmp_path / "levering", {"a.txt": b"tekst"})

    assert _fetch(tmp_path) == ["a.txt"]
    assert count_documents(tmp_path) == 1


def test_a_word_document_is_a_document_though_it_is_a_zip(tmp_path: Path) -> None:
    _make_zip(tmp_path / "brief.docx", {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"})

    assert _fetch(tmp_path / "brief.docx") == ["brief.docx"]
    assert _fetch(tmp_path) == ["brief.docx"]


def test_folders_and_files_of_the_system_in_a_zip_are_passed_over(tmp_path: Path) -> None:
    path = _make_zip(tmp_path / "a.zip", {"map/": b"", "__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "a.txt": b"tekst"})

    assert _fetch(path) == ["a.txt"]


def test_a_truncated_zip_is_one_failure(tmp_path: Path) -> None:
    path = _make_zip(tmp_path / "a.zip", {"a.txt": b"tekst" * 100, "b.txt": b"tekst" * 100})
    path.write_bytes(path.read_bytes()[:150])

    (refused,) = open_source(path, DEFAULT)

    assert isinstance(refused, FetchError)
    assert str(refused) == f"{path}: Het zip-bestand is afgekapt of beschadigd; haal het opnieuw op."


def test_a_damaged_entry_costs_that_entry_only(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(1000)
    path = _make_zip(tmp_path / "a.zip", {"a.txt": noise, "b.txt": b"tekst"}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(noise[100:200], b"\0" * 100))

    assert _fetch(path) == ["broken_entry !a.txt", "b.txt"]


def test_an_entry_of_an_unknown_compression_costs_that_entry_only(tmp_path: Path) -> None:
    path = _make_zip(tmp_path / "a.zip", {"a.txt": b"tekst", "b.txt": b"tekst"}, zipfile.ZIP_STORED)
    written = bytearray(path.read_bytes())
    of_first = written.index(b"PK\x01\x02") + 10  # in the directory: where the kind of compression of a.txt stands
    written[of_first : of_first + 2] = written[8:10] = (250).to_bytes(2, "little")
    path.write_bytes(written)

    assert _fetch(path) == ["broken_entry !a.txt", "b.txt"]


def test_a_zip_that_grows_too_much_is_not_unpacked(tmp_path: Path) -> None:
    path = _make_zip(tmp_path / "bom.zip", {"a.txt": bytes(10_000_000)})
    assert path.stat().st_size < 10_000_000 / 200

    assert _fetch(path) == ["archive_bomb "]


def test_a_zip_that_unpacks_to_more_than_the_limit_is_not_unpacked(tmp_path: Path) -> None:
    path = _make_zip(tmp_path / "a.zip", {"a.txt": b"12345", "b.txt": b"12345"})

    assert _fetch(path, Limits(max_archive_bytes=10)) == ["a.txt", "b.txt"]
    assert _fetch(path, Limits(max_archive_bytes=9)) == ["archive_bomb "]


def test_a_zip_with_too_many_files_is_not_unpacked(tmp_path: Path) -> None:
    path = _make_zip(tmp_path / "a.zip", {"a.txt": b"1", "b.txt": b"2"})

    assert _fetch(path, Limits(max_archive_files=1)) == ["archive_bomb "]


def test_an_entry_that_is_larger_than_it_says_gives_no_more_than_it_says(tmp_path: Path) -> None:
    path = _make_zip(tmp_path / "a.zip", {"a.txt": bytes(40_000_000), "b.txt": b"tekst"})
    said = struct.pack("<L", 40_000_000)
    path.write_bytes(path.read_bytes().replace(said, struct.pack("<L", 10)))

    assert _fetch(path) == ["broken_entry !a.txt", "b.txt"]


def test_a_document_in_a_zip_may_not_be_larger_than_a_document_outside_it(tmp_path: Path) -> None:
    path = _make_zip(tmp_path / "a.zip", {"a.txt": b"12345", "b.txt": b"1234"})

    assert _fetch(path, Limits(max_document_bytes=4)) == ["too_large !a.txt", "b.txt"]


@pytest.mark.parametrize("name", ["../a.txt", "map/../../a.txt", "/etc/a.txt", "C:\\a.txt", "..\\a.txt"])
def test_a_name_that_points_outside_the_zip_is_refused(tmp_path: Path, name: str) -> None:
    path = _make_zip(tmp_path / "a.zip", {name: b"tekst", "b.txt": b"tekst"})

    assert _fetch(path) == [f"unsafe_name !{name}", "b.txt"]


def test_a_zip_in_a_zip_is_refused(tmp_path: Path) -> None:
    inner = _make_zip(tmp_path / "inner.zip", {"a.txt": b"tekst"})
    path = _make_zip(tmp_path / "outer.zip", {"inner.zip": inner.read_bytes(), "b.txt": b"tekst"})

    assert _fetch(path) == ["nested_archive !inner.zip", "b.txt"]


def test_an_entry_with_a_password_is_refused(tmp_path: Path) -> None:
    path = _make_zip(tmp_path / "a.zip", {"a.txt": b"tekst", "b.txt": b"tekst"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the flags of the first entry in the directory; APPNOTE.TXT 4.3.12
    path.write_bytes(data)

    assert _fetch(path) == ["encrypted !a.txt", "b.txt"]
