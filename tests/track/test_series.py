"""The series of the examples and the real sample, from their bytes to their clocks."""

from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from kamervragen import authorities
from kamervragen.dossiers import Document, Dossier, make_document
from kamervragen.link import link
from kamervragen.model import RawDocument
from kamervragen.pipeline import process
from kamervragen.terms import AddresseeStatus, DossierStatus
from kamervragen.timings import Timing
from kamervragen.track import track

EXAMPLES = Path(__file__).parent.parent.parent / "examples/documents"


def _read(path: Path) -> Document:
    data = path.read_bytes()
    parsed = process(RawDocument(name=path.name, data=data)).parsed
    return make_document(parsed.id or f"bron-{sha256(data).hexdigest()[:12]}", parsed, authorities.load())


@cache
def _examples() -> dict[str, Dossier]:
    documents = {each.key: each for each in map(_read, sorted(EXAMPLES.iterdir()))}
    return {each.key: each for each in link(documents.values())}


def _series(today: date) -> Timing:
    return track(_examples()["2031Z00042"], today)


def _statuses(timing: Timing) -> dict[str, AddresseeStatus]:
    return {each.office.portfolio or "minister-president": each.status for each in timing.clocks}


def test_of_the_series_eight_of_ten_replies_are_in_time_one_is_a_day_late_and_one_that_day_after_a_notice() -> None:
    clocks = [each for each in _series(date(2031, 2, 20)).clocks if each.answered_on]

    assert len(clocks) == 10
    late = {each.office.portfolio: each.n_days_late for each in clocks if each.n_days_late}
    postponed = {each.office.portfolio: (each.n_days, each.postponed_on) for each in clocks if each.postponed_on}
    assert late == {"Landbouw, Natuur en Voedselkwaliteit": 1}
    assert postponed == {"Justitie en Veiligheid": (22, date(2031, 2, 10))}
    assert sum(each.n_days is not None and each.n_days <= 21 for each in clocks) == 8


@pytest.mark.parametrize(
    ("today", "of_az", "of_szw"),
    [
        (date(2031, 2, 10), AddresseeStatus.OPEN, AddresseeStatus.POSTPONED),
        (date(2031, 2, 11), AddresseeStatus.OVERDUE, AddresseeStatus.POSTPONED),
        (date(2031, 3, 3), AddresseeStatus.OVERDUE, AddresseeStatus.POSTPONED),
        (date(2031, 3, 4), AddresseeStatus.OVERDUE, AddresseeStatus.OVERDUE),
    ],
)
def test_the_two_that_are_missing_stand_where_the_day_puts_them(
    today: date, of_az: AddresseeStatus, of_szw: AddresseeStatus
) -> None:
    statuses = _statuses(_series(today))

    assert statuses["minister-president"] is of_az
    assert statuses["Sociale Zaken en Werkgelegenheid"] is of_szw


def test_the_series_is_told_with_the_two_that_are_missing_by_name() -> None:
    timing = _series(date(2031, 2, 20))

    assert timing.status is DossierStatus.PARTLY_ANSWERED
    assert timing.sentence == (
        "10 van de 12 antwoorden zijn gelezen; niet in het register: minister-president, 10 dagen over de termijn; "
        "minister (Sociale Zaken en Werkgelegenheid), uitgesteld tot en met 3 maart 2031."
    )


def test_every_example_is_tracked_on_every_day_and_every_clock_has_its_sentence() -> None:
    for dossier in _examples().values():
        for today in (date(2026, 1, 1), date(2031, 2, 20), date(2041, 1, 1)):
            timing = track(dossier, today)
            assert all(each.reason and "{" not in each.reason for each in timing.clocks)
            assert timing.sentence
            assert "{" not in timing.sentence


@pytest.mark.real
def test_of_the_real_sample_one_reply_is_read_nine_numbers_are_not_and_nobody_is_called_late(corpus: Path) -> None:
    (dossier,) = link([_read(corpus / "sample.md")])
    timing = track(dossier, date(2031, 1, 1))

    assert timing.n_unread == 9
    assert [each.status for each in timing.clocks].count(AddresseeStatus.ANSWERED) == 1
    assert [each.status for each in timing.clocks].count(AddresseeStatus.UNKNOWN) == 11
    assert not any(each.n_days_late for each in timing.clocks)
    assert timing.sentence.startswith("1 van de 12 antwoorden is gelezen; niet in het register: ")
    assert timing.sentence.endswith("zijn er 9 niet gelezen; daarom heet hier niemand te laat.")
