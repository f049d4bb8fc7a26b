"""The rules as data, and the days that follow from them."""

from datetime import date
from itertools import pairwise

import pytest

from invented_filings import filing
from kamervragen.link import link
from kamervragen.terms import Chamber, TermKind
from kamervragen.track import RULES, Recess, TrackSettings, find_rule, track
from kamervragen.track.days import days_of

CHRISTMAS = Recess(first_on=date(2031, 12, 19), last_on=date(2032, 1, 4), source="verzonnen")


@pytest.mark.parametrize("on", [date(1995, 9, 19), date(2021, 3, 30), date(2021, 3, 31), date(2031, 1, 20)])
def test_the_tweede_kamer_has_three_weeks_under_both_rules_of_procedure(on: date) -> None:
    rule = find_rule(TermKind.FIRST, Chamber.TWEEDE_KAMER, on)

    assert rule is not None
    assert (rule.n_days, rule.is_practice) == (21, False)


def test_the_rules_of_procedure_of_2021_hold_from_their_first_day() -> None:
    before = find_rule(TermKind.FIRST, Chamber.TWEEDE_KAMER, date(2021, 3, 30))
    since = find_rule(TermKind.FIRST, Chamber.TWEEDE_KAMER, date(2021, 3, 31))

    assert before is not None
    assert "artikel 135" in before.source
    assert since is not None
    assert "artikel" not in since.source


def test_the_further_term_is_practice() -> None:
    rule = find_rule(TermKind.FURTHER, Chamber.TWEEDE_KAMER, date(2031, 1, 20))

    assert rule is not None
    assert (rule.n_days, rule.is_practice) == (21, True)


def test_the_eerste_kamer_has_no_term() -> None:
    rule = find_rule(TermKind.FIRST, Chamber.EERSTE_KAMER, date(2031, 1, 20))

    assert rule is not None
    assert rule.n_days is None
    assert find_rule(TermKind.FURTHER, Chamber.EERSTE_KAMER, date(2031, 1, 20)) is None


def test_every_rule_names_its_source_and_no_day_has_two_rules() -> None:
    assert all(each.source for each in RULES)
    ordered = sorted(RULES, key=lambda each: (each.chamber, each.kind, each.from_on or date.min))
    for one, other in pairwise(ordered):
        if (one.chamber, one.kind) == (other.chamber, other.kind):
            assert one.until_on is not None
            assert other.from_on is not None
            assert one.until_on < other.from_on


def test_a_recess_counts_like_any_other_day_as_long_as_nobody_sets_it() -> None:
    assert days_of(date(2031, 12, 10), Chamber.TWEEDE_KAMER, ()).first_on == date(2031, 12, 31)


def test_a_recess_that_is_set_makes_the_term_longer_by_its_days() -> None:
    days = days_of(date(2031, 12, 10), Chamber.TWEEDE_KAMER, (CHRISTMAS,))

    assert (days.first_on, days.further_on) == (date(2032, 1, 17), date(2032, 2, 7))
    assert days.n_recess_days == (17, 17)


def test_recesses_that_overlap_are_passed_over_once() -> None:
    longer = Recess(first_on=date(2031, 12, 22), last_on=date(2032, 1, 6), source="verzonnen")
    days = days_of(date(2031, 12, 10), Chamber.TWEEDE_KAMER, (CHRISTMAS, longer))

    assert (days.first_on, days.n_recess_days[0]) == (date(2032, 1, 19), 19)


def test_a_recess_that_is_set_is_said_with_the_day() -> None:
    (dossier,) = link([filing(day=date(2031, 12, 10), asked=("Defensie",))])
    told = track(dossier, date(2031, 12, 20), TrackSettings(recesses=(CHRISTMAS,))).clocks[0]

    assert told.reason.endswith(
        "loopt tot en met 17 januari 2032. Dagen van het reces (17 dagen) zijn niet meegeteld; "
        "dat is een instelling, want een bron voor die regel is niet gevonden."
    )


def test_a_day_at_the_end_of_the_calendar_makes_no_term() -> None:
    assert days_of(date.max, Chamber.TWEEDE_KAMER, ()).first_on is None
