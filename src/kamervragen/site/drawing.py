"""Charts as SVG: specifications drawn by another process, and of what comes back only what a picture needs.

What is left holds no script, style, link or name of a font, so that it may stand in a page under a policy that allows none of
these; its colours and letters are then those of the page.
"""

import json
import logging
import re
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import Final

from lxml import etree

from kamervragen.site.charts import Spec

TIMEOUT_S: Final = 30
_LOGGER: Final = logging.getLogger("kamervragen.pages")
_BUSY: Final = threading.Lock()  # one at a time in each worker: each costs a core and a hundred megabytes

COLOURS: Final = {"paper": "#fdfcf9", "ink": "#1c1b19", "soft": "#5a564f", "line": "#d9d4c9", "accent": "#7a2e12"}
"""The light colours of styles/tokens.css."""

_FAMILY: Final = "Source Serif 4, Georgia, Liberation Serif, serif"
_SPACE: Final = "http://www.w3.org/2000/svg"
_ELEMENTS: Final = frozenset({"svg", "g", "path", "line", "rect", "text", "tspan"})
_ATTRIBUTES: Final = frozenset(
    "viewBox width height transform d x y x1 y1 x2 y2 dx dy fill stroke stroke-width stroke-dasharray stroke-miterlimit"
    " font-size font-weight text-anchor opacity".split()
)
_USELESS: Final = frozenset({("opacity", "1"), ("stroke-width", "1"), ("font-weight", "normal")})
_COLOUR: Final = re.compile(r"none|var\(--[a-z]+\)")
_NAMED: Final = re.compile(r"var\(--([a-z]+)\)")
_LONG: Final = re.compile(r"(\d+\.\d)\d+")
_STEP: Final = re.compile(r"L([\d.-]+),([\d.-]+)")


def draw(specs: Sequence[Spec]) -> tuple[str, ...] | None:
    """Each chart as SVG; None when drawing fails, which is logged: a page has its tables all the same."""
    command = [sys.executable, "-m", "kamervragen.site.vega"]
    try:
        with _BUSY:
            done = subprocess.run(  # noqa: S603 - our own program, and what it is told comes through standard input
                command, input=json.dumps(specs), capture_output=True, text=True, timeout=TIMEOUT_S, check=True
            )
        return tuple(clean(svg) for svg in json.loads(done.stdout))
    except (OSError, subprocess.SubprocessError, ValueError, etree.XMLSyntaxError):
        _LOGGER.exception("charts_not_drawn")
        return None


def paint(svg: str) -> str:
    """A drawing of ours as a picture by itself: in the light colours of the site, with letters that are found everywhere."""
    painted = _NAMED.sub(lambda match: COLOURS[match[1]], svg)
    return painted.replace("<svg ", f'<svg font-family="{_FAMILY}" ', 1)


def clean(svg: str) -> str:
    """A drawing with only the elements and attributes that a still picture needs, in about a third of the characters.

    Raises:
        ValueError: it has an element or a colour that no chart of ours has.
    """
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for element in list(root.iter()):
        _clean_element(element)
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is not None and _is_empty(element):
            parent.remove(element)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode")


def _clean_element(element: etree._Element) -> None:
    name = etree.QName(element)
    if name.namespace != _SPACE or name.localname not in _ELEMENTS:
        raise ValueError(f"a chart holds no {name.text}")
    if element.get("display") == "none":
        element.set("d", "")
    for key, value in element.attrib.items():
        if key not in _ATTRIBUTES or (key, value) in _USELESS:
            del element.attrib[key]
        elif key in ("fill", "stroke") and not _COLOUR.fullmatch(str(value)):
            raise ValueError(f"a chart has no colour {value!r}")
        else:
            element.set(key, _shorten(str(key), str(value)))


def _shorten(key: str, value: str) -> str:
    value = _LONG.sub(r"\1", value) if key in ("d", "transform", "x", "y", "x2", "y2") else value
    return _square(value) if key == "d" else value


def _square(path: str) -> str:
    """A path whose steps to the side or up name one coordinate."""
    x = y = ""
    pieces = []
    for command in re.split(r"(?=[A-Za-z])", path):
        step = _STEP.fullmatch(command)
        if step and step[2] == y:
            command = f"H{step[1]}"
        elif step and step[1] == x:
            command = f"V{step[2]}"
        x, y = step.groups() if step else [*command[1:].split(","), ""][:2]
        pieces.append(command)
    return "".join(pieces)


def _is_empty(element: etree._Element) -> bool:
    """Whether nothing of it is seen."""
    name = etree.QName(element).localname
    if name == "path":
        is_seen = any(element.get(each, "none") != "none" for each in ("fill", "stroke"))
        return not is_seen or not element.get("d")
    return name in ("g", "text") and not len(element) and not element.text
