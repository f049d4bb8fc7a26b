"""Changes of status as rows."""

from datetime import date

from invented_filings import filing, publication
from kamervragen.link import link
from kamervragen.terms import AddresseeStatus
from kamervragen.track import changes, track

TODAY = date(2031, 2, 20)


def test_the_first_timing_is_a_change_from_nothing_for_each_addressee() -> None:
    (dossier,) = link([filing()])
    rows = changes(None, track(dossier, date(2031, 2, 1)))

    assert [(each.addressee, each.before, each.after) for each in rows] == [
        ("minister (Defensie)", None, AddresseeStatus.OPEN),
        ("minister (Financiën)", None, AddresseeStatus.OPEN),
    ]
    assert {(each.key, each.on) for each in rows} == {("2031Z00042", date(2031, 2, 1))}


def test_a_change_says_from_what_to_what_when_and_why() -> None:
    (before,) = link([filing()])
    (after,) = link([filing(), publication("ah-tk-20302031-1047")])
    (row,) = changes(track(before, date(2031, 2, 1)), track(after, date(2031, 2, 8)))

    assert (row.addressee, row.before, row.after, row.on) == (
        "minister (Defensie)",
        AddresseeStatus.OPEN,
        AddresseeStatus.ANSWERED,
        date(2031, 2, 8),
    )
    assert row.reason.startswith("Het antwoord kwam op 7 februari 2031, na 18 dagen.")


def test_a_day_that_passes_can_be_a_change() -> None:
    (dossier,) = link([filing(asked=("Defensie",))])
    (row,) = changes(track(dossier, date(2031, 2, 10)), track(dossier, date(2031, 2, 11)))

    assert (row.before, row.after) == (AddresseeStatus.OPEN, AddresseeStatus.OVERDUE)


def test_where_nothing_changes_there_is_no_row() -> None:
    (dossier,) = link([filing()])

    assert changes(track(dossier, TODAY), track(dossier, TODAY)) == ()


def test_two_addressees_of_one_name_are_told_apart() -> None:
    (dossier,) = link([filing(asked=("Defensie", "Defensie"))])
    rows = changes(None, track(dossier, TODAY))

    assert len(rows) == len(dossier.filing.addressees)
    assert changes(track(dossier, TODAY), track(dossier, TODAY)) == ()
