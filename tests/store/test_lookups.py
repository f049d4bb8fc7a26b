"""Queries whose SQL is kept: they find what Django finds, for whatever values, in both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from entries import NOON, handed_in, make
from kamervragen.store.counts import read_state
from kamervragen.store.lookups import Finder, Lookup
from kamervragen.store.models import Publication, Source, Stamp
from kamervragen.store.writing import write_batch
from records import make_tables, record_in

_BY_KEY = Finder[Publication](lambda asked: Publication.objects.filter(key=asked[0]))
_DAYS = Lookup[tuple[str, date | None]](
    lambda asked: Publication.objects.filter(key__in=asked).order_by("key").values_list("key", "dated_on")
)


@contextmanager
def _record(data: Path, url: str = "") -> Iterator[None]:
    with record_in(data, url):
        make_tables()
        entries = [
            make("first", id="ah-tk-20302031-1", received_on=date(2031, 3, 1)),
            make("second", id="ah-tk-20302031-2"),
            make("third", id="ah-tk-20302031-3", submitted_on=date(2031, 3, 3)),
        ]
        write_batch(handed_in(*entries), [], at=NOON)
        yield


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with _record(tmp_path_factory.mktemp("record")):
        yield


@pytest.mark.usefixtures("record")
def test_a_row_is_the_one_that_django_finds() -> None:
    found = _BY_KEY.first("ah-tk-20302031-1")

    asked = Publication.objects.get(key="ah-tk-20302031-1")
    assert found is not None
    assert {each.attname: getattr(found, each.attname) for each in Publication._meta.concrete_fields} == {
        each.attname: getattr(asked, each.attname) for each in Publication._meta.concrete_fields
    }
    assert found.received_on == date(2031, 3, 1)
    assert found == asked


@pytest.mark.usefixtures("record")
def test_the_same_query_is_asked_for_other_values() -> None:
    assert [_BY_KEY.first(f"ah-tk-20302031-{number}") is None for number in (2, 3, 4)] == [False, False, True]


@pytest.mark.usefixtures("record")
def test_any_number_of_values_may_be_asked_for() -> None:
    first, second, third = (f"ah-tk-20302031-{number}" for number in (1, 2, 3))

    assert _DAYS.among([]) == []
    assert _DAYS.among([second]) == [(second, None)]
    assert _DAYS.among([third, first, "ah-tk-20302031-9"]) == [(first, date(2031, 3, 1)), (third, date(2031, 3, 3))]


@pytest.mark.usefixtures("record")
def test_one_value_may_stand_in_two_places() -> None:
    between = Lookup[tuple[str]](
        lambda asked: Source.objects.filter(publication__key=asked[0]).exclude(name=asked[0]).values_list("publication__key")
    )

    assert between.rows("ah-tk-20302031-2") == [("ah-tk-20302031-2",)]


@pytest.mark.usefixtures("record")
def test_a_value_that_the_query_does_not_hold_as_it_is_given_is_refused() -> None:
    lookup = Lookup[tuple[str]](lambda asked: Publication.objects.filter(key__startswith=asked[0]).values_list("key"))

    with pytest.raises(ValueError, match=r"the values \[0\] have no place"):
        lookup.rows("ah-tk")


@pytest.mark.usefixtures("record")
def test_an_instant_knows_its_zone() -> None:
    assert read_state().changed_at == Stamp.objects.get().changed_at == NOON


@pytest.mark.postgres
def test_postgresql_is_asked_the_same(tmp_path: Path, postgres_url: str) -> None:
    with _record(tmp_path, postgres_url):
        test_a_row_is_the_one_that_django_finds()
        test_any_number_of_values_may_be_asked_for()
        test_one_value_may_stand_in_two_places()
        test_an_instant_knows_its_zone()
