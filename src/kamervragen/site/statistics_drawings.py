"""What the charts of the page of figures are drawn of: figures → specifications, in the language of the page."""

from collections.abc import Callable, Mapping
from typing import Final

from django.utils.translation import gettext

from kamervragen.site.charts import (
    LAST_DAY,
    Bar,
    Frame,
    Line,
    Marker,
    Spec,
    specify_bars,
    specify_panels,
    specify_steps,
    specify_years,
)
from kamervragen.site.filings import FilingChoice
from kamervragen.site.phrases import group_digits
from kamervragen.site.statistics_cells import MIN_WAITS
from kamervragen.site.statistics_counts import count_sizes, name_size
from kamervragen.site.statistics_waiting import Split, count_days, splits
from kamervragen.track.figures import Figures
from kamervragen.track.survival import Curve

MAX_PANELS: Final = 12
_EVERY: Final = 3  # days between two points of a small panel
_WEEKS: Final = (21, 42)

Specify = Callable[[Frame], Spec]


def specify(figures: Figures, choice: FilingChoice) -> Mapping[str, Specify]:
    """What makes the specification of each chart, by its name; only for charts of which enough is known to draw them."""
    charts: dict[str, Specify] = {
        "aantal": lambda frame: _numbers(figures, frame),
        "wachttijd": lambda frame: _waiting(figures, frame),
        "op-tijd": lambda frame: _in_time(figures, frame),
        "aantal-gevraagden": lambda frame: _sizes(figures, frame),
        "eerste-en-laatste-antwoord": lambda frame: _series(figures, frame),
    }
    return charts | {each.chart: _panels(each, figures) for each in splits(figures, choice)}


def _numbers(figures: Figures, frame: Frame) -> Spec:
    bars = [Bar(label=str(year), value=group.n_filings, figure=group_digits(group.n_filings)) for year, group in figures.years]
    return specify_bars(bars, frame)


def _sizes(figures: Figures, frame: Frame) -> Spec:
    return specify_bars([Bar(label=name_size(size), value=n, figure=group_digits(n)) for size, n in count_sizes(figures)], frame)


def _in_time(figures: Figures, frame: Frame) -> Spec:
    years = [(year, group) for year, group in figures.years if group.n_due >= MIN_WAITS]
    in_time = tuple((year, _percentage(group.n_in_time, group.n_due)) for year, group in years)
    postponed = tuple((year, _percentage(group.n_postponed, group.n_due)) for year, group in years)
    return specify_years(
        [Line(label=gettext("op tijd"), points=in_time), Line(label=gettext("uitgesteld"), points=postponed)], frame
    )


def _percentage(part: int, whole: int) -> float:
    return round(100 * part / whole, 1)


def _waiting(figures: Figures, frame: Frame) -> Spec:
    line = Line(label="", points=_points(figures.total.curve, 1))
    return specify_steps([line], _markers(), gettext("dagen na inzending"), frame)


def _series(figures: Figures, frame: Frame) -> Spec:
    series = figures.series
    first = Line(label=gettext("eerste"), points=_points(series.first, 1))
    last = Line(label=gettext("laatste"), points=_points(series.last, 1))
    return specify_steps([first, last], _markers(), gettext("dagen na inzending"), frame)


def _markers() -> list[Marker]:
    return [Marker(label=gettext("%s weken") % (n // 7), at=n) for n in _WEEKS]


def _panels(split: Split, figures: Figures) -> Specify:
    told = [(key, group.curve) for key, group in split.groups if group.curve.n >= MIN_WAITS][:MAX_PANELS]
    panels = [Line(label=_entitle_panel(split.label(key), curve), points=_points(curve, _EVERY)) for key, curve in told]
    whole = Line(label="", points=_points(figures.total.curve, _EVERY))
    return lambda frame: specify_panels(panels, whole, frame)


def _entitle_panel(label: str, curve: Curve) -> str:
    return f"{label}\n–" if curve.median is None else f"{label}\n{count_days(curve.median)}"


def _points(curve: Curve, every: int) -> tuple[tuple[int, float], ...]:
    """The curve as far as it is drawn, and not after the last day that anybody is known to have waited."""
    shares = ((n_days, curve.share_by(n_days)) for n_days in range(0, LAST_DAY + 1, every))
    return tuple((n_days, round(100 * share, 1)) for n_days, share in shares if share is not None)
