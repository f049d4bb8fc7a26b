"""Bold, italic and links of runs as marks; runs that Word cut up for no reader's sake become one mark again."""

from lxml import etree

from kamervragen.read.builder import TextBuilder
from kamervragen.read.word_package import W
from kamervragen.read.word_styles import Styles, toggles, value
from kamervragen.terms import MarkKind


class Emphasis:
    """Collects the marks of a paragraph's runs and hands them to the builder at its end.

    Args:
        builder: takes the marks.
        styles: the document's styles.
    """

    def __init__(self, builder: TextBuilder, styles: Styles) -> None:
        self._builder = builder
        self._styles = styles
        self._open: dict[tuple[MarkKind, str], tuple[int, int]] = {}

    def add(self, run: etree._Element, start: int, address: str) -> None:
        """Mark what the builder took from a run.

        Args:
            run: the run that was written.
            start: the builder's position before it.
            address: where the run leads; "" when it is no link.
        """
        end = self._builder.position
        if end <= start:
            return
        bold, italic = self._look(run)
        wanted = [(MarkKind.BOLD, "")] * bold + [(MarkKind.ITALIC, "")] * italic + [(MarkKind.LINK, address)] * bool(address)
        for key in [key for key in self._open if key not in wanted]:
            self._flush(key)
        for key in wanted:
            known = self._open.get(key)
            self._open[key] = (known[0] if known else start, end)

    def close(self) -> None:
        """Hand over what is open, at a paragraph's end."""
        for key in list(self._open):
            self._flush(key)

    def _flush(self, key: tuple[MarkKind, str]) -> None:
        start, end = self._open.pop(key)
        self._builder.mark(start, end, *key)

    def _look(self, run: etree._Element) -> tuple[bool, bool]:
        """Whether a run is bold and italic: by itself, by its own style, or by its paragraph's, the first that says so."""
        properties = run.find(f"{W}rPr")
        own = toggles(properties)
        style = self._styles.of(value(properties, "rStyle") if properties is not None else None)
        paragraph = next(run.iterancestors(f"{W}p"), None)
        named = value(paragraph, "pPr", "pStyle") if paragraph is not None else None
        around = self._styles.of(named or self._styles.default)
        bold = next((said for said in (own[0], style.bold, around.bold) if said is not None), False)
        italic = next((said for said in (own[1], style.italic, around.italic) if said is not None), False)
        return bold, italic
