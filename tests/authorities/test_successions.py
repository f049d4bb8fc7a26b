"""Which ministry is which earlier one, and by what it is known."""

from datetime import date

from kamervragen.authorities import Ministry, Period, build_authorities, load
from kamervragen.authorities.successions import find_successions


def row(code: str, name: str, first: date | None, last: date | None, source: str = "lijst") -> Ministry:
    return Ministry(code=code, name=name, abbreviation="", period=Period(first=first, last=last), source=source)


def test_a_decree_that_ends_one_ministry_and_begins_another_makes_them_follow_each_other() -> None:
    old = row("a", "Weer", None, date(2030, 10, 13), "lijst; stcrt-2030-1")
    new = row("b", "Weer en Wind", date(2030, 10, 14), None, "stcrt-2030-1; lijst")

    (found,) = find_successions([new, old])

    assert (found.earlier, found.later, found.decrees, found.on, found.is_renaming) == (
        old, new, ("stcrt-2030-1",), date(2030, 10, 14), False,
    )  # fmt: skip


def test_a_ministry_that_began_when_another_ended_is_no_successor_without_a_decree_of_both() -> None:
    old = row("a", "Weer", None, date(2030, 10, 13), "stcrt-2030-1")

    assert find_successions([old, row("b", "Wind", date(2030, 10, 14), None, "stcrt-2030-2")]) == ()
    assert find_successions([old, row("b", "Wind", date(2030, 10, 15), None, "stcrt-2030-1")]) == ()
    assert find_successions([row("a", "Weer", None, None), row("b", "Wind", None, None)]) == ()


def test_another_name_under_one_code_is_a_renaming() -> None:
    rows = [row("a", "Weer", None, date(2030, 10, 13)), row("a", "Weer en Wind", date(2030, 10, 14), None)]

    assert [each.is_renaming for each in find_successions(rows)] == [True]
    assert build_authorities(tuple(rows), (), ()).ministries_before("a") == ()


def test_the_chain_of_the_packaged_table() -> None:
    links = [
        (each.earlier.abbreviation or each.earlier.name, each.later.abbreviation, each.is_renaming)
        for each in find_successions(load().ministries)
    ]

    assert sorted(links) == [
        ("BiZa", "BZK", True),
        ("ELenI", "EZ", True),
        ("EZ", "ELenI", False),
        ("EZ", "EZK", True),
        ("EZ", "EZK", True),
        ("EZK", "EZ", True),
        ("IenM", "IenW", True),
        ("Justitie", "VenJ", True),
        ("LNV", "ELenI", False),
        ("LNV", "LNV", True),
        ("LNV", "LVVN", False),
        ("VROM", "IenM", False),
        ("VenJ", "JenV", True),
        ("VenW", "IenM", False),
    ]


def test_a_ministry_knows_the_ministries_before_and_after_it() -> None:
    tables = load()

    assert [(each.earlier.code, each.decrees) for each in tables.ministries_before("mnre1045")] == [
        ("mnre1150", ("stcrt-2010-16584",)), ("mnre1040", ("stcrt-2010-16584",)),
    ]  # fmt: skip
    assert [each.later.code for each in tables.ministries_after("mnre1150")] == ["mnre1153", "mnre1045"]
    assert tables.ministries_before("mnre1018") == ()
