"""Folders and files → RawDocuments, and what cannot be had."""

import os
from pathlib import Path

import pytest

from kamervragen.errors import FetchError, InputError
from kamervragen.fetch import count_documents, open_source
from kamervragen.limits import DEFAULT, Limits
from kamervragen.model import RawDocument


def _names(path: Path) -> list[str]:
    return [each.name if isinstance(each, RawDocument) else f"{each.code}: {each.where}" for each in open_source(path, DEFAULT)]


def test_a_file_is_one_document_with_its_name_its_bytes_and_its_path(tmp_path: Path) -> None:
    path = tmp_path / "vragen.txt"
    path.write_bytes(b"Vraag 1")

    assert list(open_source(path, DEFAULT)) == [RawDocument(name="vragen.txt", data=b"Vraag 1", origin=str(path))]


def test_a_folder_gives_the_files_in_it_and_in_its_subfolders_by_name(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/d.txt", ".hidden", "b/.hidden"):
        (tmp_path / name).write_text("tekst")

    assert _names(tmp_path) == ["a.txt", "c.txt", "d.txt"]
    assert count_documents(tmp_path) == 3


def test_documents_are_read_one_by_one(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("tekst")
    documents = open_source(tmp_path, DEFAULT)

    next(documents)
    (tmp_path / "b.txt").write_text("later veranderd")

    assert next(documents).data == b"later veranderd"


def test_a_folder_that_a_link_inside_it_leads_back_to_is_entered_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("tekst")
    (tmp_path / "again").symlink_to(tmp_path)

    assert _names(tmp_path) == ["a.txt"]
    assert count_documents(tmp_path) == 1


def test_a_link_to_nothing_inside_a_folder_costs_that_link_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "b.txt").write_text("tekst")

    assert _names(tmp_path) == [f"not_readable: {tmp_path}/a.txt", "b.txt"]


def test_a_link_to_itself_inside_a_folder_costs_that_link_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("tekst")

    assert _names(tmp_path) == [f"not_readable: {tmp_path}/a.txt", "b.txt"]


def test_a_pipe_inside_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("tekst")

    assert _names(tmp_path) == [f"no_file: {tmp_path}/a.txt", "b.txt"]


def test_a_file_of_200_megabytes_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "groot.xml"
    with path.open("wb") as file:
        file.truncate(200_000_000)

    (refused,) = open_source(path, DEFAULT)

    assert isinstance(refused, FetchError)
    assert (refused.code, refused.where) == ("too_large", str(path))
    assert refused.message == (
        "Het bestand is te groot (200 MB; ten hoogste 50 MB); "
        "verhoog KAMERVRAGEN_MAX_DOCUMENT_BYTES als het werkelijk één document is."
    )


def test_the_largest_document_is_a_setting(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")

    assert [type(each) for each in open_source(path, Limits(max_document_bytes=5))] == [RawDocument]
    assert [type(each) for each in open_source(path, Limits(max_document_bytes=4))] == [FetchError]


def test_a_name_that_is_no_text_is_made_printable(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text("tekst")

    (document,) = open_source(tmp_path, DEFAULT)

    assert isinstance(document, RawDocument)
    assert (document.name, document.data) == ("caf?.txt", b"tekst")


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.symlink_to(path), lambda path: path.symlink_to("nothing")])
def test_a_path_with_nothing_to_read_is_an_error_of_the_person_who_named_it(tmp_path: Path, make) -> None:
    path = tmp_path / "x"
    make(path)

    with pytest.raises(InputError) as caught:
        open_source(path, DEFAULT)
    assert caught.value.where == str(path)
