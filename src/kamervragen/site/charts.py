"""The Vega-Lite specification of each form of chart: curves in steps, small panels of them, lines over years, and bars.

Colours are the names of the style sheet's (`var(--ink)`), so that a chart in a page follows the page, dark or light. Lines differ
by dashes and stand with their own label; no colour says anything alone.

Source: https://vega.github.io/vega-lite/docs/
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kamervragen.contract import Json

Spec = dict[str, Json]

LAST_DAY: Final = 126  # eighteen weeks: what comes after is in the table
_DAYS: Final = (0, 21, 42, 63, 84, 105, LAST_DAY)
_FEW_DAYS: Final = (0, 42, 84, LAST_DAY)
_PANEL_DAYS: Final = (0, 42, 84)
_SOLID: Final = (1, 0)
_DASHED: Final = (6, 4)
_DOTTED: Final = (1, 3)
_SHAPES: Final = ("circle", "square")
_LETTERS: Final = 13  # their size, in pixels
_HEIGHT: Final = 220
_BESIDE: Final = 76  # for labels right of lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How large a chart is drawn.

    Args:
        width: of the plot, in pixels.
        n_columns: how many panels stand beside each other.
        n_labels: how many labels fit along it.
    """

    width: int
    n_columns: int
    n_labels: int


WIDE: Final = Frame(width=600, n_columns=4, n_labels=12)
NARROW: Final = Frame(width=270, n_columns=2, n_labels=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line with its label: x is a day or a year, y a percentage; by x."""

    label: str
    points: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A thin line across the plot at a day, with its label above it."""

    label: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar: what stands under it, how high it is, and the figure above it."""

    label: str
    value: int
    figure: str


def specify_steps(lines: Sequence[Line], markers: Sequence[Marker], title: str, frame: Frame) -> Spec:
    """One or two curves that go up in steps, from 0 to 100 %.

    Args:
        lines: the upper one first; its label stands left of it, that of the other right; a line alone may do without.
        markers: days to compare with.
        title: what the days are counted from.
        frame: how large.
    """
    x = _day_axis(_DAYS if frame is WIDE else _FEW_DAYS, title)
    layers = [layer for each in markers for layer in _mark_day(each, x)]
    for line, dash, is_left in zip(lines, (_SOLID, _DASHED), (True, False), strict=False):
        layers.append(_layer(_steps(dash, "var(--accent)"), line.points, x))
        layers += [_label_step(line, x, is_left=is_left)] if line.label else []
    return _wrap({"width": frame.width, "height": 240, "layer": layers})


def specify_panels(panels: Sequence[Line], whole: Line, frame: Frame) -> Spec:
    """A small panel for each curve, with the curve of the whole dotted in it; the label stands above the panel,
    in as many lines as it has.
    """
    width = frame.width // frame.n_columns - 34
    x = _day_axis(_PANEL_DAYS, None)
    rows: list[Json] = [{"panel": each.label, "x": day, "y": share} for each in panels for day, share in each.points]
    encoding: Spec = {"x": x, "y": _share_axis((0, 50, 100))}
    own: Spec = {"mark": _steps(_SOLID, "var(--accent)"), "encoding": encoding}
    behind: Spec = {"data": _rows(whole.points), "mark": _steps(_DOTTED, "var(--ink)"), "encoding": encoding}
    header: Spec = {
        "title": None,
        "labelAnchor": "start",
        "labelFontSize": _LETTERS,
        "labelColor": "var(--ink)",
        "labelLimit": width + 10,
        "labelExpr": "split(datum.label, '\\n')",
    }
    names: list[Json] = [each.label for each in panels]
    return _wrap({
        "data": {"values": rows},
        "facet": {"field": "panel", "type": "nominal", "sort": names, "header": header},
        "columns": frame.n_columns,
        "spacing": 14,
        "spec": {"width": width, "height": 84, "layer": [behind, own]},
    })  # fmt: skip


def specify_years(lines: Sequence[Line], frame: Frame) -> Spec:
    """One or two lines over years, from 0 to 100 %: with points of its own shape each, and its label right of the last year."""
    years = sorted({year for line in lines for year, _ in line.points})
    x: Spec = {
        "field": "x",
        "type": "quantitative",
        "scale": {"domain": [years[0], years[-1]], "nice": False, "padding": 18},
        "axis": {"title": None, "format": "d", "grid": False, "values": list(_thin(years, frame.n_labels))},
    }
    layers: list[Json] = []
    for line, dash, shape in zip(lines, (_SOLID, _DASHED), _SHAPES, strict=False):
        mark: Spec = {"type": "line", "strokeDash": list(dash), "strokeWidth": 2, "color": "var(--accent)"}
        point: Spec = {"type": "point", "shape": shape, "filled": True, "opacity": 1, "size": 45, "color": "var(--accent)"}
        layers += [_layer(mark, line.points, x), _layer(point, line.points, x)]
    return _wrap({"width": frame.width - _BESIDE, "height": _HEIGHT, "layer": [*layers, *_label_years(lines, x)]})


def specify_bars(bars: Sequence[Bar], frame: Frame) -> Spec:
    """Bars with their figure above each, or with an axis where there is no room for figures."""
    names = [each.label for each in bars]
    rows: list[Json] = [{"x": each.label, "y": each.value, "figure": each.figure} for each in bars]
    has_room = len(bars) <= frame.n_labels
    x: Spec = {
        "field": "x",
        "type": "ordinal",
        "sort": list(names),
        "axis": {"title": None, "labelAngle": 0, "grid": False, "ticks": False, "values": list(_thin(names, frame.n_labels))},
        "scale": {"paddingInner": 0.25},
    }
    y: Spec = {
        "field": "y",
        "type": "quantitative",
        "axis": None if has_room else {"title": None, "tickCount": 4, "format": ",d"},
    }
    layers: list[Json] = [{"mark": {"type": "bar", "color": "var(--accent)"}, "encoding": {"x": x, "y": y}}]
    if has_room:
        mark: Spec = {"type": "text", "dy": -8, "fontSize": _LETTERS, "color": "var(--ink)"}
        layers.append({"mark": mark, "encoding": {"x": x, "y": y, "text": {"field": "figure"}}})
    return _wrap({"width": frame.width, "height": 200, "data": {"values": rows}, "layer": layers})


def entitle(spec: Spec, title: Sequence[str], source: Sequence[str]) -> Spec:
    """The same chart with its title above it and where it is from, for use elsewhere.

    Args:
        spec: a chart.
        title, source: in lines.
    """
    words: Spec = {
        "text": list(title),
        "subtitle": list(source),
        "anchor": "start",
        "color": "var(--ink)",
        "subtitleColor": "var(--soft)",
        "fontSize": 17,
        "subtitleFontSize": _LETTERS,
        "offset": 16,
    }
    return {**spec, "title": words, "background": "var(--paper)", "padding": 16}


def _wrap(chart: Spec) -> Spec:
    axis: Spec = {
        "labelColor": "var(--soft)",
        "titleColor": "var(--soft)",
        "domainColor": "var(--soft)",
        "tickColor": "var(--soft)",
        "gridColor": "var(--line)",
        "labelFontSize": _LETTERS,
        "titleFontSize": _LETTERS,
        "titleFontWeight": "normal",
        "labelFlush": False,
    }
    config: Spec = {"font": "serif", "axis": axis, "view": {"stroke": None}}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "background": None,
        "padding": {"left": 4, "top": 4, "right": 14, "bottom": 4},
        "config": config,
        **chart,
    }


def _rows(points: Sequence[tuple[int, float]]) -> Spec:
    return {"values": [{"x": x, "y": y} for x, y in points]}


def _layer(mark: Spec, points: Sequence[tuple[int, float]], x: Spec) -> Spec:
    return {"data": _rows(points), "mark": mark, "encoding": {"x": x, "y": _share_axis((0, 25, 50, 75, 100))}}


def _steps(dash: Sequence[int], colour: str) -> Spec:
    return {
        "type": "line",
        "interpolate": "step-after",
        "strokeDash": list(dash),
        "strokeWidth": 2,
        "color": colour,
    }


def _day_axis(days: Sequence[int], title: str | None) -> Spec:
    return {
        "field": "x",
        "type": "quantitative",
        "scale": {"domain": [0, LAST_DAY], "nice": False},
        "axis": {"title": title, "grid": False, "values": list(days)},
    }


def _share_axis(shares: Sequence[int]) -> Spec:
    axis: Spec = {"title": None, "values": list(shares), "labelExpr": "datum.label + ' %'", "ticks": False, "domain": False}
    return {"field": "y", "type": "quantitative", "scale": {"domain": [0, 100]}, "axis": axis}


def _mark_day(marker: Marker, x: Spec) -> list[Json]:
    rule: Spec = {"type": "rule", "color": "var(--soft)", "strokeDash": [2, 3]}
    words: Spec = {"type": "text", "baseline": "bottom", "dy": -4, "fontSize": _LETTERS, "color": "var(--soft)"}
    data: Spec = {"values": [{"x": marker.at, "words": marker.label}]}
    return [
        {"data": data, "mark": rule, "encoding": {"x": x}},
        {"data": data, "mark": words, "encoding": {"x": x, "y": {"value": 0}, "text": {"field": "words"}}},
    ]


def _label_step(line: Line, x: Spec, *, is_left: bool) -> Spec:
    """The label beside the curve, at its first point of at least 60 %, else at its last."""
    day, share = next(((day, share) for day, share in line.points if share >= 60), line.points[-1])
    side: Spec = {"align": "right", "dx": -7, "dy": -7} if is_left else {"align": "left", "dx": 7, "dy": 12}
    mark: Spec = {"type": "text", "fontSize": _LETTERS, "color": "var(--ink)", **side}
    return _words(mark, day, share, line.label, x)


def _label_years(lines: Sequence[Line], x: Spec) -> list[Json]:
    """The label of each line right of its last point, moved up or down where two would touch."""
    order = sorted(lines, key=lambda line: -line.points[-1][1])
    heights = [_HEIGHT * (1 - line.points[-1][1] / 100) for line in order]
    gap = max(0.0, _LETTERS + 3 - (heights[-1] - heights[0])) / 2 if len(order) > 1 else 0.0
    labels: list[Json] = []
    for line, move in zip(order, (-gap, gap), strict=False):
        mark: Spec = {"type": "text", "fontSize": _LETTERS, "color": "var(--ink)", "align": "left", "dx": 10, "dy": move}
        labels.append(_words(mark, *line.points[-1], line.label, x))
    return labels


def _words(mark: Spec, at: int, share: float, words: str, x: Spec) -> Spec:
    data: Spec = {"values": [{"x": at, "y": share, "words": words}]}
    return {"data": data, "mark": mark, "encoding": {"x": x, "y": _share_axis((0, 25, 50, 75, 100)), "text": {"field": "words"}}}


def _thin(labels: Sequence[Json], n: int) -> Sequence[Json]:
    """At most so many of the labels, evenly, with the last among them."""
    step = -(-len(labels) // n)
    return labels[::-1][::step][::-1]
