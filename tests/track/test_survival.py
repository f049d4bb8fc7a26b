"""The Kaplan–Meier estimate: against an example worked out by hand, against closed forms, and its properties."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.track.survival import Curve, Step, Wait, estimate

WAITS = st.lists(st.builds(Wait, st.integers(0, 120), st.booleans()), min_size=1, max_size=80)

# Ten addressees: answers after 3, 5, 5, 8 and 21 days; of the others nothing is known after 4, 5, 10, 21 and 30 days.
TEN = [Wait(n, True) for n in (3, 5, 5, 8, 21)] + [Wait(n, False) for n in (4, 5, 10, 21, 30)]


def test_the_curve_of_ten_addressees_is_the_one_worked_out_by_hand() -> None:
    # 3: 9/10 wait on; 5: of the 8 left 6, so 9/10 × 6/8 = 27/40; 8: 4/5 of it, 27/50; 21: 2/3 of it, 9/25.
    curve = estimate(TEN)
    found = [(each.n_days, each.n_at_risk, each.n_answered, each.n_censored) for each in curve.steps]
    assert found == [(3, 10, 1, 0), (4, 9, 0, 1), (5, 8, 2, 1), (8, 5, 1, 0), (10, 4, 0, 1), (21, 3, 1, 1), (30, 1, 0, 1)]
    assert [each.share for each in curve.steps] == pytest.approx([1 / 10, 1 / 10, 13 / 40, 23 / 50, 23 / 50, 16 / 25, 16 / 25])
    assert (curve.n, curve.n_answered, curve.n_censored) == (10, 5, 5)
    assert (curve.quantile(0.25), curve.median, curve.quantile(0.75)) == (5, 21, None)
    assert [curve.share_by(n) for n in (0, 2, 4, 20, 30)] == pytest.approx([0, 0, 0.1, 0.46, 0.64])
    assert curve.share_by(31) is None
    assert [curve.n_at_risk(n) for n in (0, 4, 6, 21, 22, 31)] == [10, 9, 5, 3, 1, 0]


def test_leaving_out_those_who_wait_would_call_waiting_shorter() -> None:
    everybody = estimate([*(Wait(10, True) for _ in range(5)), *(Wait(60, False) for _ in range(6))])
    assert (everybody.median, everybody.share_by(60)) == (None, pytest.approx(5 / 11))
    assert estimate(Wait(10, True) for _ in range(5)).median == 10


def test_of_nobody_nothing_is_said() -> None:
    assert estimate([]) == Curve(n=0, n_answered=0, steps=())
    assert (estimate([]).median, estimate([]).share_by(0), estimate([]).n_at_risk(0)) == (None, None, 0)


def test_half_is_half_whatever_products_round_to() -> None:
    # 9/10 × 8/9 × 7/8 × 6/7 × 5/6 is one half.
    waits = [Wait(n, True) for n in range(1, 6)] + [Wait(50, False)] * 5
    assert estimate(waits).median == 5


def test_one_answer_a_day_gives_a_straight_line() -> None:
    curve = estimate(Wait(n, True) for n in range(1, 101))
    assert [each.share for each in curve.steps] == pytest.approx([n / 100 for n in range(1, 101)])
    assert (curve.quantile(0.1), curve.median, curve.quantile(1)) == (10, 50, 100)


def test_a_constant_chance_gives_a_geometric_curve() -> None:
    # 1,024 wait; each day half of those left are answered: 1 - 2^-n have an answer after n days.
    curve = estimate({Wait(n, True): 2 ** (10 - n) for n in range(1, 11)} | {Wait(10, False): 1})
    assert [each.share for each in curve.steps] == pytest.approx([1 - 0.5**n for n in range(1, 11)])


@given(WAITS)
def test_a_curve_never_falls_and_stays_between_0_and_1(waits: list[Wait]) -> None:
    shares = [each.share for each in estimate(waits).steps]
    assert shares == sorted(shares)
    assert all(0 <= each <= 1 for each in shares)


@given(st.lists(st.integers(0, 120), min_size=1, max_size=80))
def test_when_all_have_an_answer_the_curve_counts_them(days: list[int]) -> None:
    curve = estimate(Wait(n, True) for n in days)
    for day in range(121):
        assert curve.share_by(day) == pytest.approx(sum(n <= day for n in days) / len(days))
    assert curve.median == sorted(days)[(len(days) - 1) // 2]


@given(WAITS)
def test_a_curve_equals_the_product_in_exact_fractions(waits: list[Wait]) -> None:
    waiting = Fraction(1)
    for day in sorted({wait.n_days for wait in waits}):
        at_risk = sum(wait.n_days >= day for wait in waits)
        waiting *= 1 - Fraction(sum(wait == (day, True) for wait in waits), at_risk)
        assert estimate(waits).share_by(day) == pytest.approx(float(1 - waiting))


@given(WAITS, st.randoms())
def test_neither_order_nor_counting_equal_waits_together_changes_a_curve(waits: list[Wait], random: object) -> None:
    mixed = list(waits)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert estimate(mixed) == estimate(waits) == estimate(Counter(waits))


@given(WAITS, st.integers(0, 120))
def test_one_more_who_still_waits_never_makes_waiting_look_shorter(waits: list[Wait], n_days: int) -> None:
    before, after = estimate(waits), estimate([*waits, Wait(n_days, False)])
    for day in {wait.n_days for wait in waits}:
        assert (after.share_by(day) or 0) <= (before.share_by(day) or 0) + 1e-9


@given(WAITS)
def test_everybody_leaves_the_curve_once(waits: list[Wait]) -> None:
    steps: tuple[Step, ...] = estimate(waits).steps
    assert steps[0].n_at_risk == sum(each.n_answered + each.n_censored for each in steps) == len(waits)
    assert steps[-1].n_at_risk == steps[-1].n_answered + steps[-1].n_censored
