"""The cells of the tables of figures: numbers with the list behind them, days, shares."""

from dataclasses import replace
from typing import Final

from django.utils.formats import number_format
from django.utils.translation import gettext

from kamervragen.site.filings import FilingChoice
from kamervragen.site.phrases import group_digits
from kamervragen.site.statistics_records import FigureCell
from kamervragen.track.survival import Curve

MIN_WAITS: Final = 20
"""Of fewer addressees no share or time is given: one of them would make too much of a difference."""


def name(value: str | int, words: str, choice: FilingChoice | None = None) -> FigureCell:
    """A name in front of a row; with a choice, a link to the figures of that choice alone."""
    return FigureCell(value=value, words=words, href=choice.address("statistics") if choice else "")


def number(n: int, choice: FilingChoice, **narrower: str | int) -> FigureCell:
    """A number with the list of the dossiers behind it, which is what `narrower` makes of the choice; no link where it is 0."""
    href = replace(choice, **narrower).address() if n else ""  # type: ignore[arg-type]  # names and values of FilingChoice
    return FigureCell(value=n, words=group_digits(n), href=href)


def share(part: int, whole: int) -> FigureCell:
    """How many of a hundred; nothing where the whole is too small to say."""
    return percentage(100 * part / whole if whole >= MIN_WAITS else None)


def percentage(value: float | None) -> FigureCell:
    """A percentage in one decimal; a dash for none."""
    if value is None:
        return FigureCell(value=None, words="–")
    rounded = round(value, 1)
    return FigureCell(value=rounded, words=f"{number_format(rounded, decimal_pos=1)} %")


def answered_by(curve: Curve, n_days: int) -> FigureCell:
    """The share that has an answer after so many days."""
    value = curve.share_by(n_days) if curve.n >= MIN_WAITS else None
    return percentage(None if value is None else 100 * value)


def days_until(curve: Curve, part: float) -> FigureCell:
    """After how many days this share has an answer; in words where that is not reached, or where there are too few to say."""
    if curve.n < MIN_WAITS:
        return FigureCell(value=None, words=gettext("te weinig"))
    days = curve.quantile(part)
    return FigureCell(value=days, words=gettext("niet bereikt") if days is None else group_digits(days))
