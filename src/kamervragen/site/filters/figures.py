"""What templates say of figures: a row of a table, and a drawing of a chart."""

from collections.abc import Mapping, Sequence
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_noop

from kamervragen.site.filings import ALL_KNOWN
from kamervragen.site.filters import Filters
from kamervragen.site.statistics import Drawing
from kamervragen.site.statistics_counts import name_size
from kamervragen.site.statistics_records import FigureCell


def table_row(row: Sequence[FigureCell]) -> SafeString:
    """A row of a table: its first cell is its head. Made here since a page has a thousand cells."""
    head, *cells = (format_html('<a href="{}">{}</a>', cell.href, cell.words) if cell.href else cell.words for cell in row)
    return format_html(
        '<tr><th scope="row">{}</th>{}</tr>', head, format_html_join("", '<td class="number">{}</td>', ([each] for each in cells))
    )


def of_name(drawings: Mapping[str, Drawing], name: str) -> SafeString | None:
    """The drawings of a chart for wide and narrow screens, of which the sheet shows one; None when it has none.

    They are made by `drawing.clean`, which lets nothing through but a still picture.
    """
    found = drawings.get(name)
    if found is None:
        return None
    return SafeString(f'<div class="chart-wide">{found.wide}</div><div class="chart-narrow">{found.narrow}</div>')


def status_words(status: str) -> str:
    """What is asked of the addressees of a dossier: `geen antwoord in het register`."""
    return gettext(_STATUS_WORDS[status])


def size_words(size: str) -> str:
    """How many are asked: `5–9`."""
    return name_size(size)


_STATUS_WORDS: Final = {
    "beantwoord": gettext_noop("beantwoord"),
    "open": gettext_noop("geen antwoord in het register"),
    "ingetrokken": gettext_noop("ingetrokken"),
    "onbekend": gettext_noop("niet te zeggen"),
    "dag-klopt-niet": gettext_noop("gedrukte dagen kunnen niet kloppen"),
    "termijn-voorbij": gettext_noop("eerste termijn voorbij"),
    "op-tijd": gettext_noop("beantwoord binnen de eerste termijn"),
    "niet-op-tijd": gettext_noop("geen antwoord binnen de eerste termijn in het register"),
    "uitgesteld": gettext_noop("met uitstelbericht"),
    "misschien-uitgesteld": gettext_noop("misschien met uitstelbericht"),
    ALL_KNOWN: gettext_noop("van iedereen bekend"),
}


FILTERS: Final[Filters] = {
    "table_row": table_row,
    "of_name": of_name,
    "status_words": status_words,
    "size_words": size_words,
}
