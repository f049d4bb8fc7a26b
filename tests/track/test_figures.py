"""What is counted of filings: each rule on a filing or two, and what must hold of any."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.track.figures import Addressed, Filed, Group, count, is_due, observe
from kamervragen.track.survival import Wait

FILED = date(2031, 1, 10)
DUE = date(2031, 1, 31)
UNTIL = date(2031, 3, 1)


def day(n: int) -> date:
    """So many days after filing."""
    return FILED + timedelta(days=n)


def asked(**known: object) -> Addressed:
    return Addressed(**{"ministry": "mnre1013", "due_on": DUE, **known})  # type: ignore[arg-type]


def total(*addressees: Addressed, n_unread: int = 0) -> Group:
    return count([Filed(FILED, (), addressees, n_unread)], UNTIL).total


@pytest.mark.parametrize(
    ("addressed", "wait"),
    [
        (asked(answered_on=day(18)), Wait(18, True)),
        (asked(answered_on=day(0)), Wait(0, True)),
        (asked(answered_on=day(18), postponed_on=day(9)), Wait(18, True)),
        (asked(), Wait(50, False)),
        (asked(postponed_on=day(20)), Wait(50, False)),
        (asked(withdrawn_on=day(7)), Wait(7, False)),
        (asked(is_unknown=True), Wait(0, False)),
        (asked(is_unknown=True, postponed_on=day(20)), Wait(20, False)),
        (asked(answered_on=day(-1)), None),
        (asked(answered_on=day(51)), None),
        (asked(withdrawn_on=day(-3)), None),
    ],
)
def test_an_addressee_is_known_to_have_waited_until(addressed: Addressed, wait: Wait | None) -> None:
    assert observe(FILED, addressed, UNTIL) == wait


@pytest.mark.parametrize(
    ("addressed", "due"),
    [
        (asked(answered_on=DUE), True),
        (asked(), True),
        (asked(withdrawn_on=day(30)), True),
        (asked(withdrawn_on=day(21)), False),
        (asked(is_unknown=True), False),
        (asked(due_on=None), False),
        (asked(due_on=UNTIL), False),
        (asked(due_on=UNTIL, answered_on=day(2)), False),
        (asked(answered_on=day(-1)), False),
    ],
)
def test_whether_an_addressee_counts_for_the_share_in_time(addressed: Addressed, due: bool) -> None:
    assert is_due(FILED, addressed, UNTIL) is due


def test_an_answer_on_the_last_day_is_in_time_and_one_a_day_later_is_not() -> None:
    group = total(asked(answered_on=DUE), asked(answered_on=DUE + timedelta(days=1)), asked())
    assert (group.n_due, group.n_in_time, group.n_answered) == (3, 1, 2)


def test_a_quick_answer_does_not_count_before_its_term_is_over_so_that_young_filings_look_no_better() -> None:
    quick = Filed(
        date(2031, 2, 20), (), (asked(due_on=date(2031, 3, 13), answered_on=date(2031, 2, 22)), asked(due_on=date(2031, 3, 13)))
    )
    group = count([quick], UNTIL).total
    assert (group.n_due, group.n_in_time, group.n_answered) == (0, 0, 1)


def test_who_may_have_sent_a_notice_that_is_not_read_is_counted_apart() -> None:
    known = total(asked(postponed_on=day(20), answered_on=day(40)), asked(answered_on=day(12)))
    assert (known.n_postponed, known.n_perhaps_postponed) == (1, 0)
    partly = total(asked(postponed_on=day(20), answered_on=day(40)), asked(answered_on=day(12)), n_unread=1)
    assert (partly.n_due, partly.n_postponed, partly.n_perhaps_postponed) == (2, 1, 1)


def test_nobody_is_called_late_of_whom_something_cited_is_not_read() -> None:
    group = total(asked(is_unknown=True), asked(answered_on=day(18)), n_unread=9)
    assert (group.n_addressees, group.n_unknown, group.n_due, group.n_in_time) == (2, 1, 1, 1)
    assert group.curve.median == 18


def test_an_answer_before_its_questions_is_odd_and_gives_no_wait() -> None:
    group = total(asked(answered_on=day(-5)), asked(answered_on=day(5)))
    assert (group.n_odd, group.curve.n) == (1, 1)


def test_a_filing_without_day_is_counted_and_gives_no_wait() -> None:
    figures = count([Filed(None, ("JA21",), (asked(answered_on=day(5)),))], UNTIL)
    assert (figures.n_undated, figures.total.n_filings, figures.total.n_odd, figures.total.curve.n) == (1, 1, 0, 0)
    assert (figures.years, [name for name, _ in figures.parties]) == ((), ["JA21"])


def test_a_filing_counts_in_its_year_and_for_each_party_and_ministry_once() -> None:
    both = Filed(FILED, ("Lijst A", "Lijst B"), (asked(), asked(ministry="mnre1018"), asked(ministry=None)))
    figures = count([both, Filed(date(2030, 12, 31), ("Lijst A",), (asked(answered_on=date(2031, 1, 2)),))], UNTIL)
    assert [(year, group.n_filings, group.n_addressees) for year, group in figures.years] == [(2030, 1, 1), (2031, 1, 3)]
    assert [(name, group.n_filings, group.n_addressees) for name, group in figures.parties] == [
        ("Lijst A", 2, 4),
        ("Lijst B", 1, 3),
    ]
    assert [(code, group.n_filings, group.n_addressees) for code, group in figures.ministries] == [
        ("mnre1013", 2, 2),
        ("mnre1018", 1, 1),
    ]
    assert figures.sizes == ((1, 1), (3, 1))


def test_of_one_ministry_only_its_own_addressees_count_and_series_stay_whole() -> None:
    series = Filed(FILED, ("Lijst A",), (asked(answered_on=day(9)), asked(ministry="mnre1018", answered_on=day(30))))
    figures = count([series], UNTIL, "mnre1018")
    assert (figures.total.n_addressees, figures.total.curve.median, figures.years[0][1].n_addressees) == (1, 30, 1)
    assert ([code for code, _ in figures.ministries], figures.sizes) == (["mnre1018"], ((2, 1),))
    assert (figures.series.first.median, figures.series.last.median) == (9, 30)


def test_the_last_answer_of_a_series_is_there_when_nobody_is_waited_for() -> None:
    whole = Filed(FILED, (), (asked(answered_on=day(17)), asked(answered_on=day(21)), asked(withdrawn_on=day(3))))
    waiting = Filed(FILED, (), (asked(answered_on=day(10)), asked()))
    silent = Filed(FILED, (), (asked(), asked()))
    unclear = Filed(FILED, (), (asked(answered_on=day(5)), asked(is_unknown=True)))
    alone = Filed(FILED, (), (asked(answered_on=day(5)),))
    series = count([whole, waiting, silent, unclear, alone], UNTIL).series
    assert (series.n_series, series.n_unclear) == (4, 1)
    assert [(each.n_days, each.n_answered, each.n_censored) for each in series.first.steps] == [
        (10, 1, 0),
        (17, 1, 0),
        (50, 0, 1),
    ]
    assert [(each.n_days, each.n_answered, each.n_censored) for each in series.last.steps] == [(21, 1, 0), (50, 0, 2)]
    assert [(each.n_days, each.n_answered, each.n_censored) for each in series.between.steps] == [(4, 1, 0), (40, 0, 1)]


ADDRESSED = st.builds(
    Addressed,
    ministry=st.sampled_from(["mnre1013", "mnre1018", None]),
    due_on=st.sampled_from([None, DUE]),
    answered_on=st.none() | st.dates(date(2030, 12, 1), date(2031, 4, 1)),
    postponed_on=st.none() | st.dates(date(2030, 12, 1), date(2031, 4, 1)),
    withdrawn_on=st.none() | st.dates(date(2030, 12, 1), date(2031, 4, 1)),
    is_unknown=st.booleans(),
)
FILINGS = st.lists(
    st.builds(
        Filed,
        st.none() | st.dates(date(2030, 6, 1), UNTIL),
        st.sets(st.sampled_from(["Lijst A", "Lijst B"])).map(lambda each: tuple(sorted(each))),
        st.lists(ADDRESSED, max_size=4).map(tuple),
        st.integers(0, 2),
    ),
    max_size=12,
)


@given(FILINGS)
def test_years_hold_every_dated_filing_once_and_ministries_every_known_addressee(filings: list[Filed]) -> None:
    figures = count(filings, UNTIL)
    assert sum(group.n_filings for _, group in figures.years) + figures.n_undated == figures.total.n_filings == len(filings)
    assert sum(n for _, n in figures.sizes) == len(filings)
    n_known = sum(each.ministry is not None for filed in filings for each in filed.addressees)
    assert sum(group.n_addressees for _, group in figures.ministries) == n_known


@given(FILINGS)
def test_shares_are_shares(filings: list[Filed]) -> None:
    figures = count(filings, UNTIL)
    for group in (figures.total, *(group for _, group in figures.years)):
        assert group.n_in_time <= group.n_due <= group.n_addressees
        assert group.n_postponed + group.n_perhaps_postponed <= group.n_due
        assert group.curve.n + group.n_odd <= group.n_addressees


@given(FILINGS, st.randoms())
def test_the_order_of_filings_changes_nothing(filings: list[Filed], random: object) -> None:
    mixed = list(filings)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert count(mixed, UNTIL) == count(filings, UNTIL)


@given(FILINGS)
def test_the_last_answer_of_series_never_comes_before_the_first(filings: list[Filed]) -> None:
    series = count(filings, UNTIL).series
    assert series.first.n == series.last.n == series.n_series - series.n_unclear
    for step in series.last.steps:
        assert step.share <= (series.first.share_by(step.n_days) or 1) + 1e-9
