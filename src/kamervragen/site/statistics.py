"""The page of figures: what is counted of all filings or of a choice, as charts with tables, kept until the record changes."""

import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, TypeVar

from django.http import Http404
from django.utils import translation
from django.utils.translation import get_language, gettext

from kamervragen.errors import InputError
from kamervragen.site import ministries
from kamervragen.site.charts import NARROW, WIDE, entitle
from kamervragen.site.counted import Count
from kamervragen.site.coverage import keep_coverage
from kamervragen.site.drawing import draw, paint
from kamervragen.site.filing_rows import read_filings
from kamervragen.site.filings import FilingChoice, all_filings, keep_last_day, keep_party_names, name_party
from kamervragen.site.kept import SHELF, Kept, Shelf
from kamervragen.site.languages import DUTCH, ENGLISH
from kamervragen.site.packed import unpacker
from kamervragen.site.phrases import print_day
from kamervragen.site.querying import NO_YEAR, read_slug
from kamervragen.site.statistics_counts import chart_in_time, chart_numbers, chart_sizes
from kamervragen.site.statistics_drawings import specify
from kamervragen.site.statistics_records import FigureChart, Option, Options, StatisticsPage
from kamervragen.site.statistics_waiting import chart_series, chart_split, chart_waiting, splits
from kamervragen.store.dossier_models import AddresseeRow
from kamervragen.track.figures import Figures, count

_CHOICES: Final = Shelf(max_kept=24)  # a page with its drawings takes some hundred kilobytes
_T = TypeVar("_T")
_LINE: Final = 72  # characters of a title in a chart for use elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart as SVG, for a wide and for a narrow screen."""

    wide: str
    narrow: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A page with its drawings by the names of their charts, without those that are not drawn; and the last change counted in."""

    changed_at: datetime | None
    page: StatisticsPage
    drawings: Mapping[str, Drawing]


def read_year(printed: str) -> str:
    """A calendar year; "" and `-` as they are.

    Raises:
        InputError: it is none.
    """
    if not re.fullmatch(rf"|{NO_YEAR}|[1-9][0-9]{{0,3}}", printed):
        raise InputError("bad_query", gettext("«%s» is geen jaar. Schrijf een kalenderjaar, zoals 2023.") % printed[:40])
    return printed


def read_statistics_choice(query: Mapping[str, str]) -> FilingChoice:
    """The choice that a query string makes.

    Raises:
        InputError: a value is none that the page knows.
    """
    return FilingChoice(
        year=read_year(query.get("jaar", "")),
        ministry=read_slug(query.get("ministerie", "")),
        party=read_slug(query.get("fractie", "")),
    )


def keep_statistics(choice: FilingChoice) -> Kept[Drawn]:
    """The page of a choice, in the language of the page."""
    name = ("page", choice, get_language())
    kept = _CHOICES.get(name, lambda: _make(choice)) if choice.is_made else _CHOICES.take(name, PAGES[_language()])
    changed_at = kept.value.changed_at  # the figures may be older than the page: they cost more
    return Kept(value=kept.value, changed_at=changed_at, is_current=kept.is_current and changed_at == kept.changed_at)


def _keep_figures(choice: FilingChoice) -> Kept[Figures]:
    name = ("figures", choice)
    return _CHOICES.get(name, lambda: _count(choice)) if choice.is_made else _CHOICES.take(name, FIGURES)


def _count(choice: FilingChoice) -> Figures:
    until = keep_last_day() or date.min
    return count(read_filings(choice, until), until, choice.ministry or None)


def _make(choice: FilingChoice) -> Drawn:
    kept = _keep_figures(choice)
    figures = kept.value
    charts = (
        chart_numbers(figures, choice),
        chart_waiting(figures, choice),
        *(chart_split(each, choice) for each in splits(figures, choice)),
        chart_in_time(figures, choice),
        chart_sizes(figures, choice),
        chart_series(figures, choice),
    )
    shown = tuple(each for each in charts if not (choice.year and each.name == "aantal"))
    return Drawn(changed_at=kept.changed_at, page=_page(choice, figures, shown), drawings=_draw(choice, figures, shown))


def _page(choice: FilingChoice, figures: Figures, charts: tuple[FigureChart, ...]) -> StatisticsPage:
    total = figures.total
    return StatisticsPage(
        choice=choice,
        ministry=ministries.name_of(choice.ministry) if choice.ministry else "",
        party=name_party(choice.party) if choice.party else "",
        until=None if figures.until == date.min else figures.until,
        n_filings=total.n_filings,
        n_addressees=total.n_addressees,
        n_unknown=total.n_unknown,
        n_odd=total.n_odd,
        n_undated=figures.n_undated,
        n_missing=keep_coverage().value.n_missing,
        charts=charts,
    )


def _draw(choice: FilingChoice, figures: Figures, charts: tuple[FigureChart, ...]) -> Mapping[str, Drawing]:
    names = [each.name for each in charts if each.is_drawn]
    specs = specify(figures, choice)
    svgs = draw([specs[name](frame) for name in names for frame in (WIDE, NARROW)]) if names else ()
    pairs = zip(svgs[::2], svgs[1::2], strict=True) if svgs else ()
    return {name: Drawing(wide=wide, narrow=narrow) for name, (wide, narrow) in zip(names, pairs, strict=False)}


def keep_options() -> Options:
    """What can be chosen: of the whole record."""
    return SHELF.take(("figures", "options", get_language()), OPTIONS[_language()]).value


def _list_options() -> Options:
    codes = AddresseeRow.objects.filter(ministry__isnull=False).order_by("ministry").values_list("ministry", flat=True).distinct()
    parties = [(slug, name_party(slug)) for slug in keep_party_names()]
    years = all_filings().filter(submitted_on__isnull=False).dates("submitted_on", "year", order="DESC")
    return Options(
        ministries=_options(sorted(((code, ministries.name_of(code)) for code in codes if code), key=lambda each: each[1])),
        parties=_options(sorted(parties, key=lambda each: each[1].lower())),
        years=_options([(str(each.year), str(each.year)) for each in years]),
    )


def _options(values: Sequence[tuple[str, str]]) -> tuple[Option, ...]:
    return tuple(Option(value=value, words=words) for value, words in values)


def find_chart(page: StatisticsPage, name: str) -> FigureChart:
    """The chart of this name.

    Raises:
        Http404: the page has none.
    """
    found = [each for each in page.charts if each.name == name]
    if not found:
        raise Http404(gettext("Er is geen grafiek «%s».") % name)
    return found[0]


def keep_picture(choice: FilingChoice, name: str) -> Kept[str | None]:
    """A chart as a picture for use elsewhere: with its title, its source and colours of its own; None when it is not drawn."""
    return _CHOICES.get(("picture", choice, name, get_language()), lambda: _picture(choice, name))


def _picture(choice: FilingChoice, name: str) -> str | None:
    page = keep_statistics(choice).value.page
    chart = find_chart(page, name)
    if not chart.is_drawn or page.until is None:
        return None
    source = gettext("Kamervragen: geteld in het register, tot en met %s") % print_day(page.until)
    scope = ", ".join(filter(None, (page.choice.year, page.ministry, page.party)))
    spec = specify(_keep_figures(choice).value, choice)[name](WIDE)
    svgs = draw([entitle(spec, textwrap.wrap(chart.answer, _LINE), [scope, source] if scope else [source])])
    return paint(svgs[0]) if svgs else None


def _language() -> str:
    return get_language() or DUTCH


def _in(language: str, make: Callable[[FilingChoice], _T]) -> Callable[[], _T]:
    """What makes something of all filings, in a language."""

    def make_in_language() -> _T:
        with translation.override(language):
            return make(FilingChoice())

    return make_in_language


def _is_drawn(drawn: Drawn) -> bool:
    return all(each.name in drawn.drawings for each in drawn.page.charts if each.is_drawn)


_LANGUAGES: Final = (DUTCH, ENGLISH)
FIGURES: Final[Count[Figures]] = Count(name="figures", make=lambda: _count(FilingChoice()), unpack=unpacker(Figures))
OPTIONS: Final[Mapping[str, Count[Options]]] = {
    each: Count(name=f"options-{each}", make=_in(each, lambda _: _list_options()), unpack=unpacker(Options), is_light=True)
    for each in _LANGUAGES
}
PAGES: Final[Mapping[str, Count[Drawn]]] = {
    each: Count(name=f"statistics-{each}", make=_in(each, _make), unpack=unpacker(Drawn), is_whole=_is_drawn)
    for each in _LANGUAGES
}
"""The page of all filings, in each language."""
