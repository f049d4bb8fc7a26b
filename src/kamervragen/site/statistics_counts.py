"""The charts that count: filings in each year, answers in time and notices of delay, and how many are asked at once."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.utils.translation import gettext, ngettext

from kamervragen.site.filings import FilingChoice
from kamervragen.site.phrases import count_words, group_digits, print_day
from kamervragen.site.statistics_cells import MIN_WAITS, name, number, share
from kamervragen.site.statistics_records import NUMBER, PERCENTAGE, TEXT, FigureCell, FigureChart, FigureColumn
from kamervragen.site.statistics_waiting import too_few
from kamervragen.track.figures import Figures, Group

SIZES: Final = (("1", 1, 1), ("2", 2, 2), ("3", 3, 3), ("4", 4, 4), ("5-9", 5, 9), ("10-", 10, 10_000))
"""How many are asked at once, as it stands in addresses, from and to."""


def chart_numbers(figures: Figures, choice: FilingChoice) -> FigureChart:
    """How many filings there are in each year."""
    n = figures.total.n_filings
    return FigureChart(
        name="aantal",
        question=gettext("Hoe vaak stellen Kamerleden schriftelijke vragen?"),
        answer=_answer_numbers(figures) if n >= MIN_WAITS else "",
        caption="",
        basis=_explain_numbers(figures),
        is_drawn=n >= MIN_WAITS and len(figures.years) > 1,
        columns=(
            FigureColumn(name="jaar", words=gettext("jaar van inzending"), unit=TEXT),
            FigureColumn(name="keer", words=gettext("keer gevraagd"), unit=NUMBER),
            FigureColumn(name="gevraagd", words=gettext("gevraagde bewindspersonen"), unit=NUMBER),
            FigureColumn(name="beantwoord", words=gettext("daarvan beantwoord"), unit=NUMBER),
            FigureColumn(name="onbekend", words=gettext("niet te zeggen"), unit=NUMBER),
        ),
        rows=tuple(_number_row(str(year), group, choice) for year, group in reversed(figures.years)),
    )


def _number_row(year: str, group: Group, choice: FilingChoice) -> tuple[FigureCell, ...]:
    return (
        name(year, year, FilingChoice(year=year, ministry=choice.ministry, party=choice.party)),
        number(group.n_filings, choice, year=year),
        number(group.n_addressees, choice, year=year),
        number(group.n_answered, choice, year=year, status="beantwoord"),
        number(group.n_unknown, choice, year=year, status="onbekend"),
    )


def _answer_numbers(figures: Figures) -> str:
    whole = [(year, group.n_filings) for year, group in figures.years if figures.until >= date(year, 12, 31)]
    if not whole:
        return gettext("Er is in dit register %(n)s keer gevraagd") % {"n": group_digits(figures.total.n_filings)}
    year, n = whole[-1]
    if len(whole) < 2:
        return gettext("Van %(year)s staan hier %(n)s keer vragen") % {"year": year, "n": group_digits(n)}
    before, n_before = whole[-2]
    words = gettext("Van %(year)s staan hier %(n)s keer vragen, van %(before)s %(n_before)s keer")
    return words % {"year": year, "n": group_digits(n), "before": before, "n_before": group_digits(n_before)}


def _explain_numbers(figures: Figures) -> tuple[str, ...]:
    lines = [gettext("Geteld is wat in dit register staat. Wie tegelijk aan twaalf bewindspersonen vraagt, telt één keer.")]
    last = figures.years[-1][0] if figures.years else 0
    if last and figures.until < date(last, 12, 31):
        words = gettext("Van %(year)s telt alleen de tijd tot en met %(day)s.")
        lines.append(words % {"year": last, "day": print_day(figures.until)})
    return tuple(lines)


def chart_in_time(figures: Figures, choice: FilingChoice) -> FigureChart:
    """How often the answer comes within the first term, and how often there is a notice of delay."""
    total = figures.total
    is_told = total.n_due >= MIN_WAITS
    years = [(str(year), group) for year, group in reversed(figures.years)]
    return FigureChart(
        name="op-tijd",
        question=gettext("Hoe vaak komt het antwoord binnen drie weken?"),
        answer=_answer_in_time(total) if is_told else "",
        caption="",
        basis=_explain_in_time(figures) if is_told else too_few(total.n_due),
        is_drawn=is_told and sum(group.n_due >= MIN_WAITS for _, group in years) > 1,
        columns=(
            FigureColumn(name="jaar", words=gettext("jaar van inzending"), unit=TEXT),
            FigureColumn(name="termijn_voorbij", words=gettext("eerste termijn voorbij"), unit=NUMBER),
            FigureColumn(name="op_tijd", words=gettext("op tijd beantwoord"), unit=NUMBER),
            FigureColumn(name="op_tijd_procent", words=gettext("aandeel"), unit=PERCENTAGE),
            FigureColumn(name="uitgesteld", words=gettext("met uitstelbericht"), unit=NUMBER),
            FigureColumn(name="uitgesteld_procent", words=gettext("aandeel"), unit=PERCENTAGE),
            FigureColumn(name="misschien_uitgesteld", words=gettext("misschien met uitstelbericht"), unit=NUMBER),
        ),
        rows=tuple(_in_time_rows(years, total, choice)) if is_told else (),
    )


def _in_time_rows(years: list[tuple[str, Group]], total: Group, choice: FilingChoice) -> Iterator[tuple[FigureCell, ...]]:
    if len(years) > 1:
        yield _in_time_row(name("alle", gettext("alle jaren")), total, choice)
    for year, group in years:
        of_year = FilingChoice(year=year, ministry=choice.ministry, party=choice.party)
        yield _in_time_row(name(year, year, of_year), group, of_year)


def _in_time_row(first: FigureCell, group: Group, choice: FilingChoice) -> tuple[FigureCell, ...]:
    return (
        first,
        number(group.n_due, choice, status="termijn-voorbij"),
        number(group.n_in_time, choice, status="op-tijd"),
        share(group.n_in_time, group.n_due),
        number(group.n_postponed, choice, status="uitgesteld"),
        share(group.n_postponed, group.n_due),
        number(group.n_perhaps_postponed, choice, status="misschien-uitgesteld"),
    )


def _answer_in_time(total: Group) -> str:
    of_100 = {"in_time": round(100 * total.n_in_time / total.n_due), "postponed": round(100 * total.n_postponed / total.n_due)}
    words = (
        gettext("Van elke 100 gevraagden hier antwoorden er %(in_time)s op tijd; ten minste %(postponed)s vragen uitstel")
        if total.n_perhaps_postponed
        else gettext("Van elke 100 gevraagden hier antwoorden er %(in_time)s op tijd; %(postponed)s vragen uitstel")
    )
    return words % of_100


def _explain_in_time(figures: Figures) -> tuple[str, ...]:
    total = figures.total
    lines = [
        gettext(
            "Op tijd is binnen de eerste termijn van drie weken. Geteld over %(n)s gevraagde bewindspersonen voor wie die voorbij"
            " was op %(day)s; ook een snel antwoord telt pas dan, anders leken jonge vragen sneller beantwoord."
        )
        % {"n": group_digits(total.n_due), "day": print_day(figures.until)},
        gettext("Wiens antwoord niet in dit register staat, telt als niet op tijd."),
    ]
    if total.n_unknown:
        words = gettext("Bij %(n)s is niet te zeggen of er antwoord is; die tellen hier niet mee.")
        lines.append(count_words(total.n_unknown, words))
    if total.n_perhaps_postponed:
        words = gettext("Bij nog %(n)s kan een uitstelbericht bestaan dat niet gelezen is.")
        lines.append(count_words(total.n_perhaps_postponed, words))
    return tuple(lines)


def chart_sizes(figures: Figures, choice: FilingChoice) -> FigureChart:
    """How many office holders are asked at once."""
    sizes = dict(figures.sizes)
    n_known = figures.total.n_filings - sizes.get(0, 0)
    is_told = n_known >= MIN_WAITS
    return FigureChart(
        name="aantal-gevraagden",
        question=gettext("Aan hoeveel bewindspersonen tegelijk worden vragen gesteld?"),
        answer=_answer_sizes(sizes, n_known) if is_told else "",
        caption="",
        basis=(*_explain_sizes(sizes), *(() if is_told else too_few(n_known))),
        is_drawn=is_told,
        columns=(
            FigureColumn(name="gevraagden", words=gettext("gevraagde bewindspersonen"), unit=TEXT),
            FigureColumn(name="keer", words=gettext("keer gevraagd"), unit=NUMBER),
            FigureColumn(name="procent", words=gettext("aandeel"), unit=PERCENTAGE),
        ),
        rows=tuple(_size_row(each, n, n_known, choice) for each, n in count_sizes(figures)),
    )


def count_sizes(figures: Figures) -> tuple[tuple[str, int], ...]:
    """How many filings are of each size, as sizes stand in addresses."""
    sizes = dict(figures.sizes)
    return tuple((size, sum(n for k, n in sizes.items() if first <= k <= last)) for size, first, last in SIZES)


def _size_row(size: str, n: int, n_known: int, choice: FilingChoice) -> tuple[FigureCell, ...]:
    return name(size, name_size(size)), number(n, choice, size=size), share(n, n_known)


def name_size(size: str) -> str:
    """How many are asked, as people read it: `5–9`, `10 of meer`."""
    first, is_range, last = size.partition("-")
    if not is_range:
        return first
    return f"{first}–{last}" if last else gettext("%s of meer") % first


def _answer_sizes(sizes: dict[int, int], n_known: int) -> str:
    n_series = sum(n for size, n in sizes.items() if size > 1)
    words = gettext("%(n)s van de 100 keer wordt meer dan één bewindspersoon gevraagd; het meest waren het er %(most)s tegelijk")
    if not n_series:
        return gettext("Alle vragen gaan naar één bewindspersoon")
    return words % {"n": round(100 * n_series / n_known), "most": max(sizes)}


def _explain_sizes(sizes: dict[int, int]) -> tuple[str, ...]:
    if not sizes.get(0):
        return ()
    words = ngettext(
        "Van %(n)s keer vragen staat niet gedrukt aan wie; die telt hier niet mee.",
        "Van %(n)s keer vragen staat niet gedrukt aan wie; die tellen hier niet mee.",
        sizes[0],
    )
    return (count_words(sizes[0], words),)
