"""Errors carry where and a sentence, also out of a worker process."""

import pickle

import pytest

from kamervragen.errors import FetchError, InputError, KamervragenError, ReadError, StoreError

KINDS = [InputError, FetchError, ReadError, StoreError]


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_comes_out_of_a_worker_as_it_went_in(kind: type[KamervragenError]) -> None:
    error = pickle.loads(pickle.dumps(kind("empty", "Het bestand is leeg.", where="map/leeg.xml")))

    assert type(error) is kind
    assert (error.code, error.message, error.where) == ("empty", "Het bestand is leeg.", "map/leeg.xml")


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_is_caught_as_the_root_of_the_tree(kind: type[KamervragenError]) -> None:
    with pytest.raises(KamervragenError, match=r"^Het bestand is leeg\.$"):
        raise kind("empty", "Het bestand is leeg.")


def test_an_error_reads_as_its_place_and_its_sentence() -> None:
    assert str(ReadError("empty", "Het bestand is leeg.", where="leeg.xml")) == "leeg.xml: Het bestand is leeg."


def test_an_error_without_a_place_reads_as_its_sentence() -> None:
    assert str(InputError("no_path", "Geef een bestand of map op.")) == "Geef een bestand of map op."


def test_arguments_of_an_error_do_not_change_its_kind_when_copied_twice() -> None:
    once = pickle.loads(pickle.dumps(StoreError("disk_full", "De schijf is vol.")))
    twice = pickle.loads(pickle.dumps(once))
    assert (type(twice), twice.code, twice.message, twice.where) == (StoreError, "disk_full", "De schijf is vol.", "")
