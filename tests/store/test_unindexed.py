"""What the search index must be told is noted in the transaction that writes it."""

from pathlib import Path

import pytest
from django.db import connection

from entries import NOON, handed_in, make
from kamervragen.store.models import Unindexed
from kamervragen.store.writing import write_batch
from kamervragen.terms import MediaType

KEY = "ah-tk-20302031-8"


def _write(*entries, minute: int = 0) -> None:
    write_batch(handed_in(*entries, minute=minute), (), at=NOON)


def _noted() -> list[str]:
    return list(Unindexed.objects.order_by("pk").values_list("key", flat=True))


def test_every_publication_that_is_written_is_noted(record: Path) -> None:
    _write(make("een", id=KEY), make("twee", id="ah-tk-20302031-9"))

    assert sorted(_noted()) == [KEY, "ah-tk-20302031-9"]


def test_a_publication_that_is_written_again_is_noted_again(record: Path) -> None:
    _write(make("een", id=KEY))
    _write(make("beter", MediaType.XML, id=KEY), minute=1)

    assert _noted() == [KEY, KEY]


def test_a_worse_form_that_nobody_will_see_is_not_noted(record: Path) -> None:
    _write(make("goed", MediaType.XML, id=KEY))
    Unindexed.objects.all().delete()

    _write(make("slechter", MediaType.PDF, id=KEY), minute=1)

    assert _noted() == []


def test_a_publication_that_moves_is_noted_under_its_old_and_its_new_key(record: Path) -> None:
    _write(make("tekst"))
    Unindexed.objects.all().delete()

    _write(make("tekst", id=KEY))

    assert sorted(_noted()) == [KEY, "bron-324d0315d575"]


def test_a_publication_that_loses_its_best_form_to_another_is_noted(record: Path) -> None:
    _write(make("beste", MediaType.XML, id=KEY), make("mindere", MediaType.PDF, id=KEY))
    Unindexed.objects.all().delete()

    _write(make("beste", MediaType.XML, id="ah-tk-20302031-9"))

    assert sorted(_noted()) == [KEY, "ah-tk-20302031-9"]


def test_what_is_not_written_is_not_noted(record: Path) -> None:
    with connection.cursor() as cursor:  # a fault in the last step of the transaction
        cursor.execute("CREATE TRIGGER fault BEFORE INSERT ON store_stamp BEGIN SELECT RAISE(ABORT, 'fault'); END")
    with pytest.raises(Exception, match="fault"):
        _write(make("een", id=KEY))

    assert _noted() == []
