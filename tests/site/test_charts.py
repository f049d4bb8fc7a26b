"""Charts: specifications are drawn by a process of its own, and what comes back is cleaned of all that is no still picture."""

import re
from pathlib import Path

import pytest
from lxml import etree

from kamervragen.site.charts import (
    LAST_DAY,
    NARROW,
    WIDE,
    Bar,
    Frame,
    Line,
    Marker,
    Spec,
    entitle,
    specify_bars,
    specify_panels,
    specify_steps,
    specify_years,
)
from kamervragen.site.drawing import COLOURS, clean, draw, paint

TOKENS = Path(__file__).parent.parent.parent / "src/kamervragen/site/styles/tokens.css"
CURVE = tuple((day, round(100 * (1 - 0.97**day), 1)) for day in range(0, LAST_DAY + 1, 3))


def every_form(frame: Frame) -> list[Spec]:
    lines = [Line(label="eerste", points=CURVE), Line(label="laatste <b>&", points=CURVE[:20])]
    years = [
        Line(label="op tijd", points=((2029, 41.5), (2030, 44.0))),
        Line(label="uitgesteld", points=((2029, 40.0), (2030, 43.5))),
    ]
    return [
        specify_steps(lines, [Marker(label="3 weken", at=21)], "dagen na inzending", frame),
        specify_panels(lines, Line(label="", points=CURVE), frame),
        specify_years(years, frame),
        specify_bars([Bar(label="2030", value=1200, figure="1.200"), Bar(label="2031", value=3, figure="3")], frame),
    ]


@pytest.fixture(scope="module")
def drawn() -> list[str]:
    """Every form of chart, wide and narrow, and one for use elsewhere."""
    specs = [*every_form(WIDE), *every_form(NARROW)]
    svgs = draw([*specs, entitle(specs[0], ["De helft heeft", "binnen 23 dagen antwoord"], ["Bron: dit register"])])
    assert svgs is not None
    return list(svgs)


def texts_of(svg: str) -> list[str]:
    return ["".join(each.itertext()) for each in etree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_every_form_of_chart_is_drawn_with_its_labels(drawn: list[str]) -> None:
    steps, panels, years, bars = drawn[:4]
    assert {"eerste", "laatste <b>&", "3 weken", "dagen na inzending", "0", "126", "0 %", "100 %"} <= set(texts_of(steps))
    assert {"eerste", "laatste <b>&", "0", "42", "84", "50 %"} <= set(texts_of(panels))
    assert {"op tijd", "uitgesteld", "2029", "2030"} <= set(texts_of(years))
    assert {"1.200", "3", "2030", "2031"} <= set(texts_of(bars))


def test_a_drawing_holds_a_still_picture_only_in_colours_of_the_page(drawn: list[str]) -> None:
    for svg in drawn:
        elements = list(etree.fromstring(svg).iter())
        assert {etree.QName(each).localname for each in elements} <= {"svg", "g", "path", "line", "rect", "text", "tspan"}
        assert not any(re.search(r"style|class|href|^on|font-family|id$", key) for each in elements for key in each.attrib)
        colours = {each.get(key) for each in elements for key in ("fill", "stroke")} - {None, "none"}
        assert colours <= {f"var(--{name})" for name in COLOURS}


def test_lines_differ_by_their_dashes_and_points_by_their_shapes(drawn: list[str]) -> None:
    steps, years = etree.fromstring(drawn[0]), etree.fromstring(drawn[2])
    lines = [each for each in steps.iter("{*}path") if each.get("stroke") == "var(--accent)"]
    assert [each.get("stroke-dasharray") for each in lines] == ["1,0", "6,4"]
    points = {each.get("d") for each in years.iter("{*}path") if each.get("fill") == "var(--accent)"}
    assert len(points) == 2


def test_a_chart_for_use_elsewhere_has_its_title_its_source_and_colours_of_its_own(drawn: list[str]) -> None:
    alone = paint(drawn[-1])
    assert {"De helft heeftbinnen 23 dagen antwoord", "Bron: dit register"} <= set(texts_of(alone))  # a title in two lines
    assert "var(" not in alone
    assert COLOURS["accent"] in alone
    assert COLOURS["paper"] in alone


def test_the_colours_of_a_chart_for_use_elsewhere_are_those_of_the_sheet() -> None:
    light = TOKENS.read_text(encoding="utf-8").partition("@media")[0]
    assert COLOURS.items() <= dict(re.findall(r"--(\w+): (#\w{6});", light)).items()


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", "script"),
        ('<a href="https://example.org"><text>x</text></a>', "{http://www.w3.org/2000/svg}a"),
        ("<foreignObject/>", "foreignObject"),
        ("<style>text{fill:red}</style>", "style"),
        ('<image href="x.png"/>', "image"),
        ('<rect fill="url(https://example.org)"/>', "colour"),
        ('<rect fill="red"/>', "colour"),
    ],
)
def test_what_no_chart_of_ours_holds_is_refused(inside: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        clean(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>')


def test_attributes_that_a_picture_does_not_need_are_left_out() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><text style="x" class="y" onclick="z()" font-size="13px" fill="var(--ink)">a</text></svg>'
    assert clean(svg) == '<svg xmlns="http://www.w3.org/2000/svg"><text font-size="13px" fill="var(--ink)">a</text></svg>'


def test_steps_are_written_with_one_coordinate_and_one_decimal() -> None:
    path = '<path d="M0,240L7.5,240L7.5,236.8812L15,236.8812" fill="none" stroke="var(--ink)"/>'
    cleaned = clean(f'<svg xmlns="http://www.w3.org/2000/svg">{path}</svg>')
    assert 'd="M0,240H7.5V236.8H15"' in cleaned


def test_what_cannot_be_drawn_gives_none_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    assert draw([{"mark": "zeppelin"}]) is None
    assert [record.message for record in caplog.records] == ["charts_not_drawn"]
