"""The charts about waiting: of all, by ministry, by party and by year, and of series from first to last answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.utils.translation import gettext, ngettext

from kamervragen.site import ministries
from kamervragen.site.filings import ALL_KNOWN, FilingChoice, name_party
from kamervragen.site.phrases import count_words, group_digits, print_day
from kamervragen.site.statistics_cells import MIN_WAITS, answered_by, days_until, name, number
from kamervragen.site.statistics_records import DAYS, NUMBER, PERCENTAGE, TEXT, FigureCell, FigureChart, FigureColumn
from kamervragen.track.figures import Figures, Group
from kamervragen.track.survival import Curve

_DAYS: Final = (0, 7, 14, 21, 28, 35, 42, 56, 70, 84, 126, 182, 365)
_SERIES_DAYS: Final = (21, 42, 63, 84)
SERIES: Final = "2-"
"""The size of a filing that is a series, as it stands in addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A way to divide filings into groups.

    Args:
        chart: the name of the chart.
        field: what it is called in an address and in the CSV.
        heading: the same as people read it.
        groups: the groups, each by its name in addresses.
        words: the name of a group as people read it.
        label: the same in short, for the chart.
        choose: the choice of one group.
        question: that the chart answers.
        answer: of two groups and their days.
    """

    chart: str
    field: str
    heading: str
    groups: tuple[tuple[str, Group], ...]
    words: Callable[[str], str]
    label: Callable[[str], str]
    choose: Callable[[FilingChoice, str], FilingChoice]
    question: str
    answer: str


def splits(figures: Figures, choice: FilingChoice) -> tuple[Split, ...]:
    """The ways to divide what a choice leaves; none by what is chosen already. The largest group first, years the last first."""
    found = []
    if not choice.ministry:
        found.append(_by_ministry(figures))
    if not choice.party:
        found.append(_by_party(figures))
    if not choice.year:
        found.append(_by_year(figures))
    return tuple(found)


def _by_ministry(figures: Figures) -> Split:
    return Split(
        chart="wachttijd-per-ministerie",
        field="ministerie",
        heading=gettext("ministerie"),
        groups=_largest(figures.ministries),
        words=ministries.name_of,
        label=_short_name,
        choose=lambda choice, code: replace(choice, ministry=code),
        question=gettext("Bij welk ministerie wacht men het langst?"),
        answer=gettext(
            "Het kortst wacht men bij %(first)s: de helft antwoordt binnen %(days)s; het langst bij %(last)s: %(more)s"
        ),
    )


def _short_name(code: str) -> str:
    names = ministries.names_of(code)
    return (names[0].abbreviation or names[0].name) if names else code


def _by_party(figures: Figures) -> Split:
    return Split(
        chart="wachttijd-per-fractie",
        field="fractie",
        heading=gettext("fractie"),
        groups=_largest(figures.parties),
        words=name_party,
        label=name_party,
        choose=lambda choice, slug: replace(choice, party=slug),
        question=gettext("Welke fractie wacht het langst?"),
        answer=gettext(
            "Het kortst wacht %(first)s: de helft wordt beantwoord binnen %(days)s; het langst wacht %(last)s: %(more)s"
        ),
    )


def _by_year(figures: Figures) -> Split:
    return Split(
        chart="wachttijd-per-jaar",
        field="jaar",
        heading=gettext("jaar"),
        groups=tuple((str(year), group) for year, group in reversed(figures.years)),
        words=str,
        label=str,
        choose=lambda choice, year: replace(choice, year=year),
        question=gettext("Wordt het wachten langer?"),
        answer=gettext(
            "Het kortst wachtte men in %(first)s: de helft antwoordde binnen %(days)s; het langst in %(last)s: %(more)s"
        ),
    )


def _largest(groups: Sequence[tuple[str, Group]]) -> tuple[tuple[str, Group], ...]:
    return tuple(sorted(groups, key=lambda each: (-each[1].n_addressees, each[0])))


def chart_waiting(figures: Figures, choice: FilingChoice) -> FigureChart:
    """How long it takes until there is an answer."""
    curve = figures.total.curve
    is_drawn = curve.n >= MIN_WAITS
    return FigureChart(
        name="wachttijd",
        question=gettext("Hoe lang duurt het tot er antwoord is?"),
        answer=_answer_waiting(curve) if is_drawn else "",
        caption="",
        basis=(*_quarters(curve), *explain_basis(figures)) if is_drawn else too_few(curve.n),
        is_drawn=is_drawn,
        columns=(
            FigureColumn(name="dagen", words=gettext("dagen na inzending"), unit=DAYS),
            FigureColumn(name="beantwoord_procent", words=gettext("heeft antwoord"), unit=PERCENTAGE),
            FigureColumn(name="wacht", words=gettext("wachtte tot die dag"), unit=NUMBER),
        ),
        rows=tuple(_waiting_row(curve, n_days, choice) for n_days in _DAYS if curve.n_at_risk(n_days)) if is_drawn else (),
    )


def _waiting_row(curve: Curve, n_days: int, choice: FilingChoice) -> tuple[FigureCell, ...]:
    day = FigureCell(value=n_days, words=group_digits(n_days))
    return day, answered_by(curve, n_days), number(curve.n_at_risk(n_days), choice, waited=n_days)


def _answer_waiting(curve: Curve) -> str:
    if curve.median is not None:
        words = gettext("De helft van de gevraagde bewindspersonen heeft volgens dit register binnen %(days)s geantwoord")
        return words % {"days": count_days(curve.median)}
    words = gettext("Na %(days)s heeft volgens dit register nog niet de helft van de gevraagde bewindspersonen geantwoord")
    return words % {"days": count_days(curve.steps[-1].n_days)}


def _quarters(curve: Curve) -> tuple[str, ...]:
    first, last = curve.quantile(0.25), curve.quantile(0.75)
    if first is None or last is None:
        return ()
    words = gettext("Een kwart heeft binnen %(first)s antwoord, drie kwart binnen %(last)s.")
    return (words % {"first": count_days(first), "last": count_days(last)},)


def explain_basis(figures: Figures) -> tuple[str, ...]:
    """Of whom waits are counted, and how far: with it, each share says what it is a share of."""
    curve, total = figures.total.curve, figures.total
    n = {"n": group_digits(curve.n), "answered": group_digits(curve.n_answered), "day": print_day(figures.until)}
    told = gettext("Geteld over %(n)s gevraagde bewindspersonen, van wie er volgens dit register %(answered)s hebben geantwoord.")
    waiting = gettext("Wie nog wacht, telt mee tot en met %(day)s, de laatste dag waarvan dit register weet.")
    unknown = gettext(
        "Bij %(n)s is niet te zeggen of er antwoord is, omdat niet alles gelezen is waarnaar de documenten verwijzen. Zo iemand"
        " telt niet als beantwoord en niet als te laat, en telt mee tot de laatste dag waarop er zeker nog geen antwoord was."
    )
    lines = (told % n, waiting % n)
    return (*lines, count_words(total.n_unknown, unknown)) if total.n_unknown else lines


def chart_split(split: Split, choice: FilingChoice) -> FigureChart:
    """How long waiting lasts for each group."""
    told = [(key, group) for key, group in split.groups if group.curve.n >= MIN_WAITS]
    return FigureChart(
        name=split.chart,
        question=split.question,
        answer=_answer_split(split, told) if len(told) > 1 else "",
        caption=gettext("Gestippeld: allen samen."),
        basis=_explain_split(split, told),
        is_drawn=len(told) > 1,
        columns=(
            FigureColumn(name=split.field, words=split.heading, unit=TEXT),
            FigureColumn(name="gevraagd", words=gettext("gevraagde bewindspersonen"), unit=NUMBER),
            FigureColumn(name="beantwoord", words=gettext("daarvan beantwoord"), unit=NUMBER),
            FigureColumn(name="kwart_dagen", words=gettext("een kwart na (dagen)"), unit=DAYS),
            FigureColumn(name="helft_dagen", words=gettext("de helft na (dagen)"), unit=DAYS),
            FigureColumn(name="driekwart_dagen", words=gettext("drie kwart na (dagen)"), unit=DAYS),
        ),
        rows=tuple(_split_row(split, key, group, choice) for key, group in split.groups),
    )


def _split_row(split: Split, key: str, group: Group, choice: FilingChoice) -> tuple[FigureCell, ...]:
    chosen = split.choose(choice, key)
    return (
        name(key, split.words(key), chosen),
        number(group.n_addressees, chosen),
        number(group.n_answered, chosen, status="beantwoord"),
        *(days_until(group.curve, part) for part in (0.25, 0.5, 0.75)),
    )


def _answer_split(split: Split, told: Sequence[tuple[str, Group]]) -> str:
    """The group that waits shortest and the one that waits longest; one whose half is not reached waits longest."""
    order = sorted(told, key=lambda each: (each[1].curve.median is None, each[1].curve.median or 0))
    (first, shortest), (last, longest) = order[0], order[-1]
    if shortest.curve.median is None:
        return gettext("Nergens heeft al de helft van de gevraagde bewindspersonen geantwoord")
    more = gettext("daar is de helft nog niet bereikt") if longest.curve.median is None else count_days(longest.curve.median)
    return split.answer % {
        "first": split.words(first),
        "days": count_days(shortest.curve.median),
        "last": split.words(last),
        "more": more,
    }


def _explain_split(split: Split, told: Sequence[tuple[str, Group]]) -> tuple[str, ...]:
    small = len(split.groups) - len(told)
    words = ngettext(
        "Bij %(n)s zijn het er minder dan %(least)s; daarvan noemen we geen tijd.",
        "Bij %(n)s zijn het er telkens minder dan %(least)s; daarvan noemen we geen tijd.",
        small,
    )
    lines = [words % {"n": group_digits(small), "least": MIN_WAITS}] if small else []
    return tuple(lines if len(told) > 1 else [gettext("Te weinig gegevens om te vergelijken."), *lines])


def chart_series(figures: Figures, choice: FilingChoice) -> FigureChart:
    """When the first and when the last answer of a series comes."""
    series = figures.series
    is_drawn = series.first.n >= MIN_WAITS
    curves = (
        ("eerste", gettext("tot het eerste antwoord"), series.first),
        ("laatste", gettext("tot het laatste antwoord"), series.last),
        ("tussen", gettext("van het eerste tot het laatste"), series.between),
    )
    return FigureChart(
        name="eerste-en-laatste-antwoord",
        question=gettext("Hoeveel later dan het eerste komt het laatste antwoord op vragen aan meer bewindspersonen?"),
        answer=_answer_series(series.first, series.last) if is_drawn else "",
        caption="",
        basis=_explain_series(figures) if is_drawn else too_few(series.first.n),
        is_drawn=is_drawn,
        columns=(
            FigureColumn(name="tijd", words=gettext("tijd"), unit=TEXT),
            FigureColumn(name="keer", words=gettext("keer gevraagd"), unit=NUMBER),
            FigureColumn(name="kwart_dagen", words=gettext("een kwart na (dagen)"), unit=DAYS),
            FigureColumn(name="helft_dagen", words=gettext("de helft na (dagen)"), unit=DAYS),
            FigureColumn(name="driekwart_dagen", words=gettext("drie kwart na (dagen)"), unit=DAYS),
            *(
                FigureColumn(name=f"binnen_{n}_dagen_procent", words=gettext("binnen %s dagen") % n, unit=PERCENTAGE)
                for n in _SERIES_DAYS
            ),
        ),
        rows=tuple(_series_row(key, words, curve, choice) for key, words, curve in curves) if is_drawn else (),
    )


def _series_row(key: str, words: str, curve: Curve, choice: FilingChoice) -> tuple[FigureCell, ...]:
    n = (
        number(curve.n, choice, size=SERIES, status=ALL_KNOWN)
        if key != "tussen"
        else FigureCell(value=curve.n, words=group_digits(curve.n))
    )
    parts = (days_until(curve, part) for part in (0.25, 0.5, 0.75))
    return name(key, words), n, *parts, *(answered_by(curve, n_days) for n_days in _SERIES_DAYS)


def _answer_series(first: Curve, last: Curve) -> str:
    if first.median is None:
        return gettext("Op de helft van de vragen aan meer bewindspersonen is nog geen antwoord")
    if last.median is None:
        words = gettext("Het eerste antwoord is er de helft van de keren binnen %(first)s, het laatste is er meestal nog niet")
        return words % {"first": count_days(first.median)}
    words = gettext("Het eerste antwoord is er de helft van de keren binnen %(first)s, het laatste binnen %(last)s")
    return words % {"first": count_days(first.median), "last": count_days(last.median)}


def _explain_series(figures: Figures) -> tuple[str, ...]:
    series = figures.series
    words = ngettext(
        "Geteld over %(n)s keer dat meer dan één bewindspersoon werd gevraagd.",
        "Geteld over %(n)s keren dat meer dan één bewindspersoon werd gevraagd.",
        series.first.n,
    )
    lines = [count_words(series.first.n, words)]
    if series.n_unclear:
        unclear = gettext("Bij nog %(n)s is niet van iedereen te zeggen of en wanneer er antwoord kwam; die tellen niet mee.")
        lines.append(count_words(series.n_unclear, unclear))
    return tuple(lines)


def count_days(n: int) -> str:
    """So many days, in words: `24 dagen`."""
    return count_words(n, ngettext("%(n)s dag", "%(n)s dagen", n))


def too_few(n: int) -> tuple[str, ...]:
    """That there is too little to say something."""
    words = gettext("Te weinig gegevens om dit te zeggen: %(n)s, en we noemen pas een uitkomst vanaf %(least)s.")
    return (words % {"n": group_digits(n), "least": MIN_WAITS},)
